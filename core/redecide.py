"""Deciding anew from stored costs, and the last leg that this shares with a fresh run: from costs to files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from .classes import ClassList
from .decide import Decision, decide
from .job import EVEN_ODDS
from .merging import Merging
from .raster.classmap import LegendEntry
from .raster.cost_raster import CostRaster, StoredRows
from .raster.place import Output, Places
from .raster.write import ClassRasterWriter, ConfidenceWriter, class_raster_room, confidence_room
from .report import AreaCounter, Areas
from .sieve import ClassRows, remove_small_patches

Progress = Callable[[int, int], None]
"""Takes the rows that are done and the rows there are; may raise to stop the run."""


def redecide(
    costs_path: str | Path,
    class_raster: str | Path,
    decision: Decision,
    confidence: str | Path | None = None,
    on_progress: Progress | None = None,
    merge: Mapping[str, str] | None = None,
) -> Areas:
    """Decide anew from a stored cost raster, without any model.

    Args:
        costs_path: the cost raster of an earlier run.
        class_raster: the class raster to write; one of SoftSeg is replaced.
        decision: the balance, the unsure pixels and the smallest patch; where the run had distractors an unsure of 0
            stands for even odds, as in `Job`.
        confidence: the confidence raster to write, if any.
        on_progress: told how many rows are done.
        merge: classes that become part of another one, by name.

    Returns:
        What each class covers.

    Raises:
        BadRaster: the cost raster cannot be read or is none.
        BadOption: balance or thresholds are for another number of classes, both outputs have the same path, or the
            merge names what cannot be merged.
        BadOutput, DiskFull: an output cannot be written.
    """
    with CostRaster.open(costs_path) as costs, ExitStack() as stack:
        steps = decision.steps(len(costs.classes))
        if costs.has_distractors and not decision.unsure:
            decision = replace(decision, unsure=EVEN_ODDS)
        classes, rows = costs.classes, costs.rows()
        if merge:
            merged = Merging.of(classes, merge)
            limits = decision.limits(len(costs.classes))[1:]
            kept = tuple(float(limits[places[0]]) for places in merged.members)
            classes, rows = merged.classes, merged.rows(rows, steps)
            decision = replace(decision, balance=None, thresholds=kept)
        outputs = [Output(Path(class_raster), class_raster_room(costs.grid, classes))]
        if confidence is not None:
            outputs.append(Output(Path(confidence), confidence_room(costs.grid)))
        places = stack.enter_context(Places(outputs, inputs=[costs_path]))
        target = places.temporary(class_raster)
        class_writer = stack.enter_context(ClassRasterWriter(target, costs.grid, classes, costs.tags))
        confidence_writer = None
        if confidence is not None:
            target = places.temporary(confidence)
            confidence_writer = stack.enter_context(ConfidenceWriter(target, costs.grid, costs.tags))
        return write_decided(rows, decision, class_writer, confidence_writer, on_progress)


def write_decided(
    costs: Iterable[StoredRows],
    decision: Decision,
    class_writer: ClassRasterWriter,
    confidence_writer: ConfidenceWriter | None = None,
    on_progress: Progress | None = None,
    on_rows: Callable[[ClassRows], None] | None = None,
) -> Areas:
    """Decide costs that come in from top to bottom, write and finish the outputs, and count what each class covers.

    Args:
        costs: all rows of the grid, without gaps.
        decision: the balance, the unsure pixels and the smallest patch.
        class_writer: takes the classes.
        confidence_writer: takes the confidence, if anybody wants it.
        on_progress: told how many rows are done.
        on_rows: given the rows as soon as they are decided, their small patches still in them.
    """
    grid = class_writer.grid
    counter = AreaCounter(grid)
    decided = _decide_rows(costs, decision, confidence_writer, on_rows)
    for rows in remove_small_patches(decided, grid.height, decision.min_area_px):
        class_writer.write(rows.row, rows.classes)
        counter.add(rows.row, rows.classes)
        if on_progress is not None:
            on_progress(rows.row + len(rows.classes), grid.height)
    areas = counter.result(_legend(class_writer.classes))
    class_writer.finish(_measures(areas))
    if confidence_writer is not None:
        confidence_writer.finish()
    return areas


def _decide_rows(
    costs: Iterable[StoredRows],
    decision: Decision,
    confidence_writer: ConfidenceWriter | None,
    on_rows: Callable[[ClassRows], None] | None,
) -> Iterator[ClassRows]:
    for rows in costs:
        decided = decide(rows.costs, rows.valid, decision)
        if confidence_writer is not None:
            confidence_writer.write(rows.row, decided.confidence)
        class_rows = ClassRows(rows.row, decided.classes)
        if on_rows is not None:
            on_rows(class_rows)
        yield class_rows


def _legend(classes: ClassList) -> list[LegendEntry]:
    return [LegendEntry(i, spec.name, spec.colour) for i, spec in enumerate(classes, start=1)]


def _measures(areas: Areas) -> dict[str, list[float]]:
    """Columns of the attribute table."""
    measures = {
        "pixel_count": [float(each.pixels) for each in areas.classes],
        "share": [each.share for each in areas.classes],
    }
    if areas.labelled_m2 is not None:
        measures["area_m2"] = [each.area_m2 or 0.0 for each in areas.classes]
    return measures
