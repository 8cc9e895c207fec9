"""Settings keep their type, whatever stands in the profile."""

from __future__ import annotations

import pytest
from qgis.core import QgsSettings

from softseg_qgis.settings import Settings, settings


@pytest.fixture(autouse=True)
def clean_profile():
    yield
    QgsSettings().remove("softseg")


@pytest.mark.parametrize(
    ("name", "value"),
    [("home", "/data"), ("idle_s", 60), ("overlap", 0.5), ("with_costs", False), ("panel_open", True)],
)
def test_a_value_comes_back_as_it_was_stored(name, value):
    setattr(settings, name, value)
    QgsSettings().sync()
    assert getattr(settings, name) == value
    assert type(getattr(settings, name)) is type(value)


@pytest.mark.parametrize("name", ["idle_s", "overlap"])
def test_what_cannot_be_read_is_the_default(name):
    QgsSettings().setValue(f"softseg/{name}", "half a day")
    assert getattr(settings, name) == getattr(Settings, name).default


def test_the_default_is_stored_as_nothing():
    settings.idle_s = 60
    settings.idle_s = Settings.idle_s.default
    assert not QgsSettings().contains("softseg/idle_s")
