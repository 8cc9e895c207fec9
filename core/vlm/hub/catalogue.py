"""The zoo: the declared models of `resources/zoo.json`."""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from ...errors import NoModel
from ...resources import resource
from .entry import Entry

FORMAT = 1


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """Every declared model, in the order of the file.

    Raises:
        NoModel: the file is damaged.
    """
    return read_entries(resource("zoo.json"))


def find_entry(name: str) -> Entry:
    """The declared model of that id.

    Raises:
        NoModel: there is none.
    """
    known = {entry.id: entry for entry in entries()}
    if name in known:
        return known[name]
    near = get_close_matches(name.lower(), known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "softseg models lists those there are."
    raise NoModel(f"There is no model “{name}”: {hint}")


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Read a list of models.

    Raises:
        NoModel: it is damaged, of another format, or names a model twice.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NoModel(f"The list of models {path} cannot be read: install SoftSeg again.", str(error)) from error
    if not isinstance(values, dict) or values.get("format") != FORMAT or not isinstance(values.get("models"), list):
        raise NoModel(f"The list of models {path} is not of format {FORMAT}: install SoftSeg again.")
    found = tuple(Entry.from_dict(each) for each in values["models"])
    if len({entry.id for entry in found}) != len(found):
        raise NoModel(f"The list of models {path} names a model twice: install SoftSeg again.")
    return found
