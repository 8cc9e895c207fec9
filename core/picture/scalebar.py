"""The scale bar in the corner of a panel."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from .lettering import Lettering

_LONGEST = 0.25  # of the panel's width
_LIGHT, _DARK = "#ffffff", "#1f2933"


def draw_scale_bar(panel: Image.Image, metres_per_px: float | None, letters: Lettering, unit: int) -> None:
    """Draw a bar of a round length into the lower left corner; nothing where the scale is not known.

    Args:
        panel: the picture to draw on.
        metres_per_px: ground distance of one px of the panel, along its rows.
        letters: for the length.
        unit: thickness of the bar in px.
    """
    if not metres_per_px or panel.width < 80 * unit:
        return
    metres = round_length(panel.width * _LONGEST * metres_per_px)
    text, font = letters.drawable(f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m")
    left, bottom = 4 * unit, panel.height - 4 * unit
    right = left + round(metres / metres_per_px)
    pen = ImageDraw.Draw(panel)
    for outline, colour in ((unit // 2, _DARK), (0, _LIGHT)):
        pen.rectangle((left - outline, bottom - unit - outline, right + outline, bottom + outline), colour)
    pen.text((left, bottom - 3 * unit), text, _LIGHT, font, anchor="ls", stroke_width=unit // 2, stroke_fill=_DARK)


def round_length(longest: float) -> float:
    """The longest of 1, 2, 5, 10, 20, 50 ... that is not above `longest`."""
    power = 10.0 ** math.floor(math.log10(longest))
    return power * max(step for step in (1, 2, 5) if step * power <= longest * (1 + 1e-9))
