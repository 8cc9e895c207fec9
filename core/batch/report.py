"""The report of a batch: one web page that needs nothing beside it, for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from ..batch_job import BatchJob
from ..classes import ClassList
from ..page import Page, add_row, add_swatch, embedded
from ..picture.panels import class_panel
from ..progress import format_duration
from ..raster.classmap import ClassMap
from ..raster.place import new_file
from ..report import Areas, ClassArea, format_area, format_share
from ..version import version
from .result import FileResult, count_states

_PICTURE_PX = 96
_MOST_PICTURES = 300  # a page with thousands of pictures opens slowly
_MOST_NAMED = 6
_EMPTY = "#e4e8ec"
_NO_BREAK = "\N{NO-BREAK SPACE}"
_STYLE = """
.files { width: 100% }
th, td { text-align: left; vertical-align: middle }
.number { text-align: right; white-space: nowrap }
.failed { color: #c0392b }
.bar { display: flex; height: .8em; border-radius: .2em; overflow: hidden; min-width: 12em }
img { max-width: 96px; max-height: 96px }
"""


def write_report(path: Path, job: BatchJob, files: Sequence[FileResult], classes: ClassList) -> None:
    """Write a page with what each class covers in all files, and what has become of each file.

    Args:
        path: where it goes.
        job: the batch.
        files: its results, those of skipped files with their areas too.
        classes: the classes of the batch.

    Raises:
        BadOutput: the place cannot be written, or holds something that SoftSeg did not make.
    """
    page = Page(f"Classes of {Path(job.folder).resolve().name}", _STYLE)
    body = page.body
    SubElement(body, "p").text = _summary(files)
    _add_classes(body, _total(classes, [each.areas for each in files if each.areas is not None]))
    _add_files(body, files)
    SubElement(body, "p", {"class": "pale"}).text = _origin(job)
    with new_file(path) as part:
        part.write_bytes(page.to_bytes())


def _total(classes: ClassList, areas: Sequence[Areas]) -> list[ClassArea]:
    """What each class covers in all files: in m² over those with a CRS, or in px where none has one."""
    located = [each for each in areas if each.labelled_m2 is not None]
    columns = zip(*(each.classes for each in located or areas), strict=True)
    sizes = [sum(each.area_m2 or 0.0 if located else each.pixels for each in column) for column in columns]
    sizes = sizes or [0] * len(classes)
    whole = sum(sizes) or 1
    return [
        ClassArea(place, spec.name, spec.colour, round(size), size / whole, size if located else None)
        for place, (spec, size) in enumerate(zip(classes, sizes, strict=True), start=1)
    ]


def _summary(files: Sequence[FileResult]) -> str:
    counts = count_states(files)
    seconds = sum(each.seconds or 0 for each in files)
    return (
        f"{len(files)} files: {counts['done']} done in {format_duration(seconds)}, "
        f"{counts['skipped']} skipped that had been done before, {counts['failed']} failed."
    )


def _origin(job: BatchJob) -> str:
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    return f"SoftSeg {version()} with the model {job.job['model']}, {when}; from {job.folder} to {job.output}."


def _add_classes(body: Element, total: Iterable[ClassArea]) -> None:
    table = SubElement(body, "table")
    _add_row(table, "th", "", "Class", "Share of all files", "Area")
    for each in total:
        cells = _add_row(table, "td", "", each.name, format_share(each.share), format_area(each.area_m2, each.pixels))
        add_swatch(cells[0], each.colour)


def _add_files(body: Element, files: Sequence[FileResult]) -> None:
    table = SubElement(body, "table", {"class": "files"})
    _add_row(table, "th", "", "File", "Result", "Classes", "Area", "Time")
    for place, each in enumerate(files):
        area = time = ""
        if each.areas is not None:
            area = format_area(each.areas.labelled_m2, each.areas.labelled_pixels)
        if each.seconds is not None:
            time = format_duration(each.seconds)
        cells = _add_row(table, "td", "", each.file, each.state, "", area, time)
        if each.error is not None:
            cells[2].set("class", "failed")
            cells[3].text = each.error.text
        if each.areas is not None:
            _add_shares(cells[3], each.areas)
        if each.areas is not None and place < _MOST_PICTURES:
            SubElement(cells[0], "img", src=_picture(each), alt="")


def _add_row(table: Element, kind: str, *texts: str) -> list[Element]:
    """A row of a table whose last two columns are numbers; gives its cells."""
    cells = add_row(table, kind, texts)
    for cell in cells[-2:]:
        cell.set("class", "number")
    return cells


def _add_shares(cell: Element, areas: Areas) -> None:
    """A bar of the shares, and the largest of them in words."""
    found = sorted((each for each in areas.classes if each.share), key=lambda each: -each.share)
    bar = SubElement(cell, "div", {"class": "bar"})
    for each in found:
        style = f"background: {each.colour}; width: {each.share:.4%}"
        SubElement(bar, "span", style=style, title=f"{each.name} {format_share(each.share)}")
    names = [f"{each.name} {format_share(each.share)}".replace(" ", _NO_BREAK) for each in found[:_MOST_NAMED]]
    more = [f"{len(found) - _MOST_NAMED} more"] if len(found) > _MOST_NAMED else []
    SubElement(cell, "div", {"class": "pale"}).text = " · ".join([*names, *more]) or "nothing labelled"


def _picture(file: FileResult) -> str:
    """The classes of a file as a small picture inside an address."""
    with ClassMap.open(file.outputs["classes"]) as classes:
        shrink = _PICTURE_PX / max(classes.grid.height, classes.grid.width)
        size = (max(1, round(classes.grid.width * shrink)), max(1, round(classes.grid.height * shrink)))
        panel = class_panel(classes, {each.id: each.colour for each in classes.legend()}, size, _EMPTY)
    return embedded(panel, 64)
