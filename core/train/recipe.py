"""The recipe of a training run: one TOML file, one frozen dataclass."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from ..errors import BadOption
from ..softguided.config import NetworkConfig
from ..softguided.later import LATER, Sparing
from ..softguided.towers import STARTER_IMAGE
from .recipe_check import check_recipe

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True, slots=True, repr=False)
class LossWeights(Sparing):
    """Weights of the terms beside the per-class cross-entropy, whose weight is 1 (spec 2.11).

    Args:
        compensation: lambda of L_gc (the paper: 0.1). 0: direct fine-tuning, without the guide.
        choice: cross-entropy among the classes of a pixel, which sharpens the decision (the paper: none, 0).
        raw: agreement of the raw cost map with the labels (the paper: 0; SED has auxiliary heads at 0.4 instead).
        scene: agreement of the pooled embedding with the scene's name (the paper: 0).
        lexicon: phrases of one concept close, others apart; for texts that are trained (the paper: 0).
        turned: agreement with the model that training goes on from, as it sees the four quarter turns of a picture
            together (the paper: 0); takes twice the time.
    """

    compensation: float = 0.1
    choice: float = 1.0
    raw: float = 0.5
    scene: float = 0.25
    lexicon: float = 0.25
    turned: float = field(default=0.0, metadata=LATER)


@dataclass(frozen=True, slots=True, repr=False)
class Recipe(Sparing):
    """Everything that decides a training run but the data; the defaults are the starter's.

    The paper's own values, as far as they are known (spec 2.11), stand in brackets: for ConvNeXt-L at 768 px and, after
    the bar, for CLIP ViT-B/16 at 384 px.

    Args:
        name: of the model.
        dim: channels of the joint space; a dual encoder brings its own.
        steps: optimisation steps in all (30,000 to 80,000).
        align_steps: first steps, with the image trunk frozen; the guide is copied after them (0: CLIP is aligned).
        batch: pictures a step, over all GPUs (16 | 4 to 8).
        crop: side of a training crop, px; a multiple of what the encoder needs (768 | 384).
        classes: least and most class texts a picture (all of the data set's).
        learning_rate: of new layers (2e-4).
        trunk_rate: learning rate of the pretrained image encoder, as a share of `learning_rate` (0.01).
        weight_decay: AdamW's; 0 for biases, norms and scales (1e-4).
        clip: largest norm of the gradient (0.01).
        ema: decay of the averaged weights that are saved (0: the last ones).
        memory_rate: mu of the RS-bias prototypes (released: 0.9).
        low_frequency_gain: gamma of LFE in the compensation loss; 0 is off (released: off).
        seed: of all chance.
        licence: of the trained weights.
        provenance: data and initial weights with their licences, in plain sentences.
        loss: weights of the terms.
        network: sizes and variants of the network.
        mixture: how often each data set is drawn, 1 if not named; 0 leaves it out.
        resolutions: finest and coarsest ground sampling distance, m/px, each data set is resampled to.
        encoder: where training begins: "efficientnet_lite0", or a downloaded dual encoder by its id.
        start: a trained model to go on from, by its name or folder, whose encoder, network and memory are taken over;
            "" begins with the encoder alone.
        start_share: how much of the model that it went on from stays in the weights that are saved, 0..1: in a mean of
            both, what one of them has forgotten comes back (arXiv 2109.01903).
        mixed_in: trained models whose weights are mixed into those of `start` before the first step, by their names or
            folders, each with its share of the whole (arXiv 2203.05482).
        activation: of a dual encoder whose publisher does not say it; "" where it is declared.
        fine_tune: "full" (ConvNeXt), "attention" (queries, values and positions: ViT) or "none" (frozen encoder).
        template: template set that typed words are put into when the model is used ("rs": several, averaged).
        warm_up: first steps over which the learning rate rises (0); then it falls to 0 as a cosine.
        bf16: "auto" (on CUDA), "on" or "off".
        ignored: "masked", or "negative": unlabelled pixels are none of the classes (released; wrong where labels are
            only partial). No-data is masked either way.
        held_out: concepts of the lexicon that are kept out of training with all their kinds, to be judged as unseen:
            their pixels are masked, their pictures left out, their names never typed.
        colour: strength of the colour changes; 0 is off (SSD's, about 1).
        turns: whether crops are turned as well as mirrored (mirrored only).
        pasted: share of labelled crops into which a rectangle of another picture of their data set is pasted (0).
        relit: share of crops whose bands take on the mean and spread of another picture of any data set (0).
        all_typed: share of labelled crops for which all classes of their data set are typed, as far as `classes` goes;
            for the others those that are there, and between none and all of the rest (0).
    """

    name: str = "starter"
    dim: int = 256
    steps: int = 3000
    align_steps: int = 400
    batch: int = 8
    crop: int = 256
    classes: tuple[int, int] = (6, 16)
    learning_rate: float = 1.5e-3
    trunk_rate: float = 0.25
    weight_decay: float = 0.02
    clip: float = 1.0
    ema: float = 0.998
    memory_rate: float = 0.1
    low_frequency_gain: float = 0.0
    seed: int = 0
    licence: str = ""
    provenance: tuple[str, ...] = ()
    loss: LossWeights = field(default_factory=LossWeights)
    network: NetworkConfig = field(default_factory=NetworkConfig)
    mixture: dict[str, float] = field(default_factory=dict)
    resolutions: dict[str, tuple[float, float]] = field(default_factory=dict)
    encoder: str = field(default=STARTER_IMAGE, metadata=LATER)
    start: str = field(default="", metadata=LATER)
    start_share: float = field(default=0.0, metadata=LATER)
    mixed_in: dict[str, float] = field(default_factory=dict, metadata=LATER)
    activation: str = field(default="", metadata=LATER)
    fine_tune: str = field(default="full", metadata=LATER)
    template: str = field(default="plain", metadata=LATER)
    warm_up: int = field(default=50, metadata=LATER)
    bf16: str = field(default="auto", metadata=LATER)
    ignored: str = field(default="masked", metadata=LATER)
    held_out: tuple[str, ...] = field(default=(), metadata=LATER)
    colour: float = field(default=1.0, metadata=LATER)
    turns: bool = field(default=True, metadata=LATER)
    pasted: float = field(default=0.0, metadata=LATER)
    relit: float = field(default=0.0, metadata=LATER)
    all_typed: float = field(default=0.0, metadata=LATER)


def load_recipe(path: Path, steps: int | None = None) -> Recipe:
    """Reads a TOML recipe; `steps` stands in for its own, with the aligning stretch in proportion.

    Raises:
        BadOption: the file is missing, is no TOML, or has an unknown key or an unusable value.
    """
    recipe = recipe_of(read_table(path), str(path))
    if steps is not None:
        recipe = replace(recipe, steps=steps, align_steps=recipe.align_steps * steps // max(1, recipe.steps))
    return recipe


def read_table(path: Path) -> dict[str, Any]:
    """Reads a TOML file.

    Raises:
        BadOption: it is missing or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadOption(f"The recipe {path} cannot be read.", str(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise BadOption(f"The recipe {path} is not valid TOML: {error}.") from error


def recipe_of(table: Mapping[str, Any], where: str) -> Recipe:
    """A recipe out of the values of a TOML file; `where` names the file in messages.

    Raises:
        BadOption: there is an unknown key or an unusable value.
    """
    values = dict(table)
    for key, kind in (("loss", LossWeights), ("network", NetworkConfig)):
        if isinstance(values.get(key), Mapping):
            values[key] = _build(kind, values[key], where)
    if isinstance(values.get("resolutions"), Mapping):
        values["resolutions"] = {name: _tupled(pair) for name, pair in values["resolutions"].items()}
    recipe: Recipe = _build(Recipe, values, where)
    check_recipe(recipe, where)
    return recipe


def _build(kind: type, values: Mapping[str, Any], where: str) -> Any:
    unknown = set(values) - {f.name for f in fields(kind)}
    if unknown:
        raise BadOption(f"The recipe {where} has an unknown key: {', '.join(sorted(unknown))}.")
    given = {key: _tupled(value) for key, value in values.items()}
    usual = kind()
    for key, value in given.items():
        if not _alike(value, getattr(usual, key)):
            belongs = f"one like {getattr(usual, key)!r} belongs"
            raise BadOption(f"The recipe {where} has {key} = {value!r}, where {belongs}.")
    try:
        return kind(**given)
    except ValueError as error:
        raise BadOption(f"The recipe {where} cannot be followed: {error}.") from error


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _alike(value: Any, usual: Any) -> bool:
    """Whether a value is of the kind of the usual one; whole numbers pass for others."""
    if isinstance(usual, bool) or isinstance(value, bool):
        return isinstance(usual, bool) and isinstance(value, bool)
    return isinstance(value, (int, float) if isinstance(usual, float) else type(usual))
