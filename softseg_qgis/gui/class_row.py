"""One row of the class table: a class, whether it is used, and what its cells show, say and take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from qgis.PyQt.QtCore import Qt

from ..core.classes import ClassSpec, parse_prompts
from ..i18n import tr


class Column(IntEnum):
    """The columns of the class table."""

    COLOUR = 0
    NAME = 1
    PROMPTS = 2
    ON = 3
    MENU = 4


@dataclass(frozen=True)
class ClassRow:
    """A class, and whether the next run looks for it."""

    spec: ClassSpec
    is_on: bool = True


def changed(row: ClassRow, column: Column, value: Any, role: int) -> ClassRow:
    """A row after one of its cells has changed.

    Raises:
        BadClasses: the value is no valid name, synonym or colour.
    """
    if column is Column.ON and role == Qt.ItemDataRole.CheckStateRole:
        return replace(row, is_on=Qt.CheckState(value) == Qt.CheckState.Checked)
    if role != Qt.ItemDataRole.EditRole:
        return row
    if column is Column.NAME:
        return replace(row, spec=replace(row.spec, name=str(value)))
    if column is Column.PROMPTS:
        return replace(row, spec=replace(row.spec, prompts=parse_prompts(str(value))))
    return replace(row, spec=replace(row.spec, colour=str(value))) if column is Column.COLOUR else row


def shown(spec: ClassSpec, column: Column) -> str | None:
    """The text of a cell, as it is edited; None for those without text."""
    if column is Column.NAME:
        return spec.name
    if column is Column.PROMPTS:
        return ", ".join(prompt.replace("\\", "\\\\").replace(",", "\\,") for prompt in spec.prompts)
    return None


def tool_tip(row: ClassRow, column: Column) -> str:
    """What a cell is for."""
    if column is Column.COLOUR:
        return tr("Choose the colour")
    if column is Column.NAME:
        return row.spec.name
    if column is Column.PROMPTS:
        return tr("What the model reads for this class, with commas between; without any it reads the name")
    if column is Column.ON:
        return tr("Leave this class out of the next run") if row.is_on else tr("Look for this class again")
    return tr("Move, merge or remove this class")


def spoken(row: ClassRow, column: Column) -> str:
    """What a screen reader says for a cell."""
    if column is Column.COLOUR:
        return tr("Colour of {name}: {colour}", name=row.spec.name, colour=row.spec.colour)
    if column is Column.ON:
        return tr("{name} is used", name=row.spec.name) if row.is_on else tr("{name} is left out", name=row.spec.name)
    if column is Column.MENU:
        return tr("More for {name}", name=row.spec.name)
    return shown(row.spec, column) or tr("No synonyms")
