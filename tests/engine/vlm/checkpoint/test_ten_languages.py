"""A tiny model of ten languages, trained, saved as its publishers would and loaded again: all ten see the same."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
import torch
from open_clip.model import CustomTextCLIP
from open_clip.tokenizer import HFTokenizer
from torch import Tensor
from torch.nn import functional as F

from core.text.languages import LANGUAGES, glossary_terms
from core.vlm.checkpoint.load import load_dual_encoder
from core.vlm.dual import DualEncoder
from core.vlm.hub.entry import TextTower
from tests.engine.vlm.checkpoint.tiny_models import (
    HF_CONFIG,
    WEIGHTS,
    XLM_ROBERTA,
    entry,
    save_config,
    save_tokenizer,
    with_text,
)

CONCEPTS = ("forest", "river", "building", "desert")
COLOURS = torch.tensor([[0.1, 0.4, 0.1], [0.1, 0.2, 0.8], [0.7, 0.2, 0.2], [0.9, 0.8, 0.4]])
TEN = ("en", *LANGUAGES)
STEPS = 60


def words(language: str) -> list[str]:
    """The four concepts in one language."""
    return list(CONCEPTS) if language == "en" else [glossary_terms(language)[concept][0] for concept in CONCEPTS]


def scenes(seed: int) -> Tensor:
    """One noisy picture a concept, (4, 3, 32, 32)."""
    noise = torch.randn(4, 3, 32, 32, generator=torch.Generator().manual_seed(seed))
    return (COLOURS[:, :, None, None] + 0.05 * noise).clamp(0, 1)


def save_parts(folder: Path) -> dict[str, Any]:
    """Tokenizer and configurations; gives that of the model."""
    text_config = {**XLM_ROBERTA, "vocab_size": 256}
    (folder / "config.json").write_text(json.dumps(text_config))
    all_words = [word for language in TEN for word in words(language)]
    save_tokenizer(folder, ["<s>", "<pad>", "</s>", "<unk>"], "<s> $A </s>", all_words, 256)
    special = {"bos_token": "<s>", "pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"}
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "PreTrainedTokenizerFast", **special}))
    save_config(folder, HF_CONFIG)
    text = {**HF_CONFIG["text_cfg"], "hf_model_name": str(folder), "hf_model_pretrained": False}
    return {**HF_CONFIG, "text_cfg": text}


def train(folder: Path, config: dict[str, Any]) -> None:
    """Teach all ten languages the four concepts, and save the weights."""
    torch.manual_seed(0)
    model = CustomTextCLIP(**config)
    tokenise = HFTokenizer(str(folder), context_length=20)
    tokens = torch.cat([tokenise(words(language)) for language in TEN])
    wanted = torch.arange(4).repeat(len(TEN))
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3)
    mean, std = (torch.tensor(entry_value)[:, None, None] for entry_value in (entry().mean, entry().std))
    for step in range(STEPS):
        images = model.encode_image((scenes(step) - mean) / std, normalize=True)
        logits = 10 * model.encode_text(tokens, normalize=True) @ images.T
        loss = F.cross_entropy(logits, wanted)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    torch.save(model.state_dict(), folder / WEIGHTS)


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> DualEncoder:
    folder = tmp_path_factory.mktemp("ten")
    train(folder, save_parts(folder))
    tower = TextTower("hf", 20, TEN, tokenizer="files", hf_model="xlm-roberta-base", pad="pad_token")
    files = ("tokenizer.json", "tokenizer_config.json")
    declared = with_text(entry(activation="gelu"), tower, tokenizer=files, text_config=["config.json"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", None)  # whoever looks for a network fails
        return load_dual_encoder(declared, folder)


def seen(encoder: DualEncoder, language: str) -> list[int]:
    """Which concept each of four new scenes shows, asked in a language."""
    with torch.inference_mode():
        pooled = F.normalize(encoder(scenes(999)).pooled, dim=1)
    return (pooled @ encoder.encode_texts(words(language)).T).argmax(dim=1).tolist()


@pytest.mark.parametrize("language", TEN)
def test_every_language_sees_what_english_sees(language: str, encoder: DualEncoder) -> None:
    assert seen(encoder, language) == [0, 1, 2, 3]


def test_the_words_of_all_languages_are_words_of_their_own(encoder: DualEncoder) -> None:
    tokens = encoder.text.tokenise([word for language in TEN for word in words(language)])
    unknown, different = 3, {tuple(row) for row in tokens.tolist()}
    assert (tokens == unknown).sum() == 0
    assert len(different) >= 36
