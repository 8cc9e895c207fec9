"""SigLIP as transformers stores it (Git-RSCLIP), under the names that open_clip gives the same weights."""

from __future__ import annotations

import re

import torch
from torch import Tensor

_RENAMED = (
    (r"^vision_model\.embeddings\.patch_embedding\.", "visual.trunk.patch_embed.proj."),
    (r"^vision_model\.embeddings\.position_embedding\.weight$", "visual.trunk.pos_embed"),
    (r"^vision_model\.encoder\.layers\.(\d+)\.layer_norm", r"visual.trunk.blocks.\1.norm"),
    (r"^vision_model\.encoder\.layers\.(\d+)\.self_attn\.out_proj\.", r"visual.trunk.blocks.\1.attn.proj."),
    (r"^vision_model\.encoder\.layers\.(\d+)\.self_attn\.qkv\.", r"visual.trunk.blocks.\1.attn.qkv."),
    (r"^vision_model\.encoder\.layers\.(\d+)\.", r"visual.trunk.blocks.\1."),
    (r"^vision_model\.post_layernorm\.", "visual.trunk.norm."),
    (r"^vision_model\.head\.probe$", "visual.trunk.attn_pool.latent"),
    (r"^vision_model\.head\.attention\.out_proj\.", "visual.trunk.attn_pool.proj."),
    (r"^vision_model\.head\.layernorm\.", "visual.trunk.attn_pool.norm."),
    (r"^vision_model\.head\.", "visual.trunk.attn_pool."),
    (r"^text_model\.embeddings\.token_embedding\.", "text.token_embedding."),
    (r"^text_model\.embeddings\.position_embedding\.weight$", "text.positional_embedding"),
    (r"^text_model\.encoder\.layers\.(\d+)\.layer_norm", r"text.transformer.resblocks.\1.ln_"),
    (r"^text_model\.encoder\.layers\.(\d+)\.self_attn\.qkv\.", r"text.transformer.resblocks.\1.attn.in_proj_"),
    (r"^text_model\.encoder\.layers\.(\d+)\.self_attn\.", r"text.transformer.resblocks.\1.attn."),
    (r"^text_model\.encoder\.layers\.(\d+)\.mlp\.fc1\.", r"text.transformer.resblocks.\1.mlp.c_fc."),
    (r"^text_model\.encoder\.layers\.(\d+)\.mlp\.fc2\.", r"text.transformer.resblocks.\1.mlp.c_proj."),
    (r"^text_model\.final_layer_norm\.", "text.ln_final."),
    (r"^text_model\.head\.", "text.text_projection."),
)
_PART = re.compile(r"^(.*\.self_attn)\.q_proj\.(weight|bias)$")
_POOLING = re.compile(r"^vision_model\.head\.attention\.in_proj_(weight|bias)$")


def rename_siglip(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Renames every weight, joins queries, keys and values of a block, and splits those of the pooling head."""
    rearranged = _rearranged(tensors)
    renamed = {_renamed(name): tensor for name, tensor in rearranged.items()}
    if len(renamed) < len(rearranged):
        return tensors  # two weights for one place: no SigLIP, and refused under its own names
    for name in ("logit_scale", "logit_bias"):
        if name in renamed and renamed[name].numel() == 1:
            renamed[name] = renamed[name].reshape(())
    if "visual.trunk.pos_embed" in renamed:
        renamed["visual.trunk.pos_embed"] = renamed["visual.trunk.pos_embed"].unsqueeze(0)
    return renamed


def _rearranged(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Joined and split weights, still under names of transformers."""
    out = dict(tensors)
    for name in tensors:
        if part := _PART.match(name):
            block, kind = part.groups()
            names = [f"{block}.{letter}_proj.{kind}" for letter in "qkv"]
            if len({out[each].shape for each in names if each in out}) == 1 and all(each in out for each in names):
                out[f"{block}.qkv.{kind}"] = torch.cat([out.pop(each) for each in names])
        elif pooling := _POOLING.match(name):
            width = len(tensors[name]) // 3
            joined = out.pop(name)
            out[f"vision_model.head.q.{pooling[1]}"] = joined[:width]
            out[f"vision_model.head.kv.{pooling[1]}"] = joined[width:]
    return out


def _renamed(name: str) -> str:
    for pattern, replacement in _RENAMED:
        if re.search(pattern, name):
            return re.sub(pattern, replacement, name)
    return name
