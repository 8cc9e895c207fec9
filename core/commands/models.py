"""`softseg models`: what can be given to --model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from . import parameters as p
from .work import Answer, working

if TYPE_CHECKING:
    from ..zoo import Entry


def models(as_json: p.AsJson = False) -> Answer:
    """List the models that are installed.

    Example: softseg models --json
    """
    from ..zoo import list_models

    with working(as_json=as_json):
        entries = list_models()
    table = Table(box=None, pad_edge=False)
    for heading in ("Model", "Trained at", "Licence", "Folder"):
        table.add_column(heading, overflow="fold")
    for entry in entries:
        finest, coarsest = entry.card.resolutions_m
        cells = (entry.name, f"{finest:g} to {coarsest:g} m/px", entry.card.licence, str(entry.folder))
        table.add_row(*map(Text, cells))
    view = table if entries else Text("No model is installed.")
    return Answer({"models": [_values(entry) for entry in entries]}, view)


def _values(entry: Entry) -> dict[str, Any]:
    card = entry.card
    return {
        "name": entry.name,
        "folder": str(entry.folder),
        "revision": card.revision,
        "licence": card.licence,
        "provenance": list(card.provenance),
        "resolutions_m": list(card.resolutions_m),
    }
