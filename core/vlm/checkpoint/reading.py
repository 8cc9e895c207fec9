"""Tensors out of a checkpoint file: safetensors, or a pickle that holds nothing but tensors and plain values."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError  # nosec B403 # only the exception, nothing is unpickled
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from ...errors import NoModel

_WRAPPERS = ("state_dict", "model_state_dict", "model")

# What the readers of PyTorch and of zip archives stumble over when bytes are missing or are not theirs.
_DAMAGED = (
    AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, TypeError, ValueError,
    struct.error, zipfile.BadZipFile,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contents:
    """What a checkpoint file holds.

    Args:
        tensors: the table of weights, names as in the file.
        wrapped: whether the table lay inside a training checkpoint, beside optimiser states and the like.
    """

    tensors: dict[str, Tensor]
    wrapped: bool


def read_contents(path: Path) -> Contents:
    """Reads the weights in a file; code inside a file is never run.

    Raises:
        NoModel: the file is missing, damaged, holds more than tensors and plain values, or no table of weights.
    """
    if not path.is_file():
        raise NoModel(f"The checkpoint {path} is missing.")
    if path.suffix == ".safetensors":
        return Contents(_read_safetensors(path), wrapped=False)
    return _unwrapped(_read_pickle(path), path)


def _read_safetensors(path: Path) -> dict[str, Tensor]:
    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise NoModel(f"{path.name} is damaged or no safetensors file: download it again.", str(error)) from error


def _read_pickle(path: Path) -> Any:
    try:
        archive = zipfile.is_zipfile(path)
        if archive and _holds_a_program(path):
            raise NoModel(f"{path.name} holds a TorchScript program, not only weights; SoftSeg does not run it.")
        with torch.serialization.safe_globals(_numpy_scalars()):
            return torch.load(path, map_location="cpu", weights_only=True, mmap=archive)
    except UnpicklingError as error:
        text = f"{path.name} is refused: it is damaged, or holds Python objects besides weights, which could run code."
        raise NoModel(text, str(error)) from error
    except _DAMAGED as error:
        raise NoModel(f"{path.name} is damaged or no PyTorch checkpoint: download it again.", str(error)) from error


def _holds_a_program(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return any(name.endswith("/constants.pkl") for name in archive.namelist())


def _numpy_scalars() -> list[Any]:
    """What a training checkpoint holds when its best score is a numpy number, under numpy's old and new names."""
    scalar = np.float64(0).__reduce__()[0]
    names = ("numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar")
    kinds = {type(np.dtype(code)) for code in ("f4", "f8", "i4", "i8", "?")}
    return [*((scalar, name) for name in names), np.dtype, *kinds]


def _unwrapped(content: Any, path: Path) -> Contents:
    """The table of weights itself, or the one that a training checkpoint wraps."""
    if _is_table(content):
        return Contents(dict(content), wrapped=False)
    if isinstance(content, Mapping):
        for wrapper in _WRAPPERS:
            if _is_table(content.get(wrapper)):
                return Contents(dict(content[wrapper]), wrapped=True)
        held = ", ".join(str(key) for key in list(content)[:4]) or "nothing"
    else:
        held = type(content).__name__
    raise NoModel(f"{path.name} holds no table of weights; it holds {held}.")


def _is_table(content: Any) -> bool:
    return (
        isinstance(content, Mapping)
        and bool(content)
        and all(isinstance(name, str) and isinstance(value, Tensor) for name, value in content.items())
    )
