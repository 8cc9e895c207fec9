"""Training on a raster of one's own as data: which raster, which polygons, for how long, and where to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from . import options
from .errors import BadOption
from .task import Task

MOST_STEPS = 1_000_000


def _recipe_file(value: Any, name: str) -> str:
    """Check the path of a recipe."""
    path = options.path(value, name)
    if not path.lower().endswith(".toml"):
        raise BadOption(f"The {name} has to be a .toml file, not “{path}”.")
    return path


@dataclass(frozen=True)
class TrainJob(Task):
    """Train a model on a raster and polygons whose field names the class inside them.

    Args:
        raster: the image.
        labels: a vector file; what lies outside of its polygons is not learned from.
        field: the field that names the class.
        output: folder of the model, made if need be; an older model in it is replaced.
        name: of the model; empty: that of its folder.
        start: name or folder of a trained model to go on from, which brings encoder and network with it; "": what the
            recipe says.
        encoder: id of a downloaded dual encoder to begin with, with @ACTIVATION behind it where its publisher states
            none; "": what the recipe says, which is the starter's own where there is none.
        recipe: a TOML file with everything else; None: what suits a single raster and what training begins with. It
            may not set an encoder or a network of its own where training goes on from a model.
        steps: optimisation steps; None: as many as the recipe says.
        device: "auto", "cpu", "cuda", "cuda:N" or "mps".
        resume: go on with a training that was stopped, with the same raster, polygons and recipe.
    """

    raster: str
    labels: str
    field: str
    output: str
    name: str = ""
    start: str = ""
    encoder: str = ""
    recipe: str | None = None
    steps: int | None = None
    device: str = "auto"
    resume: bool = False

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "raster": options.path,
        "labels": options.path,
        "field": options.text,
        "output": options.path,
        "name": options.any_text,
        "start": options.any_text,
        "encoder": options.any_text,
        "recipe": options.optional(_recipe_file),
        "steps": options.optional(options.whole(1, MOST_STEPS)),
        "device": options.device,
        "resume": options.flag,
    }
    FILES: ClassVar[tuple[str, ...]] = ("raster", "labels", "output")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.start and self.encoder:
            raise BadOption("Give either a model to go on from or an encoder to begin with, not both.")
