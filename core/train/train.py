"""The training loop: align with the trunk frozen, copy the guide, then train everything under its compensation."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from ..errors import BadOption, Cancelled
from ..softguided.compensation import FrozenGuide, collapse_meter
from ..softguided.model import ModelCard, SoftGuidedModel
from ..text.lexicon import load_lexicon
from ..vlm.efficientnet import load_imagenet_weights
from ..vlm.minilm import MiniLm
from .datasets.kinds import Datasets
from .examples import Examples, collate
from .recipe import Recipe
from .trainee import Batch, Trainee, stack
from .words import Words, gather_words

_ADAPTER_STEPS = 300
_REPORT_EVERY = 25
_WARM_UP = 50


@dataclass(frozen=True, slots=True)
class Step:
    """What one report of the loop says.

    Args:
        step: steps done.
        steps: steps in all.
        losses: running means of the weighted terms.
        collapse: cosine between guide and student, or None before the guide exists.
        seconds_left: at the pace so far.
    """

    step: int
    steps: int
    losses: dict[str, float]
    collapse: float | None
    seconds_left: float


class Average:
    """Exponential moving average of a trainee's tensors; what is saved and judged."""

    def __init__(self, module: Trainee, decay: float) -> None:
        self.module = copy.deepcopy(module).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, module: nn.Module, step: int) -> None:
        """Moves towards the module; early steps count more, so that the start is forgotten."""
        decay = min(self.decay, (1 + step) / (10 + step))
        for ours, theirs in zip(self.module.state_dict().values(), module.state_dict().values(), strict=True):
            if ours.dtype.is_floating_point:
                ours.lerp_(theirs, 1 - decay)
            else:
                ours.copy_(theirs)


def build(recipe: Recipe, words: Words) -> Trainee:
    """A new trainee with ImageNet weights in the image trunk."""
    torch.manual_seed(recipe.seed)
    finest = min(pair[0] for pair in recipe.resolutions.values())
    coarsest = max(pair[1] for pair in recipe.resolutions.values())
    card = ModelCard(
        name=recipe.name,
        image_tower="efficientnet_lite0",
        text_tower="minilm",
        dim=recipe.dim,
        network=recipe.network,
        memory=words.concepts,
        resolutions_m=(finest, coarsest),
        licence=recipe.licence,
        provenance=recipe.provenance,
    )
    model = SoftGuidedModel(card)
    load_imagenet_weights(model.tower)
    model.text.adapter.centre.copy_(words.centre)
    return Trainee(model)


def train(
    recipe: Recipe,
    datasets: Datasets,
    *,
    device: torch.device | None = None,
    on_step: Callable[[Step, Average], None] = lambda step, average: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> SoftGuidedModel:
    """Trains a model and gives its averaged weights.

    Args:
        recipe: what to do.
        datasets: labelled pictures; only `training` is used.
        device: where to compute (default: the CPU).
        on_step: hears of progress now and then.
        cancelled: asked at every step.

    Raises:
        BadOption: there is nothing to train on, or the loss is no longer a number.
        Cancelled: the user stopped.
    """
    if not datasets.training.dense and not datasets.training.scenes:
        raise BadOption("There is nothing to train on: the data folder holds none of the known data sets.")
    device = device or torch.device("cpu")
    words = gather_words(load_lexicon(), MiniLm(), recipe.seed)
    trainee = build(recipe, words).to(device)
    _align_words(trainee, words, recipe)
    trainee = trainee.to(memory_format=torch.channels_last)
    average = Average(trainee, recipe.ema)
    _run(trainee, average, words, datasets, recipe, device, on_step, cancelled)
    average.module.remember_texts(words)
    return average.module.model


def _align_words(trainee: Trainee, words: Words, recipe: Recipe) -> None:
    """Teaches the adapter the lexicon alone: seconds of work that spare the image side a moving target."""
    chance = Random(recipe.seed)
    optimiser = torch.optim.AdamW(trainee.model.text.adapter.parameters(), 1e-3, weight_decay=0.05)
    trainee.model.text.adapter.train()
    for _ in range(_ADAPTER_STEPS):
        optimiser.zero_grad()
        trainee.lexicon_loss(words, chance).backward()
        optimiser.step()
    trainee.remember_texts(words)


def _run(
    trainee: Trainee,
    average: Average,
    words: Words,
    datasets: Datasets,
    recipe: Recipe,
    device: torch.device,
    on_step: Callable[[Step, Average], None],
    cancelled: Callable[[], bool],
) -> None:
    optimiser = _optimiser(trainee, recipe)
    loader = DataLoader(
        Examples(datasets.training, words, recipe), recipe.batch, collate_fn=collate, num_workers=1, prefetch_factor=4
    )
    guide, means, started = None, dict[str, float](), time.monotonic()
    trainee.train()
    for step, examples in enumerate(loader):
        if cancelled():
            raise Cancelled("Training was cancelled; nothing was saved.")
        if step == recipe.align_steps:
            guide = FrozenGuide(average.module.model.tower)
        _set_rates(optimiser, recipe, step)
        batch = stack(examples, device)
        terms = _step(trainee, optimiser, batch, words, recipe, guide, step, device)
        average.update(trainee, step)
        for name, value in terms.items():
            means[name] = 0.95 * means.get(name, value) + 0.05 * value
        if step % _REPORT_EVERY == 0 or step == recipe.steps - 1:
            trainee.remember_texts(words)
            left = (time.monotonic() - started) / (step + 1) * (recipe.steps - step - 1)
            on_step(Step(step + 1, recipe.steps, means, _collapse(trainee, guide, batch), left), average)


def _step(
    trainee: Trainee,
    optimiser: torch.optim.Optimizer,
    batch: Batch,
    words: Words,
    recipe: Recipe,
    guide: FrozenGuide | None,
    step: int,
    device: torch.device,
) -> dict[str, float]:
    with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
        terms = trainee.losses(batch, words, recipe, guide, Random(f"{recipe.seed}/words/{step}"))
    total = torch.stack(list(terms.values())).sum()
    if not torch.isfinite(total):
        raise BadOption(f"The loss is no longer a number at step {step}: lower learning_rate in the recipe.")
    optimiser.zero_grad()
    total.backward()
    nn.utils.clip_grad_norm_(trainee.parameters(), recipe.clip)
    optimiser.step()
    return {name: float(value.detach()) for name, value in terms.items()}


def _optimiser(trainee: Trainee, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW with three groups: the trunk at its own rate, matrices, and what must not decay."""
    trunk = {id(p) for p in trainee.model.tower.trunk.parameters()}
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for parameter in trainee.parameters():
        groups.setdefault((id(parameter) in trunk, parameter.dim() > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": params, "trunk": in_trunk, "weight_decay": recipe.weight_decay if decays else 0.0}
            for (in_trunk, decays), params in groups.items()
        ],
        lr=recipe.learning_rate,
    )


def _set_rates(optimiser: torch.optim.Optimizer, recipe: Recipe, step: int) -> None:
    """Short warm-up, then cosine to zero; the trunk stays still while the rest aligns."""
    rate = recipe.learning_rate * min(1.0, (step + 1) / _WARM_UP)
    rate *= 0.5 * (1 + math.cos(math.pi * step / recipe.steps))
    for group in optimiser.param_groups:
        aligning = step < recipe.align_steps
        group["lr"] = rate * (0.0 if aligning else recipe.trunk_rate) if group["trunk"] else rate
        if group["trunk"]:
            for parameter in group["params"]:
                parameter.requires_grad_(not aligning)


def _collapse(trainee: Trainee, guide: FrozenGuide | None, batch: Batch) -> float | None:
    if guide is None:
        return None
    images = trainee.model.normalise(batch.images)
    with torch.no_grad():
        return collapse_meter(trainee.model.tower(images), guide(images))
