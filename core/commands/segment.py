"""`softseg segment`: a raster and typed classes, to a class raster and more."""

from __future__ import annotations

from ..class_sets import read_class_set
from ..classes import ClassList, looks_like_a_comma_list, parse_classes
from ..errors import BadClasses
from ..job import DEFAULT_OVERLAP, Job
from ..options import parse_bands, parse_extent
from ..protocol import Warn
from . import parameters as p
from .work import Answer, Work, working


def segment(
    raster: p.Raster,
    *,
    classes: p.ClassText = None,
    class_set: p.ClassSet = None,
    extent: p.Extent = None,
    mask: p.Mask = None,
    bands: p.Bands = None,
    stretch: p.Stretch = "auto",
    resolution: p.Resolution = None,
    model: p.Model = "starter",
    device: p.Device = "auto",
    tile: p.Tile = None,
    overlap: p.Overlap = DEFAULT_OVERLAP,
    batch: p.Batch = 0,
    unsure: p.Unsure = 0.0,
    min_area: p.MinArea = 0.0,
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
            classes=_class_list(classes, class_set, work),
            output=output,
            confidence=confidence,
            costs=costs,
            polygons=polygons,
            quicklook=quicklook,
            extent=None if extent is None else parse_extent(extent),
            mask=mask,
            bands=None if bands is None else parse_bands(bands),
            stretch=stretch,
            resolution=resolution,
            model=model,
            device=device,
            tile=tile,
            overlap=overlap,
            batch=batch,
            unsure=unsure,
            min_area=min_area,
        )
        from ..segment import run
        from .areas import areas_view

        result = run(job, on_event=work.say, cancelled=work.cancelled)
    values = result.as_dict()
    return Answer({**values, "warnings": work.warnings}, areas_view(values["areas"], values["outputs"]))


def _class_list(text: str | None, class_set: str | None, work: Work) -> ClassList:
    """The classes, from the one option of the two that was given."""
    if class_set is not None and text is None:
        return read_class_set(class_set)
    if text is None or class_set is not None:
        raise BadClasses("Give the classes either with --classes or with --class-set.")
    classes = parse_classes(text)
    if looks_like_a_comma_list(text):
        work.say(Warn("comma_list", f"“{classes.names[0]}” is one class: put ; between classes if you mean several."))
    return classes
