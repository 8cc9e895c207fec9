"""What is typed when a model is judged: the trained names, other words for the same, and names of absent things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from ..errors import BadOption

_Table = TypeVar("_Table")

#: Data set -> class of the data set -> the plain name that training uses too.
TRAINED: Mapping[str, Mapping[str, str]] = {
    "dubai": {
        "building": "building",
        "land (unpaved area)": "land",
        "road": "road",
        "vegetation": "vegetation",
        "water": "water",
    },
    "korea": {"building": "building", "road": "road", "field or cropland": "cropland", "forest": "forest"},
    "houston": {
        "Property Roof": "building",
        "Swimming Pool": "swimming pool",
        "Vehicle": "vehicle",
        "Grass": "grass",
        "Trees/Shrubs": "tree",
        "Solar Panels": "solar panel",
        "Road/Highway": "road",
        "Water Body": "water",
        "Parking Area-Commercial": "parking lot",
        "Sports Complex": "sports field",
        "Boat": "boat",
    },
}

#: Data set -> class of the data set -> words that are in no lexicon and no data set: nothing was trained on them.
OTHER: Mapping[str, Mapping[str, str]] = {
    "dubai": {
        "building": "house roof",
        "land (unpaved area)": "bare desert ground",
        "road": "street",
        "vegetation": "trees and shrubs",
        "water": "sea",
    },
    "korea": {
        "building": "houses and factories",
        "road": "street",
        "field or cropland": "tilled farm plots",
        "forest": "wooded hills",
    },
    "houston": {
        "Property Roof": "house roof",
        "Swimming Pool": "bathing pool behind the house",
        "Vehicle": "parked automobiles and pickups",
        "Grass": "mown yard",
        "Trees/Shrubs": "trees and shrubs",
        "Solar Panels": "photovoltaic modules on top of a house",
        "Road/Highway": "street",
        "Water Body": "murky standing water",
        "Parking Area-Commercial": "where customers leave their cars",
        "Sports Complex": "ball game court",
        "Boat": "small craft",
    },
}

#: Data set -> names of things that none of its judged pictures shows, the likeliest to be typed first.
ABSENT: Mapping[str, tuple[str, ...]] = {
    "dubai": (
        "airplane",
        "snow",
        "railway",
        "ship",
        "runway",
        "glacier",
        "vineyard",
        "wind turbine",
        "rice paddy",
        "cemetery",
        "cloud",
        "mangrove",
        "storage tank",
        "harbour",
        "lava",
    ),
    "korea": (
        "airplane",
        "glacier",
        "desert",
        "savanna",
        "lava",
        "mangrove",
        "coral reef",
        "tundra",
        "sugarcane",
        "oil palm plantation",
        "olive grove",
        "salt flat",
        "oil well",
        "sand dune",
        "iceberg",
    ),
    "houston": (
        "airplane",
        "snow",
        "glacier",
        "ship",
        "runway",
        "vineyard",
        "wind turbine",
        "rice paddy",
        "cemetery",
        "cloud",
        "mangrove",
        "storage tank",
        "stadium",
        "desert",
        "lava",
    ),
}


def typed_words(source: str, words: str) -> Mapping[str, str]:
    """Give what to type for each class of a data set.

    Args:
        source: the data set.
        words: ``trained`` or ``other``.

    Raises:
        BadOption: there is no such data set or kind of words.
    """
    kinds = {"trained": TRAINED, "other": OTHER}
    if words not in kinds:
        raise BadOption(f"Unknown words '{words}': choose {' or '.join(kinds)}.")
    return _of(kinds[words], source)


def absent_names(source: str, count: int) -> tuple[str, ...]:
    """Give the first names of things that are not in the judged pictures of a data set.

    Raises:
        BadOption: there is no such data set, or it has fewer names.
    """
    names = _of(ABSENT, source)
    if not 0 <= count <= len(names):
        raise BadOption(f"{count} absent names are out of range: choose 0 to {len(names)}.")
    return names[:count]


def _of(table: Mapping[str, _Table], source: str) -> _Table:
    if source not in table:
        raise BadOption(f"There are no words for the data set '{source}': choose {', '.join(table)}.")
    return table[source]
