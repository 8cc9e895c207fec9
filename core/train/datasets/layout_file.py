"""Layouts and class tables as files: TOML, JSON, or CSV for the classes alone."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

from ...errors import BadOption
from .layout import Layout, PathRule, RasterRule
from .path_template import fields_of
from .table_entry import table_entry

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SUFFIXES = (".toml", ".json", ".csv")

_SPLITS = ("last fifth", "every fifth", "none")
_MASK_SUFFIXES = ("png", "tif", "tiff", "bmp", "{suffix}")
#: Side -> folders that it may be in; a set without such folders has its pictures and masks in its own.
_SIDE_FOLDERS = {"": ("",), "training": ("train/", "training/"), "validation": ("val/", "validation/")}

_Rule = TypeVar("_Rule", PathRule, RasterRule)


def read_layout(path: Path, name: str) -> Layout:
    """Read a layout, or a mere class table for folders `images` and `masks` with pictures of the same names.

    Raises:
        BadOption: the file is missing or broken, or a part of it is missing, unknown or of the wrong kind.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        values = _PARSERS[path.suffix.lower()](text)
    except (OSError, UnicodeDecodeError) as error:
        raise BadOption(f"The class table {path} cannot be read.", str(error)) from error
    except (ValueError, csv.Error) as error:
        raise BadOption(f"The class table {path} is no valid {path.suffix[1:].upper()}: {error}.") from error
    values = {"classes": values} if isinstance(values, list) else values
    if not isinstance(values, dict) or not _is_list_of_tables(values.get("classes", [])):
        raise BadOption(f"{path}: a class table is a list of classes, or holds one as “classes”.")
    return _layout(values, name, str(path))


def _layout(values: Mapping[str, Any], name: str, origin: str) -> Layout:
    given = dict(values)
    entries = tuple(table_entry(row, place, origin) for place, row in enumerate(given.pop("classes", []), start=1))
    rasters = _rules(RasterRule, given.pop("rasters", []), origin)
    default = () if rasters else _usual_paths()
    paths = _rules(PathRule, given.pop("files"), origin) if "files" in given else default
    split, places = _split(given.pop("validation", _SPLITS[0]), origin)
    checked = {key: _checked(key, value, origin) for key, value in given.items()}
    return Layout(
        name, origin, entries, _whole(paths, origin), rasters, split=split, validation_places=places, **checked
    )


def _usual_paths() -> tuple[PathRule, ...]:
    """Folders `images` and `masks`, also below `train` and `val`."""
    return tuple(
        PathRule(f"{start}images/{{name}}.{{suffix}}", _masks(start), side=side)
        for side, starts in _SIDE_FOLDERS.items()
        for start in starts
    )


def _masks(start: str) -> tuple[str, ...]:
    return tuple(f"{start}masks/{{name}}.{suffix}" for suffix in _MASK_SUFFIXES)


def _rules(kind: type[_Rule], tables: Any, origin: str) -> tuple[_Rule, ...]:
    if not _is_list_of_tables(tables):
        raise BadOption(f"{origin}: files and rasters are lists of tables.")
    return tuple(_rule(kind, table, origin) for table in tables)


def _rule(kind: type[_Rule], table: Mapping[str, Any], origin: str) -> _Rule:
    known = {each.name: each for each in fields(kind)}
    values = dict(table)
    if isinstance(values.get("masks"), str):
        values["masks"] = [values["masks"]]
    for key, value in values.items():
        if key not in known:
            raise BadOption(f"{origin} has an unknown entry “{key}”: choose among {', '.join(known)}.")
        if not all(isinstance(part, str) for part in (value if key == "masks" else [value])):
            raise BadOption(f"{origin}: “{key}” has to be a text.")
    for key, each in known.items():
        if each.default is MISSING and key not in values:
            raise BadOption(f"{origin}: “{key}” is missing.")
    plain: dict[str, Any] = {key: tuple(value) if key == "masks" else value for key, value in values.items()}
    return kind(**plain)


def _whole(paths: tuple[PathRule, ...], origin: str) -> tuple[PathRule, ...]:
    """The rules, once it is certain that what they ask for can be filled in."""
    for rule in paths:
        strangers = frozenset().union(*map(fields_of, (*rule.masks, rule.place))) - fields_of(rule.images)
        if strangers:
            raise BadOption(f"{origin}: “{rule.images}” says nothing of {{{min(strangers)}}}.")
        if rule.side not in _SIDE_FOLDERS or rule.encoding not in ("", "numbers", "colours"):
            raise BadOption(f"{origin}: a side is training or validation, an encoding numbers or colours.")
    return paths


def _split(value: Any, origin: str) -> tuple[str, frozenset[str]]:
    if value in _SPLITS:
        return value, frozenset()
    if isinstance(value, list) and all(isinstance(place, str) for place in value):
        return "places", frozenset(value)
    raise BadOption(f"{origin}: “validation” has to be {', '.join(_SPLITS)} or a list of places.")


def _checked(key: str, value: Any, origin: str) -> Any:
    if key not in _KINDS:
        raise BadOption(f"{origin} has an unknown entry “{key}”: choose among {', '.join(_KINDS)}.")
    fits, meant = _KINDS[key]
    if not fits(value):
        raise BadOption(f"{origin}: “{key}” has to be {meant}.")
    return tuple(value) if isinstance(value, list) else value


def _is_list_of_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _is_whole(value: Any, low: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= low


def _is_resolution(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < 1e6


_KINDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "title": (lambda value: isinstance(value, str), "a text"),
    "licence": (lambda value: isinstance(value, str), "a text"),
    "folders": (lambda value: isinstance(value, list) and all(isinstance(each, str) for each in value), "texts"),
    "ground_resolution_m": (_is_resolution, "the metres per pixel"),
    "georeferenced": (lambda value: isinstance(value, bool), "true or false"),
    "bands": (
        lambda value: isinstance(value, list) and len(value) in (1, 3) and all(_is_whole(each, 1) for each in value),
        "one or three band numbers from 1",
    ),
    "colour_tolerance": (lambda value: _is_whole(value, 0) and value < 128, "a whole number below 128"),
}


def _rows_of_csv(text: str) -> list[dict[str, Any]]:
    header = text.partition("\n")[0]
    delimiter = next((mark for mark in ",;\t" if mark in header), ",")
    return [dict(row) for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)]


_PARSERS: dict[str, Callable[[str], Any]] = {".toml": tomllib.loads, ".json": json.loads, ".csv": _rows_of_csv}
