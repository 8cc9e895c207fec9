"""Sentences around a class name: many for training, a few chosen ones for inference."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from ..errors import BadOption

TEMPLATES: tuple[str, ...] = (
    "{}",
    "a satellite image of {}",
    "an aerial image of {}",
    "an aerial photograph showing {}",
    "a drone photo of {}",
    "an orthophoto of {}",
    "a remote sensing image of {}",
    "{} seen from above",
    "{} seen from the air",
    "{} in a satellite image",
    "{} in an aerial photograph",
    "{} in an orthophoto",
    "a bird's-eye view of {}",
    "a top-down view of {}",
    "an overhead view of {}",
    "a high-resolution image of {}",
    "a coarse image of {}",
    "a picture of {} from far above",
    "a map of {}",
    "land cover: {}",
    "land use: {}",
    "class: {}",
    "pixels of {}",
    "this is {}",
)
"""What training draws from. The bare name is among them, for it is what people type."""

_SETS = MappingProxyType(
    {
        "plain": ("{}",),
        "single": ("a satellite image of {}",),
        "rs": (
            "a satellite image of {}",
            "an aerial photograph showing {}",
            "a remote sensing image of {}",
            "{} seen from above",
            "{} in an orthophoto",
            "a top-down view of {}",
            "land cover: {}",
        ),
    }
)


def template_set(name: str) -> tuple[str, ...]:
    """Return the templates of a named set; the unit vectors of the filled ones are averaged into one a class.

    Args:
        name: "plain" (the bare name), "single" (one sentence) or "rs" (seven sentences of remote sensing).

    Raises:
        BadOption: there is no such set.
    """
    if name not in _SETS:
        known = ", ".join(_SETS)
        raise BadOption(f"There is no template set named '{name}'; choose one of {known}.")
    return _SETS[name]


def fill(templates: Iterable[str], phrase: str) -> tuple[str, ...]:
    """Put a phrase into each template, whatever characters it holds (braces too)."""
    return tuple(template.replace("{}", phrase) for template in templates)
