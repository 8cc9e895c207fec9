"""`softseg compare`: a class raster against a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..follow_up import CompareJob
from ..service.quality import compare_map
from . import parameters as p
from .work import Answer, working

if TYPE_CHECKING:
    from ..evaluate.comparison import Comparison, SampledMap

_HOW, _WRITE = "How to compare", "What to write"
_COLUMNS = ("Reference", "Map", "Precision", "Recall", "F1", "IoU", "Boundary IoU")


def compare(
    classes: Annotated[str, typer.Argument(metavar="CLASSES", help="A class raster, made by any program.")],
    reference: Annotated[
        str, typer.Argument(metavar="REFERENCE", help="A class raster on any grid, or polygons with a class field.")
    ],
    *,
    field: Annotated[str | None, p.option(_HOW, "NAME", "The polygons' field that holds the class.")] = None,
    mapping: Annotated[
        str, p.option(_HOW, "TEXT", "Which class is which of the reference's, like 'tree=forest; lawn=grass'.")
    ] = "",
    ignore: Annotated[str, p.option(_HOW, "TEXT", "Classes of the reference to leave out, like 'clutter; 255'.")] = "",
    boundary: Annotated[
        int, p.option(_HOW, "PX", "How near to an edge counts for the boundary IoU, in pixels; 0: leave it out.")
    ] = 2,
    sample: Annotated[
        bool, p.flag(_HOW, "Estimate the whole map: the reference was drawn at random within each class.", "--sample")
    ] = False,
    table: Annotated[str | None, p.option(_WRITE, "FILE", "The figures as a table (.csv).", "--csv")] = None,
    page: Annotated[str | None, p.option(_WRITE, "FILE", "A web page with pictures (.html).", "--html")] = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Judge a class raster where its reference is known.

    Classes of equal names are compared; 0 and no-data of the reference are not judged.

    Example: softseg compare classes.tif truth.gpkg --field landuse --mapping "tree=forest" --html errors.html
    """
    job = CompareJob(classes, reference, field, mapping, ignore, boundary, sample, page, table)
    with working(as_json=as_json) as work:
        comparison = compare_map(job, work.say, work.cancelled)
    outputs = {role: path for role, path in (("csv", table), ("html", page)) if path is not None}
    values = {"outputs": outputs, **comparison.as_dict(), "warnings": work.warnings}
    return Answer(values, _view(comparison, outputs))


def _view(comparison: Comparison, outputs: dict[str, str]) -> RenderableType:
    """What people see: a line a class, the figures of all, and what could not be compared."""
    from ..evaluate.comparison import percent
    from .areas import files_view

    table = Table(box=None, pad_edge=False)
    table.add_column("Class", overflow="fold")
    for column in _COLUMNS:
        table.add_column(column, justify="right", no_wrap=True)
    for each in comparison.classes:
        counts = f"{each.reference_pixels:,}", f"{each.map_pixels:,}"
        table.add_row(Text(each.name), *counts, *map(percent, each.figures))
    sampled = [] if comparison.sampled is None else [_sampled_view(comparison.sampled)]
    return Group(table, Text("\n".join(comparison.sentences())), *sampled, files_view(outputs))


def _sampled_view(sampled: SampledMap) -> RenderableType:
    """What the reference, as a sample, says of the whole map."""
    from ..evaluate.comparison import percent

    table = Table(box=None, pad_edge=False, title="The whole map, percent ± 95 %", title_justify="left")
    table.add_column("Class", overflow="fold")
    for column in ("User's accuracy", "Producer's accuracy", "Share of the area"):
        table.add_column(column, justify="right", no_wrap=True)
    for each in sampled.classes:
        pairs = (each.users_accuracy, each.producers_accuracy, each.share)
        table.add_row(Text(each.name), *(f"{percent(value)} ± {percent(margin)}" for value, margin in pairs))
    value, margin = sampled.overall_accuracy
    return Group(table, Text(f"Overall accuracy of the whole map: {percent(value)} ± {percent(margin)} %."))
