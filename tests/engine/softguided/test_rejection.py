"""Early rejection: who is named, that nothing else changes, and that who is not named comes last."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from core.softguided.network import SoftGuided
from core.softguided.rejection import FEW, among_all, candidates, only, pays
from tests.engine.softguided.tiny_network import DIM, TinyTower, unit

CLASSES = 30


def costs_of(*cells: tuple[float, ...]) -> torch.Tensor:
    """(1, T, 1, cells) costs, given cell by cell."""
    return torch.tensor(cells).T[None, :, None]


def test_a_class_that_any_cell_names_remains() -> None:
    low = (0.0,) * 8
    raw = costs_of((0.1, 0.9, *low, 0.2), (0.7, 0.1, *low, 0.6))
    assert candidates(raw, 1).tolist() == [0, 1]
    assert candidates(raw, 2).tolist() == [0, 1, 10]
    two_images = torch.cat([costs_of((0.9, *low, 0.1, 0.2)), costs_of((0.1, *low, 0.9, 0.2))])
    assert candidates(two_images, 1).tolist() == [0, 9]


def test_few_classes_all_remain() -> None:
    assert pays(FEW + 1, 1)
    assert not any((pays(FEW, 1), pays(FEW + 1, 0), pays(20, 20), pays(20, 1000)))


def test_where_each_class_is_named_somewhere_nothing_changes() -> None:
    raw = torch.rand(1, 20, 64, 64)
    kept = candidates(raw, 4)
    assert kept.tolist() == list(range(20))
    assert torch.equal(among_all(only([raw], kept)[0], kept, 20), raw)


def test_a_tile_does_not_depend_on_those_that_it_is_computed_with(scene_and_texts) -> None:
    network, scene, texts = scene_and_texts
    other = unit(1, 4, 4, DIM, seed=9).permute(0, 3, 1, 2)
    both = replace(
        scene,
        dense=torch.cat([scene.dense, other]),
        pooled=scene.pooled.repeat(2, 1),
        levels=tuple(level.repeat(2, 1, 1, 1) for level in scene.levels),
    )
    with torch.inference_mode():
        alone = network.decode(scene, texts, candidates=1)
        together = network.decode(both, texts, candidates=1)
    assert candidates(alone.costs, 1).tolist() != candidates(together.costs, 1).tolist()
    torch.testing.assert_close(together.logits[:1], alone.logits, atol=1e-5, rtol=1e-5)


def test_those_that_remain_keep_their_order_and_the_others_come_last() -> None:
    parts = [torch.arange(4.0).reshape(1, 4, 1), torch.arange(4.0, 10).reshape(1, 6, 1)]
    kept = torch.tensor([1, 4, 9])
    assert torch.cat(only(parts, kept), dim=1).flatten().tolist() == [1, 4, 9]
    whole = among_all(torch.tensor([5.0, -2.0, 3.0]).reshape(1, 3, 1, 1), kept, 10).flatten()
    assert whole[kept].tolist() == [5, -2, 3]
    rest = [place for place in range(10) if place not in kept.tolist()]
    assert (whole[rest] < -2).all()


@pytest.fixture
def scene_and_texts(network: SoftGuided, tower: TinyTower) -> tuple[SoftGuided, object, torch.Tensor]:
    with torch.inference_mode():
        scene = network.observe(tower(torch.rand(1, 3, 64, 64)))
    return network, replace(scene, dense=unit(1, 4, 4, DIM, seed=8).permute(0, 3, 1, 2)), unit(CLASSES, DIM)


def test_named_classes_keep_the_logits_that_they_have_among_themselves(scene_and_texts) -> None:
    """Where classes do not look at each other after the choice, those of the whole list."""
    network, scene, texts = scene_and_texts
    for stage in network.decoder.stages:
        stage.classes = None
    with torch.inference_mode():
        whole, chosen = network.decode(scene, texts), network.decode(scene, texts, candidates=1)
        kept = candidates(whole.costs, 1)
    assert 1 < len(kept) < CLASSES
    torch.testing.assert_close(chosen.logits[:, kept], whole.logits[:, kept], atol=1e-5, rtol=1e-5)
    assert torch.equal(chosen.costs, whole.costs)
    assert torch.isin(chosen.logits.argmax(dim=1), kept).all()
    assert not torch.equal(chosen.logits, whole.logits)


def test_chunks_and_order_make_no_difference(scene_and_texts) -> None:
    network, scene, texts = scene_and_texts
    order = torch.randperm(CLASSES, generator=torch.Generator().manual_seed(3))
    with torch.inference_mode():
        straight = network.decode(scene, texts, candidates=2).logits
        chunked = network.decode(scene, texts, chunk=4, candidates=2).logits
        permuted = network.decode(scene, texts[order], candidates=2).logits
    scale = straight.abs().max()
    assert (straight - chunked).abs().max() / scale < 1e-5
    assert (straight[:, order] - permuted).abs().max() / scale < 1e-4


def test_as_many_candidates_as_classes_is_the_whole_network(scene_and_texts) -> None:
    network, scene, texts = scene_and_texts
    with torch.inference_mode():
        assert torch.equal(network.decode(scene, texts, candidates=CLASSES).logits, network.decode(scene, texts).logits)
