"""Figures of a comparison: against torchmetrics, by hand, and against a published example."""

import math

import numpy as np
import pytest
import torch
from scipy.ndimage import binary_erosion
from torchmetrics.functional.classification import multiclass_confusion_matrix

from core.errors import BadOption
from core.evaluate.boundary import Boundary
from core.evaluate.matching import match, parse_mapping
from core.evaluate.metrics import Confusion
from core.evaluate.sampled import area_adjusted
from core.raster.classmap import LegendEntry

CLASSES = 4


def blotches(seed: int, classes: int = CLASSES) -> np.ndarray:
    """Class patches of a few px, 0 among them."""
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, classes + 1, (12, 15))
    return np.kron(coarse, np.ones((5, 4), int)).astype(np.uint16)


@pytest.mark.parametrize("seed", range(4))
def test_precision_f1_and_kappa_equal_torchmetrics_counts_to_the_ninth_digit(seed: int) -> None:
    reference, predicted = blotches(seed), blotches(seed + 100)
    confusion = Confusion.of(reference, predicted, CLASSES)
    target, guess = (torch.from_numpy(each.astype(np.int64)) for each in (reference, predicted))
    counts = multiclass_confusion_matrix(guess, target, num_classes=CLASSES + 1, ignore_index=0).double()
    hits, present, claimed = counts.diagonal(), counts.sum(1), counts.sum(0)
    pixels = counts.sum()
    by_chance = (present * claimed).sum() / pixels**2
    expected = {
        "precision": hits / claimed,
        "accuracy": hits / present,
        "f1": 2 * hits / (present + claimed),
        "iou": hits / (present + claimed - hits),
    }
    for name, values in expected.items():
        np.testing.assert_allclose(getattr(confusion, name), values[1:], rtol=1e-9, atol=0)
    assert confusion.overall_accuracy == pytest.approx(float(hits.sum() / pixels), rel=1e-9)
    assert confusion.mean_iou == pytest.approx(float(expected["iou"][1:].mean()), rel=1e-9)
    assert confusion.kappa == pytest.approx(float((hits.sum() / pixels - by_chance) / (1 - by_chance)), rel=1e-9)


def test_kappa_of_a_textbook_example() -> None:
    reference = np.repeat([1, 1, 2, 2], [20, 5, 10, 15])[None]
    predicted = np.repeat([1, 2, 1, 2], [20, 5, 10, 15])[None]
    assert Confusion.of(reference, predicted, 2).kappa == pytest.approx(0.4)


def test_kappa_of_a_single_class_does_not_exist() -> None:
    assert math.isnan(Confusion.of(np.ones((2, 2), int), np.ones((2, 2), int), 2).kappa)


# ------------------------------------------------------------------------------------------------ boundary IoU


@pytest.mark.parametrize("reach", [1, 2, 4])
def test_boundary_iou_is_that_of_eroded_masks(reach: int) -> None:
    reference, predicted = (np.maximum(blotches(seed), 1) for seed in (1, 2))
    boundary = Boundary.of(reference, predicted, CLASSES, reach)
    box = np.ones((2 * reach + 1, 2 * reach + 1), bool)
    for number in range(1, CLASSES + 1):
        edges = []
        for labels in (reference, predicted):
            mask = labels == number
            edges.append(mask & ~binary_erosion(mask, box, border_value=1))
        expected = (edges[0] & edges[1]).sum() / (edges[0] | edges[1]).sum()
        assert boundary.iou[number - 1] == pytest.approx(expected)


def test_ground_that_is_not_known_makes_no_edge() -> None:
    reference = np.ones((9, 9), np.uint16)
    reference[:, 4:] = 0
    predicted = np.ones((9, 9), np.uint16)
    boundary = Boundary.of(reference, predicted, 1, 2)
    assert (boundary.reference.sum(), boundary.predicted.sum()) == (0, 0)
    assert math.isnan(boundary.iou[0])


def test_boundaries_of_strips_with_rows_around_them_add_up_to_the_whole() -> None:
    reference, predicted = blotches(3), blotches(4)
    whole = Boundary.of(reference, predicted, CLASSES, 2)
    parts = Boundary.empty(CLASSES)
    for top in range(0, 60, 7):
        first, last = max(0, top - 2), min(60, top + 9)
        counted = slice(top - first, min(top + 7, 60) - first)
        parts += Boundary.of(reference[first:last], predicted[first:last], CLASSES, 2, counted)
    np.testing.assert_array_equal(parts.both, whole.both)
    np.testing.assert_array_equal(parts.reference, whole.reference)
    np.testing.assert_array_equal(parts.predicted, whole.predicted)


# ------------------------------------------------------------------------------------------------ a sample

# The example of Olofsson and others 2014, Remote Sensing of Environment 148, tables 8 and 9: deforestation, forest
# gain, stable forest, stable non-forest; rows are the map.
SAMPLE = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
MAPPED_PX = np.array([200_000, 150_000, 3_200_000, 6_450_000])
PX_HA = 0.09


def sampled_confusion(counts: np.ndarray) -> Confusion:
    return Confusion(np.column_stack([np.zeros(len(counts), np.int64), counts.T]))


def test_area_adjusted_figures_are_those_of_the_published_example() -> None:
    found = area_adjusted(sampled_confusion(SAMPLE), MAPPED_PX / MAPPED_PX.sum())
    assert np.round(found.overall_accuracy, 2).tolist() == [0.95, 0.02]
    assert np.round(found.users, 2).tolist() == [[0.88, 0.07], [0.73, 0.10], [0.93, 0.04], [0.96, 0.02]]
    assert np.round(found.producers[:, 0], 2).tolist() == [0.75, 0.85, 0.93, 0.96]
    deforested_ha = found.shares[0] * MAPPED_PX.sum() * PX_HA
    assert deforested_ha.round().tolist() == pytest.approx([21_158, 6_158], abs=2)
    assert found.unsampled == ()


def test_margin_of_a_producers_accuracy_is_the_one_worked_out_by_hand() -> None:
    found = area_adjusted(sampled_confusion(SAMPLE), MAPPED_PX / MAPPED_PX.sum())
    true_px = 150_000 * 55 / 75 + 6_450_000 / 325
    share_found = 150_000 * 55 / 75 / true_px
    own = (150_000 * (1 - share_found)) ** 2 * (55 / 75) * (20 / 75) / 74
    others = (6_450_000 * share_found) ** 2 * (1 / 325) * (324 / 325) / 324
    assert found.producers[1].tolist() == pytest.approx(
        [share_found, 1.96 * math.sqrt(own + others) / true_px], rel=1e-4
    )


def test_class_without_a_sample_is_left_out_and_named() -> None:
    counts = SAMPLE.copy()
    counts[1] = 0
    found = area_adjusted(sampled_confusion(counts), MAPPED_PX / MAPPED_PX.sum())
    assert found.unsampled == (1,)
    assert math.isnan(found.users[1, 0])
    assert found.shares[:, 0].sum() == pytest.approx(1)


def test_perfect_sample_has_no_margin() -> None:
    found = area_adjusted(sampled_confusion(np.diag([10, 20])), np.array([0.3, 0.7]))
    assert found.overall_accuracy == (1.0, 0.0)
    assert found.shares.tolist() == [[0.3, 0.0], [0.7, 0.0]]


# ------------------------------------------------------------------------------------------------ matching


def legend(*names: str) -> list[LegendEntry]:
    return [LegendEntry(number, name, "#112233") for number, name in enumerate(names, start=1)]


@pytest.mark.parametrize(
    ("ours", "theirs", "mapping", "names", "classes", "reference"),
    [
        (("Tree", "road"), ("road", "tree "), "", ("road", "tree "), (2, 1), (1, 2)),
        (("tree", "road"), ("forest", "road"), "tree=forest", ("forest", "road"), (1, 2), (1, 2)),
        (("oak", "pine"), ("forest",), "oak=forest; pine=Forest", ("forest",), (1, 1), (1,)),
        (("tree",), ("oak", "pine", "road"), "tree=oak; tree=pine", ("oak + pine", "road"), (1,), (1, 1, 2)),
        (("tree", "car"), ("tree", "ship"), "", ("tree", "ship", "car"), (1, 3), (1, 2)),
        (("1", "2"), ("tree", "2"), "1=tree", ("tree", "2"), (1, 2), (1, 2)),
    ],
)
def test_classes_are_matched_by_mapping_and_by_name(
    ours: tuple, theirs: tuple, mapping: str, names: tuple, classes: tuple, reference: tuple
) -> None:
    found = match(legend(*ours), legend(*theirs), parse_mapping(mapping))
    assert found.names == names
    assert tuple(found.of_classes[1 : len(ours) + 1]) == classes
    assert tuple(found.of_reference[1 : len(theirs) + 1]) == reference
    assert found.of_classes[0] == found.of_reference[0] == 0


def test_ignored_classes_are_not_judged_and_leftovers_are_named() -> None:
    found = match(legend("tree", "car"), legend("tree", "clutter", "ship"), (), ("Clutter", "255"))
    assert found.of_reference[:4].tolist() == [0, 1, 0, 2]
    assert (found.only_reference, found.only_classes) == (("ship",), ("car",))


@pytest.mark.parametrize(
    ("mapping", "ignore", "message"),
    [
        ("tree", (), "has to look like"),
        ("tree=", (), "has to look like"),
        ("bush=tree", (), "no class “bush” in the class raster: it has tree, road"),
        ("tree=bush", (), "no class “bush” in the reference: it has wood, lawn"),
        ("", ("moor",), "no class “moor” in the reference"),
        ("", (), r"No class of the map \(tree, road\) has the name of one of the reference \(wood, lawn\)"),
    ],
)
def test_what_cannot_be_matched_is_refused_with_a_sentence(mapping: str, ignore: tuple, message: str) -> None:
    with pytest.raises(BadOption, match=message):
        match(legend("tree", "road"), legend("wood", "lawn"), parse_mapping(mapping), ignore)
