"""Decoded pictures kept in memory, of at most so many bytes in all."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from numpy.typing import NDArray

Arrays = tuple[NDArray[Any], ...]


class Kept:
    """Arrays by key; when there are too many bytes, those that were used longest ago go.

    Args:
        limit_bytes: a single picture above it is given, but not kept.
    """

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes, self.used_bytes = limit_bytes, 0
        self._arrays: OrderedDict[Hashable, Arrays] = OrderedDict()

    def get(self, key: Hashable, load: Callable[[], Arrays]) -> Arrays:
        """The arrays of a key, loaded if they are not here."""
        if key in self._arrays:
            self._arrays.move_to_end(key)
            return self._arrays[key]
        arrays = load()
        size = _size(arrays)
        if size <= self.limit_bytes:
            self._arrays[key] = arrays
            self.used_bytes += size
        while self.used_bytes > self.limit_bytes:
            self.used_bytes -= _size(self._arrays.popitem(last=False)[1])
        return arrays


def _size(arrays: Arrays) -> int:
    return sum(array.nbytes for array in arrays)
