"""Merging: classes that become part of another one, in the class list and in stored costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from .classes import ClassList, name_key
from .decide import COST_SCALE, MAX_COST
from .errors import BadOption
from .raster.cost_raster import StoredRows

_MOST = round(MAX_COST / COST_SCALE)


@dataclass(frozen=True, slots=True)
class Merging:
    """What is left when classes are merged.

    Args:
        classes: those that are left, in their order.
        members: for each of them, its own place in the list before and the places of what became part of it.
    """

    classes: ClassList
    members: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, classes: ClassList, merge: Mapping[str, str]) -> Merging:
        """Merge classes of a list, which are named in any case.

        Args:
            classes: the list before.
            merge: what becomes part, and of what.

        Raises:
            BadOption: a name is none of the classes, or a class is to take others in and to be merged itself.
        """
        places = {name_key(name): place for place, name in enumerate(classes.names)}
        for name in (*merge, *merge.values()):
            if name_key(name) not in places:
                raise BadOption(f"There is no class “{name}”: the merge has to name classes of the list.")
        into = {places[name_key(gone)]: places[name_key(kept)] for gone, kept in merge.items()}
        for kept in into.values():
            if kept in into:
                raise BadOption(f"“{classes.names[kept]}” cannot take in other classes and be merged itself.")
        left = [place for place in range(len(classes)) if place not in into]
        members = tuple((place, *(gone for gone, kept in into.items() if kept == place)) for place in left)
        return cls(ClassList(tuple(classes.classes[place] for place in left)), members)

    def rows(self, costs: Iterable[StoredRows], steps: np.ndarray) -> Iterator[StoredRows]:
        """Costs of the merged classes: the best of their members.

        Args:
            costs: of all classes.
            steps: what is added to each of these first (T,), in steps of stored costs.
        """
        for rows in costs:
            balanced = np.clip(rows.costs + steps[:, None, None], -_MOST, _MOST).astype(np.int16)
            merged = np.stack([balanced[list(places)].max(axis=0) for places in self.members])
            yield StoredRows(rows.row, merged, rows.valid)
