"""Class texts: means of prompts and templates, remembered between runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import torch

from core.cache import TextCache
from core.classes import parse_classes
from core.text.encode import class_texts
from core.vlm.minilm import MiniLm
from core.vlm.sentence_tower import SentenceTower


class Counting:
    """An encoder that keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode_texts(self, sentences: Sequence[str]) -> torch.Tensor:
        self.asked += sentences
        vectors = torch.tensor([[len(sentence), sum(map(ord, sentence)) % 97, 1.0] for sentence in sentences])
        return torch.nn.functional.normalize(vectors, dim=-1)


def test_a_class_is_the_mean_of_its_prompts() -> None:
    encoder = Counting()
    both, one, other = class_texts(encoder, parse_classes("x: river, lake; y: river; z: lake"), "plain")
    assert torch.allclose(both, torch.nn.functional.normalize((one + other) / 2, dim=-1))
    assert sorted(encoder.asked) == ["lake", "river"]


def test_without_prompts_the_name_is_read() -> None:
    encoder = Counting()
    class_texts(encoder, parse_classes("river; Gebäude: building"), "single")
    assert sorted(encoder.asked) == ["a satellite image of building", "a satellite image of river"]


def test_known_sentences_are_not_encoded_again(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    before = class_texts(first, parse_classes("river; lake"), "rs", TextCache("r", tmp_path))
    after = class_texts(second, parse_classes("lake; river; pond"), "rs", TextCache("r", tmp_path))
    assert torch.allclose(before[[1, 0]], after[:2])
    assert all("pond" in sentence for sentence in second.asked)
    assert second.asked


@pytest.fixture(scope="module")
def minilm() -> MiniLm:
    return MiniLm()


def test_minilm_puts_like_words_together(minilm: MiniLm) -> None:
    words = minilm.encode(["river", "stream", "parking", "cars", "forest", "trees"])
    cosines = words @ words.T
    assert torch.allclose(cosines.diagonal(), torch.ones(6), atol=1e-5)
    like = torch.tensor([cosines[i, i + 1] for i in (0, 2, 4)])
    unlike = torch.tensor([cosines[i, j] for i in range(6) for j in range(i) if i // 2 != j // 2])
    assert like.min() > unlike.max() + 0.1


def test_minilm_does_not_mind_its_batch(minilm: MiniLm) -> None:
    sentences = ["sea", "a very long sentence about nothing in particular, seen from above", "железная дорога"]
    together, alone = minilm.encode(sentences), torch.cat([minilm.encode([sentence]) for sentence in sentences])
    assert torch.allclose(together, alone, atol=1e-5)
    assert minilm.encode([]).shape == (0, 384)


def test_the_sentence_tower_keeps_minilm_out_of_its_weights() -> None:
    tower = SentenceTower(16).eval()
    vectors = tower.encode(["river", "lake"])
    assert vectors.shape == (2, 16)
    assert torch.allclose(vectors.norm(dim=-1), torch.ones(2), atol=1e-5)
    assert all(name.startswith("adapter.") for name in tower.state_dict())
