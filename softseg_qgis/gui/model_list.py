"""A list to choose a model from: shipped, downloaded, and of one's own."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..i18n import tr
from ..models import ModelFacts, find_model, known_models


class ModelList(QComboBox):
    """Offers every model that can be used at once; one that was chosen and is gone is shown as its name alone."""

    def __init__(self, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Model"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if value:
            self.offer(value)

    def value(self) -> str:
        """What a job names the chosen model by."""
        return self.currentData() or ""

    def facts(self) -> ModelFacts | None:
        """What is known of the chosen model; None where it is not there."""
        return find_model(self.value())

    def offer(self, value: str) -> None:
        """Look again which models there are, and choose one; it says so once, where the choice has changed."""
        before = self.value()
        models = known_models()
        if value not in (facts.value for facts in models):
            models.append(find_model(value) or ModelFacts(value, value, None, ""))
        self.blockSignals(True)
        self.clear()
        for facts in models:
            self.addItem(facts.title, facts.value)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)
        if self.value() != before:
            self.currentIndexChanged.emit(self.currentIndex())
