"""From a folder of rasters to class rasters: one file after the other, with one loaded model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ..batch_job import BatchJob
from ..class_sets import classes_from_json
from ..errors import BadOutput, BadRaster, Cancelled
from ..outputs import output_paths
from ..protocol import Event, Stage, Warn
from ..raster.place import Output, Places
from ..report import class_areas
from ..segment import run
from ..vlm.device import choose_device
from ..zoo import find_model
from .files import find_rasters, output_stems
from .mosaic import MOSAIC, write_mosaic
from .overall import Overall
from .plan import Planned, plan_file
from .report import write_report
from .result import BatchResult, FileResult, Results

Say = Callable[[Event], None]
Asked = Callable[[], bool]


def run_batch(job: BatchJob, *, on_event: Say = lambda event: None, cancelled: Asked = lambda: False) -> BatchResult:
    """Does a batch; a file that cannot be segmented is noted in the result, unless the batch stops there.

    Args:
        job: the batch as data.
        on_event: hears of files, of the progress over all of them, and of what fails.
        cancelled: asked often; True stops the batch, and the files that are finished are kept.

    Raises:
        SoftSegError: nothing can be done at all, or a file failed and the batch stops there.
        Cancelled: with a sentence that says how many files are finished.
    """
    on_event(Stage("folder", "Looking at the files"))
    files = find_rasters(job)
    choose_device(job.job["device"])
    card = find_model(job.job["model"]).card
    _prepare_places(job)
    results = Results(files, on_event, stops=job.on_error == "stop")
    try:
        plan = _plan(job, files, f"{card.name} {card.revision}", results, cancelled)
        _work(plan, results, on_event, cancelled)
        outputs = _conclude(job, results.in_order(), on_event, cancelled)
    except Cancelled as error:
        text = f"The batch was cancelled; {results.kept} of {len(files)} files are finished and kept."
        raise Cancelled(text) from error
    if results.stopped_by is not None:
        raise results.stopped_by
    return BatchResult(outputs, results.in_order())


def _prepare_places(job: BatchJob) -> None:
    """Make the output folder, and see that mosaic and report can be written: hours later is too late to learn that."""
    try:
        Path(job.output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadOutput(f"The folder {job.output} cannot be made: choose another place.", str(error)) from error
    mosaic = Path(job.output, MOSAIC) if job.merge == "vrt" else None
    report = Path(job.report) if job.report is not None else None
    Places(Output(path) for path in (mosaic, report) if path is not None)


def _plan(job: BatchJob, files: Sequence[str], model: str, results: Results, cancelled: Asked) -> list[Planned]:
    """What is to be done; files that are finished or cannot be opened have their result already."""
    plan: list[Planned] = []
    for file, stem in output_stems(files).items():
        if results.stopped_by is not None:
            break
        _heed(cancelled)
        with results.failures_of(file):
            planned = plan_file(job, file, stem, model)
            if planned.is_finished:
                results.add(FileResult(file, "skipped", output_paths(planned.run)))
            else:
                plan.append(planned)
    return plan


def _work(plan: Sequence[Planned], results: Results, say: Say, cancelled: Asked) -> None:
    overall = Overall(say, sum(each.pixels for each in plan))
    for number, each in enumerate(plan, start=1):
        if results.stopped_by is not None:
            break
        _heed(cancelled)
        say(Stage("file", f"{each.file} ({number} of {len(plan)})"))
        with results.failures_of(each.file), overall.file(each.pixels) as hear:
            Path(each.run.output).parent.mkdir(parents=True, exist_ok=True)
            made = run(each.run, on_event=hear, cancelled=cancelled, run_id=each.run_id)
            results.add(FileResult(each.file, "done", made.outputs, made.stats["seconds"], made.areas))


def _conclude(job: BatchJob, files: Sequence[FileResult], say: Say, cancelled: Asked) -> dict[str, str]:
    """Write what is about all files; gives the paths by role."""
    classes = classes_from_json(job.job["classes"])
    outputs: dict[str, str] = {}
    if job.merge == "vrt":
        say(Stage("mosaic", "Joining the class rasters"))
        rasters = [Path(each.outputs["classes"]) for each in files if each.outputs]
        mosaic = Path(job.output, MOSAIC)
        left_out = write_mosaic(mosaic, rasters, classes)
        if left_out:
            say(Warn("mosaic", _why_left_out(left_out, len(rasters))))
        if len(left_out) < len(rasters):
            outputs["mosaic"] = str(mosaic)
    if job.report is not None:
        say(Stage("report", "Writing the report"))
        write_report(Path(job.report), job, [_measured(each, cancelled) for each in files], classes)
        outputs["report"] = job.report
    return outputs


def _measured(file: FileResult, cancelled: Asked) -> FileResult:
    """The result with its areas, which are counted anew where an earlier batch has done the file."""
    _heed(cancelled)
    if file.state != "skipped":
        return file
    try:
        return replace(file, areas=class_areas(file.outputs["classes"]))
    except BadRaster:  # damaged since; the report says no more than that it was done before
        return file


def _why_left_out(left_out: Sequence[Path], count: int) -> str:
    return (
        f"{len(left_out)} of {count} class rasters are not in the mosaic, since their CRS, pixel size or rotation "
        f"is another: {', '.join(path.name for path in left_out[:5])}{', …' if len(left_out) > 5 else ''}."
    )


def _heed(cancelled: Asked) -> None:
    if cancelled():
        raise Cancelled("The batch was cancelled.")
