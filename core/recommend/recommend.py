"""Recommend: every model that one has is tried on a few sites of a raster, and what they did is compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, count
from typing import Any

import numpy as np

from ..classes import ClassList
from ..costs import open_source
from ..errors import BadClasses, BadOption, NoModel, OutOfMemory
from ..job import Job
from ..progress import progress_events
from ..protocol import Event, Stage, Warn
from ..raster.grid import Block, Grid
from ..zoo import find_model
from .agreement import Ids, beyond_chance, with_others
from .candidates import Candidate, candidates
from .disagreement import minds
from .ranking import Standing, ranked, sentences
from .sites import choose_sites
from .synonyms import other_words
from .trial import Trial, Trier, runs_of_trial

SITES = 6
_SIDE_PX = 512  # of a site on the grid of the model that works the coarsest
_LARGEST_PX = 4096

Say = Callable[[Event], None]


@dataclass(frozen=True, slots=True, eq=False)
class Recommendation:
    """What the trials came to.

    Args:
        standings: the models, the best first.
        pairs: agreement beyond chance of each two models.
        native_m: the raster's ground sampling distance, m/px; None without a CRS.
        grid: the raster's.
        blocks: the sites.
        maps: class ids of each site, by model.
        minds: where the models agree, site by site; none for a single model.
        left_out: models that could not be tried, and why.
    """

    standings: tuple[Standing, ...]
    pairs: Mapping[tuple[str, str], float]
    native_m: float | None
    grid: Grid
    blocks: tuple[Block, ...]
    maps: Mapping[str, tuple[Ids, ...]]
    minds: tuple[Ids, ...]
    left_out: Mapping[str, str]

    @property
    def sentences(self) -> list[str]:
        """The result for people."""
        said = sentences(self.standings, self.native_m)
        disputed = self.disputed
        if disputed is not None:
            said.insert(1, f"The models differ on {100 * disputed:.0f} % of the ground that they looked at.")
        return said

    @property
    def disputed(self) -> float | None:
        """Share of the compared pixels on which not all models agree, 0..1; None for a single model."""
        known = sum(int((site > 0).sum()) for site in self.minds)
        return sum(int((site > 1).sum()) for site in self.minds) / known if known else None

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "ranking": [each.as_dict() for each in self.standings],
            "agreement": [{"models": list(pair), "agreement": value} for pair, value in self.pairs.items()],
            "disputed": self.disputed,
            "ground_resolution_m": self.native_m,
            "sites": [[block.row, block.col, block.height, block.width] for block in self.blocks],
            "left_out": dict(self.left_out),
            "labels_used": False,
            "text": " ".join(self.sentences),
        }


def recommend(
    job: Job,
    models: Sequence[str] = (),
    *,
    sites: int = SITES,
    fewest: int = 1,
    say: Say = lambda event: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Recommendation:
    """Compare models on a raster without labels.

    Args:
        job: raster, classes and how to read it; its model and outputs are not looked at.
        models: names; all that one has if empty.
        sites: on how many squares of the raster at most.
        fewest: how many models it takes; 2 for a map of where they differ.
        say: hears of stages, progress and warnings.
        cancelled: asked often.

    Raises:
        BadClasses: there are fewer than two classes.
        NoModel: no model can be tried.
        BadOption: fewer than `fewest` can be tried; raised as soon as that is known.
        SoftSegError: as `segment` does, where it concerns the raster.
    """
    if len(job.classes) < 2:
        raise BadClasses("Models can only be compared on two classes or more: name what else there is to see.")
    chosen = candidates(models)
    _require(fewest, len(chosen))
    say(Stage("raster", "Looking at the raster"))
    with open_source(job) as source:
        grid, native_m = source.grid, source.ground_resolution
        blocks = choose_sites(source, _side_px(chosen, native_m), sites)
    words = other_words(job.classes)
    trials, left_out = _try_all(chosen, job, grid, blocks, words, fewest, say, cancelled)
    maps = {name: trial.maps for name, trial in trials.items()}
    joined = {name: np.concatenate([site.ravel() for site in found]) for name, found in maps.items()}
    pairs = {(one, other): beyond_chance(joined[one], joined[other]) for one, other in combinations(joined, 2)}
    families = {each.name: each.family for each in chosen if each.name in trials}
    return Recommendation(
        standings=ranked(chosen, trials, with_others(pairs, families), native_m),
        pairs=pairs,
        native_m=native_m,
        grid=grid,
        blocks=next(iter(trials.values())).blocks,
        maps=maps,
        minds=minds(maps) if len(maps) > 1 else (),
        left_out=left_out,
    )


def _require(fewest: int, models: int) -> None:
    if models < fewest:
        raise BadOption(
            f"To show where models differ takes {fewest} that can be tried: name more with --models, or download one "
            "of those that softseg models lists."
        )


def _side_px(chosen: Sequence[Candidate], native_m: float | None) -> int:
    """The side of a site on the raster's grid, so that every model gets something to look at."""
    finest = [each.resolutions_m[0] for each in chosen if each.resolutions_m is not None]
    shrink = max([1.0, *(finest_m / native_m for finest_m in finest)]) if native_m else 1.0
    return min(round(_SIDE_PX * shrink), _LARGEST_PX)


def _try_all(
    chosen: Sequence[Candidate],
    job: Job,
    grid: Grid,
    blocks: Sequence[Block],
    words: ClassList | None,
    fewest: int,
    say: Say,
    cancelled: Callable[[], bool],
) -> tuple[dict[str, Trial], dict[str, str]]:
    """The trials by model, and why others were left out."""
    trials: dict[str, Trial] = {}
    left_out: dict[str, str] = {}
    tell, said = progress_events(say), set[Event]()
    done, total = count(1), len(chosen) * runs_of_trial(len(blocks), words)

    def say_once(event: Event) -> None:
        if event not in said:
            said.add(event)
            say(event)

    for candidate in chosen:
        say(Stage("trial", f"Trying {candidate.name}"))
        try:
            trier = Trier(job, find_model(candidate.name), grid, say_once, cancelled)
            trials[candidate.name] = trier.trial(blocks, words, lambda: tell(next(done), total))
        except (NoModel, BadOption, OutOfMemory) as error:
            left_out[candidate.name] = error.text
            say(Warn("left_out", f"{candidate.name} is left out: {error.text}"))
            if len(left_out) == len(chosen):
                raise
            _require(fewest, len(chosen) - len(left_out))
    return trials, left_out
