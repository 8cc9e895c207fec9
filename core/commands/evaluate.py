"""`softseg evaluate`: how good a model is on labelled pictures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from ..errors import BadOption
from ..job import DEFAULT_CANDIDATES
from ..options import parse_texts
from ..version import version
from . import parameters as p
from .again import command_line
from .work import Answer, Work, working

if TYPE_CHECKING:
    from ..evaluate.evaluate import NamesFor
    from ..evaluate.policy import Judged
    from ..evaluate.report import Evaluation
    from ..evaluate.subject import Subject

_CLOSED = "closed-unet"
_CLOSED_IN_ONE_WAY = (
    f"{_CLOSED} is judged in one way only, for it has neither words nor tiles: leave out --protocol, --background, "
    "--ignore, --unsure, --synonyms, --distractors, --candidates, --dense, --scene-prior, --wordings, --shift and "
    "--floor."
)
_WHICH, _BESIDE, _WRITE = "What counts", "What to measure beside", "What to write"


def evaluate(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="The name of a model, its folder, or closed-unet.")],
    *,
    data: Annotated[str, typer.Option(metavar="DIR", help="The folder of the data sets.")],
    on: Annotated[
        str, typer.Option(metavar="SET:PLACES", help="A data set, and its places if not all.")
    ] = "dubai:tile7",
    words: Annotated[
        str,
        typer.Option(metavar="KIND", help="What is typed: trained names, other words, or a .json, .toml or .csv file."),
    ] = "trained",
    absent: Annotated[
        int, typer.Option(min=0, metavar="N", help="Type this many names of absent things beside them.")
    ] = 0,
    protocol: Annotated[
        str, typer.Option(metavar="ID", help="How pictures are looked at: native, peer-slide, peer-whole or segearth.")
    ] = "native",
    background: Annotated[
        str, p.option(_WHICH, "in|out", "Whether what a set calls background is judged as a class.")
    ] = "out",
    ignore: Annotated[str, p.option(_WHICH, "TEXT", "Classes whose ground is not judged, like 'clutter; boat'.")] = "",
    unsure: p.Unsure = 0.0,
    synonyms: p.Synonyms = "mean",
    distractors: p.Distractors = None,
    candidates: p.Candidates = DEFAULT_CANDIDATES,
    dense: p.Dense = "auto",
    scene_prior: p.ScenePrior = None,
    boundary: Annotated[
        int, p.option(_BESIDE, "PX", "How near to an edge counts for the boundary IoU, in pixels; 0: leave it out.")
    ] = 2,
    wordings: Annotated[
        int, p.option(_BESIDE, "N", "Judge again in so many other words, and give the spread.", min=0)
    ] = 0,
    shift: Annotated[
        bool, p.flag(_BESIDE, "Judge again with all tiles moved by half their step, and give the change.", "--shift")
    ] = False,
    floor: Annotated[
        bool, p.flag(_BESIDE, "Judge too what comes of one class for each window, which a map has to beat.", "--floor")
    ] = False,
    minutes: Annotated[float, typer.Option(min=0.1, metavar="N", help="How long closed-unet is trained first.")] = 10,
    steps: Annotated[
        int, typer.Option(min=0, metavar="N", help="Train closed-unet for so many steps of 8 crops instead.")
    ] = 0,
    device: p.Device = "auto",
    table: Annotated[str | None, p.option(_WRITE, "FILE", "The figures as a table (.csv).", "--csv")] = None,
    page: Annotated[str | None, p.option(_WRITE, "FILE", "A web page with maps and errors (.html).", "--html")] = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Judge a model on pictures whose classes are known.

    The model closed-unet is a plain network to compare with: it has the starter's encoder, knows the data set's own
    classes and no words, and is trained on the spot on the data set's other pictures.

    Example: softseg evaluate starter --data pictures --on dubai:tile7 --words other --absent 15 --html errors.html
    """
    from ..evaluate.evaluate import Beside, ask, judge
    from ..evaluate.evaluation_page import write_page as write_html
    from ..evaluate.evaluation_table import write_table as write_csv
    from ..evaluate.gallery import Gallery
    from ..evaluate.policy import Policy
    from ..evaluate.subject import Way, open_subject
    from ..raster.place import Output, Places

    outputs = {role: path for role, path in (("csv", table), ("html", page)) if path is not None}
    how = {"--protocol": protocol, "--background": background, "--ignore": ignore, "--unsure": unsure or None}
    reading: dict[str, str | float | None] = {"--synonyms": synonyms, "--distractors": distractors}
    reading |= {"--candidates": candidates, "--dense": dense, "--scene-prior": scene_prior}
    more = {"--boundary": boundary, "--wordings": wordings or None, "--shift": shift, "--floor": floor}
    asked = {"--data": data, "--on": on, "--words": words, "--absent": absent or None, **how, **more}
    way = Way(protocol, unsure, dense, synonyms, parse_texts(distractors or ""), candidates, scene_prior)
    policy = Policy(background, tuple(name.strip() for name in ignore.split(";") if name.strip()))
    gallery = Gallery()
    if model == _CLOSED and (way != Way() or policy != Policy() or wordings or shift or floor):
        raise BadOption(_CLOSED_IN_ONE_WAY)
    question = ask(Path(data), on=on, names=_names(words), absent=absent, policy=policy)
    with working(as_json=as_json) as work, Places([Output(Path(path)) for path in outputs.values()]) as places:
        if model == _CLOSED:
            asked |= {"--steps": steps} if steps else {"--minutes": minutes}
            subject = _closed(work, data, question.judged, on.partition(":")[0], minutes, steps, device)
        else:
            asked |= reading
            subject = open_subject(model, device, way)
        if shift and subject.moved is None:
            raise BadOption(f"The tiles of the protocol {protocol} do not move: leave out --shift.")
        moved = subject.moved if shift else None
        looks = subject.floor if floor else None
        beside = Beside(boundary, wordings, moved, looks, subject.nearest, gallery if page is not None else None)
        on_image = work.stage("evaluate", f"Judging {model} on {on}")
        evaluation = judge(subject.predict, question, beside, on_image=on_image)
        command = command_line("evaluate", [model], asked)
        if table is not None:
            write_csv(places.temporary(table), evaluation)
        if page is not None:
            write_html(places.temporary(page), evaluation, gallery, f"{model} on {on}", subject.sentence, command)
    about = {**subject.facts, "words": words, "protocol": protocol, "version": version(), "command": command}
    return Answer({**about, **evaluation.as_dict(), "outputs": outputs}, _view(evaluation, outputs))


def _names(words: str) -> NamesFor | Mapping[str, str]:
    """What is typed: of a kind, or from a file."""
    from ..evaluate.words import typed_words
    from ..evaluate.words_file import FILE_SUFFIXES, read_words

    if Path(words).suffix.lower() in FILE_SUFFIXES:
        return read_words(Path(words))
    return lambda source, classes: typed_words(source, words, classes)


def _closed(work: Work, data: str, judged: Judged, source: str, minutes: float, steps: int, device: str) -> Subject:
    from ..evaluate.closed_unet import train_closed
    from ..evaluate.subject import Subject
    from ..train.datasets import open_datasets
    from ..vlm.device import choose_device

    length = f"{steps} steps" if steps else f"{minutes:g} minutes"
    on_share = work.stage("train", f"Training {_CLOSED} on {source} for {length}")
    trained = train_closed(
        open_datasets(Path(data)),
        judged.number,
        minutes=None if steps else minutes,
        steps=steps or None,
        source=source,
        device=choose_device(device),
        on_share=lambda share: on_share(round(1000 * share), 1000),
    )
    return Subject(trained, {"model": _CLOSED}, f"A plain U-Net, trained on {source} for {length}.")


def _view(evaluation: Evaluation, outputs: dict[str, str]) -> RenderableType:
    from .areas import files_view

    return Group(Text(evaluation.table()), files_view(outputs))
