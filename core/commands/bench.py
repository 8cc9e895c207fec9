"""`softseg bench`: how fast SoftSeg is on this machine."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..classes import parse_classes
from ..errors import BadOption
from ..job import Job
from . import parameters as p
from .work import Answer, working

if TYPE_CHECKING:
    from ..bench import Bench

_SIZE_PX = 4096
_ENCODER_SIZE_PX = 2048
_CLASSES = "building; road; tree; grass; water; bare land"


def bench(
    context: typer.Context,
    raster: Annotated[str | None, typer.Argument(metavar="RASTER", help="A raster; none: one is made up.")] = None,
    *,
    size: Annotated[
        int | None,
        typer.Option(min=64, metavar="N", help="Width and height of a made-up raster, in pixels.", show_default="4096"),
    ] = None,
    height: Annotated[
        int | None, typer.Option(min=64, metavar="N", help="Its height, where it is no square.", show_default=False)
    ] = None,
    repeats: Annotated[int, typer.Option(min=1, metavar="N", help="How often each side of a comparison runs.")] = 3,
    classes: Annotated[str, typer.Option(metavar="TEXT", help="The classes, with ; between them.")] = _CLASSES,
    seams: Annotated[bool, typer.Option("--seams", help="Measure instead how far tiles show in RASTER.")] = False,
    choice: Annotated[
        bool, typer.Option("--choice", help="Measure instead what it saves in RASTER to choose among many classes.")
    ] = False,
    training_free: Annotated[
        bool, typer.Option("--training-free", help="Measure instead a ViT-B/16 of random weights on the processor.")
    ] = False,
    model: p.Model = "starter",
    device: p.Device = "auto",
    tile: p.Tile = None,
    as_json: p.AsJson = False,
) -> Answer:
    """Measure the time of a run, beside the time of its network alone, for six classes and for one more.

    With --seams: how often the class changes where tiles meet, over how often it does elsewhere (and what as many
    lines at other places have, 95 times in 100) and on the same lines when tiles meet elsewhere, and the share of
    pixels that change when all tiles move by half their step; beside tiles that are joined without overlap.

    With --choice: the time of the network with all of more than eight classes, over its time where only those are
    looked at closer that are among the nearest anywhere in a tile; and the share of pixels that this changes.

    With --training-free: a dual encoder that segments as it is, beside its image encoder alone and beside a plain loop
    over float32 crops; the share of classes that bfloat16 leaves as they are; and its upsampling of one map a class
    beside that of all feature channels. On 2048 x 2048 px unless --size says otherwise.

    Example: softseg bench --size 2048 --repeats 1 --json
    """
    if seams:
        _refuse(context, "--seams", "--training-free", "--choice", "--size", "--height", "--repeats")
        return _seams(raster, classes, model, device, tile, as_json)
    if choice:
        _refuse(context, "--choice", "--training-free", "--size", "--height", "--repeats")
        return _choice(raster, classes, model, device, tile, as_json)
    if training_free:
        _refuse(
            context, "--training-free", "RASTER", "--choice", "--classes", "--model", "--device", "--tile", "--height"
        )
        return _training_free(size, repeats, as_json)
    if raster is not None:
        _refuse(context, "A raster of your own", "--size", "--height")
    from ..bench import bench as measure

    with working(as_json=as_json) as work:
        on_repeat = work.stage("bench", "Measuring")
        measured = measure(
            raster,
            classes=classes,
            model=model,
            device=device,
            size=size or _SIZE_PX,
            height=height,
            tile=tile,
            repeats=repeats,
            on_repeat=on_repeat,
        )
    return Answer(measured.as_dict(), _view(measured))


def _refuse(context: typer.Context, way: str, *unused: str) -> None:
    """Refuse what was typed though a way to measure does not look at it, rather than to measure something else.

    Args:
        context: knows what was typed.
        way: what was asked for, as people call it.
        unused: the other parameters as the help shows them.
    """
    sources = {name: context.get_parameter_source(name.strip("-").replace("-", "_").lower()) for name in unused}
    typed = [name for name, source in sources.items() if source is not None and source.name == "COMMANDLINE"]
    if typed:
        raise BadOption(f"{way} does not go with {', '.join(typed)}: leave out one or the other.")


def _training_free(size: int | None, repeats: int, as_json: bool) -> Answer:
    from ..evaluate.speed import measure_speed

    with working(as_json=as_json) as work:
        on_step = work.stage("speed", "Measuring a ViT-B/16 of random weights")
        found = measure_speed(size=size or _ENCODER_SIZE_PX, repeats=repeats, on_step=on_step)
    table = Table(box=None, pad_edge=False, show_header=False)
    for title, figure in (
        ("whole run", f"{found.wall_s:.2f} s, {found.overhead:.2f} times its encoder's {found.encoder_s:.2f} s"),
        ("plain loop", f"{found.plain_s:.2f} s, {found.speedup:.2f} times the whole run"),
        ("same class in float32", f"{found.same:.3%} of pixels; the largest class has {found.largest:.0%}"),
        ("upsampling of maps", f"{found.guided_s * 1e3:.1f} ms; of all channels {found.upsampling:.1f} times as long"),
    ):
        table.add_row(title, figure)
    return Answer(asdict(found), table)


def _seams(raster: str | None, classes: str, model: str, device: str, tile: int | None, as_json: bool) -> Answer:
    from ..engine import engine_for
    from ..evaluate.seams import measure_seams
    from ..vlm.device import choose_device
    from ..zoo import find_model

    with working(as_json=as_json) as work:
        if raster is None:
            raise BadOption("Name the raster whose seams are to be measured: softseg bench RASTER --seams.")
        job = Job(raster, parse_classes(classes), output="classes", tile=tile)
        engine = engine_for(job, find_model(model), choose_device(device))
        found = measure_seams(job, engine, work.stage("seams", "Segmenting with tiles at four places, two ways"))
    table = Table(box=None, pad_edge=False)
    for heading in (
        f"{found.tiles} tiles",
        "changes at seams / elsewhere",
        "by chance",
        "/ there, unseamed",
        "moved by half a step",
    ):
        table.add_column(heading)
    for title, traces in (("blended", found.blended), ("joined hard", found.joined)):
        low, high = traces.by_chance
        table.add_row(
            title, f"{traces.ratio:.3f}", f"{low:.3f} to {high:.3f}", f"{traces.paired:.3f}", f"{traces.moved:.2%}"
        )
    return Answer({"raster": raster, **asdict(found)}, table)


def _choice(raster: str | None, classes: str, model: str, device: str, tile: int | None, as_json: bool) -> Answer:
    from ..evaluate.choice import measure_choice
    from ..zoo import find_model

    with working(as_json=as_json) as work:
        if raster is None:
            raise BadOption("Name the raster that has the classes: softseg bench RASTER --choice --classes …")
        job = Job(raster, parse_classes(classes), output="classes", device=device, tile=tile)
        found = measure_choice(job, find_model(model), work.stage("choice", "Measuring with all and with candidates"))
    text = (
        f"{found.classes} classes: {found.all_s:.2f} s with all, {found.chosen_s:.2f} s with {found.candidates} "
        f"candidates a cell: {found.saved:.2f} times as fast; {found.moved:.2%} of pixels have another class."
    )
    return Answer({"raster": raster, **asdict(found)}, Text(text))


def _view(measured: Bench) -> RenderableType:
    table = Table(box=None, pad_edge=False)
    for heading in ("", "wall s", "network s", "overhead", "megapixel/s", "peak MB"):
        table.add_column(heading, justify="right" if heading else "left")
    for title, timing in (("fresh run", measured.fresh), ("one class more", measured.added_class)):
        figures = (timing.wall_s, timing.model_s, timing.overhead, timing.megapixels_per_s)
        table.add_row(title, *(f"{figure:.2f}" for figure in figures), f"{timing.peak_rss_mb:,.0f}")
    of = f"{measured.megapixels:.1f} megapixels in {measured.tiles} tiles, {measured.classes} classes"
    return Group(Text(f"{measured.model} on {measured.device}, {of}."), table)
