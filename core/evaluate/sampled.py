"""Area-adjusted accuracy: what a map is worth where its reference is a sample, weighted by the area of each class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .metrics import Confusion

Floats = NDArray[np.float64]

_Z = 1.959963984540054  # of 95 %


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """Stratified estimates (Olofsson and others 2014), the map's classes being the strata; K classes.

    They hold for a sample that was drawn at random within each class of the map. Pixels of one polygon are no
    independent draws: the margins are then too narrow.

    Args:
        overall_accuracy: share of the map that is right, and its margin.
        users: share of what the map calls each class that is right, and its margin, (K, 2); NaN for unsampled classes.
        producers: share of each class that the map found, and its margin, (K, 2).
        shares: true share of the map's area that each class covers, and its margin, (K, 2).
        unsampled: classes of the map in which nothing was sampled, by place from 0; they are left out of all.
    """

    overall_accuracy: tuple[float, float]
    users: Floats
    producers: Floats
    shares: Floats
    unsampled: tuple[int, ...]


def area_adjusted(confusion: Confusion, mapped_shares: Floats) -> Sampled:
    """Estimate from a confusion of the sampled pixels; margins are 95 %.

    Args:
        confusion: the sample; what the map leaves unlabelled there does not count.
        mapped_shares: the share of the map's labelled area that each class has on the map, (K,).
    """
    counts = confusion.counts[:, 1:].T.astype(np.float64)  # (map, reference)
    drawn = counts.sum(axis=1)
    weights = np.where(drawn > 0, mapped_shares, 0.0)
    weights = weights / weights.sum() if weights.sum() > 0 else weights
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = counts / drawn[:, None]  # NaN where nothing was drawn
        spread = rates * (1 - rates) / (drawn[:, None] - 1)
    rates_0, spread_0 = np.nan_to_num(rates), np.nan_to_num(spread, posinf=0.0)
    cells = weights[:, None] * rates_0
    truth = cells.sum(axis=0)
    hits = cells.diagonal()
    with np.errstate(divide="ignore", invalid="ignore"):
        found = hits / truth
    overall = float(hits.sum()), float(np.sqrt((weights**2 * spread_0.diagonal()).sum()))
    return Sampled(
        (overall[0], _Z * overall[1]),
        _with_margin(rates.diagonal(), spread.diagonal()),
        _with_margin(found, _found_variance(found, truth, weights, spread_0)),
        _with_margin(truth, (weights[:, None] ** 2 * spread_0).sum(axis=0)),
        tuple(np.flatnonzero((drawn == 0) & (mapped_shares > 0)).tolist()),
    )


def _found_variance(found: Floats, truth: Floats, weights: Floats, spread: Floats) -> Floats:
    """Variance of the producer's accuracy of each class, (K,)."""
    own = spread.diagonal() * weights**2
    others = (spread * weights[:, None] ** 2).sum(axis=0) - own
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(((1 - found) ** 2 * own + found**2 * others) / truth**2)


def _with_margin(values: Floats, variances: Floats) -> Floats:
    return np.column_stack([values, _Z * np.sqrt(variances)])
