"""Plain JSON values as frozen dataclasses: every entry named, of its type, and nothing besides."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Kind = TypeVar("Kind")


class Misfit(ValueError):
    """A value is missing, unknown or of the wrong type; the message says which and where."""


def read_record(kind: type[Kind], values: Any, where: str) -> Kind:
    """Make a dataclass of JSON values; lists become tuples, objects become the dataclasses within.

    Args:
        kind: a dataclass of texts, numbers, flags, tuples, further dataclasses, and None.
        values: what JSON gave.
        where: how a message names the object.

    Raises:
        Misfit: an entry is missing, unknown or of the wrong type, or the dataclass refuses its values.
    """
    if not isinstance(values, Mapping):
        raise Misfit(f"{where} has to be an object")
    known = {each.name: each for each in fields(cast(Any, kind))}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise Misfit(f"{where} has an unknown entry “{unknown[0]}”")
    hints = get_type_hints(kind)
    made: dict[str, Any] = {}
    for name, each in known.items():
        if name in values:
            made[name] = _read(hints[name], values[name], f"{where}: {name}")
        elif each.default is MISSING and each.default_factory is MISSING:
            raise Misfit(f"{where} lacks “{name}”")
    try:
        return kind(**made)
    except ValueError as error:
        raise Misfit(f"{where}: {error}") from error


def _read(hint: Any, value: Any, where: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return None if value is None else _read(next(each for each in inner if each is not type(None)), value, where)
    if origin is tuple:
        return _read_tuple(inner, value, where)
    if is_dataclass(hint):
        return read_record(cast(type[Any], hint), value, where)
    accepted = (int, float) if hint is float else (hint,)
    if not isinstance(value, accepted) or (isinstance(value, bool) and hint is not bool):
        raise Misfit(f"{where} has to be {_WORDS[hint]}")
    return float(value) if hint is float else value


def _read_tuple(inner: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise Misfit(f"{where} has to be a list")
    kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else list(inner)
    if len(kinds) != len(value):
        raise Misfit(f"{where} has to have {len(kinds)} values")
    return tuple(
        _read(kind, each, f"{where}[{place}]") for place, (kind, each) in enumerate(zip(kinds, value, strict=True))
    )


_WORDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
