"""Learning a balance from polygons: what the engine is asked, and what it has answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

from ..core.errors import BadOption, BadOutput
from ..core.follow_up import CalibrateJob
from ..i18n import tr
from ..layers.job import temporary_folder
from .result import Result
from .share_rows import format_share


def learn_job(result: Result, layer: QgsVectorLayer | None, field: str) -> CalibrateJob:
    """The job for a result; the polygons are copied as they are now, edits that are not saved included.

    Raises:
        BadOption: the layer is no longer in the project.
        BadOutput: the copy cannot be written.
    """
    if layer is None:
        raise BadOption(tr("The polygons are no longer in the project."))
    path = str(temporary_folder() / "polygons.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "polygons"
    options.attributes = [layer.fields().lookupField(field)]
    context = QgsProject.instance().transformContext()
    error, message = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context, options)[:2]
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise BadOutput(tr("The polygons of “{name}” cannot be copied.", name=layer.name()), message)
    return CalibrateJob(result.outputs["costs"], path, field)


@dataclass(frozen=True)
class Learnt:
    """What polygons have taught.

    Args:
        balance: what is added to each class, by name; classes that stay as they are are missing.
        thresholds: how sure it takes to give a class, by name; those that are always given are missing.
        polygons: how many there were.
        before: mean share of each class that is found without any change, 0..1.
        after: the same on polygons that were left out of learning.
    """

    balance: dict[str, float]
    thresholds: dict[str, float]
    polygons: int
    before: float
    after: float

    @classmethod
    def of(cls, stats: dict[str, Any]) -> Learnt:
        """Read the engine's answer."""
        polygons = sum(each["polygons"] for each in stats["classes"])
        learnt = dict(stats["balance"]), dict(stats["thresholds"])
        return cls(*learnt, polygons, stats["before"], stats["after"])

    @property
    def text(self) -> str:
        """What it is worth, in two sentences."""
        if not self.balance and not self.thresholds:
            return tr("Nothing is changed: on polygons that were left out of learning, no balance was better.")
        return tr(
            "Of each class, {after} in place of {before} are found on average, on polygons that were left out of "
            "learning. It holds for this raster alone; Apply shows it.",
            before=format_share(self.before),
            after=format_share(self.after),
        )
