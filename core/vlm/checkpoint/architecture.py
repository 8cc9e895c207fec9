"""The empty model that a checkpoint belongs to, built from what is declared of it; never touches the network."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import open_clip
from open_clip.model import CLIP, CustomTextCLIP
from open_clip.transformer import QuickGELU
from timm.layers import GELU, GELUTanh
from torch import nn

from ...errors import BadOption, NoModel
from ..hub.entry import ACTIVATIONS, Entry
from .folder import local_files, needed_file

_TANH = {"approximate": "tanh"}


def declared_activation(entry: Entry, chosen: str | None = None) -> str:
    """The activation that a model runs with; its weights look the same with any.

    Args:
        entry: what is declared.
        chosen: by whoever loads the model, where nothing is declared.

    Raises:
        BadOption: nothing is declared and nothing known was chosen, or the choice contradicts what is declared.
    """
    if entry.activation is not None and chosen not in (None, entry.activation):
        raise BadOption(f"{entry.title} runs with the activation {entry.activation}, not with {chosen}.")
    activation = entry.activation or chosen
    if activation not in ACTIVATIONS:
        known = ", ".join(ACTIVATIONS)
        raise BadOption(f"The publisher of {entry.title} does not say its activation: choose one of {known}.")
    return activation


def build(entry: Entry, folder: Path, activation: str) -> tuple[Any, int]:
    """An open_clip model with random weights, of the declared shapes and activation, and its joint channels C.

    Args:
        entry: what is declared.
        folder: holds the entry's files of the roles model_config and text_config, where it has them.
        activation: one of `ACTIVATIONS`.

    Raises:
        NoModel: the architecture is unknown, or a configuration is missing or damaged.
    """
    config = _configuration(entry, folder)
    try:
        _declare(config, entry, activation)
        with TemporaryDirectory() as place:
            if entry.text.kind == "hf":
                _localise(config, entry, folder, Path(place))
            custom = config.pop("custom_text", False) or entry.text.kind == "hf"
            model = (CustomTextCLIP if custom else CLIP)(**config)
    except (KeyError, TypeError, ValueError, AssertionError, RuntimeError, OSError) as error:
        raise NoModel(f"{entry.title} cannot be built from its configuration.", str(error)) from error
    if hasattr(model.visual, "trunk"):
        _set_activation(model.visual.trunk, activation)
    return model, int(config["embed_dim"])


def _configuration(entry: Entry, folder: Path) -> dict[str, Any]:
    """The model's own configuration where it comes with one, else the one that open_clip knows by name."""
    for own in local_files(entry, "model_config", folder).values():
        try:
            config: dict[str, Any] = json.loads(own.read_text(encoding="utf-8"))["model_cfg"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NoModel(f"The configuration {own.name} of {entry.title} is damaged.", str(error)) from error
        return config
    known = open_clip.get_model_config(entry.architecture)
    if known is None:
        raise NoModel(f"{entry.title} has the architecture {entry.architecture}, which open_clip does not know.")
    return dict(deepcopy(known))


def _declare(config: dict[str, Any], entry: Entry, activation: str) -> None:
    """Writes into the configuration what the entry declares: it knows better than files that were saved in passing."""
    vision, text = config["vision_cfg"], config["text_cfg"]
    config["quick_gelu"] = activation == "quick_gelu"
    vision["image_size"] = entry.image_size
    vision["timm_model_pretrained"] = False
    if entry.text.kind != "hf":
        text["context_length"] = entry.text.context_length
    for tower in (vision, text):
        tower["act_kwargs"] = dict(_TANH) if activation == "gelu_tanh" else None


def _localise(config: dict[str, Any], entry: Entry, folder: Path, place: Path) -> None:
    """Points the text tower to a folder with its configuration: given a name, transformers would ask the network."""
    (place / "config.json").write_bytes(needed_file(entry, "text_config", folder).read_bytes())
    config["text_cfg"].update(hf_model_name=str(place), hf_model_pretrained=False)


def _set_activation(trunk: nn.Module, activation: str) -> None:
    """Replaces what timm put in: its trunks take no activation from the configuration of open_clip."""
    for parent in list(trunk.modules()):
        for name, child in parent.named_children():
            if isinstance(child, nn.GELU | GELU | GELUTanh | QuickGELU):
                setattr(parent, name, _activation(activation))


def _activation(name: str) -> nn.Module:
    if name == "quick_gelu":
        quick: nn.Module = QuickGELU()
        return quick
    return nn.GELU(**_TANH) if name == "gelu_tanh" else nn.GELU()
