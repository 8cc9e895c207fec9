"""The models there are: those that ship, trained ones, and fetched dual encoders, which need no training."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .errors import BadOption, NoModel, SoftSegError
from .folders import models_folder
from .resources import resource
from .segmenter import Segmenter
from .softguided.model import CARD_FILE, WEIGHTS_FILE, ModelCard, SoftGuidedModel, load_model, read_card
from .spectrum import RGB
from .vlm.hub.catalogue import entries, find_entry
from .vlm.hub.entry import Entry as Declared
from .vlm.hub.shelf import READY, Shelf

STARTER = "starter"
ACTIVATION_MARK = "@"
"""Stands between the name of a declared model and its activation, where its publisher states none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One trained model that can be used at once: its name, its folder and its card."""

    name: str
    folder: Path
    card: ModelCard


@dataclass(frozen=True, slots=True)
class Unusable:
    """A folder among the trained models that holds none: its name, where it is, and what is wrong, in a sentence."""

    name: str
    folder: Path
    reason: str


def list_models() -> list[Entry]:
    """Trained models: those that ship with SoftSeg, then those in the folder of models, by name.

    What `unusable_models` gives is left out: one damaged folder must not cost the others.
    """
    return [found for found in map(_look_into, _trained_folders()) if isinstance(found, Entry)]


def unusable_models() -> list[Unusable]:
    """What lies among the trained models and cannot be used, in the same order; weights are not read for it."""
    return [found for found in map(_look_into, _trained_folders()) if isinstance(found, Unusable)]


def training_free_models() -> list[Declared]:
    """Dual encoders that are on the shelf and segment as they are, in the order of the zoo."""
    shelf = Shelf(models_folder())
    return [entry for entry in entries() if shelf.state(entry) == READY and trained_on(entry) is None]


def trained_on(declared: Declared) -> Entry | None:
    """The first trained model whose encoder is a declared one."""
    models = list_models()
    return next((each for each in models if each.card.encoder and each.card.encoder.id == declared.id), None)


def find_model(name: str) -> Segmenter:
    """Loads a model by its name or its folder.

    A dual encoder of the zoo is used with the soft-guided network where one was trained on it, else as it is.

    Args:
        name: of a trained model, or its folder; or the id of a declared one, with @ACTIVATION behind it where its
            publisher states none.

    Raises:
        NoModel: there is none of that name, it is not downloaded, or its files are damaged.
        BadOption: its activation is neither declared nor chosen.
    """
    folder = trained_folder(name)
    if folder is not None:
        return _load(folder, (folder / CARD_FILE).stat().st_mtime_ns)
    known, _, activation = name.partition(ACTIVATION_MARK)
    if known not in {entry.id for entry in entries()}:
        raise _unknown(name)
    return _find_declared(find_entry(known), activation or None)


def trained_folder(name: str) -> Path | None:
    """Where the trained model of a name, or of a folder, lies; None where there is none."""
    places = (_shipped() / name, models_folder() / name, Path(name).expanduser())
    return next((folder for folder in places if (folder / CARD_FILE).is_file()), None)


def find_trained(name: str) -> Entry | None:
    """The trained model of a name, or of a folder, without its weights; None where there is none.

    Raises:
        NoModel: its card cannot be read.
    """
    folder = trained_folder(name)
    return None if folder is None else Entry(name, folder, read_card(folder))


def guided_by_scene(model: Segmenter, prior: str) -> Segmenter:
    """A model whose scores are weighed by what another takes whole scenes for.

    Args:
        model: gives the scores.
        prior: name of a downloaded dual encoder.

    Raises:
        NoModel: there is no such model.
        BadOption: it was trained for maps, so it has no view of scenes as text; or one of both looks at no pictures.
    """
    from .trainingfree.model import TrainingFree  # open_clip: slow to import
    from .trainingfree.scene_guided import scene_guided

    encoder = find_model(prior)
    if not isinstance(encoder, TrainingFree):
        raise BadOption(f"{prior} cannot be a scene prior: give a downloaded model that segments as it is.")
    if {model.card.bands, encoder.card.bands} != {RGB}:
        raise BadOption("A scene prior and the model that it guides have to look at pictures, of three bands.")
    return scene_guided(model, encoder)


def _trained_folders() -> list[Path]:
    """Every folder with the card of a trained model."""
    homes = (_shipped(), models_folder())
    return [path.parent for home in homes for path in sorted(home.glob(f"*/{CARD_FILE}"))]


def _look_into(folder: Path) -> Entry | Unusable:
    try:
        card = read_card(folder)
    except NoModel as error:
        detail = f" ({error.detail})" if error.detail else ""
        return Unusable(folder.name, folder, f"{error.text.rstrip('.')}{detail}.")
    if not (folder / WEIGHTS_FILE).is_file():
        return Unusable(folder.name, folder, f"The model in {folder} has no {WEIGHTS_FILE}.")
    return Entry(folder.name, folder, card)


def _find_declared(entry: Declared, activation: str | None) -> Segmenter:
    trained = trained_on(entry)
    if trained is not None:
        return _load(trained.folder, (trained.folder / CARD_FILE).stat().st_mtime_ns)
    shelf = Shelf(models_folder())
    (weights,) = shelf.files(entry)["weights"]
    return _load_training_free(entry, shelf.folder, activation, weights.stat().st_mtime_ns)


def _unknown(name: str) -> NoModel:
    """The error for a name that is none; it suggests a declared one that is much like it."""
    try:
        find_entry(name)
    except NoModel as error:
        if "did you mean" in error.text:
            return error
    here = [entry.name for entry in list_models()] + [entry.id for entry in training_free_models()]
    return NoModel(f"There is no model “{name}”: choose one of {', '.join(here) or 'none'}, or give the folder of one.")


@lru_cache(maxsize=2)
def _load(folder: Path, _changed_ns: int) -> SoftGuidedModel:
    """Keeps loaded models, so that a serving worker loads each once; a changed card is a changed model."""
    return load_model(folder)


@lru_cache(maxsize=1)
def _load_training_free(entry: Declared, shelf: Path, activation: str | None, _changed_ns: int) -> Segmenter:
    """Keeps the last one loaded: the largest are four gigabytes."""
    from .trainingfree.load import load_training_free  # open_clip: slow to import

    return load_training_free(entry, Shelf(shelf), activation)


def _shipped() -> Path:
    try:
        return resource("models")
    except SoftSegError:
        return Path("models")
