"""The class table of a data set: which mask values are which class, which are background and which are ignored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ...errors import BadOption
from .codes import MAX_CLASSES
from .kinds import LabelClass
from .own_words import concept_for


class Role(Enum):
    """What pixels of a value are: of a class, of none of them (judged only where asked for), or not known."""

    CLASS = "class"
    BACKGROUND = "background"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One line of a class table.

    Args:
        name: the class; entries of one name are one class.
        number: the value in a mask of numbers.
        colour: 0xRRGGBB in a mask of colours.
        concept: the lexicon's id; None for what the name says.
        role: class, background or ignored.
    """

    name: str
    number: int | None = None
    colour: int | None = None
    concept: str | None = None
    role: Role = Role.CLASS


@dataclass(frozen=True, slots=True)
class ClassTable:
    """Labels by mask value; label k stands for ``classes[k - 1]``, label 0 is ignored."""

    classes: tuple[LabelClass, ...]
    label_of_number: Mapping[int, int]
    label_of_colour: Mapping[int, int]
    label_of_name: Mapping[str, int]


def class_table(entries: Sequence[TableEntry], where: str, *, background: bool = False) -> ClassTable:
    """Number the classes in order of their entries.

    Args:
        entries: the lines of the table.
        where: the file of the table, for messages.
        background: make classes of what is background, after the others; else it is ignored.

    Raises:
        BadOption: no class or too many, a value that stands for two things, or an unknown concept.
    """
    wanted = [entry for entry in entries if entry.role is Role.CLASS]
    if background:
        wanted += [entry for entry in entries if entry.role is Role.BACKGROUND]
    first: dict[str, TableEntry] = {}
    for entry in wanted:
        first.setdefault(entry.name, entry)
    if not 1 <= len(first) <= MAX_CLASSES:
        raise BadOption(f"{where}: a class table needs 1 to {MAX_CLASSES} classes, not {len(first)}.")
    label = {name: place for place, name in enumerate(first, start=1)}
    rows = [(entry, label.get(entry.name, 0) if entry.role is not Role.IGNORED else 0) for entry in entries]
    return ClassTable(
        tuple(LabelClass(entry.name, concept_for(entry.name, entry.concept, where)) for entry in first.values()),
        _unique([(entry.number, found) for entry, found in rows if entry.number is not None], "value {}", where),
        _unique([(entry.colour, found) for entry, found in rows if entry.colour is not None], "colour #{:06x}", where),
        {entry.name: found for entry, found in rows if entry.name},
    )


def _unique(pairs: Sequence[tuple[int, int]], kind: str, where: str) -> dict[int, int]:
    labels: dict[int, int] = {}
    for value, label in pairs:
        if labels.setdefault(value, label) != label:
            raise BadOption(f"{where}: the {kind.format(value)} stands for two classes.")
    return labels
