"""Policies, words and what is measured beside the map, on a miniature set in the layout of UAVid."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torchmetrics.classification import MulticlassF1Score

from core import cli
from core.engine import Engine
from core.errors import BadOption
from core.evaluate.evaluate import Beside, evaluate
from core.evaluate.evaluation_page import write_page
from core.evaluate.evaluation_table import write_table
from core.evaluate.gallery import Gallery
from core.evaluate.metrics import Confusion
from core.evaluate.novelty import Nearest, nearest_training_class
from core.evaluate.pipeline import moved_predictor, pipeline_predictor
from core.evaluate.policy import Policy, judged_classes
from core.evaluate.protocols import PROTOCOLS, describe_protocol
from core.evaluate.wordings import wordings
from core.evaluate.words import absent_names, typed_words
from core.evaluate.words_file import read_words
from core.options import INFERENCES
from core.raster.ownership import is_ours
from core.softguided.config import NetworkConfig
from core.softguided.model import ModelCard, SoftGuidedModel
from core.softguided.towers import Towers
from core.train.datasets import LabelClass
from core.train.datasets.published import published_layouts
from core.train.datasets.table import class_table
from tests.engine.colour_model import ColourModel
from tests.engine.softguided.tiny_network import DIM, TinyTower

# Mask colours of UAVid: clutter, building, road, tree, parked and moving cars.
COLOURS = {"clutter": 0x000000, "building": 0x800000, "road": 0x804080, "tree": 0x008000}
CARS = (0x400080, 0xC000C0)
COLOUR_WORDS = ("red", "green", "blue")
TYPED = ("building", "road", "tree", "low vegetation", "car", "human")


def picture(colours: list[int]) -> Image.Image:
    """Columns of 4 px in the given colours, 8 px high."""
    row = [[value >> 16, value >> 8 & 255, value & 255] for value in colours for _ in range(4)]
    return Image.fromarray(np.array([row] * 8, np.uint8))


def lay_down(folder: Path, masks: list[list[int]]) -> Path:
    """A data folder with one picture a mask, which looks as its mask does."""
    for place, colours in enumerate(masks):
        for kind in ("Images", "Labels"):
            path = folder / "UAVid" / "uavid_val" / f"seq{place}" / kind / "000000.png"
            path.parent.mkdir(parents=True)
            picture(colours).save(path)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One picture: clutter, building, road, tree, a parked and a moving car."""
    return lay_down(tmp_path, [[*COLOURS.values(), *CARS]])


def answer(*ids: int):
    """A predictor that always gives these ids, one a column of 4 px."""
    heard: list[tuple[str, ...]] = []

    def predict(image: np.ndarray, words: tuple[str, ...], resolution: float) -> np.ndarray:
        heard.append(words)
        return np.repeat(np.array([ids] * image.shape[0]), 4, axis=1)

    predict.heard = heard  # type: ignore[attr-defined]
    return predict


def test_classes_that_no_picture_tells_apart_are_one(folder: Path) -> None:
    predict = answer(0, 1, 2, 3, 5, 5)
    done = evaluate(predict, folder, on="uavid")
    assert predict.heard == [TYPED]
    assert [each.name for each in done.classes if each.share] == ["building", "road", "tree", "moving car + static car"]
    assert done.mean_iou == 1
    assert done.pixels == 5 * 32


def test_background_that_is_out_costs_nothing_and_is_not_typed(folder: Path) -> None:
    assert evaluate(answer(1, 1, 2, 3, 5, 5), folder, on="uavid").mean_iou == 1


def test_background_that_is_in_is_typed_and_judged(folder: Path) -> None:
    policy = Policy(background="in")
    predict = answer(1, 1, 2, 3, 5, 5)
    wrong = evaluate(predict, folder, on="uavid", policy=policy)
    assert predict.heard == [(*TYPED, "background clutter")]
    assert [each.iou for each in wrong.classes if each.share] == [0.5, 1, 1, 1, 0]
    assert evaluate(answer(7, 1, 2, 3, 5, 5), folder, on="uavid", policy=policy).mean_iou == 1


@pytest.mark.parametrize("left_open", [0, 8])
def test_no_class_and_absent_names_count_as_a_background_that_is_in(folder: Path, left_open: int) -> None:
    predict = answer(left_open, 1, 2, 3, 5, 5)
    done = evaluate(predict, folder, on="uavid", policy=Policy(background="in"), absent=("glacier",))
    assert done.mean_iou == 1
    assert done.unclaimed == pytest.approx(1 / 6)
    assert "given an absent name or no class, which counts as the background: 16.7" in done.table()


def test_ignored_classes_are_neither_typed_nor_judged(folder: Path) -> None:
    predict = answer(1, 1, 1, 2, 1, 1)
    done = evaluate(predict, folder, on="uavid", policy=Policy(ignore=("Road", "moving car", "static car")))
    assert predict.heard == [("building", "tree", "low vegetation", "human")]
    assert (done.mean_iou, done.pixels) == (1, 2 * 32)
    assert "not judged: Road, moving car, static car" in done.table()


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        ({"background": "maybe"}, "in or out"),
        ({"ignore": ("snow",)}, "no class “snow” to ignore"),
        ({"ignore": (*TYPED[:4], "moving car", "static car", "human")}, "nothing is left"),
    ],
)
def test_policies_that_make_no_sense_are_refused(folder: Path, policy: dict, sentence: str) -> None:
    with pytest.raises(BadOption, match=sentence):
        evaluate(answer(0, 1, 2, 3, 5, 5), folder, on="uavid", policy=Policy(**policy))


def test_a_set_without_background_cannot_have_it_in(tmp_path: Path) -> None:
    place = tmp_path / "own"
    for kind in ("images", "masks"):
        (place / kind).mkdir(parents=True)
    Image.fromarray(np.zeros((8, 8, 3), np.uint8)).save(place / "images" / "a.png")
    Image.fromarray(np.ones((8, 8), np.uint8)).save(place / "masks" / "a.png")
    (place / "classes.csv").write_text("value,name\n1,road\n")
    (place / "classes.toml").write_text('ground_resolution_m = 1\nclasses = [{ value = 1, name = "road" }]\n')
    assert evaluate(lambda *_: np.ones((8, 8), int), tmp_path, on="own").mean_iou == 1
    with pytest.raises(BadOption, match="no background"):
        evaluate(lambda *_: np.ones((8, 8), int), tmp_path, on="own", policy=Policy("in"))


def test_figures_equal_torchmetrics_on_the_whole_arrays(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    kinds = [*COLOURS.values(), *CARS]
    masks = [[kinds[place] for place in chance.integers(0, 6, 12)] for _ in range(4)]
    maps = chance.integers(0, 7, (4, 8, 48))
    answers = iter(maps)
    done = evaluate(lambda *_: next(answers), lay_down(tmp_path, masks), on="uavid")
    number = {kinds[0]: 0, kinds[1]: 1, kinds[2]: 2, kinds[3]: 3, kinds[4]: 5, kinds[5]: 5}
    truth = np.array([[[number[colour] for colour in mask for _ in range(4)]] * 8 for mask in masks])
    judge = MulticlassF1Score(num_classes=7, average=None, ignore_index=0).set_dtype(torch.float64)
    judge.update(torch.from_numpy(maps), torch.from_numpy(truth))
    f1 = judge.compute().numpy()[[1, 2, 3, 5]]
    found = np.array([each.iou for each in done.classes if each.share])
    np.testing.assert_allclose(found, f1 / (2 - f1), rtol=0, atol=1e-9)
    assert done.mean_iou == pytest.approx((f1 / (2 - f1)).mean(), abs=1e-9)


def test_seen_and_unseen_classes_are_averaged_apart(folder: Path) -> None:
    def nearest(words: tuple[str, ...]) -> tuple[Nearest, ...]:
        return tuple(Nearest("built", 0.95 if word in ("building", "road") else 0.5) for word in words)

    done = evaluate(answer(0, 1, 2, 0, 5, 5), folder, on="uavid", beside=Beside(nearest=nearest))
    assert done.novelty.seen == ("building", "road")
    assert (done.novelty.seen_mean_iou, done.novelty.unseen_mean_iou) == (1, 0.5)
    assert "100.0 over 2 seen, 50.0 over 4 unseen" in done.table()
    assert "cosine of 0.9 or more with one of which training had labelled pixels" in done.table()
    assert "scenes with one label for the whole do not count" in done.table()


def test_spread_over_wordings_is_that_of_the_words_which_fail(folder: Path) -> None:
    def predict(image: np.ndarray, words: tuple[str, ...], resolution: float) -> np.ndarray:
        known = "seen from above" not in words[0]
        return answer(*((0, 1, 2, 3, 5, 5) if known else (0, 0, 0, 0, 0, 0)))(image, words, resolution)

    done = evaluate(predict, folder, on="uavid", beside=Beside(wordings=4))
    assert [each.label for each in done.wordings.wordings[:2]] == ["as typed", "other phrases, 1"]
    assert (done.wordings.lowest, done.wordings.highest) == (0, 1)
    assert done.wordings.mean == pytest.approx(0.8)
    assert done.mean_iou == 1


def test_other_wordings_mean_the_same_and_never_name_two_classes_alike() -> None:
    classes = (LabelClass("trees", "tree"), LabelClass("strange", "strange"), LabelClass("roads", "road"))
    judged = judged_classes(classes, {"trees": "tree", "strange": "strange", "roads": "road, street"}, ("snow",))
    found = wordings(judged, 6)
    assert len({each.typed for each in found}) == len(found) == 6
    assert all(each.typed[1] == "strange" and each.typed[-1] == "snow" for each in found[::2])
    assert "a satellite image of road, a satellite image of street" in found[1].typed


def test_pixels_that_change_with_the_tiles_are_counted_where_tiles_can_move(tmp_path: Path) -> None:
    place = lay_down(tmp_path, [[0x800000] * 4, [0x800000] * 2])

    def moved(image: np.ndarray, words: tuple[str, ...], resolution: float) -> np.ndarray | None:
        return answer(1, 2, 1, 1)(image, words, resolution) if image.shape[1] == 16 else None

    still = lambda image, *_: np.ones(image.shape[:2], int)  # noqa: E731
    done = evaluate(still, place, on="uavid", beside=Beside(moved=moved))
    assert (done.consistency.moved, done.consistency.images) == (0.25, 1)
    assert "in 1 picture of more than one tile" in done.table()
    small = evaluate(still, place, on="uavid", beside=Beside(moved=lambda *_: None))
    assert "tiles cannot move" in small.table()


def test_tiles_of_the_pipeline_move_only_where_there_are_several() -> None:
    engine = Engine(ColourModel().eval(), torch.device("cpu"))  # type: ignore[arg-type]
    image = np.random.default_rng(0).integers(0, 255, (40, 40, 3)).astype(np.uint8).repeat(4, 0).repeat(4, 1)
    options = {"tile": 64, "overlap": 0.25}
    still = pipeline_predictor(engine, **options)(image, ("red", "green", "blue"), 1.0)
    moved = moved_predictor(engine, **options)(image, ("red", "green", "blue"), 1.0)
    assert moved is not None
    assert (still == moved).mean() > 0.95
    assert moved_predictor(engine)(image, ("red", "green"), 1.0) is None


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_protocol_finds_what_is_plain_to_see_and_gives_it_its_pixels(protocol: str) -> None:
    engine = Engine(ColourModel().eval(), torch.device("cpu"))  # type: ignore[arg-type]
    image = np.full((120, 200, 3), 20, np.uint8)
    image[:, :100, 0], image[:, 100:, 2] = 250, 250
    found = pipeline_predictor(engine, inference=protocol)(image, ("blue", "red"), 1.0)
    assert found.shape == (120, 200)
    assert (found[:, :90] == 2).all()
    assert (found[:, 110:] == 1).all()


def test_protocols_are_the_inferences_of_a_run_and_no_others() -> None:
    assert tuple(PROTOCOLS) == INFERENCES
    with pytest.raises(BadOption, match="choose native, peer-slide"):
        describe_protocol("peer")


def test_nearest_training_class_is_found_in_the_models_own_text_space(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path))
    model = trained_on_scenes()
    labels = torch.full((1, 4, 4), -1)
    labels[0, 0, 0], labels[0, 3, 3] = 0, 2
    model.network.bias.update(torch.rand(1, DIM, 4, 4), labels)
    engine = Engine(model, torch.device("cpu"))
    assert nearest_training_class(engine)(("blue", "red")) == (Nearest("blue", 1.0), Nearest("red", 1.0))
    assert [each.similarity for each in nearest_training_class(engine)(("green",))] == [0], "green had no pixel"
    without = Engine(ColourModel().eval(), torch.device("cpu"))  # type: ignore[arg-type]
    assert nearest_training_class(without)(("blue",)) == ()


def test_scenes_without_labelled_pixels_make_no_class_seen() -> None:
    engine = Engine(trained_on_scenes(), torch.device("cpu"))
    assert engine.model.card.memory == ("red", "green", "blue")
    assert nearest_training_class(engine)(("red",)) == ()


@pytest.mark.parametrize("layout", published_layouts(), ids=lambda layout: layout.name)
@pytest.mark.parametrize("background", [False, True])
def test_published_sets_have_trained_and_other_words_for_every_class(layout, background: bool) -> None:
    classes = class_table(layout.entries, layout.origin, background=background).classes
    for kind in ("trained", "other"):
        typed = typed_words(layout.name, kind, classes)
        assert list(typed) == [label.name for label in classes]
        same = {word: {label.concept for label in classes if typed[label.name] == word} for word in typed.values()}
        assert all(len(concepts) == 1 for concepts in same.values()), same
    absent = absent_names(layout.name, 4, classes)
    assert not set(absent) & set(typed_words(layout.name, "trained", classes).values())


def test_other_words_that_nobody_wrote_are_missed_clearly() -> None:
    with pytest.raises(BadOption, match=r"no other words for the class 'gizmo' of 'own'.*--words"):
        typed_words("own", "other", [LabelClass("gizmo", "gizmo")])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("w.json", '{"road": ["street", "lane"], "tree": "oak"}'),
        ("w.toml", 'road = ["street", "lane"]\ntree = "oak"\n'),
        ("w.csv", 'road,"street, lane"\ntree,oak\n'),
    ],
)
def test_words_come_from_files(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert read_words(tmp_path / name) == {"road": "street, lane", "tree": "oak"}


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("w.json", "{", "no valid JSON"),
        ("w.json", "[]", "a word to each class"),
        ("w.toml", "road = 3", "“road” has to be a text"),
        ("w.csv", "road,street,lane", "line 1 has 3 columns"),
        ("none.json", None, "cannot be read"),
    ],
)
def test_files_that_are_no_words_are_refused(tmp_path: Path, name: str, text: str | None, sentence: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(BadOption, match=sentence):
        read_words(tmp_path / name)


def test_page_and_table_show_maps_errors_and_the_command(tmp_path: Path, folder: Path) -> None:
    gallery = Gallery()
    beside = Beside(wordings=2, gallery=gallery, nearest=lambda words: tuple(Nearest("x", 0.5) for _ in words))
    done = evaluate(answer(0, 1, 2, 2, 5, 5), folder, on="uavid", beside=beside)
    write_page(tmp_path / "e.html", done, gallery, "<model> on uavid", "As it is.", "softseg evaluate x")
    page = (tmp_path / "e.html").read_text(encoding="utf-8")
    assert page.count("data:image/png;base64,") == 4
    assert "&lt;model&gt; on uavid" in page
    assert "softseg evaluate x" in page
    assert re.search(r"000000\.png: 80\.0 % of the pixels are right", page)
    write_table(tmp_path / "e.csv", done)
    rows = list(csv.DictReader((tmp_path / "e.csv").read_text().splitlines()))
    assert rows[0]["class"] == "(all)"
    assert float(rows[0]["iou"]) == done.mean_iou
    assert rows[3]["map: road"] == "32"
    assert is_ours(tmp_path / "e.html")
    assert is_ours(tmp_path / "e.csv")


def test_gallery_keeps_the_worst() -> None:
    gallery = Gallery()
    reference = np.ones((1, 40), np.uint16)
    for wrong in range(20):
        predicted = reference.copy()
        predicted[:, :wrong] = 0
        confusion = Confusion.of(reference, predicted, 1)
        gallery.add(f"{wrong}", np.zeros((1, 40, 3), np.uint8), reference, predicted, confusion)
    assert [each.name for each in gallery.exhibits] == [f"{wrong}" for wrong in range(19, 7, -1)]
    assert "12 of 20 pictures" in gallery.sentence


def test_command_writes_its_files_and_names_itself(tmp_path: Path, folder: Path, monkeypatch, capfd) -> None:
    monkeypatch.setattr("core.evaluate.subject.find_model", lambda name: _Named().eval())
    words = tmp_path / "w.csv"
    words.write_text("building,red\nroad,green\ntree,blue\nlow vegetation,other\n", encoding="utf-8")
    page, table = tmp_path / "e.html", tmp_path / "e.csv"
    line = ["evaluate", "colours", "--data", str(folder), "--on", "uavid", "--words", str(words), "--device", "cpu"]
    line += ["--ignore", "moving car; static car; human", "--wordings", "0", "--html", str(page), "--csv", str(table)]
    assert cli.main([*line, "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["command"].startswith("softseg evaluate colours --data")
    assert "--ignore 'moving car; static car; human'" in told["command"]
    assert (told["protocol"], told["background"], told["revision"]) == ("native", "out", "c0ffeec0ffee")
    assert page.exists()
    assert table.exists()
    assert cli.main([*line[:-4], "--protocol", "segearth", "--shift"]) == 2
    assert "do not move" in capfd.readouterr().err


class _ColourWords(torch.nn.Module):
    """Reads the names of colours."""

    def encode(self, sentences: list[str]) -> torch.Tensor:
        return torch.eye(DIM)[[COLOUR_WORDS.index(sentence) for sentence in sentences]]


def trained_on_scenes() -> SoftGuidedModel:
    """A network that remembers three concepts and has seen no pixel of any."""
    network = NetworkConfig(
        cost_width=8, heads=2, layers=1, window=4, text_hidden=16, pyramid_width=8, stage_widths=(4,),
        stage_cost_dim=8, class_pool=(1,),
    )  # fmt: skip
    card = ModelCard("scenes", "tiny", "tiny", DIM, network, COLOUR_WORDS, (0.1, 5.0), sha256="5cene5" * 8)
    image = TinyTower()
    return SoftGuidedModel(card, Towers(image, _ColourWords(), image.mean, image.std)).eval()


class _Named(ColourModel):
    """The colour model under the words of the set."""
