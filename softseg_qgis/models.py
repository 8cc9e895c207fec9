"""The models that can be chosen in QGIS: those that ship with SoftSeg, and folders of one's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from .i18n import tr
from .paths import resource

CARD_FILE = "model.json"


@dataclass(frozen=True)
class ModelFacts:
    """What people need to know of a model to choose it.

    Args:
        value: what a job names it by: its name, or its folder.
        title: its name on the screen.
        resolutions_m: finest and coarsest ground resolution that it was trained at, m/px.
        licence: of its weights.
    """

    value: str
    title: str
    resolutions_m: tuple[float, float]
    licence: str

    def describe(self) -> str:
        """One line about the model."""
        finest, coarsest = self.resolutions_m
        return tr(
            "Made for {finest:g} to {coarsest:g} m per pixel · licence {licence}",
            finest=finest,
            coarsest=coarsest,
            licence=self.licence or "?",
        )


def shipped_models() -> list[ModelFacts]:
    """The models that came with the plugin, by name."""
    found = (read_model(path.parent, path.parent.name) for path in sorted(resource("models").glob(f"*/{CARD_FILE}")))
    return [facts for facts in found if facts is not None]


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
