"""`softseg ablate`: what each part of the network is worth, by training with and without it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from ..errors import BadOutput
from ..protocol import Progress as Told
from ..protocol import Stage
from . import parameters as p
from .work import Answer, working

if TYPE_CHECKING:
    from ..train.ablation.ablate import Progress
    from ..train.ablation.plan import Plan
    from ..train.ablation.result import RunResult
    from ..train.ablation.table import Row


def ablate(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="What to compare: a TOML file.")],
    *,
    data: Annotated[str, typer.Option(metavar="DIR", help="The folder of the data sets.")],
    output: Annotated[str, typer.Option(metavar="DIR", help="The folder of results; what is done there is kept.")],
    device: p.Device = "auto",
    as_json: p.AsJson = False,
) -> Answer:
    """Train variants of a recipe several times each, judge them alike, and say what helps and what does not.

    It may take hours; stopped, the same command goes on where it was. The table is written anew after every variant.

    Example: softseg ablate resources/recipes/ablation.toml --data pictures --output ablation
    """
    from ..train.ablation.ablate import Ablation
    from ..train.ablation.plan import load_plan
    from ..train.ablation.report import write_report
    from ..train.datasets import open_datasets
    from ..vlm.device import choose_device

    folder, command = Path(output), shlex.join(["softseg", "ablate", plan, "--data", data, "--output", output])
    with working(as_json=as_json) as work:
        chosen, pictures = load_plan(Path(plan)), open_datasets(Path(data))
        _make(folder)
        names: list[str] = []

        def tell(progress: Progress) -> None:
            if names[-1:] != [progress.name]:
                names.append(progress.name)
                work.say(Stage("train", f"Run {progress.run} of {progress.runs}: {progress.name}"))
            work.say(Told(round(1000 * progress.share), 1000, None))

        def report(results: list[RunResult]) -> None:
            if len(results) % len(chosen.seeds) == 0:
                write_report(chosen, results, folder, command)

        ablation = Ablation(chosen, pictures, folder, choose_device(device), work.cancelled)
        results = ablation.run(tell, report)
        rows = write_report(chosen, results, folder, command)
    return Answer({"outputs": {"report": str(folder / "ablation.md")}, "runs": len(results)}, _view(chosen, rows))


def _view(plan: Plan, rows: list[Row]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("Variant", *(judgement.name for judgement in plan.judgements)):
        table.add_column(heading)
    for variant in plan.variants:
        of_variant = [row for row in rows if row.variant == variant.name]
        table.add_row(variant.name, *(Text(f"{row.figure.value:.1%} {row.verdict}") for row in of_variant))
    return table


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadOutput(f"The folder {folder} cannot be made: {error.strerror or error}.") from error
