"""`softseg redecide`: stored costs to a new class raster, without any model."""

from __future__ import annotations

from ..follow_up import RedecideJob
from ..options import parse_balance
from ..service.afterwards import decide_again
from . import parameters as p
from .work import Answer, working


def redecide(
    costs: p.Costs,
    *,
    balance: p.Balance = "",
    unsure: p.Unsure = 0.0,
    min_area: p.MinArea = 0.0,
    output: p.Output,
    confidence: p.Confidence = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Decide again from the scores of a run: balance classes, leave unsure pixels out, drop small patches.

    Example: softseg redecide costs.tif --output classes.tif --balance "tree=+0.5; water=-0.3" --min-area 50
    """
    job = RedecideJob(costs, output, confidence, parse_balance(balance), unsure, min_area)
    with working(as_json=as_json) as work:
        done = decide_again(job, work.say, work.cancelled)
    from .areas import areas_view

    view = areas_view(done.stats["areas"], done.outputs)
    return Answer({"outputs": done.outputs, **done.stats, "warnings": work.warnings}, view)
