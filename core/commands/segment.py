"""`softseg segment`: a raster and typed classes, to a class raster and more."""

from __future__ import annotations

from ..job import Job
from . import parameters as p
from .run_options import RunOptions, with_run_options
from .work import Answer, working


@with_run_options
def segment(
    raster: p.Raster,
    *,
    options: RunOptions,
    output: p.Output,
    confidence: p.Confidence = None,
    costs: p.CostsOutput = None,
    polygons: p.Polygons = None,
    quicklook: p.Quicklook = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Segment a raster into the classes you type.

    The class raster lies exactly on the pixels of the raster; 0 is no data or unlabelled, 1 is the first class.

    Example: softseg segment town.tif --output classes.tif --classes "building; road; tree: tree canopy, forest; water"
    """
    with working(as_json=as_json) as work:
        job = Job(
            raster=raster,
            output=output,
            confidence=confidence,
            costs=costs,
            polygons=polygons,
            quicklook=quicklook,
            **options.job_values(work),
        )
        from ..segment import run
        from .areas import areas_view

        result = run(job, on_event=work.say, cancelled=work.cancelled)
    values = result.as_dict()
    return Answer({**values, "warnings": work.warnings}, areas_view(values["areas"], values["outputs"]))
