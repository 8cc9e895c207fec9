"""The parameters of the commands: what each is called, takes and means."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ..job import AUTO_TILE
from ..options import DENSE_MODES, INFERENCES


def option(panel: str, metavar: str, text: str, *names: str, **more: Any) -> Any:
    """An option as the help shows it: under a heading, with a word for its value, and one sentence."""
    return typer.Option(*names, metavar=metavar, help=text, rich_help_panel=panel, **more)


def flag(panel: str, text: str, name: str) -> Any:
    """An option without a value."""
    return typer.Option(name, help=text, rich_help_panel=panel)


_WHERE, _WHAT, _HOW = "What to look at", "What to look for", "How to compute"
_DECIDE, _WRITE = "How to decide", "What to write"
_CLASSES_HELP = (
    "The classes, with ; between them: 'name: prompt, prompt #rrggbb'. "
    "Prompts, which the model reads in place of the name, and colour may be left out."
)

Raster = Annotated[str, typer.Argument(metavar="RASTER", help="The raster: a file, or anything that GDAL opens.")]
ClassRaster = Annotated[str, typer.Argument(metavar="CLASSES", help="A class raster, as softseg segment writes it.")]
Costs = Annotated[str, typer.Argument(metavar="COSTS", help="What softseg segment --costs has written.")]

ClassText = Annotated[str | None, option(_WHAT, "TEXT", _CLASSES_HELP)]
ClassSet = Annotated[str | None, option(_WHAT, "FILE", "The classes, from a .json, .csv or .txt file.")]

Extent = Annotated[str | None, option(_WHERE, "XMIN,YMIN,XMAX,YMAX", "Only this part, in the raster's coordinates.")]
Mask = Annotated[str | None, option(_WHERE, "FILE", "Only inside these polygons (GeoPackage, GeoJSON, ...).")]
Bands = Annotated[
    str | None,
    option(
        _WHERE,
        "R,G,B",
        "The bands to look at, like 4,3,2, or a single one; for multispectral models one for each they read, 0: none.",
    ),
]
Stretch = Annotated[
    str, option(_WHERE, "HOW", "How values become brightness: auto, minmax, none, or percentiles like 2-98.")
]
Offset = Annotated[
    float | None,
    option(
        _WHERE,
        "N",
        "For multispectral models: what is added to the numbers, like -1000 for Sentinel-2 from 2022 on.",
        show_default="what the raster declares",
    ),
]
Resolution = Annotated[
    float | None,
    option(_WHERE, "M", "Work at so many metres a pixel; 0: at the raster's own.", show_default="the model's"),
]

Model = Annotated[str, option(_HOW, "NAME", "The name of a model (see softseg models), or its folder.")]
Device = Annotated[str, option(_HOW, "NAME", "Where to compute: auto, cpu, cuda, cuda:N or mps.")]
Tile = Annotated[
    int | None,
    option(_HOW, "N", "Side of a tile, in pixels.", show_default=f"{AUTO_TILE}, or twice an encoder's images"),
]
Overlap = Annotated[
    float, option(_HOW, "0..0.75", "How far tiles overlap, as a share of their side; not with a published inference.")
]
Batch = Annotated[int, option(_HOW, "N", "Tiles computed at once; 0: what suits the device.")]
ScenePrior = Annotated[
    str | None,
    option(_HOW, "NAME", "A downloaded model whose view of whole scenes weighs the classes, like rs-m-clip; untested."),
]
Dense = Annotated[
    str,
    option(_HOW, "MODE", f"How patches of a downloaded encoder reach the words: {', '.join(DENSE_MODES)}."),
]
Inference = Annotated[
    str,
    option(_HOW, "NAME", f"{', '.join(INFERENCES)}: our own way, or a published one, to compare figures."),
]
Candidates = Annotated[
    int,
    option(
        _HOW,
        "N",
        "Of more than 8 classes, look closer at the N nearest of each place in a tile; 0, or with costs: at all.",
        min=0,
    ),
]
Synonyms = Annotated[str, option(_WHAT, "HOW", "The prompts of a class: their mean, or the max of what they say.")]
Distractors = Annotated[
    str | None,
    option(_WHAT, "TEXT", "What else there is to see, with ; between: what looks more like it stays unlabelled."),
]

Balance = Annotated[str, option(_DECIDE, "TEXT", "Favour or hold back classes, like 'tree=+0.5; water=-0.3'.")]
Calibration = Annotated[
    str | None, option(_DECIDE, "FILE", "What softseg calibrate has learnt; --balance and --thresholds come before it.")
]
Merge = Annotated[str, option(_DECIDE, "TEXT", "Classes that become part of others, like 'street=road; path=road'.")]
Unsure = Annotated[
    float, option(_DECIDE, "0..1", "Leave pixels unlabelled whose confidence is below this.", show_default=False)
]
Thresholds = Annotated[
    str, option(_DECIDE, "TEXT", "What more some classes need than that, like 'tree=0.6; water=0.4'.")
]
MinArea = Annotated[
    float, option(_DECIDE, "M2", "Give smaller patches to their neighbours, in m².", show_default=False)
]

Output = Annotated[str, option(_WRITE, "FILE", "The class raster (GeoTIFF).")]
Confidence = Annotated[str | None, option(_WRITE, "FILE", "How sure each pixel is, 0 to 1 (GeoTIFF).")]
CostsOutput = Annotated[
    str | None, option(_WRITE, "FILE", "Each class's score, for softseg redecide (GeoTIFF).", "--costs")
]
Polygons = Annotated[str | None, option(_WRITE, "FILE", "The classes as polygons (GeoPackage).")]

Quicklook = Annotated[str | None, option(_WRITE, "FILE", "Image and classes side by side, with a legend (PNG).")]

EachConfidence = Annotated[bool, flag(_WRITE, "For each file: how sure each pixel is (GeoTIFF).", "--confidence")]
EachCosts = Annotated[
    bool, flag(_WRITE, "For each file: each class's score, for softseg redecide (GeoTIFF).", "--costs")
]
EachPolygons = Annotated[bool, flag(_WRITE, "For each file: the classes as polygons (GeoPackage).", "--polygons")]
EachQuicklook = Annotated[bool, flag(_WRITE, "For each file: image and classes side by side (PNG).", "--quicklook")]

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object in place of text, for scripts.")]
