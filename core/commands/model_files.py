"""`softseg models download | import | verify | remove | show`: the files of models that do not ship with SoftSeg."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from ..errors import NoModel
from . import parameters as p
from .work import Answer, working

if TYPE_CHECKING:
    from ..vlm.hub.entry import Entry
    from ..vlm.hub.shelf import Shelf

_Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of a model (see softseg models).")]
_Yes = Annotated[bool, typer.Option("--yes", help="Accept what softseg models show says of licence and activation.")]


def download(name: _Name, yes: _Yes = False, as_json: p.AsJson = False) -> Answer:
    """Download a model, or go on with a download that stopped; files that are there are checked.

    Example: softseg models download farslip1-b16
    """
    from ..vlm.hub.declared import declared_values
    from ..vlm.hub.download import download as fetch_model

    entry, shelf = _find(name)
    accepted = yes or _agreed(entry, as_json)
    with working(as_json=as_json) as work:
        fetch_model(entry, shelf, stage=work.stage, accepted=accepted)
    return Answer(declared_values(entry, shelf), Text(f"{entry.title} is in {shelf.place(entry)}."))


def import_(
    name: _Name,
    source: Annotated[str, typer.Argument(metavar="FILE_OR_FOLDER", help="The model's files, got in another way.")],
    yes: _Yes = False,
    as_json: p.AsJson = False,
) -> Answer:
    """Take a model from files that you have, without a network.

    Example: softseg models import farslip1-b16 Downloads/FarSLIP1_ViT-B-16.pt
    """
    from ..vlm.hub.declared import declared_values
    from ..vlm.hub.offline import import_files

    entry, shelf = _find(name)
    accepted = yes or _agreed(entry, as_json)
    with working(as_json=as_json) as work:
        taken = import_files(entry, shelf, Path(source).expanduser(), stage=work.stage, accepted=accepted)
    view = f"{', '.join(taken)} of {entry.title}: {shelf.state(entry)}."
    return Answer({**declared_values(entry, shelf), "taken": list(taken)}, Text(view))


def verify(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One model; all if left out.")] = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Read the files of models and compare them with what came first, or was trained; exit code 2 if one differs.

    Example: softseg models verify
    """
    from ..folders import models_folder
    from ..softguided.model import WEIGHTS_FILE, weights_differ
    from ..vlm.hub.catalogue import entries, find_entry
    from ..vlm.hub.declared import declared_values
    from ..vlm.hub.shelf import ABSENT, Shelf
    from ..vlm.hub.verify import verify as read_again
    from ..zoo import find_trained, list_models
    from .model_card import trained_values

    shelf = Shelf(models_folder())
    if name is None:
        own, chosen = list_models(), [entry for entry in entries() if shelf.state(entry) != ABSENT]
    else:
        trained = find_trained(name)
        own, chosen = ([trained], []) if trained else ([], [find_entry(name)])
    with working(as_json=as_json) as work:
        spoilt = {entry.name: (WEIGHTS_FILE,) if weights_differ(entry.card, entry.folder) else () for entry in own}
        damaged = {entry.id: read_again(entry, shelf, stage=work.stage) for entry in chosen}
    lines = [f"{name}: {_own_verdict(found)}" for name, found in spoilt.items()]
    lines += [f"{entry.id}: {_verdict(damaged[entry.id], shelf.state(entry))}" for entry in chosen]
    values = {
        "trained": [{**trained_values(entry), "damaged": list(spoilt[entry.name])} for entry in own],
        "models": [{**declared_values(entry, shelf), "damaged": list(damaged[entry.id])} for entry in chosen],
    }
    code = NoModel.exit_code if any((*spoilt.values(), *damaged.values())) else 0
    return Answer(values, Text("\n".join(lines) or "There is no model."), code)


def remove(
    name: _Name,
    forget: Annotated[
        bool, typer.Option("--forget", help="Also forget which files came first, so that others may take their place.")
    ] = False,
    as_json: p.AsJson = False,
) -> Answer:
    """Delete a downloaded model, finished or not.

    Example: softseg models remove farslip1-b16
    """
    from ..vlm.hub.declared import declared_values
    from ..vlm.hub.stages import waiting_for
    from .model_texts import size_text

    entry, shelf = _find(name)
    with working(as_json=as_json) as work:
        freed = shelf.remove(entry, waiting_for(entry, work.stage), forget=forget)
    view = f"{entry.title} is removed; {size_text(freed)} are free again." if freed else f"{entry.title} was not there."
    return Answer({**declared_values(entry, shelf), "freed_bytes": freed}, Text(view))


def show(name: _Name, as_json: p.AsJson = False) -> Answer:
    """Tell all that is known of a model: licence, files, published figures, what is not verified; how it was trained.

    Example: softseg models show farslip1-b16
    """
    from ..vlm.hub.declared import declared_values
    from ..zoo import find_trained
    from .model_card import model_card, trained_card, trained_values

    trained = find_trained(name)
    if trained is not None:
        return Answer(trained_values(trained), trained_card(trained))
    entry, shelf = _find(name)
    return Answer({**asdict(entry), **declared_values(entry, shelf)}, model_card(entry, shelf))


def _find(name: str) -> tuple[Entry, Shelf]:
    """A model that can be downloaded.

    Raises:
        NoModel: there is none of that name, or it was trained here, so that its folder is the user's own.
    """
    from ..folders import models_folder
    from ..vlm.hub.catalogue import find_entry
    from ..vlm.hub.shelf import Shelf
    from ..zoo import find_trained

    trained = find_trained(name)
    if trained is not None:
        raise NoModel(f"{name} is a trained model, not a download: its files are yours, in {trained.folder}.")
    return find_entry(name), Shelf(models_folder())


def _agreed(entry: Entry, as_json: bool) -> bool:
    """Show licence and size, and ask where something speaks against the model and somebody can answer."""
    from ..vlm.hub.consent import concerns
    from .model_texts import size_text

    found = concerns(entry)
    if as_json:
        return not found
    licence = entry.licence.text if entry.licence.verified else f"{entry.licence.text} (unverified)"
    console = Console(stderr=True, highlight=False)
    console.print(Text(f"{entry.title}, {size_text(entry.size_bytes)}. Licence: {licence}"), soft_wrap=True)
    if not found or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return not found
    console.print(Text("\n".join(f"Mind: {each}." for each in found)), soft_wrap=True)
    return typer.confirm("Do you accept that?", default=False, err=True)


def _own_verdict(damaged: tuple[str, ...]) -> str:
    return f"damaged ({', '.join(damaged)}); train it again, or bring its folder back" if damaged else "ready"


def _verdict(damaged: tuple[str, ...], state: str) -> str:
    return f"damaged ({', '.join(damaged)}); softseg models download brings it anew" if damaged else state
