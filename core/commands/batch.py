"""`softseg batch`: every raster of a folder and typed classes, to class rasters and more."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from ..batch_job import PATTERN, BatchJob
from . import parameters as p
from .run_options import RunOptions, with_run_options
from .work import Answer, working

_WHICH, _WRITE = "Which files", "What to write"


@with_run_options
def batch(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder that holds the rasters.")],
    *,
    pattern: Annotated[str, p.option(_WHICH, "NAMES", "Which files, with ; between patterns.")] = PATTERN,
    recursive: Annotated[bool, p.flag(_WHICH, "Sub-folders too.", "--recursive")] = False,
    resume: Annotated[
        bool,
        p.flag(
            _WHICH,
            "Leave files alone that this very run has finished; or do all, and replace what SoftSeg made there.",
            "--resume/--no-resume",
        ),
    ] = True,
    on_error: Annotated[str, p.option(_WHICH, "WHAT", "skip a file that fails, or stop there.")] = "skip",
    options: RunOptions,
    output: Annotated[str, p.option(_WRITE, "FOLDER", "Where the results go; sub-folders are mirrored there.")],
    confidence: p.EachConfidence = False,
    costs: p.EachCosts = False,
    polygons: p.EachPolygons = False,
    quicklook: p.EachQuicklook = False,
    merge: Annotated[str, p.option(_WRITE, "HOW", "vrt joins all class rasters in mosaic.vrt; or none.")] = "none",
    report: Annotated[str | None, p.option(_WRITE, "FILE", "A web page about all files (.html).")] = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Segment every raster of a folder into the classes you type, with one loaded model.

    Goes on after a file that fails, and when it is started again, does only what is left. The exit code is 0 only if
    no file failed, and else 2 (or 1 where it is our fault); the files that could be segmented are there all the same.

    Example: softseg batch flights --classes "building; road; tree; water" --output maps --merge vrt --report maps.html
    """
    with working(as_json=as_json) as work:
        extras = {"confidence": confidence, "costs": costs, "polygons": polygons, "quicklook": quicklook}
        job = BatchJob(
            folder=folder,
            output=output,
            job={**options.job_values(work), **extras},
            pattern=pattern,
            recursive=recursive,
            on_error=on_error,
            resume=resume,
            merge=merge,
            report=report,
        )
        from ..batch.run import run_batch
        from .areas import files_view

        result = run_batch(job, on_event=work.say, cancelled=work.cancelled)
    stats = result.stats()
    counts = f"{stats['done']} done, {stats['skipped']} skipped, {stats['failed']} failed."
    values = {"outputs": result.outputs, **stats, "warnings": work.warnings}
    return Answer(values, Group(Text(counts), files_view({"results": output, **result.outputs})), result.exit_code)
