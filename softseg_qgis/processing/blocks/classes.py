"""The classes of a run: typed, or from a file."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...core.class_sets import read_class_set
from ...core.classes import ClassList, parse_classes, parse_prompts
from ...i18n import tr
from . import helped

CLASSES, CLASS_SET, DISTRACTORS = "CLASSES", "CLASS_SET", "DISTRACTORS"


def parameters() -> list[QgsProcessingParameterDefinition]:
    """CLASSES, CLASS_SET and DISTRACTORS."""
    return [
        helped(
            QgsProcessingParameterString(CLASSES, tr("Classes, one per line"), multiLine=True, optional=True),
            tr(
                "One class per line, or with ; between them: “name: prompt, prompt #rrggbb”. The prompts are what the "
                "model reads instead of the name, in English at best; they and the colour may be left out. "
                "Example: building: roof, house #d7191c; road; tree; water: river, lake"
            ),
        ),
        helped(
            QgsProcessingParameterFile(
                CLASS_SET,
                tr("Class set"),
                QgsProcessingParameterFile.Behavior.File,
                optional=True,
                fileFilter=tr("Class sets (*.json *.csv *.txt)"),
            ),
            tr("A file with the classes (JSON, CSV or class text), as the panel exports it; replaces the typed ones."),
        ),
        helped(
            QgsProcessingParameterString(DISTRACTORS, tr("Everything else"), optional=True),
            tr(
                "What else there is to see, with commas between, as: car, field, bare soil. What looks more like it "
                "than like a class stays unlabelled. Empty: every pixel gets a class."
            ),
            advanced=True,
        ),
    ]


def read(algorithm: QgsProcessingAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> ClassList:
    """The classes that were given.

    Raises:
        BadClasses: there are none, or they are not valid.
    """
    path = algorithm.parameterAsFile(values, CLASS_SET, context)
    return read_class_set(path) if path else parse_classes(algorithm.parameterAsString(values, CLASSES, context))


def distractors(
    algorithm: QgsProcessingAlgorithm, values: dict[str, Any], context: QgsProcessingContext
) -> tuple[str, ...]:
    """What else there is to see, and stays unlabelled."""
    return parse_prompts(algorithm.parameterAsString(values, DISTRACTORS, context))
