"""What happens inside a QGIS that has the zip installed: run by `qgis --code`, tells what it saw in a JSON file.

The environment says what to do: SOFTSEG_TEST_RASTER, SOFTSEG_TEST_REPORT (the JSON file), SOFTSEG_TEST_RELOADS.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from qgis.PyQt.QtWidgets import QAction, QDockWidget
from qgis.utils import iface, loadPlugin, plugin_times, plugins, startPlugin, unloadPlugin

PLUGIN = "softseg_qgis"
ERRORS = []  # what QGIS would show in a window
PATIENCE_S = 400


def wait_for(condition, seconds=PATIENCE_S):
    """Let QGIS go on until the condition holds; gives whether it does."""
    loop, limit, check = QEventLoop(), QTimer(), QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    check.timeout.connect(lambda: loop.quit() if condition() else None)
    limit.start(int(1000 * seconds))
    check.start(50)
    if not condition():
        loop.exec()
    return bool(condition())


def settle():
    """Let what was given up be deleted."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def panel():
    return iface.mainWindow().findChild(QDockWidget, "SoftSegDock")


def open_panel():
    iface.mainWindow().findChild(QAction, "SoftSegShowPanel").setChecked(True)
    wait_for(lambda: panel() is not None and panel().isVisible(), 30)
    return panel()


def worker():
    from softseg_qgis.engine.worker import Worker

    return iface.mainWindow().findChild(Worker)


def is_alive(pid):
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def traces():
    """Everything of the plugin that QGIS holds."""
    window = iface.mainWindow()
    menus = [*iface.rasterMenu().actions(), *iface.pluginHelpMenu().actions(), *iface.pluginToolBar().actions()]
    found = [f"menu {each.text()}" for each in menus if "SoftSeg" in each.text()]
    found += [each.objectName() for each in window.findChildren(QObject) if "softseg" in each.objectName().lower()]
    found += [type(each).__name__ for each in window.findChildren(QObject) if type(each).__module__.startswith(PLUGIN)]
    providers = QgsApplication.processingRegistry().providers()
    found += [f"provider {each.id()}" for each in providers if each.id() == "softseg"]
    return sorted(set(found))


def reload_plugin(requests):
    """Unload and load once, with the panel open and the engine running; gives what stayed in between."""
    open_panel()
    worker().warm_up()
    wait_for(lambda: worker().pid, 60)
    pid = worker().pid
    unloadPlugin(PLUGIN)
    settle()
    left = traces() + ([f"process {pid}"] if is_alive(pid) else [])
    before = len(requests)
    loadPlugin(PLUGIN)
    startPlugin(PLUGIN)
    return {"pid": pid, "left": left, "requests": requests[before:], "ms": 1000 * float(plugin_times[PLUGIN][:-1])}


def segment(raster):
    """Segment the raster in the panel, as the user does; gives the rasters that it leaves."""
    from softseg_qgis.core.classes import parse_classes

    layer = QgsRasterLayer(raster, "town")
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    dock = open_panel()
    dock.set_raster(layer)
    dock.set_classes(parse_classes("dark #112233; bright #ddeeff"))
    dock.segment()
    wait_for(lambda: len(QgsProject.instance().mapLayers()) > 1 and not worker().is_busy)
    made = [each for each in QgsProject.instance().mapLayers().values() if each.id() != layer.id()]
    return [
        (each.name(), each.width(), each.height(), each.extent().toString(0), each.renderer().type())
        for each in made
        if isinstance(each, QgsRasterLayer)
    ]


def look():
    """All that the test wants to know."""
    requests = []
    QgsNetworkAccessManager.instance().requestAboutToBeCreated["QgsNetworkRequestParameters"].connect(
        lambda request: requests.append(request.request().url().toString())
    )
    seen = {"plugin": sys.modules[PLUGIN].__file__, "started": PLUGIN in plugins, "ms": plugin_times[PLUGIN]}
    seen["hung_in"] = traces()
    seen["reloads"] = [reload_plugin(requests) for _ in range(int(os.environ["SOFTSEG_TEST_RELOADS"]))]
    seen["layers"] = segment(os.environ["SOFTSEG_TEST_RASTER"])
    seen["pid"] = worker().pid
    seen["modules"] = sorted({name.split(".")[0] for name in sys.modules})
    iface.mainWindow().grab().save(f"{os.environ['SOFTSEG_TEST_REPORT']}.png")
    return seen


def note_error(kind, value, trace):
    ERRORS.append("".join(traceback.format_exception(kind, value, trace)))


def run():
    sys.excepthook = note_error
    try:
        seen = {**look(), "errors": ERRORS}
    except Exception:
        seen = {"error": traceback.format_exc()}
    Path(os.environ["SOFTSEG_TEST_REPORT"]).write_text(json.dumps(seen), encoding="utf-8")
    QgsProject.instance().clear()  # or QGIS asks whether temporary layers may go
    iface.actionExit().trigger()


QTimer.singleShot(500, run)
