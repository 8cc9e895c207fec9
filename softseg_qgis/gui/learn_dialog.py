"""Asks which polygons to learn from, and which of their fields says what they are."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ..core.classes import name_key
from ..i18n import tr
from .hint_label import HintLabel

_WIDTH_PX = 420
_LOOKED_AT = 200  # polygons; enough to see what a field holds


class LearnDialog(QDialog):
    """Chooses a polygon layer of the project and its class field.

    Args:
        names: the classes of the result.
        parent: the window it belongs to.
    """

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {name_key(name): name for name in names}
        self.setWindowTitle(tr("Learn from My Polygons"))
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.fields = QgsFieldComboBox()
        self.hint = HintLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.layers.layerChanged.connect(lambda _: self._take_layer())
        self.fields.fieldChanged.connect(lambda _: self._show_state())
        self._take_layer()

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The chosen layer."""
        return self.layers.currentLayer()

    @property
    def field(self) -> str:
        """The chosen field; empty: none."""
        return self.fields.currentField()

    def _take_layer(self) -> None:
        """Offer the layer's fields, first of all one that names our classes."""
        self.fields.setLayer(self.layer)
        names = [field.name() for field in self.layer.fields()] if self.layer is not None else []
        fitting = (name for name in names if self._known(name))
        self.fields.setField(next(fitting, names[0] if names else ""))
        self._show_state()

    def _show_state(self) -> None:
        ready = self.layer is not None and bool(self.field)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)
        if self.layer is None:
            self.hint.show_text(
                tr("Draw polygons first: a few for each class, with a text field for its name."), "warning"
            )
        elif not ready or not self._known(self.field):
            self.hint.show_text(
                tr("No polygon has one of the classes in this field: {names}.", names=", ".join(self._names.values())),
                "warning",
            )
        else:
            self.hint.clear_text()
        self.adjustSize()

    def _known(self, field: str) -> bool:
        """Whether a field names any of our classes, among the first polygons."""
        place = self.layer.fields().lookupField(field)
        if place < 0:
            return False
        return any(name_key(str(value)) in self._names for value in self.layer.uniqueValues(place, _LOOKED_AT))

    def _lay_out(self) -> None:
        about = QLabel(
            tr(
                "Finds the balance with which the classes fit polygons whose class you know. Draw two or more for "
                "each class, better five, all over the raster. What is learnt holds for this raster alone."
            )
        )
        about.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("Polygons"), self.layers)
        form.addRow(tr("Class field"), self.fields)
        self.setMinimumWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addWidget(self._buttons)
