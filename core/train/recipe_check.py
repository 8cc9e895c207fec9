"""Which values of a recipe can be trained with; of which kind they are has been looked at before."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import BadOption
from ..text.templates import template_set

if TYPE_CHECKING:
    from .recipe import Recipe

_SMALLEST_CROP_PX = 64
_ABOVE_ZERO = ("dim", "steps", "batch", "learning_rate", "clip")
_FROM_ZERO = ("align_steps", "warm_up", "trunk_rate", "weight_decay", "low_frequency_gain", "colour")
_SHARES = ("ema", "memory_rate", "pasted", "relit", "all_typed", "start_share")
_TEXTS = ("provenance", "held_out")
_CHOICES = {
    "fine_tune": ("full", "attention", "none"),
    "bf16": ("auto", "on", "off"),
    "ignored": ("masked", "negative"),
}


class _Value(NamedTuple):
    """One value: its name in the file, what fits there, and that in words."""

    name: str
    value: Any
    fits: Callable[[Any], bool]
    wanted: str


def check_recipe(recipe: Recipe, where: str) -> None:
    """Refuses a recipe with which nothing can be trained; `where` names it in messages.

    Raises:
        BadOption: a value is out of range.
    """
    if not recipe.resolutions:
        raise BadOption(f"The recipe {where} has no [resolutions]: say what m/px each data set is resampled to.")
    for name, value, fits, wanted in (*_values(recipe), *_tables(recipe)):
        if not fits(value):
            shown = list(value) if isinstance(value, tuple) else value
            raise BadOption(f"The recipe {where} has {name} = {shown!r}, where {wanted} belongs.")
    if recipe.start_share and not recipe.start:
        raise BadOption(
            f"The recipe {where} has start_share = {recipe.start_share:g}, but no start to keep a share of."
        )
    if recipe.mixed_in and not recipe.start:
        raise BadOption(f"The recipe {where} has [mixed_in], but no start to mix it into.")
    if recipe.loss.turned and not recipe.start:
        raise BadOption(f"The recipe {where} has turned = {recipe.loss.turned:g}, but no start to be taught by.")
    template_set(recipe.template)


def _values(recipe: Recipe) -> Iterator[_Value]:
    crop = f"a number of at least {_SMALLEST_CROP_PX} px"
    yield _Value("crop", recipe.crop, lambda value: value >= _SMALLEST_CROP_PX, crop)
    yield _Value("classes", recipe.classes, _are_counts, "a pair of whole numbers from 1 on, the fewer first,")
    for name in _ABOVE_ZERO:
        yield _Value(name, getattr(recipe, name), lambda value: 0 < value < math.inf, "a number above 0")
    for name in _FROM_ZERO:
        yield _Value(name, getattr(recipe, name), _is_weight, "a number of at least 0")
    for name in _SHARES:
        yield _Value(name, getattr(recipe, name), _is_share, "a number from 0 to 1")
    for name in _TEXTS:
        yield _Value(name, getattr(recipe, name), _are_texts, "a list of texts")
    for name, known in _CHOICES.items():
        yield _Value(name, getattr(recipe, name), known.__contains__, f"one of {', '.join(known)}")


def _tables(recipe: Recipe) -> Iterator[_Value]:
    for name, pair in recipe.resolutions.items():
        yield _Value(f"[resolutions] {name}", pair, _is_range, "a pair of m/px above 0, the finer first,")
    for name, often in recipe.mixture.items():
        yield _Value(f"[mixture] {name}", often, _is_weight, "a number of at least 0")
    for name, share in recipe.mixed_in.items():
        yield _Value(f"[mixed_in] {name}", share, _is_share, "a number from 0 to 1")
    yield _Value("[mixed_in]", sum(recipe.mixed_in.values()), _is_share, "a sum from 0 to 1")
    for each in fields(recipe.loss):
        yield _Value(f"[loss] {each.name}", getattr(recipe.loss, each.name), _is_weight, "a number of at least 0")
    for each in fields(recipe.network):
        value = getattr(recipe.network, each.name)
        if isinstance(value, tuple):
            yield _Value(f"[network] {each.name}", value, _are_sizes, "a list of whole numbers above 0")
        elif not isinstance(value, bool | str):
            yield _Value(f"[network] {each.name}", value, _is_size, "a whole number above 0")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_weight(value: Any) -> bool:
    return _is_number(value) and value >= 0


def _is_share(value: Any) -> bool:
    return _is_weight(value) and value <= 1


def _is_size(value: Any) -> bool:
    return _is_number(value) and isinstance(value, int) and value > 0


def _are_sizes(values: tuple[Any, ...]) -> bool:
    return bool(values) and all(map(_is_size, values))


def _are_counts(values: tuple[Any, ...]) -> bool:
    return _are_sizes(values) and _is_range(values)


def _is_range(value: Any) -> bool:
    is_pair = isinstance(value, tuple) and len(value) == 2 and all(map(_is_number, value))
    return is_pair and 0 < value[0] <= value[1]


def _are_texts(values: tuple[Any, ...]) -> bool:
    return all(isinstance(value, str) for value in values)
