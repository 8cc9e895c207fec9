"""Class lists as files: JSON, CSV and plain class text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .classes import ClassList, ClassSpec, parse_classes, parse_prompts
from .errors import BadClasses, BadOutput

_COLUMNS = ("name", "prompts", "colour")


def read_class_set(path: str | Path) -> ClassList:
    """Read a class set; the suffix says how: `.json`, `.csv` or `.txt` (class text), each in UTF-8.

    Raises:
        BadClasses: the file cannot be read, is of another kind, or holds no valid class list.
    """
    path = Path(path)
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise BadClasses(f"The class set {path.name} has to be a .json, .csv or .txt file.")
    try:
        return read(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadClasses(f"The class set {path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise BadClasses(f"The class set {path.name} is not UTF-8 text: save it as UTF-8.", str(error)) from error


def write_class_set(classes: ClassList, path: str | Path) -> None:
    """Write a class set that `read_class_set` reads back as the same list; the suffix says how.

    Raises:
        BadOutput: the suffix is not `.json`, `.csv` or `.txt`, or the place cannot be written.
    """
    path = Path(path)
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise BadOutput(f"The class set {path.name} has to be a .json, .csv or .txt file.")
    try:
        path.write_bytes(write(classes).encode("utf-8"))
    except OSError as error:
        raise BadOutput(f"The class set {path} cannot be written: {error.strerror or error}.") from error


def classes_to_json(classes: ClassList) -> list[dict[str, Any]]:
    """The class list as plain JSON values: one object a class, with name, prompts and colour."""
    return [{"name": spec.name, "prompts": list(spec.prompts), "colour": spec.colour} for spec in classes]


def classes_from_json(data: Any) -> ClassList:
    """Read a class list from JSON values: a list of objects or names, or an object with such a list as `classes`.

    Raises:
        BadClasses: with a sentence that names the culprit.
    """
    entries = data.get("classes") if isinstance(data, dict) else data
    if not isinstance(entries, list):
        raise BadClasses('A JSON class set has to be a list of classes, or an object with such a list as "classes".')
    return ClassList(tuple(_spec_from_json(entry, place) for place, entry in enumerate(entries, start=1)))


def classes_to_csv(classes: ClassList) -> str:
    """The class list as CSV text with the header `name,prompts,colour`; commas separate the prompts of a cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for spec in classes:
        prompts = (prompt.replace("\\", "\\\\").replace(",", "\\,") for prompt in spec.prompts)
        writer.writerow((spec.name, ", ".join(prompts), spec.colour))
    return text.getvalue()


def classes_from_csv(text: str) -> ClassList:
    """Read a class list from CSV text with a header; the columns `prompts` and `colour` are optional.

    Raises:
        BadClasses: with a sentence that names the culprit.
    """
    header = text.partition("\n")[0]
    delimiter = next((mark for mark in ",;\t" if mark in header), ",")
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error as error:
        raise BadClasses(f"The CSV class set cannot be read: {error}.") from error
    columns = [_column(cell) for cell in rows[0]] if rows else []
    if "name" not in columns:
        raise BadClasses("A CSV class set needs a first line that names its columns: name,prompts,colour.")
    cells = ({columns[place]: cell for place, cell in enumerate(row[: len(columns)])} for row in rows[1:])
    return ClassList(tuple(_spec_from_row(row) for row in cells))


def _spec_from_json(entry: Any, place: int) -> ClassSpec:
    if isinstance(entry, str):
        return ClassSpec(entry)
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise BadClasses(f'Class {place} of the JSON class set has no "name".')
    unknown = [str(key) for key in entry if _column(str(key)) not in _COLUMNS]
    if unknown:
        raise BadClasses(f'Class {place} of the JSON class set has an unknown entry "{unknown[0]}".')
    fields = {_column(key): value for key, value in entry.items()}
    prompts, colour = fields.get("prompts") or [], fields.get("colour") or ""
    prompts = [prompts] if isinstance(prompts, str) else prompts
    if not isinstance(prompts, list) or not all(isinstance(prompt, str) for prompt in prompts):
        raise BadClasses(f'The "prompts" of class {place} of the JSON class set have to be a list of texts.')
    if not isinstance(colour, str):
        raise BadClasses(f'The "colour" of class {place} of the JSON class set has to be a text like "#3a7fc4".')
    return ClassSpec(fields["name"], tuple(prompts), colour)


def _spec_from_row(row: dict[str, str]) -> ClassSpec:
    return ClassSpec(row.get("name", ""), parse_prompts(row.get("prompts", "")), row.get("colour", "").strip())


def _column(heading: str) -> str:
    heading = heading.strip().lower()
    return "colour" if heading == "color" else heading


def _json_to_classes(text: str) -> ClassList:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadClasses(f"The JSON class set cannot be read: {error}.") from error
    return classes_from_json(data)


def _classes_to_json_text(classes: ClassList) -> str:
    return json.dumps({"classes": classes_to_json(classes)}, ensure_ascii=False, indent=2) + "\n"


_READERS: dict[str, Callable[[str], ClassList]] = {
    ".json": _json_to_classes,
    ".csv": classes_from_csv,
    ".txt": parse_classes,
}
_WRITERS: dict[str, Callable[[ClassList], str]] = {
    ".json": _classes_to_json_text,
    ".csv": classes_to_csv,
    ".txt": ClassList.to_text,
}
