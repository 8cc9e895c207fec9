"""The figures of one evaluation, as JSON for scripts and as a small table for people."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

from .comparison import percent


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class of the reference.

    Args:
        name: the class as the data set calls it.
        typed: the words that were typed for it.
        share: of the labelled pixels, 0..1.
        iou: intersection over union, 0..1; NaN if the class is neither there nor predicted.
        accuracy: share of the class that was found, 0..1; NaN if it is not there.
    """

    name: str
    typed: str
    share: float
    iou: float
    accuracy: float


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
        unclaimed: share of pixels given an absent name or no class.
        confusion: pixels by reference class (row) and none, class 1, class 2, ... (column).
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

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON; figures that do not exist become None."""
        plain: dict[str, Any] = _without_nan(asdict(self))
        return plain

    def table(self) -> str:
        """A table for a terminal, in percent."""
        name = max(len("class"), *(len(row.name) for row in self.classes))
        typed = max(len("typed"), *(len(row.typed) for row in self.classes))
        low, high = (percent(bound) for bound in self.mean_iou_interval)
        lines = [
            f"{self.on}: {self.images} pictures, {self.pixels / 1e6:.1f} million labelled pixels",
            f"{'class':{name}}  {'typed':{typed}}  {'share':>5} {'IoU':>5} {'found':>5}",
        ]
        for row in self.classes:
            figures = " ".join(f"{percent(figure):>5}" for figure in (row.share, row.iou, row.accuracy))
            lines.append(f"{row.name:{name}}  {row.typed:{typed}}  {figures}")
        lines.append(
            f"mean IoU {percent(self.mean_iou)} (95 %: {low} to {high}), "
            f"mean accuracy {percent(self.mean_accuracy)}, overall accuracy {percent(self.overall_accuracy)}"
        )
        return "\n".join([*lines, *self._remarks()])

    def _remarks(self) -> list[str]:
        remarks = []
        if self.absent:
            remarks.append(f"typed beside them, though absent: {', '.join(self.absent)}")
        if self.absent or self.unclaimed > 0:
            remarks.append(f"given an absent name or no class: {percent(self.unclaimed)}")
        if self.images_on_training_side:
            remarks.append(f"{self.images_on_training_side} of the pictures belong to the training side of the split")
        return remarks


def _without_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nan(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_nan(inner) for inner in value]
    return None if isinstance(value, float) and math.isnan(value) else value
