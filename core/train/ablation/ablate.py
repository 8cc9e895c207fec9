"""Runs an ablation: every variant with every seed, judged at once; what is done already is not done again."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from ...errors import Cancelled
from ..checkpoint import CHECKPOINT_FILE, forget_checkpoint, run_id
from ..datasets.kinds import Datasets
from ..recipe import Recipe
from ..run import Average, Diverged
from ..start import open_start
from ..train import Step, check_sources, train, words_for
from ..words import Words
from .judge import ask, engine_of, judge
from .plan import Judgement, Plan, Variant
from .result import RunResult, read_result, write_result


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an ablation stands.

    Args:
        run: the running run, from 1.
        runs: in all.
        share: of the running run's training, 0..1.
        name: of the running run.
    """

    run: int
    runs: int
    share: float
    name: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One run.

    Args:
        variant: its name.
        recipe: with the seed of the run.
        identity: of recipe, data and judgements.
        folder: of its state and its result.
    """

    variant: str
    recipe: Recipe
    identity: str
    folder: Path

    @property
    def name(self) -> str:
        return f"{self.variant}, seed {self.recipe.seed}"

    @property
    def done(self) -> RunResult | None:
        """Its result, if there is one already."""
        result = read_result(self.folder)
        return result if result is not None and result.run == self.identity else None


@dataclass(frozen=True, slots=True)
class Ablation:
    """What all runs of an ablation share.

    Args:
        plan: what to do.
        datasets: to learn from and to be judged on.
        folder: results are kept in its sub-folder `runs`.
        device: where to compute.
        cancelled: asked at every step.
        words: gathered so far, by encoder; all seeds share them.
    """

    plan: Plan
    datasets: Datasets
    folder: Path
    device: torch.device
    cancelled: Callable[[], bool] = lambda: False
    words: dict[str, Words] = field(default_factory=dict)

    def run(
        self,
        tell: Callable[[Progress], None] = lambda progress: None,
        on_results: Callable[[list[RunResult]], None] = lambda results: None,
    ) -> list[RunResult]:
        """All results, variant by variant; `on_results` hears of those so far after each run.

        Raises:
            BadOption: data or words that the plan asks for are missing, or a recipe does not suit its encoder.
            BadOutput: the folder cannot be written.
            NoModel: an encoder or a model to begin with is not there.
            Cancelled: the user stopped; the same again goes on from there.
        """
        wanted = [self._wanted(variant, seed) for variant in self.plan.variants for seed in self.plan.seeds]
        self._check(wanted)
        results = []
        for place, each in enumerate(wanted, start=1):

            def on_step(step: Step, _average: Average, place: int = place, name: str = each.name) -> None:
                tell(Progress(place, len(wanted), step.step / step.steps, name))

            results.append(each.done or self._result(each, on_step))
            tell(Progress(place, len(wanted), 1.0, each.name))
            on_results(results)
        return results

    @property
    def _asked(self) -> dict[str, Judgement]:
        """One judgement of each that share their predictions."""
        return {judgement.asked: judgement for judgement in self.plan.judgements}

    def _wanted(self, variant: Variant, seed: int) -> _Wanted:
        recipe = replace(variant.recipe, seed=seed)
        identity = run_id(recipe, self.datasets.training, tuple(self._asked))
        folder = self.folder / "runs" / f"{_slug(variant.name)}-{seed}-{identity[:8]}"
        return _Wanted(variant.name, recipe, identity, folder)

    def _check(self, wanted: Sequence[_Wanted]) -> None:
        """Meets what is missing before hours have gone by; reads the words of all variants that are not done."""
        for judgement in self.plan.judgements:
            ask(self.datasets, judgement)
        for variant in self.plan.variants:
            check_sources(variant.recipe, self.datasets)
        for recipe in {each.variant: each.recipe for each in wanted if each.done is None}.values():
            start = open_start(recipe)
            if _begun(recipe) not in self.words:
                first, reader = replace(recipe, seed=self.plan.seeds[0]), start.reader(self.device)
                self.words[_begun(recipe)] = words_for(first, self.datasets, reader, cancelled=self.cancelled)
            self.words[_begun(recipe)].kinds(recipe.held_out)

    def _result(self, wanted: _Wanted, on_step: Callable[[Step, Average], None]) -> RunResult:
        """The result of a run, whose state is kept until the result is."""
        result = self._trained(wanted, on_step)
        write_result(result, wanted.folder)
        forget_checkpoint(wanted.folder)
        return result

    def _trained(self, wanted: _Wanted, on_step: Callable[[Step, Average], None]) -> RunResult:
        recipe, identity, folder = wanted.recipe, wanted.identity, wanted.folder
        folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        words = self.words[_begun(recipe)]
        last: list[Step] = []

        def heard(step: Step, average: Average) -> None:
            last[:] = [step]
            on_step(step, average)

        resume = (folder / CHECKPOINT_FILE).is_file()
        try:
            model = train(
                recipe, self.datasets, device=self.device, on_step=heard, cancelled=self.cancelled, keep_in=folder,
                resume=resume, words=words,
            )  # fmt: skip
        except Cancelled as error:
            raise Cancelled("The ablation was stopped; the same command goes on from there.") from error
        except Diverged as error:
            return RunResult(wanted.variant, recipe.seed, identity, _minutes(began), failure=error.text)
        engine = engine_of(model, identity, self.device)
        asked = self._asked
        counts = {
            key: [confusion.counts.tolist() for confusion in judge(engine, self.datasets, each, self.cancelled)]
            for key, each in asked.items()
        }
        seen = {key: self._seen(each, recipe, words) for key, each in asked.items()}
        step = last[-1]
        minutes = _minutes(began)
        return RunResult(wanted.variant, recipe.seed, identity, minutes, counts, seen, step.losses, step.collapse)

    def _seen(self, judgement: Judgement, recipe: Recipe, words: Words) -> list[bool]:
        """Whether each class of the judged data set was learnt from, in its own or another data set."""
        held = words.kinds(recipe.held_out)
        _, judged = ask(self.datasets, judgement)
        return [words.index(concept) not in held for concept in judged.concepts]


def _begun(recipe: Recipe) -> str:
    """What decides the words of a training."""
    return f"{recipe.encoder} {recipe.start}"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _minutes(began: float) -> float:
    return (time.monotonic() - began) / 60
