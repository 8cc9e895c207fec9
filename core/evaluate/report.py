"""The figures of one evaluation, as JSON for scripts and as a small table for people."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

from ..lines import finite
from .comparison import percent
from .novelty import Novelty
from .wordings import PromptSensitivity

Interval = tuple[float, float]
"""Low and high end of a 95 % bootstrap interval over pictures."""

_NO_INTERVAL = (math.nan, math.nan)
_MEANING_OF_SEEN = (
    "a class is seen where its words have a cosine of {:g} or more with one of which training had labelled pixels; "
    "scenes with one label for the whole do not count"
)


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class of the reference.

    Args:
        name: the class as the data set calls it.
        typed: the words that were typed for it.
        share: of the labelled pixels, 0..1.
        iou: intersection over union, 0..1; NaN if the class is neither there nor predicted.
        accuracy: share of the class that was found, 0..1; NaN if it is not there.
        boundary_iou: intersection over union near the edges of the classes, 0..1; NaN without edges.
        iou_interval: of ``iou``.
    """

    name: str
    typed: str
    share: float
    iou: float
    accuracy: float
    boundary_iou: float = math.nan
    iou_interval: Interval = _NO_INTERVAL


@dataclass(frozen=True, slots=True)
class Consistency:
    """How far classes hang on where tiles happen to lie.

    Args:
        moved: share of the pixels whose class changes when all tiles move by half their step, 0..1.
        images: how many pictures have more than one tile; the others say nothing of it.
    """

    moved: float
    images: int


@dataclass(frozen=True, slots=True)
class Floor:
    """What comes of one class for every window of a picture, by its look as a whole.

    Args:
        window_px: side of a window.
        mean_iou: over the classes that the reference holds.
    """

    window_px: int
    mean_iou: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one run of a segmenter over labelled places is worth.

    Args:
        on: the places, as they were asked for.
        images: how many pictures.
        images_on_training_side: how many of them the split gives to training.
        pixels: labelled pixels.
        absent: names typed beside the classes though nothing there bears them.
        classes: figures of each class, in order.
        mean_iou: over the classes that the reference holds.
        mean_iou_interval: its 95 % bootstrap interval over pictures.
        mean_accuracy: mean share found, over the classes that the reference holds.
        overall_accuracy: share of correct pixels.
        unclaimed: share of pixels given an absent name or no class, even where that counts as the background.
        confusion: pixels by reference class (row) and none, class 1, class 2, ... (column).
        mean_boundary_iou: mean boundary IoU over the classes that the reference holds.
        boundary_px: how near to an edge counts for it, px; 0: boundaries were not looked at.
        mean_accuracy_interval: of ``mean_accuracy``; likewise the others.
        background: whether what the data set calls background was judged, ``in`` or ``out``.
        ignored: classes of the data set whose ground was not judged.
        novelty: figures by whether a class was seen in training; None where nothing is known of it.
        wordings: how far the figures spread over other words for the same; None where none were tried.
        consistency: how far classes hang on where tiles lie; None where that was not asked for.
        floor: what a map has to beat; None where that was not asked for.
    """

    on: str
    images: int
    images_on_training_side: int
    pixels: int
    absent: tuple[str, ...]
    classes: tuple[ClassFigures, ...]
    mean_iou: float
    mean_iou_interval: tuple[float, float]
    mean_accuracy: float
    overall_accuracy: float
    unclaimed: float
    confusion: tuple[tuple[int, ...], ...]
    mean_boundary_iou: float = math.nan
    boundary_px: int = 0
    mean_accuracy_interval: Interval = _NO_INTERVAL
    overall_accuracy_interval: Interval = _NO_INTERVAL
    mean_boundary_iou_interval: Interval = _NO_INTERVAL
    background: str = "out"
    ignored: tuple[str, ...] = ()
    novelty: Novelty | None = None
    wordings: PromptSensitivity | None = None
    consistency: Consistency | None = None
    floor: Floor | None = None

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON; figures that do not exist become None."""
        plain: dict[str, Any] = finite(asdict(self))
        return plain

    def table(self) -> str:
        """A table for a terminal, in percent."""
        name = max(len("class"), *(len(row.name) for row in self.classes))
        typed = max(len("typed"), *(len(row.typed) for row in self.classes))
        lines = [
            f"{self.on}: {self.images} pictures, {self.pixels / 1e6:.1f} million labelled pixels",
            f"{'class':{name}}  {'typed':{typed}}  {'share':>5} {'IoU':>5} {'found':>5} {'edges':>5}",
        ]
        for row in self.classes:
            figures = (row.share, row.iou, row.accuracy, row.boundary_iou)
            shown = " ".join(f"{percent(figure):>5}" for figure in figures)
            lines.append(f"{row.name:{name}}  {row.typed:{typed}}  {shown}")
        return "\n".join([*lines, *self.sentences()])

    def sentences(self) -> list[str]:
        """The figures of all classes, in percent, and what one has to know to read them."""
        low, high = (percent(bound) for bound in self.mean_iou_interval)
        sentences = [
            f"mean IoU {percent(self.mean_iou)} (95 %: {low} to {high}), "
            f"mean accuracy {percent(self.mean_accuracy)}, overall accuracy {percent(self.overall_accuracy)}"
        ]
        if self.boundary_px:
            edges = f"mean boundary IoU {percent(self.mean_boundary_iou)}, within {self.boundary_px} px of an edge"
            sentences.append(edges)
        return [*sentences, *self._findings(), *self._remarks()]

    def _findings(self) -> list[str]:
        """What was measured beside the map itself."""
        findings = []
        if self.novelty is not None:
            pairs = (
                (self.novelty.seen, self.novelty.seen_mean_iou, "seen"),
                (self.novelty.unseen, self.novelty.unseen_mean_iou, "unseen"),
            )
            parts = (f"{percent(iou)} over {len(names)} {kind}" for names, iou, kind in pairs if names)
            findings.append(f"mean IoU by whether training knew the words: {', '.join(parts)} classes")
            findings.append(_MEANING_OF_SEEN.format(self.novelty.seen_from))
        if self.wordings is not None:
            spread = self.wordings
            findings.append(
                f"mean IoU over {len(spread.wordings)} wordings: {percent(spread.mean)} ± {percent(spread.deviation)}, "
                f"{percent(spread.lowest)} to {percent(spread.highest)}"
            )
        if self.consistency is not None and not self.consistency.images:
            findings.append("every picture fits into one tile, so that tiles cannot move")
        elif self.consistency is not None:
            findings.append(
                f"pixels that change when tiles move by half their step: {percent(self.consistency.moved)}, in "
                f"{self.consistency.images} picture{'s' * (self.consistency.images > 1)} of more than one tile"
            )
        if self.floor is not None:
            findings.append(
                f"mean IoU of one class for each window of {self.floor.window_px} px, the nearest to its look as a "
                f"whole: {percent(self.floor.mean_iou)}"
            )
        return findings

    def _remarks(self) -> list[str]:
        remarks = []
        if self.images == 1:
            remarks.append("one picture gives no interval")
        if self.absent:
            remarks.append(f"typed beside them, though absent: {', '.join(self.absent)}")
        if self.absent or self.unclaimed > 0:
            so = ", which counts as the background" if self.background == "in" else ""
            remarks.append(f"given an absent name or no class{so}: {percent(self.unclaimed)}")
        if self.background == "in":
            remarks.append("what the data set calls background is judged as a class")
        if self.ignored:
            remarks.append(f"not judged: {', '.join(self.ignored)}")
        if self.images_on_training_side:
            remarks.append(f"{self.images_on_training_side} of the pictures belong to the training side of the split")
        return remarks
