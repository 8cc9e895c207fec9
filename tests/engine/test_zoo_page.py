"""The page of the zoo says what is declared, no more and no less."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.commands.zoo_page import IMAGERY, PAGE_FILE, zoo_page
from core.resources import resource
from core.vlm.hub.catalogue import entries
from core.vlm.hub.entry import Licence


@pytest.fixture(scope="module")
def page():
    return resource(PAGE_FILE).read_text(encoding="utf-8")


def test_the_page_is_what_the_list_makes(page):
    assert page == zoo_page(entries()), "python -m core.commands.zoo_page writes it anew"


def test_every_model_and_every_figure_with_its_source_is_on_it(page):
    for entry in entries():
        assert f"| {entry.id} | {entry.what} |" in page
        for figure in entry.figures:
            assert f"{figure.value:g}" in page
            assert figure.source in page


@pytest.mark.parametrize("entry", [each for each in entries() if not each.licence.verified], ids=lambda each: each.id)
def test_a_licence_that_nobody_verified_is_marked(entry, page):
    (line,) = [line for line in page.splitlines() if line.startswith(f"| {entry.id} | {entry.what}")]
    assert "(?)" in line


@pytest.mark.parametrize(
    "entry", [each for each in entries() if not each.activation_verified], ids=lambda each: each.id
)
def test_an_activation_that_nobody_verified_is_marked(entry, page):
    (line,) = [line for line in page.splitlines() if line.startswith(f"- **{entry.id}**")]
    assert "activation function" in line
    assert "(?)" in line


def test_each_imagery_names_the_best_three_in_order(page):
    (line,) = [line for line in page.splitlines() if "(iSAID)" in line and "farslip" in line]
    assert "farslip1-b16 19.76, farslip2-b16 18.67, farslip1-b32 16.09" in line
    assert set(IMAGERY) <= {name for name in IMAGERY if f"({name})" in page}


def test_a_changed_licence_changes_the_page(page):
    first, *others = entries()
    assert zoo_page((replace(first, licence=Licence("XYZ", "x", "no", verified=True)), *others)) != page
