"""What each option of a run may hold: one check a kind of value, used by every door."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import Any

from .errors import BadOption

Check = Callable[[Any, str], Any]
"""Takes a value and the option's name; gives the value in its own type or raises `BadOption`."""

DENSE_MODES = ("auto", "value", "self-self", "query-query")
"""How patches of a vision transformer that was not trained for maps reach the space of the words."""

SYNONYMS = ("mean", "max")
"""Whether the prompts of a class are averaged, or the one that fits best speaks for it."""

INFERENCES = ("native", "peer-slide", "peer-whole", "segearth")
"""How a raster is resized, cut and put together: our own way, and three that figures are published for."""

_STRETCH_RANGE = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DEVICE = re.compile(r"auto|cpu|mps|cuda(:\d+)?")


def optional(check: Check) -> Check:
    """A check that lets None through."""
    return lambda value, name: None if value is None else check(value, name)


def number(low: float, high: float) -> Check:
    """A check for a finite number from `low` to `high`, both included."""

    def check(value: Any, name: str) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            raise BadOption(f"The {name} has to be a number from {low:,g} to {high:,g}, not {_shown(value)}.")
        return float(value)

    return check


def whole(low: int, high: int) -> Check:
    """A check for a whole number from `low` to `high`, both included."""

    def check(value: Any, name: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise BadOption(f"The {name} has to be a whole number from {low:,} to {high:,}, not {_shown(value)}.")
        return value

    return check


def choice(*known: str) -> Check:
    """A check for one of some words."""

    def check(value: Any, name: str) -> str:
        if value not in known:
            raise BadOption(f"The {name} has to be {' or '.join(known)}, not {_shown(value)}.")
        return str(value)

    return check


def flag(value: Any, name: str) -> bool:
    """Check a yes or no."""
    if not isinstance(value, bool):
        raise BadOption(f"The {name} has to be true or false, not {_shown(value)}.")
    return value


def text(value: Any, name: str) -> str:
    """Check a text that is not empty and of whole characters."""
    found = _not_empty(value, name)
    if _LONE_SURROGATE.search(found):
        raise BadOption(f"The {name} {_shown(found)} holds a byte that is no character: type it anew.")
    return found


def texts(value: Any, name: str) -> tuple[str, ...]:
    """Check a list of texts, none of them empty."""
    if not isinstance(value, (list, tuple)):
        raise BadOption(f"The {name} has to be a list of texts, not {_shown(value)}.")
    return tuple(text(each, name) for each in value)


def any_text(value: Any, name: str) -> str:
    """Check a text that may be empty."""
    if not isinstance(value, str) or "\0" in value:
        raise BadOption(f"The {name} has to be a text, not {_shown(value)}.")
    return value


def html_file(value: Any, name: str) -> str:
    """Check the path of a web page."""
    found = output(value, name)
    if not found.lower().endswith((".html", ".htm")):
        raise BadOption(f"The {name} has to be an .html file, not “{found}”.")
    return found


def path(value: Any, name: str) -> str:
    """Check a file path, given as text or as a path object; it may hold bytes that are no characters, as on Linux."""
    return _not_empty(os.fspath(value) if isinstance(value, os.PathLike) else value, name)


def output(value: Any, name: str) -> str:
    """Check the path of a file to write, whose name GDAL and JSON have to take as text."""
    return text(path(value, name), name)


def extent(value: Any, name: str) -> tuple[float, float, float, float]:
    """Check an extent: xmin, ymin, xmax, ymax in CRS units of the raster."""
    numbers = _numbers(value)
    if len(numbers) != 4 or not (numbers[0] < numbers[2] and numbers[1] < numbers[3]):
        raise BadOption(
            f"The {name} has to be xmin,ymin,xmax,ymax with each minimum below its maximum, not {_shown(value)}."
        )
    return numbers[0], numbers[1], numbers[2], numbers[3]


def bands(value: Any, name: str) -> tuple[int, ...]:
    """Check a choice of bands: one, three for red, green and blue, or one for each that a multispectral model reads.

    The first band is 1; in a longer list 0 stands for a band that the raster lacks.
    """
    numbers = _numbers(value)
    least = 0 if len(numbers) > 3 else 1
    if len(numbers) in (0, 2) or not all(band >= least and band == int(band) for band in numbers) or not any(numbers):
        raise BadOption(
            f"The {name} have to be one or three band numbers from 1, like 1,2,3, or one for each band that a "
            f"multispectral model reads, not {_shown(value)}."
        )
    return tuple(int(band) for band in numbers)


def stretch(value: Any, name: str) -> str:
    """Check a stretch: auto, minmax, none, or two percentiles like 2-98."""
    if value in ("auto", "minmax", "none"):
        return str(value)
    ends = _STRETCH_RANGE.fullmatch(value) if isinstance(value, str) else None
    if ends is None or not float(ends[1]) < float(ends[2]) <= 100:
        raise BadOption(f"The {name} has to be auto, minmax, none or two percentiles like 2-98, not {_shown(value)}.")
    return str(value)


def device(value: Any, name: str) -> str:
    """Check a device's name: auto, cpu, mps, cuda or cuda:N; whether it is there is seen at the start of the run."""
    if not isinstance(value, str) or not _DEVICE.fullmatch(value):
        raise BadOption(f"The {name} has to be auto, cpu, cuda, cuda:N or mps, not {_shown(value)}.")
    return value


def balance(value: Any, name: str) -> dict[str, float]:
    """Check a balance: what is added to the logit of each named class before deciding, -32 to 32."""
    return _by_class(value, name, number(-32, 32))


def thresholds(value: Any, name: str) -> dict[str, float]:
    """Check thresholds: how sure it takes to give a pixel to each named class, 0 to 1."""
    return _by_class(value, name, number(0, 1))


def merge(value: Any, name: str) -> dict[str, str]:
    """Check a merge: which classes become part of which, by name."""
    if not isinstance(value, Mapping) or not all(isinstance(each, str) for pair in value.items() for each in pair):
        raise BadOption(f"The {name} has to give class names to class names, not {_shown(value)}.")
    return {text(gone, name): text(kept, name) for gone, kept in value.items()}


def parse_numbers(value: str, name: str) -> list[float]:
    """Read numbers that commas separate, as the command line has them.

    Raises:
        BadOption: a part is no number.
    """
    try:
        return [float(part) for part in value.split(",")]
    except ValueError as error:
        raise BadOption(f"The {name} has to be numbers with commas between them, not {_shown(value)}.") from error


def parse_extent(value: str) -> tuple[float, float, float, float]:
    """Read an extent like `0,0,100,200`; raises as `extent` and `parse_numbers` do."""
    return extent(parse_numbers(value, "extent"), "extent")


def parse_bands(value: str) -> tuple[int, ...]:
    """Read bands like `4,3,2`; raises as `bands` and `parse_numbers` do."""
    return bands(parse_numbers(value, "bands"), "bands")


def parse_texts(value: str) -> tuple[str, ...]:
    """Read texts with ; between them; empty ones are dropped."""
    return tuple(part.strip() for part in value.split(";") if part.strip())


def parse_balance(value: str) -> dict[str, float]:
    """Read a balance like `tree=+0.1; water=-0.05`; names may hold anything but `;`.

    Raises:
        BadOption: a part is not of the form name=number.
    """
    return _parse_by_class(value, "balance has to look like tree=+0.1; water=-0.05")


def parse_thresholds(value: str) -> dict[str, float]:
    """Read thresholds like `tree=0.6; road=0.4`; names may hold anything but `;`.

    Raises:
        BadOption: a part is not of the form name=number.
    """
    return _parse_by_class(value, "thresholds have to look like tree=0.6; road=0.4")


def _parse_by_class(value: str, wanted: str) -> dict[str, float]:
    parts = [part.rpartition("=") for part in value.split(";") if part.strip()]
    try:
        return {name.strip(): float(number) for name, _, number in parts}
    except ValueError as error:
        raise BadOption(f"The {wanted}, not {_shown(value)}.") from error


def parse_merge(value: str) -> dict[str, str]:
    """Read a merge like `street=road; path=road`, with ; or line breaks between its parts.

    Raises:
        BadOption: a part is not of the form name=name.
    """
    parts = [part.partition("=") for part in re.split(r"[;\n]", value) if part.strip()]
    for gone, _, kept in parts:
        if not gone.strip() or not kept.strip():
            raise BadOption(f"The merge has to look like street=road; path=road, not {_shown(value)}.")
    return {gone.strip(): kept.strip() for gone, _, kept in parts}


def _by_class(value: Any, name: str, check: Check) -> dict[str, float]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise BadOption(f"Numbers by class name belong in the {name}, not {_shown(value)}.")
    return {key: check(each, f"{name} of {key}") for key, each in value.items()}


def _not_empty(value: Any, name: str) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise BadOption(f"The {name} has to be a text that is not empty, not {_shown(value)}.")
    return value


def _numbers(value: Any) -> tuple[float, ...]:
    """The finite numbers of a list or tuple; none at all when it holds anything else."""
    if not isinstance(value, (list, tuple)):
        return ()
    if all(isinstance(each, (int, float)) and not isinstance(each, bool) and abs(each) < 1e300 for each in value):
        return tuple(float(each) for each in value)
    return ()


def _shown(value: Any) -> str:
    """A value as part of a sentence, shortened."""
    shown = repr(value) if not isinstance(value, str) else f"“{value}”"
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
