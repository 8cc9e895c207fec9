"""The ranking of models that were tried without labels, and why it is so, in plain sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any

from .candidates import Candidate
from .trial import Trial

NO_LABELS = (
    "No labels are involved: this tells how steady the models are and how far they agree, not which is right; "
    "softseg compare tells that where you have a reference."
)
EXPLANATION = (
    "Others: agreement with the other models; Shift: with itself when tiles move; Words: with itself when classes are "
    "called by other words, which a model trained with SoftSeg has met; 1 is perfect, 0 is chance. Score: their mean. "
    "Sure and Margin, which do not count: mean probability of the best class, and how far it is above the second's."
)
_FEWEST_FOR_AGREEMENT = 3
_REASONS = {
    "with_others": "agrees most with the others",
    "under_shift": "changes least when tiles move",
    "under_words": "changes least with other words for the same",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How one model stands; agreements are beyond chance: 1 is perfect, 0 is chance.

    Args:
        name: what --model takes.
        score: the mean of what can be told apart of the three agreements below.
        with_others: agreement with the models of other families; None for a model alone.
        under_shift: agreement with itself when tiles move.
        under_words: agreement with itself when classes are called by other words; None where there are none.
        confidence: mean confidence of the winning class, 0..1; models are sure in ways of their own.
        margin: how far the winner's probability is above the second's, 0..1; likewise.
        seconds_a_megapixel: time for the raster's pixels.
        resolutions_m: finest and coarsest ground sampling distance that it is said to suit, m/px; None: none is said.
        suits: whether the raster's lies within; None where either is not known.
    """

    name: str
    score: float
    with_others: float | None
    under_shift: float
    under_words: float | None
    confidence: float
    margin: float | None
    seconds_a_megapixel: float
    resolutions_m: tuple[float, float] | None
    suits: bool | None

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {key: None if _is_nan(value) else value for key, value in asdict(self).items()}


def ranked(
    candidates: Sequence[Candidate], trials: Mapping[str, Trial], others: Mapping[str, float], native_m: float | None
) -> tuple[Standing, ...]:
    """The best first: those that suit the raster's resolution before those that do not, then by score.

    Agreement with others counts from three models on, for two agree with each other equally. Confidence never counts:
    a model that is sure of itself need not be right.

    Args:
        candidates: the models.
        trials: what each did, by name.
        others: agreement of each with the others, by name.
        native_m: the raster's ground sampling distance, m/px.
    """
    tried = [each for each in candidates if each.name in trials]
    counts = len(tried) >= _FEWEST_FOR_AGREEMENT
    standings = [_standing(each, trials[each.name], others[each.name], native_m, counts) for each in tried]
    return tuple(sorted(standings, key=lambda each: (each.suits is False, -each.score)))


def sentences(standings: Sequence[Standing], native_m: float | None) -> list[str]:
    """What comes first and why, what speaks against which model, and what all of this is worth."""
    first = standings[0]
    if len(standings) == 1:
        said = [
            f"{first.name} is the only model that was tried, so it is compared with none: "
            "softseg models lists those that are there and those that can be downloaded."
        ]
    else:
        said = [f"{first.name} comes first: {_reason(first, standings)}."]
    said += [
        f"{each.name} is meant for {_range(each.resolutions_m)}, and this raster has {native_m:.3g} m/px."
        for each in standings
        if each.suits is False and each.resolutions_m is not None and native_m is not None
    ]
    return [*said, NO_LABELS]


def _standing(candidate: Candidate, trial: Trial, others: float, native_m: float | None, counts: bool) -> Standing:
    parts = [trial.under_shift, trial.under_words, others if counts else None]
    known = [part for part in parts if part is not None and not math.isnan(part)]
    return Standing(
        name=candidate.name,
        score=fmean(known) if known else 0.0,
        with_others=None if math.isnan(others) else others,
        under_shift=trial.under_shift,
        under_words=trial.under_words,
        confidence=trial.confidence,
        margin=trial.margin,
        seconds_a_megapixel=trial.seconds_a_megapixel,
        resolutions_m=candidate.resolutions_m,
        suits=_suits(candidate.resolutions_m, native_m),
    )


def _suits(resolutions_m: tuple[float, float] | None, native_m: float | None) -> bool | None:
    """Whether a resolution lies within; one that is finer is worked on at the finest, so it does."""
    return None if resolutions_m is None or native_m is None else native_m <= resolutions_m[1]


def _reason(first: Standing, standings: Sequence[Standing]) -> str:
    """What the first one is best at, with the figures."""
    told = [part for part in _REASONS if _best(part, first, standings)]
    if len(standings) < _FEWEST_FOR_AGREEMENT and "with_others" in told:
        told.remove("with_others")
    if not told:
        return f"it is best at nothing alone, but has the highest mean ({first.score:.2f})"
    return "it " + ", ".join(f"{_REASONS[part]} ({getattr(first, part):.2f})" for part in told)


def _best(part: str, first: Standing, standings: Sequence[Standing]) -> bool:
    own = getattr(first, part)
    rivals = [getattr(each, part) for each in standings[1:]]
    return own is not None and all(other is None or own > other for other in rivals)


def _range(resolutions_m: tuple[float, float]) -> str:
    return f"{resolutions_m[0]:g} to {resolutions_m[1]:g} m/px"


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)
