"""`softseg polygons`: a class raster as polygons."""

from __future__ import annotations

from typing import Annotated

from rich.text import Text

from ..follow_up import PolygonsJob
from ..service.afterwards import make_polygons
from . import parameters as p
from .work import Answer, working

_POLYGONS = "What to write"


def polygons(
    classes: p.ClassRaster,
    output: Annotated[str, p.option(_POLYGONS, "FILE", "The polygons (GeoPackage).")],
    confidence: Annotated[
        str | None, p.option(_POLYGONS, "FILE", "The confidence raster of the run: polygons get their mean.")
    ] = None,
    band: Annotated[
        int | None, p.option(_POLYGONS, "NUMBER", "The band with the classes, from 1; only for rasters of several.")
    ] = None,
    keep: Annotated[list[str] | None, p.option(_POLYGONS, "NAME", "Only this class; may be repeated.")] = None,
    min_area: Annotated[float, p.option(_POLYGONS, "M2", "Leave smaller polygons out, in m².", show_default=False)] = 0,
    simplify: Annotated[
        float, p.option(_POLYGONS, "M", "How far an edge may move, in m; neighbours stay joined. 0: pixel edges.")
    ] = 0,
    as_json: p.AsJson = False,
) -> Answer:
    """Turn a class raster into polygons.

    Example: softseg polygons classes.tif --output water.gpkg --keep water --min-area 50 --simplify 1
    """
    job = PolygonsJob(classes, output, confidence, min_area, simplify, tuple(keep or ()), band)
    with working(as_json=as_json) as work:
        done = make_polygons(job, work.say, work.cancelled)
    text = f"{done.stats['polygons']:,} polygons in {output}"
    return Answer({"outputs": done.outputs, **done.stats, "warnings": work.warnings}, Text(text))
