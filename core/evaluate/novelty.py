"""Which of the judged classes a model was trained on: by how near their words are to those of training."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..classes import ClassList, ClassSpec
from ..engine import Engine
from ..segmenter import Segmenter
from ..softguided.model import SoftGuidedModel
from ..softguided.rs_bias import RsBias
from ..text.lexicon import load_lexicon
from .metrics import Confusion
from .pipeline import class_list

SEEN_FROM = 0.9
"""Cosine of two texts from which they count as one: hardly any word for another thing lies above it."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The class seen in training whose text is nearest to a typed word, and the cosine between both."""

    trained: str
    similarity: float


NearestOf = Callable[[tuple[str, ...]], tuple[Nearest, ...]]
"""Takes typed words and gives the nearest training class of each; nothing where nobody knows what training showed."""


@dataclass(frozen=True, slots=True)
class Novelty:
    """Figures by whether a class was seen in training: whether labelled pixels of it were among the pictures.

    Scenes with one label for the whole never make a class seen: nothing tells which of their pixels are meant.

    Args:
        seen_from: the cosine from which a class counts as seen.
        nearest: the nearest training class of each class, in order.
        seen: names of the seen classes.
        unseen: names of the others.
        seen_mean_iou: mean IoU of the seen ones that the reference holds; NaN without any.
        unseen_mean_iou: likewise of the others.
    """

    seen_from: float
    nearest: tuple[Nearest, ...]
    seen: tuple[str, ...]
    unseen: tuple[str, ...]
    seen_mean_iou: float
    unseen_mean_iou: float


def nearest_training_class(engine: Engine) -> NearestOf:
    """What finds the nearest class seen in training, in the model's own text space.

    Args:
        engine: of the model by itself: one vector a class, so the mean of its prompts, and no distractors.
    """
    shown = classes_seen(engine.model)

    def nearest(words: tuple[str, ...]) -> tuple[Nearest, ...]:
        if not shown:
            return ()
        texts, trained = engine.texts(class_list(words)), engine.texts(_trained(shown))
        best = (texts @ trained.T).max(dim=1)
        pairs = zip(best.values.tolist(), best.indices.tolist(), strict=True)
        return tuple(Nearest(shown[place], round(cosine, 6)) for cosine, place in pairs)

    return nearest


def classes_seen(model: Segmenter) -> tuple[str, ...]:
    """The concepts of which labelled pixels were seen in training; none where the model remembers no classes.

    A model's memory has a place for every concept of the lexicon; only pixels fill one.
    """
    bias = model.network.bias if isinstance(model, SoftGuidedModel) else None
    if not isinstance(bias, RsBias):
        return ()
    return tuple(name for name, seen in zip(bias.names, bias.seen.tolist(), strict=True) if seen)


def novelty(
    names: Sequence[str], nearest: Sequence[Nearest], whole: Confusion, seen_from: float = SEEN_FROM
) -> Novelty | None:
    """Part the figures of all pictures into seen and unseen classes; None where nothing is known of the training.

    Args:
        names: the judged classes.
        nearest: the nearest class seen in training of each.
        whole: the counts of all pictures.
        seen_from: the cosine from which a class counts as seen.
    """
    if not nearest:
        return None
    seen = np.array([each.similarity >= seen_from for each in nearest])
    means = [_mean(whole.iou[part & (whole.present > 0)]) for part in (seen, ~seen)]
    parted = [tuple(name for name, is_in in zip(names, part, strict=True) if is_in) for part in (seen, ~seen)]
    return Novelty(seen_from, tuple(nearest), parted[0], parted[1], means[0], means[1])


def _trained(shown: tuple[str, ...]) -> ClassList:
    """The concepts of training by their first phrase; one that the lexicon lacks by its own name."""
    concepts = load_lexicon().concepts
    phrases = ((concepts[each].phrases[0] if each in concepts else each) for each in shown)
    return ClassList(tuple(ClassSpec(f"{place}", (text,)) for place, text in enumerate(phrases, start=1)))


def _mean(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    return float(values.mean()) if values.size else float("nan")
