"""Where a training begins: with the towers that a recipe names or with a trained model; and the trainee of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch

from ..errors import BadOption, NoModel
from ..folders import models_folder
from ..softguided.model import ModelCard, SoftGuidedModel, restore_model
from ..softguided.towers import STARTER_IMAGE, STARTER_TEXT, Towers, encoder_towers
from ..vlm.efficientnet import EfficientNetTower, load_imagenet_weights
from ..vlm.hub.catalogue import find_entry
from ..vlm.hub.entry import Entry
from ..vlm.hub.shelf import Shelf
from ..vlm.minilm import MiniLm
from ..vlm.sentence_tower import SentenceTower
from ..zoo import trained_folder
from .datasets.kinds import Split
from .examples import resolutions_drawn
from .fine_tune import set_trainable
from .mix import mixed
from .recipe import Recipe
from .trainee import Trainee
from .words import SentenceEncoder, Words

_STARTER_CELL_PX = 32
_TAKEN_OVER = ("encoder", "activation", "dim", "network")
_USUAL = Recipe()


@dataclass(frozen=True, slots=True)
class Start:
    """What there is before the first step.

    Args:
        recipe: of the run; where it goes on from a model, with that one's encoder and sizes.
        entry: the dual encoder that the towers are; None with the starter's own.
        towers: the towers with their weights; None with the starter's own.
        model: the trained model to go on from, if any.
    """

    recipe: Recipe
    entry: Entry | None = None
    towers: Towers | None = None
    model: SoftGuidedModel | None = None

    def reader(self, device: torch.device) -> SentenceEncoder:
        """What turns sentences into the vectors that the model's text side takes."""
        return MiniLm() if self.towers is None or self.entry is None else self.towers.text.to(device)


def open_start(recipe: Recipe) -> Start:
    """Reads what a recipe begins with.

    Raises:
        NoModel: there is no such encoder or model, it is not downloaded, or its files are damaged.
        BadOption: the activation of the encoder is not known, the recipe wants another network than the model to go on
            from has, what is mixed in has another, or crop, stages or heads do not suit the encoder.
    """
    start = _trained_start(recipe) if recipe.start else _encoder_start(recipe)
    _check_fit(start)
    return start


def _trained_start(recipe: Recipe) -> Start:
    others = {name: (_trained_model(name), share) for name, share in recipe.mixed_in.items()}
    model = mixed(_trained_model(recipe.start), others)
    own = [name for name in _TAKEN_OVER if getattr(recipe, name) != getattr(_USUAL, name)]
    if own:
        raise BadOption(
            f"The recipe sets {own[0]}, but the model “{recipe.start}” that it goes on from brings its own: leave "
            f"{own[0]} out of the recipe, or begin with an encoder."
        )
    card = model.card
    encoder = card.encoder.id if card.encoder else STARTER_IMAGE
    template = card.template if recipe.template == _USUAL.template else recipe.template
    towers = Towers(model.tower, model.text, model.mean, model.std, model.folder)
    recipe = replace(recipe, encoder=encoder, dim=card.dim, network=card.network, template=template)
    return Start(recipe, card.encoder, towers, model)


def _encoder_start(recipe: Recipe) -> Start:
    entry = encoder_of(recipe)
    return Start(recipe, entry, None if entry is None else pretrained_towers(entry))


def _check_fit(start: Start) -> None:
    """Refuses what the encoder cannot do before its words are read."""
    recipe, network = start.recipe, start.recipe.network
    spec = None if start.towers is None else start.towers.image.spec
    cell, dim = (_STARTER_CELL_PX, recipe.dim) if spec is None else (spec.dense_stride, spec.dim)
    if recipe.crop % cell:
        raise BadOption(f"The recipe has a crop of {recipe.crop} px; {recipe.encoder} needs a multiple of {cell}.")
    stages = len(network.stage_widths)
    if cell % 2**stages:
        raise BadOption(
            f"The recipe has {stages} stages, but the cells of {recipe.encoder}, {cell} px, cannot be halved so often: "
            "give stage_widths and class_pool fewer values."
        )
    with_text = network.stage_widths[:-1] if network.decoder_text else ()
    if any(width % network.heads for width in (dim, network.cost_width, *with_text)):
        raise BadOption(
            f"The recipe has {network.heads} heads: they have to divide cost_width, all stage_widths but the last, and "
            f"the {dim} channels of {recipe.encoder}."
        )


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


def build(start: Start, words: Words, split: Split) -> Trainee:
    """A new trainee: the weights that it begins with, and the rest as the recipe's seed makes it.

    Args:
        start: what there is before the first step; a model in it becomes the trainee's.
        words: the concepts that are remembered.
        split: what is learnt from.

    Raises:
        BadOption: the weights of the encoder cannot learn as the recipe says.
        NoModel: the ImageNet weights are missing.
    """
    recipe, card = start.recipe, _card(start, words, split)
    torch.manual_seed(recipe.seed)
    model = _new_model(start, card, words) if start.model is None else _taken_over(start.model, card, words)
    set_trainable(model.tower, recipe.fine_tune)
    trainee = Trainee(model)
    trainee.raw_gain.requires_grad_(bool(recipe.loss.raw or recipe.loss.scene))
    return trainee


def _trained_model(name: str) -> SoftGuidedModel:
    folder = trained_folder(name)
    if folder is None:
        raise NoModel(f"There is no trained model “{name}” to go on from: give the name or the folder of one.")
    return restore_model(folder)


def _new_model(start: Start, card: ModelCard, words: Words) -> SoftGuidedModel:
    model = SoftGuidedModel(card, start.towers)
    if isinstance(model.tower, EfficientNetTower):
        load_imagenet_weights(model.tower)
    if isinstance(model.text, SentenceTower):
        model.text.adapter.centre.copy_(words.centre)
    return model


def _taken_over(model: SoftGuidedModel, card: ModelCard, words: Words) -> SoftGuidedModel:
    """The model to go on from, under its new card and with the concepts of the new words."""
    was = model.card
    model.network.bias.rename(words.concepts)
    model.card = replace(card, licence=card.licence or was.licence, provenance=(*was.provenance, *card.provenance))
    return model


def _card(start: Start, words: Words, split: Split) -> ModelCard:
    recipe, entry = start.recipe, start.entry
    return ModelCard(
        name=recipe.name,
        image_tower=entry.id if entry else STARTER_IMAGE,
        text_tower=entry.id if entry else STARTER_TEXT,
        dim=recipe.dim if start.towers is None else start.towers.image.spec.dim,
        network=recipe.network,
        memory=words.concepts if recipe.network.has_memory else (),
        resolutions_m=resolutions_drawn(split, recipe),
        template=recipe.template,
        licence=recipe.licence,
        provenance=recipe.provenance,
        encoder=entry,
    )
