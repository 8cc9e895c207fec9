"""What a comparison of a map with its reference came to: figures by class and overall, as plain data."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

from ..raster.classmap import LegendEntry
from .boundary import Boundary
from .matching import Matching
from .metrics import Confusion
from .sampled import Sampled

Estimate = tuple[float, float]
"""A value and its 95 % margin."""


@dataclass(frozen=True, slots=True)
class ClassAgreement:
    """One class of the comparison; figures are shares, 0..1, and NaN where there is nothing to take a share of.

    Args:
        name: the class, as the reference calls it.
        colour: "#rrggbb".
        reference_pixels: pixels of the class in the reference.
        map_pixels: pixels that the map gives this class, where the reference is known.
        precision: share of what the map calls so that is so; the user's accuracy.
        recall: share of the class that the map found; the producer's accuracy.
        f1: harmonic mean of both.
        iou: intersection over union.
        boundary_iou: the same near edges.
    """

    name: str
    colour: str
    reference_pixels: int
    map_pixels: int
    precision: float
    recall: float
    f1: float
    iou: float
    boundary_iou: float

    @property
    def figures(self) -> tuple[float, ...]:
        """Precision, recall, F1, IoU and boundary IoU."""
        return self.precision, self.recall, self.f1, self.iou, self.boundary_iou


@dataclass(frozen=True, slots=True)
class SampledClass:
    """What the reference, taken as a sample, says of one class on the whole map."""

    name: str
    users_accuracy: Estimate
    producers_accuracy: Estimate
    share: Estimate


@dataclass(frozen=True, slots=True)
class SampledMap:
    """What the reference, taken as a sample, says of the whole map; `unsampled` are classes it says nothing of."""

    overall_accuracy: Estimate
    classes: tuple[SampledClass, ...]
    unsampled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A map against its reference.

    Args:
        classes: figures by class: the reference's, then those that only the map has.
        pixels: how many were judged.
        overall_accuracy: share of them that is right.
        kappa: Cohen's.
        mean_iou: over the classes that the reference holds.
        mean_recall: likewise.
        mean_f1: likewise.
        mean_boundary_iou: likewise; NaN when boundaries were not looked at.
        boundary_px: how near to an edge counts, px; 0: boundaries were not looked at.
        unlabelled: share of the judged pixels that the map leaves without a class.
        confusion: pixels by class of the reference (row) and none, class 1, class 2, ... of the map (column).
        only_reference: classes that no class of the map stands for; all of their ground counts as wrong.
        only_classes: classes of the map that the reference lacks; where it is known, they count as wrong.
        sampled: estimates for the whole map, where they were asked for.
    """

    classes: tuple[ClassAgreement, ...]
    pixels: int
    overall_accuracy: float
    kappa: float
    mean_iou: float
    mean_recall: float
    mean_f1: float
    mean_boundary_iou: float
    boundary_px: int
    unlabelled: float
    confusion: tuple[tuple[int, ...], ...]
    only_reference: tuple[str, ...]
    only_classes: tuple[str, ...]
    sampled: SampledMap | None = None

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)

    def sentences(self) -> list[str]:
        """The figures of all classes, and what could not be compared."""
        sentences = [
            f"Of {self.pixels:,} judged pixels {percent(self.overall_accuracy)} % are right; "
            f"mean IoU {percent(self.mean_iou)} %, mean F1 {percent(self.mean_f1)} %, kappa {self.kappa:.3f}."
        ]
        if self.unlabelled:
            sentences.append(f"The map leaves {percent(self.unlabelled)} % of them without a class.")
        if self.only_reference:
            sentences.append(f"No class of the map stands for {', '.join(self.only_reference)}.")
        if self.only_classes:
            sentences.append(f"The reference has no {', '.join(self.only_classes)}.")
        return sentences


def percent(share: float) -> str:
    """A share as people read it, in percent; a dash for one that does not exist."""
    return "–" if math.isnan(share) else f"{100 * share:.1f}"


def summed_up(
    matching: Matching, confusion: Confusion, boundary: Boundary, boundary_px: int, sampled: Sampled | None
) -> Comparison:
    """Draw the figures from the counts."""
    columns = zip(
        matching.names,
        matching.colours,
        confusion.present.tolist(),
        confusion.claimed.tolist(),
        confusion.precision.tolist(),
        confusion.accuracy.tolist(),
        confusion.f1.tolist(),
        confusion.iou.tolist(),
        boundary.iou.tolist(),
        strict=True,
    )
    there = confusion.present > 0
    return Comparison(
        classes=tuple(ClassAgreement(*row) for row in columns),
        pixels=int(confusion.present.sum()),
        overall_accuracy=confusion.overall_accuracy,
        kappa=confusion.kappa,
        mean_iou=confusion.mean_iou,
        mean_recall=confusion.mean_accuracy,
        mean_f1=float(confusion.f1[there].mean()),
        mean_boundary_iou=boundary.mean_iou(confusion.present),
        boundary_px=boundary_px,
        unlabelled=confusion.unclaimed,
        confusion=tuple(tuple(row) for row in confusion.counts.tolist()),
        only_reference=matching.only_reference,
        only_classes=matching.only_classes,
        sampled=None if sampled is None else _named(sampled, matching.names),
    )


def legend_of(matching: Matching) -> tuple[LegendEntry, ...]:
    """The compared classes as a legend; ids are their numbers."""
    return tuple(map(LegendEntry, range(1, len(matching.names) + 1), matching.names, matching.colours))


def _named(sampled: Sampled, names: tuple[str, ...]) -> SampledMap:
    rows = zip(names, sampled.users.tolist(), sampled.producers.tolist(), sampled.shares.tolist(), strict=True)
    classes = tuple(SampledClass(name, *((pair[0], pair[1]) for pair in pairs)) for name, *pairs in rows)
    return SampledMap(sampled.overall_accuracy, classes, tuple(names[place] for place in sampled.unsampled))
