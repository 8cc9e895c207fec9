"""Languages: how a typed word is compared with known ones, and which words are English."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

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


def has_letters(phrase: str) -> bool:
    """Whether there is a word in a phrase at all."""
    return _LETTERS.search(phrase) is not None


def is_english(phrase: str) -> bool:
    """Whether the English lexicon knows a phrase, or each of its words is in it or in a list of common ones."""
    words = _LETTERS.findall(phrase.lower())
    return bool(words) and (load_lexicon().concept_of(phrase) is not None or set(words) <= _english_words())


@cache
def _english_words() -> frozenset[str]:
    common = json.loads(resource("glossary/en.json").read_text(encoding="utf-8"))
    return frozenset(common).union(*(_LETTERS.findall(phrase.lower()) for phrase in load_lexicon().phrases))
