"""Text towers: typed words to unit vectors of the joint space."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .minilm import MiniLm, TextAdapter


class TextTower(Protocol):
    """Anything that turns sentences into vectors of the joint space."""

    dim: int

    def encode(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors, float32 on the CPU."""
        ...


class SentenceTower(nn.Module):
    """MiniLM, frozen and outside the checkpoint, then the trained adapter."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.dim = dim
        self.adapter = TextAdapter(dim)
        self._encoder: list[MiniLm] = []

    @torch.inference_mode()
    def encode(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors; MiniLM is loaded at the first call.

        Raises:
            NoModel: its package is not installed.
        """
        if not self._encoder:
            self._encoder.append(MiniLm())
        device = self.adapter.centre.device
        return cast(Tensor, self.adapter(self._encoder[0].encode(sentences).to(device)).float().cpu())


class OpenClipText(nn.Module):
    """The text side of an open_clip model with its own tokenizer."""

    def __init__(self, model: nn.Module, tokenizer: nn.Module, dim: int) -> None:
        super().__init__()
        self.model, self.tokenizer, self.dim = model, tokenizer, dim

    @torch.inference_mode()
    def encode(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors."""
        device = next(self.model.parameters()).device
        tokens = self.tokenizer(list(sentences)).to(device)
        return F.normalize(self.model.encode_text(tokens).float(), dim=-1).cpu()
