"""What can be done with a run's files afterwards, as data: decide again, make polygons, report, judge, calibrate."""

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
        merge: classes that become part of another one, by name: what becomes part, and of what.
        thresholds: what more a class needs than `unsure`, by class name.
    """

    costs: str
    output: str
    confidence: str | None = None
    balance: dict[str, float] = field(default_factory=dict, hash=False)
    unsure: float = 0.0
    min_area: float = 0.0
    merge: dict[str, str] = field(default_factory=dict, hash=False)
    thresholds: dict[str, float] = field(default_factory=dict, hash=False)

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "costs": options.path,
        "output": options.output,
        "confidence": options.optional(options.output),
        "balance": options.balance,
        "unsure": options.number(0, 1),
        "thresholds": options.thresholds,
        "min_area": options.number(0, 1e12),
        "merge": options.merge,
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
        band: which band holds the classes, from 1; None: the only one.
    """

    classes: str
    output: str
    confidence: str | None = None
    min_area: float = 0.0
    simplify: float = 0.0
    keep: tuple[str, ...] = ()
    band: int | None = None

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "classes": options.path,
        "output": options.output,
        "confidence": options.optional(options.path),
        "min_area": options.number(0, 1e12),
        "simplify": options.number(0, 100_000),
        "keep": options.texts,
        "band": options.optional(options.whole(1, 65_535)),
    }
    FILES: ClassVar[tuple[str, ...]] = ("classes", "output", "confidence")


@dataclass(frozen=True)
class ReportJob(Task):
    """Make a web page about a class raster.

    Args:
        classes: the class raster of a run.
        output: where the page goes.
        title: what was mapped; empty: as the class raster is called.
        raster: the image that was mapped, to be shown beside the classes; None: it is not.
        bands: which bands of it to show, as for a run.
        stretch: how it is stretched, as for a run.
        command: what makes the class raster again, in words of a program.
    """

    classes: str
    output: str
    title: str = ""
    raster: str | None = None
    bands: tuple[int, ...] | None = None
    stretch: str = "auto"
    command: str = ""

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "classes": options.path,
        "output": options.html_file,
        "title": options.any_text,
        "raster": options.optional(options.path),
        "bands": options.optional(options.bands),
        "stretch": options.stretch,
        "command": options.any_text,
    }
    FILES: ClassVar[tuple[str, ...]] = ("classes", "output", "raster")


@dataclass(frozen=True)
class CompareJob(Task):
    """Judge a class raster, made by any program, where its reference is known.

    Args:
        classes: the class raster.
        reference: a class raster on any grid, or polygons with a class field.
        field: that field; None: SoftSeg's own, or the only one.
        mapping: which class is which of the reference's, like "tree=forest; lawn=grass"; others go by equal names.
        ignore: classes of the reference whose ground is not judged, like "clutter; 255".
        boundary: how near to an edge counts for the boundary IoU, px; 0 leaves it out.
        sample: estimate the whole map, as if the reference were drawn at random within each class.
        page: where a web page with pictures goes; None: nowhere. Likewise `table`, the figures as CSV.
    """

    classes: str
    reference: str
    field: str | None = None
    mapping: str = ""
    ignore: str = ""
    boundary: int = 2
    sample: bool = False
    page: str | None = None
    table: str | None = None

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "classes": options.path,
        "reference": options.path,
        "field": options.optional(options.text),
        "mapping": options.any_text,
        "ignore": options.any_text,
        "boundary": options.whole(0, 100),
        "sample": options.flag,
        "page": options.optional(options.output),
        "table": options.optional(options.output),
    }
    FILES: ClassVar[tuple[str, ...]] = ("classes", "reference", "page", "table")


@dataclass(frozen=True)
class CalibrateJob(Task):
    """Find a balance from a few labelled polygons, for the stored costs of one run.

    Args:
        costs: the cost raster of the run.
        polygons: labelled polygons on its ground.
        field: their field that holds the class.
        output: where the calibration goes; None: nowhere.
    """

    costs: str
    polygons: str
    field: str
    output: str | None = None

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "costs": options.path,
        "polygons": options.path,
        "field": options.text,
        "output": options.optional(options.output),
    }
    FILES: ClassVar[tuple[str, ...]] = ("costs", "polygons", "output")
