"""A run as the toolbox starts it: in a background thread, with results that are dressed in the main one."""

from __future__ import annotations

import gc
import threading

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsPalettedRasterRenderer, QgsProcessingAlgRunnerTask, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer

from softseg_qgis.core.protocol import Done
from softseg_qgis.layers.results import run_of


@pytest.fixture
def threads(monkeypatch):
    """Stand in for the engine; gives the threads that asked it."""
    asked = []

    def write(_op, job, _feedback):
        asked.append(threading.current_thread())
        for path, kind in ((job.output, gdal.GDT_Byte), (job.confidence, gdal.GDT_Float32)):
            dataset = gdal.GetDriverByName("GTiff").Create(path, 4, 4, 1, kind)
            dataset.GetRasterBand(1).Fill(1)
            dataset = None
        return Done({"classes": job.output, "confidence": job.confidence}, {"tiles": 1})

    monkeypatch.setattr("softseg_qgis.engine.blocking.run_task", write)
    return asked


def run_in_background(name, parameters, context, feedback):
    """Run an algorithm as the dialog of the toolbox does; gives whether it succeeded, and its results."""
    loop, ends = QEventLoop(), []
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda succeeded, results: (ends.append((succeeded, results)), loop.quit()))
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    return ends[0]


def test_run_works_in_another_thread_and_every_result_is_dressed(
    processing, threads, make_ortho, context, feedback, tmp_path
):
    from processing.gui.Postprocessing import handleAlgorithmResults
    from qgis.core import QgsProcessingOutputLayerDefinition

    parameters = {"INPUT": make_ortho(), "CLASSES": "roof #d7191c; tree #1a9641"}
    for name in ("OUTPUT", "OUTPUT_CONFIDENCE"):
        parameters[name] = QgsProcessingOutputLayerDefinition(str(tmp_path / f"{name}.tif"), QgsProject.instance())
    succeeded, _ = run_in_background("softseg:segmentraster", parameters, context, feedback)
    assert succeeded, feedback.said
    assert threads
    assert threading.main_thread() not in threads
    gc.collect()
    algorithm = QgsApplication.processingRegistry().algorithmById("softseg:segmentraster")
    assert handleAlgorithmResults(algorithm, context, feedback)
    layers = QgsProject.instance().mapLayers().values()
    assert sorted(run_of(layer).op for layer in layers) == ["segment", "segment"]
    (raster,) = (layer for layer in layers if isinstance(layer.renderer(), QgsPalettedRasterRenderer))
    assert [each.label for each in raster.renderer().classes()] == ["roof", "tree"]


def test_same_algorithm_can_run_often_with_each_result_dressed(processing, threads, make_ortho):
    for _ in range(3):
        processing.runAndLoadResults(
            "softseg:segmentraster",
            {
                "INPUT": make_ortho(),
                "CLASSES": "roof; tree",
                "OUTPUT": "TEMPORARY_OUTPUT",
                "OUTPUT_CONFIDENCE": "TEMPORARY_OUTPUT",
            },
        )
        gc.collect()
    layers = QgsProject.instance().mapLayers().values()
    assert len(layers) == 6
    assert all(run_of(layer) for layer in layers)
