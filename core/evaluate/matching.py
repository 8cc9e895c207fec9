"""Which class of a map is which class of its reference: by name, or as the user says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..classes import name_key
from ..errors import BadOption
from ..palette import complete_colours
from ..raster.classmap import LegendEntry

Pairs = Sequence[tuple[str, str]]

_IDS = 1 << 16
_MOST_CLASSES = 1000
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """The classes that are compared; number k stands for ``names[k - 1]``, 0 for none.

    Args:
        names: the reference's classes, then those of the map that the reference lacks.
        colours: "#rrggbb" of each.
        of_classes: number by class id of the map, (65536,).
        of_reference: number by class id of the reference, (65536,).
        only_reference: names that no class of the map stands for.
        only_classes: names that the reference lacks.
    """

    names: tuple[str, ...]
    colours: tuple[str, ...]
    of_classes: NDArray[np.uint16]
    of_reference: NDArray[np.uint16]
    only_reference: tuple[str, ...]
    only_classes: tuple[str, ...]


def parse_mapping(text: str) -> Pairs:
    """Read a mapping like `tree=forest; meadow=grass`: names of the map left, of the reference right.

    Raises:
        BadOption: a part is not of the form a=b.
    """
    pairs = [tuple(name.strip() for name in part.partition("=")[::2]) for part in text.split(";") if part.strip()]
    if not all(all(pair) for pair in pairs):
        raise BadOption(f"The mapping has to look like tree=forest; meadow=grass, not “{text}”.")
    return [(ours, theirs) for ours, theirs in pairs]


def match(
    classes: Sequence[LegendEntry], reference: Sequence[LegendEntry], mapping: Pairs = (), ignore: Collection[str] = ()
) -> Matching:
    """Match by the mapping, and what it does not name by equal names; upper case does not count.

    Classes that are mapped to one are one; so are classes of the reference that one class is mapped to.

    Args:
        classes: the legend of the map.
        reference: the legend of the reference.
        mapping: pairs of a name of the map and a name of the reference.
        ignore: names of the reference whose ground is not judged.

    Raises:
        BadOption: the mapping or `ignore` names what is not there, nothing matches, or there are too many classes.
    """
    for legend in (classes, reference):
        if len(legend) > _MOST_CLASSES:
            raise BadOption(f"{len(legend):,} classes are too many to compare: at most {_MOST_CLASSES:,} can be.")
    ignored = {name_key(name) for name in ignore}
    _refuse_unknown([name for name in ignore if not name.isdecimal()], reference, "the reference")
    known = [entry for entry in reference if name_key(entry.name) not in ignored]
    _refuse_unknown([ours for ours, _ in mapping], classes, "the class raster")
    _refuse_unknown([theirs for _, theirs in mapping], known, "the reference")
    groups = _Groups()
    for entry in known:
        groups.add("reference", entry.name)
    mapped = {name_key(ours) for ours, _ in mapping}
    names = {name_key(entry.name) for entry in known}
    for entry in classes:
        groups.add("classes", entry.name)
        if name_key(entry.name) not in mapped and name_key(entry.name) in names:
            groups.join(entry.name, entry.name)
    for ours, theirs in mapping:
        groups.join(ours, theirs)
    return _numbered(groups, classes, known)


class _Groups:
    """Names of both sides that stand for the same class, in order of their first."""

    def __init__(self) -> None:
        self.members: list[dict[tuple[str, str], str]] = []

    def add(self, side: str, name: str) -> None:
        """A group of its own for a name that is in none."""
        key = (side, name_key(name))
        if not any(key in group for group in self.members):
            self.members.append({key: name})

    def join(self, ours: str, theirs: str) -> None:
        """One group of the two that hold a name of the map and one of the reference."""
        wanted = {("classes", name_key(ours)), ("reference", name_key(theirs))}
        first, *others = [group for group in self.members if wanted & set(group)]
        for group in others:
            first.update(group)
            self.members.remove(group)


def _numbered(groups: _Groups, classes: Sequence[LegendEntry], reference: Sequence[LegendEntry]) -> Matching:
    sides = [{side for side, _ in group} for group in groups.members]
    if not any(len(side) == 2 for side in sides):
        raise BadOption(
            f"No class of the map ({_listed(classes)}) has the name of one of the reference ({_listed(reference)}): "
            "say which is which with --mapping “a=b; c=d”."
        )
    names = tuple(_name(group) for group in groups.members)
    number = {key: place for place, group in enumerate(groups.members, start=1) for key in group}
    chosen = {number["classes", name_key(entry.name)]: entry.colour for entry in reversed(classes)}
    return Matching(
        names,
        complete_colours(names, [chosen.get(place, "") for place in range(1, len(names) + 1)]),
        _table((entry.id, number["classes", name_key(entry.name)]) for entry in classes),
        _table((entry.id, number["reference", name_key(entry.name)]) for entry in reference),
        tuple(name for name, side in zip(names, sides, strict=True) if side == {"reference"}),
        tuple(name for name, side in zip(names, sides, strict=True) if side == {"classes"}),
    )


def _name(group: dict[tuple[str, str], str]) -> str:
    theirs = [name for (side, _), name in group.items() if side == "reference"]
    return " + ".join(theirs or group.values())


def _table(numbers: Iterable[tuple[int, int]]) -> NDArray[np.uint16]:
    table = np.zeros(_IDS, np.uint16)
    for class_id, number in numbers:
        table[class_id] = number
    return table


def _refuse_unknown(names: Iterable[str], legend: Sequence[LegendEntry], where: str) -> None:
    known = {name_key(entry.name) for entry in legend}
    for name in names:
        if name_key(name) not in known:
            raise BadOption(f"There is no class “{name}” in {where}: it has {_listed(legend)}.")


def _listed(legend: Sequence[LegendEntry]) -> str:
    names = [entry.name for entry in legend]
    return ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "") or "none"
