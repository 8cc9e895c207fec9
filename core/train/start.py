"""Where a training begins: the towers that a recipe names, and the trainee on top of them."""

from __future__ import annotations

from dataclasses import replace

import torch

from ..errors import BadOption
from ..folders import models_folder
from ..softguided.model import ModelCard, SoftGuidedModel
from ..softguided.towers import STARTER_IMAGE, STARTER_TEXT, Towers, encoder_towers
from ..vlm.efficientnet import EfficientNetTower, load_imagenet_weights
from ..vlm.hub.catalogue import find_entry
from ..vlm.hub.entry import Entry
from ..vlm.hub.shelf import Shelf
from ..vlm.sentence_tower import SentenceTower
from .fine_tune import set_trainable
from .recipe import Recipe
from .trainee import Trainee
from .words import Words


def encoder_of(recipe: Recipe) -> Entry | None:
    """The dual encoder that a recipe names, with its activation; None for the starter's own towers.

    Raises:
        NoModel: there is none of that name.
    """
    if recipe.encoder == STARTER_IMAGE:
        return None
    entry = find_entry(recipe.encoder)
    return replace(entry, activation=entry.activation or recipe.activation or None)


def pretrained_towers(entry: Entry) -> Towers:
    """The towers of a downloaded dual encoder.

    Raises:
        NoModel: it is not downloaded, or damaged.
        BadOption: its activation is not known.
    """
    shelf = Shelf(models_folder())
    shelf.files(entry)
    return encoder_towers(entry, shelf.place(entry))


def build(recipe: Recipe, words: Words, entry: Entry | None = None, towers: Towers | None = None) -> Trainee:
    """A new trainee: pretrained weights in the image tower, the rest as the recipe's seed makes it.

    Args:
        recipe: of the run.
        words: the concepts that are remembered.
        entry: the dual encoder that the towers are; None with the starter's own.
        towers: its towers with their weights.

    Raises:
        BadOption: the crop does not suit the encoder, or its weights cannot learn as the recipe says.
        NoModel: the network does not fit the encoder, or the ImageNet weights are missing.
    """
    torch.manual_seed(recipe.seed)
    dim = recipe.dim if towers is None else towers.image.spec.dim
    model = SoftGuidedModel(_card(recipe, words, entry, dim), towers)
    if isinstance(model.tower, EfficientNetTower):
        load_imagenet_weights(model.tower)
    if isinstance(model.text, SentenceTower):
        model.text.adapter.centre.copy_(words.centre)
    if recipe.crop % model.multiple:
        raise BadOption(
            f"The recipe has a crop of {recipe.crop} px; {recipe.encoder} needs a multiple of {model.multiple}."
        )
    set_trainable(model.tower, recipe.fine_tune)
    trainee = Trainee(model)
    trainee.raw_gain.requires_grad_(bool(recipe.loss.raw or recipe.loss.scene))
    return trainee


def _card(recipe: Recipe, words: Words, entry: Entry | None, dim: int) -> ModelCard:
    drawn = [pair for name, pair in recipe.resolutions.items() if recipe.mixture.get(name, 1.0) > 0]
    seen = drawn or list(recipe.resolutions.values())
    return ModelCard(
        name=recipe.name,
        image_tower=entry.id if entry else STARTER_IMAGE,
        text_tower=entry.id if entry else STARTER_TEXT,
        dim=dim,
        network=recipe.network,
        memory=words.concepts if recipe.network.has_memory else (),
        resolutions_m=(min(pair[0] for pair in seen), max(pair[1] for pair in seen)),
        template=recipe.template,
        licence=recipe.licence,
        provenance=recipe.provenance,
        encoder=entry,
    )
