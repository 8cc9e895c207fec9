"""What people type or paste for classes, brought into the one form that the engine reads: class text."""

from __future__ import annotations

import re

from ..core.class_sets import classes_from_csv

_COMMA = re.compile("(?<!\\\\)[,\u060c\u3001\uff0c]")  # Latin, Arabic, enumeration and full-width comma
_COLON, _SEMICOLON = re.compile(r"(?<!\\):"), re.compile(r"(?<!\\);")
_ONLY_A_COLOUR = re.compile(r"\s*#[0-9A-Fa-f]{6}\s*")


def class_text(typed: str) -> str:
    """Class text for what was typed or pasted: several lines, `a, b: prompt, prompt`, or cells of a spreadsheet.

    Cells are name, prompts and colour in this order, or as a first row with `name` in it says.

    Raises:
        BadClasses: a table with a header holds no valid classes.
    """
    lines = [line for line in typed.splitlines() if line.strip()]
    if lines and "\t" in lines[0] and "name" in (cell.strip().lower() for cell in lines[0].split("\t")):
        return classes_from_csv("\n".join(lines)).to_text()
    return "\n".join(entry for line in lines for entry in _entries(line))


def _entries(line: str) -> list[str]:
    """The class entries of one line."""
    if "\t" in line:
        name, prompts, colour = ([cell.strip() for cell in line.split("\t")] + ["", ""])[:3]
        if _ONLY_A_COLOUR.fullmatch(prompts):
            prompts, colour = "", prompts
        return [f"{name}: {prompts} {colour}" if prompts else f"{name} {colour}"]
    if _SEMICOLON.search(line):
        return [line]
    names, *prompts = _COLON.split(line, maxsplit=1)
    entries: list[str] = []
    for part in filter(str.strip, _COMMA.split(names)):
        if entries and _ONLY_A_COLOUR.fullmatch(part):
            entries[-1] += part
        else:
            entries.append(part)
    last = entries.pop() if entries else ""
    return [*entries, ":".join([last, *prompts])]
