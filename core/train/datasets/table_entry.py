"""One line of a class table as a file has it: keys and texts in, a checked entry out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...errors import BadOption
from .table import Role, TableEntry

_HIGHEST_NUMBER = 65_535
_KEYS = ("value", "colour", "name", "concept", "ignore", "background")
_HEX = re.compile(r"#?([0-9a-f]{6})")
_RGB = re.compile(r"(\d{1,3})[ ,/]+(\d{1,3})[ ,/]+(\d{1,3})")
_YES, _NO = ("true", "yes", "1", "x"), ("", "false", "no", "0")


def table_entry(row: Mapping[Any, Any], place: int, origin: str) -> TableEntry:
    """Read one entry of a class table.

    Args:
        row: `value` (a number, or a colour), `colour` (#rrggbb, or r g b), `name`, `concept`, `ignore`, `background`;
            numbers and flags may be texts, as CSV has them.
        place: which entry it is, from 1, for messages.
        origin: the file of the table, for messages.

    Raises:
        BadOption: a key is unknown, the name is missing, or something cannot be read.
    """
    where = f"{origin}: class {place}"
    known = {_key(key): value for key, value in row.items() if value not in (None, "", [])}
    for key in known:
        if key not in _KEYS:
            raise BadOption(f"{where} has an unknown entry “{key}”: choose among {', '.join(_KEYS)}.")
    number, colour = _value(known.get("value"), where)
    if "colour" in known:
        colour = _colour(str(known["colour"]), where)
    role = _role(known, where)
    name = str(known.get("name", "")).strip()
    if not name and role is not Role.IGNORED:
        raise BadOption(f"{where} has no name.")
    concept = str(known["concept"]).strip() if "concept" in known else None
    return TableEntry(name, number, colour, concept, role)


def _key(key: Any) -> str:
    word = str(key).strip().lower()
    return "colour" if word == "color" else word


def _value(value: Any, where: str) -> tuple[int | None, int | None]:
    """Number and colour of what may be either."""
    if value is None:
        return None, None
    text = str(value).strip()
    if not re.fullmatch(r"\d+", text):
        return None, _colour(text, where)
    if int(text) > _HIGHEST_NUMBER:
        raise BadOption(f"{where}: mask values go from 0 to {_HIGHEST_NUMBER:,}, {text} does not.")
    return int(text), None


def _colour(text: str, where: str) -> int:
    if match := _HEX.fullmatch(text.strip().lower()):
        return int(match[1], 16)
    match = _RGB.fullmatch(text.strip())
    if match is None or max(map(int, match.groups())) > 255:
        raise BadOption(f"{where}: “{text}” is neither a mask value nor a colour like #1a2b3c or 26 43 60.")
    red, green, blue = map(int, match.groups())
    return red << 16 | green << 8 | blue


def _role(known: Mapping[str, Any], where: str) -> Role:
    if _flag(known.get("ignore", ""), where):
        return Role.IGNORED
    return Role.BACKGROUND if _flag(known.get("background", ""), where) else Role.CLASS


def _flag(value: Any, where: str) -> bool:
    word = str(value).strip().lower()
    if word not in (*_YES, *_NO):
        raise BadOption(f"{where}: “{value}” is neither yes nor no.")
    return word in _YES
