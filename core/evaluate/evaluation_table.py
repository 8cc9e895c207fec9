"""The figures of an evaluation as CSV: one line for all classes, one for each, and the confusion beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .comparison_table import number, write_rows
from .report import Evaluation, Interval

_COUNTS = ("class", "reference_pixels", "map_pixels")  # as every table of ours begins
_HEADINGS = ("typed", "share", "iou", "iou_low", "iou_high", "accuracy", "boundary_iou")
_ALL_ONLY = ("overall_accuracy", "overall_accuracy_low", "overall_accuracy_high", "unclaimed")
_NEAREST = ("nearest_trained", "similarity")
_ALL, _NONE = "(all)", "map: (none)"


def write_table(path: Path, evaluation: Evaluation) -> None:
    """Write the figures as CSV in UTF-8; what does not exist stays empty."""
    write_rows(path, _rows(evaluation))


def _rows(evaluation: Evaluation) -> Iterator[list[str]]:
    nearest = evaluation.novelty.nearest if evaluation.novelty else ()
    more = list(_NEAREST) if nearest else []
    names = [f"map: {each.name}" for each in evaluation.classes]
    columns = [sum(column) for column in zip(*evaluation.confusion, strict=True)]
    yield [*_COUNTS, *_HEADINGS, *_ALL_ONLY, *more, _NONE, *names]
    yield _line_of_all(evaluation, columns, len(more))
    for place, (each, counts) in enumerate(zip(evaluation.classes, evaluation.confusion, strict=True)):
        figures = (each.share, each.iou, *each.iou_interval, each.accuracy, each.boundary_iou)
        found = [nearest[place].trained, number(nearest[place].similarity)] if nearest else []
        pixels = (str(sum(counts)), str(columns[place + 1]))
        cells = [each.name, *pixels, each.typed, *map(number, figures)]
        yield [*cells, *("" for _ in _ALL_ONLY), *found, *map(str, counts)]


def _line_of_all(evaluation: Evaluation, columns: list[int], nearest: int) -> list[str]:
    means = (evaluation.mean_iou, *evaluation.mean_iou_interval, evaluation.mean_accuracy, evaluation.mean_boundary_iou)
    overall: tuple[float, Interval] = (evaluation.overall_accuracy, evaluation.overall_accuracy_interval)
    figures = [number(value) for value in (*means, overall[0], *overall[1], evaluation.unclaimed)]
    pixels = (str(evaluation.pixels), str(sum(columns[1:])))
    return [_ALL, *pixels, "", "", *figures, *([""] * nearest), *map(str, columns)]
