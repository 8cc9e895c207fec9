"""The options that `softseg segment` and `softseg batch` share: what to look at and for, how to compute and decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from functools import wraps
from inspect import Parameter, signature
from typing import Any, get_type_hints

from ..class_sets import read_class_set
from ..classes import ClassList, looks_like_a_comma_list, parse_classes
from ..errors import BadClasses
from ..job import DEFAULT_CANDIDATES, DEFAULT_OVERLAP
from ..options import parse_bands, parse_extent, parse_texts
from ..protocol import Warn
from . import parameters as p
from .work import Answer, Work


@dataclass(frozen=True, slots=True)
class RunOptions:
    """The options as they were typed."""

    classes: p.ClassText = None
    class_set: p.ClassSet = None
    synonyms: p.Synonyms = "mean"
    distractors: p.Distractors = None
    extent: p.Extent = None
    mask: p.Mask = None
    bands: p.Bands = None
    stretch: p.Stretch = "auto"
    offset: p.Offset = None
    resolution: p.Resolution = None
    model: p.Model = "starter"
    device: p.Device = "auto"
    tile: p.Tile = None
    overlap: p.Overlap = DEFAULT_OVERLAP
    batch: p.Batch = 0
    scene_prior: p.ScenePrior = None
    dense: p.Dense = "auto"
    candidates: p.Candidates = DEFAULT_CANDIDATES
    inference: p.Inference = "native"
    unsure: p.Unsure = 0.0
    min_area: p.MinArea = 0.0

    def job_values(self, work: Work) -> dict[str, Any]:
        """The values of a `Job` that they stand for; `work` is told what looks like a mistake.

        Raises:
            BadClasses: the classes are missing or not valid.
            BadOption: extent or bands cannot be read.
        """
        values = asdict(self)
        classes = _class_list(values.pop("classes"), values.pop("class_set"), work)
        extent = None if self.extent is None else parse_extent(self.extent)
        bands = None if self.bands is None else parse_bands(self.bands)
        others = parse_texts(self.distractors or "")
        return {**values, "classes": classes, "distractors": others, "extent": extent, "bands": bands}


def with_run_options(command: Callable[..., Answer]) -> Callable[..., Answer]:
    """Let a command whose parameter `options` is a `RunOptions` take these one by one, the way typer reads them."""
    hints = get_type_hints(RunOptions, include_extras=True)
    names = [each.name for each in fields(RunOptions)]

    @wraps(command)
    def one_by_one(**values: Any) -> Answer:
        options = RunOptions(**{name: values.pop(name) for name in names})
        return command(options=options, **values)

    shared = [
        Parameter(each.name, Parameter.KEYWORD_ONLY, default=each.default, annotation=hints[each.name])
        for each in fields(RunOptions)
    ]
    own = signature(command, eval_str=True)
    before, after = _around("options", list(own.parameters.values()))
    vars(one_by_one)["__signature__"] = own.replace(parameters=[*before, *shared, *after])
    return one_by_one


def _around(name: str, parameters: list[Parameter]) -> tuple[list[Parameter], list[Parameter]]:
    place = [each.name for each in parameters].index(name)
    return parameters[:place], parameters[place + 1 :]


def _class_list(text: str | None, class_set: str | None, work: Work) -> ClassList:
    """The classes, from the one option of the two that was given."""
    if class_set is not None and text is None:
        return read_class_set(class_set)
    if text is None or class_set is not None:
        raise BadClasses("Give the classes either with --classes or with --class-set.")
    classes = parse_classes(text)
    if looks_like_a_comma_list(text):
        work.say(Warn("comma_list", f"“{classes.names[0]}” is one class: put ; between classes if you mean several."))
    return classes
