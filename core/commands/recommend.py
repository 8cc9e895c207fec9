"""`softseg models recommend`: which of the models one has suits a raster, told without labels."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..job import Job
from . import parameters as p
from .run_options import RunOptions
from .work import Answer, working

if TYPE_CHECKING:
    from ..recommend.recommend import Recommendation

_HOW, _WRITE = "How to compare", "What to write"
_SITES = 6
_NOWHERE = "classes.tif"  # a job names an output; here none is written


def recommend(
    raster: p.Raster,
    *,
    classes: p.ClassText = None,
    class_set: p.ClassSet = None,
    extent: p.Extent = None,
    mask: p.Mask = None,
    bands: p.Bands = None,
    stretch: p.Stretch = "auto",
    resolution: p.Resolution = None,
    device: p.Device = "auto",
    models: Annotated[
        str, p.option(_HOW, "NAMES", "The models, like 'starter; farslip1-b16'; all that you have if left out.")
    ] = "",
    sites: Annotated[int, p.option(_HOW, "N", "On how many squares of the raster at most.", min=1, max=100)] = _SITES,
    disagreement: Annotated[str | None, p.option(_WRITE, "FILE", "Where the models differ (GeoTIFF).", "--map")] = None,
    picture: Annotated[str | None, p.option(_WRITE, "FILE", "The same beside the image, with a legend (PNG).")] = None,
    page: Annotated[str | None, p.option(_WRITE, "FILE", "A web page with pictures (.html).", "--html")] = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Say which of the models that you have suits a raster, without labels: how far they agree, how steady each is.

    Example: softseg models recommend town.tif --classes "building; road; tree; water" --map differ.tif
    """
    from ..raster.place import Output, Places
    from ..recommend.recommend import recommend as compare
    from .again import command_line

    typed = RunOptions(
        classes=classes,
        class_set=class_set,
        extent=extent,
        mask=mask,
        bands=bands,
        stretch=stretch,
        resolution=resolution,
        device=device,
    )
    outputs = {role: path for role, path in (("map", disagreement), ("picture", picture), ("html", page)) if path}
    places = Places([Output(Path(path)) for path in outputs.values()], [raster])
    with working(as_json=as_json) as work, places:
        job = Job(raster=raster, output=_NOWHERE, **typed.job_values(work))
        names = tuple(name.strip() for name in models.split(";") if name.strip())
        fewest = 2 if {"map", "picture"} & set(outputs) else 1
        result = compare(job, names, sites=sites, fewest=fewest, say=work.say, cancelled=work.cancelled)
        if outputs:
            work.stage("write", "Writing")
            temporary = {role: places.temporary(path) for role, path in outputs.items()}
            options = {
                "--classes": classes,
                "--class-set": class_set,
                "--extent": extent,
                "--mask": mask,
                "--bands": bands,
                "--stretch": stretch,
                "--resolution": resolution,
                "--device": device,
                "--models": models,
                "--sites": sites,
            }
            _write(result, job, temporary, command_line("models", ["recommend", raster], options))
    return Answer({"outputs": outputs, **result.as_dict(), "warnings": work.warnings}, _view(result, outputs))


def _write(result: Recommendation, job: Job, places: Mapping[str, Path], command: str) -> None:
    """Write what was asked for: by role where it goes."""
    from ..quicklook import write_quicklook
    from ..recommend.disagreement import write_disagreement
    from ..recommend.page import write_page

    if "html" in places:
        write_page(places["html"], result, job, command)
    if not {"map", "picture"} & set(places):
        return
    with tempfile.TemporaryDirectory(prefix="softseg-") as folder:
        made = places.get("map", Path(folder) / "differ.tif")
        write_disagreement(made, result.grid, result.blocks, result.minds, tuple(result.maps))
        if "picture" in places:
            write_quicklook(job.raster, made, places["picture"], bands=job.bands, stretch=job.stretch)


def _view(result: Recommendation, outputs: dict[str, str]) -> RenderableType:
    """What people see: a line a model, the best first, then why."""
    from ..recommend.page import HEADINGS, figures
    from ..recommend.ranking import EXPLANATION
    from .areas import files_view

    table = Table(box=None, pad_edge=False)
    for place, heading in enumerate(HEADINGS):
        table.add_column(heading, justify="right" if place else "left", overflow="fold")
    for standing in result.standings:
        table.add_row(*map(Text, figures(standing)))
    return Group(table, Text("\n".join(["", *result.sentences, "", EXPLANATION, ""])), files_view(outputs))
