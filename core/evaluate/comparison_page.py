"""A comparison as one web page that needs nothing beside it: figures, confusion matrix, and a picture of the errors."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from ..page import Page, add_row, add_swatch, embedded
from ..version import version
from .comparison import Comparison, Estimate, SampledMap, percent
from .thumbnails import RIGHT, WRONG, Thumbnails

_HEADINGS = ("Class", "Reference, px", "Map, px", "Precision", "Recall", "F1", "IoU", "Boundary IoU")
_STYLE = """
th, td { text-align: right; font-variant-numeric: tabular-nums }
th:first-child, td:first-child { text-align: left }
.matrix th { max-width: 9em; overflow-wrap: anywhere; font-weight: 500 }
.pictures { display: flex; flex-wrap: wrap; gap: 1em }
figure { margin: 0 0 1.5em }
img { max-width: 100% }
"""


def write_page(path: Path, comparison: Comparison, thumbnails: Thumbnails, title: str, command: str) -> None:
    """Write the page.

    Args:
        path: where it goes.
        comparison: the figures.
        thumbnails: the map, the reference and the errors.
        title: what was compared.
        command: what makes the page again.
    """
    page = Page(title, _STYLE)
    body = page.body
    for sentence in comparison.sentences():
        SubElement(body, "p").text = sentence
    _add_pictures(body, comparison, thumbnails)
    _add_figures(body, comparison)
    _add_matrix(body, comparison)
    if comparison.sampled is not None:
        _add_sampled(body, comparison.sampled)
    SubElement(body, "p", {"class": "pale"}).text = _origin(command)
    path.write_bytes(page.to_bytes())


def _add_pictures(body: Element, comparison: Comparison, thumbnails: Thumbnails) -> None:
    pictures = thumbnails.pictures([each.colour for each in comparison.classes])
    row = SubElement(body, "div", {"class": "pictures"})
    for picture, caption in zip(pictures, ("Reference", "Map", "Errors"), strict=True):
        figure = SubElement(row, "figure")
        SubElement(figure, "img", src=embedded(picture), alt=caption)
        SubElement(figure, "figcaption").text = caption
    legend = SubElement(body, "p", {"class": "pale"})
    for colour, meaning in ((RIGHT, "right"), (WRONG, "wrong; where there is neither, nothing was judged")):
        add_swatch(legend, colour).tail = f"{meaning} "


def _add_figures(body: Element, comparison: Comparison) -> None:
    SubElement(body, "h2").text = "By class, in percent"
    table = SubElement(body, "table")
    add_row(table, "th", _HEADINGS)
    for each in comparison.classes:
        texts = ["", f"{each.reference_pixels:,}", f"{each.map_pixels:,}", *map(percent, each.figures)]
        first = add_row(table, "td", texts)[0]
        add_swatch(first, each.colour).tail = each.name


def _add_matrix(body: Element, comparison: Comparison) -> None:
    """Shares of each class of the reference, the darker the larger."""
    SubElement(body, "h2").text = "What each class of the reference is on the map, in percent"
    names = [each.name for each in comparison.classes]
    table = SubElement(body, "table", {"class": "matrix"})
    add_row(table, "th", ["Reference ↓ map →", "no class", *names])
    for place, (name, counts) in enumerate(zip(names, comparison.confusion, strict=True)):
        whole = sum(counts)
        if not whole:
            continue
        cells = add_row(table, "td", [name, *(percent(count / whole) if count else "" for count in counts)])
        for column, (cell, count) in enumerate(zip(cells[1:], counts, strict=True)):
            base = "46, 139, 68" if column == place + 1 else "200, 16, 46"
            cell.set("style", f"background: rgba({base}, {0.75 * count / whole:.3f})")
            cell.set("title", f"{count:,} px")


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


def _origin(command: str) -> str:
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    return f"SoftSeg {version()}, {when}: {command}"
