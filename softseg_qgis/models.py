"""The models that can be chosen in QGIS: shipped ones, downloaded ones, and folders of one's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .core.folders import models_folder
from .i18n import tr
from .paths import resource
from .settings import settings

CARD_FILE = "model.json"
_ACTIVATIONS = ("quick_gelu", "gelu")  # what a model whose publisher states none was most likely trained with
_RECORD_FILE = "record.json"  # what the engine keeps beside the files of a downloaded model


@dataclass(frozen=True)
class ModelFacts:
    """What people need to know of a model to choose it.

    Args:
        value: what a job names it by: its name, or its folder.
        title: its name on the screen.
        resolutions_m: finest and coarsest ground resolution that it was made for, m/px; None where nobody states any.
        licence: of its weights.
        bands: of Sentinel-2, for a model that reads them as numbers; empty for one that looks at pictures.
    """

    value: str
    title: str
    resolutions_m: tuple[float, float] | None
    licence: str
    bands: tuple[str, ...] = ()

    def describe(self) -> str:
        """One line about the model."""
        said = [tr("licence {licence}", licence=self.licence or "?")]
        if self.bands:
            said.insert(0, tr("Reads {count} bands of Sentinel-2", count=len(self.bands)))
        if self.resolutions_m is not None:
            finest, coarsest = self.resolutions_m
            said.insert(0, tr("Made for {finest:g} to {coarsest:g} m per pixel", finest=finest, coarsest=coarsest))
        return " · ".join(said)


def known_models() -> list[ModelFacts]:
    """Every model that can be used at once."""
    return [*named_models(), *own_models()]


def trained_models() -> list[ModelFacts]:
    """The models that were trained for maps, and can be trained further: shipped ones and those of one's own."""
    return [*shipped_models(), *_models_below(models_folder()), *own_models()]


def named_models() -> list[ModelFacts]:
    """The models that a name is enough for: shipped, downloaded, and trained into the folder of models."""
    return [*shipped_models(), *downloaded_models(), *_models_below(models_folder())]


def find_model(value: str) -> ModelFacts | None:
    """What is known of the model that a job names so; None where it is not there."""
    return next((facts for facts in known_models() if facts.value == value), None) or read_model(Path(value))


def shipped_models() -> list[ModelFacts]:
    """The models that came with the plugin, by name."""
    return _models_below(resource("models"))


def downloaded_models() -> list[ModelFacts]:
    """The models of the zoo whose files are all there, in the zoo's order."""
    folder = models_folder()
    if not folder.is_dir():
        return []
    return [
        facts
        for entry in _zoo(resource("zoo.json"))
        if _is_whole(entry, folder / entry["id"])
        for facts in _declared(entry)
    ]


def own_models() -> list[ModelFacts]:
    """The models in folders of one's own that were chosen or trained before and are still there."""
    found = (read_model(Path(folder)) for folder in settings.own_models.splitlines())
    return [facts for facts in found if facts is not None]


def keep_own_model(folder: str) -> None:
    """Offer a model of one's own from now on."""
    folders = [each for each in settings.own_models.splitlines() if each != folder]
    settings.own_models = "\n".join([*folders, folder])


def read_model(folder: Path, value: str = "") -> ModelFacts | None:
    """Read what a model's card says of it; None where the folder holds no model."""
    try:
        card = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
        finest, coarsest = card["resolutions_m"]
        return ModelFacts(
            value or str(folder), str(card["name"]), (float(finest), float(coarsest)), str(card.get("licence", ""))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _models_below(folder: Path) -> list[ModelFacts]:
    """The models in the folders of a folder, each called as its folder is, by name."""
    found = (read_model(path.parent, path.parent.name) for path in sorted(folder.glob(f"*/{CARD_FILE}")))
    return [facts for facts in found if facts is not None]


@cache
def _zoo(path: Path) -> list[dict[str, Any]]:
    """The models that the zoo declares: a large file, which every algorithm with a model in it asks for."""
    return json.loads(path.read_text(encoding="utf-8"))["models"]


def _declared(entry: dict[str, Any]) -> list[ModelFacts]:
    """A model of the zoo; where nobody states its activation function, one choice for each that it may be."""
    ground = entry.get("ground_m")
    resolutions = (float(ground[0]), float(ground[1])) if ground else None
    known = resolutions, entry["licence"]["id"] or "", tuple(entry.get("bands", ()))
    if entry["activation"] is not None:
        return [ModelFacts(entry["id"], entry["title"], *known)]
    return [ModelFacts(f"{entry['id']}@{each}", f"{entry['title']} ({each})", *known) for each in _ACTIVATIONS]


def _is_whole(entry: dict[str, Any], folder: Path) -> bool:
    """Whether every file that a model of the zoo needs is there, of the size that it came with."""
    try:
        record = json.loads((folder / _RECORD_FILE).read_text(encoding="utf-8"))
        seen = {each["name"]: each for each in record["files"] if not each.get("damaged")}
        return all(
            any(_is_kept(folder, name, seen) for name in _local_names(file))
            for file in entry["files"]
            if not file.get("optional")
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _local_names(file: dict[str, Any]) -> list[str]:
    names = [file["member"]] if file.get("member") else file["names"]
    return [name.rpartition("/")[2] for name in names]


def _is_kept(folder: Path, name: str, seen: dict[str, Any]) -> bool:
    path = folder / name
    return name in seen and path.is_file() and path.stat().st_size == seen[name]["size_bytes"]
