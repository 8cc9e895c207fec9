"""Other words for the same classes, out of the lexicon: a steady model gives the same map for them."""

from __future__ import annotations

import re
from dataclasses import replace

from ..classes import ClassList
from ..text.glossary import understood
from ..text.languages import ENGLISH
from ..text.lexicon import load_lexicon

_FILLERS = frozenset({"a", "an", "the", "of"})


def other_words(classes: ClassList) -> ClassList | None:
    """The classes with another phrase of the same concept in the place of each; None where there is none at all.

    What the lexicon does not know stays as it is; words of other languages become English first.
    """
    english, _ = understood(classes, (ENGLISH,))
    specs = tuple(replace(spec, prompts=tuple(map(_synonym, spec.texts))) for spec in english)
    if all(new.texts == old.texts for new, old in zip(specs, english, strict=True)):
        return None
    return ClassList(specs)


def _synonym(phrase: str) -> str:
    """The first phrase of the concept that is more than another form of the same words."""
    lexicon = load_lexicon()
    concept = lexicon.concept_of(phrase)
    if concept is None:
        return phrase
    return next((other for other in lexicon.concepts[concept].phrases if _stems(other) != _stems(phrase)), phrase)


def _stems(phrase: str) -> frozenset[str]:
    words = re.findall(r"\w+", phrase.lower())
    return frozenset(word.removesuffix("s") for word in words if word not in _FILLERS)
