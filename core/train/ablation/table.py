"""The table of an ablation: every variant under every judgement, beside the reference, with a verdict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .figures import Estimate, difference, estimate, mean_iou_of
from .plan import Judgement, Plan, Variant
from .result import RunResult

BETTER, WORSE, UNSHOWN, REFERENCE, MISSING = "better", "worse", "no difference shown", "reference", "no figure"


@dataclass(frozen=True, slots=True)
class Row:
    """One variant under one judgement; mean IoU, 0..1.

    Args:
        variant: its name.
        judgement: its name.
        figure: with its interval over seeds and pictures; NaN where no run has one.
        difference: to the reference, of the same seeds and pictures.
        verdict: better or worse where the whole interval of the difference is; else that no difference is shown.
        seeds: how many runs gave the figure.
    """

    variant: str
    judgement: str
    figure: Estimate
    difference: Estimate
    verdict: str
    seeds: int


_NOTHING = Estimate(math.nan, math.nan, math.nan)


def rows_of(plan: Plan, results: Sequence[RunResult]) -> list[Row]:
    """The table, variant by variant; variants without any run yet are left out."""
    done = {(result.variant, result.seed): result for result in results if not result.failure}
    begun = {result.variant for result in results}
    variants = [variant for variant in plan.variants if variant.name in begun]
    return [_row(plan, done, variant, judgement) for variant in variants for judgement in plan.judgements]


def _row(plan: Plan, done: dict[tuple[str, int], RunResult], variant: Variant, judgement: Judgement) -> Row:
    first = plan.variants[0].name
    ours = [seed for seed in plan.seeds if (variant.name, seed) in done]
    both = [seed for seed in ours if (first, seed) in done]
    if not ours:
        return Row(variant.name, judgement.name, _NOTHING, _NOTHING, MISSING, 0)
    asked = judgement.asked
    seen = done[variant.name, ours[0]].seen[asked]
    figure = mean_iou_of([judgement.classes == "all" or (judgement.classes == "seen") == each for each in seen])
    found = estimate([done[variant.name, seed].confusions(asked) for seed in ours], figure)
    if variant.name == first:
        return Row(variant.name, judgement.name, found, _NOTHING, REFERENCE, len(ours))
    if not both or math.isnan(found.value):
        return Row(variant.name, judgement.name, found, _NOTHING, MISSING, len(ours))
    pair = [[done[name, seed].confusions(asked) for seed in both] for name in (variant.name, first)]
    apart = difference(pair[0], pair[1], figure)
    return Row(variant.name, judgement.name, found, apart, _verdict(apart), len(ours))


def _verdict(apart: Estimate) -> str:
    if apart.low > 0:
        return BETTER
    return WORSE if apart.high < 0 else UNSHOWN
