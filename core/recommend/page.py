"""A recommendation as one web page that needs nothing beside it: figures, and what each model saw on each site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

import numpy as np
from PIL import Image, ImageColor

from ..job import Job
from ..page import Page, add_row, add_swatch, embedded
from ..picture.panels import image_panel
from ..raster.grid import Block
from ..version import version
from .agreement import Ids
from .disagreement import legend
from .ranking import EXPLANATION, Standing
from .recommend import Recommendation

HEADINGS = ("Model", "Score", "Others", "Shift", "Words", "Sure", "Margin", "s/Mpx", "Suits")
_EMPTY = "#e4e8ec"
_PICTURE_PX = 240
_STYLE = """
th, td { text-align: right; font-variant-numeric: tabular-nums }
th:first-child, td:first-child { text-align: left }
.site { display: flex; flex-wrap: wrap; gap: .8em; margin-bottom: 1em }
figure { margin: 0 }
figcaption { font-size: .85em }
"""


def write_page(path: Path, result: Recommendation, job: Job, command: str) -> None:
    """Write the page.

    Args:
        path: where it goes.
        result: the recommendation.
        job: raster and classes.
        command: what makes the page again.
    """
    page = Page(f"Models on {Path(job.raster).name}", _STYLE)
    for sentence in result.sentences:
        SubElement(page.body, "p").text = sentence
    table = SubElement(page.body, "table")
    add_row(table, "th", HEADINGS)
    for standing in result.standings:
        add_row(table, "td", figures(standing))
    SubElement(page.body, "p", {"class": "pale"}).text = EXPLANATION
    _add_legend(page.body, job, len(result.maps))
    for number, block in enumerate(result.blocks):
        _add_site(page.body, result, job, number, block)
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    SubElement(page.body, "p", {"class": "pale"}).text = f"SoftSeg {version()}, {when}: {command}"
    path.write_bytes(page.to_bytes())


def figures(standing: Standing) -> tuple[str, ...]:
    """The figures of a model as people read them, in the order of `HEADINGS`; a dash for what does not exist."""
    suits = {None: "–", True: "yes", False: "no"}[standing.suits]
    values = (
        standing.score,
        standing.with_others,
        standing.under_shift,
        standing.under_words,
        standing.confidence,
        standing.margin,
    )
    texts = ("–" if value is None or np.isnan(value) else f"{value:.2f}" for value in values)
    return standing.name, *texts, f"{standing.seconds_a_megapixel:.3g}", suits


def _add_legend(body: Element, job: Job, models: int) -> None:
    for classes in (job.classes, legend(models)) if models > 1 else (job.classes,):
        line = SubElement(body, "p", {"class": "pale"})
        for spec in classes:
            add_swatch(line, spec.colour).tail = f"{spec.name}  "


def _add_site(body: Element, result: Recommendation, job: Job, number: int, block: Block) -> None:
    shrink = min(1.0, _PICTURE_PX / max(block.height, block.width))
    size = max(1, round(block.width * shrink)), max(1, round(block.height * shrink))
    part = result.grid.crop(block)
    pictures = {"Image": image_panel(job.raster, part, size, _EMPTY, bands=job.bands, stretch=job.stretch)}
    shown: Mapping[str, Ids] = {each.name: result.maps[each.name][number] for each in result.standings}
    pictures.update({name: _painted(ids, job.classes.colours, size) for name, ids in shown.items()})
    if result.minds:
        pictures["Agreement"] = _painted(result.minds[number], legend(len(shown)).colours, size)
    row = SubElement(body, "div", {"class": "site"})
    for caption, picture in pictures.items():
        figure = SubElement(row, "figure")
        SubElement(figure, "img", src=embedded(picture), alt=caption)
        SubElement(figure, "figcaption").text = caption


def _painted(ids: Ids, colours: Sequence[str], size: tuple[int, int]) -> Image.Image:
    table = np.array([ImageColor.getrgb(colour) for colour in (_EMPTY, *colours)], np.uint8)
    return Image.fromarray(table[ids]).resize(size, Image.Resampling.NEAREST)
