"""What the worker does to train: a raster and polygons with a class field, to the folder of a model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .. import errors
from ..protocol import Done, Progress, Stage
from ..resources import resource
from ..softguided.model import CARD_FILE, read_card, save_model
from ..train.checkpoint import CHECKPOINT_FILE, forget_checkpoint
from ..train.datasets import Datasets, DenseImage, Split
from ..train.datasets.ground_labels import LabelPolygons
from ..train.datasets.rasters import labelled_tiles, table_of_field
from ..train.recipe import Recipe, load_recipe
from ..train.run import Average
from ..train.train import Step, Stopped, train
from ..train_job import TrainJob
from ..vlm.device import choose_device
from ..vlm.hub.catalogue import find_entry
from ..vlm.hub.entry import Entry
from ..zoo import ACTIVATION_MARK, trained_folder
from .afterwards import Cancelled, Say

_SOURCE = "own"
_ALONE = "own"  # the recipe for a single raster
_FURTHER = "further"  # the recipe for a single raster and a trained model
_COARSEST = 2.0  # times the raster's own resolution: what the model also learns to look at


def train_model(job: TrainJob, say: Say, cancelled: Cancelled) -> Done:
    """Train, and save the model.

    Raises:
        BadRaster: the raster cannot be read.
        BadOption: raster, polygons, field and recipe do not go together, or training goes astray.
        BadOutput: the folder cannot be written, or holds other files.
        NoModel: the encoder or the model to begin with is not there.
        Cancelled: the user stopped; once the words are read, the state is kept in the folder.
    """
    say(Stage("labels", "Reading the polygons"))
    tiles = _tiles(job)
    recipe = _recipe(job, tiles[0].ground_resolution_m)
    folder = Path(job.output)
    claim_folder(folder)
    names = [label.name for label in tiles[0].classes]
    losses: dict[str, float] = {}

    def on_words(share: float) -> None:
        say(Progress(round(100 * share), 100))

    def on_step(step: Step, _average: Average) -> None:
        if not losses:
            say(Stage("train", f"Training on {', '.join(names)}"))
        losses.update(step.losses)
        say(Progress(step.step, step.steps, step.seconds_left))

    say(Stage("words", "Reading the words"))
    pictures = Datasets(Split(dense=tiles), Split(), (_SOURCE,))
    try:
        model = train(
            recipe,
            pictures,
            device=choose_device(job.device),
            on_words=on_words,
            on_step=on_step,
            cancelled=cancelled,
            keep_in=folder,
            resume=job.resume,
        )
    except errors.Cancelled as error:
        if not (job.resume or isinstance(error, Stopped)):
            raise  # a state that lies in the folder is that of an older training
        text = f"The training was stopped; its state is kept in {folder}, and it can go on from there."
        raise errors.Cancelled(text) from error
    card = save_model(model, folder)
    forget_checkpoint(folder)
    return Done({"model": job.output}, {"revision": card.revision, "classes": names, "losses": losses})


def claim_folder(folder: Path) -> None:
    """Make the folder of a model now rather than after hours; other people's files in it are not touched.

    Raises:
        BadOutput: it cannot be written, or holds something that is no model.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ours = any((folder / name).is_file() for name in (CARD_FILE, CHECKPOINT_FILE))
        is_foreign = not ours and any(folder.iterdir())
    except OSError as error:
        raise errors.BadOutput(f"The folder {folder} cannot be written: {error.strerror or error}.") from error
    if is_foreign:
        raise errors.BadOutput(f"The folder {folder} holds other files: choose an empty or a new one.")


def _tiles(job: TrainJob) -> tuple[DenseImage, ...]:
    """The raster's labelled tiles, with the classes that the field holds on it."""
    raster = Path(job.raster)
    table = table_of_field(raster, Path(job.labels), job.field)
    return labelled_tiles(_SOURCE, raster, LabelPolygons(job.labels, job.field, table))


def _begun(job: TrainJob) -> Recipe:
    """The recipe with what training begins with, which replaces what a given recipe says of that and nothing else."""
    recipe = _suited(job) if job.recipe is None else load_recipe(Path(job.recipe), job.steps)
    if job.start:
        recipe = replace(recipe, start=job.start)
    if job.encoder:
        name, _, activation = job.encoder.partition(ACTIVATION_MARK)
        recipe = replace(recipe, start="", encoder=name, activation=activation)
    return replace(recipe, ignored="masked")  # polygons do not name everything


def _suited(job: TrainJob) -> Recipe:
    """The recipe that suits a single raster and what training begins with."""
    if job.start:
        return _cropped(load_recipe(_shipped(_FURTHER), job.steps), _trained_encoder(job.start))
    steps = job.steps or load_recipe(_shipped(_ALONE)).steps  # the recipes of dual encoders are for large data sets
    if not job.encoder:
        return load_recipe(_shipped(_ALONE), steps)
    entry = find_entry(job.encoder.partition(ACTIVATION_MARK)[0])
    name = "convnext" if entry.architecture.startswith("convnext") else "vit"
    return _cropped(_staged(load_recipe(_shipped(name), steps), entry), entry)


def _shipped(recipe: str) -> Path:
    return resource(f"recipes/{recipe}.toml")


def _trained_encoder(name: str) -> Entry | None:
    """The dual encoder of a trained model; None for the starter's own, and where there is no such model."""
    folder = trained_folder(name)
    return None if folder is None else read_card(folder).encoder


def _staged(recipe: Recipe, entry: Entry) -> Recipe:
    """The recipe with no more stages than the cells of an encoder can be halved: 14 px only once."""
    network = recipe.network
    stages = len(network.stage_widths)
    while entry.patch % 2**stages:
        stages -= 1
    network = replace(network, stage_widths=network.stage_widths[:stages], class_pool=network.class_pool[:stages])
    return replace(recipe, network=network)


def _cropped(recipe: Recipe, entry: Entry | None) -> Recipe:
    """The recipe with crops that the cells of an encoder fill."""
    return recipe if entry is None else replace(recipe, crop=recipe.crop - recipe.crop % entry.patch)


def _recipe(job: TrainJob, resolution_m: float) -> Recipe:
    """The recipe, for this raster."""
    recipe = _begun(job)
    own = (resolution_m, resolution_m * _COARSEST)
    data = f"Data: {Path(job.raster).name} with polygons, by whoever trained the model."
    return replace(
        recipe,
        name=job.name or Path(job.output).name,
        mixture={},
        resolutions={_SOURCE: own},
        provenance=(*recipe.provenance, data),
    )
