"""Counts over the pictures of an evaluation, and the figures that they come to."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..train.datasets import DenseImage
from .boundary import Boundary
from .floor import WINDOW_PX
from .gallery import Gallery
from .metrics import Confusion, Counts, bootstrap_intervals, total
from .novelty import Nearest, novelty
from .pipeline import MovedPredictor, Predictor
from .policy import Judged, Policy
from .report import ClassFigures, Consistency, Evaluation, Floor
from .wordings import prompt_sensitivity, wordings


class Tally:
    """Takes one picture after the other.

    Args:
        predict: gives class ids for a picture and the typed words.
        judged: the classes.
        boundary_px: how near to an edge counts, px; 0: edges are not looked at.
        other_wordings: in how many other ways the classes are named.
        moved: the predictor with its tiles moved, if that is to be measured.
        floor: a predictor of one class for each window, if that is to be measured.
        gallery: keeps pictures to look at.
    """

    def __init__(
        self,
        predict: Predictor,
        judged: Judged,
        boundary_px: int = 0,
        other_wordings: int = 0,
        moved: MovedPredictor | None = None,
        floor: Predictor | None = None,
        gallery: Gallery | None = None,
    ) -> None:
        self._predict, self._judged, self._moved, self._gallery = predict, judged, moved, gallery
        self._floor, self._floors = floor, list[Confusion]()
        self._boundary_px = boundary_px
        self._counts: list[Counts] = []  # a picture: (K, K + 1) of the confusion, beside (K, 3) of the boundaries
        self._wordings = [(wording, list[Confusion]()) for wording in wordings(judged, other_wordings)]
        self._unclaimed_px = 0  # counted apart: a background that is in hides them in the confusion
        self._changes = np.zeros(3, np.int64)  # changed pixels, pixels, pictures

    def add(self, image: DenseImage) -> None:
        """Predict and count one picture."""
        pixels, labels = image.load()
        reference, resolution_m = self._judged.reference(labels, image.classes), image.ground_resolution_m
        found = self._predict(pixels, self._judged.typed, resolution_m)
        predicted = self._judged.predicted(found)
        confusion = Confusion.of(reference, predicted, len(self._judged.names))
        self._counts.append(np.hstack([confusion.counts, self._edges(reference, predicted)]))
        self._unclaimed_px += int(((reference > 0) & ~self._judged.claimed(found)).sum())
        if self._gallery is not None:
            self._gallery.add(image.name, pixels, reference, predicted, confusion)
        if self._moved is not None:
            self._add_change(found, self._moved(pixels, self._judged.typed, resolution_m))
        if self._floor is not None:
            self._floors.append(self._confusion(reference, self._floor(pixels, self._judged.typed, resolution_m)))
        for wording, confusions in self._wordings:
            confusions.append(self._confusion(reference, self._predict(pixels, wording.typed, resolution_m)))

    def evaluation(
        self, on: str, policy: Policy, nearest: Sequence[Nearest] = (), *, trained_on: int = 0, seed: int = 0
    ) -> Evaluation:
        """What it comes to.

        Args:
            on: the places, as they were asked for.
            policy: which ground counted.
            nearest: the nearest training class of each class.
            trained_on: how many of the pictures belong to the training side.
            seed: of the confidence intervals.
        """
        confusions = [_confusion(counts) for counts in self._counts]
        whole, edges = total(confusions), _boundary(np.sum(self._counts, axis=0))
        pixels = int(whole.present.sum())
        figures = _figures(np.sum(self._counts, axis=0))
        intervals = bootstrap_intervals(self._counts, _figures, seed=seed)
        return Evaluation(
            on=on,
            images=len(confusions),
            images_on_training_side=trained_on,
            pixels=pixels,
            absent=self._judged.absent,
            classes=self._classes(whole, edges, intervals[4:]),
            mean_iou=figures[0],
            mean_iou_interval=intervals[0],
            mean_accuracy=figures[1],
            overall_accuracy=figures[2],
            unclaimed=self._unclaimed_px / pixels if pixels else math.nan,
            confusion=tuple(tuple(row) for row in whole.counts.tolist()),
            mean_boundary_iou=figures[3],
            boundary_px=self._boundary_px,
            mean_accuracy_interval=intervals[1],
            overall_accuracy_interval=intervals[2],
            mean_boundary_iou_interval=intervals[3],
            background=policy.background,
            ignored=policy.ignore,
            novelty=novelty(self._judged.names, nearest, whole),
            wordings=prompt_sensitivity(self._judged, confusions, self._wordings),
            consistency=self._consistency(),
            floor=Floor(WINDOW_PX, total(self._floors).mean_iou) if self._floors else None,
        )

    def _classes(
        self, whole: Confusion, edges: Boundary, intervals: Sequence[tuple[float, float]]
    ) -> tuple[ClassFigures, ...]:
        shares = whole.present / max(1, int(whole.present.sum()))
        return tuple(
            ClassFigures(
                name,
                self._judged.typed[place],
                float(shares[place]),
                float(whole.iou[place]),
                float(whole.accuracy[place]),
                float(edges.iou[place]),
                intervals[place],
            )
            for place, name in enumerate(self._judged.names)
        )

    def _confusion(self, reference: NDArray[np.uint16], found: NDArray[np.integer]) -> Confusion:
        return Confusion.of(reference, self._judged.predicted(found), len(self._judged.names))

    def _edges(self, reference: NDArray[np.uint16], predicted: NDArray[np.uint16]) -> Counts:
        classes = len(self._judged.names)
        if not self._boundary_px:
            return np.zeros((classes, 3), np.int64)
        edges = Boundary.of(reference, predicted, classes, self._boundary_px)
        return np.column_stack([edges.both, edges.reference, edges.predicted])

    def _add_change(self, still: NDArray[np.integer], moved: NDArray[np.integer] | None) -> None:
        if moved is not None:
            known = still > 0
            self._changes += np.array([(known & (still != moved)).sum(), known.sum(), 1])

    def _consistency(self) -> Consistency | None:
        if self._moved is None:
            return None
        changed, pixels, images = self._changes.tolist()
        return Consistency(changed / pixels if pixels else math.nan, images)


def _confusion(counts: Counts) -> Confusion:
    return Confusion(counts[:, :-3])


def _boundary(counts: Counts) -> Boundary:
    return Boundary(*counts[:, -3:].T)


def _figures(counts: Counts) -> list[float]:
    """Mean IoU, mean accuracy, overall accuracy, mean boundary IoU, and the IoU of each class."""
    confusion, edges = _confusion(counts), _boundary(counts)
    means = (confusion.mean_iou, confusion.mean_accuracy, confusion.overall_accuracy)
    return [*means, edges.mean_iou(confusion.present), *confusion.iou.tolist()]
