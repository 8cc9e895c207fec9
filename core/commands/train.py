"""`softseg train`: a recipe and labelled pictures, to a model."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from ..errors import BadOutput
from ..protocol import Progress, Stage
from . import parameters as p
from .work import Answer, working


def train(
    recipe: Annotated[str, typer.Argument(metavar="RECIPE", help="What to do: a TOML file.")],
    *,
    data: Annotated[str, typer.Option(metavar="DIR", help="The folder of the data sets.")],
    output: Annotated[str, typer.Option(metavar="DIR", help="The folder of the model; an older model is replaced.")],
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a training that was stopped.")] = False,
    device: p.Device = "auto",
    as_json: p.AsJson = False,
) -> Answer:
    """Train a model on labelled pictures; softseg segment --model takes its folder.

    Example: softseg train recipe.toml --data pictures --output my-model
    """
    from ..softguided.model import CARD_FILE, save_model
    from ..train.checkpoint import CHECKPOINT_FILE
    from ..train.datasets import open_datasets
    from ..train.recipe import load_recipe
    from ..train.run import Average
    from ..train.train import Step
    from ..train.train import train as train_model
    from ..vlm.device import choose_device

    folder = Path(output)
    with working(as_json=as_json) as work:
        steps, pictures = load_recipe(Path(recipe)), open_datasets(Path(data))
        _prepare(folder, (CARD_FILE, CHECKPOINT_FILE))
        losses: dict[str, float] = {}

        def on_step(step: Step, _average: Average) -> None:
            losses.update(step.losses)
            work.say(Progress(step.step, step.steps, step.seconds_left))

        work.say(Stage("train", f"Training on {', '.join(pictures.found)}"))
        chosen = choose_device(device)
        model = train_model(
            steps,
            pictures,
            device=chosen,
            on_step=on_step,
            cancelled=work.cancelled,
            keep_in=folder,
            resume=resume,
        )
        card = save_model(model, folder)
    told = ", ".join(f"{name} {value:.3f}" for name, value in losses.items())
    text = Text(f"The model {card.name} {card.revision} is in {folder}. Last losses: {told}.")
    return Answer({"outputs": {"model": output}, "revision": card.revision, "losses": losses}, text)


def _prepare(folder: Path, ours: tuple[str, ...]) -> None:
    """Make the folder of the model now rather than after hours; other people's files in it are not touched.

    Raises:
        BadOutput: it cannot be written, or holds something that is no model.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_foreign = any(folder.iterdir()) and not any((folder / name).is_file() for name in ours)
    except OSError as error:
        raise BadOutput(f"The folder {folder} cannot be written: {error.strerror or error}.") from error
    if is_foreign:
        raise BadOutput(f"The folder {folder} holds other files: choose an empty or a new one.")
