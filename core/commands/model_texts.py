"""Models of the zoo in words, as several commands give them."""

from __future__ import annotations

from ..vlm.hub.entry import Entry


def licence_text(entry: Entry) -> str:
    """The licence in a word or two; a question mark where it is not clear."""
    name = entry.licence.id or "none stated"
    return {"yes": name, "no": f"{name} (not commercial)", "unclear": f"{name} (?)"}[entry.licence.commercial]


def size_text(size_bytes: int | None) -> str:
    """A size for people."""
    if size_bytes is None:
        return "size unknown"
    return f"{size_bytes / 1e9:.2f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.0f} MB"
