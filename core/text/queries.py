"""Queries: what an image is matched with, word by word or class by class, and what each match stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..classes import ClassList

EVERYTHING_ELSE = -1


@dataclass(frozen=True, slots=True)
class Queries:
    """Phrases that become one vector each, and the class that each vector speaks for.

    Args:
        phrases: the phrases of each of Q queries; the mean of their vectors is the query's.
        owners: index of the class of each query; `EVERYTHING_ELSE` for what is none of the classes.
        classes: how many there are, T.
    """

    phrases: tuple[tuple[str, ...], ...]
    owners: tuple[int, ...]
    classes: int

    @classmethod
    def of(cls, classes: ClassList, synonyms: str = "mean", distractors: Sequence[str] = ()) -> Queries:
        """The queries of a class list.

        Args:
            classes: T classes with their prompts.
            synonyms: "mean" joins the prompts of a class in one query; "max" makes each a query of its own.
            distractors: what else there is to see; each is a query of its own.
        """
        groups = [[spec.texts] if synonyms == "mean" else [(text,) for text in spec.texts] for spec in classes]
        owned = [(tuple(phrases), owner) for owner, group in enumerate(groups) for phrases in group]
        others = [((phrase,), EVERYTHING_ELSE) for phrase in distractors]
        phrases, owners = zip(*owned, *others, strict=True)
        return cls(phrases, owners, len(classes))
