"""The panel: from top to bottom a sentence, this raster, here, these classes, and at its foot Segment."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QEvent, Qt, QTimer
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ..core.errors import BadRaster, SoftSegError
from ..i18n import tr
from ..layers.facts import RasterFacts, format_resolution
from ..layers.ground import metres_per_unit
from ..settings import settings
from .advanced_box import AdvancedBox
from .area_box import AreaBox
from .class_box import ClassBox
from .column_scroll import ColumnScroll
from .order import Order, preview_area
from .output_box import OutputBox
from .raster_box import RasterBox
from .result_box import ResultBox
from .run_bar import RunBar
from .work_size import WorkSize, work_size

_SETTLE_MS = 150  # a map that is being moved is not measured at each step


class Panel(QWidget):
    """Puts the sections together, and turns what they say into an `Order`."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = iface.mapCanvas()
        self.raster = RasterBox(iface)
        self.area = AreaBox(self._canvas)
        self.classes = ClassBox(QgsProject.instance())
        self.output = OutputBox()
        self.advanced = AdvancedBox()
        self.result = ResultBox()
        self.run_bar = RunBar()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self._take_raster()
        self.refresh()

    def order(self) -> Order:
        """The run that the panel describes.

        Raises:
            SoftSegError: something is missing, or does not fit together.
        """
        facts = self._facts()
        area, options = self.area.area(), self._options(facts)
        return Order(
            layer_id=self.raster.layer.id(),
            name=facts.name,
            area=area,
            classes=self.classes.class_list(),
            size=self._size(facts, area, options),
            options=options,
            wishes=self.output.wishes(),
        )

    def preview_order(self) -> Order:
        """A small run in the middle of the map; raises as `order` does."""
        facts = self._facts()
        options = self._options(facts)
        work_m = options["resolution"] or self._finest_m()
        crs = self._canvas.mapSettings().destinationCrs()
        area = preview_area(facts, self._canvas.center(), crs, work_m)
        size, classes = self._size(facts, area, options), self.classes.class_list()
        return Order(self.raster.layer.id(), facts.name, area, classes, size, options)

    def refresh(self) -> None:
        """Show what follows from what was chosen: size, time, advice, and what is missing."""
        self._settle.stop()
        facts = self.raster.facts
        if facts is not None:
            self.raster.hint.show_text(*self._advice(facts))
        fits = self._show_size(facts)
        if not self.run_bar.is_running:
            self._show_idle(facts, fits)

    def reload_settings(self) -> None:
        """Take over what was changed in the options."""
        self.advanced.reload()
        self.refresh()

    def show_result_box(self) -> None:
        """Scroll to the last result, once it has its place."""
        QTimer.singleShot(0, self._scroll_to_result)

    def changeEvent(self, event: QEvent) -> None:
        """QGIS's options may have been open while another window had the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.reload_settings()

    def _scroll_to_result(self) -> None:
        self._scroll.ensureWidgetVisible(self.result, 0, 0)

    def _facts(self) -> RasterFacts:
        facts = self.raster.facts
        if facts is None:
            raise BadRaster(tr("Choose a raster first."))
        return facts

    def _options(self, facts: RasterFacts) -> dict[str, Any]:
        options = self.advanced.options()
        if facts.is_web and options["resolution"] is None:
            options["resolution"] = self._map_resolution_m()
        distractors = self.classes.distractors()
        return {**options, "distractors": distractors, "unsure": settings.unsure, "min_area": settings.min_area}

    def _size(self, facts: RasterFacts, area: object, options: dict[str, Any]) -> WorkSize:
        return work_size(facts, area, options, self._finest_m())

    def _finest_m(self) -> float:
        model = self.advanced.model_facts()
        return model.resolutions_m[0] if model and model.resolutions_m else 0.0

    def _map_resolution_m(self) -> float:
        """Ground resolution of the map on the screen, m/px, but no finer than the model can use."""
        settings_of_map = self._canvas.mapSettings()
        step = settings_of_map.mapUnitsPerPixel()
        along = metres_per_unit(settings_of_map.destinationCrs(), self._canvas.center(), step, step) or (1.0, 1.0)
        return float(f"{max(step * min(along), self._finest_m()):.2g}")

    def _advice(self, facts: RasterFacts) -> tuple[str, str]:
        """What should be known about the raster before a run, and of what kind it is."""
        if facts.is_web:
            resolution = self.advanced.options()["resolution"] or self._map_resolution_m()
            return tr(
                "This web map is copied first, at {resolution} per pixel and {limit} megapixels at most. Check that "
                "its provider allows that.",
                resolution=format_resolution(resolution),
                limit=round(settings.web_limit_px / 1e6),
            ), "info"
        model = self.advanced.model_facts()
        if model is None or model.resolutions_m is None or facts.resolution_m is None:
            return "", "info"
        finest, coarsest = model.resolutions_m
        if facts.resolution_m > coarsest * 1.01:
            return tr(
                "Pixels of {resolution} are coarser than the model knows ({coarsest}): expect rough results.",
                resolution=format_resolution(facts.resolution_m),
                coarsest=format_resolution(coarsest),
            ), "warning"
        if facts.resolution_m < finest * 0.99 and self.advanced.options()["resolution"] is None:
            return tr("The model looks at this raster at {finest} per pixel.", finest=format_resolution(finest)), "info"
        return "", "info"

    def _show_size(self, facts: RasterFacts | None) -> bool:
        """Show how large the area is, or why it cannot be one; says whether it can."""
        if facts is None:
            self.area.size.clear_text()
            return False
        try:
            size = self._size(facts, self.area.area(as_box=True), self._options(facts))
        except SoftSegError as error:
            self.area.size.show_text(error.text, "warning")
            return False
        self.area.size.show_text(size.text(settings.device, settings.model), "plain")
        self.area.size.setToolTip(size.details())
        return True

    def _show_idle(self, facts: RasterFacts | None, fits: bool) -> None:
        """Say what is missing, one thing at a time; about the raster its own section does."""
        has_both = facts is not None and self.classes.has_classes
        text = "" if facts is None or has_both else tr("Type at least one class to look for.")
        self.run_bar.show_idle(can_preview=has_both, can_segment=has_both and fits, missing=text)

    def _take_raster(self) -> None:
        self.advanced.set_raster(self.raster.layer)
        self._settle.start()

    def _connect(self) -> None:
        self.raster.changed.connect(self._take_raster)
        self.area.changed.connect(self._settle.start)
        self.classes.edited.connect(self.refresh)
        self.advanced.changed.connect(self._settle.start)
        self._canvas.extentsChanged.connect(self._settle.start)

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.setColumnStretch(1, 1)
        top.setVerticalSpacing(10)
        for row, (text, box, focus) in enumerate(
            ((tr("Raster"), self.raster, self.raster.list), (tr("Area"), self.area, self.area.radios["view"]))
        ):
            label = QLabel(f"<b>{text}</b>")
            label.setBuddy(focus)
            top.addWidget(label, row, 0)
            top.addWidget(box, row, 1)
            top.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(10)
        column.addLayout(top)
        for box in (self.classes, self.output, self.advanced, self.result):
            column.addWidget(box)
        column.addStretch()
        self._scroll = ColumnScroll(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        layout.addWidget(line)
        foot = QVBoxLayout()
        foot.setContentsMargins(9, 6, 9, 9)
        foot.addWidget(self.run_bar)
        layout.addLayout(foot)
