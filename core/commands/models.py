"""`softseg models`: what can be given to --model, and what can be downloaded."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from . import parameters as p
from .model_files import download, import_, remove, show, verify
from .recommend import recommend
from .work import Answer, working

if TYPE_CHECKING:
    from ..vlm.hub.entry import Entry as Declared
    from ..vlm.hub.shelf import Shelf
    from ..zoo import Entry, Unusable

app = typer.Typer()
for command in (download, import_, verify, remove, show, recommend):
    app.command(command.__name__.strip("_"))(command)


@app.callback(invoke_without_command=True)
def models(context: typer.Context, as_json: p.AsJson = False) -> Answer | None:
    """List the models that are installed and those that can be downloaded; get, check or remove one.

    Example: softseg models --json
    """
    if context.invoked_subcommand is not None:
        return None
    from ..folders import models_folder
    from ..vlm.hub.catalogue import entries
    from ..vlm.hub.declared import declared_values
    from ..vlm.hub.shelf import Shelf
    from ..zoo import list_models, unusable_models
    from .model_card import trained_values

    with working(as_json=as_json):
        installed, unusable, shelf = list_models(), unusable_models(), Shelf(models_folder())
    values = {
        "models": [trained_values(entry) for entry in installed],
        "unusable": [{**asdict(each), "folder": str(each.folder)} for each in unusable],
        "downloadable": [{**declared_values(entry, shelf), **_use(entry, shelf, installed)} for entry in entries()],
        "folder": str(shelf.folder),
    }
    first = _installed_view(installed) if installed else Text("No model is installed.")
    declared = (_declared_view(entry, shelf) for entry in entries())
    return Answer(values, Group(first, *map(_unusable_view, unusable), *declared, _advice(shelf)))


def _installed_view(installed: list[Entry]) -> RenderableType:
    table = Table(box=None, pad_edge=False)
    for heading in ("Model", "Trained at", "Licence", "Folder"):
        table.add_column(heading, overflow="fold")
    for entry in installed:
        finest, coarsest = entry.card.resolutions_m
        cells = (entry.name, f"{finest:g} to {coarsest:g} m/px", entry.card.licence, str(entry.folder))
        table.add_row(*map(Text, cells))
    return table


def _unusable_view(found: Unusable) -> Text:
    return Text(f"{found.name} cannot be used: {found.reason} Mend or remove its folder.", style="yellow")


def _declared_view(entry: Declared, shelf: Shelf) -> RenderableType:
    """Two lines: the facts, then what it is good for."""
    from ..vlm.hub.shelf import READY
    from .model_texts import licence_text, size_text

    size, licence, languages = size_text(entry.size_bytes), licence_text(entry), entry.text.languages
    reads = " ".join(languages) if len(languages) < 3 else f"{len(languages)} languages"
    state = "ready to use" if shelf.state(entry) == READY else shelf.state(entry)
    facts = f"\n{entry.id:<18} {state:<15} {size:<13} {licence:<16} {reads}"
    return Text(f"{facts}\n  {entry.what}")


def _use(entry: Declared, shelf: Shelf, installed: list[Entry]) -> dict[str, Any]:
    """Whether --model takes a declared model, and how it segments then."""
    from ..vlm.hub.shelf import READY

    is_trained = any(each.card.encoder and each.card.encoder.id == entry.id for each in installed)
    return {"usable": is_trained or shelf.state(entry) == READY, "how": "trained" if is_trained else "training-free"}


def _advice(shelf: Shelf) -> Text:
    return Text(
        f"\nsoftseg models download NAME puts one into {shelf.folder}; softseg models show NAME tells more.\n"
        "--model takes the name of one that is ready to use: it segments without training."
    )
