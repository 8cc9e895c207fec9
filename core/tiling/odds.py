"""Scores as probabilities and back: some published ways average these, and a view of the whole among them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_CERTAIN = np.float32(1e-7)


def to_odds(logits: Floats) -> Floats:
    """The sigmoid of logits."""
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def from_odds(odds: Floats) -> Floats:
    """The logits of probabilities; of certain ones, large but finite ones."""
    clipped = np.clip(odds, _CERTAIN, 1 - _CERTAIN)
    return np.asarray(np.log(clipped) - np.log1p(-clipped), np.float32)
