"""Parameters that algorithms share: each block declares some, and reads them as fields of a job."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition


def helped(
    definition: QgsProcessingParameterDefinition, text: str, *, advanced: bool = False
) -> QgsProcessingParameterDefinition:
    """A parameter with its help, listed among the advanced ones or not."""
    definition.setHelp(text)
    if advanced:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return definition
