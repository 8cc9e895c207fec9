"""What can be done with a run's files afterwards, as data: decide again, and make polygons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from . import options
from .task import Task


@dataclass(frozen=True)
class RedecideJob(Task):
    """Make a class raster from stored costs, without any model.

    Args:
        costs: the cost raster of a run.
        output: where the class raster goes.
        confidence: where the confidence raster goes; None: nowhere.
        balance: what is added to a class's logit before deciding, by class name.
        unsure: pixels whose confidence is below this stay unlabelled.
        min_area: smaller patches are given to their neighbours, m².
    """

    costs: str
    output: str
    confidence: str | None = None
    balance: dict[str, float] = field(default_factory=dict, hash=False)
    unsure: float = 0.0
    min_area: float = 0.0

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "costs": options.path,
        "output": options.path,
        "confidence": options.optional(options.path),
        "balance": options.balance,
        "unsure": options.number(0, 1),
        "min_area": options.number(0, 1e12),
    }
    FILES: ClassVar[tuple[str, ...]] = ("costs", "output", "confidence")


@dataclass(frozen=True)
class PolygonsJob(Task):
    """Make polygons of a class raster.

    Args:
        classes: the class raster of a run.
        output: where the GeoPackage goes.
        confidence: the confidence raster of the run, for the mean confidence of each polygon; None: left out.
        min_area: smaller polygons are left out, m².
        simplify: how far an edge may move, m; 0: edges stay at pixel edges.
        keep: names of the classes to write; empty: all.
    """

    classes: str
    output: str
    confidence: str | None = None
    min_area: float = 0.0
    simplify: float = 0.0
    keep: tuple[str, ...] = ()

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "classes": options.path,
        "output": options.path,
        "confidence": options.optional(options.path),
        "min_area": options.number(0, 1e12),
        "simplify": options.number(0, 100_000),
        "keep": options.texts,
    }
    FILES: ClassVar[tuple[str, ...]] = ("classes", "output", "confidence")
