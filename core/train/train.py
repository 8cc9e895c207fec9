"""Training: align the words, then run the recipe step by step, with reports, and a state to go on from."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch.utils.data import DataLoader

from ..errors import BadOption, Cancelled
from ..softguided.model import ModelCard, SoftGuidedModel
from ..text.lexicon import load_lexicon
from ..vlm.efficientnet import load_imagenet_weights
from ..vlm.minilm import MiniLm
from .checkpoint import CHECKPOINT_FILE, load_checkpoint, run_id, save_checkpoint
from .datasets import with_own_words
from .datasets.kinds import Datasets
from .examples import Examples, collate
from .recipe import Recipe
from .run import Average, Run
from .trainee import Trainee
from .words import Words, gather_words

_ADAPTER_STEPS = 300
_REPORT_EVERY = 25
_KEEP_EVERY = 200


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
    keep_in: Path | None = None,
    resume: bool = False,
) -> SoftGuidedModel:
    """Trains a model and gives its averaged weights.

    Args:
        recipe: what to do.
        datasets: labelled pictures; only `training` is used.
        device: where to compute (default: the CPU).
        on_step: hears of progress now and then.
        cancelled: asked at every step.
        keep_in: folder where the state is kept now and then and when the user stops; removed at the end.
        resume: go on from the state in `keep_in`; on the CPU to the very weights of an unbroken run.

    Raises:
        BadOption: there is nothing to train on, the loss is no longer a number, or there is nothing to go on from.
        Cancelled: the user stopped.
    """
    if not datasets.training.dense and not datasets.training.scenes:
        raise BadOption("There is nothing to train on: the data folder holds none of the known data sets.")
    device = device or torch.device("cpu")
    identity = run_id(recipe, datasets.training)
    kept = load_checkpoint(keep_in, identity) if resume and keep_in else None
    lexicon = with_own_words(load_lexicon(), (*datasets.training.dense, *datasets.validation.dense))
    words = gather_words(lexicon, MiniLm(), recipe.seed)
    trainee = build(recipe, words).to(device)
    if kept is None:
        _align_words(trainee, words, recipe)
    run = Run(recipe, trainee.to(memory_format=torch.channels_last), words, device)
    if kept is not None:
        run.restore(kept)
    keep = _Keeper(keep_in, identity)
    _work(run, datasets, on_step, cancelled, keep)
    keep.forget()
    run.average.module.remember_texts(words)
    return run.average.module.model


def _align_words(trainee: Trainee, words: Words, recipe: Recipe) -> None:
    """Teaches the adapter the lexicon alone: seconds of work that spare the image side a moving target."""
    chance = Random(recipe.seed)  # nosec B311 # no secret: repeatable draws for training
    optimiser = torch.optim.AdamW(trainee.model.text.adapter.parameters(), 1e-3, weight_decay=0.05)
    trainee.model.text.adapter.train()
    for _ in range(_ADAPTER_STEPS):
        optimiser.zero_grad()
        trainee.lexicon_loss(words, chance).backward()
        optimiser.step()
    trainee.remember_texts(words)


def _work(
    run: Run,
    datasets: Datasets,
    on_step: Callable[[Step, Average], None],
    cancelled: Callable[[], bool],
    keep: _Keeper,
) -> None:
    recipe, began, started = run.recipe, run.done, time.monotonic()
    examples = Examples(datasets.training, run.words, recipe)
    loader = DataLoader(
        examples,
        recipe.batch,
        sampler=range(run.done * recipe.batch, len(examples)),
        collate_fn=collate,
        num_workers=1,
        prefetch_factor=4,
        generator=torch.Generator(),  # its own: a loader would else draw from the one that the run's state holds
    )
    for drawn in loader:
        if cancelled():
            raise Cancelled(keep.stopped(run))
        batch = run.step(drawn)
        if (run.done - 1) % _REPORT_EVERY == 0 or run.done == recipe.steps:
            run.trainee.remember_texts(run.words)
            left = (time.monotonic() - started) / (run.done - began) * (recipe.steps - run.done)
            on_step(Step(run.done, recipe.steps, run.means, run.collapse(batch), left), run.average)
        if run.done % _KEEP_EVERY == 0:
            keep.save(run)


@dataclass(frozen=True, slots=True)
class _Keeper:
    """Where the state of a run is kept, if anywhere."""

    folder: Path | None
    identity: str

    def save(self, run: Run) -> None:
        if self.folder is not None:
            save_checkpoint(run.checkpoint(self.identity), self.folder)

    def stopped(self, run: Run) -> str:
        """Keeps the state of a run that the user stops; gives what to tell."""
        if self.folder is None:
            return "Training was cancelled; nothing was saved."
        self.save(run)
        return f"Training was stopped after step {run.done}; the same command with --resume goes on from there."

    def forget(self) -> None:
        if self.folder is not None:
            (self.folder / CHECKPOINT_FILE).unlink(missing_ok=True)
