"""The evaluation of a known predictor on a miniature data set."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import BadOption
from core.evaluate.evaluate import choose, evaluate
from core.train.datasets import open_datasets

BUILDING, LAND = (0x3C, 0x10, 0x98), (0x84, 0x29, 0xF6)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two tiles, each with one picture: the left half building, the right half land."""
    for tile in ("tile1", "tile7"):
        mask = np.full((10, 20, 3), LAND, np.uint8)
        mask[:, :10] = BUILDING
        for kind, pixels in (("images/part.jpg", mask), ("masks/part.png", mask)):
            path = tmp_path / "dubai_aerial" / tile / kind
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(pixels).save(path)
    return tmp_path


def halves(left: int, right: int) -> np.ndarray:
    labels = np.full((10, 20), right, np.uint8)
    labels[:, :10] = left
    return labels


def test_right_answers_score_one(folder: Path) -> None:
    done = evaluate(lambda image, words, resolution: halves(1, 2), folder)
    assert done.mean_iou == done.overall_accuracy == 1.0
    assert done.mean_iou_interval == (1.0, 1.0)
    assert (done.images, done.pixels, done.images_on_training_side) == (1, 200, 0)
    assert [figures.typed for figures in done.classes] == ["building", "land", "road", "vegetation", "water"]
    assert [figures.share for figures in done.classes] == [0.5, 0.5, 0, 0, 0]


def test_predictor_is_given_the_typed_words_and_the_resolution(folder: Path) -> None:
    heard = []

    def predict(image: np.ndarray, words: tuple[str, ...], resolution: float) -> np.ndarray:
        heard.append((image.shape, words, resolution))
        return halves(1, 2)

    names = {"building": "hut", "land (unpaved area)": "earth", "road": "lane", "vegetation": "green", "water": "sea"}
    evaluate(predict, folder, names=names, absent=("snow",))
    resolution = open_datasets(folder).validation.dense[0].ground_resolution_m
    assert heard == [((10, 20, 3), ("hut", "earth", "lane", "green", "sea", "snow"), resolution)]


def test_what_falls_on_an_absent_name_is_wrong(folder: Path) -> None:
    done = evaluate(lambda image, words, resolution: halves(6, 2), folder, absent=("snow",))
    assert [figures.iou for figures in done.classes[:2]] == [0, 1]
    assert done.unclaimed == done.mean_iou == 0.5
    assert "snow" in done.table()


def test_several_pictures_give_an_interval_and_tell_the_training_side(folder: Path) -> None:
    answers = iter([halves(1, 2), halves(2, 1)])
    seen: list[tuple[int, int]] = []
    done = evaluate(
        lambda image, words, resolution: next(answers),
        folder,
        on="dubai",
        on_image=lambda index, images: seen.append((index, images)),
    )
    assert done.mean_iou_interval == (0.0, 1.0)
    assert done.overall_accuracy == 0.5
    assert seen == [(1, 2), (2, 2)]
    assert "1 of the pictures belong to the training side" in done.table()


def test_figures_travel_as_json_without_nan(folder: Path) -> None:
    done = evaluate(lambda image, words, resolution: halves(1, 2), folder)
    plain = json.loads(json.dumps(done.as_dict(), allow_nan=False))
    assert plain["mean_iou"] == 1.0
    water = {"name": "water", "typed": "water", "share": 0.0, "iou": None, "accuracy": None}
    assert water.items() <= plain["classes"][4].items()
    assert plain["classes"][4]["iou_interval"] == [None, None]
    assert plain["confusion"][0] == [0, 100, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("on", "places"),
    [("dubai", ["tile1", "tile7"]), ("dubai:tile7", ["tile7"]), ("dubai: tile1,tile7", ["tile1", "tile7"])],
)
def test_places_are_chosen_by_name(folder: Path, on: str, places: list[str]) -> None:
    assert [image.place for image in choose(open_datasets(folder), on)] == places


@pytest.mark.parametrize(("on", "sentence"), [("korea:3", "holds dubai"), ("dubai:tile2", "choose among tile1, tile7")])
def test_unknown_places_are_refused_with_what_there_is(folder: Path, on: str, sentence: str) -> None:
    with pytest.raises(BadOption, match=sentence):
        choose(open_datasets(folder), on)


def test_words_that_repeat_or_lack_a_class_are_refused(folder: Path) -> None:
    with pytest.raises(BadOption, match="repeat"):
        evaluate(lambda image, words, resolution: halves(1, 2), folder, absent=("road",))
    with pytest.raises(BadOption, match="Nothing is typed for the class 'road'"):
        evaluate(
            lambda image, words, resolution: halves(1, 2), folder, names={"building": "a", "land (unpaved area)": "b"}
        )
