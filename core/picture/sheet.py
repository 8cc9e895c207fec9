"""The quicklook's sheet: heading, two panels, a bar of shares and a legend, laid out and drawn."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from ..raster.grid import Grid
from ..report import Areas, ClassArea, format_area, format_share
from .lettering import Lettering
from .scalebar import draw_scale_bar

PAPER, INK, PALE, EMPTY = "#ffffff", "#1f2933", "#67737e", "#e4e8ec"

# Lengths in units: 150 of them are the sheet's width.
_UNITS = 150
_MARGIN, _GAP, _LINE = 4.5, 3.0, 3.6
_WIDEST_BESIDE = 2.2  # width over height from which on the panels lie above each other
_TALLEST = 1.4  # height over width of a panel's place
_MOST_ENTRIES = 24


class Sheet:
    """One picture, drawn at once.

    Args:
        width: px.
        grid: the grid of the class raster.
        areas: what its classes cover.
    """

    def __init__(self, width: int, grid: Grid, areas: Areas) -> None:
        self._width = width
        self._grid = grid
        self._areas = areas
        self._entries = _entries(areas)
        self._columns = 2 if len(self._entries) <= 12 else 3
        self._places, self.panel = self._lay_out(_aspect(grid))
        self._heading = Lettering(self._px(3.4), bold=True)
        self._plain = Lettering(self._px(2.2))
        self._bold = Lettering(self._px(2.2), bold=True)
        self._area_texts = [self._plain.drawable(format_area(each.area_m2, each.pixels)) for each in self._entries]
        self._area_room = max((font.getlength(text) for text, font in self._area_texts), default=0) + self._px(2.4)

    def draw(self, title: str, image: Image.Image, class_map: Image.Image) -> Image.Image:
        """The picture of two panels of size `panel`, (width, height) in px."""
        rows = math.ceil(len(self._entries) / self._columns)
        bar_top = self._places[1][1] + self.panel[1] + self._px(2.5)
        legend_top = bar_top + self._px(4.4)
        sheet = Image.new("RGB", (self._width, legend_top + self._px(_LINE * rows + 3)), PAPER)
        pen = ImageDraw.Draw(sheet)
        self._draw_heading(pen, title)
        draw_scale_bar(image, self._metres_per_px(), self._bold, self._px(0.5))
        for panel, place in zip((image, class_map), self._places, strict=True):
            sheet.paste(panel, place, _rounded(panel.size, self._px(0.8)))
        self._draw_bar(sheet, bar_top)
        for number in range(len(self._entries)):
            column, row = divmod(number, rows)
            self._draw_entry(pen, number, column, legend_top + self._px(_LINE * row))
        return sheet

    def _px(self, units: float) -> int:
        return round(units * self._width / _UNITS)

    def _lay_out(self, aspect: float) -> tuple[tuple[tuple[int, int], tuple[int, int]], tuple[int, int]]:
        """Upper left corners of the two panels, and the size of each."""
        beside = aspect < _WIDEST_BESIDE
        across = self._px((_UNITS - 2 * _MARGIN - _GAP) / 2 if beside else _UNITS - 2 * _MARGIN)
        wide = min(across, across * _TALLEST * aspect)
        size = max(1, round(wide)), max(1, round(wide / aspect))
        left, top = self._px(_MARGIN) + (across - size[0]) // 2, self._px(15)
        gap = self._px(_GAP)
        second = (left + across + gap, top) if beside else (left, top + size[1] + gap)
        return ((left, top), second), size

    def _metres_per_px(self) -> float | None:
        size = self._grid.pixel_size()
        return size[1] * self._grid.width / self.panel[0] if size else None

    def _draw_heading(self, pen: ImageDraw.ImageDraw, title: str) -> None:
        left, room = self._px(_MARGIN), self._px(_UNITS - 2 * _MARGIN)
        text, font = self._heading.fitting(title, room, "SoftSeg")
        pen.text((left, self._px(7.4)), text, INK, font, anchor="ls")
        text, font = self._plain.fitting(_facts(self._grid, self._areas), room)
        pen.text((left, self._px(11.8)), text, PALE, font, anchor="ls")

    def _draw_bar(self, sheet: Image.Image, top: int) -> None:
        """The shares of all classes as one bar."""
        bar = Image.new("RGB", (self._px(_UNITS - 2 * _MARGIN), self._px(1.8)), EMPTY)
        pen, share = ImageDraw.Draw(bar), 0.0
        for entry in self._entries:
            start, share = round(share * bar.width), share + entry.share
            if entry.share:
                pen.rectangle((start, 0, bar.width, bar.height), entry.colour)
        sheet.paste(bar, (self._px(_MARGIN), top), _rounded(bar.size, bar.height // 2))

    def _draw_entry(self, pen: ImageDraw.ImageDraw, number: int, column: int, top: int) -> None:
        """One line of the legend: colour, name, share, area."""
        entry = self._entries[number]
        step = (_UNITS - 2 * _MARGIN + _GAP) / self._columns
        left, right = self._px(_MARGIN + column * step), self._px(_MARGIN + (column + 1) * step - _GAP)
        side, line = self._px(2.2), top + self._px(1.9)
        pen.rounded_rectangle((left, top, left + side, top + side), self._px(0.5), entry.colour)
        area, font = self._area_texts[number]
        pen.text((right, line), area, PALE, font, anchor="rs")
        share, font = self._bold.drawable(format_share(entry.share))
        pen.text((right - self._area_room, line), share, INK, font, anchor="rs")
        room = right - self._area_room - font.getlength(share) - left - self._px(5)
        name, font = self._plain.fitting(entry.name, room, f"class {entry.id}")
        pen.text((left + self._px(3.6), line), name, INK, font, anchor="ls")


def _entries(areas: Areas) -> list[ClassArea]:
    """The largest classes first, and one entry for those that the legend has no room for."""
    ranked = sorted(areas.classes, key=lambda each: (-each.share, each.id))
    if len(ranked) <= _MOST_ENTRIES:
        return ranked
    shown, others = ranked[: _MOST_ENTRIES - 1], ranked[_MOST_ENTRIES - 1 :]
    located = [each.area_m2 for each in others if each.area_m2 is not None]
    rest = ClassArea(
        id=0,
        name=f"{len(others):,} other classes",
        colour=PALE,
        pixels=sum(each.pixels for each in others),
        share=sum(each.share for each in others),
        area_m2=sum(located) if located else None,
    )
    return [*shown, rest]


def _aspect(grid: Grid) -> float:
    """Width over height on the ground, within reason."""
    down, right = grid.pixel_size() or (1.0, 1.0)
    return min(max(grid.width * right / (grid.height * down), 1 / 8), 8.0)


def _facts(grid: Grid, areas: Areas) -> str:
    """What is worth knowing of a map in one line."""
    resolution = grid.ground_resolution()
    crs = grid.placement[0] if grid.placement else None
    authority = crs.to_authority() if crs else None
    facts = [
        f"{format_area(areas.labelled_m2, areas.labelled_pixels)} in {len(areas.classes)} classes",
        f"{format_share(areas.unlabelled_share)} of the raster without a class" if areas.unlabelled_pixels else "",
        f"{resolution:.3g} m/px" if resolution else "",
        ":".join(authority) if authority else "",
        f"{grid.width:,} \N{MULTIPLICATION SIGN} {grid.height:,} px",
    ]
    return " · ".join(fact for fact in facts if fact)


def _rounded(size: tuple[int, int], radius: int) -> Image.Image:
    """A mask with round corners."""
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius, 255)
    return mask
