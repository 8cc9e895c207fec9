"""JSON objects as lines of UTF-8: written so that nothing breaks a line, read so that nothing breaks the reader."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

MAX_LINE_BYTES = 16 * 2**20  # a run with as many classes as there are ids still fits


def to_line(values: Mapping[str, Any]) -> bytes:
    """Write JSON values as one line of UTF-8; a float that is not finite becomes null.

    Lone surrogates (undecodable file names hold them) come out as JSON escapes, so that the line stays valid UTF-8.
    """
    text = json.dumps(finite(values), ensure_ascii=False, allow_nan=False, default=os.fspath)
    return text.encode("utf-8", "backslashreplace") + b"\n"


T = TypeVar("T")


class LineReader(Generic[T]):
    """Cuts a byte stream into lines and reads each; skips and counts what is no JSON object or cannot be read.

    Never holds more than `limit` bytes of an unfinished line.
    """

    def __init__(self, read: Callable[[Mapping[str, Any]], T], limit: int = MAX_LINE_BYTES) -> None:
        self.skipped = 0
        self._read = read
        self._limit = limit
        self._line = bytearray()
        self._too_long = False

    def feed(self, data: bytes) -> list[T]:
        """Take the next bytes of the stream, cut anywhere, and give what the lines they complete hold."""
        *ends, rest = data.split(b"\n")
        found: list[T] = []
        for end in ends:
            self._grow(end)
            found.extend(self.close())
        self._grow(rest)
        return found

    def close(self) -> list[T]:
        """Read what is left as a line of its own, as at the end of the stream; gives one thing or none."""
        line, too_long = bytes(self._line).strip(), self._too_long
        self._line.clear()
        self._too_long = False
        if not line and not too_long:
            return []
        try:
            values = json.loads(line.decode("utf-8"))
            if not isinstance(values, dict):
                raise ValueError("not an object")
            return [self._read(values)]
        except (ValueError, RecursionError):
            self.skipped += 1
            return []

    def _grow(self, piece: bytes) -> None:
        self._too_long = self._too_long or len(self._line) + len(piece) > self._limit
        if self._too_long:
            self._line.clear()
        else:
            self._line.extend(piece)


def finite(value: Any) -> Any:
    """The value with None for every float that JSON cannot hold."""
    if isinstance(value, Mapping):
        return {key: finite(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [finite(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
