"""Models of more bands than three, and pictures of fewer bands than a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch.nn import functional as F

from core.errors import BadOption, NoModel
from core.vlm.checkpoint.load import load_dual_encoder
from core.vlm.dual import DualEncoder
from core.vlm.features import Features
from core.vlm.hub.entry import Entry
from tests.engine.vlm.checkpoint.tiny_models import CONFIG, WEIGHTS, entry, far, images, reference, save_config

BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
RGB = ("B04", "B03", "B02")
MEAN = tuple(0.1 * (i + 1) for i in range(10))
STD = tuple(0.3 + 0.05 * i for i in range(10))


def _apart(one: Features, other: Features) -> float:
    """The largest difference of their unit vectors."""
    return far(F.normalize(one.dense, dim=1), F.normalize(other.dense, dim=1))


def _ten_bands(**changes: Any) -> Entry:
    return entry(bands=BANDS, mean=MEAN, std=STD, **changes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten-band weights as Lightning stores them."""
    save_config(tmp_path, CONFIG)
    state = reference().state_dict()
    state["visual.conv1.weight"] = torch.randn(32, 10, 16, 16) * 0.05
    torch.save({f"clip_base_model.model.{name}": tensor for name, tensor in state.items()}, tmp_path / WEIGHTS)
    return tmp_path


@pytest.fixture
def encoder(folder: Path) -> DualEncoder:
    return load_dual_encoder(_ten_bands(), folder)


def test_ten_bands_of_which_three_count_see_what_a_model_of_three_sees(tmp_path: Path) -> None:
    save_config(tmp_path, CONFIG)
    three = reference()
    torch.save(three.state_dict(), tmp_path / WEIGHTS)
    mean, std = ((values[2], values[1], values[0]) for values in (MEAN, STD))
    plain = load_dual_encoder(entry(mean=mean, std=std), tmp_path)
    state = three.state_dict()
    wide = torch.zeros(32, 10, 16, 16)
    wide[:, [2, 1, 0]] = state["visual.conv1.weight"]
    torch.save({**state, "visual.conv1.weight": wide}, tmp_path / WEIGHTS)
    pixels = images(10)
    ten = load_dual_encoder(_ten_bands(), tmp_path)
    assert _apart(ten(pixels), plain(pixels[:, [2, 1, 0]])) < 1e-6


def test_a_band_that_is_left_out_counts_as_its_mean(encoder: DualEncoder) -> None:
    pixels = images(10)
    at_mean = torch.tensor(MEAN)[:, None, None].expand_as(pixels).clone()
    at_mean[:, [2, 1, 0]] = pixels[:, [2, 1, 0]]
    wanted = encoder(at_mean)
    encoder.select_bands(RGB)
    assert encoder.traits.bands == RGB
    assert _apart(encoder(pixels[:, [2, 1, 0]]), wanted) < 1e-6


@pytest.mark.parametrize("folded", [False, True])
def test_a_band_that_is_missing_counts_as_its_mean(folded: bool, encoder: DualEncoder) -> None:
    pixels = torch.full_like(images(10), torch.nan)
    pixels[:, [2, 1, 0]] = images(3)
    if folded:
        encoder.fold_normalisation()
    found = encoder.complete(pixels)
    assert torch.equal(found[:, [2, 1, 0]], images(3))
    assert torch.equal(found[:, 5], torch.full_like(found[:, 5], MEAN[5]))


@pytest.mark.parametrize("selected_first", [True, False])
def test_a_folded_normalisation_changes_nothing(selected_first: bool, encoder: DualEncoder, folder: Path) -> None:
    pixels = images(3)
    plain = load_dual_encoder(_ten_bands(), folder)
    plain.select_bands(RGB)
    if selected_first:
        encoder.select_bands(RGB)
    encoder.fold_normalisation()
    if not selected_first:
        encoder.select_bands(RGB)
    assert torch.equal(encoder.normalise(pixels), pixels)
    assert _apart(encoder(pixels), plain(pixels)) < 1e-6


def test_a_model_of_other_bands_than_declared_is_refused(folder: Path) -> None:
    with pytest.raises(NoModel, match=r"visual\.conv1\.weight: 32x10x16x16 instead of 32x3x16x16"):
        load_dual_encoder(entry(), folder)


@pytest.mark.parametrize(("bands", "said"), [(("B04", "B01"), "B01 is not of them"), ((), "nothing is not")])
def test_unknown_bands_are_refused(bands: tuple[str, ...], said: str, encoder: DualEncoder) -> None:
    with pytest.raises(BadOption, match=said):
        encoder.select_bands(bands)
