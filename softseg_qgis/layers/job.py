"""From a layer, an area and classes to a job: plain values that another process can work on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingUtils, QgsRasterLayer

from ..core.classes import ClassList
from ..core.errors import BadRaster
from ..core.job import Job
from ..i18n import tr
from .area import Area
from .facts import facts_of


def job_for(
    layer: QgsRasterLayer,
    area: Area,
    classes: ClassList,
    options: Mapping[str, Any],
    rendered: str | Path | None = None,
) -> Job:
    """Make the job that segments an area of a layer.

    Args:
        layer: the raster; main thread only.
        area: where.
        classes: into what.
        options: further fields of `core.job.Job` by name; `output` has to be there.
        rendered: the copy that `layers.webmap` made of this area, needed for layers that are not `is_local`.

    Raises:
        BadRaster: the layer is broken, or only QGIS can read it and no copy was given.
        SoftSegError: the area does not touch the layer, or an option is not valid.
    """
    if not layer.isValid():
        raise BadRaster(tr("The layer “{name}” cannot be read: its file may have moved.", name=layer.name()))
    raster = facts_of(layer)
    source = str(rendered) if rendered else raster.source
    if not source:
        raise BadRaster(tr("The layer “{name}” has to be copied to a file first.", name=layer.name()))
    return Job(
        raster=source,
        classes=classes,
        extent=area.extent_in(raster),
        mask=area.mask_in(raster, temporary_folder()),
        **options,
    )


def temporary_folder() -> Path:
    """A new folder that QGIS removes when it ends."""
    folder = Path(QgsProcessingUtils.generateTempFilename("softseg"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def delete_temporary(paths: Iterable[str | Path]) -> list[Path]:
    """Delete files that lie where QGIS clears up when it ends; gives those that lie elsewhere, and stay."""
    temporary = Path(QgsProcessingUtils.tempFolder()).resolve()
    files = [Path(path) for path in paths]
    left = [file for file in files if temporary not in file.resolve().parents]
    for file in files:
        if file not in left:
            with suppress(OSError):  # another program may hold it open
                file.unlink()
    return left
