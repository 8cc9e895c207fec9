"""Calibrate: balance and thresholds for the stored costs of one run, learnt from polygons and tried on others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..errors import BadOption
from ..raster.cost_raster import CostRaster
from .fit import Setting, decide_samples, fit, share_found, thresholds_for, unchanged, weights_of, worth
from .result import CalibratedClass, Calibration
from .samples import Progress, Samples, take_samples

_MOST_FOLDS = 10
_FEWEST_POLYGONS = 2  # of a class: one to learn from and one to try it on
_FEWEST_CLASSES = 2
_REVISION_TAG = "SOFTSEG_REVISION"


def calibrate(
    costs_path: str | Path,
    polygons: str,
    field: str,
    *,
    seed: int = 0,
    on_progress: Progress = lambda done, total: None,
) -> Calibration:
    """Learn how the costs of one run are better decided.

    The gain is measured on polygons that were left out of learning. Where there is none, nothing is changed.

    Args:
        costs_path: the cost raster of the run.
        polygons: a vector file with labelled polygons.
        field: the field that holds the class: names of the run's classes, in any case.
        seed: of the draw of pixels and of the polygons' parting.
        on_progress: called with rows done and rows in all.

    Raises:
        BadRaster: the costs cannot be read, or are none.
        BadOption: the polygons have no such field, do not overlap the costs, have a class that these lack, or are too
            few.
    """
    with CostRaster.open(costs_path) as costs:
        samples = take_samples(costs, polygons, field, seed=seed, on_progress=on_progress)
        revision = costs.tags.get(_REVISION_TAG, "")
    movable = _movable(samples, polygons)
    before, everywhere = decide_samples(samples, unchanged(len(samples.classes)))
    after, sure = _decided_unseen(samples, movable, seed)
    fitted = fit(samples, movable)
    if share_found(samples, after) <= share_found(samples, before):
        still = np.zeros(len(samples.classes))
        fitted, after = Setting(still, thresholds_for(samples, still)), before
    if worth(samples, after, sure) <= worth(samples, after, everywhere):
        fitted = replace(fitted, thresholds=np.zeros(len(samples.classes)))
    reached = share_found(samples, before), share_found(samples, after)
    rows = _rows(samples, fitted, movable, before, after)
    return Calibration(Path(costs_path).name, revision, *reached, rows)


def folds_of(samples: Samples, seed: int) -> NDArray[np.int64]:
    """The part (N,) in which each pixel is left out of learning: pixels of a polygon share one, each class is in most.

    Args:
        samples: labelled pixels.
        seed: of the order of the polygons of a class.
    """
    chance, classes = np.random.default_rng(seed), samples.class_of_polygon()
    keys = chance.random(len(classes))
    ordered = sorted(classes, key=dict(zip(classes, keys.tolist(), strict=True)).__getitem__)
    ordered.sort(key=classes.__getitem__)
    count = min(_MOST_FOLDS, len(ordered))
    table = np.zeros(max(ordered) + 1, np.int64)
    table[ordered] = np.arange(len(ordered)) % count
    return np.asarray(table[samples.polygons])


def _movable(samples: Samples, path: str) -> NDArray[np.bool_]:
    """Classes with polygons enough."""
    counts = np.bincount(list(samples.class_of_polygon().values()), minlength=len(samples.classes))
    movable = counts >= _FEWEST_POLYGONS
    if movable.sum() < _FEWEST_CLASSES:
        found = ", ".join(f"{n} of {name}" for name, n in zip(samples.classes.names, counts.tolist(), strict=True) if n)
        raise BadOption(
            f"{path} has too few polygons on the costs, {found}: draw at least two of each of two classes, better five."
        )
    return np.asarray(movable)


def _decided_unseen(
    samples: Samples, movable: NDArray[np.bool_], seed: int
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """What each pixel is decided as, and whether surely, by settings that were learnt without its polygon."""
    folds = folds_of(samples, seed)
    decided, sure = np.empty(len(samples), np.int64), np.empty(len(samples), np.bool_)
    for fold in range(int(folds.max()) + 1):
        out = folds == fold
        setting = fit(samples.only(~out), movable)
        decided[out], sure[out] = decide_samples(samples.only(out), setting)
    return decided, sure


def _rows(
    samples: Samples,
    fitted: Setting,
    movable: NDArray[np.bool_],
    before: NDArray[np.int64],
    after: NDArray[np.int64],
) -> tuple[CalibratedClass, ...]:
    polygons = np.bincount(list(samples.class_of_polygon().values()), minlength=len(samples.classes))
    weights = weights_of(samples)

    def found(decided: NDArray[np.int64], place: int) -> float:
        mine = samples.labels == place
        return float(weights[mine & (decided == place)].sum() / weights[mine].sum()) if mine.any() else float("nan")

    return tuple(
        CalibratedClass(
            name,
            int(polygons[place]),
            int((samples.labels == place).sum()),
            bool(movable[place]),
            float(fitted.balance[place]),
            float(fitted.thresholds[place]),
            found(before, place),
            found(after, place),
        )
        for place, name in enumerate(samples.classes.names)
    )
