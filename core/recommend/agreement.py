"""Agreement of class maps: beyond chance, and where the models of a run are of one mind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.integer]

ALL_AGREE, MOST_AGREE, NO_MAJORITY = 1, 2, 3
THEY_DIFFER = 2  # of two models


def beyond_chance(one: Ids, other: Ids) -> float:
    """Cohen's kappa of two maps of the same ground: 1 for equal ones, 0 for chance.

    A map of a single class is as steady as it is empty: where both are of one class only, they agree by chance alone.

    Args:
        one: class ids of any shape; 0 is left out.
        other: likewise.

    Returns:
        The agreement; NaN where no pixel has a class in both.
    """
    both = (one > 0) & (other > 0)
    if not both.any():
        return float("nan")
    first, second = one[both].astype(np.int64), other[both].astype(np.int64)
    size = int(max(first.max(), second.max())) + 1
    table = np.bincount(first * size + second, minlength=size * size).reshape(size, size) / len(first)
    equal, chance = float(table.trace()), float(table.sum(axis=1) @ table.sum(axis=0))
    return (equal - chance) / (1 - chance) if chance < 1 else 0.0


def with_others(pairs: Mapping[tuple[str, str], float], families: Mapping[str, str]) -> dict[str, float]:
    """How far each model agrees with those of other families; with all others where all are of one.

    Models of one family agree with each other easily: each family counts as one voice.

    Args:
        pairs: `beyond_chance` of two models by their names, either way round.
        families: the family of each model.
    """
    return {name: _with_others(name, pairs, families) for name in families}


def _with_others(name: str, pairs: Mapping[tuple[str, str], float], families: Mapping[str, str]) -> float:
    strangers = [other for other in families if families[other] != families[name]]
    voices: dict[str, list[float]] = {}
    for other in strangers or [each for each in families if each != name]:
        value = pairs[name, other] if (name, other) in pairs else pairs[other, name]
        voices.setdefault(families[other], []).append(value)
    return fmean(map(fmean, voices.values())) if voices else float("nan")


def of_one_mind(maps: Sequence[Ids]) -> NDArray[np.uint8]:
    """Where all maps agree, where more than half do, and where no class has a majority; 0 without data.

    Of two maps it says where they agree and where they differ.

    Args:
        maps: class ids (H, W) of at least two models.
    """
    stack = np.stack(maps)
    most = np.max([(stack == each).sum(axis=0) for each in stack], axis=0)
    verdict = np.where(2 * most > len(maps), MOST_AGREE, THEY_DIFFER if len(maps) == 2 else NO_MAJORITY)
    verdict[most == len(maps)] = ALL_AGREE
    verdict[(stack == 0).all(axis=0)] = 0
    return verdict.astype(np.uint8)
