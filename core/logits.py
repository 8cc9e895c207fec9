"""From the scores of queries to the logits of classes, whose sigmoid is the confidence of a decision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .text.queries import EVERYTHING_ELSE, Queries

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ToLogits:
    """How scores r of queries become logits z of classes.

    A class has the score of its best query: r_t = max_q r_q (SegEarth-OV merges synonyms so), and what is named
    beside the classes is one "everything else" with r_o = max_d r_d.

    Scaled cosines, r = s * cos, only compare:
        without distractors z_t = r_t - log sum_{k != t} exp(r_k), so that sigmoid(z_t) = softmax(r)_t, CLIP's own
            probability among the classes and what the SegEarth line holds against its threshold;
        with them z_t = r_t - r_o: sigmoid(z_t) is CLIP's probability of the class against everything else, and above
            one half where the class fits better, however many classes there are.
    Logits already speak of each class by itself, and "else" takes from them what it is sure of beyond even odds:
        z_t = r_t - max(0, r_o).

    Args:
        queries: what the scores belong to.
        compares: whether the scores are scaled cosines.
    """

    queries: Queries
    compares: bool

    def __call__(self, scores: Floats) -> Floats:
        """Logits (T, h, w) of scores (Q, h, w)."""
        best = self._best_of_classes(scores)
        others = [place for place, owner in enumerate(self.queries.owners) if owner == EVERYTHING_ELSE]
        if others:
            rest = scores[others].max(axis=0)
            return np.asarray(best - (rest if self.compares else np.maximum(rest, 0)))
        return _log_odds(best) if self.compares and len(best) > 1 else best

    def _best_of_classes(self, scores: Floats) -> Floats:
        owners = self.queries.owners
        if owners == tuple(range(self.queries.classes)):
            return scores
        best = np.full((self.queries.classes, *scores.shape[1:]), -np.inf, np.float32)
        for owner, plane in zip(owners, scores, strict=True):
            if owner != EVERYTHING_ELSE:
                np.maximum(best[owner], plane, out=best[owner])
        return best


def _log_odds(scores: Floats) -> Floats:
    """log(p / (1 - p)) of the softmax p over the classes, exact where one of them takes nearly all."""
    winner = scores.argmax(axis=0)[None]
    lifted = scores - np.take_along_axis(scores, winner, axis=0)
    shares = np.exp(lifted)
    np.put_along_axis(shares, winner, 0, axis=0)
    losers = shares.sum(axis=0)
    rest = losers + 1 - shares  # of each loser: the winner's share is one
    np.put_along_axis(rest, winner, losers[None], axis=0)
    return np.asarray(lifted - np.log(np.maximum(rest, np.finfo(np.float32).tiny)), np.float32)
