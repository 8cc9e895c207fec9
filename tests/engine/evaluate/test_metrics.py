"""Figures of agreement: by hand, against torchmetrics, and streamed."""

import math

import numpy as np
import pytest
import torch
from torchmetrics import Metric
from torchmetrics.classification import MulticlassAccuracy, MulticlassF1Score
from torchmetrics.functional.classification import (
    multiclass_accuracy,
    multiclass_confusion_matrix,
    multiclass_jaccard_index,
)

from core.evaluate.metrics import Confusion, bootstrap_interval, bootstrap_intervals, total

CLASSES = 4


def scene(seed: int, wrong: float = 0.4) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    reference = chance.integers(0, CLASSES + 1, (37, 53)).astype(np.uint8)
    predicted = np.where(chance.random(reference.shape) < wrong, chance.integers(1, CLASSES + 1, (37, 53)), reference)
    return reference, np.where(predicted == 0, 1, predicted).astype(np.uint8)


def test_figures_of_a_tiny_map_are_those_worked_out_by_hand() -> None:
    reference = np.array([[1, 1, 1, 2], [2, 0, 0, 3]])
    predicted = np.array([[1, 1, 2, 2], [2, 2, 1, 0]])
    confusion = Confusion.of(reference, predicted, 4)
    np.testing.assert_allclose(confusion.iou, [2 / 3, 2 / 3, 0, np.nan])
    np.testing.assert_allclose(confusion.accuracy, [2 / 3, 1, 0, np.nan])
    assert confusion.mean_iou == pytest.approx(4 / 9)
    assert confusion.mean_accuracy == pytest.approx(5 / 9)
    assert confusion.overall_accuracy == pytest.approx(4 / 6)
    assert confusion.unclaimed == pytest.approx(1 / 6)


@pytest.mark.parametrize("seed", range(5))
def test_figures_equal_torchmetrics(seed: int) -> None:
    reference, predicted = scene(seed)
    confusion = Confusion.of(reference, predicted, CLASSES)
    target, preds = torch.from_numpy(reference).long(), torch.from_numpy(predicted).long()
    common = {"num_classes": CLASSES + 1, "ignore_index": 0}
    assert (confusion.counts == multiclass_confusion_matrix(preds, target, **common).numpy()[1:]).all()
    iou = multiclass_jaccard_index(preds, target, average="none", **common)[1:]
    found = multiclass_accuracy(preds, target, average="none", **common)[1:]
    # Its functions divide in single precision; the counts above are exact, and its classes below use double.
    np.testing.assert_allclose(confusion.iou, iou, rtol=1e-6)
    np.testing.assert_allclose(confusion.accuracy, found, rtol=1e-6)


def test_figures_of_many_pictures_equal_torchmetrics_on_the_whole_arrays_to_nine_digits() -> None:
    pictures = [scene(seed, wrong=0.1 * seed) for seed in range(6)]
    whole = total([Confusion.of(*picture, CLASSES) for picture in pictures])
    target, preds = (torch.from_numpy(np.stack(each)).long() for each in zip(*pictures, strict=True))

    def judged_by(metric: type[Metric], average: str | None) -> np.ndarray:
        judge = metric(num_classes=CLASSES + 1, average=average, ignore_index=0).set_dtype(torch.float64)
        judge.update(preds, target)
        return judge.compute().numpy()

    f1, found = judged_by(MulticlassF1Score, None)[1:], judged_by(MulticlassAccuracy, None)[1:]
    iou = f1 / (2 - f1)  # its own index divides in single precision
    np.testing.assert_allclose(whole.iou, iou, rtol=0, atol=1e-9)
    np.testing.assert_allclose(whole.f1, f1, rtol=0, atol=1e-9)
    np.testing.assert_allclose(whole.accuracy, found, rtol=0, atol=1e-9)
    assert whole.mean_iou == pytest.approx(iou.mean(), abs=1e-9)
    assert whole.mean_accuracy == pytest.approx(found.mean(), abs=1e-9)
    assert whole.overall_accuracy == pytest.approx(float(judged_by(MulticlassAccuracy, "micro")), abs=1e-9)


def test_predicted_nothing_counts_against_its_class() -> None:
    reference = np.ones((4, 4), np.uint8)
    predicted = np.ones((4, 4), np.uint8)
    predicted[:2] = 0
    assert Confusion.of(reference, predicted, 2).iou[0] == pytest.approx(0.5)


def test_absent_name_counts_like_nothing() -> None:
    reference, predicted = scene(3)
    nothing, absent = predicted.copy(), predicted.copy()
    nothing[:5], absent[:5] = 0, CLASSES + 7
    same = Confusion.of(reference, nothing, CLASSES).counts == Confusion.of(reference, absent, CLASSES).counts
    assert same.all()


def test_prediction_on_ignored_ground_costs_nothing() -> None:
    reference = np.array([[1, 0, 0, 2]])
    assert Confusion.of(reference, np.array([[1, 1, 2, 2]]), 2).mean_iou == 1.0


def test_class_that_is_only_predicted_is_outside_the_mean() -> None:
    confusion = Confusion.of(np.array([[1, 1]]), np.array([[1, 2]]), 2)
    assert confusion.iou[1] == 0
    assert confusion.mean_iou == pytest.approx(0.5)


def test_figures_of_an_unlabelled_map_do_not_exist() -> None:
    confusion = Confusion.of(np.zeros((3, 3), int), np.ones((3, 3), int), 2)
    assert all(math.isnan(x) for x in (confusion.mean_iou, confusion.mean_accuracy, confusion.overall_accuracy))


def test_streaming_equals_the_whole() -> None:
    reference, predicted = scene(1)
    rows = [Confusion.of(reference[i : i + 7], predicted[i : i + 7], CLASSES) for i in range(0, 37, 7)]
    whole = Confusion.of(reference, predicted, CLASSES)
    assert (total(rows).counts == whole.counts).all()
    assert (sum(rows, Confusion.empty(CLASSES)).counts == whole.counts).all()


@pytest.mark.parametrize(
    ("reference", "predicted"), [(np.ones((2, 2)), np.ones((2, 3))), (np.full((2, 2), 5), np.ones((2, 2)))]
)
def test_misfitting_arrays_are_refused(reference: np.ndarray, predicted: np.ndarray) -> None:
    with pytest.raises(ValueError, match="reference"):
        Confusion.of(reference.astype(int), predicted.astype(int), 4)


def test_interval_holds_the_figure_and_repeats_with_its_seed() -> None:
    images = [Confusion.of(*scene(seed, wrong=seed / 12), CLASSES) for seed in range(12)]
    low, high = bootstrap_interval(images, lambda c: c.mean_iou, resamples=300)
    assert low < total(images).mean_iou < high
    assert (low, high) == bootstrap_interval(images, lambda c: c.mean_iou, resamples=300)
    assert (low, high) != bootstrap_interval(images, lambda c: c.mean_iou, resamples=300, seed=1)


def test_interval_of_equal_images_is_a_point() -> None:
    images = [Confusion.of(*scene(0), CLASSES)] * 6
    low, high = bootstrap_interval(images, lambda c: c.overall_accuracy, resamples=50)
    assert low == high == pytest.approx(images[0].overall_accuracy)


def test_several_intervals_are_those_of_each_figure_alone_and_missing_figures_do_not_matter() -> None:
    images = [Confusion.of(*scene(seed, wrong=seed / 12), CLASSES) for seed in range(8)]
    alone = bootstrap_interval(images, lambda c: c.mean_iou, resamples=200)
    counts = [image.counts for image in images]
    both = bootstrap_intervals(counts, lambda c: [Confusion(c).mean_iou, math.nan], resamples=200)
    assert both[0] == pytest.approx(alone)
    assert all(math.isnan(end) for end in both[1])
