"""The pictures of an evaluation that are worth looking at: those with the most errors, small."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..train.datasets.kinds import Pixels
from .metrics import Confusion
from .thumbnails import Thumbnails

_MOST = 12


@dataclass(frozen=True, slots=True, order=True)
class Exhibit:
    """One picture: how much of it is right, 0..1, which it is, and its thumbnails; ordered from best to worst."""

    wrong: float
    place: int
    name: str = field(compare=False)
    image: Image.Image = field(compare=False)
    thumbnails: Thumbnails = field(compare=False)

    @property
    def right(self) -> float:
        """Share of the judged pixels that is right, 0..1."""
        return 1 - self.wrong


class Gallery:
    """Keeps the twelve pictures with the largest share of wrong pixels, whatever their number."""

    def __init__(self) -> None:
        self._kept: list[Exhibit] = []
        self._seen = 0

    def add(
        self,
        name: str,
        image: Pixels,
        reference: NDArray[np.uint16],
        predicted: NDArray[np.uint16],
        confusion: Confusion,
    ) -> None:
        """Take a picture (H, W, 3) with its classes (H, W) and its counts."""
        wrong = 1 - confusion.overall_accuracy
        self._seen += 1
        if np.isnan(wrong) or (len(self._kept) == _MOST and wrong <= self._kept[0].wrong):
            return
        thumbnails = Thumbnails(*reference.shape)
        thumbnails.add(0, reference, predicted)
        exhibit = Exhibit(wrong, self._seen, name, thumbnails.of_image(image), thumbnails)
        if len(self._kept) < _MOST:
            heapq.heappush(self._kept, exhibit)
        else:
            heapq.heapreplace(self._kept, exhibit)

    @property
    def exhibits(self) -> list[Exhibit]:
        """What is kept, the worst first."""
        return sorted(self._kept, reverse=True)

    @property
    def sentence(self) -> str:
        """What is on show."""
        if self._seen <= _MOST:
            return "All pictures, the worst first."
        return f"The {_MOST} of {self._seen:,} pictures with the largest share of wrong pixels, the worst first."
