"""Languages: how a typed word is compared with known ones, and whether an unknown word looks like English."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from ..resources import resource
from .lexicon import load_lexicon

ENGLISH = "en"
LANGUAGES = {
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ko": "Korean",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "zh": "Chinese",
}
"""Languages of the glossary beside English."""

_JOINTS = re.compile(r"[\s\-'’·]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_GRAM = 3
_RARE = 0.3  # added to each count: a run of letters that was never met is rare, not impossible
_KINDS = 4000  # runs of letters there are, about
_FOREIGN = -0.1  # log odds a letter, below which a word looks foreign


def word_key(text: str) -> str:
    """What spellings of a word have in common: case, accents, spaces and hyphens aside."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in parts if unicodedata.category(sign) != "Mn")
    return _JOINTS.sub("", unicodedata.normalize("NFC", plain))


def word_keys(text: str) -> tuple[str, ...]:
    """The key of a word, and the one that it has when its umlauts are written as two letters."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return tuple(dict.fromkeys((word_key(text), word_key(composed.translate(_UMLAUTS)))))


@cache
def glossary_terms(language: str) -> dict[str, list[str]]:
    """The words of a language by the English phrase that stands for them, which is one of the lexicon."""
    terms: dict[str, list[str]] = json.loads(resource(f"glossary/{language}.json").read_text(encoding="utf-8"))
    return terms


def is_english(phrase: str) -> bool:
    """Whether the English lexicon knows a phrase, or at least each of its words."""
    words = _LETTERS.findall(phrase.lower())
    return bool(words) and (load_lexicon().concept_of(phrase) is not None or set(words) <= _english_words())


def looks_foreign(phrase: str) -> bool:
    """Whether a phrase that no list knows looks like another language than English: a guess from its letters."""
    unknown = [word for word in _LETTERS.findall(phrase.lower()) if word not in _english_words()]
    if not all(word.isascii() for word in unknown):
        return True
    long_enough = [word for word in unknown if len(word) > 2]
    odds = [_spelling().english_odds(word) for word in long_enough]
    return bool(odds) and sum(odds) / len(odds) < _FOREIGN


@dataclass(frozen=True)
class _Spelling:
    """Runs of letters, counted in words of English and of the other languages with Latin letters."""

    english: Counter[str]
    foreign: Counter[str]

    @cached_property
    def _totals(self) -> tuple[float, float]:
        return self.english.total() + _RARE * _KINDS, self.foreign.total() + _RARE * _KINDS

    def english_odds(self, word: str) -> float:
        """Log odds a letter that a word is English; below 0 for one that rather is not."""
        ours, theirs = self._totals
        each = (
            math.log((self.english[run] + _RARE) / ours * theirs / (self.foreign[run] + _RARE)) for run in _runs(word)
        )
        return sum(each) / len(word)


@cache
def _spelling() -> _Spelling:
    phrases = (word for language in LANGUAGES for words in glossary_terms(language).values() for word in words)
    foreign = {word for phrase in phrases for word in _plain_words(phrase) if word.isascii()}
    return _Spelling(_counted(_english_words()), _counted(foreign - _english_words()))


def _plain_words(phrase: str) -> list[str]:
    return [word_key(word) for word in _LETTERS.findall(phrase)]


@cache
def _english_words() -> frozenset[str]:
    return frozenset(word for phrase in load_lexicon().phrases for word in _LETTERS.findall(phrase.lower()))


def _counted(words: Iterable[str]) -> Counter[str]:
    return Counter(run for word in words for run in _runs(word))


def _runs(word: str) -> Iterator[str]:
    ended = f"^{word}$"
    return (ended[start : start + _GRAM] for start in range(len(ended) - _GRAM + 1))
