"""Other words for the same: how much a model's figures hang on how a class is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from ..classes import name_key, parse_prompts
from ..text.lexicon import load_lexicon
from ..text.templates import fill
from .metrics import Confusion, total
from .policy import Judged

_AS_TYPED = "as typed"
_SENTENCES = (
    "a satellite image of {}",
    "{} seen from above",
    "an aerial photograph showing {}",
    "land cover: {}",
    "an orthophoto of {}",
    "this is {}",
    "a top-down view of {}",
    "pixels of {}",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to name all classes.

    Args:
        label: what is done, for people.
        typed: what is typed for each class, then the absent names.
    """

    label: str
    typed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordingFigures:
    """What a wording reaches; IoU is by class, NaN where it does not exist."""

    label: str
    typed: tuple[str, ...]
    mean_iou: float
    iou: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PromptSensitivity:
    """How far the figures spread over wordings.

    Args:
        wordings: what each reaches, that of the evaluation first.
        mean: of their mean IoU.
        deviation: standard deviation of their mean IoU.
        lowest: the lowest mean IoU.
        highest: the highest.
    """

    wordings: tuple[WordingFigures, ...]
    mean: float
    deviation: float
    lowest: float
    highest: float


def wordings(judged: Judged, count: int) -> tuple[Wording, ...]:
    """Other ways to name the classes: by turns other phrases of the lexicon, and the typed words in a sentence.

    Args:
        judged: the classes.
        count: how many ways to look for; ways that change nothing, or give two classes the same name, are left out.
    """
    found: list[Wording] = []
    known = {judged.typed}
    for turn in range(count):
        wording = _rephrased(judged, turn // 2) if turn % 2 == 0 else _in_a_sentence(judged, turn // 2)
        if wording.typed not in known and len({name_key(word) for word in wording.typed}) == len(wording.typed):
            known.add(wording.typed)
            found.append(wording)
    return tuple(found)


def prompt_sensitivity(
    judged: Judged, own: Sequence[Confusion], others: Sequence[tuple[Wording, Sequence[Confusion]]]
) -> PromptSensitivity | None:
    """Draw the figures of all wordings; None where there is nothing to compare with.

    Args:
        judged: the classes.
        own: pictures as they were typed.
        others: the same pictures in other words.
    """
    if not others:
        return None
    figures = tuple(_figures(*each) for each in ((Wording(_AS_TYPED, judged.typed), own), *others))
    reached = [each.mean_iou for each in figures]
    return PromptSensitivity(figures, fmean(reached), stdev(reached), min(reached), max(reached))


def _figures(wording: Wording, confusions: Sequence[Confusion]) -> WordingFigures:
    whole = total(confusions)
    return WordingFigures(wording.label, wording.typed, whole.mean_iou, tuple(whole.iou.tolist()))


def _rephrased(judged: Judged, turn: int) -> Wording:
    """Each class by another phrase of its concept; one that has none keeps its word."""
    concepts = load_lexicon().concepts
    typed = []
    for concept, word in zip(judged.concepts, judged.typed, strict=False):
        phrases = concepts[concept].phrases if concept in concepts else ()
        other = [phrase for phrase in phrases if name_key(phrase) != name_key(word)]
        typed.append(other[turn % len(other)] if other else word)
    return Wording(f"other phrases, {turn + 1}", (*typed, *judged.absent))


def _in_a_sentence(judged: Judged, turn: int) -> Wording:
    """Each class's word inside a sentence; of several prompts, each."""
    sentence = _SENTENCES[turn % len(_SENTENCES)]
    typed = (", ".join(fill([sentence], prompt)[0] for prompt in parse_prompts(word)) for word in judged.typed)
    return Wording(f"“{sentence.format('…')}”", tuple(typed))
