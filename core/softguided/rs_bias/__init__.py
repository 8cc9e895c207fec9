"""The RS-bias: what a scene has in common, in the candidates A to E of spec 2.5 behind one interface."""

from __future__ import annotations

from collections.abc import Sequence

from ..config import NetworkConfig
from ..guided import Bias
from .candidate import BiasCandidate
from .cells import CellBias
from .confident import ConfidentCells
from .memory import RsBias
from .scene import SceneBias, SubtractedScene

__all__ = ["Bias", "BiasCandidate", "RsBias", "build_bias"]


def build_bias(dim: int, config: NetworkConfig, names: Sequence[str] = ()) -> BiasCandidate:
    """The candidate that a configuration names.

    Args:
        dim: channels C of the joint space.
        config: names the candidate.
        names: training classes whose prototypes are kept, where the candidate keeps any.
    """
    if config.bias == "A":
        return RsBias(dim, names)
    if config.bias == "B":
        return CellBias(dim, config, names)
    plain = {"off": BiasCandidate, "C": SubtractedScene, "D": SceneBias, "E": ConfidentCells}
    return plain[config.bias]()
