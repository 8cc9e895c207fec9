"""A comparison as one web page that needs nothing beside it: figures, confusion matrix, and a picture of the errors."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from ..page import Page, add_row, add_swatch
from .comparison import Comparison, Estimate, SampledMap, percent
from .page_parts import STYLE, add_matrix, add_origin, add_pictures, add_verdicts
from .thumbnails import Thumbnails

_HEADINGS = ("Class", "Reference, px", "Map, px", "Precision", "Recall", "F1", "IoU", "Boundary IoU")


def write_page(path: Path, comparison: Comparison, thumbnails: Thumbnails, title: str, command: str) -> None:
    """Write the page.

    Args:
        path: where it goes.
        comparison: the figures.
        thumbnails: the map, the reference and the errors.
        title: what was compared.
        command: what makes the page again.
    """
    page = Page(title, STYLE)
    body = page.body
    for sentence in comparison.sentences():
        SubElement(body, "p").text = sentence
    pictures = thumbnails.pictures([each.colour for each in comparison.classes])
    add_pictures(body, dict(zip(("Reference", "Map", "Errors"), pictures, strict=True)))
    add_verdicts(body)
    _add_figures(body, comparison)
    add_matrix(body, [each.name for each in comparison.classes], comparison.confusion)
    if comparison.sampled is not None:
        _add_sampled(body, comparison.sampled)
    add_origin(body, command)
    path.write_bytes(page.to_bytes())


def _add_figures(body: Element, comparison: Comparison) -> None:
    SubElement(body, "h2").text = "By class, in percent"
    table = SubElement(body, "table")
    add_row(table, "th", _HEADINGS)
    for each in comparison.classes:
        texts = ["", f"{each.reference_pixels:,}", f"{each.map_pixels:,}", *map(percent, each.figures)]
        first = add_row(table, "td", texts)[0]
        add_swatch(first, each.colour).tail = each.name


def _add_sampled(body: Element, sampled: SampledMap) -> None:
    SubElement(body, "h2").text = "The whole map, with the reference as a sample: percent, ± 95 % margin"
    SubElement(body, "p").text = (
        f"Overall accuracy {_with_margin(sampled.overall_accuracy)}, weighted by the area of each class on the map, as "
        "if the judged pixels had been drawn at random within each class. Pixels of one polygon are alike: then the "
        "margins are too narrow."
    )
    if sampled.unsampled:
        SubElement(body, "p").text = f"Nothing was sampled in {', '.join(sampled.unsampled)}, which is left out."
    table = SubElement(body, "table")
    add_row(table, "th", ["Class", "User’s accuracy", "Producer’s accuracy", "True share of the area"])
    for each in sampled.classes:
        estimates = (each.users_accuracy, each.producers_accuracy, each.share)
        add_row(table, "td", [each.name, *map(_with_margin, estimates)])


def _with_margin(estimate: Estimate) -> str:
    return f"{percent(estimate[0])} ± {percent(estimate[1])}"
