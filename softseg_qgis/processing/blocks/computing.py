"""What computes: which model, on which device, in which tiles."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ...core.job import DEFAULT_OVERLAP
from ...i18n import tr
from ...models import shipped_models
from ...settings import Settings, settings
from . import helped

MODEL, MODEL_FOLDER, DEVICE = "MODEL", "MODEL_FOLDER", "DEVICE"
TILE_SIZE, OVERLAP, BATCH_SIZE = "TILE_SIZE", "OVERLAP", "BATCH_SIZE"
DEVICES = ("auto", "cpu", "cuda", "cuda:0", "cuda:1", "cuda:2", "cuda:3", "mps")


def parameters() -> list[QgsProcessingParameterDefinition]:
    """MODEL, MODEL_FOLDER, DEVICE, TILE_SIZE, OVERLAP and BATCH_SIZE."""
    return [_model(), _model_folder(), _device(), *_tiles()]


def read(algorithm: QgsProcessingAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
    """Fields of a job."""
    folder = algorithm.parameterAsFile(values, MODEL_FOLDER, context)
    return {
        "model": folder or algorithm.parameterAsEnumString(values, MODEL, context),
        "device": algorithm.parameterAsEnumString(values, DEVICE, context),
        "tile": algorithm.parameterAsInt(values, TILE_SIZE, context) or None,
        "overlap": algorithm.parameterAsDouble(values, OVERLAP, context),
        "batch": algorithm.parameterAsInt(values, BATCH_SIZE, context),
    }


def model_names() -> list[str]:
    """Names of the models that ship with the plugin; the starter is always among them."""
    starter = Settings.model.default
    return sorted({starter, *(facts.value for facts in shipped_models())}, key=lambda name: (name != starter, name))


def _model() -> QgsProcessingParameterDefinition:
    names = model_names()
    model = QgsProcessingParameterEnum(MODEL, tr("Model"), names, defaultValue=names[0], usesStaticStrings=True)
    if settings.model in names:
        model.setGuiDefaultValueOverride(settings.model)
    return helped(model, tr("The model that finds the classes."))


def _model_folder() -> QgsProcessingParameterDefinition:
    folder = QgsProcessingParameterFile(
        MODEL_FOLDER, tr("Folder of another model"), QgsProcessingParameterFile.Behavior.Folder, optional=True
    )
    return helped(
        folder, tr("A model of your own, as “softseg train” writes it, instead of the one above."), advanced=True
    )


def _device() -> QgsProcessingParameterDefinition:
    device = QgsProcessingParameterEnum(DEVICE, tr("Device"), DEVICES, defaultValue=DEVICES[0], usesStaticStrings=True)
    if settings.device in DEVICES:
        device.setGuiDefaultValueOverride(settings.device)
    text = tr("What computes: auto takes the fastest there is; cuda is an NVIDIA and mps an Apple graphics card.")
    return helped(device, text)


def _tiles() -> list[QgsProcessingParameterDefinition]:
    number = QgsProcessingParameterNumber
    return [
        helped(
            number(TILE_SIZE, tr("Tile size, px"), number.Type.Integer, 0, minValue=0, maxValue=8192),
            tr("Side of the tiles that the model sees at once, in pixels of its working resolution; 0: chosen for it."),
            advanced=True,
        ),
        helped(
            number(OVERLAP, tr("Overlap"), number.Type.Double, DEFAULT_OVERLAP, minValue=0, maxValue=0.75),
            tr("How far neighbouring tiles overlap, as a share of a tile's side; results are blended there."),
            advanced=True,
        ),
        helped(
            number(BATCH_SIZE, tr("Tiles at once"), number.Type.Integer, 0, minValue=0, maxValue=1024),
            tr("How many tiles are computed at once; 0: chosen for the device."),
            advanced=True,
        ),
    ]
