"""Training: align the words, then run the recipe step by step, with reports, and a state to go on from."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch.utils.data import DataLoader

from ..errors import BadOption, BadOutput, Cancelled, SoftSegError
from ..softguided.model import SoftGuidedModel
from ..text.lexicon import load_lexicon
from .checkpoint import load_checkpoint, run_id, save_checkpoint
from .datasets import with_own_words
from .datasets.kinds import Datasets
from .examples import Example, Examples, ToldErrors, collate
from .ranks import open_ranks
from .recipe import Recipe
from .run import Average, Run
from .start import build, open_start
from .trainee import Trainee
from .turned import TurnedTeacher
from .words import SentenceEncoder, Words, gather_words

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


class Stopped(Cancelled):
    """The user stopped a training after its words were read: where its state was to be kept, it is."""


def train(
    recipe: Recipe,
    datasets: Datasets,
    *,
    device: torch.device | None = None,
    on_words: Callable[[float], None] = lambda share: None,
    on_step: Callable[[Step, Average], None] = lambda step, average: None,
    cancelled: Callable[[], bool] = lambda: False,
    keep_in: Path | None = None,
    resume: bool = False,
    words: Words | None = None,
) -> SoftGuidedModel:
    """Trains a model and gives its averaged weights.

    Args:
        recipe: what to do.
        datasets: labelled pictures; only `training` is used.
        device: where to compute (default: the CPU).
        on_words: hears what share of the words is read, which comes before the first step.
        on_step: hears of progress now and then.
        cancelled: asked at every step, and while the words are read.
        keep_in: folder where the state is kept now and then, when the user stops, and at the end, until
            `forget_checkpoint` is told that what came of the training is safe.
        resume: go on from the state in `keep_in`; on the CPU to the very weights of an unbroken run. From the state
            at the end there are no steps to do.
        words: what `words_for` gave, for runs that share them.

    Raises:
        BadOption: data are missing or damaged, the loss is no longer a number, or there is nothing to go on from.
        NoModel: the encoder or the model to begin with is not there.
        BadOutput: the state cannot be kept.
        Cancelled: the user stopped; `Stopped` once the words are read.
    """
    check_sources(recipe, datasets)
    ranks = open_ranks()
    device = ranks.device or device or torch.device("cpu")
    identity = run_id(recipe, datasets.training)
    kept = load_checkpoint(keep_in, identity) if resume and keep_in else None
    start = open_start(recipe)
    recipe = start.recipe
    if words is None:
        words = words_for(recipe, datasets, start.reader(device), on_words, cancelled)
    trainee = build(start, words, datasets.training).to(device)
    teacher = TurnedTeacher(trainee.model) if recipe.loss.turned else None
    if kept is None:
        if start.model is None and trainee.reads_words:
            _align_words(trainee, words, recipe)
        trainee.remember_texts(words)
    ranks.align(trainee)
    origin = [weight.detach().clone() for weight in trainee.model.parameters()] if recipe.start_share else []
    run = Run(recipe, trainee.to(memory_format=torch.channels_last), words, device, ranks, teacher)
    if kept is not None:
        run.restore(kept)
    keep = _Keeper(keep_in if ranks.index == 0 else None, identity)
    _work(run, datasets, on_step, cancelled, keep)
    if recipe.start_share:
        _keep_share(run.average.module.model, origin, recipe.start_share)
    run.average.module.remember_texts(words)
    return run.average.module.model


def words_for(
    recipe: Recipe,
    datasets: Datasets,
    encoder: SentenceEncoder,
    on_words: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Words:
    """All words of a training: the lexicon's, and those of classes that it has no word for.

    Raises:
        Cancelled: the user stopped.
    """
    lexicon = with_own_words(load_lexicon(), (*datasets.training.dense, *datasets.validation.dense))

    def heard(share: float) -> None:
        if cancelled():
            raise Cancelled("Training was cancelled before its first step; nothing was saved.")
        on_words(share)

    return gather_words(lexicon, encoder, recipe.seed, heard)


def check_sources(recipe: Recipe, datasets: Datasets) -> None:
    """Stops a training whose data are not what its recipe says.

    Raises:
        BadOption: there is nothing to train on, or a data set that the recipe draws from is missing.
    """
    split = datasets.training
    there = {image.source for image in split.dense} | {scene.source for scene in split.scenes}
    drawn = {name for name in there if recipe.mixture.get(name, 1.0) > 0}
    if not drawn:
        raise BadOption("There is nothing to train on: the data folder holds none of the known data sets.")
    missing = sorted(name for name, often in recipe.mixture.items() if often > 0 and name not in there)
    if missing:
        raise BadOption(
            f"The recipe draws from {', '.join(missing)}, which the data folder does not hold: "
            "add it there, or set it to 0 under [mixture]."
        )


def _align_words(trainee: Trainee, words: Words, recipe: Recipe) -> None:
    """Teaches the adapter the lexicon alone: seconds of work that spare the image side a moving target."""
    chance = Random(recipe.seed)  # nosec B311 # no secret: repeatable draws for training
    optimiser = torch.optim.AdamW(trainee.model.text.adapter.parameters(), 1e-3, weight_decay=0.05)
    trainee.model.text.adapter.train()
    for _ in range(_ADAPTER_STEPS):
        optimiser.zero_grad()
        trainee.lexicon_loss(words, chance).backward()
        optimiser.step()


@torch.no_grad()
def _keep_share(model: SoftGuidedModel, origin: Sequence[torch.Tensor], share: float) -> None:
    """Moves weights, in place, that share of the way back to where they began; what is remembered stays as it is."""
    for weight, was in zip(model.parameters(), origin, strict=True):
        weight.lerp_(was.to(weight), share)


def _work(
    run: Run,
    datasets: Datasets,
    on_step: Callable[[Step, Average], None],
    cancelled: Callable[[], bool],
    keep: _Keeper,
) -> None:
    recipe, began, started = run.recipe, run.done, time.monotonic()

    def tell(seconds_left: float) -> None:
        if run.ranks.index == 0:
            on_step(Step(run.done, recipe.steps, run.means, run.collapse, seconds_left), run.average)

    if began == recipe.steps:  # it had been trained, but what came of it could not be kept
        tell(0.0)
        return
    examples = Examples(datasets.training, run.words, recipe, run.trainee.model.stride)
    loader = DataLoader(
        ToldErrors(examples),
        recipe.batch // run.ranks.count,
        sampler=run.ranks.share(range(run.done, recipe.steps), recipe.batch),
        collate_fn=collate,
        num_workers=1,
        prefetch_factor=4,
        generator=torch.Generator(),  # its own: a loader would else draw from the one that the run's state holds
    )
    for drawn in loader:
        if run.ranks.any(cancelled()):
            raise Stopped(keep.stopped(run))
        batch = run.step(_sound(drawn))
        if (run.done - 1) % _REPORT_EVERY == 0 or run.done == recipe.steps:
            run.trainee.remember_texts(run.words)
            run.measure(batch)
            tell((time.monotonic() - started) / (run.done - began) * (recipe.steps - run.done))
        if run.done % _KEEP_EVERY == 0 and run.done < recipe.steps:
            keep.save(run)
    with suppress(BadOutput):  # where there is no room for the state, there may be some for the model
        keep.save(run)


def _sound(drawn: list[Example | SoftSegError]) -> list[Example]:
    for each in drawn:
        if isinstance(each, SoftSegError):
            raise each
    return [each for each in drawn if isinstance(each, Example)]


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
