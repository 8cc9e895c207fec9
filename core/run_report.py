"""The report of a run: one web page that needs nothing beside it, with the map, the areas, and what made them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from PIL import Image

from .errors import BadRaster
from .follow_up import ReportJob
from .page import Page, add_row, add_swatch, embedded
from .picture.panels import class_panel, image_panel
from .raster.classmap import ClassMap
from .raster.grid import Grid
from .raster.opening import open_raster
from .raster.place import new_file
from .report import Areas, class_areas, format_area, format_share
from .version import version

_PICTURE_PX = 900
_EMPTY = "#e4e8ec"
_STYLE = """
th, td { text-align: left; vertical-align: middle }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.bar { height: .8em; border-radius: .2em; min-width: 1px }
.pictures { display: flex; flex-wrap: wrap; gap: 1em; margin-bottom: 1.5em }
figure { margin: 0; flex: 1 1 20em }
figure img { width: 100% }
pre { overflow-x: auto; padding: .8em; border: 1px solid #8884; border-radius: .3em }
"""
_FACTS = {
    "SOFTSEG_MODEL": "Model",
    "SOFTSEG_REVISION": "Revision of the model",
    "SOFTSEG_GSD": "Worked at, m per pixel",
    "SOFTSEG_TILE": "Tiles, px",
    "SOFTSEG_OVERLAP": "Overlap",
    "SOFTSEG_STRETCH": "Stretch",
    "SOFTSEG_VERSION": "SoftSeg",
}


def write_run_report(job: ReportJob) -> None:
    """Write the page.

    Args:
        job: the class raster, where the page goes, and what else it is to show.

    Raises:
        BadRaster: the class raster cannot be read, or is none.
        BadOutput: the page cannot be written, or its place holds something that SoftSeg did not make.
    """
    areas = class_areas(job.classes)
    page = Page(job.title or Path(job.classes).stem, _STYLE)
    SubElement(page.body, "p").text = _summary(areas)
    _add_pictures(page.body, job, areas)
    _add_classes(page.body, areas)
    _add_facts(page.body, _facts(job.classes))
    if job.command:
        SubElement(page.body, "h2").text = "To make it again"
        SubElement(page.body, "pre").text = job.command
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    SubElement(page.body, "p", {"class": "pale"}).text = f"SoftSeg {version()}, {when}: {job.classes}"
    with new_file(job.output, [job.classes]) as part:
        part.write_bytes(page.to_bytes())


def _summary(areas: Areas) -> str:
    mapped = format_area(areas.labelled_m2, areas.labelled_pixels)
    rest = f"; {format_share(areas.unlabelled_share)} of the pixels are unlabelled or without data"
    return f"{mapped} in {len(areas.classes)} classes{rest if areas.unlabelled_pixels else ''}."


def _add_pictures(body: Element, job: ReportJob, areas: Areas) -> None:
    row = SubElement(body, "div", {"class": "pictures"})
    with ClassMap.open(job.classes) as classes:
        size = _size(classes.grid)
        class_map = class_panel(classes, {each.id: each.colour for each in areas.classes}, size, _EMPTY)
        image = _image(job, classes.grid, size)
    for picture, caption in ((image, "Image"), (class_map, "Classes")):
        if picture is not None:
            figure = SubElement(row, "figure")
            SubElement(figure, "img", src=embedded(picture), alt=caption)
            SubElement(figure, "figcaption", {"class": "pale"}).text = caption


def _image(job: ReportJob, grid: Grid, size: tuple[int, int]) -> Image.Image | None:
    """The image where the class raster lies; None where there is none any more, as after a web map was copied."""
    if job.raster is None:
        return None
    try:
        return image_panel(job.raster, grid, size, _EMPTY, bands=job.bands, stretch=job.stretch)
    except BadRaster:
        return None


def _size(grid: Grid) -> tuple[int, int]:
    """Width and height, px, of a picture of a grid."""
    shrink = min(1.0, _PICTURE_PX / max(grid.height, grid.width))
    return max(1, round(grid.width * shrink)), max(1, round(grid.height * shrink))


def _add_classes(body: Element, areas: Areas) -> None:
    table = SubElement(body, "table")
    heads = add_row(table, "th", ("Class", "Share", "", "Area", "Pixels"))
    _to_the_right(heads[1:2] + heads[3:])
    longest = max((each.share for each in areas.classes), default=0.0) or 1.0
    for each in areas.classes:
        texts = ("", format_share(each.share), "", format_area(each.area_m2, each.pixels), f"{each.pixels:,}")
        cells = add_row(table, "td", texts)
        add_swatch(cells[0], each.colour).tail = each.name
        bar = f"background: {each.colour}; width: {12 * each.share / longest:.2f}em"
        SubElement(cells[2], "div", {"class": "bar", "style": bar})
        _to_the_right(cells[1:2] + cells[3:])


def _to_the_right(cells: Iterable[Element]) -> None:
    for cell in cells:
        cell.set("class", "number")


def _facts(classes_path: str) -> list[tuple[str, str]]:
    """What the class raster says of itself."""
    with open_raster(classes_path) as dataset:
        tags, crs = dataset.tags(), dataset.crs
        size = f"{dataset.width:,} x {dataset.height:,} px"
    facts = [(title, tags[tag]) for tag, title in _FACTS.items() if tags.get(tag)]
    return [*facts, ("Size", size), ("Coordinate system", crs.to_string() if crs else "none")]


def _add_facts(body: Element, facts: list[tuple[str, str]]) -> None:
    SubElement(body, "h2").text = "How it was made"
    table = SubElement(body, "table")
    for fact in facts:
        add_row(table, "td", fact)
