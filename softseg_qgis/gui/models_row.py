"""One model of the list of models: what the engine says of it, in the words of a table and of a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from ..i18n import tr
from ..numbers import fixed

READY, ABSENT, UNFINISHED, DAMAGED = "ready", "not downloaded", "unfinished", "damaged"  # as the engine calls them


class Column(IntEnum):
    """The columns of the list of models."""

    TITLE = 0
    STATE = 1
    SIZE = 2
    LICENCE = 3
    LANGUAGES = 4
    WHAT = 5


@dataclass(frozen=True)
class ModelRow:
    """A model that can be had.

    Args:
        name: what a job names it by.
        title: its name as published.
        what: one line that says what it is good for.
        languages: ISO 639-1 codes of what it reads.
        licence: its identifier; empty: none is stated.
        licence_text: one sentence about it.
        licence_verified: whether the page of the weights states it.
        commercial: "yes", "no" or "unclear".
        size_bytes: of all its files; None: not known.
        concerns: what speaks against using it without a thought, one clause each.
        notes: what one should know before relying on it.
        state: `READY`, `ABSENT`, `UNFINISHED` or `DAMAGED`.
    """

    name: str
    title: str
    what: str
    languages: tuple[str, ...]
    licence: str
    licence_text: str
    licence_verified: bool
    commercial: str
    size_bytes: int | None
    concerns: tuple[str, ...]
    notes: tuple[str, ...]
    state: str

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> ModelRow:
        """Read what the engine says of a model."""
        texts = {name: tuple(values.get(name, ())) for name in ("languages", "concerns", "notes")}
        same = ("name", "title", "what", "licence_text", "licence_verified", "commercial", "size_bytes", "state")
        return cls(**texts, **{name: values[name] for name in same}, licence=values["licence"] or "")

    @property
    def is_ready(self) -> bool:
        """Whether it can be used at once."""
        return self.state == READY

    def shown(self, column: Column) -> str:
        """The text of a cell."""
        return {
            Column.TITLE: self.title,
            Column.STATE: state_text(self.state),
            Column.SIZE: size_text(self.size_bytes) if self.size_bytes else tr("unknown"),
            Column.LICENCE: self._licence_text(),
            Column.LANGUAGES: self._languages_text(),
            Column.WHAT: self.what,
        }[column]

    def tool_tip(self, column: Column) -> str:
        """More about a cell."""
        if column is Column.LICENCE:
            return self.licence_text
        return ", ".join(self.languages) if column is Column.LANGUAGES else self.shown(column)

    def question(self) -> str:
        """What to say and to ask before the model is fetched."""
        lines = [
            tr("{title}, {size}.", title=self.title, size=size_text(self.size_bytes)),
            tr("Licence: {licence}", licence=self.licence_text),
            *(tr("Mind: {concern}.", concern=each) for each in self.concerns),
        ]
        return "\n\n".join(lines)

    def _licence_text(self) -> str:
        name = self.licence or tr("none stated")
        marks = {"no": tr("not commercial"), "unclear": tr("unclear")}
        if self.commercial in marks:
            return f"{name} ({marks[self.commercial]})"
        return name if self.licence_verified else f"{name} ({tr('unverified')})"

    def _languages_text(self) -> str:
        if len(self.languages) <= 2:
            return ", ".join(self.languages)
        return tr("{count} languages", count=len(self.languages))


def state_text(state: str) -> str:
    """A model's state in the user's language."""
    known = {
        READY: tr("ready"),
        ABSENT: tr("not downloaded"),
        UNFINISHED: tr("unfinished"),
        DAMAGED: tr("damaged"),
    }
    return known.get(state, state)


def size_text(size_bytes: int | None) -> str:
    """A size for people."""
    if size_bytes is None:
        return tr("size not known")
    in_gb = size_bytes >= 1e9
    return f"{fixed(size_bytes / 1e9, 1)} GB" if in_gb else f"{fixed(size_bytes / 1e6, 0)} MB"
