"""The recipe of a training run: one TOML file, one frozen dataclass."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from ..errors import BadOption
from ..softguided.config import NetworkConfig

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True, slots=True)
class LossWeights:
    """Weights of the terms beside the per-class cross-entropy (spec 2.11).

    Args:
        compensation: lambda of L_gc (the paper: 0.1).
        choice: cross-entropy among the classes of a pixel, which sharpens the decision.
        raw: agreement of the raw cost map with the labels.
        scene: agreement of the pooled embedding with the scene's name.
        lexicon: phrases of one concept close, others apart.
    """

    compensation: float = 0.1
    choice: float = 1.0
    raw: float = 0.5
    scene: float = 0.25
    lexicon: float = 0.25


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides a training run but the data.

    Args:
        name: of the model.
        dim: channels of the joint space.
        steps: optimisation steps in all.
        align_steps: first steps, with the image trunk frozen; the guide is copied after them.
        batch: pictures a step.
        crop: side of a training crop, px; a multiple of 32.
        classes: least and most class texts a picture.
        learning_rate: of new layers.
        trunk_rate: learning rate of the image trunk, as a share of `learning_rate`.
        weight_decay: AdamW's; 0 for biases, norms and scales.
        clip: largest norm of the gradient.
        ema: decay of the averaged weights that are saved.
        memory_rate: mu of the RS-bias prototypes.
        low_frequency_gain: gamma of LFE in the compensation loss; 0 is off.
        seed: of all chance.
        licence: of the trained weights.
        provenance: data and initial weights with their licences, in plain sentences.
        mixture: how often each data set is drawn.
        resolutions: finest and coarsest ground sampling distance, m/px, each data set is resampled to.
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


def load_recipe(path: Path, steps: int | None = None) -> Recipe:
    """Reads a TOML recipe; `steps` stands in for its own, with the aligning stretch in proportion.

    Raises:
        BadOption: the file is missing, is no TOML, or has an unknown key or an unusable value.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadOption(f"The recipe {path} cannot be read.", str(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise BadOption(f"The recipe {path} is not valid TOML: {error}.") from error
    for key, kind in (("loss", LossWeights), ("network", NetworkConfig)):
        if key in table:
            table[key] = _build(kind, table[key], path)
    table["resolutions"] = {name: tuple(pair) for name, pair in table.get("resolutions", {}).items()}
    recipe: Recipe = _build(Recipe, table, path)
    if steps is not None:
        recipe = replace(recipe, steps=steps, align_steps=recipe.align_steps * steps // max(1, recipe.steps))
    _check(recipe, path)
    return recipe


def _build(kind: type, values: dict[str, Any], path: Path) -> Any:
    unknown = set(values) - {f.name for f in fields(kind)}
    if unknown:
        raise BadOption(f"The recipe {path} has an unknown key: {', '.join(sorted(unknown))}.")
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in values.items()})


def _check(recipe: Recipe, path: Path) -> None:
    if recipe.crop < 64 or recipe.crop % 32:
        raise BadOption(f"The recipe {path} has a crop of {recipe.crop} px: it has to be a multiple of 32 from 64 on.")
    if min(recipe.steps, recipe.batch, recipe.classes[0]) < 1 or recipe.classes[0] > recipe.classes[1]:
        raise BadOption(f"The recipe {path} needs steps, a batch and classes of at least 1, the fewest classes first.")
    if not recipe.resolutions:
        raise BadOption(f"The recipe {path} has no [resolutions]: say what m/px each data set is resampled to.")
