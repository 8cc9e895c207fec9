"""The starter's text tower: MiniLM, frozen, then the trained adapter."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from .minilm import MiniLm, TextAdapter


class SentenceTower(nn.Module):
    """Typed words to unit vectors of the joint space; MiniLM stays outside the checkpoint."""

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
        vectors: Tensor = self.adapter(self._encoder[0].encode(sentences).to(self.adapter.centre.device))
        return vectors.float().cpu()
