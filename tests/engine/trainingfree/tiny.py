"""A tiny CLIP that segments as it is."""

from __future__ import annotations

from pathlib import Path

import torch

from core.trainingfree.card import TrainingFreeCard
from core.trainingfree.manner import choose_manner
from core.trainingfree.model import TrainingFree
from core.vlm.checkpoint.load import load_dual_encoder
from tests.engine.vlm.checkpoint.tiny_models import CONFIG, WEIGHTS, entry, reference, save_config


def tiny_segmenter(folder: Path) -> TrainingFree:
    """Loads it from its files, which are written into a folder."""
    torch.save(reference().state_dict(), folder / WEIGHTS)
    save_config(folder, CONFIG)
    encoder = load_dual_encoder(entry(), folder)
    return TrainingFree(encoder, TrainingFreeCard.of(entry(), "abc", choose_manner(encoder))).eval()
