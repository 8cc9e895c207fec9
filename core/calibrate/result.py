"""What was learnt from polygons, as plain data and as a file that `softseg redecide` takes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .. import options
from ..errors import BadOption
from ..lines import finite
from ..raster.ownership import VERSION_TAG
from ..version import version

WARNING = "It holds for this raster alone: on other ground, light or season it may do harm."
_MEASURE = "mean share of each class that is found"


@dataclass(frozen=True, slots=True)
class CalibratedClass:
    """One class.

    Args:
        name: of the run.
        polygons: how many were labelled so.
        pixels: how many of them were looked at.
        learnt: whether there were polygons enough to change its balance.
        balance: what is added to its logit.
        threshold: how sure it takes to be given, 0..1; what is less sure stays open.
        found_before: share of its pixels that was found without any change, 0..1; NaN without polygons.
        found_after: the same with what was learnt without their polygon.
    """

    name: str
    polygons: int
    pixels: int
    learnt: bool
    balance: float
    threshold: float
    found_before: float
    found_after: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was learnt.

    Args:
        costs: the name of the cost raster that it was learnt on.
        revision: of the model that computed the costs.
        before: mean share of each class that is found in the polygons without any change, 0..1.
        after: the same with what was learnt without the polygon in question.
        classes: the classes of the run, in order.
    """

    costs: str
    revision: str
    before: float
    after: float
    classes: tuple[CalibratedClass, ...]

    @property
    def balance(self) -> dict[str, float]:
        """What is added to the logits of the classes that change, by name."""
        return {each.name: each.balance for each in self.classes if each.balance}

    @property
    def thresholds(self) -> dict[str, float]:
        """How sure it takes to give the classes that are often wrong, by name."""
        return {each.name: each.threshold for each in self.classes if each.threshold}

    def as_dict(self) -> dict[str, Any]:
        """Plain data; figures that do not exist are NaN."""
        learnt = {"balance": self.balance, "thresholds": self.thresholds}
        return {**asdict(self), **learnt, "sentences": self.sentences()}

    def sentences(self) -> list[str]:
        """What was learnt, what it is worth, and that it does not travel."""
        polygons = sum(each.polygons for each in self.classes)
        if not self.balance and not self.thresholds:
            return [f"Nothing is changed: on polygons that were left out of learning, no change raised the {_MEASURE}."]
        sentences = [
            f"On polygons that were left out of learning, {polygons} in all, the {_MEASURE} goes from "
            f"{self.before:.1%} to {self.after:.1%}."
        ]
        if self.thresholds:
            limits = ", ".join(f"{name} {limit:g}" for name, limit in self.thresholds.items())
            sentences.append(f"Left open where the confidence is below: {limits}.")
        alone = [each.name for each in self.classes if each.polygons and not each.learnt]
        if alone:
            sentences.append(f"A single polygon is too little to learn from: {', '.join(alone)}.")
        without = [each.name for each in self.classes if not each.polygons]
        if without:
            sentences.append(f"Without polygons, and so left as they were: {', '.join(without)}.")
        return [*sentences, WARNING]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a file says about deciding, by class name: balance and thresholds; and the costs it is for."""

    balance: Mapping[str, float]
    thresholds: Mapping[str, float]
    costs: str


def write_calibration(path: Path, calibration: Calibration) -> None:
    """Write it as JSON in UTF-8."""
    values = {VERSION_TAG: version(), "warning": WARNING, **finite(calibration.as_dict())}
    path.write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_calibration(path: Path) -> Learnt:
    """Read what `write_calibration` has written.

    Raises:
        BadOption: the file cannot be read, or is no calibration.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if VERSION_TAG not in values:
            raise KeyError(VERSION_TAG)
        balance = options.balance(values["balance"], "balance")
        return Learnt(balance, options.thresholds(values["thresholds"], "thresholds"), str(values["costs"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadOption(f"{path} is no calibration that softseg calibrate has written.", str(error)) from error
