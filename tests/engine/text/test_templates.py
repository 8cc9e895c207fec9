"""Templates and modifiers put a name into a sentence without changing what it names."""

import re

import pytest

from core.errors import BadOption
from core.text.templates import MODIFIERS, TEMPLATES, fill, modified, template_set


@pytest.mark.parametrize("template", [*TEMPLATES, *MODIFIERS, *template_set("rs"), *template_set("single")])
def test_every_template_has_exactly_one_place_for_the_name(template: str) -> None:
    assert template.count("{}") == 1
    assert re.sub(r"\{\}", "", template).count("{") == 0


@pytest.mark.parametrize("templates", [TEMPLATES, MODIFIERS, template_set("rs")])
def test_no_template_is_listed_twice(templates: tuple[str, ...]) -> None:
    assert len(set(templates)) == len(templates)


def test_training_has_many_templates_and_the_bare_name_among_them() -> None:
    assert len(TEMPLATES) >= 24
    assert "{}" in TEMPLATES


@pytest.mark.parametrize("name", ["plain", "single", "rs"])
def test_training_knows_every_template_that_is_used_at_inference(name: str) -> None:
    assert set(template_set(name)) <= set(TEMPLATES)


@pytest.mark.parametrize(("name", "fewest", "most"), [("plain", 1, 1), ("single", 1, 1), ("rs", 6, 8)])
def test_sets_have_the_promised_size(name: str, fewest: int, most: int) -> None:
    assert fewest <= len(template_set(name)) <= most


def test_an_unknown_set_is_refused_with_the_known_ones_in_the_sentence() -> None:
    with pytest.raises(BadOption, match=r"'poem'.*plain, single, rs"):
        template_set("poem")


@pytest.mark.parametrize("phrase", ["building", "roof {red}", "{}", "{0}", 'tree\'s "crown"', "建物", "🌳"])
def test_a_name_survives_filling_as_it_is(phrase: str) -> None:
    assert fill(("a map of {}", "{} seen from above"), phrase) == (f"a map of {phrase}", f"{phrase} seen from above")


def test_modified_gives_the_phrase_first_and_then_its_variants() -> None:
    assert modified("lake")[:2] == ("lake", "the lake")
    assert len(set(modified("lake"))) == len(MODIFIERS) + 1


@pytest.mark.parametrize("phrase", ["a body of water", "The lake", "many houses", "all trees", ""])
def test_a_phrase_with_its_own_determiner_gets_no_second_one(phrase: str) -> None:
    assert modified(phrase) == (phrase,)


@pytest.mark.parametrize("modifier", MODIFIERS)
def test_no_modifier_speaks_of_size_or_colour(modifier: str) -> None:
    words = set(modifier.split())
    assert not words & {"large", "small", "big", "tiny", "tall", "low", "dense", "sparse", "wet", "dry", "red", "green"}
