"""From quantised costs to classes and confidence."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.decide import COST_SCALE, Decision, class_dtype, decide
from core.errors import BadOption


def random_costs(classes, height=40, width=50, spread=30_000):
    generator = np.random.default_rng(classes)
    return generator.integers(-spread, spread, (classes, height, width), dtype=np.int16)


def everywhere(costs):
    return np.ones(costs.shape[1:], bool)


def sigmoid(logits):
    return 1 / (1 + np.exp(-logits))


@pytest.mark.parametrize("classes", [1, 2, 6, 20, 300])
@pytest.mark.parametrize("reach", [0.0, 0.5, 20.0])
def test_the_highest_balanced_cost_wins(classes, reach):
    costs = random_costs(classes)
    balance = np.round(np.random.default_rng(1).uniform(-reach, reach, classes), 3)
    decided = decide(costs, everywhere(costs), Decision(tuple(balance.tolist())))
    scores = costs + np.rint(balance / COST_SCALE).astype(np.int64)[:, None, None]
    assert (decided.classes == scores.argmax(axis=0) + 1).all()
    np.testing.assert_allclose(decided.confidence, sigmoid(scores.max(axis=0) * COST_SCALE), atol=1e-5)


@given(st.integers(2, 9), st.integers(0, 2))
@settings(max_examples=30, deadline=None)
def test_the_first_of_equals_wins(classes, spread):
    costs = random_costs(classes, spread=spread + 1)
    decided = decide(costs, everywhere(costs), Decision())
    assert (decided.classes == costs.argmax(axis=0) + 1).all()


@pytest.mark.parametrize(("classes", "dtype"), [(1, "uint8"), (254, "uint8"), (255, "uint16"), (65534, "uint16")])
def test_ids_have_eight_bits_up_to_254_classes(classes, dtype):
    assert class_dtype(classes) == dtype


def test_without_data_there_is_neither_class_nor_confidence():
    costs = random_costs(3)
    valid = np.random.default_rng(0).random(costs.shape[1:]) < 0.5
    decided = decide(costs, valid, Decision())
    assert ((decided.classes == 0) == ~valid).all()
    assert (np.isnan(decided.confidence) == ~valid).all()


def test_unsure_pixels_are_left_unlabelled_but_keep_their_confidence():
    costs = random_costs(2, spread=2000)
    decided = decide(costs, everywhere(costs), Decision(unsure=0.6))
    certain = decide(costs, everywhere(costs), Decision())
    sure = certain.confidence >= np.float32(0.6)
    assert 0 < sure.mean() < 1
    assert (decided.classes == np.where(sure, certain.classes, 0)).all()
    assert (decided.confidence == certain.confidence).all()


def test_a_class_may_need_more_than_the_others():
    costs = np.array([[[500, 500, -9000]], [[-9000, -9000, 500]]], np.int16)  # a, a, b at 0.62 each
    wanted = {(0.0, 0.0): [1, 1, 2], (0.7, 0.0): [0, 0, 2], (0.0, 0.7): [1, 1, 0], (0.5, 0.6): [1, 1, 2]}
    for thresholds, ids in wanted.items():
        decided = decide(costs, everywhere(costs), Decision(thresholds=thresholds))
        assert decided.classes.ravel().tolist() == ids
        assert (decided.confidence > 0.6).all()


def test_what_all_classes_need_holds_for_those_with_a_lower_threshold():
    costs = np.array([[[500]], [[-500]]], np.int16)
    assert decide(costs, everywhere(costs), Decision(unsure=0.7, thresholds=(0.1, 0.9))).classes.item() == 0


def test_thresholds_for_other_classes_are_refused():
    with pytest.raises(BadOption, match="3 thresholds for 2 classes"):
        decide(random_costs(2), np.ones((40, 50), bool), Decision(thresholds=(0.1, 0.2, 0.3)))


def test_a_single_class_wins_wherever_it_is_sure():
    costs = np.array([[[-5000, 0, 5000]]], np.int16)
    assert decide(costs, everywhere(costs), Decision()).classes.tolist() == [[1, 1, 1]]
    assert decide(costs, everywhere(costs), Decision(unsure=0.5)).classes.tolist() == [[0, 1, 1]]


def test_torch_tensors_are_as_good_as_arrays():
    costs = random_costs(4)
    ours = decide(costs, everywhere(costs), Decision())
    theirs = decide(torch.from_numpy(costs), torch.from_numpy(everywhere(costs)), Decision())
    assert (ours.classes == theirs.classes).all()


@pytest.mark.parametrize("width", [1, 70_000])
def test_very_narrow_and_very_wide_strips_are_decided_whole(width):
    costs = random_costs(2, height=3, width=width)
    assert (decide(costs, everywhere(costs), Decision()).classes == costs.argmax(axis=0) + 1).all()


@pytest.mark.parametrize(
    "options",
    [
        {"unsure": 1.1},
        {"unsure": -0.1},
        {"unsure": float("nan")},
        {"min_area_px": -1},
        {"balance": (0.0, float("nan"))},
        {"balance": (0.0, float("inf"))},
    ],
)
def test_numbers_out_of_range_are_refused(options):
    with pytest.raises(BadOption, match=r"\.$"):
        Decision(**options)


def test_a_balance_for_other_classes_is_refused():
    costs = random_costs(3)
    with pytest.raises(BadOption, match="2 numbers for 3 classes"):
        decide(costs, everywhere(costs), Decision((0.0, 1.0)))
