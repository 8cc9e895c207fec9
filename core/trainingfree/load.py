"""A fetched dual encoder, loaded to segment as it is."""

from __future__ import annotations

from dataclasses import replace

from ..errors import BadOption
from ..vlm.checkpoint.architecture import declared_activation
from ..vlm.checkpoint.load import load_dual_encoder
from ..vlm.hub.entry import ACTIVATIONS, Entry
from ..vlm.hub.shelf import Shelf
from .card import TrainingFreeCard
from .manner import choose_manner
from .model import TrainingFree


def load_training_free(entry: Entry, shelf: Shelf, activation: str | None = None) -> TrainingFree:
    """Loads a model of the zoo in the manner that suits its architecture, in eval mode on the CPU.

    Args:
        entry: what is declared of it.
        shelf: holds its files.
        activation: where none is declared.

    Raises:
        NoModel: it is not there, damaged, or does not fit what is declared.
        BadOption: its activation is neither declared nor chosen.
    """
    shelf.files(entry)
    if entry.activation is None and activation not in ACTIVATIONS:
        choices = " or ".join(f"{entry.id}@{each}" for each in ACTIVATIONS)
        raise BadOption(f"The publisher of {entry.title} does not state its activation: try it as {choices}.")
    encoder = load_dual_encoder(entry, shelf.place(entry), activation)
    seen = shelf.record(entry).of(entry.weights)
    weights = seen.sha256[:12] if seen else ""
    known = replace(entry, activation=declared_activation(entry, activation))
    return TrainingFree(encoder, TrainingFreeCard.of(known, weights, choose_manner(encoder))).eval()
