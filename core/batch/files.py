"""The files of a batch: which rasters of the folder, in which order, and where the outputs of each go."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from ..batch_job import BatchJob
from ..errors import BadOption

_PLAIN_SUFFIX = ".tif"
_ENDINGS = {
    "output": "_classes.tif",
    "confidence": "_confidence.tif",
    "costs": "_costs.tif",
    "polygons": "_classes.gpkg",
    "quicklook": "_quicklook.png",
}


def find_rasters(job: BatchJob) -> list[str]:
    """The files that a batch is about: paths below its folder, with forward slashes, in the order of these.

    Hidden files and folders are passed over, and so is the output folder.

    Raises:
        BadOption: there is no such folder, it cannot be read, or holds no such file.
    """
    root = Path(job.folder)
    if not root.is_dir():
        raise BadOption(f"There is no folder {job.folder}: name one that holds rasters.")
    patterns = job.pattern.lower().split(";")
    found = [path for path in _walk(root, job) if any(fnmatchcase(path.name.lower(), each) for each in patterns)]
    if not found:
        also = "" if job.recursive else ", or look into its sub-folders too"
        raise BadOption(f"The folder {job.folder} holds no file {job.pattern}: choose another pattern{also}.")
    return sorted(path.relative_to(root).as_posix() for path in found)


def output_stems(files: Sequence[str]) -> dict[str, str]:
    """What the names of each file's outputs begin with: its own path without the ending.

    Endings other than .tif stay as part of the name, so that town.tif and town.jp2 have outputs of their own whichever
    of them comes first.
    """
    stems: dict[str, str] = {}
    taken: set[str] = set()
    for file in files:
        path = PurePosixPath(file)
        ending = "" if path.suffix == _PLAIN_SUFFIX else path.suffix.replace(".", "_")
        stem = str(path.with_name(path.stem + ending))
        while stem.casefold() in taken:
            stem += "_"
        taken.add(stem.casefold())
        stems[file] = stem
    return stems


def output_paths_of(job: BatchJob, stem: str) -> dict[str, str]:
    """Where the outputs of one file go, by field of its `Job`."""
    return {role: str(Path(job.output, stem + _ENDINGS[role])) for role in ("output", *job.extras)}


def _walk(root: Path, job: BatchJob) -> Iterator[Path]:
    output = Path(job.output).resolve()

    def refuse(error: OSError) -> None:
        raise BadOption(f"The folder {error.filename} cannot be read: {error.strerror}.") from error

    for folder, folders, names in os.walk(root, onerror=refuse):
        here = Path(folder)
        below = [name for name in folders if not name.startswith(".") and (here / name).resolve() != output]
        folders[:] = below if job.recursive else []
        yield from (here / name for name in names if not name.startswith("."))
