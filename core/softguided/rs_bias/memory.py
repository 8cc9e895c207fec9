"""Candidate A, the paper's: one visual prototype a training class, retrieved for any class by its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..guided import Bias
from .candidate import BiasCandidate

_TEMPERATURE = 0.07
_GATE_CENTRE = 0.5
_GATE_WIDTH = 0.1
_IMPORTANCE = 0.1


class RsBias(BiasCandidate):
    """Prototypes M (K, C) and unit texts T_tr (K, C) of K training classes, with their names (spec 2.4).

    With no memory (K = 0) the scene's own pooled feature stands in, so that any encoder works untrained.
    """

    prototypes: Tensor
    texts: Tensor
    seen: Tensor

    def __init__(self, dim: int, names: Sequence[str] = ()) -> None:
        super().__init__()
        self.names = tuple(names)
        self.register_buffer("prototypes", torch.zeros(len(names), dim))
        self.register_buffer("texts", torch.zeros(len(names), dim))
        self.register_buffer("seen", torch.zeros(len(names), dtype=torch.bool))
        self.importance = nn.Linear(dim, 1)
        # All count alike at first, above zero: a ReLU that passed no prototype could not learn which of them matters.
        nn.init.zeros_(self.importance.weight)
        nn.init.constant_(self.importance.bias, _IMPORTANCE)

    def forward(self, texts: Tensor, pooled: Tensor) -> Bias:
        """Bias for (B, T, C) unit class texts; `pooled` (B, C) is the images' own embedding.

        R = sum_k e_k M_k with e = softmax_k(relu(w.M_k + b)); C_t = c_t sum_k softmax_k(s_tk / 0.07) M_k + (1 - c_t) R,
        s = texts . T_tr, with a gate c_t that closes for classes far from every training class.
        """
        if not bool(self.seen.any()):
            scene = F.normalize(pooled, dim=-1) * (1 + self.importance(pooled).tanh())
            return Bias(scene, scene.unsqueeze(1).expand(-1, texts.shape[1], -1))
        memory = self.prototypes[self.seen]
        weights = self.importance(memory).relu().softmax(dim=0)
        scene = (weights * memory).sum(dim=0)
        similarity = texts @ self.texts[self.seen].T
        retrieved = (similarity / _TEMPERATURE).softmax(dim=-1) @ memory
        gate = ((similarity.amax(-1, keepdim=True) - _GATE_CENTRE) / _GATE_WIDTH).sigmoid()
        return Bias(scene.expand(len(pooled), -1), gate * retrieved + (1 - gate) * scene)

    @torch.no_grad()
    def update(self, dense: Tensor, labels: Tensor, rate: float = 0.1) -> None:
        """Moves the prototypes towards the features of their pixels, hard pixels counting more.

        w_i = (1 - cos(f_i, M_k)) / sum_j (1 - cos(f_j, M_k)); p_k = sum_i w_i f_i; M_k <- (1 - rate) M_k + rate p_k;
        the plain mean at first sight (spec 2.4; the released code uses rate 0.9).

        Args:
            dense: (B, C, h, w) dense features, normalised here.
            labels: (B, h, w) class indices 0..K-1, negative where unlabelled.
            rate: mu, the share of the new value.
        """
        cells = F.normalize(dense.float(), dim=1).permute(0, 2, 3, 1)
        for k in labels.unique().tolist():
            if k >= 0:
                self._move(k, cells[labels == k], rate)

    def _move(self, k: int, cells: Tensor, rate: float) -> None:
        if not self.seen[k]:
            self.prototypes[k] = cells.mean(dim=0)
            self.seen[k] = True
            return
        hardness = (1 - F.cosine_similarity(cells, self.prototypes[k : k + 1])).clamp_min(1e-6)
        target = (hardness[:, None] * cells).sum(0) / hardness.sum()
        self.prototypes[k].lerp_(target, rate)

    @torch.no_grad()
    def remember_text(self, concept: int, text: Tensor) -> None:
        """Takes the (C) text of a training class; its direction is what counts."""
        self.texts[concept] = F.normalize(text, dim=-1)

    @torch.no_grad()
    def rename(self, names: Sequence[str]) -> None:
        """Remembers other training classes from now on: those that it knew as it did, the others not yet."""
        known = [(row, self.names.index(name)) for row, name in enumerate(names) if name in self.names]
        rows, were = [row for row, _ in known], [was for _, was in known]
        for buffer in ("prototypes", "texts", "seen"):
            old: Tensor = getattr(self, buffer)
            new = old.new_zeros(len(names), *old.shape[1:])
            new[rows] = old[were]
            setattr(self, buffer, new)
        self.names = tuple(names)

    def nearest(self, texts: Tensor) -> list[str]:
        """Name of the training class whose prototype each (T, C) unit text retrieves first."""
        order = (texts @ self.texts[self.seen].T).argmax(dim=-1)
        kept = [name for name, seen in zip(self.names, self.seen.tolist(), strict=True) if seen]
        return [kept[cast(int, i)] for i in order.tolist()]
