"""One process or several: what the processes of a training on several GPUs have to agree on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from ..errors import BadOption


class Alone:
    """The only process: everything is agreed already."""

    index, count = 0, 1
    device: torch.device | None = None
    """Where this process computes; None: where it was told to."""

    def share(self, steps: range, batch: int) -> list[int] | range:
        """Indices of the examples of steps that this process draws, `batch` a step over all processes."""
        return range(steps.start * batch, steps.stop * batch)

    def mean(self, value: Tensor) -> Tensor:
        """Mean over the processes."""
        return value

    def average_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        """Gives every process the mean of all gradients."""

    def gather(self, values: Tensor) -> Tensor:
        """What all processes have, one after the other along the first axis."""
        return values

    def any(self, flag: bool) -> bool:
        """Whether it is so in any process."""
        return flag

    def align(self, module: nn.Module) -> None:
        """Gives every process the first one's weights."""


class Several(Alone):
    """Processes that `accelerate launch` started, each with its own GPU.

    Every process sees its share of a batch. Gradients are averaged, and the memory of the RS-bias learns from the
    features of all, so that weights and memory stay the same everywhere.

    Raises:
        BadOption: the package accelerate is missing.
    """

    def __init__(self) -> None:
        try:
            from accelerate import Accelerator
        except ImportError as error:
            raise BadOption("Training on several GPUs needs the package accelerate: pip install accelerate.") from error
        self._accelerator: Any = Accelerator()
        self.index, self.count = self._accelerator.process_index, self._accelerator.num_processes
        self.device = self._accelerator.device

    def share(self, steps: range, batch: int) -> list[int]:
        """Indices of this process's examples.

        Raises:
            BadOption: a batch cannot be shared evenly.
        """
        if batch % self.count:
            raise BadOption(f"A batch of {batch} cannot be shared by {self.count} processes: change it in the recipe.")
        part = batch // self.count
        return [step * batch + self.index * part + i for step in steps for i in range(part)]

    def mean(self, value: Tensor) -> Tensor:
        """Mean over the processes."""
        reduced: Tensor = self._accelerator.reduce(value.detach().clone(), "mean")
        return reduced

    def average_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        """Gives every process the mean of all gradients, in one exchange."""
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        mean = self.mean(torch.cat([gradient.flatten() for gradient in gradients]))
        for gradient, part in zip(gradients, mean.split([each.numel() for each in gradients]), strict=True):
            gradient.copy_(part.view_as(gradient))

    def gather(self, values: Tensor) -> Tensor:
        """What all processes have, one after the other along the first axis."""
        gathered: Tensor = self._accelerator.gather(values.contiguous())
        return gathered

    def any(self, flag: bool) -> bool:
        """Whether it is so in any process."""
        return bool(self.mean(torch.tensor(float(flag), device=self.device)) > 0)

    def align(self, module: nn.Module) -> None:
        """Gives every process the first one's weights."""
        from accelerate.utils import broadcast

        for tensor in module.state_dict().values():
            tensor.copy_(broadcast(tensor.clone()))


def open_ranks() -> Alone:
    """The processes of this training, as the launcher's environment tells.

    Raises:
        BadOption: there are several, and the package accelerate is missing.
    """
    return Several() if int(os.environ.get("WORLD_SIZE", "1")) > 1 else Alone()


def is_first() -> bool:
    """Whether this process is the one that reports and writes."""
    return os.environ.get("RANK", "0") == "0"
