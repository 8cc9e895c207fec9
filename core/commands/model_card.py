"""What is known of a model, as people and programs read it: a declared one of the zoo, or a trained one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..vlm.hub.consent import concerns
from ..vlm.hub.entry import Entry, RemoteFile
from ..vlm.hub.shelf import Shelf
from .model_texts import size_text

if TYPE_CHECKING:
    from ..zoo import Entry as Trained

_UNVERIFIED = " (unverified)"


def model_card(entry: Entry, shelf: Shelf) -> RenderableType:
    """All facts of a model, what is not verified marked so, then published figures with their source, then notes."""
    parts: list[RenderableType] = [Text(f"{entry.title}: {entry.what}"), Text(), _table(_facts(entry, shelf))]
    if entry.figures:
        parts += [Text("\nPublished figures"), _figures(entry)]
    parts += [Text(f"\n{note}") for note in entry.notes]
    parts += [Text(f"\nMind: {each}.") for each in concerns(entry)]
    return Group(*parts)


def trained_card(entry: Trained) -> RenderableType:
    """All facts of a trained model, where it comes from last."""
    card = entry.card
    finest, coarsest = card.resolutions_m
    facts = [
        ("Revision", card.revision),
        ("Folder", str(entry.folder)),
        ("Licence", card.licence or "none stated"),
        ("Trained at", f"{finest:g} to {coarsest:g} m/px"),
        ("Towers", f"{card.image_tower} for images, {card.text_tower} for words"),
        ("Languages", " ".join(card.languages)),
        ("Memory", f"places for {len(card.memory)} concepts"),
    ]
    provenance = [("Made of", each) for each in card.provenance]
    return Group(Text(f"{card.name}: trained to draw maps"), Text(), _table([*facts, *provenance]))


def trained_values(entry: Trained) -> dict[str, Any]:
    """The same as JSON values; `name` is what --model takes, `title` what outputs call it."""
    card = entry.card
    return {
        "name": entry.name,
        "title": card.name,
        "revision": card.revision,
        "folder": str(entry.folder),
        "licence": card.licence,
        "provenance": list(card.provenance),
        "resolutions_m": list(card.resolutions_m),
        "image_tower": card.image_tower,
        "text_tower": card.text_tower,
        "languages": list(card.languages),
        "memory": len(card.memory),
    }


def _table(facts: Iterable[tuple[str, str]]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for name, value in facts:
        table.add_row(Text(name), Text(value))
    return table


def _facts(entry: Entry, shelf: Shelf) -> list[tuple[str, str]]:
    licence = entry.licence.text + ("" if entry.licence.verified else _UNVERIFIED)
    activation = (entry.activation or "not known") + ("" if entry.activation_verified else _UNVERIFIED)
    facts = [
        ("State", shelf.state(entry)),
        ("Folder", str(shelf.place(entry))),
        ("Licence", licence),
        ("Size", size_text(entry.size_bytes)),
        ("Languages", " ".join(entry.text.languages)),
        ("Architecture", f"{entry.architecture}, {entry.image_size} px, patches of {entry.patch} px"),
        ("Activation", activation),
        ("Text", f"{entry.text.context_length} tokens"),
    ]
    return facts + [("File", _file(file, entry, shelf)) for file in entry.files]


def _file(file: RemoteFile, entry: Entry, shelf: Shelf) -> str:
    """Where a file comes from, at which revision, and its digest, as declared or as it came."""
    seen = shelf.record(entry).of(file)
    revision = file.revision or (seen.revision if seen else "") or "recorded at first sight"
    digest = file.sha256 or (seen.sha256 if seen else "") or "recorded at first sight"
    source = file.url.replace("{name}", file.names[0]) if file.url else f"{file.repo}: {' or '.join(file.names)}"
    return f"{source}\n  revision {revision}\n  sha256 {digest}"


def _figures(entry: Entry) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("What", "Value", "Source"):
        table.add_column(heading, overflow="fold")
    for figure in entry.figures:
        table.add_row(Text(figure.what), Text(f"{figure.value:g}"), Text(figure.source))
    return table
