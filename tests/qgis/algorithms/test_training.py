"""Training from QGIS: a raster and polygons, to a model that can be chosen; mostly without an engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)

from softseg_qgis.core.protocol import Done
from softseg_qgis.models import own_models
from softseg_qgis.processing import train_model

RECIPE = """
dim = 32
steps = 2
align_steps = 1
batch = 2
crop = 64
classes = [2, 3]

[network]
cost_width = 8
heads = 2
layers = 1
window = 4
text_hidden = 16
pyramid_width = 8
stage_widths = [8, 8, 4]
stage_cost_dim = 8
detach_taps = false

[resolutions]
own = [0.5, 1.0]
"""


@pytest.fixture(autouse=True)
def clean_profile():
    yield
    QgsSettings().remove("softseg")


@pytest.fixture
def labels():
    """Two polygons on the raster: a roof in the west, trees in the east."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633&field=id:int&field=use:string", "labels", "memory")
    features = []
    for number, (west, use) in enumerate(((0, "building"), (55, "tree"))):
        feature = QgsFeature(layer.fields())
        x, y = 500_000 + west, 5_800_000
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y - 100, x + 45, y)))
        feature.setAttributes([number, use])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


@pytest.fixture
def recipe(tmp_path):
    path = tmp_path / "tiny.toml"
    path.write_text(RECIPE)
    return str(path)


@pytest.fixture
def jobs(monkeypatch):
    """What the engine was asked for; it writes a card, and says that it is done."""
    asked = []

    def ask(op, task, feedback):
        asked.append((op, task))
        card = {"name": "mine", "resolutions_m": [0.5, 1.0]}
        Path(task.output).mkdir(exist_ok=True)
        (Path(task.output) / "model.json").write_text(json.dumps(card))
        return Done({"model": task.output}, {"classes": ["building", "tree"], "revision": "abc"})

    monkeypatch.setattr(train_model, "ask_engine", ask)
    return asked


def test_the_engine_gets_the_polygons_as_a_file_and_the_model_is_on_offer(
    processing, make_ortho, labels, jobs, tmp_path
):
    values = {"INPUT": make_ortho(), "LABELS": labels, "FIELD": "use", "STEPS": 7, "DEVICE": "cpu"}
    made = processing.run("softseg:trainmodel", {**values, "NAME": "mine", "OUTPUT_FOLDER": str(tmp_path / "model")})
    ((op, job),) = jobs
    assert op == "train"
    assert (job.raster, job.field, job.steps, job.device) == (values["INPUT"], "use", 7, "cpu")
    assert (job.name, job.start, job.encoder, job.recipe, job.resume) == ("mine", "starter", "", None, False)
    written = QgsVectorLayer(job.labels, "labels", "ogr")
    assert written.crs().authid() == "EPSG:32633"
    assert [feature["use"] for feature in written.getFeatures()] == ["building", "tree"]
    assert sum(feature.geometry().area() for feature in written.getFeatures()) == pytest.approx(9000)
    assert (made["MODEL"], made["CLASSES"], made["REVISION"]) == (job.output, "building; tree", "abc")
    assert [facts.value for facts in own_models()] == [job.output]


def test_it_begins_with_a_trained_model_or_an_encoder(processing, make_ortho, labels, jobs, tmp_path):
    values = {"INPUT": make_ortho(), "LABELS": labels, "FIELD": "use"}
    for name, begin in (("first", "efficientnet_lite0"), ("second", str(tmp_path / "first"))):
        folder = str(tmp_path / name)
        processing.run("softseg:trainmodel", {**values, "BEGIN_WITH": begin, "OUTPUT_FOLDER": folder})
    first, second = (job for _, job in jobs)
    assert (first.start, first.encoder) == ("", "")
    assert (second.start, second.encoder) == (first.output, "")


def test_a_field_that_is_not_there_is_said(processing, make_ortho, labels, jobs, feedback, tmp_path):
    values = {"INPUT": make_ortho(), "LABELS": labels, "FIELD": "colour", "OUTPUT_FOLDER": str(tmp_path / "model")}
    with pytest.raises(QgsProcessingException):
        processing.run("softseg:trainmodel", values, feedback=feedback)
    assert any("no field “colour”" in said for said in feedback.said)
    assert jobs == []


@pytest.mark.parametrize("folder", ["TEMPORARY_OUTPUT", "below"])
def test_a_model_is_not_trained_into_a_folder_that_qgis_removes(processing, make_ortho, labels, jobs, folder):
    values = {"INPUT": make_ortho(), "LABELS": labels, "FIELD": "use"}
    values["OUTPUT_FOLDER"] = f"{QgsProcessingUtils.tempFolder()}/model" if folder == "below" else folder
    with pytest.raises(QgsProcessingException, match="choose a folder to keep the model in"):
        processing.run("softseg:trainmodel", values)
    assert jobs == []


def test_a_stopped_training_is_not_begun_anew_unasked(processing, make_ortho, labels, jobs, tmp_path):
    values = {"INPUT": make_ortho(), "LABELS": labels, "FIELD": "use", "OUTPUT_FOLDER": str(tmp_path / "model")}
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "training.pt").write_bytes(b"state")
    with pytest.raises(QgsProcessingException, match="switch on “Go on with a training that was stopped”"):
        processing.run("softseg:trainmodel", values)
    assert jobs == []
    processing.run("softseg:trainmodel", {**values, "RESUME": True})
    ((_, job),) = jobs
    assert job.resume


def test_a_model_that_is_passed_on_only_is_not_on_offer(provider, context, feedback, jobs):
    algorithm = provider.algorithm("trainmodel").create()
    algorithm._trained = f"{QgsProcessingUtils.tempFolder()}/model"
    Path(algorithm._trained).mkdir()
    (Path(algorithm._trained) / "model.json").write_text(json.dumps({"name": "mine", "resolutions_m": [0.5, 1.0]}))
    algorithm.postProcessAlgorithm(context, feedback)
    assert own_models() == []


def test_the_state_of_a_stopped_training_is_called_as_the_engine_calls_it():
    source = Path(__file__).resolve().parents[3] / "core" / "train" / "checkpoint.py"
    assert f'CHECKPOINT_FILE = "{train_model._STOPPED_TRAINING}"' in source.read_text(encoding="utf-8")


def test_what_the_engine_refuses_is_said_in_a_sentence(processing, make_ortho, labels, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    values = {"INPUT": make_ortho(), "LABELS": labels, "FIELD": "use", "OUTPUT_FOLDER": str(tmp_path)}
    with pytest.raises(QgsProcessingException, match="holds other files"):
        processing.run("softseg:trainmodel", values)
    assert own_models() == []


@pytest.mark.slow  # the words of the whole lexicon are read first, which takes minutes
def test_a_trained_model_segments(processing, make_ortho, labels, recipe, tmp_path, pixels):
    values = {"INPUT": make_ortho(), "LABELS": labels, "FIELD": "use", "RECIPE": recipe, "DEVICE": "cpu"}
    made = processing.run("softseg:trainmodel", {**values, "OUTPUT_FOLDER": str(tmp_path / "model")})
    values = {"INPUT": make_ortho(), "CLASSES": "building; tree", "MODEL_FOLDER": made["MODEL"], "DEVICE": "cpu"}
    segmented = processing.run("softseg:segmentraster", {**values, "OUTPUT": str(tmp_path / "classes.tif")})
    assert pixels(segmented["OUTPUT"]) <= {1, 2}
