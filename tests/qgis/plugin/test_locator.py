"""The locator bar: `seg water, road` offers a run, `seg` the presets."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeedback, QgsLocatorContext

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.gui.locator import SegmentFilter


@pytest.fixture
def asked():
    return []


@pytest.fixture
def search(asked):
    """What the filter offers for a text, as (title, classes) lines."""
    locator = SegmentFilter(asked.append)

    def run(text, prefix=True):
        context, found = QgsLocatorContext(), []
        context.usingPrefix = prefix
        copy = locator.clone()
        copy.resultFetched.connect(found.append)
        copy.fetchResults(text, context, QgsFeedback())
        return found

    run.locator = locator
    return run


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("water, road", ("water", "road")),
        ("water; road", ("water", "road")),
        ("Wasser: water, lake; Weg", ("Wasser", "Weg")),
        ("water", ("water",)),
    ],
)
def test_typed_classes_are_offered_first(search, text, names):
    first = search(text)[0]
    assert parse_classes(first.userData).names == names
    assert first.displayString.endswith(", ".join(names))


def test_choosing_a_line_hands_its_classes_on(search, asked):
    search.locator.triggerResult(search("tree: forest, wood #112233; grass")[0])
    (text,) = asked
    tree, grass = parse_classes(text)
    assert (tree.name, tree.prompts, tree.colour, grass.name) == ("tree", ("forest", "wood"), "#112233", "grass")


def test_without_text_all_presets_are_offered(search):
    offers = search("")
    assert len(offers) >= 8
    assert offers[0].displayString == "Land cover (preset)"
    scores = [each.score for each in offers]
    assert scores == sorted(scores, reverse=True)  # the bar sorts by it


def test_a_preset_is_found_by_its_beginning(search):
    assert any("Land cover" in each.displayString for each in search("land"))
    assert "Land cover" in search("Land cover")[0].displayString


@pytest.mark.parametrize("text", ["water; water", ";;"])
def test_what_is_no_class_list_offers_no_run(search, text):
    assert search(text) == []


def test_other_searches_are_left_alone(search):
    assert search("water, road", prefix=False) == []
    assert (search.locator.name(), search.locator.prefix()) == ("softseg", "seg")
