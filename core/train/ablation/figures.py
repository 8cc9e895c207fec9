"""Figures of an ablation, with intervals over seeds and pictures together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...evaluate.metrics import Confusion

_RESAMPLES = 400
_LEVEL = 0.95

Figure = Callable[[Confusion], float]
Runs = Sequence[Sequence[Confusion]]
"""By seed, one confusion a picture; the pictures are the same for all seeds."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its 95 % interval.

    Args:
        value: mean over the seeds.
        low: lower end.
        high: upper end.
    """

    value: float
    low: float
    high: float


def mean_iou_of(classes: Sequence[bool]) -> Figure:
    """Mean IoU over the marked classes that the reference holds; NaN if it holds none."""
    marked = np.array(classes, bool)

    def figure(confusion: Confusion) -> float:
        values = confusion.iou[marked & (confusion.present > 0)]
        return float(values.mean()) if values.size else float("nan")

    return figure


def estimate(runs: Runs, figure: Figure) -> Estimate:
    """A figure of one variant."""
    return _summary(*_drawn(runs, figure))


def difference(runs: Runs, reference: Runs, figure: Figure) -> Estimate:
    """How much a variant differs from the reference, seed by seed and picture by picture on the same draws."""
    value, drawn = _drawn(runs, figure)
    reference_value, reference_drawn = _drawn(reference, figure)
    return _summary(value - reference_value, drawn - reference_drawn)


def _summary(value: float, drawn: NDArray[np.float64]) -> Estimate:
    kept = drawn[np.isfinite(drawn)]
    if not kept.size:
        return Estimate(value, float("nan"), float("nan"))
    low, high = np.quantile(kept, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return Estimate(value, float(low), float(high))


def _drawn(runs: Runs, figure: Figure) -> tuple[float, NDArray[np.float64]]:
    """The figure's mean over seeds, and the same for draws of as many seeds and pictures again, with replacement.

    The draws depend on the numbers of seeds and pictures alone, so that two variants are drawn alike.
    """
    counts = np.stack([np.stack([picture.counts for picture in run]) for run in runs])
    seeds, pictures = counts.shape[:2]
    chance = np.random.default_rng(0)
    drawn = []
    for _ in range(_RESAMPLES):
        images = chance.integers(0, pictures, pictures)
        chosen, times = np.unique(chance.integers(0, seeds, seeds), return_counts=True)
        values = [figure(Confusion(counts[seed, images].sum(axis=0))) for seed in chosen]
        drawn.append(float(np.average(values, weights=times)))
    value = float(np.mean([figure(Confusion(run.sum(axis=0))) for run in counts]))
    return value, np.array(drawn)
