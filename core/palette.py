"""Default class colours: what a word calls for, then colours that most eyes tell apart, then evenly spaced hues."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Iterator, Sequence

# One line a colour; the words are what people call the thing on an aerial or satellite image.
_COLOUR_WORDS = """
#3a7fc4 water
#2b6cb0 sea ocean
#4f97d3 river stream canal
#67b0e3 lake pond reservoir
#29c5d6 pool
#bfe3f2 snow ice glacier
#5fa8a0 wetland marsh swamp
#2e8b44 tree trees canopy
#1c6b33 forest woodland woods
#5aa653 vegetation plants greenery
#86a843 shrub shrubs bush bushes
#a3d25f grass lawn grassland meadow pasture
#d9b44a field fields cropland crops farmland agriculture
#8c8a86 road roads street streets highway
#a9a29a pavement sidewalk path
#75757f asphalt parking
#d0493e building buildings house houses
#e2735f roof roofs rooftop
#b3396b industrial factory warehouse
#c89f72 soil land ground dirt barren
#ecd9a4 sand beach desert
#9a7b5f rock rocks quarry
#5b4a8a railway railroad rail train
#f28e2b car cars vehicle vehicles truck
#e8c51c solar photovoltaic
#7b5ea7 ship ships boat boats
#c2578f airplane aircraft plane
#4a4a52 shadow shadows
"""

# Okabe and Ito's set, then Tol's muted set, without black and the greys: both were made for colour-blind readers.
_CATEGORICAL = (
    *("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"),
    *("#332288", "#882255", "#44aa99", "#999933", "#88ccee", "#117733", "#ddcc77", "#cc6677", "#aa4499"),
)

_WORD_COLOURS: dict[str, str] = {
    word: colour for colour, *words in (line.split() for line in _COLOUR_WORDS.strip().splitlines()) for word in words
}
_TELL_APART = 60.0  # distance in RGB below which two legend squares look alike
_GOLDEN_TURN = 0.6180339887498949  # of a full turn: the next hue always falls into the widest gap


def complete_colours(names: Sequence[str], colours: Sequence[str]) -> tuple[str, ...]:
    """Give a colour to every class that has none, different from all others.

    Args:
        names: class names, in class order.
        colours: as long as `names`; "#rrggbb" where the user chose one, else "".

    Returns:
        One "#rrggbb" a class; chosen colours are kept as they are, even when two are equal.
    """
    taken: set[str] = {colour for colour in colours if colour}
    complete: list[str] = list(colours)
    unnamed: list[int] = []
    for index, name in enumerate(names):
        if complete[index]:
            continue
        colour = _colour_of_words(name)
        if not colour or colour in taken:
            unnamed.append(index)
            continue
        complete[index] = colour
        taken.add(colour)
    fresh = _fresh_colours(taken)
    for index in unnamed:
        complete[index] = next(fresh)
    return tuple(complete)


def _colour_of_words(name: str) -> str:
    """The colour that a class name calls for, by its last known word ("parking lot", "tree canopy"); "" if none."""
    words = re.findall(r"\w+", name.casefold())
    return next((_WORD_COLOURS[word] for word in reversed(words) if word in _WORD_COLOURS), "")


def _fresh_colours(taken: set[str]) -> Iterator[str]:
    """Colours that are not in `taken`: the categorical ones that stand clear of it first, then hue after hue."""
    used = set(taken)
    nearby = [_rgb(colour) for colour in taken]
    for colour in _CATEGORICAL:
        if all(math.dist(_rgb(colour), other) >= _TELL_APART for other in nearby):
            used.add(colour)
            yield colour
    turn = 0
    while True:
        colour = _hue_colour(turn)
        turn += 1
        if colour not in used:
            used.add(colour)
            yield colour


def _hue_colour(turn: int) -> str:
    """The colour of one step around the colour circle; lightness and saturation change slowly from step to step."""
    hue = (turn * _GOLDEN_TURN) % 1.0
    lightness = 0.38 + 0.30 * ((turn * 7) % 29) / 28
    saturation = 0.45 + 0.45 * ((turn * 5) % 23) / 22
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
