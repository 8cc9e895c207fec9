"""The balance that makes labelled pixels likeliest, held back by a prior; and how sure it takes to be right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax

from .samples import Samples

Floats = NDArray[np.float64]
Ids = NDArray[np.int64]

# The steps and the range of the panel's sliders.
_DECIMALS = 1
_FARTHEST = 3.0
# Standard deviation, in logits, of the balance of a class before anything is known. Polygons are drawn where a class is
# plain to see, so that they say too much: without a prior, a balance that suits them best is worse for the whole map.
_PRIOR = 0.5
_LIMITS = tuple(round(0.05 * step, 2) for step in range(19, 0, -1))
# How much of what is left open has to be wrong, and in how many polygons at least something is.
_MOSTLY = 0.7
_FEWEST_OPEN = 3


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """How costs are decided, class by class (T,): what is added to its logit, and how sure it takes to be given."""

    balance: Floats
    thresholds: Floats


def unchanged(classes: int) -> Setting:
    """Nothing added, nothing left open."""
    return Setting(np.zeros(classes), np.zeros(classes))


def weights_of(samples: Samples) -> Floats:
    """What each pixel counts (N,): all classes the same, all polygons of a class the same; they add up to one."""
    of_polygon = np.bincount(samples.polygons)
    polygons = np.bincount(list(samples.class_of_polygon().values()), minlength=len(samples.classes))
    return np.asarray(1.0 / (of_polygon[samples.polygons] * polygons[samples.labels] * (polygons > 0).sum()))


def fit(samples: Samples, movable: NDArray[np.bool_]) -> Setting:
    """Find the likeliest setting: a softmax over the classes, each polygon one observation, a normal prior.

    Args:
        samples: pixels whose class is known.
        movable: (T,), which classes may be favoured or held back; the others stay as they are.
    """
    weights = weights_of(samples) * len(np.unique(samples.polygons))
    logits, known = samples.costs.astype(np.float64), np.arange(len(samples))
    truth = np.bincount(samples.labels, weights, len(samples.classes))

    def loss(moved: Floats) -> tuple[float, Floats]:
        balance = np.zeros(len(samples.classes))
        balance[movable] = moved
        likelihoods = log_softmax(logits + balance, axis=1)
        slopes = weights @ np.exp(likelihoods) - truth + balance / _PRIOR**2
        unlikely = -weights @ likelihoods[known, samples.labels]
        return float(unlikely + (balance**2).sum() / (2 * _PRIOR**2)), slopes[movable]

    places = int(movable.sum())
    found = minimize(loss, np.zeros(places), jac=True, method="L-BFGS-B", bounds=[(-_FARTHEST, _FARTHEST)] * places)
    balance = np.zeros(len(samples.classes))
    balance[movable] = np.round(found.x, _DECIMALS) + 0.0  # no -0.0
    return Setting(balance, thresholds_for(samples, balance))


def decide_samples(samples: Samples, setting: Setting) -> tuple[Ids, NDArray[np.bool_]]:
    """The winning class of each pixel (N,), from 0, and which are sure enough to be given it (N,)."""
    balanced = samples.costs + setting.balance
    decided = balanced.argmax(axis=1)
    return decided, _sigmoid(balanced.max(axis=1)) >= setting.thresholds[decided]


def share_found(samples: Samples, decided: Ids) -> float:
    """Mean share of each class that is found, 0..1, where pixels (N,) are decided so."""
    return float(weights_of(samples)[decided == samples.labels].sum())


def worth(samples: Samples, decided: Ids, sure: NDArray[np.bool_]) -> float:
    """Share of what is right less that of what is wrong, among what is given a class."""
    weights = weights_of(samples)
    return float(np.where(decided == samples.labels, weights, -weights)[sure].sum())


def thresholds_for(samples: Samples, balance: Floats) -> Floats:
    """For each class the highest confidence below which it is mostly wrong, in several polygons; 0 without one."""
    weights = weights_of(samples)
    balanced = samples.costs + balance
    decided, confidence = balanced.argmax(axis=1), _sigmoid(balanced.max(axis=1))
    thresholds = np.zeros(len(samples.classes))
    for place in range(len(samples.classes)):
        mine = decided == place
        for limit in _LIMITS:
            left_open = mine & (confidence < limit)
            wrong = weights[left_open & (samples.labels != place)].sum()
            several = len(np.unique(samples.polygons[left_open])) >= _FEWEST_OPEN
            if several and wrong >= _MOSTLY * weights[left_open].sum():
                thresholds[place] = limit
                break
    return thresholds


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)))
