"""Whether a table of weights fits an architecture, and what does not, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from torch import Tensor

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Misfit:
    """What keeps a table of weights from fitting.

    Args:
        missing: names that the architecture has and the table lacks.
        unexpected: names that only the table has.
        shapes: names whose shapes differ, with both shapes.
    """

    missing: tuple[str, ...]
    unexpected: tuple[str, ...]
    shapes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.missing) + len(self.unexpected) + len(self.shapes)

    def __str__(self) -> str:
        kinds = ((self.missing, "missing"), (self.unexpected, "unexpected"), (self.shapes, "of another shape"))
        return "; ".join(f"{_count(names)} {kind} ({_first(names)})" for names, kind in kinds if names)


class DoesNotFit(Exception):
    """A table of weights does not fit an architecture.

    Args:
        misfit: what keeps it from fitting.
    """

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(str(misfit))


def misfit(tensors: Mapping[str, Tensor], wanted: Mapping[str, Tensor]) -> Misfit:
    """Compares names and shapes; the result is empty where everything fits."""
    return Misfit(
        missing=tuple(name for name in wanted if name not in tensors),
        unexpected=tuple(name for name in tensors if name not in wanted),
        shapes=tuple(
            f"{name}: {_shape(tensor)} instead of {_shape(wanted[name])}"
            for name, tensor in tensors.items()
            if name in wanted and tensor.shape != wanted[name].shape
        ),
    )


def _count(names: Sequence[str]) -> str:
    return f"{len(names)} weight is" if len(names) == 1 else f"{len(names)} weights are"


def _first(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def _shape(tensor: Tensor) -> str:
    return "x".join(str(size) for size in tensor.shape) or "one number"
