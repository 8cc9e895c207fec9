"""The text side of a dual encoder: sentences to unit vectors of the joint space."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .tokens import Tokenise

_BATCH = 64


class TextEncoder(nn.Module):
    """An open_clip model without its image tower, and the tokenizer that belongs to it.

    Args:
        model: with `encode_text`; its image tower is let go.
        tokenise: sentences to token ids.
        dim: channels C of the joint space.
    """

    def __init__(self, model: Any, tokenise: Tokenise, dim: int) -> None:
        super().__init__()
        model.visual = None
        self.model = model
        self.tokenise = tokenise
        self.dim = dim

    @torch.inference_mode()
    def encode(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors, float32 on the CPU."""
        device = self.model.logit_scale.device
        parts = [torch.empty(0, self.dim)]
        for start in range(0, len(sentences), _BATCH):
            tokens = self.tokenise(sentences[start : start + _BATCH]).to(device)
            parts.append(F.normalize(self.model.encode_text(tokens).float(), dim=-1).cpu())
        return torch.cat(parts)
