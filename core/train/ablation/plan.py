"""The plan of an ablation: one TOML file that declares variants, seeds, their budget, and how they are judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ...errors import BadOption
from ..recipe import Recipe, read_table, recipe_of

FEWEST_SEEDS = 3
WORDS = ("trained", "other")
CLASSES = ("all", "seen", "unseen")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One question to a trained model.

    Args:
        name: for tables.
        on: pictures, as `softseg evaluate --on` takes them.
        words: "trained" names, or "other" words for the same classes.
        absent: how many names of absent things are typed beside them.
        classes: of which classes the mean is taken: "all", "seen" in training, or "unseen" (held out).
        resolution_m: what the pictures are worked on at, m/px; 0: as they are used, mostly their own.
    """

    name: str
    on: str
    words: str = "trained"
    absent: int = 0
    classes: str = "all"
    resolution_m: float = 0.0

    @property
    def asked(self) -> str:
        """What decides the predictions; judgements that ask alike share them."""
        coarse = f", {self.resolution_m:g} m" if self.resolution_m else ""
        return f"{self.on}, {self.words} words, {self.absent} absent{coarse}"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to train.

    Args:
        name: for tables.
        recipe: with the budget and the variant's own changes; the seed is set for each run.
        without: what it lacks that the reference has, in words; "" if nothing.
        adds: what it has instead or beside, in words; "" if nothing.
    """

    name: str
    recipe: Recipe
    without: str = ""
    adds: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an ablation does; runs go variant by variant in this order.

    Args:
        variants: the first is the reference that the others are compared with.
        seeds: of each variant's runs.
        judgements: put to every trained model.
    """

    variants: tuple[Variant, ...]
    seeds: tuple[int, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """The keys of the file."""

    base: str
    variant: list[dict[str, Any]]
    judge: list[dict[str, Any]]
    seeds: list[int] = field(default_factory=lambda: [0, 1, 2])
    budget: dict[str, Any] = field(default_factory=dict)


def load_plan(path: Path) -> Plan:
    """Reads a plan.

    Raises:
        BadOption: a file is missing or has an unknown key or an unusable value, or there are fewer than three seeds.
    """
    values = _record(_File, read_table(path), str(path))
    base = _merged(read_table(path.parent / values.base), values.budget)
    variants = tuple(_variant(base, table, path) for table in values.variant)
    judgements = tuple(_record(Judgement, table, str(path)) for table in values.judge)
    _check(path, variants, values.seeds, judgements)
    return Plan(variants, tuple(values.seeds), judgements)


def _variant(base: Mapping[str, Any], table: Mapping[str, Any], path: Path) -> Variant:
    values = dict(table)
    name = str(values.get("name", ""))
    recipe = recipe_of(_merged(base, values.pop("changes", {})), f"{path}, variant “{name}”,")
    variant: Variant = _record(Variant, {**values, "recipe": recipe}, str(path))
    return variant


def _merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Tables within tables are merged, everything else is replaced."""
    merged = dict(base)
    for key, value in changes.items():
        inner = merged.get(key)
        merged[key] = _merged(inner, value) if isinstance(inner, Mapping) and isinstance(value, Mapping) else value
    return merged


def _record(kind: type, values: Mapping[str, Any], where: str) -> Any:
    unknown = sorted(set(values) - {each.name for each in fields(kind)})
    if unknown:
        raise BadOption(f"The ablation {where} has an unknown key: {unknown[0]}.")
    try:
        return kind(**values)
    except TypeError as error:
        raise BadOption(f"The ablation {where} is incomplete: it needs base, variants and judgements.") from error


def _check(path: Path, variants: tuple[Variant, ...], seeds: list[int], judgements: tuple[Judgement, ...]) -> None:
    if len(set(seeds)) < FEWEST_SEEDS:
        raise BadOption(f"The ablation {path} needs at least {FEWEST_SEEDS} different seeds, for its intervals.")
    for kind, names in (("variant", [v.name for v in variants]), ("judgement", [j.name for j in judgements])):
        if not names or not all(names) or len(set(names)) < len(names):
            raise BadOption(f"The ablation {path} needs at least one {kind}, each with a name of its own.")
    for judgement in judgements:
        if judgement.words not in WORDS or judgement.classes not in CLASSES:
            known = f"words of {' or '.join(WORDS)} and classes of {', '.join(CLASSES)}"
            raise BadOption(f"The ablation {path} judges “{judgement.name}” unclearly: it takes {known}.")
