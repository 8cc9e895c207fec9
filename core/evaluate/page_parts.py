"""What the pages about right and wrong maps share: pictures side by side, the confusion, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from PIL import Image

from ..page import add_row, add_swatch, embedded
from ..version import version
from .comparison import percent
from .thumbnails import RIGHT, WRONG

STYLE = """
th, td { text-align: right; font-variant-numeric: tabular-nums }
th:first-child, td:first-child { text-align: left }
.matrix th { max-width: 9em; overflow-wrap: anywhere; font-weight: 500 }
.pictures { display: flex; flex-wrap: wrap; gap: 1em }
figure { margin: 0 0 1.5em }
img { max-width: 100% }
.text { text-align: left }
"""


def add_pictures(body: Element, pictures: Mapping[str, Image.Image]) -> None:
    """Add pictures by their caption, beside each other."""
    row = SubElement(body, "div", {"class": "pictures"})
    for caption, picture in pictures.items():
        figure = SubElement(row, "figure")
        SubElement(figure, "img", src=embedded(picture), alt=caption)
        SubElement(figure, "figcaption").text = caption


def add_verdicts(body: Element) -> None:
    """Add what the colours of a picture of errors mean."""
    legend = SubElement(body, "p", {"class": "pale"})
    for colour, meaning in ((RIGHT, "right"), (WRONG, "wrong; where there is neither, nothing was judged")):
        add_swatch(legend, colour).tail = f"{meaning} "


def add_matrix(body: Element, names: Sequence[str], confusion: Sequence[Sequence[int]]) -> None:
    """Add shares of each class of the reference, the darker the larger.

    Args:
        body: where it goes.
        names: the classes.
        confusion: pixels by class of the reference (row) and none, class 1, class 2, ... of the map (column).
    """
    SubElement(body, "h2").text = "What each class of the reference is on the map, in percent"
    table = SubElement(body, "table", {"class": "matrix"})
    add_row(table, "th", ["Reference ↓ map →", "no class", *names])
    for place, (name, counts) in enumerate(zip(names, confusion, strict=True)):
        whole = sum(counts)
        if not whole:
            continue
        cells = add_row(table, "td", [name, *(percent(count / whole) if count else "" for count in counts)])
        for column, (cell, count) in enumerate(zip(cells[1:], counts, strict=True)):
            base = "46, 139, 68" if column == place + 1 else "200, 16, 46"
            cell.set("style", f"background: rgba({base}, {0.75 * count / whole:.3f})")
            cell.set("title", f"{count:,} px")


def add_origin(body: Element, command: str) -> None:
    """Add what made the page, when, and the command that makes it again."""
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    SubElement(body, "p", {"class": "pale"}).text = f"SoftSeg {version()}, {when}: {command}"
