"""The lexicon is consistent, leaves out the words that judge it, and knows what may share a pixel."""

import itertools
import re

import pytest

from core.text.lexicon import Concept, Lexicon, load_lexicon
from core.text.templates import TEMPLATES

HELD_OUT = ("house roof", "street", "trees and shrubs", "bare desert ground", "sea")
FILLERS = {"a", "an", "the", "of", "and", "or", "in", "on", "with", "at"}
SURFACES = ("building", "bare_land", "road", "vegetation", "water")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def tiny(*concepts: Concept) -> Lexicon:
    return Lexicon.from_concepts(concepts)


def stems(phrase: str) -> frozenset[str]:
    words = set(re.findall(r"\w+", phrase.lower())) - FILLERS
    return frozenset(word if word.endswith("ss") else word.removesuffix("s") for word in words)


def holds_held_out_words(phrase: str) -> bool:
    return "seaside" in phrase or any(stems(held) <= stems(phrase) for held in HELD_OUT)


@pytest.mark.parametrize(
    ("phrase", "held"),
    [
        ("the streets", True),
        ("street tree", True),
        ("roof of a house", True),
        ("red-tiled house-roofs", True),
        ("shrubs or trees", True),
        ("sea", True),
        ("seaside", True),
        ("seawater", False),
        ("tree", False),
        ("bare desert", False),
        ("house", False),
        ("seasonal water", False),
    ],
)
def test_variants_of_held_out_words_are_recognised(phrase: str, held: bool) -> None:
    assert holds_held_out_words(phrase) is held


def test_held_out_words_are_nowhere_in_the_lexicon_or_the_sentences_around_it(lexicon: Lexicon) -> None:
    assert [text for text in (*lexicon.phrases, *TEMPLATES) if holds_held_out_words(text)] == []


def test_it_is_broad(lexicon: Lexicon) -> None:
    assert len(lexicon.concepts) >= 110
    assert len(lexicon.phrases) >= 2500


def test_every_concept_has_several_phrases(lexicon: Lexicon) -> None:
    assert [concept.id for concept in lexicon.concepts.values() if len(concept.phrases) < 8] == []


@pytest.mark.parametrize(
    "concept_id",
    [
        *("building", "road", "vegetation", "tree", "grass", "bare_land", "water"),
        *("cropland", "forest", "vehicle", "parking_lot", "residential_area"),
    ],
)
def test_the_commonest_concepts_have_at_least_forty_phrases(lexicon: Lexicon, concept_id: str) -> None:
    assert len(lexicon.concepts[concept_id].phrases) >= 40


def test_phrases_are_lower_case_single_spaced_words(lexicon: Lexicon) -> None:
    assert [phrase for phrase in lexicon.phrases if not re.fullmatch(r"[a-z][a-z'-]*( [a-z][a-z'-]*)*", phrase)] == []


@pytest.mark.parametrize(
    ("phrase", "concept_id"),
    [
        ("building", "building"),
        ("edifice", "building"),
        ("red tiled roof", "tiled_roof"),
        ("land", "bare_land"),
        ("unpaved area", "bare_land"),
        ("bareland", "bare_land"),
        ("ground without plants", "bare_land"),
        ("impervious surfaces", "impervious_surface"),
        ("developed space", "built_up"),
        ("low vegetation", "low_vegetation"),
        ("herbaceous vegetation", "low_vegetation"),
        ("rangeland", "shrubland"),
        ("agriculture land", "agricultural_area"),
        ("annual crop", "cropland"),
        ("permanent crop", "permanent_crop"),
        ("large vehicle", "truck"),
        ("small vehicle", "vehicle"),
        ("ground track field", "running_track"),
        ("dry riverbed", "dry_riverbed"),
        ("dense residential", "dense_residential"),
        ("mobile home park", "mobile_home_park"),
        ("property roof", "roof"),
        ("seawater", "ocean"),
        ("  Swimming   POOL ", "swimming_pool"),
        ("unicorn", None),
    ],
)
def test_a_phrase_names_its_concept(lexicon: Lexicon, phrase: str, concept_id: str | None) -> None:
    assert lexicon.concept_of(phrase) == concept_id


def test_every_phrase_leads_back_to_the_concept_that_lists_it(lexicon: Lexicon) -> None:
    for concept in lexicon.concepts.values():
        assert {lexicon.concept_of(phrase) for phrase in concept.phrases} == {concept.id}


@pytest.mark.parametrize(
    ("label", "present"),
    [
        ("house", "building"),
        ("building", "house"),
        ("building", "roof"),
        ("building", "solar_panel"),
        ("road", "car"),
        ("road", "pavement"),
        ("road", "parking_lot"),
        ("vegetation", "lawn"),
        ("vegetation", "cropland"),
        ("water", "lake"),
        ("water", "ship"),
        ("water", "swimming_pool"),
        ("bare_land", "sand"),
        ("bare_land", "construction_site"),
        ("bare_soil", "desert"),
        ("sand", "bare_soil"),
        ("dense_residential", "car"),
        ("residential_area", "swimming_pool"),
        ("pond", "lake"),
        ("shadow", "water"),
        ("cropland", "agricultural_area"),
    ],
)
def test_what_may_be_present_is_compatible(lexicon: Lexicon, label: str, present: str) -> None:
    assert present in lexicon.compatible(label)


@pytest.mark.parametrize(("label", "other"), list(itertools.permutations(SURFACES, 2)))
def test_the_main_surfaces_exclude_one_another(lexicon: Lexicon, label: str, other: str) -> None:
    assert other not in lexicon.compatible(label)


@pytest.mark.parametrize("label", SURFACES)
@pytest.mark.parametrize("absent", ["airplane", "snow", "railway", "tennis_court", "cloud", "wind_turbine"])
def test_things_that_are_not_there_stay_negatives(lexicon: Lexicon, label: str, absent: str) -> None:
    assert absent not in lexicon.compatible(label)


def test_likeness_holds_in_both_directions(lexicon: Lexicon) -> None:
    for concept in lexicon.concepts.values():
        assert all(concept.id in lexicon.concepts[other].looks_like for other in concept.looks_like)


def test_no_relation_names_the_same_concept_twice_or_itself(lexicon: Lexicon) -> None:
    for concept in lexicon.concepts.values():
        for relation in (concept.parents, concept.contains, concept.looks_like, concept.made_of):
            assert len({*relation, concept.id}) == len(relation) + 1, concept.id


def test_ancestors_and_descendants_reach_all_the_way() -> None:
    chain = tiny(Concept("a", ("a",)), Concept("b", ("b",), ("a",)), Concept("c", ("c",), ("b",)))
    assert chain.ancestors("c") == {"a", "b"}
    assert chain.descendants("a") == {"b", "c"}
    assert chain.compatible("b") == {"a", "b", "c"}


def test_compatible_follows_what_is_contained_down_but_not_up() -> None:
    places = tiny(
        Concept("thing", ("thing",)),
        Concept("car", ("car",), ("thing",)),
        Concept("taxi", ("taxi",), ("car",)),
        Concept("road", ("road",), contains=("car",), looks_like=("runway",)),
        Concept("runway", ("runway",)),
        Concept("airfield", ("airfield",), contains=("runway",)),
    )
    assert places.compatible("road") == {"road", "car", "taxi", "runway"}
    assert places.compatible("runway") == {"runway", "road"}
    assert places.compatible("taxi") == {"taxi", "car", "thing"}
    assert places.containers("taxi") == {"road"}
    assert places.containers("runway") == {"airfield"}


@pytest.mark.parametrize(
    ("concepts", "complaint"),
    [
        ((Concept("a", ("x",)), Concept("b", ("x",))), "phrase 'x' twice"),
        ((Concept("a", ("x", "x")),), "phrase 'x' twice"),
        ((Concept("a", ("x",)), Concept("a", ("y",))), "concept 'a' twice"),
        ((Concept("a", ("x",), ("b",)),), "'b', which is no concept"),
        ((Concept("a", ("x",), contains=("b",)),), "'b', which is no concept"),
        ((Concept("a", ("x",), looks_like=("b",)),), "'b', which is no concept"),
        ((Concept("a", ("x",), made_of=("b",)),), "'b', which is no concept"),
        ((Concept("a", ("x",), ("b",)), Concept("b", ("y",), ("a",))), "lead back to itself"),
    ],
)
def test_an_inconsistent_lexicon_is_refused(concepts: tuple[Concept, ...], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Lexicon.from_concepts(concepts)
