"""What is typed for each class, from a file."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..errors import BadOption

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def read_words(path: Path) -> Mapping[str, str]:
    """Read a file of class and typed word: a JSON object, a TOML table, or two columns of CSV without a heading.

    Several prompts for one class have commas between them, or are a list.

    Raises:
        BadOption: the file cannot be read, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        values = _READERS[path.suffix.lower()](text)
    except (OSError, UnicodeDecodeError) as error:
        raise BadOption(f"The words {path} cannot be read.", str(error)) from error
    except (ValueError, csv.Error) as error:
        raise BadOption(f"The words {path} are no valid {path.suffix[1:].upper()}: {error}.") from error
    if not isinstance(values, dict):
        raise BadOption(f'{path} has to give a word to each class, like {{"road": "street"}}.')
    return {str(name): _word(str(name), value, path) for name, value in values.items()}


def _word(name: str, value: Any, path: Path) -> str:
    parts: list[Any] = value if isinstance(value, list) else [value]
    if not parts or not all(isinstance(part, str) and part.strip() for part in parts):
        raise BadOption(f"{path}: what is typed for the class “{name}” has to be a text, or a list of texts.")
    return ", ".join(part.strip() for part in parts)


def _rows_of_csv(text: str) -> dict[str, str]:
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if any(cell.strip() for cell in row)]
    for place, row in enumerate(rows, start=1):
        if len(row) != 2:
            raise ValueError(f"line {place} has {len(row)} columns, not a class and a word")
    return {name.strip(): word for name, word in rows}


_READERS: dict[str, Callable[[str], Any]] = {".json": json.loads, ".toml": tomllib.loads, ".csv": _rows_of_csv}
FILE_SUFFIXES = tuple(_READERS)
