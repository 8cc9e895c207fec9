"""Models of the zoo in words and in values for programs, as several commands give them."""

from __future__ import annotations

from typing import Any

from ..vlm.hub.consent import concerns
from ..vlm.hub.entry import Entry
from ..vlm.hub.shelf import Shelf


def declared_values(entry: Entry, shelf: Shelf) -> dict[str, Any]:
    """A model for programs: what it is, how it may be used, and whether it is there."""
    return {
        "name": entry.id,
        "title": entry.title,
        "what": entry.what,
        "languages": list(entry.text.languages),
        "licence": entry.licence.id,
        "commercial": entry.licence.commercial,
        "size_bytes": entry.size_bytes,
        "concerns": list(concerns(entry)),
        "state": shelf.state(entry),
        "folder": str(shelf.place(entry)),
    }


def licence_text(entry: Entry) -> str:
    """The licence in a word or two; a question mark where it is not clear."""
    name = entry.licence.id or "none stated"
    return {"yes": name, "no": f"{name} (not commercial)", "unclear": f"{name} (?)"}[entry.licence.commercial]


def size_text(size_bytes: int | None) -> str:
    """A size for people."""
    if size_bytes is None:
        return "size unknown"
    return f"{size_bytes / 1e9:.2f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.0f} MB"
