"""The Last Result section: shares and balance of the classes, and what can be done with the result."""

from __future__ import annotations

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .hint_label import HintLabel
from .learn_job import Learnt
from .push_button import push_button
from .result import Decision, Result
from .section import Section
from .share_rows import ShareRows, format_share
from .threshold_line import ThresholdLine

_LONGEST_NAME = 28
_LARGEST_PATCH_M2 = 1e9
_MUCH_UNLABELLED = 0.001


class ResultBox(Section):
    """Shows a `Result` and asks for what is to become of it; hidden while there is none."""

    apply_wanted = pyqtSignal(object)  # a Decision
    undo_wanted = pyqtSignal()
    polygons_wanted = pyqtSignal()
    report_wanted = pyqtSignal()
    learn_wanted = pyqtSignal()
    again_wanted = pyqtSignal()
    classes_wanted = pyqtSignal()
    command_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Last Result"), "softsegResult", parent)
        self._result: Result | None = None
        self.rows = ShareRows()
        self.note = HintLabel()
        self.min_area = _spin(_LARGEST_PATCH_M2, 1, tr(" m²"), tr("Smaller patches go to the classes around them"))
        self.min_area.setSpecialValueText(tr("any size"))
        self.unsure = _spin(1, 2, "", tr("Where the model is less sure than this, 0 to 1, no class is shown"))
        self.unsure.setSingleStep(0.05)
        self.unsure.setSpecialValueText(tr("never"))
        self.thresholds = ThresholdLine()
        self.apply = push_button(tr("Apply"), "softsegApply", self._apply)
        self.undo = push_button(tr("Undo"), "softsegUndo", self.undo_wanted.emit)
        self.learn = push_button(tr("Learn from My Polygons…"), "softsegLearn", self.learn_wanted.emit)
        self.learn.setToolTip(tr("Finds the balance that fits polygons whose class you know"))
        self.polygons = push_button(tr("To Polygons…"), "softsegToPolygons", self.polygons_wanted.emit)
        self.report = push_button(tr("Report…"), "softsegReport", self.report_wanted.emit)
        self.report.setToolTip(tr("A web page with map, areas and what made them"))
        self.again = self._again_button()
        self._decide = QWidget()
        self._lay_out()
        fields = (self.min_area.valueChanged, self.unsure.valueChanged, self.thresholds.changed)
        for signal in (self.rows.changed, *fields):
            signal.connect(lambda *_: self._show_state())
        self.hide()

    @property
    def result(self) -> Result | None:
        """The result that is shown."""
        return self._result

    def show_result(self, result: Result) -> None:
        """Show a result."""
        self._result = result
        can_decide = "costs" in result.outputs
        self.min_area.setValue(result.decision.min_area)
        self.unsure.setValue(result.decision.unsure)
        self.thresholds.set_values(result.decision.thresholds)
        self.rows.show_classes(result.shares, result.decision.balance, can_decide)
        self._decide.setVisible(can_decide)
        self._show_note(can_decide)
        self.setTitle(tr("Last Result: {name}", name=_short(result.order.name)))
        self._show_state()
        if self.isCollapsed():  # QGIS paints the box anew for either
            self.setCollapsed(False)
        self.show()

    def take_learnt(self, learnt: Learnt) -> None:
        """Move the sliders to what was learnt from polygons, show the thresholds, and say what it is worth."""
        if learnt.balance or learnt.thresholds:
            self.rows.set_balance(learnt.balance)
            self.thresholds.set_values(learnt.thresholds)
        self.note.show_text(learnt.text)

    def forget(self) -> None:
        """Show nothing any more."""
        self._result = None
        self.hide()

    def set_running(self, on: bool) -> None:
        """While something runs, nothing can be asked for."""
        self._is_running = on
        self._show_state()

    def decision(self) -> Decision:
        """How the sliders and fields say that the costs should be decided."""
        return Decision(self.rows.balance(), self.unsure.value(), self.min_area.value(), self.thresholds.values())

    _is_running = False

    def _apply(self) -> None:
        self.apply_wanted.emit(self.decision())

    def _show_state(self) -> None:
        idle = self._result is not None and not self._is_running
        self.apply.setEnabled(idle and self.decision() != self._result.decision)
        self.undo.setEnabled(idle and self._result.before is not None)
        self.polygons.setEnabled(idle)
        self.learn.setEnabled(idle)
        self.report.setEnabled(idle)
        self.again.setEnabled(idle)

    def _show_note(self, can_decide: bool) -> None:
        unlabelled = self._result.unlabelled_share
        parts = [tr("{share} unlabelled or without data", share=format_share(unlabelled))]
        parts = parts if unlabelled >= _MUCH_UNLABELLED else []
        parts += [] if can_decide else [tr("The disk has too little room for costs, so this cannot be decided again.")]
        if self._result.untrained_model:
            parts.append(
                tr(
                    "{model} segments as it is, without a network trained on it: expect blobs rather than outlines.",
                    model=self._result.untrained_model,
                )
            )
        self.note.show_text(" · ".join(parts))

    def _copy_areas(self) -> None:
        """Copy the shares as a table that spreadsheets take."""
        lines = ["\t".join((tr("Class"), tr("Share"), tr("Area (m²)")))]
        for each in self._result.shares:
            area = "" if each.area_m2 is None else f"{each.area_m2:.1f}"
            lines.append("\t".join((each.name, f"{each.share:.6f}", area)))
        QApplication.clipboard().setText("\n".join(lines))

    def _again_button(self) -> QToolButton:
        menu = QMenu(self)
        menu.addAction(tr("Use the Classes of This Run")).triggered.connect(lambda _: self.classes_wanted.emit())
        menu.addAction(tr("Copy Areas")).triggered.connect(lambda _: self._copy_areas())
        menu.addAction(tr("Copy as Processing Command")).triggered.connect(lambda _: self.command_wanted.emit())
        button = QToolButton()
        button.setObjectName("softsegRunAgain")
        button.setText(tr("Run Again"))
        button.setToolTip(tr("The same raster, area and options with the classes as they are now"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setMenu(menu)
        button.clicked.connect(lambda _checked: self.again_wanted.emit())
        return button

    def _lay_out(self) -> None:
        fields = QGridLayout(self._decide)
        fields.setContentsMargins(0, 0, 0, 0)
        for row, (text, widget) in enumerate(
            ((tr("Smallest patch"), self.min_area), (tr("Unlabelled below"), self.unsure))
        ):
            label = QLabel(text)
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            fields.addWidget(label, row, 0)
            fields.addWidget(widget, row, 1)
        fields.setColumnStretch(1, 1)
        fields.addWidget(self.apply, 0, 2)
        fields.addWidget(self.undo, 1, 2)
        fields.addWidget(self.thresholds, 2, 0, 1, 3)
        fields.addWidget(self.learn, 3, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        after = QHBoxLayout()
        after.addWidget(self.polygons)
        after.addWidget(self.report)
        after.addStretch()
        after.addWidget(self.again)
        column = QVBoxLayout(self)
        column.addWidget(self.rows)
        column.addWidget(self.note)
        column.addWidget(self._decide)
        column.addLayout(after)


def _short(name: str) -> str:
    """A name that fits into the title."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _spin(most: float, decimals: int, suffix: str, tip: str) -> QgsDoubleSpinBox:
    box = QgsDoubleSpinBox()
    box.setRange(0, most)
    box.setDecimals(decimals)
    box.setSuffix(suffix)
    box.setClearValueMode(QgsDoubleSpinBox.ClearValueMode.MinimumValue)
    box.setToolTip(tip)
    return box
