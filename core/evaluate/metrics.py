"""How well predicted classes agree with a reference: counts that add up over images, and figures drawn from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """Pixels by reference and predicted class; add them up to stream over images.

    Args:
        counts: (K, K + 1); row k - 1 is reference class k. Column 0 is "none of the K" (unlabelled, or a class that
            is not in the reference at all), column p is predicted class p.
    """

    counts: Counts

    @classmethod
    def empty(cls, classes: int) -> Confusion:
        """No pixels yet, for ``classes`` = K classes."""
        return cls(np.zeros((classes, classes + 1), np.int64))

    @classmethod
    def of(cls, reference: NDArray[np.integer], predicted: NDArray[np.integer], classes: int) -> Confusion:
        """Count one image.

        Args:
            reference: (H, W), 1..K; pixels with 0 are left out.
            predicted: (H, W); 0 and everything above K are wrong wherever the reference has a class.
            classes: K.

        Raises:
            ValueError: the shapes differ, or the reference holds a class outside 0..K.
        """
        if reference.shape != predicted.shape:
            raise ValueError(f"The reference is {reference.shape}, the prediction {predicted.shape}.")
        if reference.size and not 0 <= int(reference.min()) <= int(reference.max()) <= classes:
            raise ValueError(f"The reference holds a class outside 0..{classes}.")
        judged = reference > 0
        rows = reference[judged].astype(np.int64) - 1
        cols = predicted[judged].astype(np.int64)
        cols[(cols < 0) | (cols > classes)] = 0
        pairs = np.bincount(rows * (classes + 1) + cols, minlength=classes * (classes + 1))
        return cls(pairs.reshape(classes, classes + 1))

    def __add__(self, other: Confusion) -> Confusion:
        """Count the pixels of both."""
        return Confusion(self.counts + other.counts)

    @property
    def hits(self) -> Counts:
        """Correct pixels of each class, (K,)."""
        return self.counts[:, 1:].diagonal()

    @property
    def present(self) -> Counts:
        """Reference pixels of each class, (K,)."""
        pixels: Counts = self.counts.sum(axis=1)
        return pixels

    @property
    def claimed(self) -> Counts:
        """Pixels predicted as each class, (K,), among those that the reference labels."""
        pixels: Counts = self.counts[:, 1:].sum(axis=0)
        return pixels

    @property
    def iou(self) -> NDArray[np.float64]:
        """Intersection over union, (K,): hits / (present + claimed - hits); NaN for a class that is in neither."""
        return _ratio(self.hits, self.present + self.claimed - self.hits)

    @property
    def accuracy(self) -> NDArray[np.float64]:
        """Share of each class that was found, (K,): hits / present; NaN for a class the reference lacks."""
        return _ratio(self.hits, self.present)

    @property
    def precision(self) -> NDArray[np.float64]:
        """Share of what is predicted as each class that is right, (K,): hits / claimed; NaN for one never predicted."""
        return _ratio(self.hits, self.claimed)

    @property
    def f1(self) -> NDArray[np.float64]:
        """Harmonic mean of precision and accuracy, (K,): 2 hits / (present + claimed); NaN for a class in neither."""
        return _ratio(2 * self.hits, self.present + self.claimed)

    @property
    def mean_iou(self) -> float:
        """Mean of ``iou`` over the classes that the reference holds; NaN if it holds none."""
        return _mean(self.iou[self.present > 0])

    @property
    def mean_accuracy(self) -> float:
        """Mean of ``accuracy`` over the classes that the reference holds; NaN if it holds none."""
        return _mean(self.accuracy[self.present > 0])

    @property
    def overall_accuracy(self) -> float:
        """Share of the labelled pixels that are correct: sum of hits / sum of present; NaN if there are none."""
        return float(_ratio(self.hits.sum(keepdims=True), self.present.sum(keepdims=True))[0])

    @property
    def kappa(self) -> float:
        """Cohen's kappa: agreement beyond what chance would give, (po - pe) / (1 - pe); NaN if all is one class."""
        pixels = float(self.present.sum())
        by_chance = float(self.present.astype(np.float64) @ self.claimed.astype(np.float64)) / max(pixels, 1.0) ** 2
        return (self.overall_accuracy - by_chance) / (1 - by_chance) if by_chance < 1 else float("nan")

    @property
    def unclaimed(self) -> float:
        """Share of the labelled pixels that were given none of the K classes; NaN if there are none."""
        return float(_ratio(self.counts[:, 0].sum(keepdims=True), self.present.sum(keepdims=True))[0])


def total(confusions: Sequence[Confusion]) -> Confusion:
    """Add up the counts of one image or more.

    Raises:
        ValueError: there is none.
    """
    if not confusions:
        raise ValueError("There is nothing to add up.")
    return Confusion(np.sum([confusion.counts for confusion in confusions], axis=0))


def bootstrap_interval(
    images: Sequence[Confusion],
    figure: Callable[[Confusion], float],
    *,
    level: float = 0.95,
    resamples: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """Estimate a confidence interval of a figure by drawing as many images again, with replacement.

    The percentile interval over images, not pixels: neighbouring pixels are no independent evidence.

    Args:
        images: one confusion an image.
        figure: what is drawn from the sum of a resample, such as ``lambda c: c.mean_iou``.
        level: share of the resamples inside the interval.
        resamples: how many times to draw.
        seed: of the draw.

    Raises:
        ValueError: there is no image.
    """
    return bootstrap_intervals(
        [image.counts for image in images],
        lambda counts: [figure(Confusion(counts))],
        level=level,
        resamples=resamples,
        seed=seed,
    )[0]


def bootstrap_intervals(
    counts: Sequence[Counts],
    figures: Callable[[Counts], Sequence[float]],
    *,
    level: float = 0.95,
    resamples: int = 1000,
    seed: int = 0,
) -> tuple[tuple[float, float], ...]:
    """Estimate confidence intervals of several figures at once; see `bootstrap_interval`.

    Args:
        counts: one array an image, all of one shape, that adds up over images.
        figures: what is drawn from the sum of a resample, always as many; NaN where a figure does not exist.
        level: share of the resamples inside the interval.
        resamples: how many times to draw.
        seed: of the draw.

    Returns:
        Low and high end of each figure; NaN for one that exists in no resample.

    Raises:
        ValueError: there is no image.
    """
    if not counts:
        raise ValueError("There is nothing to draw from.")
    stacked = np.stack(counts).reshape(len(counts), -1)
    draws = np.random.default_rng(seed).integers(0, len(counts), (resamples, len(counts)))
    times = np.stack([np.bincount(draw, minlength=len(counts)) for draw in draws])
    drawn = [figures(row.reshape(counts[0].shape)) for row in times @ stacked]
    return tuple(_interval(np.array(column, np.float64), level) for column in zip(*drawn, strict=True))


def _interval(values: NDArray[np.float64], level: float) -> tuple[float, float]:
    known = values[~np.isnan(values)]
    if not known.size:
        return float("nan"), float("nan")
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def _ratio(parts: Counts, wholes: Counts) -> NDArray[np.float64]:
    ratios = np.full(parts.shape, np.nan)
    np.divide(parts, wholes, out=ratios, where=wholes > 0)
    return ratios


def _mean(values: NDArray[np.float64]) -> float:
    return float(values.mean()) if values.size else float("nan")
