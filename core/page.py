"""A web page that needs nothing beside it: the frame and the pieces that all of SoftSeg's pages share."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from xml.etree import ElementTree  # nosec B405 # of our own making
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from PIL import Image

from .raster.ownership import VERSION_TAG
from .version import version

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif }
body { max-width: 75em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse; margin-bottom: 2em }
th, td { padding: .3em .6em; border-bottom: 1px solid #8884 }
.pale { opacity: .7 }
.swatch { display: inline-block; width: .9em; height: .9em; border-radius: .2em; vertical-align: -.08em }
.swatch { margin-right: .4em }
img { display: block; image-rendering: pixelated; border-radius: .3em }
"""


class Page:
    """A page with a title; its contents go below `body`, and every text in it is escaped.

    Args:
        title: of the page, and its first heading.
        style: CSS beside what all pages share.
    """

    def __init__(self, title: str, style: str) -> None:
        self._page = Element("html", lang="en")
        head, self.body = SubElement(self._page, "head"), SubElement(self._page, "body")
        SubElement(head, "meta", charset="utf-8")
        SubElement(head, "meta", name=VERSION_TAG, content=version())
        SubElement(head, "title").text = title
        SubElement(head, "style").text = _STYLE + style
        SubElement(self.body, "h1").text = title

    def to_bytes(self) -> bytes:
        """The page as a file holds it."""
        text = "<!DOCTYPE html>\n" + ElementTree.tostring(self._page, encoding="unicode", method="html")
        return text.encode("utf-8", "replace")


def add_row(table: Element, kind: str, texts: Iterable[str]) -> list[Element]:
    """Add a row of "td" or "th" to a table; gives its cells."""
    row = SubElement(table, "tr")
    for text in texts:
        SubElement(row, kind).text = text
    return list(row)


def add_swatch(parent: Element, colour: str) -> Element:
    """Add a small square of a colour "#rrggbb"."""
    return SubElement(parent, "span", {"class": "swatch", "style": f"background: {colour}"})


def embedded(picture: Image.Image, colours: int = 256) -> str:
    """An RGB picture inside an address, with at most so many colours."""
    data = io.BytesIO()
    picture.quantize(colours).save(data, format="PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}"
