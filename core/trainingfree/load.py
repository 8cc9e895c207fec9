"""A fetched dual encoder, loaded to segment as it is."""

from __future__ import annotations

from dataclasses import replace

from ..errors import BadOption, NoModel
from ..vlm.checkpoint.architecture import declared_activation
from ..vlm.checkpoint.load import load_dual_encoder
from ..vlm.hub.entry import ACTIVATIONS, Entry
from ..vlm.hub.shelf import Shelf
from .card import TrainingFreeCard
from .manner import choose_manner
from .model import TrainingFree

_SEEN_BANDS = 3  # what the pipeline reads of a raster


def load_training_free(entry: Entry, shelf: Shelf, activation: str | None = None) -> TrainingFree:
    """Loads a model of the zoo in the manner that suits its architecture, in eval mode on the CPU.

    Args:
        entry: what is declared of it.
        shelf: holds its files.
        activation: where none is declared.

    Raises:
        NoModel: it is not there, damaged, does not fit what is declared, or reads other bands than three.
        BadOption: its activation is neither declared nor chosen.
    """
    shelf.files(entry)
    if entry.activation is None and activation not in ACTIVATIONS:
        choices = " or ".join(f"{entry.id}@{each}" for each in ACTIVATIONS)
        raise BadOption(f"The publisher of {entry.title} does not state its activation: try it as {choices}.")
    if len(entry.bands) != _SEEN_BANDS:
        raise NoModel(f"{entry.title} reads {len(entry.bands)} bands, and SoftSeg gives a model three so far.")
    encoder = load_dual_encoder(entry, shelf.place(entry), activation)
    seen = shelf.record(entry).of(entry.weights)
    weights = seen.sha256[:12] if seen else ""
    known = replace(entry, activation=declared_activation(entry, activation))
    return TrainingFree(encoder, TrainingFreeCard.of(known, weights, choose_manner(encoder))).eval()
