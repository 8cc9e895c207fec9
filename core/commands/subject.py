"""What `softseg evaluate` judges: a model that is ready to look at pictures, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..evaluate.novelty import NearestOf
    from ..evaluate.pipeline import MovedPredictor, Predictor


_MOVABLE = "native"  # the tiles of all other protocols are where they are by definition


@dataclass(frozen=True, slots=True)
class Subject:
    """A model at work.

    Args:
        predict: gives classes for a picture and typed words.
        facts: what identifies it, for programs.
        sentence: what it is and how it looks at pictures, for people.
        moved: the same with its tiles moved; None where it has none.
        nearest: finds the nearest training class of a word; None where nothing is known of its training.
    """

    predict: Predictor
    facts: dict[str, Any]
    sentence: str
    moved: MovedPredictor | None = None
    nearest: NearestOf | None = None


def open_subject(model: str, device: str, protocol: str, unsure: float) -> Subject:
    """Load a model by its name or folder, to look at pictures as a protocol says.

    Raises:
        BadOption: there is no such protocol.
        NoModel: there is no such model.
        NoDevice: there is no such device.
    """
    from ..engine import engine_for
    from ..evaluate.novelty import nearest_training_class
    from ..evaluate.pipeline import moved_predictor, picture_job, pipeline_predictor
    from ..evaluate.protocols import describe_protocol
    from ..vlm.device import choose_device
    from ..zoo import find_model

    manner = describe_protocol(protocol)
    options = {"inference": protocol, "unsure": unsure}
    engine = engine_for(picture_job(("anything",), options), find_model(model), choose_device(device))
    card = engine.model.card
    return Subject(
        pipeline_predictor(engine, **options),
        {"model": model, "revision": card.revision, "device": engine.device.type},
        f"Model {card.name}, revision {card.revision}. Protocol {protocol}: {manner}.",
        moved_predictor(engine, **options) if protocol == _MOVABLE else None,
        nearest_training_class(engine),
    )
