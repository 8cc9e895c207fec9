"""Deciding: from quantised costs to classes and confidence, the same for a fresh run and for stored costs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import BadOption

COST_SCALE = 0.001
"""Logit units in one step of a stored cost."""

MAX_COST = 32.0
"""Stored costs lie between minus and plus this logit."""

COST_NODATA = -32768
"""Stored in every band where the raster has no data."""

_WIDEST_ID = 254  # highest class id in 8 bits; 255 stays free
_STRIP_PX = 65_536  # what fits into a core's cache


@dataclass(frozen=True, slots=True)
class Decision:
    """How costs become classes.

    Args:
        balance: what is added to each class's logit before the highest wins; None adds nothing.
        unsure: pixels with a confidence under this, 0 to 1, are left unlabelled.
        min_area_px: patches of fewer pixels go to a neighbour; see `core.sieve`.
        thresholds: as `unsure`, class by class, for those that need more; None: none does.

    Raises:
        BadOption: a number is out of its range.
    """

    balance: tuple[float, ...] | None = None
    unsure: float = 0.0
    min_area_px: int = 0
    thresholds: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        for least in (self.unsure, *(self.thresholds or ())):
            if not 0 <= least <= 1:
                raise BadOption(f"The confidence under which pixels stay unlabelled is 0 to 1, not {least:g}.")
        if self.min_area_px < 0:
            raise BadOption(f"The smallest patch is a number of pixels from 0 on, not {self.min_area_px}.")
        if not all(abs(shift) <= MAX_COST for shift in self.balance or ()):
            raise BadOption(f"The balance of a class is a number from -{MAX_COST:g} to {MAX_COST:g}.")

    def steps(self, classes: int) -> NDArray[np.int32]:
        """The balance (T,) in steps of stored costs.

        Raises:
            BadOption: there is a balance, but not for as many classes.
        """
        balance = self.balance if self.balance is not None else (0.0,) * classes
        if len(balance) != classes:
            raise BadOption(f"The balance has {len(balance)} numbers for {classes} classes: give one for each class.")
        return np.rint(np.array(balance) / COST_SCALE).astype(np.int32)

    def limits(self, classes: int) -> NDArray[np.float32]:
        """The least confidence (T + 1,) that each class id needs; the first is that of no class.

        Raises:
            BadOption: there are thresholds, but not for as many classes.
        """
        own = self.thresholds if self.thresholds is not None else (0.0,) * classes
        if len(own) != classes:
            raise BadOption(f"There are {len(own)} thresholds for {classes} classes: give one for each class.")
        return np.maximum(np.array((0.0, *own), np.float32), np.float32(self.unsure))


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """Class ids (H, W), uint8 or uint16, 0 where unlabelled; confidence (H, W) float32 0..1, NaN without data."""

    classes: NDArray[Any]
    confidence: NDArray[np.float32]


def decide(costs: ArrayLike, valid: ArrayLike, decision: Decision) -> Decided:
    """Let the class with the highest cost plus balance win in each pixel; the first of equals.

    Confidence is the sigmoid of the winner's logit with its balance.

    Args:
        costs: (T, H, W) int16 in steps of `COST_SCALE`, numpy or torch on the CPU.
        valid: (H, W) bool, false without data.
        decision: balance and thresholds; its smallest patch is not looked at here.

    Raises:
        BadOption: the balance or the thresholds are for another number of classes.
    """
    costs, valid = np.asarray(costs), np.asarray(valid)
    classes, height, width = costs.shape
    steps, limits = decision.steps(classes), decision.limits(classes)
    alike = bool((limits == limits[0]).all())
    decided = Decided(np.empty((height, width), class_dtype(classes)), np.empty((height, width), np.float32))
    for rows in _strips(height, width):
        ids, scores = _winners(costs[:, rows], steps, decided.classes.dtype)
        confidence = _sigmoid(scores)
        ids[confidence < (limits[0] if alike else limits[ids])] = 0
        missing = ~valid[rows]
        if missing.any():
            ids[missing], confidence[missing] = 0, np.nan
        decided.classes[rows], decided.confidence[rows] = ids, confidence
    return decided


def class_dtype(classes: int) -> np.dtype[Any]:
    """The type that class ids of that many classes are stored in: 8 bits up to 254 classes, else 16."""
    return np.dtype(np.uint8 if classes <= _WIDEST_ID else np.uint16)


def _winners(
    costs: NDArray[np.int16], steps: NDArray[np.int32], dtype: np.dtype[Any]
) -> tuple[NDArray[Any], NDArray[np.int32]]:
    """Ids and balanced costs of the winning classes in a strip (T, rows, W)."""
    balanced = _balanced(costs, steps)
    best = balanced.max(axis=0)
    ids = np.ones(best.shape, dtype)
    beaten = np.ones(best.shape, bool)
    lower = np.empty_like(beaten)
    # Counts the classes before the first that reaches the best: several times faster than argmax across planes.
    for plane in balanced[:-1]:
        np.not_equal(plane, best, out=lower)
        beaten &= lower
        ids += beaten.view(np.uint8)
    return ids, best.astype(np.int32)


def _balanced(costs: NDArray[np.int16], steps: NDArray[np.int32]) -> NDArray[Any]:
    """Costs plus balance, in 16 bits where these are enough."""
    if not steps.any():
        return costs
    room = np.iinfo(np.int16).max - MAX_COST / COST_SCALE
    dtype: np.dtype[Any] = np.dtype(np.int16 if np.abs(steps).max() <= room else np.int32)
    return np.asarray(np.add(costs.astype(dtype), steps.astype(dtype)[:, None, None]))


def _sigmoid(scores: NDArray[np.int32]) -> NDArray[np.float32]:
    logits = scores.astype(np.float32)
    logits *= np.float32(-COST_SCALE)
    np.exp(logits, out=logits)
    logits += 1
    return np.reciprocal(logits, out=logits)


def _strips(height: int, width: int) -> Iterator[slice]:
    step = max(1, math.floor(_STRIP_PX / max(width, 1)))
    return (slice(row, min(row + step, height)) for row in range(0, height, step))
