"""Which device computes, and in which precision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from ..errors import NoDevice


def choose_device(name: str) -> torch.device:
    """The device of that name; "auto" takes the first GPU there is, else the processor.

    Raises:
        NoDevice: it is not there.
    """
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise NoDevice(f"There is no device called {name}: use auto, cpu, cuda or mps.", str(error)) from error
    there = {
        "cpu": True,
        "cuda": torch.cuda.is_available() and (device.index or 0) < torch.cuda.device_count(),
        "mps": torch.backends.mps.is_available(),
    }
    if not there.get(device.type, False):
        raise NoDevice(f"The device {name} is not there: use --device auto or cpu.")
    return device


def half_pays(device: torch.device) -> bool:
    """Whether bfloat16 is faster than float32: on GPUs, and on processors that multiply it natively."""
    if device.type == "cuda":
        with torch.cuda.device(device):  # torch asks about the current one
            return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return device.type == "cpu" and _has_bf16_kernels() and _multiplies_bf16()


@contextmanager
def inference(device: torch.device, *, half: bool = True) -> Iterator[None]:
    """No gradients, and autocast to bfloat16 where that is allowed and pays."""
    with torch.inference_mode(), torch.autocast(device.type, torch.bfloat16, enabled=half and half_pays(device)):
        yield


def _has_bf16_kernels() -> bool:
    # Torch without oneDNN, as for Apple's processors, lacks the question itself.
    return torch.backends.mkldnn.is_available() and bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _multiplies_bf16() -> bool:
    capabilities = torch.cpu.get_capabilities()
    return bool(capabilities.get("amx_bf16") or capabilities.get("avx512_bf16"))
