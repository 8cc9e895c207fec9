"""Candidates: the models one has, with what is published of each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import NoModel
from ..zoo import find_model, list_models, training_free_models

_OURS = "SoftSeg"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One model that can be tried.

    Args:
        name: what --model takes.
        family: the publication that it belongs to; models of one family count as one voice.
        resolutions_m: finest and coarsest ground sampling distance that it is said to suit, m/px; None: none is said.
    """

    name: str
    family: str
    resolutions_m: tuple[float, float] | None


def candidates(names: Sequence[str] = ()) -> tuple[Candidate, ...]:
    """The trained models, then the downloaded ones that need no training; or those of the given names.

    Raises:
        NoModel: there is none, or none of a name.
    """
    trained = [Candidate(each.name, f"{_OURS} {each.name}", each.card.resolutions_m) for each in list_models()]
    free = [Candidate(each.id, each.family, each.ground_m) for each in training_free_models()]
    known = {each.name: each for each in (*trained, *free)}
    if not names:
        if not known:
            raise NoModel("There is no model to compare: softseg models lists what can be downloaded.")
        return tuple(known.values())
    return tuple(known.get(name) or _by_name(name) for name in dict.fromkeys(names))


def _by_name(name: str) -> Candidate:
    """A model that is in no list: a folder, or one with its activation chosen."""
    resolutions = find_model(name).card.resolutions_m
    return Candidate(name, name, None if math.isinf(resolutions[1]) else resolutions)
