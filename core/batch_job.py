"""A batch as data: which rasters of a folder to segment, how, and where to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from . import options
from .errors import BadOption
from .job import Job
from .task import TASK_VERSION, Task

PATTERN = "*.tif;*.tiff;*.jp2;*.vrt"
EXTRAS = ("confidence", "costs", "polygons", "quicklook")
"""What a run can write beside its class raster."""

_OWN = ("raster", "output")  # what each file of a batch has for itself


def _file_pattern(value: Any, name: str) -> str:
    """Check patterns of file names with ; between them."""
    parts = [part.strip() for part in options.text(value, name).split(";") if part.strip()]
    if not parts or any(mark in part for part in parts for mark in "/\\"):
        raise BadOption(f"The {name} has to be patterns of file names like {PATTERN}, not “{value}”.")
    return ";".join(parts)


def _run_values(value: Any, name: str) -> dict[str, Any]:
    """Check what is the same for all runs of a batch; gives every value of a `Job` but those that each file has."""
    if not isinstance(value, Mapping):
        raise BadOption(f"The {name} of a batch has to be an object with the values of a run.")
    for own in _OWN:
        if own in value:
            raise BadOption(f"The {name} of a batch cannot name one {own}: each file of the folder has its own.")
    wanted = {role: value.get(role) is not None and options.flag(value[role], role) for role in EXTRAS}
    shared = {key: each for key, each in value.items() if key not in EXTRAS}
    run = Job.from_dict({"v": TASK_VERSION, **shared, **{own: own for own in _OWN}}).to_dict()
    return {**{key: each for key, each in run.items() if key not in ("v", *_OWN)}, **wanted}


@dataclass(frozen=True)
class BatchJob(Task):
    """One batch. Every value is checked when it is made; nothing is looked for on disk.

    Args:
        folder: where the rasters are.
        output: folder of the results, made if need be; sub-folders are mirrored there.
        job: what all runs share: the values of a `Job` without raster and output. Of `EXTRAS` it says with true or
            false whether each file gets one; left out is false.
        pattern: which files, by patterns of their names in any case, with ; between them.
        recursive: sub-folders too.
        on_error: "skip" goes on after a file that cannot be segmented, "stop" ends the batch there.
        resume: leave files alone that the same run has finished, and refuse to replace what another one made; False
            computes everything, and replaces whatever SoftSeg has made there.
        merge: "vrt" joins the class raster of all files in the virtual raster mosaic.vrt, "none" does not.
        report: where a web page about all files goes; None: nowhere.

    Raises:
        BadClasses: the class list of the job is not valid.
        BadOption: any other value is of the wrong type or out of range, or two paths are the same.
    """

    folder: str
    output: str
    job: dict[str, Any] = field(hash=False)
    pattern: str = PATTERN
    recursive: bool = False
    on_error: str = "skip"
    resume: bool = True
    merge: str = "none"
    report: str | None = None

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "folder": options.path,
        "output": options.output,
        "job": _run_values,
        "pattern": _file_pattern,
        "recursive": options.flag,
        "on_error": options.choice("skip", "stop"),
        "resume": options.flag,
        "merge": options.choice("none", "vrt"),
        "report": options.optional(options.html_file),
    }
    FILES: ClassVar[tuple[str, ...]] = ("folder", "output", "report")

    @property
    def extras(self) -> tuple[str, ...]:
        """Those of `EXTRAS` that each file gets."""
        return tuple(role for role in EXTRAS if self.job[role])

    def run_of(self, raster: str, outputs: Mapping[str, str]) -> Job:
        """The run of one file.

        Args:
            raster: the file.
            outputs: paths for "output" and for each of `extras`.
        """
        shared = {key: value for key, value in self.job.items() if key not in EXTRAS}
        return Job.from_dict({"v": TASK_VERSION, **shared, "raster": raster, **outputs})
