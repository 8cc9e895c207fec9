"""`softseg evaluate`: how good a model is on labelled pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from . import parameters as p
from .work import Answer, working


def evaluate(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="The name of a model, or its folder.")],
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
    device: p.Device = "auto",
    as_json: p.AsJson = False,
) -> Answer:
    """Judge a model on pictures whose classes are known.

    Example: softseg evaluate starter --data pictures --on dubai:tile7 --words other --absent 15
    """
    from ..engine import Engine
    from ..evaluate.evaluate import evaluate as evaluate_model
    from ..evaluate.pipeline import pipeline_predictor
    from ..evaluate.words import absent_names, typed_words
    from ..vlm.device import choose_device
    from ..zoo import find_model

    source = on.partition(":")[0]
    with working(as_json=as_json) as work:
        names, others = typed_words(source, words), absent_names(source, absent)
        predict = pipeline_predictor(Engine(find_model(model), choose_device(device)))
        on_image = work.stage("evaluate", f"Judging {model} on {on}")
        evaluation = evaluate_model(predict, Path(data), on=on, names=names, absent=others, on_image=on_image)
    return Answer({"model": model, "words": words, **evaluation.as_dict()}, Text(evaluation.table()))
