"""The RS-bias memory: prototypes, their retrieval, and the scene without a memory."""

from __future__ import annotations

import pytest
import torch

from core.softguided.rs_bias import RsBias
from tests.engine.softguided.tiny_network import DIM, unit


def _filled(names: tuple[str, ...] = ("building", "road", "tree")) -> RsBias:
    bias = RsBias(DIM, names)
    bias.prototypes.copy_(unit(len(names), DIM, seed=1))
    bias.texts.copy_(torch.eye(DIM)[: len(names)])
    bias.seen.fill_(True)
    return bias


def test_prototypes_converge_to_the_means_of_their_classes() -> None:
    generator = torch.Generator().manual_seed(0)
    means = unit(3, DIM, seed=2)
    bias = RsBias(DIM, ("a", "b", "c"))
    for _ in range(60):
        labels = torch.randint(0, 3, (2, 8, 8), generator=generator)
        cells = means[labels] + 0.02 * torch.randn(2, 8, 8, DIM, generator=generator)
        bias.update(cells.permute(0, 3, 1, 2), labels)
    cosines = torch.nn.functional.cosine_similarity(bias.prototypes, means)
    assert cosines.min() > 0.995


def test_unlabelled_pixels_do_not_move_the_memory() -> None:
    bias = _filled()
    before = bias.prototypes.clone()
    bias.update(torch.randn(1, DIM, 4, 4), torch.full((1, 4, 4), -1))
    assert torch.equal(bias.prototypes, before)


def test_hard_pixels_count_more_than_easy_ones() -> None:
    bias = RsBias(2, ("a",))
    bias.prototypes.copy_(torch.tensor([[1.0, 0.0]]))
    bias.seen.fill_(True)
    cells = torch.tensor([[1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]).T.reshape(1, 2, 2, 2)
    bias.update(cells, torch.zeros(1, 2, 2, dtype=torch.long), rate=1.0)
    assert bias.prototypes[0, 1] > 0.9


def test_an_unseen_class_retrieves_the_prototype_of_the_nearest_text() -> None:
    bias = _filled()
    texts = torch.nn.functional.normalize(torch.eye(DIM)[[2, 0]] + 0.1, dim=-1)
    retrieved = bias(texts[None], torch.zeros(1, DIM)).classes[0]
    assert bias.nearest(texts) == ["tree", "building"]
    assert (retrieved[0] - bias.prototypes[2]).norm() < (retrieved[0] - bias.prototypes[:2]).norm(dim=1).min()


def test_a_class_far_from_all_training_classes_falls_back_to_the_scene() -> None:
    bias = _filled()
    stranger = torch.eye(DIM)[DIM - 1 :]
    said = bias(stranger[None], torch.zeros(1, DIM))
    assert torch.allclose(said.classes[0, 0], said.scene[0], atol=0.02)


def test_without_a_memory_the_bias_follows_the_picture() -> None:
    bias, pooled = RsBias(DIM), torch.stack([unit(DIM, seed=3), unit(DIM, seed=4)])
    scene = bias(unit(2, 5, DIM), pooled).scene
    assert not torch.allclose(scene[0], scene[1])


def test_classes_never_met_are_not_retrieved() -> None:
    bias = _filled()
    bias.seen[1] = False
    assert "road" not in bias.nearest(torch.eye(DIM)[:3])


@pytest.mark.parametrize("seed", range(8))
def test_which_prototype_matters_can_be_learnt_from_any_start(seed: int) -> None:
    torch.manual_seed(seed)
    bias = _filled()
    bias.prototypes.lerp_(unit(1, DIM, seed=2), 0.8)  # an encoder's features have most of their direction in common
    bias(unit(4, DIM), unit(1, DIM)).scene.square().sum().backward()
    assert bias.importance.weight.grad is not None
    assert bias.importance.weight.grad.abs().sum() > 0
