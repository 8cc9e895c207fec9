"""What `softseg evaluate` judges: a model that is ready to look at pictures, and what is known of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ..engine import Engine, engine_for
from ..job import DEFAULT_CANDIDATES, Job
from ..vlm.device import choose_device
from ..zoo import find_model, guided_by_scene
from .floor import floor_predictor
from .novelty import NearestOf, nearest_training_class
from .pipeline import MovedPredictor, Predictor, moved_predictor, picture_job, pipeline_predictor
from .protocols import describe_protocol

_MOVABLE = "native"  # the tiles of all other protocols are where they are by definition


@dataclass(frozen=True, slots=True)
class Way:
    """How a model looks at pictures and reads words; fields and checks as in `core.job.Job`."""

    inference: str = _MOVABLE
    unsure: float = 0.0
    dense: str = "auto"
    synonyms: str = "mean"
    distractors: tuple[str, ...] = ()
    candidates: int = DEFAULT_CANDIDATES
    scene_prior: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A model at work.

    Args:
        predict: gives classes for a picture and typed words.
        facts: what identifies it, for programs.
        sentence: what it is and how it looks at pictures, for people.
        moved: the same with its tiles moved; None where it has none.
        floor: one class for each window, by its look as a whole; None where there is no such look.
        nearest: finds the nearest training class of a word; None where nothing is known of its training.
    """

    predict: Predictor
    facts: dict[str, Any]
    sentence: str
    moved: MovedPredictor | None = None
    floor: Predictor | None = None
    nearest: NearestOf | None = None


def open_subject(model: str, device: str, way: Way) -> Subject:
    """Load a model by its name or folder, made ready just as `core.segment.run` does.

    Raises:
        BadOption: there is no such protocol, a part of the way is not valid, or the model leaves no choice of it.
        NoModel: there is no such model, or no such scene prior.
        NoDevice: there is no such device.
    """
    manner, options = describe_protocol(way.inference), asdict(way)
    job, at = picture_job(("anything",), options), choose_device(device)
    found = find_model(model)
    guided = found if job.scene_prior is None else guided_by_scene(found, job.scene_prior)
    engine = engine_for(job, guided, at)
    card = engine.model.card
    return Subject(
        pipeline_predictor(engine, **options),
        {"model": model, "revision": card.revision, "device": at.type, **_reading(job)},
        f"Model {card.name}, revision {card.revision}. Protocol {way.inference}: {manner}. {_reading_text(job)}",
        moved_predictor(engine, **options) if way.inference == _MOVABLE else None,
        floor_predictor(found, at),
        nearest_training_class(Engine(found, at)),
    )


def _reading(job: Job) -> dict[str, Any]:
    """How pictures and words are brought together and what stays unlabelled, for programs."""
    return {
        "dense": job.dense,
        "synonyms": job.synonyms,
        "distractors": list(job.distractors),
        "candidates": job.candidates,
        "scene_prior": job.scene_prior,
        "unsure": job.unsure,
    }


def _reading_text(job: Job) -> str:
    """The same for people."""
    others, prior = ", ".join(job.distractors) or "none", job.scene_prior or "none"
    chosen = job.candidates or "all"
    return (
        f"Dense mode: {job.dense}; prompts of a class: {job.synonyms}; distractors: {others}; scene prior: {prior}; "
        f"candidates: {chosen}; unlabelled below a confidence of {job.unsure:g}."
    )
