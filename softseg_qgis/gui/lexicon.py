"""What the land-cover lexicon knows of a typed class: names to complete it from, and what else it is called.

`core.text.lexicon` reads the same files for the engine, with a Python newer than the one of the oldest QGIS.
"""

from __future__ import annotations

import json
import re
from functools import cache

from ..core.classes import ClassSpec
from ..paths import resource

_PHRASES = 5  # of a concept that are taken: its name, and four more
_SMALL_WORDS = frozenset(("a", "an", "of", "the"))


def concept_names() -> list[str]:
    """The name of every concept; the files are read when this is first asked."""
    return list(_concepts())


def synonyms_of(spec: ClassSpec) -> tuple[str, ...]:
    """The first few phrases of the concept that a class means, without those that it has already.

    A class means what its name says or, where that is in another language, the one phrase that the model reads for it.
    There are none where the lexicon knows neither.
    """
    owners = _owners()
    name = owners.get(_plain(spec.name)) or (owners.get(_plain(spec.texts[0])) if len(spec.texts) == 1 else None)
    present = {_key(text) for text in spec.texts}
    distinct: dict[str, str] = {}
    for phrase in _concepts().get(name, ()):
        distinct.setdefault(_key(phrase), phrase)
    return tuple(phrase for key, phrase in list(distinct.items())[:_PHRASES] if key not in present)


@cache
def _concepts() -> dict[str, tuple[str, ...]]:
    """The phrases of every concept by its name, which is the first of them."""
    entries = (
        entry
        for path in sorted(resource("lexicon").glob("*.json"))
        for entry in json.loads(path.read_text(encoding="utf-8"))
    )
    return {name: (name, *phrases) for name, phrases in ((_name(entry), entry["phrases"]) for entry in entries)}


@cache
def _owners() -> dict[str, str]:
    """The name of the concept that each phrase belongs to."""
    return {phrase: name for name, phrases in _concepts().items() for phrase in phrases}


def _name(entry: dict) -> str:
    """What people call a concept: its id where that is a phrase, else its first phrase."""
    name = entry["id"].replace("_", " ")
    return name if name in entry["phrases"] else entry["phrases"][0]


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _key(phrase: str) -> str:
    """The same for “water body”, “bodies of water” and “a waterbody”: a model learns nothing from the other ones."""
    words = (_singular(word) for word in re.findall(r"\w+", phrase.lower()) if word not in _SMALL_WORDS)
    return "".join(sorted("".join(words)))


def _singular(word: str) -> str:
    word = re.sub(r"ies$", "y", word)
    return re.sub(r"(?<=ss|sh|ch)es$|(?<=[^s])s$", "", word)
