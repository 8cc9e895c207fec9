"""Runs an ablation: every variant with every seed, judged at once; what is done already is not done again."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from ...errors import Cancelled
from ...evaluate.evaluate import choose
from ..checkpoint import CHECKPOINT_FILE, run_id
from ..datasets.kinds import Datasets
from ..recipe import Recipe
from ..run import Average, Diverged
from ..start import open_start
from ..train import Step, check_sources, train, words_for
from ..words import Words
from .judge import engine_of, judge
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
            BadOption: data or words that the plan asks for are missing.
            BadOutput: the folder cannot be written.
            Cancelled: the user stopped; the same again goes on from there.
        """
        self._check()
        wanted = [(variant, seed) for variant in self.plan.variants for seed in self.plan.seeds]
        results = []
        for place, (variant, seed) in enumerate(wanted, start=1):
            name = f"{variant.name}, seed {seed}"

            def on_step(step: Step, _average: Average, place: int = place, name: str = name) -> None:
                tell(Progress(place, len(wanted), step.step / step.steps, name))

            results.append(self._result(variant, seed, on_step))
            tell(Progress(place, len(wanted), 1.0, name))
            on_results(results)
        return results

    @property
    def _asked(self) -> dict[str, Judgement]:
        """One judgement of each that share their predictions."""
        return {judgement.asked: judgement for judgement in self.plan.judgements}

    def _check(self) -> None:
        """Meets what is missing before hours have gone by."""
        for variant in self.plan.variants:
            check_sources(variant.recipe, self.datasets)
        for judgement in self.plan.judgements:
            choose(self.datasets, judgement.on)

    def _result(self, variant: Variant, seed: int, on_step: Callable[[Step, Average], None]) -> RunResult:
        recipe = replace(variant.recipe, seed=seed)
        identity = run_id(recipe, self.datasets.training, tuple(self._asked))
        folder = self.folder / "runs" / f"{_slug(variant.name)}-{seed}-{identity[:8]}"
        done = read_result(folder)
        if done is None or done.run != identity:
            done = self._trained(variant.name, recipe, identity, folder, on_step)
            write_result(done, folder)
        return done

    def _trained(
        self, name: str, recipe: Recipe, identity: str, folder: Path, on_step: Callable[[Step, Average], None]
    ) -> RunResult:
        folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        words = self._words(recipe)
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
            return RunResult(name, recipe.seed, identity, _minutes(began), failure=error.text)
        engine = engine_of(model, identity, self.device)
        asked = self._asked
        counts = {
            key: [confusion.counts.tolist() for confusion in judge(engine, self.datasets, each, self.cancelled)]
            for key, each in asked.items()
        }
        seen = {key: self._seen(each, recipe, words) for key, each in asked.items()}
        step = last[-1]
        return RunResult(name, recipe.seed, identity, _minutes(began), counts, seen, step.losses, step.collapse)

    def _seen(self, judgement: Judgement, recipe: Recipe, words: Words) -> list[bool]:
        """Whether each class of the judged data set was learnt from, in its own or another data set."""
        held = words.kinds(recipe.held_out)
        return [words.index(label.concept) not in held for label in choose(self.datasets, judgement.on)[0].classes]

    def _words(self, recipe: Recipe) -> Words:
        begun = f"{recipe.encoder} {recipe.start}"
        if begun not in self.words:
            first = replace(recipe, seed=self.plan.seeds[0])
            reader = open_start(recipe).reader(self.device)
            self.words[begun] = words_for(first, self.datasets, reader, cancelled=self.cancelled)
        return self.words[begun]


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _minutes(began: float) -> float:
    return (time.monotonic() - began) / 60
