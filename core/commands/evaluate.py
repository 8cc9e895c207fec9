"""`softseg evaluate`: how good a model is on labelled pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from . import parameters as p
from .work import Answer, Work, working

if TYPE_CHECKING:
    from ..evaluate.evaluate import Predictor

_CLOSED = "closed-unet"


def evaluate(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="The name of a model, its folder, or closed-unet.")],
    *,
    data: Annotated[str, typer.Option(metavar="DIR", help="The folder of the data sets.")],
    on: Annotated[
        str, typer.Option(metavar="SET:PLACES", help="A data set, and its places if not all.")
    ] = "dubai:tile7",
    words: Annotated[
        str, typer.Option(metavar="KIND", help="What is typed: trained names, or other words.")
    ] = "trained",
    absent: Annotated[
        int, typer.Option(min=0, metavar="N", help="Type this many names of absent things beside them.")
    ] = 0,
    minutes: Annotated[float, typer.Option(min=0.1, metavar="N", help="How long closed-unet is trained first.")] = 10,
    steps: Annotated[
        int, typer.Option(min=0, metavar="N", help="Train closed-unet for so many steps of 8 crops instead.")
    ] = 0,
    device: p.Device = "auto",
    as_json: p.AsJson = False,
) -> Answer:
    """Judge a model on pictures whose classes are known.

    The model closed-unet is a plain network to compare with: it has the starter's encoder, knows the data set's own
    classes and no words, and is trained on the spot on the data set's other pictures.

    Example: softseg evaluate starter --data pictures --on dubai:tile7 --words other --absent 15
    """
    from ..evaluate.evaluate import evaluate as evaluate_model
    from ..evaluate.words import absent_names, typed_words

    source = on.partition(":")[0]
    with working(as_json=as_json) as work:
        names, others = typed_words(source, words), absent_names(source, absent)
        predict = _closed(work, data, source, minutes, steps, device) if model == _CLOSED else _open(model, device)
        on_image = work.stage("evaluate", f"Judging {model} on {on}")
        evaluation = evaluate_model(predict, Path(data), on=on, names=names, absent=others, on_image=on_image)
    return Answer({"model": model, "words": words, **evaluation.as_dict()}, Text(evaluation.table()))


def _open(model: str, device: str) -> Predictor:
    from ..engine import Engine
    from ..evaluate.pipeline import pipeline_predictor
    from ..vlm.device import choose_device
    from ..zoo import find_model

    return pipeline_predictor(Engine(find_model(model), choose_device(device)))


def _closed(work: Work, data: str, source: str, minutes: float, steps: int, device: str) -> Predictor:
    from ..evaluate.closed_unet import train_closed
    from ..train.datasets import open_datasets
    from ..vlm.device import choose_device

    length = f"{steps} steps" if steps else f"{minutes:g} minutes"
    on_share = work.stage("train", f"Training {_CLOSED} on {source} for {length}")
    return train_closed(
        open_datasets(Path(data)),
        minutes=None if steps else minutes,
        steps=steps or None,
        source=source,
        device=choose_device(device),
        on_share=lambda share: on_share(round(1000 * share), 1000),
    )
