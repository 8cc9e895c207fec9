"""Losses: what must not count does not, and what is right costs less."""

from __future__ import annotations

import pytest
import torch

from core.train.crops import Weak
from core.train.losses import choice_loss, class_loss, lexicon_loss, raw_cost_loss, scene_loss, weak_loss
from core.train.words import IGNORED, NEGATIVE, POSITIVE, SIMILAR


def _targets() -> torch.Tensor:
    generator = torch.Generator().manual_seed(0)
    return torch.randint(0, 4, (2, 3, 8, 8), generator=generator, dtype=torch.uint8)


@pytest.mark.parametrize(("loss", "silent"), [(class_loss, (IGNORED, SIMILAR)), (choice_loss, (IGNORED,))])
def test_ignored_pixels_have_no_gradient(loss, silent) -> None:
    logits, targets = torch.randn(2, 3, 8, 8, requires_grad=True), _targets()
    loss(logits, targets).backward()
    assert logits.grad is not None
    muted = torch.isin(targets, torch.tensor(silent, dtype=torch.uint8))
    assert muted.any()
    assert logits.grad[muted].abs().max() == 0
    assert logits.grad[~muted].abs().max() > 0


def test_class_loss_is_binary_cross_entropy() -> None:
    logits, targets = torch.randn(1, 1, 4, 4), torch.full((1, 1, 4, 4), POSITIVE, dtype=torch.uint8)
    expected = torch.nn.functional.binary_cross_entropy_with_logits(logits, torch.ones_like(logits))
    assert class_loss(logits, targets) == pytest.approx(float(expected))


def test_choice_loss_is_cross_entropy_where_one_class_is_true() -> None:
    logits, labels = torch.randn(2, 5, 4, 4), torch.randint(0, 5, (2, 4, 4))
    targets = torch.full_like(logits, NEGATIVE, dtype=torch.uint8).scatter(1, labels[:, None], POSITIVE)
    expected = torch.nn.functional.cross_entropy(logits, labels)
    assert choice_loss(logits, targets) == pytest.approx(float(expected), rel=1e-5)


def test_a_look_alike_competes_without_being_called_wrong() -> None:
    targets = torch.tensor([POSITIVE, SIMILAR], dtype=torch.uint8).reshape(1, 2, 1, 1)
    weak, strong = (torch.tensor([0.0, other]).reshape(1, 2, 1, 1) for other in (-3.0, 3.0))
    assert choice_loss(strong, targets) > choice_loss(weak, targets)
    assert class_loss(strong, targets) == class_loss(weak, targets)


def test_without_any_known_pixel_the_losses_are_zero() -> None:
    logits = torch.randn(1, 2, 4, 4)
    nothing = torch.full((1, 2, 4, 4), IGNORED, dtype=torch.uint8)
    assert class_loss(logits, nothing) == 0
    assert choice_loss(logits, nothing) == 0
    assert raw_cost_loss(torch.randn(1, 2, 2, 2), nothing, torch.zeros(2)) == 0


def test_raw_costs_are_judged_by_the_shares_of_their_cells() -> None:
    targets = torch.full((1, 2, 8, 8), NEGATIVE, dtype=torch.uint8)
    targets[:, 0, :, :4] = POSITIVE
    targets[:, 1, :, 4:] = POSITIVE
    good = torch.tensor([[1.0, -1.0], [1.0, -1.0]])
    costs = torch.stack([good, -good])[None]
    gain = torch.tensor([2.0, 0.0])
    assert raw_cost_loss(costs, targets, gain) < 0.1 * raw_cost_loss(-costs, targets, gain)


def test_a_scene_has_to_win_in_its_box_only() -> None:
    logits = torch.zeros(1, 2, 8, 8)
    logits[0, 1, :2, :2] = 8
    inside, outside = (Weak((row, row, 4, 4), 1, 0.25) for row in (0, 4))
    assert weak_loss(logits, [[inside]]) < 0.01
    assert weak_loss(logits, [[outside]]) > 0.5
    assert weak_loss(logits, [[]]) == 0


def test_scene_loss_prefers_the_scene_named() -> None:
    texts = torch.eye(4)[None, :3]
    concepts, gain = torch.tensor([[7, 8, 9]]), torch.tensor([3.0, 0.0])
    right = scene_loss(torch.eye(4)[1:2], texts, concepts, torch.tensor([8]), gain)
    wrong = scene_loss(torch.eye(4)[0:1], texts, concepts, torch.tensor([8]), gain)
    assert right < wrong
    assert scene_loss(torch.eye(4)[:1], texts, concepts, torch.tensor([5]), gain) == 0


def test_lexicon_loss_wants_one_concept_together_and_leaves_kin_alone() -> None:
    relation = torch.tensor(
        [[POSITIVE, NEGATIVE, IGNORED], [NEGATIVE, POSITIVE, NEGATIVE], [IGNORED, NEGATIVE, POSITIVE]],
        dtype=torch.uint8,
    )
    concepts = torch.tensor([0, 0, 1, 1, 2, 2])
    sorted_texts = torch.eye(3)[concepts]
    mixed = torch.eye(3)[torch.tensor([0, 1, 0, 1, 2, 2])]
    assert lexicon_loss(sorted_texts, concepts, relation) < lexicon_loss(mixed, concepts, relation)
    kin_as_one = torch.eye(3)[torch.tensor([0, 0, 1, 1, 0, 0])]
    assert lexicon_loss(kin_as_one, concepts, relation) < lexicon_loss(mixed, concepts, relation)
