"""Numbers as the user's country writes them."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QLocale

from softseg_qgis.gui.models_row import size_text
from softseg_qgis.gui.share_rows import format_share
from softseg_qgis.gui.work_size import format_ground
from softseg_qgis.layers.facts import format_resolution


@pytest.fixture
def country():
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("en_US", ["38,851 m²", "1,234 km²", "1.8 km²", "12.3 %", "< 0.1 %", "0.10 m", "1.7 GB"]),
        ("de_DE", ["38.851 m²", "1.234 km²", "1,8 km²", "12,3 %", "< 0,1 %", "0,10 m", "1,7 GB"]),
    ],
)
def test_areas_shares_and_sizes_are_grouped_as_the_country_does(country, name, texts):
    country(name)
    shown = [format_ground(area) for area in (38_851, 1.2341e9, 1.8e6)]
    shown += [format_share(0.1234), format_share(0.0001), format_resolution(0.1), size_text(1_700_000_000)]
    assert shown == texts
