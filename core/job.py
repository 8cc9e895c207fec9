"""One run as data: what to segment, into which classes, where to, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from . import options
from .class_sets import classes_from_json, classes_to_json
from .classes import ClassList, parse_classes
from .errors import BadOption
from .task import Task

AUTO_TILE = 1152  # px of the work grid
DEFAULT_OVERLAP = 0.16  # of a tile's side
DEFAULT_CANDIDATES = 2
EVEN_ODDS = 0.5


def _class_list(value: Any, _name: str) -> ClassList:
    if isinstance(value, ClassList):
        return value
    return parse_classes(value) if isinstance(value, str) else classes_from_json(value)


@dataclass(frozen=True)
class Job(Task):
    """One run. Every value is checked when the job is made; paths are not opened.

    Args:
        raster: path or GDAL address of the raster to segment.
        classes: the classes; class text and JSON lists are read as well.
        output: where the class raster goes.
        confidence: where the confidence raster goes; None: nowhere. Likewise `costs`, `polygons` and
            `quicklook`, a PNG of raster and classes side by side.
        extent: xmin, ymin, xmax, ymax in CRS units of the raster; None: all of it.
        mask: polygons outside which nothing is labelled.
        bands: one band, three for red, green and blue, or one for each that a multispectral model reads; the first is
            1, and 0 stands for one that the raster lacks; None: by colour interpretation and descriptions.
        stretch: "auto", "minmax", "none" or percentiles like "2-98".
        offset: for a multispectral model: what is added to the raster's numbers, in 10,000 times the reflectance, such
            as -1000 for products of Sentinel-2 from 2022 on; None: what the raster declares.
        resolution: ground resolution to work at, m/px; None: the model's own choice, 0: the raster's.
        model: name of a known model, or path of one.
        device: "auto", "cpu", "cuda", "cuda:N" or "mps".
        tile: side of a tile, px of the work grid; None: what suits the model, else `AUTO_TILE`.
        overlap: how far neighbouring tiles overlap, as a share of a tile's side; a published inference, which has its
            own, takes the default only.
        batch: tiles computed at once; 0: chosen for the device.
        scene_prior: name of a downloaded dual encoder whose view of whole scenes weighs the classes; None: none does.
        dense: how patches reach the words in a model that was not trained for maps, one of `options.DENSE_MODES`.
        synonyms: "mean" averages the prompts of a class, "max" lets the one speak that fits best.
        distractors: what else there is to see; what looks more like it than like a class stays unlabelled.
        candidates: how many classes each cell of a tile names by its look alone; of more than eight classes only those
            that some cell names are looked at closer in that tile, which saves time. 0: all are; and so they are where
            something else may favour a class that no cell names: balance, scene prior, or a later look at the costs.
        inference: one of `options.INFERENCES`; all but "native" decide resolution, tile and overlap themselves.
        unsure: pixels whose confidence is below this stay unlabelled; with distractors 0 stands for even odds, 0.5.
        thresholds: what more a class needs than `unsure`, by class name (in any case): where it wins with a lower
            confidence, the pixel stays unlabelled.
        min_area: smaller patches are given to their neighbours, m².
        balance: what is added to a class's logit before deciding, by class name (in any case).
        cache: keep image features on disk, so that a changed class list runs faster.
        preview: folder for small pictures of the rows that are done, written while the run goes on; None: none are.

    Raises:
        BadClasses: the class list is not valid.
        BadOption: any other value is of the wrong type or out of range, two paths are the same, or a published
            inference is to have another tile, overlap or resolution.
    """

    raster: str
    classes: ClassList
    output: str
    confidence: str | None = None
    costs: str | None = None
    polygons: str | None = None
    quicklook: str | None = None
    extent: tuple[float, float, float, float] | None = None
    mask: str | None = None
    bands: tuple[int, ...] | None = None
    stretch: str = "auto"
    offset: float | None = None
    resolution: float | None = None
    model: str = "starter"
    device: str = "auto"
    tile: int | None = None
    overlap: float = DEFAULT_OVERLAP
    batch: int = 0
    scene_prior: str | None = None
    dense: str = "auto"
    synonyms: str = "mean"
    distractors: tuple[str, ...] = ()
    candidates: int = DEFAULT_CANDIDATES
    inference: str = "native"
    unsure: float = 0.0
    thresholds: dict[str, float] = field(default_factory=dict, hash=False)
    min_area: float = 0.0
    balance: dict[str, float] = field(default_factory=dict, hash=False)
    cache: bool = True
    preview: str | None = None

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "raster": options.path,
        "classes": _class_list,
        "output": options.output,
        "confidence": options.optional(options.output),
        "costs": options.optional(options.output),
        "polygons": options.optional(options.output),
        "quicklook": options.optional(options.output),
        "extent": options.optional(options.extent),
        "mask": options.optional(options.path),
        "bands": options.optional(options.bands),
        "stretch": options.stretch,
        "offset": options.optional(options.number(-100_000, 100_000)),
        "resolution": options.optional(options.number(0, 100_000)),
        "model": options.path,
        "device": options.device,
        "tile": options.optional(options.whole(64, 8192)),
        "overlap": options.number(0, 0.75),
        "batch": options.whole(0, 1024),
        "scene_prior": options.optional(options.path),
        "dense": options.choice(*options.DENSE_MODES),
        "synonyms": options.choice(*options.SYNONYMS),
        "distractors": options.texts,
        "candidates": options.whole(0, 10_000),
        "inference": options.choice(*options.INFERENCES),
        "unsure": options.number(0, 1),
        "thresholds": options.thresholds,
        "min_area": options.number(0, 1e12),
        "balance": options.balance,
        "cache": options.flag,
        "preview": options.optional(options.output),
    }
    FILES: ClassVar[tuple[str, ...]] = ("raster", "output", "confidence", "costs", "polygons", "quicklook")

    def __post_init__(self) -> None:
        super().__post_init__()
        asked = (self.tile, self.overlap, self.resolution)
        if self.inference != "native" and asked != (None, DEFAULT_OVERLAP, None):
            raise BadOption(f"The inference {self.inference} decides tile, overlap and resolution: leave them out.")
        if self.distractors and not self.unsure:
            object.__setattr__(self, "unsure", EVEN_ODDS)
        for name in ("balance", "thresholds"):
            values = self.classes.arrange(getattr(self, name), name)
            named = {each: values[place] for place, each in enumerate(self.classes.names) if values[place]}
            object.__setattr__(self, name, named)

    def to_dict(self) -> dict[str, Any]:
        """The job as plain JSON values; `from_dict` makes the same job of them."""
        return {**super().to_dict(), "classes": classes_to_json(self.classes)}
