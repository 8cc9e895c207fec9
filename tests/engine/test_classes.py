"""Class text, class sets and default colours."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.class_sets import (
    classes_from_csv,
    classes_from_json,
    classes_to_csv,
    classes_to_json,
    read_class_set,
    write_class_set,
)
from core.classes import MAX_CLASSES, ClassList, ClassSpec, looks_like_a_comma_list, parse_classes
from core.errors import BadClasses, BadOutput


@pytest.mark.parametrize(
    ("text", "names", "prompts"),
    [
        ("building", ("building",), ((),)),
        ("building\nroad", ("building", "road"), ((), ())),
        ("building; road;tree", ("building", "road", "tree"), ((), (), ())),
        ("  building \r\n\r\n ;road;\n", ("building", "road"), ((), ())),
        ("water: river, lake", ("water",), (("river", "lake"),)),
        ("water:river,,lake,", ("water",), (("river", "lake"),)),
        ("water:", ("water",), ((),)),
        ("building, road", ("building, road",), ((),)),
        ("a: b: c", ("a",), (("b: c",),)),
        (r"ratio 1\:2\; both: one\, two, three", ("ratio 1:2; both",), (("one, two", "three"),)),
        (r"back\slash", (r"back\slash",), ((),)),
        ("lot #12345", ("lot #12345",), ((),)),
    ],
)
def test_class_text_is_read_as_names_and_prompts(text, names, prompts):
    classes = parse_classes(text)
    assert classes.names == names
    assert tuple(spec.prompts for spec in classes) == prompts


@pytest.mark.parametrize(
    ("text", "name", "colour"),
    [
        ("water #0000FF", "water", "#0000ff"),
        ("water: #0000ff", "water", "#0000ff"),
        ("water: river, lake #0000ff ", "water", "#0000ff"),
        ("water: river,#0000ff", "water", "#0000ff"),
        ("lot #123456 #0000ff", "lot #123456", "#0000ff"),
    ],
)
def test_a_colour_stands_last(text, name, colour):
    (spec,) = parse_classes(text)
    assert (spec.name, spec.colour) == (name, colour)


def test_an_escaped_colour_belongs_to_the_name():
    (spec,) = parse_classes(r"lot \#123456")
    assert spec.name == "lot #123456"
    assert spec.colour != "#123456"


def test_the_model_reads_the_prompts_and_the_name_only_without_them():
    alone, prompted = parse_classes("water; Wald: forest, woodland")
    assert alone.texts == ("water",)
    assert prompted.texts == ("forest", "woodland")


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ("", "at least one"),
        (" ;\n ; ", "at least one"),
        (": river", ": river"),
        ("#00ff00", "#00ff00"),
        ("tree\n\u200b", "no name"),
        ("water;Water", "“water” and “Water”"),
        ("water;water", "“water”"),
        ("caf\u00e9;cafe\u0301", "same name"),
        ("Straße;STRASSE", "same name"),
        ("swimming  pool;swimming pool", "same name"),
        ("wa\x00ter", "U+0000"),
        ("wa\x1bter", "U+001B"),
        ("water: ri\x07ver", "U+0007"),
        ("wa\ud800ter", "U+D800"),
    ],
)
def test_bad_class_text_is_refused_with_the_culprit(text, culprit):
    with pytest.raises(BadClasses, match=re.escape(culprit)) as caught:
        parse_classes(text)
    caught.value.text.encode("utf-8")
    assert caught.value.exit_code == 2


def test_a_long_culprit_is_shortened_in_the_sentence():
    with pytest.raises(BadClasses) as caught:
        parse_classes(f"{'x' * 5000};{'x' * 5000}")
    assert len(caught.value.text) < 300


def test_as_many_classes_as_ids_are_read_and_one_more_is_refused():
    text = ";".join(f"c{number}" for number in range(MAX_CLASSES))
    classes = parse_classes(text)
    assert len(classes) == MAX_CLASSES == len(set(classes.colours))
    with pytest.raises(BadClasses, match="65,535 classes"):
        parse_classes(f"{text};one more")


@pytest.mark.parametrize(
    "name",
    [
        'the "old" town',
        "O'Hara, Ltd.",
        "50/50",
        "🌲🏠",
        "مبنى",
        "水",
        "cafe\u0301",
        "👩‍🌾",
        "a\\b",
        "#1",
        "=1+1",
        "[red]x[/red]",
    ],
)
def test_any_unicode_name_survives_text_json_and_csv(name):
    classes = parse_classes(f"{name}; other")
    assert classes.names[0] == name
    assert parse_classes(classes.to_text()) == classes
    assert classes_from_json(json.loads(json.dumps(classes_to_json(classes)))) == classes
    assert classes_from_csv(classes_to_csv(classes)) == classes


@given(st.text(alphabet=st.one_of(st.sampled_from(":;,#\\ \n\t0aF\u200b\u0301\ufeff"), st.characters()), max_size=60))
def test_any_text_is_either_refused_or_survives_every_form(text):
    try:
        classes = parse_classes(text)
    except BadClasses as error:
        error.text.encode("utf-8")
        return
    assert parse_classes(classes.to_text()) == classes
    assert classes_from_json(json.loads(json.dumps(classes_to_json(classes)))) == classes
    assert classes_from_csv(classes_to_csv(classes)) == classes


_WORDS = st.text(min_size=1, max_size=12)


@given(st.lists(st.tuples(_WORDS, st.lists(_WORDS, max_size=3), st.sampled_from(["", "#a1b2c3"])), max_size=6))
def test_any_class_list_is_either_refused_or_survives_every_form(entries):
    try:
        classes = ClassList(tuple(ClassSpec(name, tuple(prompts), colour) for name, prompts, colour in entries))
    except BadClasses:
        return
    assert parse_classes(classes.to_text()) == classes
    assert classes_from_csv(classes_to_csv(classes)) == classes
    assert classes_from_json(classes_to_json(classes)) == classes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("building, road, tree", True),
        ("building, road #ff0000", True),
        ("建物、道路", True),
        ("building, road; tree", False),
        ("building: roof, house", False),
        ("building,", False),
        (r"O\, Ltd", False),
        ("building", False),
        ("", False),
    ],
)
def test_a_lone_name_with_commas_looks_like_a_list(text, expected):
    assert looks_like_a_comma_list(text) is expected


def test_a_lone_name_with_commas_still_looks_like_a_list_after_parsing():
    assert looks_like_a_comma_list(parse_classes("building, road").to_text())


def test_default_colours_suit_common_words():
    colours = dict(
        zip(("water", "tree", "road", "building"), parse_classes("water;tree;road;building").colours, strict=True)
    )
    red, green, blue = (
        {name: int(colour[place : place + 2], 16) for name, colour in colours.items()} for place in (1, 3, 5)
    )
    assert blue["water"] > max(red["water"], green["water"])
    assert green["tree"] > max(red["tree"], blue["tree"])
    assert red["building"] > max(green["building"], blue["building"])
    assert max(red["road"], green["road"], blue["road"]) - min(red["road"], green["road"], blue["road"]) < 20


@pytest.mark.parametrize("place", [0, 20, 299])
def test_no_default_colour_equals_a_chosen_or_another_default_one(place):
    kinds = [f"kind {number}" for number in range(300)]
    chosen = parse_classes("\n".join(kinds)).colours[place]
    classes = parse_classes("\n".join([f"first {chosen}", "tree", "trees", "canopy", *kinds]))
    assert classes.colours[0] == chosen
    assert len(set(classes.colours)) == len(classes)


def test_the_last_known_word_of_a_name_decides_its_colour():
    assert parse_classes("swimming pool").colours == parse_classes("pool").colours
    assert parse_classes("house roof").colours == parse_classes("roof").colours


@pytest.mark.parametrize("suffix", [".json", ".csv", ".txt"])
def test_a_class_set_file_is_read_back_as_written(tmp_path, suffix):
    classes = parse_classes('the "old", town: roof, house #ff0000\n水: river\\, lake; ratio 1\\:2')
    path = tmp_path / f"set{suffix}"
    write_class_set(classes, path)
    assert read_class_set(path) == classes
    assert read_class_set(str(path)) == classes


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        ("names.json", b'["water", "road"]', ("water", "road")),
        ("titled.json", b'{"title": "x", "classes": [{"name": "water", "prompts": "sea", "color": "#00F"}]}', None),
        ("bom.csv", "\ufeffName;Prompts\nwater;river, lake\nroad;\n".encode(), ("water", "road")),
        ("short.csv", b"name,prompts,colour\nwater\n\nroad,street\n", ("water", "road")),
        ("bare.csv", b"NAME\r\nwater\r\n", ("water",)),
        ("bom.txt", "\ufeffwater".encode(), ("water",)),
    ],
)
def test_class_sets_of_other_hands_are_read(tmp_path, name, content, names):
    path = tmp_path / name
    path.write_bytes(content)
    if names is None:
        with pytest.raises(BadClasses, match="#rrggbb"):
            read_class_set(path)
    else:
        assert read_class_set(path).names == names


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("set.json", b"{"),
        ("set.json", b"[" * 100_000),
        ("set.json", b"{}"),
        ("set.json", b"[1]"),
        ("set.json", b'[{"name": "a", "prompt": "b"}]'),
        ("set.json", b'[{"name": "a", "prompts": [1]}]'),
        ("set.json", b'[{"name": "a", "colour": 1}]'),
        ("set.json", b'[{"name": "a\\u0000"}]'),
        ("set.csv", b"water\nroad\n"),
        ("set.csv", b""),
        ("set.csv", b"name\n"),
        ("set.csv", b"name\n" + b"x" * 200_000),
        ("set.csv", b'name\n"a\nb"\n'),
        ("set.txt", b"\xff\xfe\x00"),
        ("set.xls", b"water"),
    ],
)
def test_a_bad_class_set_is_refused_with_a_sentence(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadClasses, match=r"\.$"):
        read_class_set(path)


def test_a_missing_class_set_is_refused_and_an_unwritable_one_too(tmp_path):
    classes = parse_classes("water")
    with pytest.raises(BadClasses, match="cannot be read"):
        read_class_set(tmp_path / "none.json")
    with pytest.raises(BadOutput, match="cannot be written"):
        write_class_set(classes, tmp_path / "none" / "set.json")
    with pytest.raises(BadOutput, match="has to be"):
        write_class_set(classes, tmp_path / "set.doc")
