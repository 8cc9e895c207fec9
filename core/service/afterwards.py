"""What both doors do with a run's files: decide again, make polygons, and report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from .. import errors
from ..classes import name_key
from ..follow_up import PolygonsJob, RedecideJob, ReportJob
from ..progress import progress_events
from ..protocol import Done, Event, Stage

Say = Callable[[Event], None]
Cancelled = Callable[[], bool]


def decide_again(job: RedecideJob, say: Say, cancelled: Cancelled) -> Done:
    """Make a class raster from stored costs.

    Raises:
        SoftSegError: as `core.redecide.redecide` does.
        Cancelled: `cancelled` said so; nothing is written.
    """
    from ..decide import Decision
    from ..raster.cost_raster import CostRaster
    from ..redecide import redecide

    tell = progress_events(say)

    def on_progress(done: int, total: int) -> None:
        if cancelled():
            raise errors.Cancelled("The run was cancelled; nothing was written.")
        tell(done, total)

    say(Stage("decide", "Deciding"))
    with CostRaster.open(job.costs) as costs:
        balance = costs.classes.arrange(job.balance)
        thresholds = costs.classes.arrange(job.thresholds, "thresholds")
        decision = Decision(balance, job.unsure, costs.grid.area_px(job.min_area), thresholds)
    areas = redecide(job.costs, job.output, decision, job.confidence, on_progress, job.merge)
    return Done(_outputs(classes=job.output, confidence=job.confidence), {"areas": areas.as_dict()})


def make_polygons(job: PolygonsJob, say: Say, cancelled: Cancelled) -> Done:
    """Write the polygons of a class raster.

    Raises:
        SoftSegError: as `core.polygons.write_polygons` does.
        BadOption: a class to keep is not there.
    """
    from ..polygons import write_polygons

    say(Stage("polygons", "Making polygons"))
    stats = write_polygons(
        job.classes,
        job.output,
        confidence_path=job.confidence,
        min_area_m2=job.min_area,
        simplify_m=job.simplify,
        keep=_class_ids(job) if job.keep else None,
        band=job.band,
        on_progress=progress_events(say),
        cancelled=cancelled,
    )
    return Done(_outputs(polygons=job.output), asdict(stats))


def make_report(job: ReportJob, say: Say) -> Done:
    """Write the page about a class raster; raises as `core.run_report.write_run_report` does."""
    from ..run_report import write_run_report

    say(Stage("report", "Writing the report"))
    write_run_report(job)
    return Done(_outputs(report=job.output))


def _class_ids(job: PolygonsJob) -> set[int]:
    """The ids of the classes to keep of a class raster; a class without a name goes by its number."""
    from ..raster.classmap import ClassMap

    with ClassMap.open(job.classes, job.band) as class_map:
        ids = {name_key(entry.name): entry.id for entry in class_map.declared}
    for name in job.keep:
        if name_key(name) not in ids and not name.isdecimal():
            raise errors.BadOption(f"The class raster has no class “{name}”.")
    return {ids[name_key(name)] if name_key(name) in ids else int(name) for name in job.keep}


def _outputs(**paths: str | None) -> dict[str, str]:
    return {role: path for role, path in paths.items() if path is not None}
