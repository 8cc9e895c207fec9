"""What is judged: which classes of a data set count, what is typed for each, and what its background is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..classes import name_key
from ..errors import BadOption
from ..train.datasets.kinds import LabelClass

BACKGROUNDS = ("out", "in")


@dataclass(frozen=True, slots=True)
class Policy:
    """Which ground counts.

    Args:
        background: ``out``: what a data set calls background or clutter is not judged. ``in``: it is a class like the
            others; what is left without a class, or is given an absent name, counts as it.
        ignore: names of classes whose ground is not judged, and for which nothing is typed.

    Raises:
        BadOption: the background is neither in nor out.
    """

    background: str = "out"
    ignore: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.background not in BACKGROUNDS:
            raise BadOption(f"The background is in or out, not “{self.background}”.")


@dataclass(frozen=True, slots=True)
class Judged:
    """The classes that are judged; number k stands for ``names[k - 1]``, 0 for what is not judged.

    Args:
        names: what the data set calls them. Classes for which the same is typed are one, like parked + moving cars.
        concepts: what each means: an id of the lexicon, or a word of its own.
        typed: what is typed for each, then the absent names.
        background: the number of the background; 0: it is not judged, or there is none.
        number: by name of the data set's class; classes that are not judged are missing.
    """

    names: tuple[str, ...]
    concepts: tuple[str, ...]
    typed: tuple[str, ...]
    background: int
    number: Mapping[str, int]

    @property
    def absent(self) -> tuple[str, ...]:
        """The names that were typed though nothing bears them."""
        return self.typed[len(self.names) :]

    def reference(self, labels: NDArray[np.uint8], classes: Sequence[LabelClass]) -> NDArray[np.uint16]:
        """Numbers (H, W) of a picture's labels (H, W), which stand for ``classes``."""
        numbers = [0, *(self.number.get(label.name, 0) for label in classes)]
        return np.array(numbers, np.uint16)[labels]

    def claimed(self, found: NDArray[np.integer]) -> NDArray[np.bool_]:
        """Where predicted ids (H, W) are one of the classes: neither an absent name nor none."""
        return (found > 0) & (found <= len(self.names))

    def predicted(self, found: NDArray[np.integer]) -> NDArray[np.uint16]:
        """Numbers (H, W) of predicted ids (H, W); an absent name, like no class, is the background, or 0."""
        return np.where(self.claimed(found), found, self.background).astype(np.uint16)


def judged_classes(
    classes: Sequence[LabelClass],
    names: Mapping[str, str],
    absent: Sequence[str] = (),
    policy: Policy | None = None,
    background: frozenset[str] = frozenset(),
) -> Judged:
    """Number the classes that count.

    Args:
        classes: of the data set.
        names: class of the data set -> what is typed for it.
        absent: names typed beside them.
        policy: what to leave out.
        background: which of the classes are background.

    Raises:
        BadOption: a class to ignore is not there, none is left, nothing is typed for a class, or an absent name is
            typed for a class, too.
    """
    kept = _kept(classes, (policy or Policy()).ignore)
    groups: dict[str, list[LabelClass]] = {}
    for label in kept:
        if label.name not in names:
            raise BadOption(f"Nothing is typed for the class '{label.name}'.")
        groups.setdefault(name_key(names[label.name]), []).append(label)
    typed = (*(names[members[0].name] for members in groups.values()), *absent)
    if len({name_key(word) for word in typed}) < len(typed):
        raise BadOption(f"The typed words repeat: {', '.join(typed)}.")
    number = {label.name: k for k, members in enumerate(groups.values(), start=1) for label in members}
    return Judged(
        tuple(" + ".join(label.name for label in members) for members in groups.values()),
        tuple(members[0].concept for members in groups.values()),
        typed,
        next((number[label.name] for label in kept if label.name in background), 0),
        number,
    )


def _kept(classes: Sequence[LabelClass], ignore: Sequence[str]) -> list[LabelClass]:
    known = {name_key(label.name) for label in classes}
    for name in ignore:
        if name_key(name) not in known:
            listed = ", ".join(label.name for label in classes)
            raise BadOption(f"There is no class “{name}” to ignore: there are {listed}.")
    ignored = {name_key(name) for name in ignore}
    kept = [label for label in classes if name_key(label.name) not in ignored]
    if not kept:
        raise BadOption("All classes are ignored: nothing is left to judge.")
    return kept
