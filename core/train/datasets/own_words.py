"""What a class means: a concept of the lexicon, or its own name where the lexicon has no word for it."""

from __future__ import annotations

from collections.abc import Iterable

from ...errors import BadOption
from ...text.lexicon import Concept, Lexicon, load_lexicon
from .kinds import DenseImage


def concept_for(name: str, given: str | None, where: str) -> str:
    """Give the concept of a class: the given one, else what the name says, else the name itself as a word of its own.

    Args:
        name: the class as its data set calls it.
        given: an id of the lexicon, if the class table has one.
        where: the class table, for messages.

    Raises:
        BadOption: the given id is no concept.
    """
    lexicon = load_lexicon()
    if given is None:
        return lexicon.concept_of(name) or _word(name)
    if given not in lexicon.concepts:
        raise BadOption(
            f"{where}: '{given}', which is given for {name}, is no concept of the lexicon; leave it out to learn the "
            "name itself."
        )
    return given


def with_own_words(lexicon: Lexicon, images: Iterable[DenseImage]) -> Lexicon:
    """The lexicon with a concept more for each class that it has no word for, under the class's own name.

    Nothing is known of such a word but what its data set says: it excludes the other classes of that data set, and
    may be anything else, words of other data sets among it.
    """
    siblings: dict[str, set[str]] = {}
    for classes in {image.classes for image in images}:
        concepts = {label.concept for label in classes}
        for concept in concepts - set(lexicon.concepts):
            siblings.setdefault(concept, set()).update(concepts - {concept})
    own = (
        Concept(word, (word,), looks_like=(*_possible(lexicon, others), *sorted(set(siblings) - others - {word})))
        for word, others in sorted(siblings.items())
    )
    return Lexicon.from_concepts((*lexicon.concepts.values(), *own)) if siblings else lexicon


def _word(name: str) -> str:
    return " ".join(name.lower().split())


def _possible(lexicon: Lexicon, excluded: set[str]) -> tuple[str, ...]:
    """Every concept of the lexicon but the excluded ones and their kinds."""
    known = excluded & set(lexicon.concepts)
    out = known.union(*(lexicon.descendants(concept) for concept in known))
    return tuple(concept for concept in lexicon.concepts if concept not in out)
