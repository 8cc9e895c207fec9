"""What both doors do to judge a map: compare it with its reference, and find a better balance from polygons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from .. import errors
from ..follow_up import CalibrateJob, CompareJob
from ..progress import progress_events
from ..protocol import Done, Stage
from .afterwards import Cancelled, Say

if TYPE_CHECKING:
    from ..calibrate.result import Calibration
    from ..evaluate.comparison import Comparison


def compare_map(job: CompareJob, say: Say, cancelled: Cancelled) -> Comparison:
    """Judge a class raster, and write what the job wants to have written.

    Raises:
        SoftSegError: as `core.evaluate.compare.compare` does, or an output cannot be written.
        Cancelled: `cancelled` said so; nothing is written.
    """
    from ..commands.again import command_line
    from ..evaluate.compare import compare
    from ..evaluate.comparison_page import write_page
    from ..evaluate.comparison_table import write_table
    from ..evaluate.matching import parse_mapping
    from ..raster.place import Output, Places

    outputs = [Output(Path(path)) for path in (job.page, job.table) if path is not None]
    options = {"--field": job.field, "--mapping": job.mapping, "--ignore": job.ignore, "--boundary": job.boundary}
    command = command_line("compare", [job.classes, job.reference], {**options, "--sample": job.sample})
    say(Stage("compare", "Comparing"))
    with Places(outputs, [job.classes, job.reference]) as places:
        result = compare(
            job.classes,
            job.reference,
            field=job.field,
            mapping=parse_mapping(job.mapping),
            ignore=tuple(name.strip() for name in job.ignore.split(";") if name.strip()),
            boundary_px=job.boundary,
            sample=job.sample,
            on_progress=stoppable(say, cancelled),
        )
        if job.table is not None:
            write_table(places.temporary(job.table), result.figures)
        if job.page is not None:
            title = f"{Path(job.classes).name} against {Path(job.reference).name}"
            write_page(places.temporary(job.page), result.figures, result.thumbnails, title, command)
    return result.figures


def compared(job: CompareJob, say: Say, cancelled: Cancelled) -> Done:
    """Judge a class raster, for a worker; raises as `compare_map` does."""
    figures = compare_map(job, say, cancelled)
    outputs = {role: path for role, path in (("page", job.page), ("table", job.table)) if path is not None}
    return Done(outputs, {**figures.as_dict(), "sentences": figures.sentences()})


def stoppable(say: Say, cancelled: Cancelled) -> Callable[[int, int], None]:
    """What tells of progress, and stops the work when somebody wants that."""
    tell = progress_events(say)

    def on_progress(done: int, total: int) -> None:
        if cancelled():
            raise errors.Cancelled("The run was cancelled; nothing was written.")
        tell(done, total)

    return on_progress


def calibrate_costs(job: CalibrateJob, say: Say, cancelled: Cancelled) -> Calibration:
    """Learn a balance from polygons, and write it where the job wants that.

    Raises:
        SoftSegError: as `core.calibrate.calibrate.calibrate` does, or the output cannot be written.
        Cancelled: `cancelled` said so; nothing is written.
    """
    from ..calibrate.calibrate import calibrate
    from ..calibrate.result import write_calibration
    from ..raster.place import Output, Places

    outputs = [] if job.output is None else [Output(Path(job.output))]
    say(Stage("calibrate", "Learning from polygons"))
    with Places(outputs, [job.costs, job.polygons]) as places:
        on_progress = stoppable(say, cancelled)
        learnt = calibrate(job.costs, job.polygons, job.field, on_progress=on_progress)
        if job.output is not None:
            write_calibration(places.temporary(job.output), learnt)
    return learnt


def calibrated(job: CalibrateJob, say: Say, cancelled: Cancelled) -> Done:
    """Learn a balance from polygons, for a worker; raises as `calibrate_costs` does."""
    learnt = calibrate_costs(job, say, cancelled)
    return Done({} if job.output is None else {"calibration": job.output}, learnt.as_dict())
