"""Puts another decision of the same run behind the layers that show it, so that they keep their place on the map."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsDataProvider, QgsProject

from ..core.follow_up import RedecideJob
from ..core.protocol import Done
from ..layers.job import delete_temporary
from ..layers.results import Run, add_results, finish, open_layer
from ..layers.style import class_styles
from .outputs import is_version
from .result import Result

_ROLES = ("classes", "confidence")


def show_decision(project: QgsProject, result: Result, job: RedecideJob) -> Result:
    """Show a result's files in its layers; layers that were taken out of the project are added again.

    Returns:
        The result with the layers that show it now.

    Raises:
        BadRaster: a file cannot be opened.
    """
    outputs = {role: result.outputs[role] for role in _ROLES if role in result.outputs}
    done = Done(outputs, result.stats)
    layers = {role: project.mapLayer(result.layer_ids.get(role, "")) for role in outputs}
    if any(layer is None for layer in layers.values()):
        added = add_results(project, job, done, result.order.name)
        return replace(result, layer_ids={**result.layer_ids, **dict(zip(outputs, (each.id() for each in added)))})
    for role, path in outputs.items():
        open_layer(role, path)  # the layers keep what they show unless all of this can be shown
    run = Run.of(job, done, layers["classes"].crs().authid())
    for role, layer in layers.items():
        layer.setDataSource(outputs[role], layer.name(), "gdal", QgsDataProvider.ProviderOptions(), False)
        finish(layer, role, run, class_styles(result.order.classes))
    return result


def delete_versions(result: Result | None) -> None:
    """Delete the temporary files of a decision that nothing goes back to any more; those of the run itself stay.

    So do those in a folder of the user's: a project that was saved may show them.
    """
    outputs = result.outputs if result is not None else {}
    delete_temporary(outputs[role] for role in _ROLES if role in outputs and is_version(outputs[role]))
