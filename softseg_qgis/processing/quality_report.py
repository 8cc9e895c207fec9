"""Judge a class raster where its reference is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..core.errors import BadOption, BadOutput
from ..core.follow_up import CompareJob
from ..i18n import tr
from ..layers.facts import facts_of
from .base import Parameters, SoftSegAlgorithm, ask_engine, failing_in_words
from .blocks import helped
from .inputs import raster_file

CLASSES, REFERENCE, FIELD, MAPPING, IGNORE = "CLASSES", "REFERENCE", "FIELD", "MAPPING", "IGNORE"
BOUNDARY, SAMPLE = "BOUNDARY", "SAMPLE"
OUTPUT, TABLE, FIGURES = "OUTPUT", "OUTPUT_TABLE", "OUTPUT_FIGURES"
MEAN_IOU, OVERALL_ACCURACY, KAPPA, STATS = "MEAN_IOU", "OVERALL_ACCURACY", "KAPPA", "STATS"
_NUMBERS = {MEAN_IOU: "mean_iou", OVERALL_ACCURACY: "overall_accuracy", KAPPA: "kappa"}
_FARTHEST_PX = 100


class QualityReport(SoftSegAlgorithm):
    """`softseg:qualityreport`: how right a class raster is, whatever program made it."""

    NAME = "qualityreport"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Quality report of a class raster")

    def shortDescription(self) -> str:
        """The tooltip in the toolbox."""
        return tr("Compares a class raster, made by any program, with a reference, and shows where it is wrong.")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr(
            "Compares a class raster, made by any program, with what is known of the ground: another class raster or "
            "polygons with a class field. The report shows the errors on a map, the confusion matrix, and for each "
            "class precision, recall, F1, IoU and boundary IoU.\n\n"
            "Classes of equal names are compared; “Classes” says which is which where names differ. Where the "
            "reference knows nothing, nothing is judged."
        )

    def tags(self) -> list[str]:
        """Words that find it."""
        return tr("accuracy,assessment,confusion,matrix,iou,kappa,validation,reference,ground truth,compare").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(_input_parameters())
        self.add(_output_parameters())
        for name, text in (
            (MEAN_IOU, tr("Mean IoU, 0 to 1")),
            (OVERALL_ACCURACY, tr("Overall accuracy, 0 to 1")),
            (KAPPA, tr("Cohen's kappa")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString(STATS, tr("All figures (JSON)")))

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read what belongs to layers; a reference that the engine cannot open is copied to a file."""
        with failing_in_words(feedback):
            self._classes = raster_file(self, parameters, CLASSES, context).source
            layer = self.parameterAsLayer(parameters, REFERENCE, context)
            self._reference = _file_of(layer, context, feedback)
            fields = self.parameterAsFields(parameters, FIELD, context)
            self._field = fields[0] if fields and isinstance(layer, QgsVectorLayer) else None
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Compare."""
        paths = {name: self.parameterAsFileOutput(parameters, name, context) for name in (OUTPUT, TABLE, FIGURES)}
        with failing_in_words(feedback):
            job = CompareJob(
                classes=self._classes,
                reference=self._reference,
                field=self._field,
                mapping="; ".join(self.parameterAsString(parameters, MAPPING, context).split("\n")),
                ignore=self.parameterAsString(parameters, IGNORE, context),
                boundary=self.parameterAsInt(parameters, BOUNDARY, context),
                sample=self.parameterAsBoolean(parameters, SAMPLE, context),
                page=paths[OUTPUT] or None,
                table=paths[TABLE] or None,
            )
            done = ask_engine("compare", job, feedback)
            stats = {name: value for name, value in done.stats.items() if name != "sentences"}
            if paths[FIGURES]:
                _write_figures(paths[FIGURES], stats)
        for sentence in done.stats["sentences"]:
            feedback.pushInfo(sentence)
        figures = {name: stats[key] for name, key in _NUMBERS.items()}
        written = {name: path for name, path in paths.items() if path}
        return {**written, **figures, STATS: json.dumps(stats, ensure_ascii=False)}


def _file_of(layer: QgsMapLayer | None, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> str:
    """A file of the reference that the engine can open.

    Raises:
        BadOption: there is none.
    """
    if layer is None or not layer.isValid():
        raise BadOption(tr("The reference cannot be read: choose a class raster or a layer of polygons."))
    if isinstance(layer, QgsVectorLayer):
        formats = ["gpkg", "geojson", "shp"]
        return QgsProcessingUtils.convertToCompatibleFormat(
            layer, False, "reference", formats, "gpkg", context, feedback
        )
    facts = facts_of(layer)
    if not facts.is_local:
        text = tr("“{name}” is no file that the engine can open: save it as a GeoTIFF first.", name=facts.name)
        raise BadOption(text)
    return facts.source


def _write_figures(path: str, figures: dict[str, Any]) -> None:
    try:
        Path(path).write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise BadOutput(tr("The figures {path} cannot be written.", path=path), str(error)) from error


def _input_parameters() -> list[QgsProcessingParameterDefinition]:
    number, kinds = QgsProcessingParameterNumber, QgsProcessing.SourceType
    layers = [kinds.TypeRaster, kinds.TypeVectorPolygon]
    return [
        helped(QgsProcessingParameterRasterLayer(CLASSES, tr("Class raster")), tr("The map to judge, of any program.")),
        helped(
            QgsProcessingParameterMapLayer(REFERENCE, tr("Reference"), types=layers),
            tr("What is known: a class raster on any grid, or polygons in any coordinate system."),
        ),
        helped(
            QgsProcessingParameterField(FIELD, tr("Class field"), parentLayerParameterName=REFERENCE, optional=True),
            tr("The field of the polygons that holds the class; not needed where there is only one."),
        ),
        helped(
            QgsProcessingParameterString(MAPPING, tr("Classes"), multiLine=True, optional=True),
            tr("Which class is which of the reference's, one per line: “lawn=grass”. Equal names need no line."),
        ),
        helped(
            QgsProcessingParameterString(IGNORE, tr("Leave out"), optional=True),
            tr("Classes of the reference whose ground is not judged, like “clutter; 255”."),
        ),
        helped(
            number(BOUNDARY, tr("Reach of edges, pixels"), number.Type.Integer, 2, minValue=0, maxValue=_FARTHEST_PX),
            tr("How near to an edge counts for the boundary IoU; 0 leaves it out."),
            advanced=True,
        ),
        helped(
            QgsProcessingParameterBoolean(SAMPLE, tr("Estimate the whole map"), False),
            tr("Take the reference for a sample that was drawn at random within each class of the map."),
            advanced=True,
        ),
    ]


def _output_parameters() -> list[QgsProcessingParameterDefinition]:
    file, extra = QgsProcessingParameterFileDestination, {"optional": True, "createByDefault": False}
    return [
        helped(
            file(OUTPUT, tr("Report"), tr("Web page (*.html)"), optional=True, createByDefault=True),
            tr("A web page with figures and pictures, which needs nothing beside it."),
        ),
        helped(file(TABLE, tr("Table"), tr("Table (*.csv)"), **extra), tr("The figures of each class.")),
        helped(file(FIGURES, tr("Figures"), tr("JSON (*.json)"), **extra), tr("All figures, for programs.")),
    ]
