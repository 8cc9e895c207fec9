"""`softseg redecide`: stored costs to a new class raster, without any model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..classes import name_key
from ..follow_up import RedecideJob
from ..options import parse_balance, parse_merge, parse_thresholds
from ..protocol import Warn
from ..service.afterwards import decide_again
from . import parameters as p
from .work import Answer, Work, working

if TYPE_CHECKING:
    from ..calibrate.result import Learnt


def redecide(
    costs: p.Costs,
    *,
    calibration: p.Calibration = None,
    balance: p.Balance = "",
    unsure: p.Unsure = 0.0,
    thresholds: p.Thresholds = "",
    min_area: p.MinArea = 0.0,
    merge: p.Merge = "",
    output: p.Output,
    confidence: p.Confidence = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Decide again from the scores of a run: balance classes, leave unsure pixels out, drop small patches.

    Example: softseg redecide costs.tif --output classes.tif --balance "tree=+0.5; water=-0.3" --min-area 50
    """
    shifts, limits = parse_balance(balance), parse_thresholds(thresholds)
    with working(as_json=as_json) as work:
        if calibration is not None:
            learnt = _learnt(calibration, costs, work)
            shifts, limits = _over(learnt.balance, shifts), _over(learnt.thresholds, limits)
        job = RedecideJob(costs, output, confidence, shifts, unsure, min_area, parse_merge(merge), limits)
        done = decide_again(job, work.say, work.cancelled)
    from .areas import areas_view

    view = areas_view(done.stats["areas"], done.outputs)
    return Answer({"outputs": done.outputs, **done.stats, "warnings": work.warnings}, view)


def _learnt(path: str, costs: str, work: Work) -> Learnt:
    """A calibration; `work` is told where it was learnt on other costs."""
    from ..calibrate.result import WARNING, read_calibration

    learnt = read_calibration(Path(path))
    if learnt.costs != Path(costs).name:
        work.say(Warn("calibration", f"The calibration was learnt on {learnt.costs}. {WARNING}"))
    return learnt


def _over(learnt: Mapping[str, float], asked: Mapping[str, float]) -> dict[str, float]:
    """What was learnt by class name, where nothing else was asked for."""
    named = {name_key(name) for name in asked}
    return {**{name: value for name, value in learnt.items() if name_key(name) not in named}, **asked}
