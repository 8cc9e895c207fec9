"""Segmenting from QGIS's locator bar: `seg water, road` runs, `seg` alone or a word lists the presets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from ..core.classes import ClassList, parse_classes
from ..core.errors import BadClasses
from ..i18n import tr
from ..paths import resource
from .presets import load_presets
from .typed_classes import class_text


class SegmentFilter(QgsLocatorFilter):
    """Offers to segment into the classes that are typed.

    Args:
        segment: takes class text, in the main thread.
    """

    def __init__(self, segment: Callable[[str], None]) -> None:
        super().__init__()
        self._segment = segment
        self._icon = QIcon(str(resource("icons", "softseg.svg")))

    def clone(self) -> SegmentFilter:
        """A filter of the same kind, for the thread that searches."""
        return SegmentFilter(self._segment)

    def name(self) -> str:
        """The name for QGIS, never shown and never changed."""
        return "softseg"

    def displayName(self) -> str:
        """The name in the locator's list of filters."""
        return tr("Segment into classes (SoftSeg)")

    def prefix(self) -> str:
        """What is typed first."""
        return "seg"

    def flags(self) -> QgsLocatorFilter.Flags:
        """Answer at once: nothing here takes time."""
        return QgsLocatorFilter.Flag.FlagFast

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Offer what is typed as a run, and the presets whose name it begins; without the prefix, nothing."""
        if not context.usingPrefix:
            return
        for place, (title, description, classes) in enumerate(_offers(string.strip())):
            if feedback.isCanceled():
                return
            result = QgsLocatorResult(self, title, classes.to_text())
            result.description = description
            result.icon = self._icon
            result.score = 1 / (1 + place)  # keeps this order
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Start what was chosen."""
        self._segment(result.userData)


def _offers(text: str) -> Iterator[tuple[str, str, ClassList]]:
    """Title, description and classes of each line to show."""
    presets = [each for each in load_presets() if each.title.casefold().startswith(text.casefold())]
    typed = _typed_classes(text)
    if typed is not None and text.casefold() not in (each.title.casefold() for each in presets):
        yield tr("Segment into {classes}", classes=", ".join(typed.names)), tr("The raster of the panel"), typed
    for preset in presets:
        yield tr("{name} (preset)", name=preset.title), ", ".join(preset.classes.names), preset.classes


def _typed_classes(text: str) -> ClassList | None:
    """The classes that are typed after the prefix; None while they are none."""
    try:
        return parse_classes(class_text(text))
    except BadClasses:
        return None
