"""What a run has left behind, as data: its files, its layers, and how its classes were decided."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from qgis.core import QgsMapLayer

from ..core.follow_up import RedecideJob
from ..core.job import Job
from ..core.protocol import Done
from .order import Order
from .outputs import next_version


@dataclass(frozen=True)
class Decision:
    """How stored costs become classes; the fields are those of `core.follow_up.RedecideJob`."""

    balance: dict[str, float] = field(default_factory=dict)
    unsure: float = 0.0
    min_area: float = 0.0
    thresholds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class ClassShare:
    """What one class covers: its part of the labelled area, 0..1, and its ground; None where nobody knows."""

    name: str
    colour: str
    share: float
    area_m2: float | None


@dataclass(frozen=True)
class Result:
    """A run that is over.

    Args:
        order: what was asked for.
        outputs: the files by role: "classes", "confidence", "costs", "polygons".
        stats: the engine's figures.
        decision: how it was decided.
        layer_ids: of the layers that show the files, by role.
        before: the same run as it was decided before, to go back to; None where there is nothing to go back to.
    """

    order: Order
    outputs: dict[str, str]
    stats: dict[str, Any]
    decision: Decision
    layer_ids: dict[str, str]
    before: Result | None = None

    @classmethod
    def of(cls, order: Order, job: Job, done: Done, layers: list[QgsMapLayer]) -> Result:
        """The result of a run that has just ended."""
        decision = Decision(dict(job.balance), job.unsure, job.min_area, dict(job.thresholds))
        return cls(order, dict(done.outputs), dict(done.stats), decision, _ids(done.outputs, layers))

    @property
    def shares(self) -> list[ClassShare]:
        """What the classes cover, in their order."""
        classes = self.stats.get("areas", {}).get("classes", [])
        return [ClassShare(each["name"], each["colour"], each["share"], each["area_m2"]) for each in classes]

    @property
    def unlabelled_share(self) -> float:
        """Part of the raster's pixels that are no data or unlabelled, 0..1."""
        return float(self.stats.get("areas", {}).get("unlabelled_share", 0.0))

    @property
    def untrained_model(self) -> str:
        """Name of the model where it segments as it is, without a network trained on it; empty for all others."""
        if not self.stats.get("training_free"):
            return ""
        name, _, _revision = self.stats["model"].rpartition(" ")
        return name

    def redecide_job(self, decision: Decision) -> RedecideJob:
        """The job that decides the stored costs anew, into files beside those that are on the map."""
        confidence = self.outputs.get("confidence")
        return RedecideJob(
            costs=self.outputs["costs"],
            output=next_version(self.outputs["classes"]),
            confidence=next_version(confidence) if confidence else None,
            balance=decision.balance,
            unsure=decision.unsure,
            thresholds=decision.thresholds,
            min_area=decision.min_area,
        )

    def decided(self, decision: Decision, done: Done) -> Result:
        """The result after its costs were decided anew; one step back is kept."""
        return replace(
            self,
            outputs={**self.outputs, **done.outputs},
            stats={**self.stats, **done.stats},
            decision=decision,
            before=replace(self, before=None),
        )


def _ids(outputs: dict[str, str], layers: list[QgsMapLayer]) -> dict[str, str]:
    """The layers' ids by the role of the file that each shows."""
    return {
        role: layer.id() for layer in layers for role, path in outputs.items() if layer.source().split("|")[0] == path
    }
