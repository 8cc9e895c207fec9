"""`softseg train`: a recipe and labelled pictures, to a model."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from ..protocol import Progress, Stage
from . import parameters as p
from .work import Answer, working


def train(
    recipe: Annotated[str, typer.Argument(metavar="RECIPE", help="What to do: a TOML file.")],
    *,
    data: Annotated[str, typer.Option(metavar="DIR", help="The folder of the data sets.")],
    output: Annotated[str, typer.Option(metavar="DIR", help="The folder of the model; an older model is replaced.")],
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on with a training that was stopped, or whose model could not be written."),
    ] = False,
    curves: Annotated[
        str, typer.Option(metavar="DIR", help="Write curves and sample maps for TensorBoard into this folder.")
    ] = "",
    device: p.Device = "auto",
    as_json: p.AsJson = False,
) -> Answer:
    """Train a model on labelled pictures; softseg segment --model takes its folder.

    On several GPUs: accelerate launch --multi_gpu -m core.cli train recipe.toml --data pictures --output my-model

    Example: softseg train recipe.toml --data pictures --output my-model
    """
    from ..service.training import claim_folder
    from ..softguided.model import save_model
    from ..train.checkpoint import forget_checkpoint
    from ..train.curves import Curves
    from ..train.datasets import open_datasets
    from ..train.ranks import is_first
    from ..train.recipe import load_recipe
    from ..train.run import Average
    from ..train.train import Step
    from ..train.train import train as train_model
    from ..vlm.device import choose_device

    folder = Path(output)
    with working(as_json=as_json or not is_first()) as work:
        steps, pictures = load_recipe(Path(recipe)), open_datasets(Path(data))
        claim_folder(folder)
        losses: dict[str, float] = {}
        writer = Curves(Path(curves), pictures, steps) if curves and is_first() else None

        def on_words(share: float) -> None:
            work.say(Progress(round(100 * share), 100))

        def on_step(step: Step, average: Average) -> None:
            if writer is not None:
                writer.add(step, average.module.model)
            if not losses:
                work.say(Stage("train", f"Training on {', '.join(pictures.found)}"))
            losses.update(step.losses)
            work.say(Progress(step.step, step.steps, step.seconds_left))

        work.say(Stage("words", "Reading the words"))
        chosen = choose_device(device)
        model = train_model(
            steps,
            pictures,
            device=chosen,
            on_words=on_words,
            on_step=on_step,
            cancelled=work.cancelled,
            keep_in=folder,
            resume=resume,
        )
        if not is_first():
            return Answer({})
        if writer is not None:
            writer.close()
        card = save_model(model, folder)
        forget_checkpoint(folder)
    told = ", ".join(f"{name} {value:.3f}" for name, value in losses.items())
    text = Text(f"The model {card.name} {card.revision} is in {folder}. Last losses: {told}.")
    return Answer({"outputs": {"model": output}, "revision": card.revision, "losses": losses}, text)
