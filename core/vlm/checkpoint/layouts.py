"""The layouts that dual encoders are stored in, and how each becomes open_clip's own names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import torch
from torch import Tensor

from .fit import DoesNotFit, misfit
from .long_text import merge_long_text
from .siglip_names import rename_siglip

# Constants that some writers store among the weights; the architecture implies them.
_CONSTANTS = frozenset(
    {"input_resolution", "context_length", "vocab_size", "attn_mask", "text.transformer.embeddings.position_ids"}
)


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to name the weights of a dual encoder.

    Args:
        prefixes: beginnings of names, each with what takes its place.
        copies: likewise, of weights that the file holds more than once: one that equals what it copies is left out.
        unused: numbers of a training that no inference needs.
        rename: whatever else it takes, after the prefixes.
    """

    prefixes: tuple[tuple[str, str], ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    unused: frozenset[str] = frozenset()
    rename: Callable[[dict[str, Tensor]], dict[str, Tensor]] = merge_long_text

    def normalise(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """The same weights under open_clip's names; a name that the layout does not know stays as it is."""
        named: dict[str, Tensor] = {}
        for name, tensor in tensors.items():
            if name in self.unused or self._is_copy(name, tensors):
                continue
            plain = _renamed(name, self.prefixes)
            # Two weights for one place: the second shows up as unexpected.
            named[f"{name} (twice)" if plain in named else plain] = tensor
        return self.rename(named)

    def _is_copy(self, name: str, tensors: Mapping[str, Tensor]) -> bool:
        source = _renamed(name, self.copies)
        if source == name or source not in tensors or tensors[source].dtype != tensors[name].dtype:
            return False
        return torch.equal(tensors[source], tensors[name])


def _renamed(name: str, prefixes: tuple[tuple[str, str], ...]) -> str:
    for prefix, replacement in prefixes:
        if name.startswith(prefix):
            return replacement + name.removeprefix(prefix)
    return name


LAYOUTS = MappingProxyType(
    {
        "bare": Layout(),
        "training": Layout(prefixes=(("module.", ""),)),
        "lightning": Layout(
            prefixes=(("clip_base_model.model.", ""),),
            copies=tuple((f"{tower}_encoder.model.", "clip_base_model.model.") for tower in ("image", "text")),
            unused=frozenset({"temperature"}),
        ),
        "itra": Layout(prefixes=(("image_backbone.", "visual."), ("text_backbone.", ""))),
        "mixin": Layout(prefixes=(("model.", ""),)),
        "openai_jit": Layout(),
        "transformers_siglip": Layout(rename=rename_siglip),
    }
)
"""By the names that the zoo uses. Half precision and long text need none of their own: each of these may have them."""


def fitted(contents: Mapping[str, Tensor], wanted: Mapping[str, Tensor], layout: str | None) -> dict[str, Tensor]:
    """The weights under the names of an architecture, every one in its place.

    Args:
        contents: names and weights as in the file.
        wanted: the architecture's own.
        layout: the declared one of `LAYOUTS`; None: the one that fits is taken. That is no guess: to fit means that
            every name and every shape is right.

    Raises:
        DoesNotFit: with what does not, in the layout that comes closest.
    """
    names = [layout] if layout else list(LAYOUTS)
    tried = [_without_constants(LAYOUTS[name].normalise(contents), wanted) for name in names]
    best = min(tried, key=lambda tensors: len(misfit(tensors, wanted)))
    if found := misfit(best, wanted):
        raise DoesNotFit(found)
    return best


def _without_constants(tensors: Mapping[str, Tensor], wanted: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor for name, tensor in tensors.items() if name in wanted or name not in _CONSTANTS}
