"""Segment a folder of rasters by class names."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..core.batch_job import PATTERN as ALL_RASTERS
from ..core.batch_job import BatchJob
from ..core.class_sets import classes_to_json
from ..i18n import tr
from .base import Parameters, SoftSegAlgorithm, ask_engine, failing_in_words
from .blocks import classes, computing, deciding, helped, reading

INPUT_FOLDER, PATTERN, RECURSIVE = "INPUT_FOLDER", "PATTERN", "RECURSIVE"
MERGE, ON_ERROR, RESUME = "MERGE", "ON_ERROR", "RESUME"
OUTPUT_FOLDER, OUTPUT_REPORT, OUTPUT_MOSAIC = "OUTPUT_FOLDER", "OUTPUT_REPORT", "OUTPUT_MOSAIC"
DONE, SKIPPED, FAILED = "DONE", "SKIPPED", "FAILED"
_EXTRAS = {"confidence": "WITH_CONFIDENCE", "costs": "WITH_COSTS", "polygons": "WITH_POLYGONS"}


class SegmentFolder(SoftSegAlgorithm):
    """`softseg:segmentfolder`: a class raster for every raster of a folder, with one loaded model."""

    NAME = "segmentfolder"
    ICON = "segment_folder.svg"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Segment folder of rasters")

    def shortDescription(self) -> str:
        """The tooltip in the toolbox."""
        return tr("Finds the classes that you type in every raster of a folder.")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr(
            "Finds the classes that you type in every raster of a folder, with one model that is loaded once. Each "
            "raster gets a class raster of its own name in the output folder.\n\n"
            "A raster that cannot be segmented is skipped and reported, or stops the batch, as you choose. What an "
            "earlier batch with the same settings has finished is not computed again, so that a batch which was "
            "cancelled goes on where it was."
        )

    def tags(self) -> list[str]:
        """Words that find it."""
        return tr("segmentation,classification,land cover,batch,folder,many,mosaic,deep learning").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(_file_parameters())
        self.add(classes.parameters())
        self.add(reading.parameters())
        self.add(computing.parameters())
        self.add(deciding.parameters(advanced=True))
        self.add(_batch_parameters())
        self.add(_output_parameters())
        self.addOutput(QgsProcessingOutputNumber(DONE, tr("Rasters that were segmented")))
        self.addOutput(QgsProcessingOutputNumber(SKIPPED, tr("Rasters that were finished before")))
        self.addOutput(QgsProcessingOutputNumber(FAILED, tr("Rasters that failed")))
        self.addOutput(QgsProcessingOutputString(OUTPUT_MOSAIC, tr("Mosaic of the class rasters")))

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Refuse classes and options that are not valid before anything starts."""
        BatchJob(INPUT_FOLDER, OUTPUT_FOLDER, self._run_values(parameters, context))

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Segment one raster after the other."""
        with failing_in_words(feedback):
            job = self._job(parameters, context)
            done = ask_engine("batch", job, feedback)
        return {
            OUTPUT_FOLDER: job.output,
            OUTPUT_REPORT: job.report,
            OUTPUT_MOSAIC: done.outputs.get("mosaic", ""),
            DONE: done.stats["done"],
            SKIPPED: done.stats["skipped"],
            FAILED: done.stats["failed"],
        }

    def _job(self, parameters: Parameters, context: QgsProcessingContext) -> BatchJob:
        return BatchJob(
            folder=self.parameterAsFile(parameters, INPUT_FOLDER, context),
            output=self.parameterAsFileOutput(parameters, OUTPUT_FOLDER, context),
            job=self._run_values(parameters, context),
            pattern=self.parameterAsString(parameters, PATTERN, context),
            recursive=self.parameterAsBool(parameters, RECURSIVE, context),
            on_error=self.parameterAsEnumString(parameters, ON_ERROR, context),
            resume=self.parameterAsBool(parameters, RESUME, context),
            merge=self.parameterAsEnumString(parameters, MERGE, context),
            report=self.parameterAsFileOutput(parameters, OUTPUT_REPORT, context) or None,
        )

    def _run_values(self, parameters: Parameters, context: QgsProcessingContext) -> dict[str, Any]:
        """What all runs share, as the batch takes it."""
        return {
            "classes": classes_to_json(classes.read(self, parameters, context)),
            "distractors": list(classes.distractors(self, parameters, context)),
            **reading.read(self, parameters, context),
            **computing.read(self, parameters, context),
            **deciding.read(self, parameters, context),
            **{role: self.parameterAsBool(parameters, name, context) for role, name in _EXTRAS.items()},
        }


def _file_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        helped(
            QgsProcessingParameterFile(INPUT_FOLDER, tr("Folder"), QgsProcessingParameterFile.Behavior.Folder),
            tr("Where the rasters are."),
        ),
        helped(
            QgsProcessingParameterString(PATTERN, tr("Files"), ALL_RASTERS),
            tr("Which files, by patterns with ; between them, in any case."),
        ),
        helped(
            QgsProcessingParameterBoolean(RECURSIVE, tr("Sub-folders too"), False),
            tr("The output folder gets the same sub-folders."),
        ),
    ]


def _batch_parameters() -> list[QgsProcessingParameterDefinition]:
    choice, flag = QgsProcessingParameterEnum, QgsProcessingParameterBoolean
    return [
        helped(
            choice(MERGE, tr("Mosaic"), ("none", "vrt"), defaultValue="none", usesStaticStrings=True),
            tr("vrt joins the class rasters in the virtual raster mosaic.vrt."),
        ),
        helped(
            choice(
                ON_ERROR, tr("After a raster that fails"), ("skip", "stop"), defaultValue="skip", usesStaticStrings=True
            ),
            tr("skip goes on with the next one and reports it; stop ends the batch."),
        ),
        helped(
            flag(RESUME, tr("Leave out what is finished"), True),
            tr("What an earlier batch with the same settings has finished stays as it is."),
        ),
        helped(
            flag(_EXTRAS["confidence"], tr("Confidence rasters too"), False),
            tr("How sure each pixel's class is, from 0 to 1: NAME_confidence.tif."),
        ),
        helped(
            flag(_EXTRAS["costs"], tr("Cost rasters too"), False),
            tr("What the classes were decided from, and can be decided anew from: NAME_costs.tif."),
        ),
        helped(
            flag(_EXTRAS["polygons"], tr("Polygons too"), False),
            tr("One polygon per patch with class, area and mean confidence: NAME_classes.gpkg."),
        ),
    ]


def _output_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        helped(
            QgsProcessingParameterFolderDestination(OUTPUT_FOLDER, tr("Output folder")),
            tr("Each raster gets NAME_classes.tif there."),
        ),
        helped(
            QgsProcessingParameterFileDestination(
                OUTPUT_REPORT, tr("Report"), tr("Web page (*.html)"), optional=True, createByDefault=True
            ),
            tr("A web page about all rasters: what was done, what failed and why, and what each class covers."),
        ),
    ]
