"""One of several processes that train the toy together; prints what its weights come to. Run by `test_several.py`."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
import torch

from core.train import train as module
from tests.engine.train.toy import RECIPE, play, toy_datasets


def main() -> None:
    """Trains, and prints losses and digest."""
    torch.set_num_threads(1)
    losses: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        play(patch)
        model = module.train(
            replace(RECIPE, batch=4),
            toy_datasets(),
            on_step=lambda step, average: losses.append(f"{step.losses['class']:.6f}"),
        )
    weights = b"".join(tensor.contiguous().numpy().tobytes() for tensor in model.state_dict().values())
    print(hashlib.sha256(weights).hexdigest(), *losses)


if __name__ == "__main__":
    main()
