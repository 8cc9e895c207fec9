"""Train a model on a raster and polygons with a class field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)

from ..core.errors import BadOption
from ..core.train_job import MOST_STEPS, TrainJob
from ..i18n import tr
from ..layers.job import temporary_folder
from ..layers.labels import write_labels
from ..models import downloaded_models, keep_own_model, trained_models
from .base import Parameters, SoftSegAlgorithm, ask_engine, failing_in_words
from .blocks import computing, helped
from .inputs import raster_file

INPUT, LABELS, FIELD, NAME, BEGIN, STEPS = "INPUT", "LABELS", "FIELD", "NAME", "BEGIN_WITH", "STEPS"
RECIPE, RESUME, OUTPUT = "RECIPE", "RESUME", "OUTPUT_FOLDER"
MODEL, CLASSES, REVISION = "MODEL", "CLASSES", "REVISION"
_STARTER, _SMALL_ENCODER = "starter", "efficientnet_lite0"
_STOPPED_TRAINING = "training.pt"  # as core.train.checkpoint calls it


class TrainModel(SoftSegAlgorithm):
    """`softseg:trainmodel`: from a raster and labelled polygons to a model of one's own."""

    NAME = "trainmodel"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Train model on polygons")

    def shortDescription(self) -> str:
        """The tooltip in the toolbox."""
        return tr("Trains a model of your own on a raster and polygons with a class field.")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr(
            "Trains a model on an image and polygons whose field names the class inside them. What lies outside of the "
            "polygons is not learned from, so draw some of every class, over all of the image.\n\n"
            "The model is a folder. It appears in the panel's list of models, and other algorithms take it as “Folder "
            "of another model”. It knows what it was shown: on other sensors, seasons and places it may fail.\n\n"
            "Training takes minutes on a graphics card and hours on a processor. When it is stopped, its state is "
            "kept in the folder, and “Go on” continues from there."
        )

    def tags(self) -> list[str]:
        """Words that find it."""
        return tr("training,fine-tune,learn,samples,supervised,deep learning,segmentation").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(_input_parameters())
        self.add(_training_parameters())
        self.addParameter(
            helped(
                QgsProcessingParameterFolderDestination(OUTPUT, tr("Folder of the model")),
                tr("An empty or a new folder, not a temporary one; an older model in it is replaced."),
            )
        )
        self.addOutput(QgsProcessingOutputString(MODEL, tr("The model, as other algorithms take it")))
        self.addOutput(QgsProcessingOutputString(CLASSES, tr("Classes that it was trained on")))
        self.addOutput(QgsProcessingOutputString(REVISION, tr("Revision of the model")))

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Refuse a recipe that is none, and a folder that a training would be lost in, before anything starts."""
        TrainJob(INPUT, LABELS, FIELD, OUTPUT, **self._options(parameters, context))
        folder = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if _is_temporary(folder):
            raise BadOption(tr("QGIS removes temporary folders when it closes: choose a folder to keep the model in."))
        resume = self.parameterAsBool(parameters, RESUME, context)
        if not resume and (Path(folder) / _STOPPED_TRAINING).is_file():
            raise BadOption(
                tr(
                    "That folder holds a training that was stopped: switch on “Go on with a training that was "
                    "stopped”, or choose another folder."
                )
            )

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read what belongs to layers."""
        with failing_in_words(feedback):
            self._raster = raster_file(self, parameters, INPUT, context)
            self._labels = self.parameterAsSource(parameters, LABELS, context)
            self._field = self.parameterAsString(parameters, FIELD, context)
            if self._labels is None or self._labels.fields().lookupField(self._field) < 0:
                raise BadOption(tr("The polygons have no field “{field}”.", field=self._field))
            self._values = self._options(parameters, context)
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Train."""
        folder = self.parameterAsFileOutput(parameters, OUTPUT, context)
        with failing_in_words(feedback):
            labels = self._labels_in(Path(folder), context)
            job = TrainJob(self._raster.source, str(labels), self._field, folder, **self._values)
            done = ask_engine("train", job, feedback)
        self._trained = folder
        classes = "; ".join(done.stats["classes"])
        return {OUTPUT: folder, MODEL: folder, CLASSES: classes, REVISION: done.stats["revision"]}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Offer the model in the panel, unless it is one that a larger model of QGIS passes on and forgets."""
        if not _is_temporary(self._trained):
            keep_own_model(self._trained)
        return {}

    def _labels_in(self, folder: Path, context: QgsProcessingContext) -> Path:
        """The polygons as a file."""
        path = temporary_folder() / f"{folder.name}.gpkg"
        write_labels(self._labels, self._field, path, context.transformContext())
        return path

    def _options(self, parameters: Parameters, context: QgsProcessingContext) -> dict[str, Any]:
        """Fields of the job that need no layer."""
        begin = self.parameterAsEnumString(parameters, BEGIN, context)
        is_trained = begin in (facts.value for facts in trained_models())
        return {
            "name": self.parameterAsString(parameters, NAME, context).strip(),
            "start": begin if is_trained else "",
            "encoder": "" if is_trained or begin == _SMALL_ENCODER else begin,
            "recipe": self.parameterAsFile(parameters, RECIPE, context) or None,
            "steps": self.parameterAsInt(parameters, STEPS, context) or None,
            "device": self.parameterAsEnumString(parameters, computing.DEVICE, context),
            "resume": self.parameterAsBool(parameters, RESUME, context),
        }


def _is_temporary(folder: str) -> bool:
    """Whether QGIS removes a folder when it closes."""
    return Path(QgsProcessingUtils.tempFolder()).resolve() in Path(folder).resolve().parents


def _input_parameters() -> list[QgsProcessingParameterDefinition]:
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    return [
        helped(QgsProcessingParameterRasterLayer(INPUT, tr("Raster")), tr("The image.")),
        helped(
            QgsProcessingParameterFeatureSource(LABELS, tr("Polygons"), polygons),
            tr("Polygons on the image, in any coordinate system."),
        ),
        helped(
            QgsProcessingParameterField(FIELD, tr("Class field"), parentLayerParameterName=LABELS),
            tr("The field that names the class inside each polygon; English words help, since the model reads them."),
        ),
        helped(
            QgsProcessingParameterString(NAME, tr("Name of the model"), optional=True),
            tr("As it is listed in the panel; empty: that of its folder."),
        ),
    ]


def _training_parameters() -> list[QgsProcessingParameterDefinition]:
    number = QgsProcessingParameterNumber
    file = QgsProcessingParameterFile
    trained, downloaded = ([facts.value for facts in models()] for models in (trained_models, downloaded_models))
    return [
        helped(
            QgsProcessingParameterEnum(
                BEGIN,
                tr("Begin with"),
                [*trained, _SMALL_ENCODER, *downloaded],
                defaultValue=_STARTER,
                usesStaticStrings=True,
            ),
            tr(
                "A trained model learns further from what it knows, which takes the fewest polygons; "
                "efficientnet_lite0 and downloaded models are encoders on which a network is trained from nothing."
            ),
        ),
        helped(
            number(STEPS, tr("Steps"), number.Type.Integer, 0, minValue=0, maxValue=MOST_STEPS),
            tr("How long to train; 0: as the recipe says, or 300 for a trained model and 600 for an encoder."),
        ),
        computing.device(),
        helped(
            file(RECIPE, tr("Recipe"), file.Behavior.File, "toml", optional=True),
            tr("A TOML file with everything that decides a training; empty: what suits a single raster."),
            advanced=True,
        ),
        helped(
            QgsProcessingParameterBoolean(RESUME, tr("Go on with a training that was stopped"), False),
            tr("With the same raster, polygons, recipe and folder."),
            advanced=True,
        ),
    ]
