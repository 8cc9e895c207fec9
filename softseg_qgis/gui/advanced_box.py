"""The Advanced section: how the network works on the raster. What it shows belongs to the profile, not to a run."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsRasterLayer
from qgis.gui import QgsDoubleSpinBox, QgsRasterBandComboBox, QgsSpinBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from ..core.errors import BadOption
from ..i18n import tr
from ..models import ModelFacts
from ..settings import settings
from .model_list import ModelList
from .options_page import devices
from .push_button import push_button
from .section import Section

_STRETCHES = ("auto", "2-98", "minmax", "none")
_LEAST_TILE, _MOST_TILE, _TILE_STEP = 256, 4096, 64


class AdvancedBox(Section):
    """Edits fields of `core.job.Job`; resolution and bands are the raster's, all others are remembered."""

    changed = pyqtSignal()
    models_wanted = pyqtSignal()  # the page of models

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Advanced"), "softsegAdvanced", parent)
        self.resolution = _resolution_box()
        self.tile, self.overlap = _tile_box(), _overlap_box()
        self.bands = [_band_box(name) for name in (tr("Red band"), tr("Green band"), tr("Blue band"))]
        self.offset = _offset_box()
        self.stretch, self.device, self.model = QComboBox(), QComboBox(), ModelList(settings.model)
        self.more_models = push_button(tr("More Models…"), "softsegMoreModels", self.models_wanted.emit)
        self.more_models.setToolTip(tr("Download models, or take them from a folder"))
        self._is_loading = False
        self._fill()
        self._lay_out()
        self.reload()
        self._connect()

    def options(self) -> dict[str, Any]:
        """The chosen fields of a job.

        Raises:
            BadOption: only some of the bands are chosen.
        """
        return {
            "resolution": self.resolution.value() or None,
            "tile": self._tile_px() or None,
            "overlap": self.overlap.value() / 100,
            "bands": None if self._reads_numbers() else self._chosen_bands(),
            "stretch": self.stretch.currentData(),
            "offset": self._chosen_offset(),
            "model": settings.model,
            "device": self.device.currentData(),
        }

    def model_facts(self) -> ModelFacts | None:
        """What is known of the chosen model; None where it is no longer there."""
        return self.model.facts()

    def set_raster(self, layer: QgsRasterLayer | None) -> None:
        """Offer the bands of another raster."""
        for box in self.bands:
            box.setLayer(layer)
            box.setBand(-1)

    def reload(self) -> None:
        """Show what the settings say; the options page may have changed them."""
        self._is_loading = True
        self.model.offer(settings.model)
        self.stretch.setCurrentIndex(max(0, self.stretch.findData(settings.stretch)))
        self.device.setCurrentIndex(max(0, self.device.findData(settings.device)))
        self.tile.setValue(settings.tile)
        self.overlap.setValue(round(settings.overlap * 100))
        self._is_loading = False
        self._show_what_counts()

    def use_processor(self) -> None:
        """Compute without graphics card from now on."""
        self.device.setCurrentIndex(self.device.findData("cpu"))

    def use_smaller_tiles(self, present: int) -> None:
        """Halve the side of tiles."""
        self.tile.setValue(max(_LEAST_TILE, (self._tile_px() or present) // 2))

    def _tile_px(self) -> int:
        """The chosen side of a tile; 0 for the automatic one, which lies below the range."""
        return self.tile.value() if self.tile.value() >= _LEAST_TILE else 0

    def _chosen_bands(self) -> tuple[int, ...] | None:
        numbers = tuple(box.currentBand() for box in self.bands)
        if all(number < 1 for number in numbers):
            return None
        if any(number < 1 for number in numbers):
            raise BadOption(tr("Choose all three bands, or leave all of them to the raster."))
        return numbers[:1] if len(set(numbers)) == 1 else numbers

    def _chosen_offset(self) -> float | None:
        is_chosen = self._reads_numbers() and self.offset.value() > self.offset.minimum()
        return self.offset.value() if is_chosen else None

    def _reads_numbers(self) -> bool:
        """Whether the model reads the raster's numbers instead of looking at a picture."""
        facts = self.model_facts()
        return bool(facts and facts.bands)

    def _show_what_counts(self) -> None:
        """Bands and stretch belong to pictures, the offset to numbers; a folded box hides them all by itself."""
        if self.isCollapsed():
            return
        numbers = self._reads_numbers()
        for widget in (*self.bands, self.stretch, self.offset):
            row = widget.parentWidget() if widget in self.bands else widget
            shown = numbers if widget is self.offset else not numbers
            row.setVisible(shown)
            self._form.labelForField(row).setVisible(shown)

    def _remember(self, *_value: object) -> None:
        if self._is_loading:
            return
        settings.stretch = self.stretch.currentData()
        settings.device = self.device.currentData()
        settings.model = self.model.currentData()
        settings.tile = self._tile_px()
        settings.overlap = self.overlap.value() / 100
        self._show_what_counts()
        self.changed.emit()

    def _fill(self) -> None:
        titles = (tr("Automatic"), tr("2–98 %"), tr("Minimum–Maximum"), tr("None"))
        for value, title in zip(_STRETCHES, titles):
            self.stretch.addItem(title, value)
        self.stretch.setToolTip(tr("How values that are not 8 bit become brightness; one stretch for the whole raster"))
        for value, title in devices():
            self.device.addItem(title, value)

    def _connect(self) -> None:
        for box in (self.stretch, self.device, self.model):
            box.currentIndexChanged.connect(self._remember)
        for box in (self.tile, self.overlap):
            box.valueChanged.connect(self._remember)
        self.collapsedStateChanged.connect(lambda _: self._show_what_counts())
        for box in (self.resolution, self.offset):
            box.valueChanged.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        self._form = form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows = (
            (tr("Work at"), self.resolution, "Resolution"),
            (tr("Tile"), self.tile, "Tile"),
            (tr("Overlap"), self.overlap, "Overlap"),
            (tr("Stretch"), self.stretch, "Stretch"),
            (tr("Reflectance offset"), self.offset, "Offset"),
            (tr("Model"), self.model, "Model"),
            (tr("Device"), self.device, "Device"),
        )
        for text, widget, name in rows:
            widget.setObjectName(f"softseg{name}")
            widget.setAccessibleName(text)
            form.addRow(text, widget if widget is not self.model else self._model_row())
        bands = QWidget()
        row = QHBoxLayout(bands)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for box in self.bands:
            row.addWidget(box, 1)
        label = QLabel(tr("Bands"))
        label.setBuddy(self.bands[0])
        form.insertRow(3, label, bands)

    def _model_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.model, 1)
        row.addWidget(self.more_models)
        return row


def _resolution_box() -> QgsDoubleSpinBox:
    box = QgsDoubleSpinBox()
    box.setRange(0, 1000)
    box.setDecimals(3)
    box.setSingleStep(0.1)
    box.setSuffix(tr(" m per pixel"))
    box.setSpecialValueText(tr("Automatic"))
    box.setClearValueMode(QgsDoubleSpinBox.ClearValueMode.MinimumValue)
    box.setToolTip(tr("Coarser is faster and sees more surroundings; the output always has the raster's own grid"))
    return box


def _offset_box() -> QgsDoubleSpinBox:
    box = QgsDoubleSpinBox()
    box.setRange(-10_001, 10_000)
    box.setDecimals(0)
    box.setSingleStep(1000)
    box.setSpecialValueText(tr("Automatic"))
    box.setClearValueMode(QgsDoubleSpinBox.ClearValueMode.MinimumValue)
    box.setToolTip(tr("What is added to the raster's numbers: -1000 for Sentinel-2 from 2022 on that does not say so"))
    box.clear()
    return box


def _tile_box() -> QgsSpinBox:
    box = QgsSpinBox()
    box.setRange(_LEAST_TILE - _TILE_STEP, _MOST_TILE)
    box.setSingleStep(_TILE_STEP)
    box.setSuffix(tr(" px"))
    box.setSpecialValueText(tr("Automatic"))
    box.setClearValueMode(QgsSpinBox.ClearValueMode.MinimumValue)
    box.setToolTip(tr("Side of the squares that are computed at once; smaller ones need less memory"))
    return box


def _overlap_box() -> QgsSpinBox:
    box = QgsSpinBox()
    box.setRange(0, 75)
    box.setSuffix(" %")
    box.setToolTip(tr("How far neighbouring tiles overlap; more is slower and smoother"))
    return box


def _band_box(name: str) -> QgsRasterBandComboBox:
    box = QgsRasterBandComboBox()
    box.setShowNotSetOption(True, tr("Auto"))
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    return box
