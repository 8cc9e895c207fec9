"""An evaluation as one web page that needs nothing beside it: figures, maps, and pictures of the errors."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from ..page import Page, add_row, add_swatch
from ..palette import complete_colours
from .comparison import percent
from .gallery import Gallery
from .page_parts import STYLE, add_matrix, add_origin, add_pictures, add_verdicts
from .report import Evaluation, Interval
from .wordings import PromptSensitivity

_HEADINGS = ("Class", "Typed", "Share", "IoU", "IoU, 95 %", "Found", "Boundary IoU")


def write_page(path: Path, evaluation: Evaluation, gallery: Gallery, title: str, setting: str, command: str) -> None:
    """Write the page.

    Args:
        path: where it goes.
        evaluation: the figures.
        gallery: the pictures to show.
        title: what was judged.
        setting: the model and how it looked at the pictures, in words.
        command: what makes the page again.
    """
    names = [each.name for each in evaluation.classes]
    colours = complete_colours(names, [""] * len(names))
    page = Page(title, STYLE)
    body = page.body
    SubElement(body, "p").text = setting
    for sentence in evaluation.sentences():
        SubElement(body, "p").text = sentence[0].upper() + sentence[1:] + "."
    _add_figures(body, evaluation, colours)
    add_matrix(body, names, evaluation.confusion)
    if evaluation.wordings is not None:
        _add_wordings(body, evaluation.wordings, names)
    _add_gallery(body, gallery, colours, names)
    add_origin(body, command)
    path.write_bytes(page.to_bytes())


def _add_figures(body: Element, evaluation: Evaluation, colours: tuple[str, ...]) -> None:
    SubElement(body, "h2").text = "By class, in percent"
    table = SubElement(body, "table")
    nearest = evaluation.novelty.nearest if evaluation.novelty else ()
    add_row(table, "th", [*_HEADINGS, *(["Nearest in training", "Cosine"] if nearest else [])])
    for place, (each, colour) in enumerate(zip(evaluation.classes, colours, strict=True)):
        figures = (percent(each.share), percent(each.iou), _between(each.iou_interval))
        more = [nearest[place].trained, f"{nearest[place].similarity:.2f}"] if nearest else []
        texts = ["", each.typed, *figures, percent(each.accuracy), percent(each.boundary_iou), *more]
        first = add_row(table, "td", texts)[0]
        add_swatch(first, colour).tail = each.name


def _add_wordings(body: Element, spread: PromptSensitivity, names: list[str]) -> None:
    SubElement(body, "h2").text = "In other words: IoU in percent"
    table = SubElement(body, "table")
    add_row(table, "th", ["Wording", "Mean IoU", *names])
    for wording in spread.wordings:
        cells = add_row(table, "td", [wording.label, percent(wording.mean_iou), *map(percent, wording.iou)])
        for cell, typed in zip(cells[2:], wording.typed, strict=False):
            cell.set("title", typed)


def _add_gallery(body: Element, gallery: Gallery, colours: tuple[str, ...], names: list[str]) -> None:
    SubElement(body, "h2").text = "Pictures"
    SubElement(body, "p").text = gallery.sentence
    legend = SubElement(body, "p", {"class": "pale"})
    for name, colour in zip(names, colours, strict=True):
        add_swatch(legend, colour).tail = f"{name} "
    add_verdicts(body)
    for exhibit in gallery.exhibits:
        SubElement(body, "h3").text = f"{Path(exhibit.name).name}: {percent(exhibit.right)} % of the pixels are right"
        drawn = exhibit.thumbnails.pictures(colours)
        pictures = dict(zip(("Reference", "Map", "Errors"), drawn, strict=True))
        add_pictures(body, {"Image": exhibit.image, **pictures})


def _between(interval: Interval) -> str:
    return " to ".join(map(percent, interval))
