"""A model of the zoo in values for programs: what it is, how it may be used, and whether it is there."""

from __future__ import annotations

from typing import Any

from .consent import concerns
from .entry import Entry
from .shelf import Shelf


def declared_values(entry: Entry, shelf: Shelf) -> dict[str, Any]:
    """The facts of a model that somebody needs to choose it, and its state on a shelf, as JSON values."""
    return {
        "name": entry.id,
        "title": entry.title,
        "what": entry.what,
        "languages": list(entry.text.languages),
        "licence": entry.licence.id,
        "licence_text": entry.licence.text,
        "licence_verified": entry.licence.verified,
        "commercial": entry.licence.commercial,
        "size_bytes": entry.size_bytes,
        "concerns": list(concerns(entry)),
        "notes": list(entry.notes),
        "state": shelf.state(entry),
        "folder": str(shelf.place(entry)),
    }
