"""Templates put a name into a sentence without changing what it names."""

import re

import pytest

from core.errors import BadOption
from core.text.templates import TEMPLATES, fill, template_set


@pytest.mark.parametrize("template", [*TEMPLATES, *template_set("rs"), *template_set("single")])
def test_every_template_has_exactly_one_place_for_the_name(template: str) -> None:
    assert template.count("{}") == 1
    assert re.sub(r"\{\}", "", template).count("{") == 0


@pytest.mark.parametrize("templates", [TEMPLATES, template_set("rs")])
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
