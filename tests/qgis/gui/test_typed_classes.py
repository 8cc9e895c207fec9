"""What people type or paste becomes class text."""

from __future__ import annotations

import pytest

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.core.errors import BadClasses
from softseg_qgis.gui.typed_classes import class_text


def read(text):
    return [(spec.name, spec.prompts) for spec in parse_classes(class_text(text))]


@pytest.mark.parametrize(
    ("typed", "classes"),
    [
        ("water", [("water", ())]),
        ("water, road", [("water", ()), ("road", ())]),
        ("water, road: street, path", [("water", ()), ("road", ("street", "path"))]),
        ("water; road: street, path", [("water", ()), ("road", ("street", "path"))]),
        ("水、道路", [("水", ()), ("道路", ())]),
        ("grass\\, wet", [("grass, wet", ())]),
        ("water\nroad, path\n\ntree: forest", [("water", ()), ("road", ()), ("path", ()), ("tree", ("forest",))]),
        ("water,", [("water", ())]),
        ("water\triver, lake\nroad\t", [("water", ("river", "lake")), ("road", ())]),
        ("Colour\tName\n#0000ff\twater\n#808080\troad", [("water", ()), ("road", ())]),
    ],
)
def test_typed_text_is_understood(typed, classes):
    assert read(typed) == classes


@pytest.mark.parametrize(
    "typed", ["water #0a0b0c, road", "water, #0a0b0c, road", "water\t#0a0b0c\nroad", "water\t\t#0a0b0c\nroad\t\t"]
)
def test_colours_stay_with_their_class(typed):
    classes = parse_classes(class_text(typed))
    assert classes.names == ("water", "road")
    assert classes.colours[0] == "#0a0b0c"


@pytest.mark.parametrize("typed", ["", "  \n\t\n", "\n"])
def test_nothing_stays_nothing(typed):
    assert class_text(typed) == ""


def test_a_table_without_any_class_is_refused():
    with pytest.raises(BadClasses):
        class_text("name\tcolour\n")
