"""The memory of a run: what made a layer, kept in the layer and so in the project."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from typing import Any

from qgis.core import QgsMapLayer

from ..core.follow_up import PolygonsJob, RedecideJob
from ..core.job import Job
from ..core.protocol import Done
from ..core.task import Task
from ..i18n import tr

PROPERTY = "softseg/run"
_VERSION = 1
_OPERATIONS: dict[str, type[Task]] = {"segment": Job, "redecide": RedecideJob, "polygons": PolygonsJob}


@dataclass(frozen=True)
class Run:
    """One run that is over.

    Args:
        op: "segment", "redecide" or "polygons".
        job: what was asked for, as JSON values; `task` reads them.
        outputs: paths by role: "classes", "confidence", "costs", "polygons".
        stats: the figures that the engine gave: areas, tiles, seconds, device, model.
        finished: when, in UTC, like "2026-03-01T12:00:00+00:00".
        crs: of the outputs, like "EPSG:25833"; empty where it has no such name.
    """

    op: str
    job: dict[str, Any]
    outputs: dict[str, str]
    stats: dict[str, Any]
    finished: str = ""
    crs: str = ""

    @classmethod
    def of(cls, task: Task, done: Done, crs: str = "") -> Run:
        """The run that has just ended."""
        (op,) = (op for op, kind in _OPERATIONS.items() if isinstance(task, kind))
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        return cls(op, task.to_dict(), dict(done.outputs), dict(done.stats), now, crs)

    @property
    def task(self) -> Task:
        """What was asked for.

        Raises:
            SoftSegError: another version of SoftSeg has written it.
        """
        return _OPERATIONS[self.op].from_dict(self.job)

    def describe(self) -> str:
        """One line for the layer's history."""
        about = {
            "segment": tr(
                "segmented {source} into {classes}", source=self.job.get("raster"), classes=self._class_names()
            ),
            "redecide": tr("decided anew from {source}", source=self.job.get("costs")),
            "polygons": tr("polygons of {source}", source=self.job.get("classes")),
        }[self.op]
        model = tr(" with the model {model}", model=self.stats["model"]) if "model" in self.stats else ""
        return f"{self.finished} SoftSeg: {about}{model}"

    def _class_names(self) -> str:
        classes = self.job.get("classes")
        return ", ".join(each["name"] for each in classes) if isinstance(classes, list) else ""


def remember(layer: QgsMapLayer, run: Run) -> None:
    """Store in a layer, and in the history of its metadata, which run made it."""
    layer.setCustomProperty(PROPERTY, json.dumps({"v": _VERSION, **asdict(run)}, ensure_ascii=False))
    metadata = layer.metadata()
    metadata.addHistoryItem(run.describe())
    layer.setMetadata(metadata)


def run_of(layer: QgsMapLayer) -> Run | None:
    """The run that made a layer; None where SoftSeg did not, or a version that wrote it otherwise."""
    try:
        values = json.loads(layer.customProperty(PROPERTY, "") or "null")
        if not isinstance(values, dict) or values.pop("v", None) != _VERSION or values.get("op") not in _OPERATIONS:
            return None
        return Run(**values)
    except (ValueError, TypeError):
        return None
