"""The glossary: whole, unambiguous within a language, and never in the way of English."""

from __future__ import annotations

import json

import pytest

from core.classes import parse_classes
from core.resources import resource
from core.text.glossary import Word, foreign_words, understood, warnings_of
from core.text.languages import LANGUAGES, glossary_terms, word_key
from core.text.lexicon import load_lexicon

TEN = ("en", *LANGUAGES)
FOREST = {
    "de": "Wald", "es": "bosque", "fr": "forêt", "it": "foresta", "ko": "숲", "nl": "bos", "pt": "floresta",
    "ru": "лес", "zh": "森林",
}  # fmt: skip


def english(*phrases: str) -> list[str]:
    """What a model of English reads."""
    found = {word.typed: word.english for word in foreign_words(phrases)}
    return [found.get(phrase) or phrase for phrase in phrases]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_a_word_in_every_language(language):
    lexicon = load_lexicon()
    concepts = {lexicon.concept_of(phrase) for phrase, words in glossary_terms(language).items() if words}
    assert concepts == set(lexicon.concepts)
    assert len(concepts) >= 250


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_means_two_things_in_one_language(language):
    meanings: dict[str, set[str]] = {}
    for phrase, words in glossary_terms(language).items():
        for word in words:
            meanings.setdefault(word_key(word), set()).add(phrase)
    assert {word: phrases for word, phrases in meanings.items() if len(phrases) > 1} == {}


@pytest.mark.parametrize("language", FOREST)
def test_each_language_is_read_and_named(language):
    assert foreign_words([FOREST[language]]) == (Word(FOREST[language], "forest", language),)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("WALD", "forest"),
        ("Wälder", "forest"),
        ("Gebäude", "building"),
        ("Gebaeude", "building"),
        ("Gebaude", "building"),
        ("Strasse", "road"),
        ("foret", "forest"),
        ("panneaux  solaires", "solar panel"),
        ("ronds points", "roundabout"),
        ("озера", "lake"),
        ("Озёра", "lake"),
        ("주거지역", "residential area"),
        ("주거 지역", "residential area"),
        ("河流", "river"),
    ],
)
def test_case_accents_spaces_and_umlauts_do_not_matter(typed, read):
    assert english(typed) == [read]


@pytest.mark.parametrize("word", ["pool", "Sand", "park", "Garage", "mine", "port", "car", "playa", "route", "cereal"])
def test_an_english_reading_wins(word):
    assert foreign_words([word, "building"]) == ()


@pytest.mark.parametrize(
    ("phrases", "read"),
    [
        (("playa", "bosque", "edificio"), ["beach", "forest", "building"]),
        (("route", "forêt"), ["road", "forest"]),
        (("Park", "Sand", "Wald"), ["Park", "Sand", "forest"]),
        (("Meer", "Wald"), ["ocean", "forest"]),
        (("meer", "bos"), ["lake", "forest"]),
        (("mare", "foresta"), ["ocean", "forest"]),
        (("mare", "forêt"), ["pond", "forest"]),
        (("roça", "building"), ["cropland", "building"]),
        (("roca", "building"), ["rock", "building"]),
    ],
)
def test_what_is_typed_beside_a_word_decides_its_language(phrases, read):
    assert english(*phrases) == read


@pytest.mark.parametrize(
    "phrase",
    ["Gehölzinsel", "屋顶花园", "лесничество", "Wirtschaftshofgelaende", "terreiro", "brousse", "a blue gizmo"],
)
def test_an_unknown_word_is_said_and_used_as_typed(phrase):
    classes, words = understood(parse_classes(f"{phrase}; tree"), ("en",))
    assert words == (Word(phrase),)
    assert [spec.texts for spec in classes] == [(phrase,), ("tree",)]
    (warning,) = warnings_of(words)
    assert warning.text == f"“{phrase}” is not in the glossary; the model reads English: it is used as typed."


@pytest.mark.parametrize(
    "phrase", ["street", "sea", "house roof", "trees and shrubs", "large green forest", "oak", "42"]
)
def test_english_outside_the_lexicon_is_left_alone(phrase):
    assert foreign_words([phrase]) == ()


@pytest.mark.parametrize("path", sorted(resource("presets").glob("*.json")), ids=lambda path: path.stem)
def test_no_preset_is_taken_for_another_language(path):
    preset = json.loads(path.read_text(encoding="utf-8"))
    prompts = [prompt for each in preset["classes"] for prompt in (each["name"], *each["prompts"])]
    assert foreign_words([*prompts, *preset["suggestions"]]) == ()


def test_names_and_colours_stay_and_the_prompts_become_english():
    typed = parse_classes("Wald: Wald, Forst, pines #112233; Wasser #445566; grün: lawn")
    classes, _ = understood(typed, ("en",))
    assert (classes.names, classes.colours) == (typed.names, typed.colours)
    assert [spec.texts for spec in classes] == [("forest", "pines"), ("water",), ("lawn",)]


def test_what_is_translated_is_said_in_one_sentence():
    _, words = understood(parse_classes("Wald; Wiese; tree"), ("en",))
    (warning,) = warnings_of(words)
    assert warning.text == "The model reads English: “Wald” is read as “forest”, “Wiese” is read as “meadow”."


def test_english_classes_come_back_as_they_are():
    typed = parse_classes("building; road; tree: tree canopy, forest")
    assert understood(typed, ("en",)) == (typed, ())


def test_a_model_of_many_languages_gets_the_words_as_typed():
    typed = parse_classes("Wald; 森林; bosque; Gehölzinsel")
    assert understood(typed, TEN) == (typed, ())


def test_a_model_of_two_languages_gets_the_others_in_english():
    classes, _ = understood(parse_classes("Wald; bosque"), ("en", "de"))
    assert [spec.texts for spec in classes] == [("Wald",), ("forest",)]
