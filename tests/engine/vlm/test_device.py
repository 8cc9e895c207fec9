"""In which precision a device computes."""

from __future__ import annotations

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
import torch

from core.vlm.device import half_pays


def test_a_torch_without_onednn_computes_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.backends.mkldnn, "is_available", lambda: False)
    monkeypatch.setattr(torch, "ops", SimpleNamespace(mkldnn=SimpleNamespace()))  # as in wheels for Apple's processors
    assert half_pays(torch.device("cpu")) is False


@pytest.mark.parametrize("native", [True, False])
def test_a_graphics_card_is_asked_for_its_own_bfloat16_and_not_for_an_emulated_one(
    monkeypatch: pytest.MonkeyPatch, native: bool
) -> None:
    current = [0]

    @contextmanager
    def on(device: torch.device):
        current[0] = device.index
        yield
        current[0] = 0

    def supported(including_emulation: bool = True) -> bool:
        return including_emulation or (native and current[0] == 1)

    monkeypatch.setattr(torch.cuda, "device", on)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", supported)
    assert half_pays(torch.device("cuda:1")) is native
