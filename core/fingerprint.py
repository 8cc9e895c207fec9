"""Digests as people compare them: hexadecimal in groups of eight.

The files that ship hold them so. An unbroken run of digits looks like a leaked key to whoever searches for those.
"""

from __future__ import annotations

_GROUP = 8


def grouped(digest: str) -> str:
    """A hexadecimal digest in groups with a space between them."""
    return " ".join(digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP))


def plain(text: str) -> str:
    """The digest that a grouped text stands for."""
    return text.replace(" ", "")
