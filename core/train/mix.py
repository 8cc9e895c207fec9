"""One model of several that were trained alike: the mean of their weights is often better than any (arXiv 2203.05482).

Only models that began with the same weights lie near enough to each other for that; whether these do, evaluation tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import torch
from torch import Tensor

from ..errors import BadOption
from ..softguided.model import ModelCard, SoftGuidedModel


def mixed(model: SoftGuidedModel, others: Mapping[str, tuple[SoftGuidedModel, float]]) -> SoftGuidedModel:
    """The weighted mean of a model and others, in place; what they remember is averaged too.

    Args:
        model: it has what share the others leave.
        others: by name, with their shares of the whole, which are at most 1 together.

    Raises:
        BadOption: one has another network, other towers or other remembered classes.
    """
    for name, (other, _) in others.items():
        _check_alike(model.card, other.card, name)
    states = [(other.state_dict(), share) for other, share in others.values()]
    own = 1 - sum(share for _, share in states)
    model.load_state_dict(
        {
            name: _sum([(weight, own), *((state[name], share) for state, share in states)])
            if weight.is_floating_point()
            else weight
            for name, weight in model.state_dict().items()
        }
    )
    cards = [model.card, *(other.card for other, _ in others.values())]
    licences, sentences = _united([card.licence] for card in cards), _united(card.provenance for card in cards)
    model.card = replace(model.card, licence=" AND ".join(licences), provenance=sentences)
    return model


def _sum(parts: Iterable[tuple[Tensor, float]]) -> Tensor:
    return torch.stack([weight.double() * share for weight, share in parts]).sum(dim=0)


def _united(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for one in lists for each in one if each))


def _check_alike(card: ModelCard, other: ModelCard, name: str) -> None:
    for field in ("image_tower", "text_tower", "dim", "network", "memory"):
        if getattr(card, field) != getattr(other, field):
            raise BadOption(f"The model “{name}” cannot be mixed in: its {field} is not that of “{card.name}”.")
