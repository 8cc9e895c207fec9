"""What is typed when a model is judged: the trained names, other words for the same, and names of absent things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..errors import BadOption
from ..text.lexicon import load_lexicon
from ..train.datasets.kinds import LabelClass
from .other_words import OTHER_OF_CONCEPT

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


#: For sets without names of their own above: things that are seldom seen, or on few places of the earth only.
RARE: tuple[str, ...] = (
    "glacier",
    "lava",
    "iceberg",
    "coral reef",
    "tundra",
    "mangrove",
    "salt flat",
    "oil well",
    "sugarcane",
    "oil palm plantation",
    "wind turbine",
    "rice paddy",
    "cooling tower",
    "sand dune",
    "ski slope",
    "savanna",
    "quarry",
    "vineyard",
    "railway",
    "cemetery",
    "stadium",
    "snow",
    "cloud",
)

KINDS = ("trained", "other")


def typed_words(source: str, words: str, classes: Sequence[LabelClass] = ()) -> Mapping[str, str]:
    """Give what to type for each class of a data set.

    Args:
        source: the data set.
        words: ``trained`` or ``other``.
        classes: of the data set; what they mean decides where the tables above have no such set.

    Raises:
        BadOption: there is no such data set or kind of words, or a class has no other words.
    """
    if words not in KINDS:
        raise BadOption(f"Unknown words '{words}': choose {' or '.join(KINDS)}, or a .json, .toml or .csv file.")
    table = TRAINED if words == "trained" else OTHER
    if source in table:
        return table[source]
    if not classes:
        raise _no_words(source)
    return _trained_names(classes) if words == "trained" else _other_names(source, classes)


def absent_names(source: str, count: int, classes: Sequence[LabelClass] = ()) -> tuple[str, ...]:
    """Give the first names of things that are not in the judged pictures of a data set.

    Args:
        source: the data set.
        count: how many.
        classes: of the data set; where the tables above have no such set, rare things that may share no pixel with
            them are named.

    Raises:
        BadOption: there is no such data set, or it has fewer names.
    """
    if source not in ABSENT and not classes:
        raise _no_words(source)
    names = ABSENT[source] if source in ABSENT else _rare(classes)
    if not 0 <= count <= len(names):
        raise BadOption(f"{count} absent names are out of range: choose 0 to {len(names)}.")
    return names[:count]


def _trained_names(classes: Sequence[LabelClass]) -> Mapping[str, str]:
    """One word a concept: the first class name that the lexicon knows for it, else its first phrase."""
    lexicon = load_lexicon()
    word: dict[str, str] = {}
    for label in classes:
        own = " ".join(label.name.lower().split())
        if label.concept not in lexicon.concepts or lexicon.concept_of(own) == label.concept:
            word.setdefault(label.concept, own)
    return {label.name: word.get(label.concept) or lexicon.concepts[label.concept].phrases[0] for label in classes}


def _other_names(source: str, classes: Sequence[LabelClass]) -> Mapping[str, str]:
    for label in classes:
        if label.concept not in OTHER_OF_CONCEPT:
            raise BadOption(
                f"There are no other words for the class '{label.name}' of '{source}': write a file with what to type "
                "for each class, and give it with --words."
            )
    return {label.name: OTHER_OF_CONCEPT[label.concept] for label in classes}


def _rare(classes: Sequence[LabelClass]) -> tuple[str, ...]:
    lexicon = load_lexicon()
    present = {label.concept for label in classes} & set(lexicon.concepts)
    possible = present.union(*(lexicon.compatible(concept) for concept in present))
    return tuple(name for name in RARE if lexicon.concept_of(name) not in possible)


def _no_words(source: str) -> BadOption:
    return BadOption(f"There are no words for the data set '{source}': choose {', '.join(TRAINED)}.")
