"""Text towers of their own kind: built from files alone, padded as they were trained."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from open_clip.tokenizer import HFTokenizer
from transformers import SiglipConfig, SiglipModel

from core.errors import NoModel
from core.vlm.checkpoint.load import load_dual_encoder
from core.vlm.hub.entry import Entry, TextTower
from tests.engine.vlm.checkpoint.tiny_models import (
    HF_CONFIG,
    ROUNDING,
    SENTENCES,
    SIGLIP_CONFIG,
    WEIGHTS,
    XLM_ROBERTA,
    entry,
    far,
    images,
    reference,
    save_config,
    save_tokenizer,
    with_text,
)

TOKENIZER = ("tokenizer.json", "tokenizer_config.json")
LANGUAGES = ("en", "pt", "es", "fr", "de", "nl", "it", "zh", "ko", "ru")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was touched")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def multilingual(tmp_path: Path) -> tuple[Entry, Path, Any]:
    """A tiny RS-M-CLIP: its entry, its folder, and the model itself."""
    (tmp_path / "config.json").write_text(json.dumps(XLM_ROBERTA))
    save_tokenizer(tmp_path, ["<s>", "<pad>", "</s>", "<unk>"], "<s> $A </s>")
    special = {"bos_token": "<s>", "pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"}
    tokenizer_class = {"tokenizer_class": "PreTrainedTokenizerFast"}
    (tmp_path / "tokenizer_config.json").write_text(json.dumps({**tokenizer_class, **special}))
    save_config(tmp_path, HF_CONFIG)
    text = {**HF_CONFIG["text_cfg"], "hf_model_name": str(tmp_path), "hf_model_pretrained": False}
    model = reference({**HF_CONFIG, "text_cfg": text, "custom_text": True}, quick_gelu=False)
    torch.save(model.state_dict(), tmp_path / WEIGHTS)
    tower = TextTower("hf", 20, LANGUAGES, tokenizer="files", hf_model="xlm-roberta-base", pad="pad_token")
    declared = with_text(entry(activation="gelu"), tower, tokenizer=TOKENIZER, text_config=["config.json"])
    return declared, tmp_path, model


@pytest.mark.usefixtures("no_network")
def test_a_transformers_text_tower_loads_from_its_files_without_the_network(
    multilingual: tuple[Entry, Path, Any],
) -> None:
    declared, folder, model = multilingual
    encoder = load_dual_encoder(declared, folder)
    sentences = [*SENTENCES, "Größe", "河流", "a very long sentence of many words about a forest"]
    with torch.inference_mode():
        tokens = HFTokenizer(str(folder), context_length=20)(sentences)
        wanted = model.encode_text(tokens, normalize=True)
    assert torch.equal(encoder.text.tokenise(sentences), tokens)
    assert far(encoder.encode_texts(sentences), wanted) <= ROUNDING
    assert encoder(images()).dense.shape == (2, 24, 2, 2)


def test_old_files_with_a_table_of_position_numbers_still_fit(multilingual: tuple[Entry, Path, Any]) -> None:
    declared, folder, model = multilingual
    numbers = {"text.transformer.embeddings.position_ids": torch.arange(40)[None]}
    torch.save({**model.state_dict(), **numbers}, folder / WEIGHTS)
    load_dual_encoder(declared, folder)


@pytest.mark.parametrize(
    ("name", "said"), [("config.json", r"text config file config\.json"), ("tokenizer.json", r"tokenizer\.json")]
)
def test_a_missing_file_of_a_text_tower_is_named(name: str, said: str, multilingual: tuple[Entry, Path, Any]) -> None:
    declared, folder, _ = multilingual
    (folder / name).unlink()
    with pytest.raises(NoModel, match=f"{said}.* is missing"):
        load_dual_encoder(declared, folder)


@pytest.fixture
def siglip(tmp_path: Path) -> tuple[Entry, Path, Any]:
    """A tiny SigLIP as transformers stores it: its entry, its folder, and the model itself."""
    torch.manual_seed(0)
    sizes = {"hidden_size": 32, "intermediate_size": 128, "num_attention_heads": 2}
    text = {**sizes, "num_hidden_layers": 2, "vocab_size": 64, "max_position_embeddings": 16, "projection_size": 32}
    vision = {**sizes, "num_hidden_layers": 3, "image_size": 32, "patch_size": 16}
    special = {"bos_token_id": None, "eos_token_id": 1, "pad_token_id": 1}
    model = SiglipModel(SiglipConfig(text_config={**text, **special}, vision_config=vision)).eval()
    with torch.no_grad():
        for weight in model.parameters():
            weight.add_(torch.randn_like(weight) * 0.05)
    save_tokenizer(tmp_path, ["<pad>", "</s>", "<unk>"], "$A </s>")
    (tmp_path / "tokenizer_config.json").write_text(json.dumps({"pad_token": {"content": "</s>"}}))
    save_config(tmp_path, SIGLIP_CONFIG)
    torch.save(model.state_dict(), tmp_path / WEIGHTS)
    tower = TextTower("siglip", 16, ("en",), tokenizer="files", pad="pad_token")
    plain = entry(activation="gelu_tanh", layout="transformers_siglip")
    return with_text(plain, tower, tokenizer=TOKENIZER), tmp_path, model


@pytest.mark.usefixtures("no_network")
def test_siglip_of_transformers_gives_what_transformers_gives(siglip: tuple[Entry, Path, Any]) -> None:
    declared, folder, model = siglip
    encoder = load_dual_encoder(declared, folder)
    tokens = encoder.text.tokenise(["River!", "river"])
    assert torch.equal(tokens[0], tokens[1])
    assert tokens[0, -1] == 1
    with torch.inference_mode():
        outputs = model(input_ids=tokens, pixel_values=encoder.normalise(images()))
        pooled = encoder(images()).pooled
    assert far(torch.nn.functional.normalize(pooled), outputs.image_embeds) < 1e-5
    assert far(encoder.encode_texts(["River!", "river"]), outputs.text_embeds) < 1e-5


def test_padding_changes_what_a_sentence_means(siglip: tuple[Entry, Path, Any]) -> None:
    declared, folder, _ = siglip
    right = load_dual_encoder(declared, folder)
    wrong = load_dual_encoder(replace(declared, text=replace(declared.text, pad="zero")), folder)
    assert wrong.text.tokenise(["river"])[0, -1] == 0
    assert far(right.encode_texts(["river"]), wrong.encode_texts(["river"])) > 0.01


@pytest.mark.parametrize("activation", ["gelu", "quick_gelu"])
def test_another_activation_changes_both_towers_of_siglip(activation: str, siglip: tuple[Entry, Path, Any]) -> None:
    declared, folder, _ = siglip
    right = load_dual_encoder(declared, folder)
    wrong = load_dual_encoder(replace(declared, activation=activation), folder)
    assert far(right(images()).pooled, wrong(images()).pooled) > 1e-5
    assert far(right.encode_texts(["river"]), wrong.encode_texts(["river"])) > 1e-5


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tokenizer_config.json", "{}", "which token pads"),
        ("tokenizer_config.json", "[]", r"tokenizer_config\.json is damaged"),
        ("tokenizer.json", "{}", r"tokenizer\.json is damaged"),
        ("open_clip.json", "{}", r"configuration open_clip\.json of Tiny is damaged"),
    ],
)
def test_unfit_files_beside_the_weights_are_named(
    name: str, content: str, said: str, siglip: tuple[Entry, Path, Any]
) -> None:
    declared, folder, _ = siglip
    (folder / name).write_text(content)
    with pytest.raises(NoModel, match=said):
        load_dual_encoder(declared, folder)
