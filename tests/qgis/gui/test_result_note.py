"""What the Last Result box says of a result beside its figures."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from softseg_qgis.core.protocol import Done
from softseg_qgis.gui.result import Decision, Result
from softseg_qgis.gui.result_box import ResultBox


def note_of(stats, outputs):
    box = ResultBox()
    box.show_result(Result(SimpleNamespace(name="ortho"), outputs, stats, Decision(), {}))
    return box.note.label.text()


COSTS = {"classes": "/data/classes.tif", "costs": "/data/costs.tif"}
UNTRAINED = {"training_free": True, "model": "GeoRSCLIP ViT-B/32 5f2a-value"}


def test_a_model_without_a_trained_network_is_said():
    note = note_of(UNTRAINED, COSTS)
    assert note.startswith("GeoRSCLIP ViT-B/32 segments as it is, without a network trained on it: expect blobs")


@pytest.mark.parametrize("stats", [{}, {"training_free": False, "model": "starter 0123456789ab"}])
def test_of_a_trained_model_nothing_is_said(stats):
    assert note_of(stats, COSTS) == ""


def test_it_stands_beside_what_else_there_is_to_say():
    stats = {**UNTRAINED, "areas": {"classes": [], "unlabelled_share": 0.25}}
    unlabelled, model = note_of(stats, COSTS).split(" · ")
    assert unlabelled.startswith("25")
    assert "segments as it is" in model


def test_it_stays_when_the_costs_are_decided_anew():
    before = Result(SimpleNamespace(name="ortho"), COSTS, UNTRAINED, Decision(), {})
    assert before.decided(Decision(unsure=0.5), Done({}, {"areas": {}})).untrained_model == "GeoRSCLIP ViT-B/32"
