"""Records whose text outlives new fields: what is derived from it, such as the id of a training run, stays the same."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from types import MappingProxyType
from typing import Any, cast

LATER = MappingProxyType({"later": True})
"""Metadata of a field that came after the first release."""


class Sparing:
    """A dataclass whose repr leaves out fields of later releases that are at their default."""

    __slots__ = ()

    def __repr__(self) -> str:
        known = fields(cast(Any, self))
        pairs = [(each, getattr(self, each.name)) for each in known]
        shown = [(each.name, value) for each, value in pairs if not each.metadata.get("later") or value != _usual(each)]
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in shown)})"


def _usual(of: Field[Any]) -> Any:
    return of.default if of.default_factory is MISSING else of.default_factory()
