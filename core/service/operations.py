"""What a worker can be asked to do: the request's name for it, what it needs, and the engine's function behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..batch_job import BatchJob
from ..class_sets import classes_from_json
from ..classes import ClassList, looks_like_a_comma_list
from ..errors import BadOption
from ..follow_up import CalibrateJob, CompareJob, PolygonsJob, RedecideJob, ReportJob
from ..job import Job
from ..model_jobs import DownloadJob, ImportJob, RemoveJob, VerifyJob
from ..options import device as check_device
from ..options import flag as check_flag
from ..protocol import Done, Warn
from ..task import read_json
from ..train_job import TrainJob
from .afterwards import Cancelled, Say, decide_again, make_polygons, make_report


def perform(op: str, job: Mapping[str, Any] | str | None, say: Say, cancelled: Cancelled) -> Done:
    """Do what one request asks for.

    Engine modules are imported only when they are needed, since torch alone takes seconds.

    Args:
        op: a key of `OPERATIONS`.
        job: what the operation needs, as JSON values or as the path of a JSON file.
        say: takes the events on the way.
        cancelled: says whether to stop.

    Raises:
        SoftSegError: whatever is wrong with the job or happens on the way.
    """
    return OPERATIONS[op](read_job(job) if isinstance(job, str) else job, say, cancelled)


def read_job(path: str) -> Any:
    """Read the JSON values of a job file.

    Raises:
        BadOption: the file cannot be read, or is not JSON.
    """
    try:
        return read_json(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadOption(f"The job file {path} cannot be read.", str(error)) from error


def _segment(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = Job.from_dict(values)
    _warn_of_commas(job.classes, say)
    from ..segment import run

    result = run(job, on_event=say, cancelled=cancelled)
    values = result.as_dict()
    return Done(values.pop("outputs"), values)


def _batch(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = BatchJob.from_dict(values)
    _warn_of_commas(classes_from_json(job.job["classes"]), say)
    from ..batch.run import run_batch

    result = run_batch(job, on_event=say, cancelled=cancelled)
    return Done(result.outputs, result.stats())


def _warn_of_commas(classes: ClassList, say: Say) -> None:
    if looks_like_a_comma_list(classes.to_text()):
        say(Warn("comma_list", f"There is one class, “{classes.names[0]}”; separate classes with ; if you meant more."))


def _redecide(values: Any, say: Say, cancelled: Cancelled) -> Done:
    return decide_again(RedecideJob.from_dict(values), say, cancelled)


def _polygons(values: Any, say: Say, cancelled: Cancelled) -> Done:
    return make_polygons(PolygonsJob.from_dict(values), say, cancelled)


def _report(values: Any, say: Say, _cancelled: Cancelled) -> Done:
    return make_report(ReportJob.from_dict(values), say)


def _train(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = TrainJob.from_dict(values)
    from .training import train_model

    return train_model(job, say, cancelled)


def _models(values: Any, _say: Say, _cancelled: Cancelled) -> Done:
    if values:
        raise BadOption("The list of models takes nothing.")
    from .models import list_models

    return list_models()


def _download_model(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = DownloadJob.from_dict(values)
    from .models import download_model

    return download_model(job, say, cancelled)


def _import_model(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = ImportJob.from_dict(values)
    from .models import import_model

    return import_model(job, say, cancelled)


def _verify_model(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = VerifyJob.from_dict(values)
    from .models import verify_model

    return verify_model(job, say, cancelled)


def _remove_model(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = RemoveJob.from_dict(values)
    from .models import remove_model

    return remove_model(job, say, cancelled)


def _compare(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = CompareJob.from_dict(values)
    from .quality import compared

    return compared(job, say, cancelled)


def _calibrate(values: Any, say: Say, cancelled: Cancelled) -> Done:
    job = CalibrateJob.from_dict(values)
    from .quality import calibrated

    return calibrated(job, say, cancelled)


def _probe(values: Any, _say: Say, _cancelled: Cancelled) -> Done:
    values = {} if values is None else values
    if not isinstance(values, dict) or not set(values) <= {"device", "quick"}:
        raise BadOption("A probe takes nothing but a device and whether it is quick.")
    device = check_device(values.get("device", "auto"), "device")
    quick = check_flag(values.get("quick", False), "quick")
    from ..probe import probe

    return Done(stats=probe(device, quick=quick))


OPERATIONS: dict[str, Callable[[Any, Say, Cancelled], Done]] = {
    "segment": _segment,
    "redecide": _redecide,
    "polygons": _polygons,
    "batch": _batch,
    "report": _report,
    "compare": _compare,
    "calibrate": _calibrate,
    "train": _train,
    "models": _models,
    "download_model": _download_model,
    "import_model": _import_model,
    "verify_model": _verify_model,
    "remove_model": _remove_model,
    "probe": _probe,
}
