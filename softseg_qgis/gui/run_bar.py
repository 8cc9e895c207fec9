"""The bar at the foot of the panel: Preview Here and Segment, and the progress of what they have begun."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from ..core.protocol import Progress, Stage
from ..i18n import tr
from ..paths import resource
from .hint_label import HintLabel
from .push_button import push_button


class RunBar(QWidget):
    """Asks for runs and shows them; what is missing before one is said in a line above."""

    preview_wanted = pyqtSignal()
    segment_wanted = pyqtSignal()
    cancel_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.missing = HintLabel()
        self.preview = push_button(tr("Preview Here"), "softsegPreview", self.preview_wanted.emit)
        self.preview.setToolTip(tr("Segment about 1000 × 1000 pixels in the middle of the map, into a temporary layer"))
        self.segment = push_button(tr("Segment"), "softsegSegment", self.segment_wanted.emit)
        self.segment.setToolTip(tr("Segment the area into the classes (Ctrl+Enter)"))
        self.segment.setIcon(QIcon(str(resource("icons", "softseg.svg"))))
        self.segment.setDefault(True)
        self.cancel = push_button(tr("Cancel"), "softsegCancel", self.cancel_wanted.emit)
        self.cancel.setToolTip(tr("Stop the run (Esc)"))
        self.bar, self.doing = QProgressBar(), QLabel()
        self.bar.setAccessibleName(tr("Progress of the run"))
        self.bar.setTextVisible(False)
        self._stage = ""
        self._lay_out()
        self._show_running(False)

    @property
    def is_running(self) -> bool:
        """Whether a run is shown."""
        return not self.cancel.isHidden()

    def show_idle(self, can_preview: bool, can_segment: bool, missing: str = "") -> None:
        """Wait for a click, where there is all that is needed; say what is missing otherwise."""
        self.missing.show_text(missing)
        self.preview.setEnabled(can_preview)
        self.segment.setEnabled(can_segment)

    def show_ended(self) -> None:
        """The run is over."""
        self._show_running(False)

    def show_running(self, text: str) -> None:
        """A run has begun: nobody knows yet how long it takes."""
        self._show_running(True)
        self._stage = ""
        self._show_busy(text)

    def show_stage(self, stage: Stage) -> None:
        """A new part of the run."""
        if stage.name != self._stage:
            self._stage = stage.name
            self._show_busy(_stage_text(stage))

    def show_progress(self, progress: Progress) -> None:
        """So much of the part is done."""
        if progress.total <= 0:
            return
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        if self._stage == "segment":
            text = tr("{done} of {total} tiles", done=progress.done, total=progress.total)
        else:
            text = tr("{percent} %", percent=round(100 * progress.done / progress.total))
        if progress.eta_s is not None and progress.done < progress.total:
            text = f"{text} · {tr('{time} left', time=format_clock(progress.eta_s))}"
        self.doing.setText(text)

    def show_cancelling(self) -> None:
        """The run was told to stop and has not yet."""
        self.cancel.setEnabled(False)
        self._show_busy(tr("Stopping…"))

    def _show_busy(self, text: str) -> None:
        self.bar.setRange(0, 0)
        self.doing.setText(text)

    def _show_running(self, on: bool) -> None:
        for widget in (self.bar, self.doing, self.cancel):
            widget.setVisible(on)
        for widget in (self.preview, self.segment):
            widget.setVisible(not on)
        self.cancel.setEnabled(on)
        self.missing.clear_text()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.preview, 1)
        buttons.addWidget(self.segment, 1)
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.missing)
        column.addWidget(self.doing)
        column.addLayout(buttons)
        column.addLayout(running)


def format_clock(seconds: float) -> str:
    """A time left as a clock shows it: `0:41`, `1:02:10`."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _stage_text(stage: Stage) -> str:
    """What the engine is doing, in the user's language."""
    known = {
        "copy": tr("Copying the map…"),
        "start": tr("Starting the engine…"),
        "raster": tr("Looking at the raster…"),
        "model": tr("Loading the model…"),
        "texts": tr("Reading the class names…"),
        "segment": tr("Segmenting…"),
        "polygons": tr("Drawing polygons…"),
        "decide": tr("Deciding…"),
        "report": tr("Writing the report…"),
    }
    return known.get(stage.name, stage.text)
