"""Training end to end on a handful of made-up pictures, small enough for seconds."""

from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import torch

from core import cli
from core.errors import BadOption, BadOutput, Cancelled, NoModel
from core.resources import resource
from core.softguided.model import CARD_FILE, WEIGHTS_FILE, load_model, read_card, save_model
from core.train import train as module
from core.train.checkpoint import CHECKPOINT_FILE, forget_checkpoint
from core.train.crops import UNKNOWN
from core.train.datasets import dubai, eurosat, houston, korea, ucmerced
from core.train.datasets.kinds import Datasets, DenseImage, SceneImage, Split
from core.train.examples import Examples, resolutions_drawn
from core.train.recipe import load_recipe
from core.train.start import Start, build
from core.train.words import IGNORED, NEGATIVE, POSITIVE, SIMILAR, Words, gather_words, relation_of, surroundings_of
from tests.engine.train.toy import LEXICON, NETWORK_TOML, RECIPE, Letters, play, toy_datasets


@pytest.fixture(scope="module")
def words() -> Words:
    return gather_words(LEXICON, Letters())  # type: ignore[arg-type]


@pytest.fixture
def datasets() -> Datasets:
    return toy_datasets()


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch)


@pytest.mark.parametrize(
    ("label", "text", "said"),
    [
        ("lake", "lake", POSITIVE), ("lake", "water", POSITIVE), ("water", "lake", IGNORED),
        ("grass", "crop", SIMILAR), ("crop", "grass", SIMILAR), ("grass", "park", SIMILAR),
        ("park", "grass", IGNORED), ("grass", "snow", NEGATIVE), ("snow", "park", NEGATIVE),
        ("wood", "oak", POSITIVE), ("wood", "plant", POSITIVE), ("oak", "wood", SIMILAR), ("oak", "plant", POSITIVE),
    ],
)  # fmt: skip
def test_a_label_says_of_each_text_what_the_lexicon_implies(label: str, text: str, said: int) -> None:
    ids = list(LEXICON.concepts)
    assert relation_of(LEXICON)[ids.index(label), ids.index(text)] == said


def test_around_an_object_only_what_cannot_be_near_is_a_negative() -> None:
    ids, near = list(LEXICON.concepts), surroundings_of(LEXICON)
    assert near[ids.index("lake"), ids.index("grass")] == IGNORED  # both lie in parks
    assert near[ids.index("lake"), ids.index("snow")] == NEGATIVE


def test_examples_depend_on_seed_and_index_alone(datasets: Datasets, words: Words) -> None:
    first, second = (Examples(datasets.training, words, RECIPE)[5] for _ in range(2))
    other = Examples(datasets.training, words, replace(RECIPE, seed=1))[5]
    assert torch.equal(first.image, second.image)
    assert torch.equal(first.sentences, second.sentences)
    assert not torch.equal(first.image, other.image)


def test_every_example_of_a_step_has_as_many_classes_and_no_class_twice(datasets: Datasets, words: Words) -> None:
    examples = Examples(datasets.training, words, RECIPE)
    for step in range(6):
        concepts = [examples[step * RECIPE.batch + i].concepts.tolist() for i in range(RECIPE.batch)]
        assert len({len(each) for each in concepts}) == 1
        assert all(len(set(each)) == len(each) for each in concepts)
        assert RECIPE.classes[0] <= len(concepts[0]) <= RECIPE.classes[1]


def test_targets_follow_the_labels(datasets: Datasets, words: Words) -> None:
    dense = Datasets(Split(datasets.training.dense), Split())
    examples = Examples(dense.training, words, replace(RECIPE, classes=(4, 4)))
    for index in range(12):
        example = examples[index]
        unknown = example.labels == UNKNOWN
        assert (example.targets[:, unknown] == IGNORED).all()
        for column, concept in enumerate(example.concepts.tolist()):
            expected = words.relation[example.labels[~unknown].long(), concept]
            assert torch.equal(example.targets[column][~unknown], expected)


def test_phrases_are_drawn_from_the_concept(words: Words) -> None:
    chance, concept = Random(0), words.index("grass")
    first, last = words.spans[concept]
    pool = words.vectors[first:last].flatten(0, 1)
    for _ in range(20):
        drawn = words.draw(concept, chance)
        assert (pool == drawn).all(dim=1).any()


def test_a_run_gives_a_model_that_saves_and_loads_alike(toy: None, datasets: Datasets, tmp_path: Path) -> None:
    reports: list[Any] = []
    model = module.train(RECIPE, datasets, on_step=lambda step, average: reports.append(step))
    assert [report.step for report in reports] == [1, 2, 3, 4]
    assert reports[0].collapse is None
    assert 0 < reports[-1].collapse <= 1
    assert "compensation" in reports[-1].losses
    assert model.network.bias.seen.any()
    card = save_model(model, tmp_path / "toy")
    assert read_card(tmp_path / "toy") == card
    loaded = load_model(tmp_path / "toy")
    images, texts = torch.rand(1, 3, 64, 64), torch.nn.functional.normalize(torch.randn(3, 32), dim=-1)
    with torch.inference_mode():
        before, after = (m.decode(m.observe(images), texts).logits for m in (model, loaded))
    assert torch.allclose(before, after, atol=0.05)


def test_the_same_seed_trains_the_same_weights(toy: None, datasets: Datasets) -> None:
    first, second = (module.train(RECIPE, datasets).state_dict() for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)


@pytest.mark.parametrize("stop", [1, 2, 3])
def test_a_run_that_was_stopped_goes_on_to_the_same_weights(
    toy: None, datasets: Datasets, tmp_path: Path, stop: int
) -> None:
    whole = module.train(RECIPE, datasets).state_dict()
    asked = iter([False, *[False] * stop, True])  # while the words are read, then at every step
    with pytest.raises(Cancelled, match=f"after step {stop}; the same command with --resume"):
        module.train(RECIPE, datasets, keep_in=tmp_path, cancelled=lambda: next(asked))
    with pytest.raises(BadOption, match="another recipe"):
        module.train(replace(RECIPE, clip=2.0), datasets, keep_in=tmp_path, resume=True)
    resumed = module.train(RECIPE, datasets, keep_in=tmp_path, resume=True).state_dict()
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)
    forget_checkpoint(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_training_whose_model_could_not_be_written_is_not_done_again(
    toy: None, datasets: Datasets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    whole = module.train(RECIPE, datasets, keep_in=tmp_path, on_step=lambda step, _: told.append(step)).state_dict()
    monkeypatch.setattr(module.Run, "step", lambda *_: pytest.fail("a step was done again"))
    again: list[Any] = []
    model = module.train(
        RECIPE, datasets, keep_in=tmp_path, resume=True, on_step=lambda step, _: again.append(step)
    ).state_dict()
    assert all(torch.equal(whole[name], model[name]) for name in whole)
    assert again == [replace(told[-1], seconds_left=0.0)]


def test_the_command_writes_with_resume_what_it_could_not_write_before(
    toy: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise BadOutput("The model cannot be written.")

    recipe, folder = tmp_path / "recipe.toml", tmp_path / "model"
    values = "dim = 32\nsteps = 2\nalign_steps = 1\nbatch = 2\ncrop = 64\nclasses = [2, 4]\n"
    recipe.write_text(f"{values}{NETWORK_TOML}[resolutions]\nmeadows = [1.0, 1.0]\n")
    monkeypatch.setattr("core.train.datasets.open_datasets", lambda _: toy_datasets())
    command = ["train", str(recipe), "--data", "x", "--output", str(folder), "--device", "cpu"]
    with monkeypatch.context() as patch:
        patch.setattr("core.softguided.model.save_model", full)
        assert cli.main(command) == 2
    assert [path.name for path in folder.iterdir()] == [CHECKPOINT_FILE]
    monkeypatch.setattr(module.Run, "step", lambda *_: pytest.fail("a step was done again"))
    assert cli.main([*command, "--resume"]) == 0
    assert "losses: class" in " ".join(capfd.readouterr().out.split())
    assert sorted(path.name for path in folder.iterdir()) == [CARD_FILE, WEIGHTS_FILE]


def test_a_state_that_does_not_fit_the_disk_at_the_end_costs_no_model(
    toy: None, datasets: Datasets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise BadOutput("The disk is full.")

    monkeypatch.setattr(module, "save_checkpoint", full)
    assert module.train(RECIPE, datasets, keep_in=tmp_path).network.bias.seen.any()


@pytest.mark.parametrize("late", [WEIGHTS_FILE, CARD_FILE])
def test_a_model_that_cannot_be_written_leaves_the_older_one_whole(
    words: Words, datasets: Datasets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    older = save_model(build(Start(RECIPE), words, datasets.training).model, tmp_path)
    newer = build(Start(replace(RECIPE, seed=1)), words, datasets.training).model
    for name in ("write_bytes", "write_text"):
        write = getattr(Path, name)

        def halfway(self: Path, content: Any, write: Any = write, **options: Any) -> None:
            write(self, content[: len(content) // 2], **options)
            if self.name == late:
                raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(Path, name, halfway)
    with pytest.raises(BadOutput, match=r"^The model cannot be written to .*: No space left on device\.$"):
        save_model(newer, tmp_path)
    monkeypatch.undo()
    assert load_model(tmp_path).card == older
    assert sorted(path.name for path in tmp_path.iterdir()) == [CARD_FILE, WEIGHTS_FILE]
    assert save_model(newer, tmp_path) == load_model(tmp_path).card != older


def test_a_card_says_what_was_really_drawn(toy: None, datasets: Datasets) -> None:
    own = replace(datasets.training.dense[0], source="fields", ground_resolution_m=0.3)
    recipe = replace(RECIPE, resolutions={"meadows": (2.0, 3.0), "elsewhere": (0.01, 90.0)})
    split = Split((*datasets.training.dense, own), datasets.training.scenes)
    assert resolutions_drawn(split, recipe) == (0.3, 3.0)
    assert resolutions_drawn(split, replace(recipe, mixture={"fields": 0.0, "chips": 0.0})) == (2.0, 3.0)
    assert resolutions_drawn(split, replace(recipe, mixture={"fields": 0.0, "meadows": 0.0})) == (1.0, 1.0)
    assert module.train(recipe, Datasets(split, Split())).card.resolutions_m == (0.3, 3.0)


def test_the_starter_is_meant_for_what_its_card_says() -> None:
    dense = [("dubai", dubai.GROUND_RESOLUTION_M), ("korea", korea.GROUND_RESOLUTION_M)]
    dense += [("houston", resolution) for resolution in houston.GROUND_RESOLUTION_M.values()]
    scenes = [("ucmerced", ucmerced.GROUND_RESOLUTION_M), ("eurosat", eurosat.GROUND_RESOLUTION_M)]
    split = Split(
        tuple(DenseImage(name, "a", "a", resolution, (), pytest.fail) for name, resolution in dense),
        tuple(SceneImage(name, "a", resolution, "water", 1.0, pytest.fail) for name, resolution in scenes),
    )
    shipped = read_card(resource("models/starter")).resolutions_m
    assert resolutions_drawn(split, load_recipe(resource("recipes/starter.toml"))) == shipped == (0.05, 20.0)


@pytest.mark.parametrize("classes", [(9, 9), (1, 5000)])
def test_no_more_classes_are_typed_than_there_are(datasets: Datasets, words: Words, classes: tuple[int, int]) -> None:
    examples = Examples(datasets.training, words, replace(RECIPE, classes=classes))
    lengths = {len(examples[index].concepts) for index in range(4)}
    assert max(lengths) <= len(words.concepts) == 9
    held = Examples(datasets.training, words, replace(RECIPE, classes=(257, 257), held_out=("snow",)))
    assert len(held[0].concepts) == 8


def test_nothing_to_go_on_from_is_said(toy: None, datasets: Datasets, tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="no stopped training"):
        module.train(RECIPE, datasets, keep_in=tmp_path, resume=True)
    (tmp_path / CHECKPOINT_FILE).write_bytes(b"no state")
    with pytest.raises(BadOption, match="damaged"):
        module.train(RECIPE, datasets, keep_in=tmp_path, resume=True)


def test_the_guide_is_no_part_of_the_model(toy: None, datasets: Datasets) -> None:
    model = module.train(RECIPE, datasets)
    assert not [name for name in model.state_dict() if "guide" in name or "frozen" in name]


def test_nothing_to_train_on_is_said(toy: None) -> None:
    with pytest.raises(BadOption, match="nothing to train on"):
        module.train(RECIPE, Datasets(Split(), Split()))


def test_training_can_be_cancelled(toy: None, datasets: Datasets) -> None:
    with pytest.raises(Cancelled):
        module.train(RECIPE, datasets, cancelled=lambda: True)


def test_a_loss_that_is_no_number_stops_with_a_sentence(toy: None, datasets: Datasets) -> None:
    with pytest.raises(BadOption, match="no longer a number"):
        module.train(replace(RECIPE, learning_rate=1e20, clip=1e20, align_steps=0), datasets)


def _damage_weights(folder: Path) -> None:
    data = bytearray((folder / WEIGHTS_FILE).read_bytes())
    data[-5] ^= 1
    (folder / WEIGHTS_FILE).write_bytes(bytes(data))


def _foreign_card(folder: Path) -> None:
    card = json.loads((folder / CARD_FILE).read_text())
    (folder / CARD_FILE).write_text(json.dumps({**card, "image_tower": "resnet"}))


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (_damage_weights, "damaged"),
        (lambda folder: (folder / WEIGHTS_FILE).unlink(), "cannot be read"),
        (lambda folder: (folder / CARD_FILE).unlink(), "no usable model"),
        (lambda folder: (folder / CARD_FILE).write_text("{"), "no usable model"),
        (_foreign_card, "towers this version does not know"),
    ],
)
def test_a_damaged_model_is_refused(words: Words, tmp_path: Path, damage: Any, sentence: str) -> None:
    save_model(build(Start(RECIPE), words, toy_datasets().training).model, tmp_path)
    damage(tmp_path)
    with pytest.raises(NoModel, match=sentence):
        load_model(tmp_path)
