"""`softseg redecide`: stored costs to a new class raster, without any model."""

from __future__ import annotations

from pathlib import Path

from ..classes import name_key
from ..follow_up import RedecideJob
from ..options import parse_balance, parse_merge
from ..protocol import Warn
from ..service.afterwards import decide_again
from . import parameters as p
from .work import Answer, Work, working


def redecide(
    costs: p.Costs,
    *,
    calibration: p.Calibration = None,
    balance: p.Balance = "",
    unsure: p.Unsure = 0.0,
    min_area: p.MinArea = 0.0,
    merge: p.Merge = "",
    output: p.Output,
    confidence: p.Confidence = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Decide again from the scores of a run: balance classes, leave unsure pixels out, drop small patches.

    Example: softseg redecide costs.tif --output classes.tif --balance "tree=+0.5; water=-0.3" --min-area 50
    """
    shifts = parse_balance(balance)
    with working(as_json=as_json) as work:
        if calibration is not None:
            shifts, unsure = _learnt(calibration, costs, shifts, unsure, work)
        job = RedecideJob(costs, output, confidence, shifts, unsure, min_area, parse_merge(merge))
        done = decide_again(job, work.say, work.cancelled)
    from .areas import areas_view

    view = areas_view(done.stats["areas"], done.outputs)
    return Answer({"outputs": done.outputs, **done.stats, "warnings": work.warnings}, view)


def _learnt(
    path: str, costs: str, shifts: dict[str, float], unsure: float, work: Work
) -> tuple[dict[str, float], float]:
    """The balance and the threshold of a calibration, where nothing else was asked for."""
    from ..calibrate.result import WARNING, read_calibration

    learnt = read_calibration(Path(path))
    if learnt.costs != Path(costs).name:
        work.say(Warn("calibration", f"The calibration was learnt on {learnt.costs}. {WARNING}"))
    asked = {name_key(name) for name in shifts}
    kept = {name: shift for name, shift in learnt.balance.items() if name_key(name) not in asked}
    return {**kept, **shifts}, unsure or learnt.unsure
