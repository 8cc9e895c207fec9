"""What the user has set for this QGIS profile: one typed object over the keys `softseg/...` of QgsSettings."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, overload

from qgis.core import QgsSettings

from .core.job import DEFAULT_OVERLAP

GROUP = "softseg"

T = TypeVar("T", str, int, float, bool)


class Setting(Generic[T]):
    """One value under `softseg/`; its type is that of its default, which also stands in for what cannot be read."""

    def __init__(self, key: str, default: T) -> None:
        self.key = f"{GROUP}/{key}"
        self.default = default

    @overload
    def __get__(self, owner: None, kind: type) -> Setting[T]: ...

    @overload
    def __get__(self, owner: Settings, kind: type) -> T: ...

    def __get__(self, owner: Settings | None, kind: type) -> Setting[T] | T:
        """Read the value."""
        if owner is None:
            return self
        try:
            value: Any = QgsSettings().value(self.key, self.default, type=type(self.default))
        except TypeError:  # what is stored is of another type
            return self.default
        return value if isinstance(value, type(self.default)) else self.default

    def __set__(self, owner: Settings, value: T) -> None:
        """Store the value; the default is stored as nothing, so that a later default reaches who never chose."""
        if value == self.default:
            QgsSettings().remove(self.key)
        else:
            QgsSettings().setValue(self.key, value)


class Settings:
    """Every setting by name. Holds no state: each access reads or writes the profile."""

    home = Setting("home", "")  # the folder of engines and caches; empty: the place that the system keeps for such data
    device = Setting("device", "auto")  # auto, cpu, cuda, cuda:N or mps
    model = Setting("model", "starter")  # the name of a shipped or downloaded model, or a model's folder
    own_models = Setting("own_models", "")  # folders of models that were trained or chosen, one a line
    idle_s = Setting("idle_s", 300)  # the worker ends after so many seconds without work, and frees the GPU

    panel_open = Setting("panel_open", False)  # whether the panel was on the screen when QGIS was last used
    output_folder = Setting("output_folder", "")  # empty: temporary files
    with_polygons = Setting("with_polygons", True)
    with_confidence = Setting("with_confidence", False)
    with_costs = Setting("with_costs", False)
    stretch = Setting("stretch", "auto")
    overlap = Setting("overlap", DEFAULT_OVERLAP)  # of a tile's side
    tile = Setting("tile", 0)  # px of the work grid; 0: chosen for the model
    unsure = Setting("unsure", 0.0)
    min_area = Setting("min_area", 0.0)  # m²
    preset = Setting("preset", "")  # the id of the preset that was taken last
    last_folder = Setting("last_folder", "")  # where a file was chosen last
    web_limit_px = Setting("web_limit_px", 64_000_000)  # the most that is rendered from a web layer


settings = Settings()
