"""What the bands of a raster are, in the names of Sentinel-2, as far as their descriptions tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

RGB = ("red", "green", "blue")
"""The bands of a picture, as models name them."""

PICTURE = ("B04", "B03", "B02")
"""Red, green and blue among the bands of Sentinel-2."""

SENTINEL_2 = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
"""All bands of Sentinel-2 in the order of its products."""

_WORDS = {
    "coastal": "B01",
    "coastalaerosol": "B01",
    "blue": "B02",
    "green": "B03",
    "red": "B04",
    "rededge1": "B05",
    "rededge2": "B06",
    "rededge3": "B07",
    "nir": "B08",
    "nir08": "B8A",
    "narrownir": "B8A",
    "nirnarrow": "B8A",
    "rededge4": "B8A",
    "watervapour": "B09",
    "watervapor": "B09",
    "cirrus": "B10",
    "swir1": "B11",
    "swir16": "B11",
    "swir2": "B12",
    "swir22": "B12",
}
_CODE = re.compile(r"(?:^|[^a-z0-9])b(0?[1-9]|1[0-2]|8a)(?![a-z0-9])", re.IGNORECASE)
# Landsat counts its bands in the same way and means others by it.
_SENTINEL_ALONE = re.compile(r"(?:^|[^a-z0-9])b(?:8a|0[1-9])(?![a-z0-9])|sentinel|central wavelength", re.IGNORECASE)
_WHOLE_PRODUCTS = {
    10: tuple(name for name in SENTINEL_2 if name not in ("B01", "B09", "B10")),
    12: tuple(name for name in SENTINEL_2 if name != "B10"),
    13: SENTINEL_2,
}


def named_bands(descriptions: Sequence[str | None]) -> dict[str, int]:
    """Band numbers from 1 by the name of the Sentinel-2 band that a description stands for; the first of a name counts.

    Understood are words ("Red edge 1") and, where at least one of them can only be Sentinel-2's, codes ("B8A").
    """
    texts = [text or "" for text in descriptions]
    has_codes = any(_SENTINEL_ALONE.search(text) for text in texts)
    found: dict[str, int] = {}
    for number, text in enumerate(texts, start=1):
        code = _CODE.search(text) if has_codes else None
        name = f"B{code[1].upper().zfill(2)}" if code else _WORDS.get(re.sub(r"[^a-z0-9]", "", text.lower()))
        if name is not None:
            found.setdefault(name, number)
    return found


def bands_of_product(count: int) -> dict[str, int]:
    """Band numbers by name in a stack of 10, 12 or 13 bands without descriptions: a product of Sentinel-2 in its order.

    12 are all of level 2A, 13 all of level 1C, 10 those of 10 m and 20 m; any other count tells nothing.
    """
    return {name: number for number, name in enumerate(_WHOLE_PRODUCTS.get(count, ()), start=1)}
