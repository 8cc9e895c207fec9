"""From scores to logits: a confidence is CLIP's own probability, among classes or against everything else."""

from __future__ import annotations

import numpy as np
import pytest

from core.classes import parse_classes
from core.decide import COST_SCALE, Decision, decide
from core.logits import ToLogits
from core.text.queries import Queries


def _sigmoid(logits: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-logits.astype(np.float64)))


def _scores(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(20, 4, (count, 5, 6)).astype(np.float32)


@pytest.mark.parametrize("classes", [2, 3, 8])
def test_a_confidence_is_the_softmax_among_the_classes(classes: int) -> None:
    scores = _scores(classes)
    queries = Queries.of(parse_classes("; ".join("abcdefgh"[:classes])))
    softmax = np.exp(scores.astype(np.float64))
    softmax /= softmax.sum(axis=0)
    logits = ToLogits(queries, compares=True)(scores)
    assert np.allclose(_sigmoid(logits), softmax, atol=1e-5)
    assert np.array_equal(logits.argmax(axis=0), scores.argmax(axis=0))


def test_a_class_that_takes_nearly_all_has_a_large_finite_logit() -> None:
    scores = np.array([60.0, 20.0, 21.0], np.float32).reshape(3, 1, 1)
    logits = ToLogits(Queries.of(parse_classes("a; b; c")), compares=True)(scores)
    assert logits[:, 0, 0] == pytest.approx([39 - np.log1p(np.exp(-1)), -40, -39], abs=1e-3)
    assert np.isfinite(ToLogits(Queries.of(parse_classes("a; b")), compares=True)(scores[:2] * 1000)).all()


def test_what_fits_a_distractor_better_is_under_even_odds_however_many_classes_there_are() -> None:
    queries = Queries.of(parse_classes("a; b; c"), distractors=("x", "y"))
    scores = _scores(5)
    logits = ToLogits(queries, compares=True)(scores)
    assert np.allclose(logits, scores[:3] - scores[3:].max(axis=0))
    steps = np.rint(logits / COST_SCALE).astype(np.int16)
    decided = decide(steps, np.ones((5, 6), bool), Decision(unsure=0.5))
    fits = scores[:3].max(axis=0) >= scores[3:].max(axis=0)
    assert 0 < fits.sum() < fits.size
    assert np.array_equal(decided.classes > 0, fits)


def test_logits_of_a_trained_model_stay_and_give_way_to_a_sure_distractor() -> None:
    scores = _scores(3) - 20
    plain = Queries.of(parse_classes("a; b; c"))
    assert np.array_equal(ToLogits(plain, compares=False)(scores), scores)
    distracted = Queries.of(parse_classes("a; b"), distractors=("x",))
    assert np.allclose(ToLogits(distracted, compares=False)(scores), scores[:2] - np.maximum(scores[2], 0))


def test_the_best_prompt_speaks_for_its_class() -> None:
    queries = Queries.of(parse_classes("a: p, q; b; c: r, s, t"), synonyms="max")
    assert queries.owners == (0, 0, 1, 2, 2, 2)
    scores = _scores(6) - 20
    found = ToLogits(queries, compares=False)(scores)
    assert np.array_equal(found, np.stack([scores[:2].max(axis=0), scores[2], scores[3:].max(axis=0)]))


def test_prompts_of_a_class_are_one_query_when_they_are_averaged() -> None:
    queries = Queries.of(parse_classes("a: p, q; b"), distractors=["x"])
    assert queries.phrases == (("p", "q"), ("b",), ("x",))
    assert (queries.owners, queries.classes) == ((0, 1, -1), 2)
