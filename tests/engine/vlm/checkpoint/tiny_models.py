"""Tiny dual encoders of each family, saved as their publishers would, and the entries that declare them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from open_clip.model import CLIP, CustomTextCLIP
from timm.models import register_model
from timm.models.vision_transformer import VisionTransformer
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from torch import Tensor

from core.vlm.hub.entry import Entry, Licence, RemoteFile, TextTower

SENTENCES = ("a satellite image of a river", "dense forest", "roads, and a parking lot")
WEIGHTS = "weights.pt"
CONFIG = {
    "embed_dim": 24,
    "vision_cfg": {"layers": 3, "width": 32, "head_width": 16, "patch_size": 16, "image_size": 32},
    "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1},
}
SIGLIP_CONFIG = {
    "embed_dim": 32,
    "init_logit_bias": -10,
    "custom_text": True,
    "vision_cfg": {"timm_model_name": "vit_test_siglip", "timm_pool": "map", "timm_proj": "none", "image_size": 32},
    "text_cfg": {
        "context_length": 16, "vocab_size": 64, "width": 32, "heads": 2, "layers": 2, "no_causal_mask": True,
        "proj_bias": True, "pool_type": "last", "norm_kwargs": {"eps": 1e-6},
    },
}  # fmt: skip
HF_CONFIG = {
    "embed_dim": 24,
    "vision_cfg": CONFIG["vision_cfg"],
    "text_cfg": {"hf_model_name": "xlm-roberta-base", "hf_tokenizer_name": "x", "hf_pooler_type": "mean_pooler"},
}
XLM_ROBERTA = {
    "model_type": "xlm-roberta", "vocab_size": 64, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2,
    "intermediate_size": 48, "max_position_embeddings": 40, "type_vocab_size": 1, "pad_token_id": 1,
}  # fmt: skip


@register_model
def vit_test_siglip(pretrained: bool = False, **kwargs: Any) -> VisionTransformer:
    """SigLIP's image tower, 32 channels wide."""
    wanted = {name: value for name, value in kwargs.items() if name in ("num_classes", "global_pool")}
    return VisionTransformer(img_size=32, embed_dim=32, depth=3, num_heads=2, class_token=False, **wanted)


def entry(**changes: Any) -> Entry:
    """A tiny CLIP as the zoo would declare it."""
    tiny = Entry(
        id="tiny", title="Tiny", family="Tiny", what="for tests", architecture="tiny",
        files=(RemoteFile("weights", (WEIGHTS,), repo="a/b"), RemoteFile("model_config", ("open_clip.json",), "a/b")),
        image_size=32, patch=16, mean=(0.5, 0.4, 0.3), std=(0.2, 0.3, 0.4), text=TextTower("clip", 77, ("en",)),
        activation="quick_gelu", activation_verified=True, layout=None,
        licence=Licence("MIT", "free", "yes", verified=True),
    )  # fmt: skip
    return replace(tiny, **changes)


def with_text(like: Entry, text: TextTower, **roles: Sequence[str]) -> Entry:
    """The entry with another text tower and the files that it needs."""
    more = [RemoteFile(role, (name,), repo="a/b") for role, names in roles.items() for name in names]
    return replace(like, text=text, files=(*like.files, *more))


def save_config(folder: Path, config: dict[str, Any]) -> None:
    (folder / "open_clip.json").write_text(json.dumps({"model_cfg": config}))


def reference(config: dict[str, Any] = CONFIG, quick_gelu: bool = True, seed: int = 0) -> Any:
    """An open_clip model with random weights that all matter."""
    torch.manual_seed(seed)
    config = deepcopy(config)
    model = (CustomTextCLIP if config.pop("custom_text", False) else CLIP)(**config, quick_gelu=quick_gelu)
    with torch.no_grad():
        for weight in model.parameters():
            weight.add_(torch.randn_like(weight) * 0.1)
    return model.eval()


def save_tokenizer(
    folder: Path, special: Sequence[str], ending: str, sentences: Sequence[str] = SENTENCES, size: int = 60
) -> None:
    """Word pieces of some sentences, with the tokens that a family puts around a sentence."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(vocab_size=size, special_tokens=list(special), unk_token="<unk>")
    tokenizer.train_from_iterator([*sentences, "abcdefghijklmnopqrstuvwxyz" * 3], trainer)
    ids = [(token, special.index(token)) for token in special if token in ending]
    tokenizer.post_processor = processors.TemplateProcessing(single=ending, special_tokens=ids)
    tokenizer.save(str(folder / "tokenizer.json"))


def images(bands: int = 3, height: int = 32, width: int = 32) -> Tensor:
    return torch.rand(2, bands, height, width, generator=torch.Generator().manual_seed(3))


# Between unit vectors of the same weights: a processor may add in another order where they lie elsewhere in memory.
ROUNDING = 1e-6


def far(one: Tensor, other: Tensor) -> float:
    """The largest difference."""
    return float((one - other).abs().max())
