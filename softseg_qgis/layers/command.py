"""A run as a call of its Processing algorithm, for scripts and for the Python console."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any

from ..core.classes import ClassList, ClassSpec
from ..core.follow_up import PolygonsJob, RedecideJob
from ..core.job import Job
from ..core.task import Task
from .run import Run

_SEGMENT = {
    "raster": "INPUT",
    "classes": "CLASSES",
    "extent": "EXTENT",
    "mask": "MASK",
    "bands": "BANDS",
    "stretch": "STRETCH",
    "offset": "OFFSET",
    "resolution": "RESOLUTION",
    "model": "MODEL",
    "device": "DEVICE",
    "tile": "TILE_SIZE",
    "overlap": "OVERLAP",
    "batch": "BATCH_SIZE",
    "synonyms": "SYNONYMS",
    "dense": "DENSE",
    "inference": "INFERENCE",
    "scene_prior": "SCENE_PRIOR",
    "candidates": "CANDIDATES",
    "distractors": "DISTRACTORS",
    "unsure": "MIN_CONFIDENCE",
    "thresholds": "THRESHOLDS",
    "min_area": "MIN_AREA",
    "balance": "BALANCE",
    "output": "OUTPUT",
    "confidence": "OUTPUT_CONFIDENCE",
    "costs": "OUTPUT_COSTS",
    "polygons": "OUTPUT_POLYGONS",
}
_REDECIDE = {
    "costs": "COSTS",
    "balance": "BALANCE",
    "unsure": "MIN_CONFIDENCE",
    "thresholds": "THRESHOLDS",
    "min_area": "MIN_AREA",
    "merge": "MERGE",
    "output": "OUTPUT",
    "confidence": "OUTPUT_CONFIDENCE",
}
_POLYGONS = {
    "classes": "INPUT",
    "band": "BAND",
    "keep": "CLASSES_KEEP",
    "min_area": "MIN_AREA",
    "simplify": "SIMPLIFY",
    "confidence": "CONFIDENCE",
    "output": "OUTPUT",
}
# The algorithm of each kind of task, and the parameter of each field.
_ALGORITHMS: dict[type[Task], tuple[str, dict[str, str]]] = {
    Job: ("softseg:segmentraster", _SEGMENT),
    RedecideJob: ("softseg:redecide", _REDECIDE),
    PolygonsJob: ("softseg:classestopolygons", _POLYGONS),
}


def processing_command(run: Run) -> str:
    """The call that does a run again: `processing.run("softseg:segmentraster", {...})`; defaults are left out.

    Raises:
        SoftSegError: another version of SoftSeg has written the run.
    """
    algorithm, parameters = processing_call(run)
    lines = "".join(f"        {name!r}: {value!r},\n" for name, value in parameters.items())
    return f'processing.run(\n    "{algorithm}",\n    {{\n{lines}    }},\n)'


def processing_call(run: Run) -> tuple[str, dict[str, Any]]:
    """The id of the algorithm that does a run again, and its parameters; raises as `processing_command` does."""
    task = run.task
    algorithm, names = _ALGORITHMS[type(task)]
    chosen = {
        each.name: getattr(task, each.name) for each in fields(task) if getattr(task, each.name) != _default(each)
    }
    found = {names[name]: _value(name, chosen[name], run) for name in names if name in chosen}
    if _is_folder(found.get("MODEL", "")):
        found["MODEL_FOLDER"] = found.pop("MODEL")
    return algorithm, found


def _is_folder(model: str) -> bool:
    """Whether a model is named by its folder, not by the name that it ships under."""
    return "/" in model or "\\" in model


def _default(field: Any) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _value(name: str, value: Any, run: Run) -> Any:
    """A task's value as its parameter takes it."""
    if isinstance(value, ClassList):
        return value.to_text()
    write: Callable[[Any], Any] = _WRITERS.get(name, lambda value: value)
    text = write(value)
    return f"{text} [{run.crs}]" if name == "extent" and run.crs else text


def thresholds_text(thresholds: dict[str, float]) -> str:
    """Thresholds as their parameter takes them: `building=0.5` and `road=0.6`, each on a line."""
    return "\n".join(f"{name}={limit:g}" for name, limit in thresholds.items())


def balance_text(balance: dict[str, float]) -> str:
    """A balance as its parameter takes it: `building=+0.5` and `road=-1`, each on a line."""
    return "\n".join(f"{name}={shift:+}" for name, shift in balance.items())


_WRITERS: dict[str, Callable[[Any], Any]] = {
    # QGIS has the two x before the two y.
    "extent": lambda extent: ",".join(repr(extent[place]) for place in (0, 2, 1, 3)),
    "bands": lambda bands: ",".join(map(str, bands)),
    "balance": balance_text,
    "thresholds": thresholds_text,
    "distractors": lambda words: ", ".join(word.replace("\\", "\\\\").replace(",", "\\,") for word in words),
    "merge": lambda merge: "\n".join(f"{gone}={kept}" for gone, kept in merge.items()),
    "keep": lambda names: "; ".join(ClassSpec(name).to_text() for name in names),
}
