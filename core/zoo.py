"""The models there are: those that ship with SoftSeg, and folders of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .errors import NoModel, SoftSegError
from .resources import resource
from .softguided.model import CARD_FILE, ModelCard, SoftGuidedModel, load_model, read_card

STARTER = "starter"


@dataclass(frozen=True, slots=True)
class Entry:
    """One model that can be used at once: its name, its folder and its card."""

    name: str
    folder: Path
    card: ModelCard


def list_models() -> list[Entry]:
    """Models that ship with SoftSeg, by name."""
    folders = sorted(path.parent for path in _shipped().glob(f"*/{CARD_FILE}"))
    return [Entry(folder.name, folder, read_card(folder)) for folder in folders]


def find_model(name: str) -> SoftGuidedModel:
    """Loads a model by its name or its folder.

    Raises:
        NoModel: there is none of that name, or its files are damaged.
    """
    shipped = _shipped() / name
    for folder in (shipped, Path(name).expanduser()):
        if (folder / CARD_FILE).is_file():
            return _load(folder, (folder / CARD_FILE).stat().st_mtime_ns)
    known = ", ".join(entry.name for entry in list_models()) or "none"
    raise NoModel(f"There is no model “{name}”: choose one of {known}, or give the folder of one.")


@lru_cache(maxsize=2)
def _load(folder: Path, _changed_ns: int) -> SoftGuidedModel:
    """Keeps loaded models, so that a serving worker loads each once; a changed card is a changed model."""
    return load_model(folder)


def _shipped() -> Path:
    try:
        return resource("models")
    except SoftSegError:
        return Path("models")
