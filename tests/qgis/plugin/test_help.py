"""The help page is whole: every link and picture leads somewhere, and it tells about the panel."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from softseg_qgis.gui.help import help_url


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.open = set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.ids |= {values["id"]} if "id" in values else set()
        self.links |= {values[key] for key in ("href", "src") if key in values}
        if tag not in ("meta", "link", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> on line {self.getpos()[0]}"


@pytest.fixture(scope="module")
def page():
    return Page(Path(help_url().toLocalFile()).read_text(encoding="utf-8"))


def test_every_link_leads_somewhere_without_a_network(page):
    folder = Path(help_url().toLocalFile()).parent
    assert {link for link in page.links if link.startswith("#") and link[1:] not in page.ids} == set()
    assert {link for link in page.links if not link.startswith("#") and not (folder / link).is_file()} == set()
    assert page.open == []


@pytest.mark.parametrize("section", ["setup", "raster", "area", "classes", "output", "advanced", "run", "result"])
def test_each_part_of_the_panel_has_a_section(page, section):
    assert section in page.ids
    assert help_url(section).fragment() == section
