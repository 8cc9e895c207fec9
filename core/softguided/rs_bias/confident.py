"""Candidate E: when the model is used, texts learn a little from the cells that are surest of them (after TMPA)."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor
from torch.nn import functional as F

from ..cost_volume import cosine_costs
from ..guided import Bias, Guided
from .candidate import BiasCandidate

_TEMPERATURE = 0.07
_CELLS = 8
_STEPS = 3
_RATE = 0.5
_FIRST = -2.2  # sigmoid of it: a tenth


class ConfidentCells(BiasCandidate):
    """t' = (1 - a) t + a p_t with p_t the mean of a class's cells of lowest entropy; nothing is trained.

    The share a of each image starts at a tenth and takes three steps of Adam towards a lower entropy of all cells.
    In training the candidate stands aside.
    """

    def refine(self, guided: Guided, bias: Bias | None, pooled: Tensor) -> Guided:
        """Adapts (B, T, C) texts to their images."""
        if self.training:
            return guided
        with torch.inference_mode(mode=False), torch.autocast(guided.dense.device.type, enabled=False):
            dense = F.normalize(guided.dense.detach().clone().float(), dim=1)
            texts = guided.texts.detach().clone().float()
            adapted = _adapted(dense, texts, _surest(dense, texts))
        return replace(guided, texts=adapted.to(guided.texts.dtype))


def _surest(dense: Tensor, texts: Tensor) -> Tensor:
    """Mean (B, T, C) of each class's surest cells among those that prefer it; its text where none does."""
    shares = (cosine_costs(dense, texts) / _TEMPERATURE).softmax(dim=1).flatten(2)
    entropy = -(shares * shares.clamp_min(1e-9).log()).sum(dim=1, keepdim=True)
    preferred = shares == shares.amax(dim=1, keepdim=True)
    scores = (-entropy).expand_as(shares).masked_fill(~preferred, -torch.inf)
    best = scores.topk(min(_CELLS, scores.shape[-1]), dim=-1)
    weights = best.values.isfinite().to(dense.dtype)
    cells = dense.flatten(2).transpose(1, 2)
    rows = torch.arange(len(cells), device=cells.device)[:, None, None]
    total = (cells[rows, best.indices] * weights.unsqueeze(-1)).sum(dim=2)
    count = weights.sum(dim=-1, keepdim=True)
    return torch.where(count > 0, total / count.clamp_min(1), texts)


def _adapted(dense: Tensor, texts: Tensor, prototypes: Tensor) -> Tensor:
    with torch.enable_grad():
        logit = torch.full((len(texts), 1, 1), _FIRST, device=texts.device, requires_grad=True)
        optimiser = torch.optim.Adam([logit], lr=_RATE)
        for _ in range(_STEPS):
            optimiser.zero_grad()
            shares = (cosine_costs(dense, _mixed(texts, prototypes, logit)) / _TEMPERATURE).softmax(dim=1)
            (-(shares * shares.clamp_min(1e-9).log()).sum(dim=1).mean(dim=(1, 2))).sum().backward()
            optimiser.step()
    return _mixed(texts, prototypes, logit.detach())


def _mixed(texts: Tensor, prototypes: Tensor, logit: Tensor) -> Tensor:
    share = logit.sigmoid()
    return F.normalize((1 - share) * texts + share * prototypes, dim=-1)
