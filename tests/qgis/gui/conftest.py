"""A window like QGIS's, a worker that says what the test wants, and small rasters."""

from __future__ import annotations

import html
import time
from itertools import count

import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeModel,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView, QgsMapCanvas, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QLabel, QMainWindow, QPushButton

from softseg_qgis.core.protocol import Done, Error, Stage
from softseg_qgis.gui.class_box import ClassBox
from softseg_qgis.gui.dock import SoftSegDock

gdal.UseExceptions()
NORTH_WEST = (500_000.0, 5_800_000.0)  # in UTM zone 33, on the central meridian
PIXEL_M = 0.5
_TURNS = 8  # more than an outcome takes


@pytest.fixture(autouse=True)
def _clean(qgis_app, qgis_new_project):
    """Every test begins with an empty project and without settings."""
    QgsSettings().remove("softseg")
    yield
    QgsSettings().remove("softseg")


class Iface(QObject):
    """What the panel uses of QGIS's windows, with real widgets behind."""

    currentLayerChanged = pyqtSignal("QgsMapLayer*")

    def __init__(self):
        super().__init__()
        self.window, self.canvas, self.bar = QMainWindow(), QgsMapCanvas(), QgsMessageBar()
        self.window.setCentralWidget(self.canvas)
        self.tree_model = QgsLayerTreeModel(QgsProject.instance().layerTreeRoot())
        self.tree = QgsLayerTreeView()
        self.tree.setModel(self.tree_model)
        self.add_raster = QAction("Add", self)
        self.active = None
        self.options_opened = []

    def activate(self, layer):
        self.active = layer
        self.currentLayerChanged.emit(layer)

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def activeLayer(self):
        return None if self.active is None or sip.isdeleted(self.active) else self.active

    def actionAddRasterLayer(self):
        return self.add_raster

    def showOptionsDialog(self, _parent, page):
        self.options_opened.append(page)

    def messages(self):
        """The sentences in the message bar."""
        labels = [item.findChild(QLabel, "softsegMessageText") for item in self.bar.items()]
        ours = [html.unescape(label.text().replace("<b>SoftSeg:</b> ", "")) for label in labels if label]
        return ours + [item.text() for item in self.bar.items() if item.text()]

    def press(self, name):
        """Press the button of that name in the message bar."""
        self.bar.currentItem().findChild(QPushButton, name).click()


class FakeWorker(QObject):
    """Notes what is asked; the test lets it say things."""

    said = pyqtSignal(str, object)
    busy_changed = pyqtSignal(bool)

    def __init__(self):
        super().__init__()
        self.asked = []
        self.cancelled = []
        self.restarts = 0
        self._ids = count(1)

    def ask(self, op, task=None):
        self.asked.append((op, task))
        self.last_id = f"r{next(self._ids)}"
        return self.last_id

    def cancel(self, request_id=""):
        self.cancelled.append(request_id)

    def warm_up(self):
        pass

    def stop(self, at_once=False):
        pass

    def restart(self):
        self.restarts += 1

    def log_lines(self):
        return ["a line of the log"]

    def say(self, event):
        self.said.emit(self.last_id, event)

    @property
    def job(self):
        return self.asked[-1][1]

    def finish(self, shares=None):
        """Do the last job, and let its outcome come to the screen, which takes it some turns of the event loop."""
        self.answer(shares)
        for _ in range(_TURNS):
            QCoreApplication.processEvents()

    def answer(self, shares=None):
        """Do the last job: a class raster of one class, and figures."""
        job = self.job
        outputs = {"classes": job.output}
        write_classes(job.output)
        for role in ("confidence", "costs"):
            if getattr(job, role, None):
                outputs[role] = getattr(job, role)
                write_classes(outputs[role])
        if hasattr(job, "classes"):
            self.classes = job.classes
        self.say(Stage("segment", "Segmenting"))
        self.say(Done(outputs, {"areas": areas(self.classes, shares)}))

    def fail(self, code="internal", text="It went wrong.", detail=""):
        self.say(Error(code, text, detail))


@pytest.fixture
def box():
    """The Classes section by itself, on the screen."""
    box = ClassBox(QgsProject.instance())
    box.resize(400, 500)
    box.show()
    yield box
    box.close()


def until(condition, seconds=280):
    """Let Qt work until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to pass"
        QCoreApplication.processEvents()
        time.sleep(0.01)


def areas(classes, shares=None):
    """Figures as the engine gives them."""
    shares = shares or [1 / len(classes)] * len(classes)
    return {
        "classes": [
            {"id": id, "name": spec.name, "colour": spec.colour, "pixels": 10, "share": share, "area_m2": 100 * share}
            for id, (spec, share) in enumerate(zip(classes, shares, strict=True), start=1)
        ],
        "unlabelled_share": 0.0,
    }


def write_raster(path, size=64, bands=3, pixel_m=PIXEL_M, colours=None):
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), size, size, bands, gdal.GDT_Byte)
    dataset.SetGeoTransform((NORTH_WEST[0], pixel_m, 0, NORTH_WEST[1], 0, -pixel_m))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32633)
    dataset.SetProjection(reference.ExportToWkt())
    for band in range(1, bands + 1):
        dataset.GetRasterBand(band).WriteRaster(0, 0, size, size, bytes([40 * band]) * size * size)
    if colours:
        table = gdal.ColorTable()
        for value, (colour, _) in colours.items():
            table.SetColorEntry(value, colour)
        dataset.GetRasterBand(1).SetColorTable(table)
        names = [colours[value][1] if value in colours else "" for value in range(max(colours) + 1)]
        dataset.GetRasterBand(1).SetCategoryNames(names)
    dataset = None
    return str(path)


def write_classes(path):
    return write_raster(path, bands=1, colours={40: ((0, 0, 255, 255), "water")})


@pytest.fixture
def iface():
    return Iface()


@pytest.fixture
def worker():
    return FakeWorker()


@pytest.fixture
def add_raster(tmp_path, iface):
    """Add a raster layer to the project, and look at it."""

    def add(name="ortho", **values):
        layer = QgsRasterLayer(write_raster(tmp_path / f"{name}.tif", **values), name)
        assert layer.isValid()
        QgsProject.instance().addMapLayer(layer)
        iface.canvas.setDestinationCrs(layer.crs())
        iface.canvas.setExtent(layer.extent())
        iface.activate(layer)
        return layer

    return add


@pytest.fixture
def raster(add_raster):
    return add_raster()


@pytest.fixture
def polygon_layer():
    """Two squares of 4 m in the north west of the raster, 8 m apart."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633", "fields", "memory")
    x, y = NORTH_WEST
    features = []
    for start in (0, 12):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x + start, y - 4, x + start + 4, y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def dock(iface, worker, raster):
    """The dock on a raster, with nothing typed yet."""
    dock = SoftSegDock(iface, worker, iface.window)
    iface.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    iface.window.resize(1000, 800)
    iface.window.show()
    yield dock
    iface.window.close()
    if not sip.isdeleted(dock):
        dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def ready(dock):
    """The dock with two classes."""
    dock.panel.classes.model.add_text("water #0000ff\nroad: street, path #808080")
    return dock
