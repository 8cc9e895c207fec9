"""The glossary: land-cover words of nine languages, and the English words that a model reads in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..classes import ClassList
from ..protocol import Warn
from .languages import ENGLISH, LANGUAGES, glossary_terms, has_letters, is_english, word_keys
from .lexicon import load_lexicon
from .queries import Queries


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word means in one language.

    Args:
        language: ISO 639-1 code.
        english: a phrase of the lexicon.
        spelling: the word as the glossary writes it.
    """

    language: str
    english: str
    spelling: str


@dataclass(frozen=True, slots=True)
class Word:
    """A typed phrase that no list of English knows.

    Args:
        typed: as it was typed.
        english: what the model reads in its place; "" where the glossary does not know it, so it is used as typed.
        language: the language it was taken for; "" where that is not known.
    """

    typed: str
    english: str = ""
    language: str = ""


def understood(classes: ClassList, languages: Sequence[str]) -> tuple[ClassList, tuple[Word, ...]]:
    """The classes as a model can read them: phrases in a language that it does not read become English.

    Names and colours stay, and so do phrases in a language that the model reads.

    Args:
        classes: as typed.
        languages: what the model reads, ISO 639-1 codes.

    Returns:
        The classes, and what was translated or not known, each once.
    """
    phrases = tuple(dict.fromkeys(text for spec in classes for text in spec.texts))
    found = {word.typed: word for word in foreign_words(phrases, languages)}
    if not any(word.english for word in found.values()):
        return classes, tuple(found.values())

    def read(text: str) -> str:
        return found[text].english or text if text in found else text

    specs = (replace(spec, prompts=tuple(dict.fromkeys(map(read, spec.texts)))) for spec in classes)
    return ClassList(tuple(specs)), tuple(found.values())


def read_as(queries: Queries, words: Iterable[Word]) -> Queries:
    """The queries with the English of foreign words in their place."""
    english = {word.typed: word.english for word in words if word.english}
    if not english:
        return queries
    read = (tuple(dict.fromkeys(english.get(each, each) for each in phrases)) for phrases in queries.phrases)
    return replace(queries, phrases=tuple(read))


def foreign_words(phrases: Sequence[str], languages: Sequence[str] = (ENGLISH,)) -> tuple[Word, ...]:
    """Which of the phrases a model of these languages does not read, and the English for them.

    An English reading wins, unless most of the phrases are in one other language and mean something else there: "playa"
    is a salt flat, but beside "bosque" a beach.
    """
    readings = {phrase: _readings(phrase, languages) for phrase in phrases}
    home = _common_language(readings)
    words = (_judged(phrase, found, home, languages) for phrase, found in readings.items())
    return tuple(word for word in words if word is not None)


def warnings_of(words: Iterable[Word]) -> Iterator[Warn]:
    """What a user should hear of words: which English stands for which, and which are used as typed."""
    listed = tuple(words)
    pairs = [f"“{word.typed}” is read as “{word.english}”" for word in listed if word.english]
    if pairs:
        yield Warn("translated", f"The model reads English: {', '.join(pairs)}.")
    unknown = [f"“{word.typed}”" for word in listed if not word.english]
    if unknown:
        many = len(unknown) > 1
        which = f"{', '.join(unknown)} {'are' if many else 'is'} not in the glossary"
        used = "they are" if many else "it is"
        yield Warn("unknown_word", f"{which}; the model reads English: {used} used as typed.")


def _readings(phrase: str, languages: Sequence[str]) -> tuple[Reading, ...]:
    """What a phrase means in the languages that a model does not read; where it is spelt as typed first."""
    found = [
        reading
        for key in word_keys(phrase)
        for reading in _glossary().get(key, ())
        if reading.language not in languages
    ]
    exact = phrase.casefold()
    return tuple(sorted(dict.fromkeys(found), key=lambda reading: reading.spelling.casefold() != exact))


def _common_language(readings: Mapping[str, tuple[Reading, ...]]) -> str:
    """The language that most of the phrases can be in, if they are more than those that can only be English."""
    foreign = {phrase: found for phrase, found in readings.items() if found and not is_english(phrase)}
    votes = Counter(language for found in foreign.values() for language in {each.language for each in found})
    if not votes:
        return ""
    most = max(votes.values())
    home = next(language for language in LANGUAGES if votes[language] == most)
    others = [found for phrase, found in readings.items() if is_english(phrase)]
    only_english = sum(home not in {each.language for each in found} for found in others)
    return home if most > only_english else ""


def _judged(phrase: str, found: tuple[Reading, ...], home: str, languages: Sequence[str]) -> Word | None:
    """The phrase as a foreign word; None where it is English."""
    at_home = next((reading for reading in found if reading.language == home), None)
    if load_lexicon().concept_of(phrase) is not None or (is_english(phrase) and " " not in phrase.strip()):
        if at_home is None or _same_concept(phrase, at_home.english):
            return None
        return Word(phrase, at_home.english, home)
    if found:
        reading = at_home or found[0]
        return Word(phrase, reading.english, reading.language)
    reads_more = any(language != ENGLISH for language in languages)
    return None if reads_more or is_english(phrase) or not has_letters(phrase) else Word(phrase)


def _same_concept(one: str, other: str) -> bool:
    concept_of = load_lexicon().concept_of
    return concept_of(one) == concept_of(other)


@cache
def _glossary() -> Mapping[str, tuple[Reading, ...]]:
    """Every reading by the keys of its word."""
    readings: dict[str, list[Reading]] = {}
    for language in LANGUAGES:
        for english, words in glossary_terms(language).items():
            for word in words:
                for key in word_keys(word):
                    readings.setdefault(key, []).append(Reading(language, english, word))
    return {key: tuple(found) for key, found in readings.items()}
