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

from ...core import options
from ...core.job import DEFAULT_CANDIDATES, DEFAULT_OVERLAP
from ...i18n import tr
from ...models import downloaded_models, named_models
from ...settings import Settings, settings
from . import helped

MODEL, MODEL_FOLDER, DEVICE = "MODEL", "MODEL_FOLDER", "DEVICE"
TILE_SIZE, OVERLAP, BATCH_SIZE = "TILE_SIZE", "OVERLAP", "BATCH_SIZE"
DENSE, SYNONYMS, INFERENCE, SCENE_PRIOR = "DENSE", "SYNONYMS", "INFERENCE", "SCENE_PRIOR"
CANDIDATES = "CANDIDATES"
DEVICES = ("auto", "cpu", "cuda", "cuda:0", "cuda:1", "cuda:2", "cuda:3", "mps")


def parameters() -> list[QgsProcessingParameterDefinition]:
    """From MODEL, MODEL_FOLDER and DEVICE over TILE_SIZE to CANDIDATES; all but MODEL and DEVICE are advanced."""
    return [_model(), _model_folder(), device(), *_tiles(), *_ways(), _scene_prior(), _candidates()]


def read(algorithm: QgsProcessingAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
    """Fields of a job."""
    folder = algorithm.parameterAsFile(values, MODEL_FOLDER, context)
    return {
        "model": folder or algorithm.parameterAsEnumString(values, MODEL, context),
        "device": algorithm.parameterAsEnumString(values, DEVICE, context),
        "tile": algorithm.parameterAsInt(values, TILE_SIZE, context) or None,
        "overlap": algorithm.parameterAsDouble(values, OVERLAP, context),
        "batch": algorithm.parameterAsInt(values, BATCH_SIZE, context),
        "synonyms": algorithm.parameterAsEnumString(values, SYNONYMS, context),
        "dense": algorithm.parameterAsEnumString(values, DENSE, context),
        "inference": algorithm.parameterAsEnumString(values, INFERENCE, context),
        "scene_prior": algorithm.parameterAsEnumString(values, SCENE_PRIOR, context) or None,
        "candidates": algorithm.parameterAsInt(values, CANDIDATES, context),
    }


def model_names() -> list[str]:
    """Names of the models that can be used by name, the starter first."""
    return list(dict.fromkeys((Settings.model.default, *(facts.value for facts in named_models()))))


def _model() -> QgsProcessingParameterDefinition:
    names = model_names()
    model = QgsProcessingParameterEnum(MODEL, tr("Model"), names, defaultValue=names[0], usesStaticStrings=True)
    if settings.model in names:
        model.setGuiDefaultValueOverride(settings.model)
    return helped(model, tr("What finds the classes: a model that ships with SoftSeg, or one that was downloaded."))


def _model_folder() -> QgsProcessingParameterDefinition:
    folder = QgsProcessingParameterFile(
        MODEL_FOLDER, tr("Folder of another model"), QgsProcessingParameterFile.Behavior.Folder, optional=True
    )
    return helped(
        folder, tr("A model of your own, as “softseg train” writes it, instead of the one above."), advanced=True
    )


def device() -> QgsProcessingParameterDefinition:
    """DEVICE, for algorithms that need no model."""
    chosen = QgsProcessingParameterEnum(DEVICE, tr("Device"), DEVICES, defaultValue=DEVICES[0], usesStaticStrings=True)
    if settings.device in DEVICES:
        chosen.setGuiDefaultValueOverride(settings.device)
    text = tr("What computes: auto takes the fastest there is; cuda is an NVIDIA and mps an Apple graphics card.")
    return helped(chosen, text)


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


def _ways() -> list[QgsProcessingParameterDefinition]:
    texts = (
        (SYNONYMS, tr("Prompts of a class"), options.SYNONYMS, tr("mean averages them; in max the best one speaks.")),
        (
            DENSE,
            tr("Patches of a model that was not trained for maps"),
            options.DENSE_MODES,
            tr("How they reach the words; auto takes what suits the model. Trained models have one way only."),
        ),
        (
            INFERENCE,
            tr("Inference"),
            options.INFERENCES,
            tr("native is SoftSeg's own; the others are as published figures were made, with their own tiles."),
        ),
    )
    return [helped(_choice(name, title, values), text, advanced=True) for name, title, values, text in texts]


def _scene_prior() -> QgsProcessingParameterDefinition:
    names = [facts.value for facts in downloaded_models()]
    prior = QgsProcessingParameterEnum(
        SCENE_PRIOR, tr("Model that weighs whole scenes"), names, optional=True, usesStaticStrings=True
    )
    text = tr("A downloaded model whose view of whole scenes makes classes more or less likely; untested. Empty: none.")
    return helped(prior, text, advanced=True)


def _candidates() -> QgsProcessingParameterDefinition:
    number = QgsProcessingParameterNumber
    text = tr(
        "Of more than eight classes a tile is searched only for those that are among so many likeliest ones somewhere "
        "in it; 0: for all, which takes longer."
    )
    count = number(
        CANDIDATES, tr("Candidates in each place"), number.Type.Integer, DEFAULT_CANDIDATES, minValue=0, maxValue=10_000
    )
    return helped(count, text, advanced=True)


def _choice(name: str, title: str, values: tuple[str, ...]) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterEnum(name, title, values, defaultValue=values[0], usesStaticStrings=True)
