"""The figures of a comparison as CSV: one line for all classes, one for each, and the confusion beside them."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from .comparison import Comparison, SampledClass

_FIGURES = ("precision", "recall", "f1", "iou", "boundary_iou")
_SAMPLED = ("users_accuracy", "producers_accuracy", "share")
_ALL = "(all)"
_NONE = "map: (none)"


def write_table(path: Path, comparison: Comparison) -> None:
    """Write the figures as CSV in UTF-8; what does not exist stays empty."""
    write_rows(path, _rows(comparison))


def write_rows(path: Path, rows: Iterable[list[str]]) -> None:
    """Write rows of texts as CSV in UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8", "replace"))


def number(value: float) -> str:
    """A figure as a cell, in full; what does not exist is empty."""
    return "" if math.isnan(value) else repr(value)


def _rows(comparison: Comparison) -> Iterator[list[str]]:
    names = [f"map: {each.name}" for each in comparison.classes]
    adjusted = _sampled_columns() if comparison.sampled else []
    yield ["class", "reference_pixels", "map_pixels", *_FIGURES, "overall_accuracy", "kappa", *adjusted, _NONE, *names]
    yield _line_of_all(comparison)
    for place, each in enumerate(comparison.classes):
        figures = map(number, each.figures)
        estimates = _estimates(comparison.sampled.classes[place]) if comparison.sampled else []
        counts = [str(count) for count in comparison.confusion[place]]
        yield [each.name, str(each.reference_pixels), str(each.map_pixels), *figures, "", "", *estimates, *counts]


def _line_of_all(comparison: Comparison) -> list[str]:
    means = (comparison.mean_recall, comparison.mean_f1, comparison.mean_iou, comparison.mean_boundary_iou)
    claimed = sum(each.map_pixels for each in comparison.classes)
    overall = [number(value) for value in (*means, comparison.overall_accuracy, comparison.kappa)]
    estimates = [""] * len(_sampled_columns()) if comparison.sampled else []
    if comparison.sampled:
        estimates[:2] = map(number, comparison.sampled.overall_accuracy)
    columns = [sum(column) for column in zip(*comparison.confusion, strict=True)]
    return [_ALL, str(comparison.pixels), str(claimed), "", *overall, *estimates, *map(str, columns)]


def _sampled_columns() -> list[str]:
    overall = ["adjusted_overall_accuracy", "adjusted_overall_accuracy_margin"]
    return overall + [f"adjusted_{name}{end}" for name in _SAMPLED for end in ("", "_margin")]


def _estimates(sampled: SampledClass) -> list[str]:
    return ["", "", *(number(value) for name in _SAMPLED for value in getattr(sampled, name))]
