"""An ablation end to end on made-up data: declared, run, stopped and gone on with, and told."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core import cli
from core.errors import BadOption, Cancelled, NoModel
from core.evaluate.metrics import Confusion
from core.resources import resource
from core.train.ablation import ablate as module
from core.train.ablation.ablate import Ablation
from core.train.ablation.figures import difference, estimate, mean_iou_of
from core.train.ablation.judge import ask, judge
from core.train.ablation.plan import Judgement, Plan, Variant, load_plan
from core.train.ablation.report import REPORT_FILES, markdown, write_report
from core.train.ablation.result import RESULT_FILE, RunResult
from core.train.ablation.table import rows_of
from core.train.datasets.kinds import Datasets, LabelClass, Split
from core.train.recipe import LossWeights
from core.train.run import Diverged
from core.train.start import build, open_start
from core.train.train import Step
from tests.engine.train.toy import NETWORK, NETWORK_TOML, RECIPE, Letters, play, toy_datasets

BASE = f"""
name = "toy"
dim = 32
steps = 4
align_steps = 2
batch = 2
crop = 64
classes = [2, 4]
{NETWORK_TOML}[resolutions]
meadows = [1.0, 1.0]
"""
PLAN = """
base = "base.toml"
[budget]
steps = 1
align_steps = 0
held_out = ["water"]
mixture = { chips = 1.0 }
[[judge]]
name = "seen"
on = "meadows:b"
classes = "seen"
[[judge]]
name = "unseen"
on = "meadows:b"
classes = "unseen"
[[variant]]
name = "full"
[[variant]]
name = "no bias"
without = "The bias"
changes = { network = { bias = "off" }, loss = { compensation = 0.0 } }
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    (tmp_path / "base.toml").write_text(BASE)
    (tmp_path / "plan.toml").write_text(PLAN)
    return tmp_path / "plan.toml"


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch)
    monkeypatch.setattr("core.train.start.MiniLm", Letters)
    monkeypatch.setattr("core.vlm.sentence_tower.MiniLm", Letters)
    monkeypatch.setattr("core.train.datasets.open_datasets", lambda _folder: toy_datasets())


def test_a_plan_merges_base_budget_and_changes(plan_file: Path) -> None:
    plan = load_plan(plan_file)
    full, no_bias = (variant.recipe for variant in plan.variants)
    assert (full.steps, full.held_out, full.mixture, full.dim) == (1, ("water",), {"chips": 1.0}, 32)
    assert (full.network.bias, no_bias.network.bias) == ("A", "off")
    assert no_bias.network == replace(full.network, bias="off")
    assert no_bias.loss == LossWeights(compensation=0.0)
    assert plan.seeds == (0, 1, 2)
    assert plan.judgements[0] == Judgement("seen", "meadows:b", classes="seen")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("base = ", "seeds = [0, 1]\nbase = "), "at least 3"),
        (("base.toml", "none.toml"), "cannot be read"),
        (('name = "no bias"', 'name = "full"'), "name of its own"),
        (('bias = "off"', 'bias = "Z"'), "variant “no bias”.*bias is one of"),
        (('classes = "unseen"', 'classes = "odd"'), "unclearly"),
        (("[budget]", "luck = 3\n[budget]"), "unknown key: luck"),
        (('on = "meadows:b"\nclasses = "unseen"', ""), "incomplete"),
        (("steps = 1", "speed = 1"), "unknown key: speed"),
    ],
)
def test_a_bad_plan_is_one_sentence(plan_file: Path, change: tuple[str, str], sentence: str) -> None:
    plan_file.write_text(PLAN.replace(*change))
    with pytest.raises(BadOption, match=sentence):
        load_plan(plan_file)


def test_the_shipped_plan_is_valid_and_every_variant_says_what_it_is() -> None:
    plan = load_plan(resource("recipes/ablation.toml"))
    reference, *others = plan.variants
    assert not reference.without + reference.adds
    assert all(bool(variant.without) != bool(variant.adds) for variant in others)
    assert len({repr(variant.recipe) for variant in plan.variants}) == len(plan.variants)
    assert {judgement.classes for judgement in plan.judgements} == {"seen", "unseen", "all"}


def test_a_run_is_a_training_and_its_judgement(toy: None, plan_file: Path, tmp_path: Path) -> None:
    plan = replace(load_plan(plan_file), seeds=(5,))
    shares = []
    result, _ = Ablation(plan, toy_datasets(), tmp_path, torch.device("cpu")).run(lambda p: shares.append(p.share))
    assert (result.variant, result.seed, result.failure) == ("full", 5, "")
    assert result.losses["class"] > 0
    assert result.confusions(plan.judgements[0].asked)[0].present.sum() == 80 * 72
    assert shares[-1] == 1.0
    assert [path.name for path in sorted((tmp_path / "runs").glob("full-5-*/*"))] == [RESULT_FILE]


def test_an_ablation_stops_and_goes_on(
    toy: None,
    plan_file: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def untrained(recipe, datasets, *, on_step, cancelled, words, **_):
        if cancelled():
            raise Cancelled("Training was stopped.")
        on_step(Step(1, 1, {"class": 0.5}, 0.9, 0.0), None)
        return build(open_start(recipe), words, datasets.training).model

    monkeypatch.setattr(module, "train", untrained)
    folder = tmp_path / "out"
    words = ["ablate", str(plan_file), "--data", "x", "--output", str(folder), "--device", "cpu", "--json"]
    plan, runs = load_plan(plan_file), folder / "runs"

    def stop_after_two() -> bool:
        return len(list(runs.glob(f"*/{RESULT_FILE}"))) == 2

    with pytest.raises(Cancelled, match="the same command goes on"):
        Ablation(plan, toy_datasets(), folder, torch.device("cpu"), stop_after_two).run()
    done = {path: path.read_text() for path in runs.glob(f"*/{RESULT_FILE}")}
    assert len(done) == 2
    assert cli.main(words) == 0
    assert json.loads(capfd.readouterr().out)["runs"] == 6
    assert all(path.read_text() == text for path, text in done.items())
    assert len(list(runs.iterdir())) == 6
    first = {path: path.stat().st_mtime_ns for path in runs.glob(f"*/{RESULT_FILE}")}
    assert cli.main(words) == 0
    assert {path: path.stat().st_mtime_ns for path in runs.glob(f"*/{RESULT_FILE}")} == first
    result = json.loads(next(iter(runs.glob("full-0-*"))).joinpath(RESULT_FILE).read_text())
    (asked,) = result["counts"]
    assert result["seen"][asked] == [False, True]  # a lake is water
    assert np.array(result["counts"][asked]).sum() == 80 * 72
    rows = list(csv.DictReader((folder / "results.csv").open(encoding="utf-8")))
    assert [(row["variant"], row["judgement"], row["seeds"]) for row in rows] == [
        ("full", "seen", "3"), ("full", "unseen", "3"), ("no bias", "seen", "3"), ("no bias", "unseen", "3"),
    ]  # fmt: skip
    values = json.loads((folder / "results.json").read_text())
    assert "softseg ablate" in values["command"]
    assert len(values["runs"]) == 6
    assert "**The bias** " in (folder / "ablation.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("stopped", [Cancelled("The user stopped."), KeyboardInterrupt(), MemoryError()])
def test_a_judgement_that_fails_costs_no_training(
    toy: None, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: BaseException
) -> None:
    def failing(*_: object) -> None:
        raise stopped

    plan = load_plan(plan_file)
    plan = replace(plan, seeds=(5,), variants=plan.variants[:1])
    ablation = Ablation(plan, toy_datasets(), tmp_path, torch.device("cpu"))
    with monkeypatch.context() as patch:
        patch.setattr(module, "judge", failing)
        with pytest.raises(type(stopped)):
            ablation.run()
    monkeypatch.setattr("core.train.run.Run.step", lambda *_: pytest.fail("a step was done again"))
    (result,) = ablation.run()
    assert result.losses["class"] > 0
    assert result.confusions(plan.judgements[0].asked)[0].present.sum() == 80 * 72
    assert [path.name for path in sorted((tmp_path / "runs").glob("*/*"))] == [RESULT_FILE]


def test_classes_that_share_a_word_are_judged_as_one(toy: None) -> None:
    image = toy_datasets().validation.dense[0]
    classes = (LabelClass("north lake", "lake"), LabelClass("south lake", "lake"))
    shared = Datasets(Split(), Split((replace(image, classes=classes),)), ("meadows",))
    images, judged = ask(shared, Judgement("lakes", "meadows"))
    assert (len(images), judged.names, judged.typed) == (1, ("north lake + south lake",), ("lake",))
    typed = []

    def predictor(engine: object, **_: object) -> Any:
        return lambda pixels, words, resolution_m: typed.append(words) or np.ones(pixels.shape[:2], np.uint8)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.train.ablation.judge.pipeline_predictor", predictor)
        (confusion,) = judge(None, shared, Judgement("lakes", "meadows"), lambda: False)
    assert typed == [("lake",)]
    assert confusion.counts.tolist() == [[0, 80 * 72]]


@pytest.mark.parametrize(
    ("change", "kind", "sentence"),
    [
        (('on = "meadows:b"\nclasses = "unseen"', 'on = "korea"'), BadOption, "korea"),
        (('classes = "unseen"', 'words = "other"'), BadOption, "no other words for the class"),
        (('classes = "unseen"', "absent = 900"), BadOption, "900 absent names"),
        (('bias = "off"', "heads = 3"), BadOption, "has 3 heads"),
        (("changes = {", 'changes = { held_out = ["lava"],'), BadOption, "holds out “lava”"),
        (("changes = {", 'changes = { encoder = "nobody",'), NoModel, "nobody"),
    ],
)
def test_what_the_plan_asks_for_is_missed_at_once(
    toy: None, plan_file: Path, tmp_path: Path, change: tuple[str, str], kind: type[Exception], sentence: str
) -> None:
    plan_file.write_text(PLAN.replace(*change))
    with pytest.raises(kind, match=sentence):
        Ablation(load_plan(plan_file), toy_datasets(), tmp_path, torch.device("cpu")).run()
    assert not (tmp_path / "runs").exists()


def test_a_run_that_goes_astray_is_told_and_the_others_go_on(
    toy: None, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sometimes(recipe, datasets, *, on_step, words, **_):
        if recipe.network.bias == "off":
            raise Diverged("The loss is no longer a number at step 0.")
        on_step(Step(1, 1, {"class": 0.5}, None, 0.0), None)
        return build(open_start(recipe), words, datasets.training).model

    monkeypatch.setattr(module, "train", sometimes)
    plan = load_plan(plan_file)
    plan = replace(plan, variants=plan.variants[::-1])
    results = Ablation(plan, toy_datasets(), tmp_path, torch.device("cpu")).run()
    write_report(plan, results, tmp_path, "softseg ablate")
    text = (tmp_path / "ablation.md").read_text(encoding="utf-8")
    assert "no bias, seed 1: The loss is no longer a number" in text
    assert all((tmp_path / name).is_file() for name in REPORT_FILES)


def _confusion(right: int, of: int = 100) -> Confusion:
    return Confusion(np.array([[0, right, of - right], [0, of - right, right]], np.int64))


def test_a_steady_gain_is_told_from_noise() -> None:
    figure, chance = mean_iou_of([True, True]), np.random.default_rng(1)
    low = [[_confusion(int(chance.integers(45, 55))) for _ in range(6)] for _ in range(3)]
    high = [[_confusion(int(each.counts[0, 1]) + 20) for each in run] for run in low]
    gain = difference(high, low, figure)
    assert 0 < gain.low < gain.value < gain.high
    none = difference(low, low[::-1], figure)
    assert none.low <= 0 <= none.high
    alone = estimate(low, figure)
    assert alone.low < alone.value < alone.high
    assert alone.value == pytest.approx(np.mean([figure(sum(run[1:], run[0])) for run in low]))


def test_the_mean_is_over_the_marked_classes() -> None:
    confusion = Confusion(np.array([[0, 90, 10], [0, 50, 50]], np.int64))
    assert mean_iou_of([True, False])(confusion) == pytest.approx(90 / 150)
    assert mean_iou_of([False, True])(confusion) == pytest.approx(50 / 110)
    assert math.isnan(mean_iou_of([False, False])(confusion))


def test_the_report_says_what_helps_and_what_does_not() -> None:
    recipe = replace(RECIPE, network=NETWORK, held_out=("water",), mixture={"korea": 0.0})
    plan = Plan(
        (Variant("full", recipe), Variant("lean", recipe, without="The part"), Variant("new", recipe, adds="A part")),
        (0, 1, 2), (Judgement("tiles", "a"), Judgement("words", "a", "other")),
    )  # fmt: skip
    right = {"full": (80, 60), "lean": (60, 60), "new": (80, 75)}
    results = [
        RunResult(
            name, seed, "id", 1.0,
            {judgement.asked: [_confusion(each + seed).counts.tolist()] * 3
             for judgement, each in zip(plan.judgements, right[name], strict=True)},
            {judgement.asked: [True, True] for judgement in plan.judgements},
        )
        for name in right for seed in plan.seeds
    ]  # fmt: skip
    text = markdown(plan, results, rows_of(plan, results), "softseg ablate plan.toml")
    assert "- **The part** helps on tiles; shows no difference on words." in text
    assert "- **A part** helps on words; shows no difference on tiles." in text
    assert "judged as unseen: water. Data sets kept out of training: korea." in text
    assert "9 of 9 runs are done, in 9 minutes." in text
    assert "- full: no guide" in text
