"""The word tables fit the data sets and the lexicon."""

import pytest

from core.errors import BadOption
from core.evaluate.words import ABSENT, OTHER, TRAINED, absent_names, typed_words
from core.text.lexicon import load_lexicon
from core.train.datasets import dubai, houston, korea

CLASSES = {"dubai": dubai.CLASSES, "korea": korea.CLASSES, "houston": houston.CLASSES}


@pytest.mark.parametrize("source", CLASSES)
@pytest.mark.parametrize("words", ["trained", "other"])
def test_every_class_has_words_and_no_two_the_same(source: str, words: str) -> None:
    typed = typed_words(source, words)
    assert list(typed) == [label.name for label in CLASSES[source]]
    assert len(set(typed.values())) == len(typed)


@pytest.mark.parametrize("source", CLASSES)
def test_trained_names_are_names_of_the_class_s_concept(source: str) -> None:
    for label in CLASSES[source]:
        assert load_lexicon().concept_of(TRAINED[source][label.name]) == label.concept


@pytest.mark.parametrize("source", CLASSES)
def test_other_words_are_not_in_the_lexicon(source: str) -> None:
    known = [word for word in OTHER[source].values() if load_lexicon().concept_of(word) is not None]
    assert known == []


@pytest.mark.parametrize("source", CLASSES)
def test_absent_names_are_fifteen_known_things_and_no_class_of_the_data(source: str) -> None:
    assert len(set(ABSENT[source])) == 15
    present = {label.concept for label in CLASSES[source]}
    lexicon = load_lexicon()
    concepts = {name: lexicon.concept_of(name) for name in ABSENT[source]}
    assert [name for name, concept in concepts.items() if concept is None] == []
    assert not present & set(concepts.values())


def test_unknown_words_sources_and_counts_are_refused() -> None:
    assert absent_names("dubai", 3) == ("airplane", "snow", "railway")
    for wrong in (lambda: typed_words("dubai", "latin"), lambda: typed_words("paris", "other")):
        with pytest.raises(BadOption, match="choose"):
            wrong()
    with pytest.raises(BadOption, match="0 to 15"):
        absent_names("dubai", 16)
