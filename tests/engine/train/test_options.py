"""What a recipe may ask of a training: classes held out, what is ignored, precision, processes; and what stops it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import BadOption
from core.train import train as module
from core.train.crops import UNKNOWN
from core.train.datasets.kinds import Datasets, LabelClass, Split
from core.train.examples import Examples
from core.train.kept import Kept
from core.train.ranks import Alone, Several, open_ranks
from core.train.recipe import LossWeights
from core.train.start import Start, build
from core.train.words import IGNORED, NEGATIVE, Words, gather_words
from tests.engine.train.toy import LEXICON, RECIPE, Letters, play, toy_datasets


@pytest.fixture(scope="module")
def words() -> Words:
    return gather_words(LEXICON, Letters())


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch)


def test_what_is_held_out_is_neither_seen_nor_typed(words: Words) -> None:
    recipe = replace(RECIPE, held_out=("water", "snow"))
    examples = Examples(toy_datasets().training, words, recipe)
    held = {words.index(name) for name in ("water", "lake", "snow")}
    assert words.kinds(recipe.held_out) == held
    for index in range(20):
        example = examples[index]
        assert not held & set(example.concepts.tolist())
        assert not held & set(example.labels.unique().tolist())
    assert [scene.concept for scenes in examples.scenes.values() for scene in scenes] == ["park"]


def test_pasting_and_light_change_pictures_and_keep_labels_with_their_pixels(words: Words) -> None:
    split = Split(toy_datasets().training.dense)
    usual = Examples(split, words, replace(RECIPE, colour=0.0))
    changed = Examples(split, words, replace(RECIPE, colour=0.0, pasted=1.0, relit=1.0))
    for index in range(6):
        was, now = usual[index], changed[index]
        assert not torch.equal(was.image, now.image)
        assert torch.equal(changed[index].image, now.image)  # chance depends on the seed and the index alone
    never = Examples(split, words, replace(RECIPE, colour=0.0, pasted=0.0, relit=0.0))
    assert torch.equal(never[3].image, usual[3].image)


@pytest.mark.parametrize(("all_typed", "always"), [(1.0, True), (0.0, False)])
def test_classes_of_a_data_set_are_typed_where_they_are_not_as_often_as_the_recipe_says(
    words: Words, all_typed: float, always: bool
) -> None:
    elsewhere = ("crop", "snow", "wood")
    (meadow,) = toy_datasets().training.dense
    meadow = replace(meadow, classes=(*meadow.classes, *(LabelClass(name, name) for name in elsewhere)))
    examples = Examples(Split((meadow,)), words, replace(RECIPE, classes=(6, 6), all_typed=all_typed))
    typed = [set(examples[index].concepts.tolist()) for index in range(20)]
    assert all({words.index(name) for name in elsewhere} <= each for each in typed) == always


def test_a_class_that_is_held_out_is_no_negative_either(words: Words) -> None:
    recipe = replace(RECIPE, held_out=("water",), ignored="negative", classes=(3, 3))
    examples = Examples(Split(toy_datasets().training.dense), words, recipe)
    lake = np.array([40, 60, 200]) / 255
    for index in range(8):
        example = examples[index]
        centres = example.image[:, 2::4, 2::4]
        blue = (centres[2] > centres[1]) & (centres.sum(dim=0) > 0.1 * lake.sum())
        assert blue.any()
        assert (example.targets[:, blue] == IGNORED).all()


@pytest.mark.parametrize(("ignored", "said"), [("masked", IGNORED), ("negative", NEGATIVE)])
def test_unlabelled_pixels_count_as_the_recipe_says_and_no_data_never(words: Words, ignored: str, said: int) -> None:
    recipe = replace(RECIPE, ignored=ignored, classes=(3, 3), colour=0.0)
    examples = Examples(Split(toy_datasets().training.dense), words, recipe)
    met = {"bare": False, "black": False}
    for index in range(30):
        example = examples[index]
        unknown = example.labels == UNKNOWN
        black = unknown & (example.image[:, 2::4, 2::4].sum(dim=0) == 0)
        bare = unknown & (example.image[:, 2::4, 2::4].sum(dim=0) > 0.5)
        assert (example.targets[:, black] == IGNORED).all()
        assert (example.targets[:, bare] == said).all()
        met = {"bare": met["bare"] or bool(bare.any()), "black": met["black"] or bool(black.any())}
    assert met == {"bare": True, "black": True}


def test_a_concept_that_is_none_cannot_be_held_out(toy: None) -> None:
    with pytest.raises(BadOption, match="holds out “lava”"):
        module.train(replace(RECIPE, held_out=("lava",)), toy_datasets())


def test_without_turns_a_crop_is_only_mirrored(words: Words) -> None:
    recipe = replace(RECIPE, turns=False, colour=0.0)
    examples = Examples(Split(toy_datasets().training.dense), words, recipe)
    for index in range(12):
        left, right = examples[index].image[2, 20:, 4].mean(), examples[index].image[2, 20:, -4].mean()
        assert abs(left - right) > 0.3  # the lake stays beside the grass, never above it


def test_half_precision_trains_to_finite_weights(toy: None) -> None:
    model = module.train(replace(RECIPE, bf16="on"), toy_datasets())
    assert all(tensor.isfinite().all() for tensor in model.state_dict().values())


def test_without_compensation_the_meter_still_reads(toy: None) -> None:
    seen = []
    recipe = replace(RECIPE, loss=LossWeights(compensation=0.0))
    module.train(recipe, toy_datasets(), on_step=lambda step, average: seen.append(step))
    assert "compensation" not in seen[-1].losses
    assert 0 < seen[-1].collapse <= 1


def test_a_data_set_that_the_recipe_draws_from_is_missed(toy: None) -> None:
    recipe = replace(RECIPE, mixture={"meadows": 1.0, "korea": 2.0, "houston": 0.0})
    with pytest.raises(BadOption, match="draws from korea, which the data folder does not hold"):
        module.train(recipe, toy_datasets())


def test_pictures_that_are_all_left_out_are_nothing_to_train_on(toy: None) -> None:
    with pytest.raises(BadOption, match="nothing to train on"):
        module.train(replace(RECIPE, mixture={"meadows": 0.0, "chips": 0.0}), toy_datasets())


def test_a_damaged_picture_is_one_sentence_with_its_name(toy: None) -> None:
    dense = toy_datasets().training.dense[0]
    broken = replace(dense, read=lambda: (np.zeros((80, 80, 3), np.uint8), np.zeros((70, 80), np.uint8)))
    with pytest.raises(BadOption) as told:
        module.train(RECIPE, Datasets(Split((broken,)), Split()))
    assert told.value.text == "a.png: the picture is 80 x 80 px, its mask 80 x 70 px; both must have the same size."


def test_decoded_pictures_are_kept_up_to_so_many_bytes() -> None:
    kept, loaded = Kept(250), []

    def load(key: str, size: int) -> int:
        def read() -> tuple[np.ndarray]:
            loaded.append(key)
            return (np.zeros(size, np.uint8),)

        return len(kept.get(key, read)[0])

    for key in ("a", "b", "a", "c"):
        assert load(key, 100) == 100
    assert (loaded, kept.used_bytes) == (["a", "b", "c"], 200)  # b, not used for longest, went
    load("a", 100)
    assert loaded == ["a", "b", "c"]
    assert load("huge", 1000) == 1000
    assert kept.used_bytes == 200


def test_processes_share_every_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    ranks = [object.__new__(Several) for _ in range(2)]
    for index, rank in enumerate(ranks):
        rank.index, rank.count = index, 2
    shares = [rank.share(range(3, 5), 4) for rank in ranks]
    assert shares == [[12, 13, 16, 17], [14, 15, 18, 19]]
    assert sorted(index for share in shares for index in share) == list(Alone().share(range(3, 5), 4))
    with pytest.raises(BadOption, match="batch of 3 cannot be shared by 2"):
        ranks[0].share(range(1), 3)


def test_several_processes_without_accelerate_are_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    monkeypatch.setitem(sys.modules, "accelerate", None)
    with pytest.raises(BadOption, match="pip install accelerate"):
        open_ranks()


def test_one_process_needs_no_accelerate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    monkeypatch.setitem(sys.modules, "accelerate", None)
    ranks = open_ranks()
    assert (ranks.index, ranks.count, ranks.device) == (0, 1, None)
    assert torch.equal(ranks.gather(torch.ones(2)), torch.ones(2))


def test_curves_without_tensorboard_are_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from core.train.curves import Curves

    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    with pytest.raises(BadOption, match="pip install tensorboard"):
        Curves(tmp_path, toy_datasets(), RECIPE)


def test_curves_show_losses_and_maps(toy: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from core.train.curves import Curves

    pytest.importorskip("tensorboard")
    monkeypatch.setattr("core.vlm.sentence_tower.MiniLm", Letters)
    curves = Curves(tmp_path, toy_datasets(), RECIPE)
    module.train(RECIPE, toy_datasets(), on_step=lambda step, average: curves.add(step, average.module.model))
    curves.close()
    assert next(tmp_path.iterdir()).stat().st_size > 1000


def test_a_sample_is_shown_beside_its_labels_and_its_map(monkeypatch: pytest.MonkeyPatch, words: Words) -> None:
    from core.train.curves import Sample, shown

    monkeypatch.setattr("core.vlm.sentence_tower.MiniLm", Letters)
    image = np.full((64, 64, 3), 90, np.uint8)
    labels = np.zeros((64, 64), np.int16)
    labels[:, :32] = UNKNOWN
    sample = Sample("meadows", image, labels, ("lake", "grass"))
    picture = shown(sample, build(Start(RECIPE), words, toy_datasets().training).model.eval())
    assert picture.shape == (64, 192, 3)
    assert (picture[:, :64] == 90).all()
    assert (picture[:, 64:96] == 0).all()
    assert len(np.unique(picture[:, 96:128].reshape(-1, 3), axis=0)) == 1
