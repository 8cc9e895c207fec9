"""A training run at rest: everything that it needs to go on as if it had never stopped."""

from __future__ import annotations

import hashlib
import pickle  # nosec B403 # only the exception, nothing is unpickled
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from ..errors import BadOption, BadOutput

CHECKPOINT_FILE = "training.pt"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state after a number of steps.

    Args:
        step: steps done.
        run: what the run was started with, as `run_id` gives it.
        trainee: state of the trainee.
        average: state of its average.
        optimiser: state of the optimiser.
        guide: state of the frozen tower, or None before there is one.
        means: running means of the losses.
        chance: state of torch's generator on the processor; everything else draws from seed and step.
        collapse: the last cosine between guide and student; None before there was one.
    """

    step: int
    run: str
    trainee: dict[str, Any]
    average: dict[str, Any]
    optimiser: dict[str, Any]
    guide: dict[str, Any] | None
    means: dict[str, float]
    chance: torch.Tensor
    collapse: float | None = None


def run_id(*parts: object) -> str:
    """A digest of what decides a run: two runs with the same one give the same weights."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def save_checkpoint(checkpoint: Checkpoint, folder: Path) -> None:
    """Writes the state in one piece beside the model; what was there is replaced only when it is whole.

    Raises:
        BadOutput: the folder cannot be written.
    """
    path = folder / CHECKPOINT_FILE
    part = path.with_suffix(".part")
    try:
        torch.save({name: getattr(checkpoint, name) for name in Checkpoint.__slots__}, part)
        part.replace(path)
    except (OSError, RuntimeError) as error:
        part.unlink(missing_ok=True)
        raise BadOutput(f"The state of the training cannot be written to {folder}.", str(error)) from error


def forget_checkpoint(folder: Path) -> None:
    """Removes the state of a run whose outcome is kept."""
    with suppress(OSError):  # to go on from a state that stays only gives the same outcome again
        (folder / CHECKPOINT_FILE).unlink(missing_ok=True)


def load_checkpoint(folder: Path, run: str) -> Checkpoint:
    """Reads the state of a run that is to go on.

    Raises:
        BadOption: there is none, it is damaged, or it belongs to another recipe or other data.
    """
    path = folder / CHECKPOINT_FILE
    if not path.is_file():
        raise BadOption(f"There is no stopped training in {folder}: start it without --resume.")
    try:
        checkpoint = Checkpoint(**torch.load(path, map_location="cpu", weights_only=True))
    except (OSError, RuntimeError, TypeError, EOFError, pickle.UnpicklingError) as error:
        raise BadOption(f"The stopped training in {folder} is damaged: start again without --resume.") from error
    if checkpoint.run != run:
        raise BadOption(f"The training in {folder} was started with another recipe or other data: it cannot go on.")
    return checkpoint
