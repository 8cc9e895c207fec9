"""What the pipeline needs of a model: whoever offers this can segment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from torch import Tensor

from .softguided.network import Decoded, Scene


class Card(Protocol):
    """What is known of a model beside its weights."""

    @property
    def name(self) -> str:
        """Shown to people and written into outputs."""
        ...

    @property
    def revision(self) -> str:
        """Short name of these exact weights, and of whatever else decides what they give for an image or a sentence."""
        ...

    @property
    def image_tower(self) -> str:
        """The kind of image tower."""
        ...

    @property
    def resolutions_m(self) -> tuple[float, float]:
        """Finest and coarsest ground sampling distance that it suits, m/px; 0 and infinity where nobody states one."""
        ...

    @property
    def bands(self) -> tuple[str, ...]:
        """What the channels of its images are, in order: `core.spectrum.RGB`, or bands of Sentinel-2."""
        ...

    @property
    def template(self) -> str | tuple[str, ...]:
        """A template set by name, or sentences with {} in the place of a typed word."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """What it reads, ISO 639-1 codes; what is typed in another language is given to it in English."""
        ...

    @property
    def licence(self) -> str:
        """Of the weights; empty where none is stated."""
        ...


class Segmenter(Protocol):
    """A model: images and class texts in, one score a class and cell out."""

    @property
    def card(self) -> Card:
        """What is known of it."""
        ...

    @property
    def stride(self) -> int:
        """Input px per cell of the scores."""
        ...

    @property
    def multiple(self) -> int:
        """Heights and widths of images must be multiples of this, px."""
        ...

    def observe(self, images: Tensor) -> Scene:
        """What depends on the images alone, (B, channels, H, W) as `RasterSource` reads them; what a cache keeps."""
        ...

    def decode(self, scene: Scene, texts: Tensor, chunk: int = 0, candidates: int = 0) -> Decoded:
        """Scores for (T, C) unit texts, `chunk` of them at a time (0: all).

        Of many texts a model may look closer only at those that are among the nearest `candidates` of any cell (0: at
        all), and put the others last.

        They are logits, whose sigmoid is the probability of each class by itself; those of a `Comparing` one are not.
        """
        ...

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors of sentences, on the CPU."""
        ...

    def to(self, *args: Any, **kwargs: Any) -> Any:
        """Move to a device or a memory format, as torch modules do."""
        ...


@runtime_checkable
class Comparing(Segmenter, Protocol):
    """A segmenter whose scores are scaled cosines: they tell texts apart, and say nothing of one text by itself."""

    @property
    def tile_px(self) -> int:
        """The side of a tile that suits it, px."""
        ...

    def in_mode(self, dense: str, logit_scale: float | None = None) -> Comparing:
        """The same encoder in another way.

        Args:
            dense: how patches reach the joint space, one of `core.options.DENSE_MODES`.
            logit_scale: what cosines are multiplied with; None: what suits the encoder.

        Raises:
            BadOption: its architecture has one way only.
        """
        ...
