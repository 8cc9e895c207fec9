"""The page of the first start: how SoftSeg comes by its engine. Nothing is downloaded before Install is pressed."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..engine.found import is_outdated
from ..engine.install import Installer, Outcome
from ..engine.report import make_report
from ..i18n import tr
from ..settings import settings
from .push_button import push_button
from .setup_choices import SetupChoices, Way

_COPIED_MS = 2000


class SetupPage(QWidget):
    """Asks how, installs or takes over, and shows how it went."""

    busy_changed = pyqtSignal(bool)
    engine_changed = pyqtSignal()  # another engine is in use now
    ready = pyqtSignal()  # and the user wants to go on with it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("softsegSetupPage")
        self._installer = Installer(self)
        self._installer.progressed.connect(self._show_progress)
        self._installer.ended.connect(self._show_outcome)
        self._outcome: Outcome | None = None
        self._choices = SetupChoices()
        self._sources = _text_label()
        self._progress, self._doing = QProgressBar(), _text_label()
        self._icon, self._result = QLabel(), _text_label()
        self._go = push_button("", "softsegSetupGo", self._press_go)
        self._cancel = push_button(tr("Cancel"), "softsegSetupCancel", self._installer.cancel)
        self._copy = push_button(tr("Copy Report"), "softsegSetupReport", self._copy_report)
        self._copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied.timeout.connect(lambda: self._copy.setText(tr("Copy Report")))
        self._lay_out()
        self._choices.changed.connect(self._show_plan)
        self._show_plan()
        self._show_state()

    @property
    def is_busy(self) -> bool:
        """Whether a set-up is under way."""
        return self._installer.is_running

    def stop(self) -> None:
        """Break off what is under way; leaves no process."""
        self._installer.stop()

    # --------------------------------------------------------------------------------------------- what it does

    def _press_go(self) -> None:
        if self._outcome is not None and self._outcome.engine is not None:
            self.ready.emit()
            self._show_plan()  # the page may be called up again, to set up another one
            self._show_state()
            return
        self._outcome = None
        plan, python = self._choices.plan(), self._choices.python
        if self._choices.way is Way.OWN and python is not None:
            self._installer.adopt(python, self._choices.device)
        elif plan is not None:
            self._installer.install(plan)
        self._show_state()

    def _copy_report(self) -> None:
        probe = self._outcome.probe if self._outcome else None
        QApplication.clipboard().setText(make_report(probe, self._installer.log))
        self._copy.setText(tr("Copied"))
        self._copied.start()

    # -------------------------------------------------------------------------------------------- what it shows

    def _show_plan(self) -> None:
        """Say what would be done, how much that is, and whether it can be done."""
        plan = self._choices.plan()
        self._choices.show_size(plan)
        sources = [] if plan is None or not plan.disk else plan.sources
        self._sources.setText("\n\n".join(f"{each.part}\n{each.place}" for each in sources) or tr("Nothing."))
        self._outcome = None
        obstacle = plan.obstacle if plan else ""
        self._show_result(obstacle)
        is_chosen = bool(self._choices.python) if self._choices.way is Way.OWN else plan is not None and not obstacle
        self._go.setEnabled(is_chosen)
        self._go.setText(tr("Try and Use") if self._choices.way is Way.OWN else tr("Install"))
        self._copy.hide()

    def _show_progress(self, percent: int, text: str) -> None:
        self._progress.setValue(percent)
        self._doing.setText(text)

    def _show_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        if outcome.engine is not None:
            settings.device = self._choices.device
            self.engine_changed.emit()
            seconds = _duration(outcome.seconds)
            text = tr(
                "Engine ready: it computes on {device}; set up in {time}.", device=outcome.engine.device, time=seconds
            )
            self._show_result(text, "/mIconSuccess.svg")
            self._go.setText(tr("Continue"))
        elif outcome.is_cancelled:
            self._show_result(tr("Cancelled; nothing was changed."), "")
        else:
            self._show_result(outcome.text)
        self._copy.setVisible(not outcome.is_cancelled)
        self._show_state()

    def _show_result(self, text: str, icon: str = "/mIconWarning.svg") -> None:
        size = self.fontMetrics().height()
        self._icon.setVisible(bool(text and icon))
        self._icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(size, size))
        self._result.setText(text)
        self._result.setVisible(bool(text))

    def _show_state(self) -> None:
        is_busy = self.is_busy
        is_done = self._outcome is not None and self._outcome.engine is not None
        self._choices.setEnabled(not is_busy and not is_done)
        for each in (self._progress, self._doing, self._cancel):
            each.setVisible(is_busy)
        self._go.setVisible(not is_busy)
        self.busy_changed.emit(is_busy)
        if is_busy:
            self._show_result("")
            self._copy.hide()
        elif is_done:
            self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        intro = _text_label(_intro())
        column.addWidget(intro)
        column.addWidget(self._choices)
        column.addWidget(self._details_box())
        column.addLayout(_row(self._icon, self._result))
        column.addLayout(_row(None, self._copy, self._go))
        column.addWidget(self._doing)
        column.addLayout(_row(self._progress, self._cancel))
        column.addStretch(1)
        self._progress.setAccessibleName(tr("Progress of the set-up"))
        self._go.setDefault(True)

    def _details_box(self) -> QWidget:
        box = QgsCollapsibleGroupBox(tr("What is downloaded, and from where"))
        box.setSaveCollapsedState(False)
        box.setCollapsed(True)
        QVBoxLayout(box).addWidget(self._sources)
        return box


def _intro() -> str:
    if is_outdated():
        return tr("This SoftSeg needs a newer engine than the one that is installed. QGIS itself is not changed.")
    return tr("SoftSeg needs an engine of its own: Python with PyTorch and rasterio. QGIS itself is not changed.")


def _text_label(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None pushes apart."""
    row = QHBoxLayout()
    for each in widgets:
        row.addStretch() if each is None else row.addWidget(each)
    return row


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return (
        tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest) if minutes else tr("{seconds} s", seconds=rest)
    )
