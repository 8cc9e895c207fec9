"""The land-cover lexicon: which words name which concept, and which concepts may share a pixel."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from ..resources import resource


@dataclass(frozen=True, slots=True)
class Concept:
    """One kind of thing or area that can be seen from above.

    Attributes:
        id: the name that relations use; not necessarily a phrase.
        phrases: what people call it, lower case.
        parents: its kinds ("lake" is "water"), or the whole that it is a part of ("roof" is "building").
        contains: what may lie inside it on a map that is labelled coarsely.
        looks_like: what cannot surely be told apart from it in an ordinary picture; symmetric within a lexicon.
        made_of: what one sees nearly everywhere on it: a forest is trees, a building from above is its roof.
    """

    id: str
    phrases: tuple[str, ...]
    parents: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    looks_like: tuple[str, ...] = ()
    made_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """Concepts by id, and the questions that training asks of their relations.

    Relations are taken as they stand; `from_concepts` also closes `looks_like` symmetrically.
    """

    concepts: Mapping[str, Concept]

    @classmethod
    def from_concepts(cls, concepts: Iterable[Concept]) -> Lexicon:
        """Build a lexicon whose `looks_like` holds in both directions.

        Raises:
            ValueError: an id or a phrase occurs twice, a relation names no concept, or the parents form a circle.
        """
        listed = tuple(concepts)
        _refuse_repeats("concept", (concept.id for concept in listed))
        _refuse_repeats("phrase", (phrase for concept in listed for phrase in concept.phrases))
        by_id = {concept.id: concept for concept in listed}
        for concept in listed:
            _refuse_strangers(concept, by_id)
        lexicon = cls({concept.id: _with_mirrored_likeness(concept, listed) for concept in listed})
        for concept in listed:
            if concept.id in lexicon.ancestors(concept.id):
                raise ValueError(f"The parents of '{concept.id}' lead back to itself.")
        return lexicon

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """Every phrase of every concept, concept by concept."""
        return tuple(phrase for concept in self.concepts.values() for phrase in concept.phrases)

    @cached_property
    def _owners(self) -> dict[str, str]:
        return {phrase: concept.id for concept in self.concepts.values() for phrase in concept.phrases}

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        return {concept.id: concept.parents for concept in self.concepts.values()}

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        return _reversed(self._parents)

    @cached_property
    def _containers(self) -> dict[str, tuple[str, ...]]:
        return _reversed({concept.id: concept.contains for concept in self.concepts.values()})

    def concept_of(self, phrase: str) -> str | None:
        """Return the id of the concept that a phrase names, whatever its case and spacing, or None."""
        return self._owners.get(" ".join(phrase.lower().split()))

    def ancestors(self, concept_id: str) -> frozenset[str]:
        """Return the kinds that the concept belongs to, nearest and farthest, without itself."""
        return _reachable(concept_id, self._parents)

    def shown_by(self, concept_id: str) -> frozenset[str]:
        """Return what every pixel of the concept also is: itself, its kinds, what it is made of, and their kinds."""
        kinds = {concept_id} | self.ancestors(concept_id)
        substance = {part for kind in kinds for part in self.concepts[kind].made_of}
        return frozenset(kinds | substance).union(*(self.ancestors(part) for part in substance))

    def descendants(self, concept_id: str) -> frozenset[str]:
        """Return the kinds of the concept, nearest and farthest, without itself."""
        return _reachable(concept_id, self._children)

    def containers(self, concept_id: str) -> frozenset[str]:
        """Return the areas that a map may show around the concept, or around a kind that it belongs to."""
        kinds = {concept_id} | self.ancestors(concept_id)
        return frozenset(area for kind in kinds for area in self._containers[kind])

    def compatible(self, concept_id: str) -> frozenset[str]:
        """Return the concepts that may be present where a map says `concept_id`; all others may serve as negatives.

        These are itself, its ancestors and descendants, what it contains with their descendants, and its look-alikes.
        """
        concept = self.concepts[concept_id]
        inside = set(concept.contains).union(*(self.descendants(part) for part in concept.contains))
        kin = self.ancestors(concept_id) | self.descendants(concept_id)
        return frozenset({concept_id} | kin | inside | set(concept.looks_like))


@cache
def load_lexicon() -> Lexicon:
    """Read every theme under `resources/lexicon`, in the order of the file names."""
    return Lexicon.from_concepts(
        concept for path in sorted(resource("lexicon").glob("*.json")) for concept in _read_theme(path)
    )


def _read_theme(path: Path) -> tuple[Concept, ...]:
    entries = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Concept(entry.pop("id"), **{key: tuple(value) for key, value in entry.items()}) for entry in entries)


def _reachable(start: str, edges: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(edges[start])
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(edges[current])
    return frozenset(found)


def _reversed(relation: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {target: tuple(source for source, ends in relation.items() if target in ends) for target in relation}


def _with_mirrored_likeness(concept: Concept, listed: Iterable[Concept]) -> Concept:
    mirrored = (other.id for other in listed if concept.id in other.looks_like)
    return replace(concept, looks_like=tuple(dict.fromkeys((*concept.looks_like, *mirrored))))


def _refuse_repeats(kind: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"The lexicon holds the {kind} '{name}' twice.")
        seen.add(name)


def _refuse_strangers(concept: Concept, known: Mapping[str, Concept]) -> None:
    for related in (*concept.parents, *concept.contains, *concept.looks_like, *concept.made_of):
        if related not in known:
            raise ValueError(f"'{concept.id}' is related to '{related}', which is no concept of the lexicon.")
