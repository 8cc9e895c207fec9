"""From a declared model and its files to a dual encoder: strict, and nothing guessed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from open_clip.timm_model import TimmModel
from open_clip.transformer import VisionTransformer
from timm.models.convnext import ConvNeXt
from timm.models.vision_transformer import VisionTransformer as TimmVisionTransformer
from torch import Tensor

from ...errors import NoModel
from ..bands import resize_bands
from ..convnext_tower import ConvNextTower
from ..dual import DualEncoder, ImageTower, Traits
from ..hub.entry import Entry
from ..siglip_tower import SiglipTower
from ..text_encoder import TextEncoder
from ..tokens import Tokenise, clip_tokens, file_tokens
from ..vit_tower import VitTower
from .architecture import build, declared_activation
from .fit import DoesNotFit
from .folder import local_files, needed_file
from .layouts import fitted
from .reading import read_contents
from .rewritten import read_rewritten, rewrite


def load_dual_encoder(entry: Entry, folder: Path, activation: str | None = None) -> DualEncoder:
    """Loads a model of the zoo for inference: in eval mode on the CPU, float32; never touches the network.

    Args:
        entry: what is declared of the model.
        folder: holds its files under their local names.
        activation: chosen by the user, where none is declared.

    Raises:
        NoModel: a file is missing, damaged, holds more than weights, or does not fit what is declared of it.
        BadOption: the activation is not declared and none was chosen.
    """
    model, tower, dim = _built(entry, folder, activation)
    model.load_state_dict(_weights(model.state_dict(), entry, folder), strict=True)
    return _encoder(model, tower, dim, entry, folder)


def empty_dual_encoder(entry: Entry, folder: Path) -> DualEncoder:
    """The same with random weights, for who keeps trained ones elsewhere; configurations and tokenizer are needed.

    Raises:
        NoModel: a file is missing or damaged, or the architecture gives no dense features.
        BadOption: the activation is not declared.
    """
    return _encoder(*_built(entry, folder, None), entry, folder)


def _built(entry: Entry, folder: Path, activation: str | None) -> tuple[Any, ImageTower, int]:
    """The open_clip model of an entry, its image tower, and the joint channels C."""
    model, dim = build(entry, folder, declared_activation(entry, activation))
    tower = _tower(model.visual, dim, entry)
    resize_bands(tower.first_convolution, len(entry.bands))
    return model, tower, dim


def _encoder(model: Any, tower: ImageTower, dim: int, entry: Entry, folder: Path) -> DualEncoder:
    scale = entry.logit_scale or math.exp(model.logit_scale.item())
    text = TextEncoder(model, _tokenise(entry, folder, model), dim)
    traits = Traits(entry.title, entry.bands, entry.mean, entry.std, scale, entry.templates)
    return DualEncoder(tower, text, traits).eval().requires_grad_(False)


def _tower(visual: Any, dim: int, entry: Entry) -> ImageTower:
    if isinstance(visual, VisionTransformer):
        return VitTower(visual, dim)
    if isinstance(visual, TimmModel) and isinstance(visual.trunk, TimmVisionTransformer):
        return SiglipTower(visual, dim)
    if isinstance(visual, TimmModel) and isinstance(visual.trunk, ConvNeXt):
        return ConvNextTower(visual, dim)
    raise NoModel(f"{entry.title} ({entry.architecture}) gives no dense features: it is neither ViT nor ConvNeXt.")


def _weights(wanted: Mapping[str, Tensor], entry: Entry, folder: Path) -> dict[str, Tensor]:
    """The weights of the file, each in its place; those of a training checkpoint are kept for the next time."""
    source = needed_file(entry, "weights", folder)
    kept = read_rewritten(source)
    try:
        if kept is not None:
            return fitted(kept, wanted, "bare")
        contents = read_contents(source)
        tensors = fitted(contents.tensors, wanted, entry.layout)
    except DoesNotFit as error:
        raise NoModel(f"{source.name} does not fit {entry.title} ({entry.architecture}): {error}.") from error
    if contents.wrapped:
        rewrite(source, tensors)
    return tensors


def _tokenise(entry: Entry, folder: Path, model: Any) -> Tokenise:
    """How the model's text tower was trained to read, as declared."""
    text = entry.text
    if text.tokenizer == "clip_bpe":
        return clip_tokens(text.context_length)
    clean = "canonicalize" if text.kind == "siglip" else "whitespace"
    pad_id = 0 if text.pad == "zero" else None
    if text.kind == "hf":
        # What this tower leaves out of attention and pooling; any other token would count as a word.
        pad_id = model.text.config.pad_token_id
    return file_tokens(local_files(entry, "tokenizer", folder), text.context_length, clean, pad_id)
