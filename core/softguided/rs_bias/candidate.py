"""The interface of all RS-bias candidates; by itself it is the candidate that does nothing."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn

from ..guided import Bias, Guided


class BiasCandidate(nn.Module):
    """No bias at all: no context for the collaboration, and nothing changed after it."""

    names: tuple[str, ...] = ()
    """Training classes whose prototypes are kept."""

    def forward(self, texts: Tensor, pooled: Tensor) -> Bias | None:
        """What texts and image may look at, for (B, T, C) unit texts and the images' own (B, C) embeddings."""
        return None

    def refine(self, guided: Guided, bias: Bias | None, pooled: Tensor) -> Guided:
        """What the candidate changes after the collaboration, before the costs are taken."""
        return guided

    def update(self, dense: Tensor, labels: Tensor, rate: float = 0.1) -> None:
        """Learns from (B, C, h, w) features of labelled (B, h, w) cells, where the candidate remembers anything."""

    def rename(self, names: Sequence[str]) -> None:
        """Takes another list of training classes, where the candidate remembers any."""

    def remember_text(self, concept: int, text: Tensor) -> None:
        """Takes the (C) text of a training class, where the candidate remembers any."""
