"""`softseg calibrate`: a better balance for stored costs, learnt from a few labelled polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..follow_up import CalibrateJob
from ..service.quality import calibrate_costs
from . import parameters as p
from .work import Answer, working

if TYPE_CHECKING:
    from ..calibrate.result import Calibration

_COLUMNS = ("Polygons", "Balance", "Needs", "Found before", "Found after")


def calibrate(
    costs: p.Costs,
    polygons: Annotated[str, typer.Argument(metavar="POLYGONS", help="Labelled polygons on the same ground.")],
    *,
    field: Annotated[str, typer.Option(metavar="NAME", help="Their field that holds the class.")],
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Where it goes, for softseg redecide --calibration (.json).")
    ] = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Learn from a few labelled polygons how the costs of one run are better decided.

    What it is worth is measured on polygons that were left out of learning. It does not travel: learn anew for
    another raster.

    Example: softseg calibrate costs.tif fields.gpkg --field kind --output learnt.json
    """
    job = CalibrateJob(costs, polygons, field, output)
    with working(as_json=as_json) as work:
        learnt = calibrate_costs(job, work.say, work.cancelled)
    outputs = {} if output is None else {"calibration": output}
    return Answer({"outputs": outputs, **learnt.as_dict(), "warnings": work.warnings}, _view(learnt, outputs))


def _view(learnt: Calibration, outputs: dict[str, str]) -> RenderableType:
    """What people see: a line a class with polygons, what it is worth, and that it does not travel."""
    from ..evaluate.comparison import percent
    from .areas import files_view

    table = Table(box=None, pad_edge=False)
    table.add_column("Class", overflow="fold")
    for column in _COLUMNS:
        table.add_column(column, justify="right", no_wrap=True)
    for each in learnt.classes:
        found = percent(each.found_before), percent(each.found_after)
        needs = f"{each.threshold:g}" if each.threshold else "–"
        table.add_row(Text(each.name), f"{each.polygons}", f"{each.balance:+.1f}", needs, *found)
    return Group(table, Text("\n".join(learnt.sentences())), files_view(outputs))
