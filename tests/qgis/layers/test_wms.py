"""A WMS of a server on this machine: what the panel knows of it, and its copy."""

from __future__ import annotations

import struct
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRectangle

from softseg_qgis.core.errors import BadRaster
from softseg_qgis.layers.area import Area
from softseg_qgis.layers.facts import facts_of
from softseg_qgis.layers.webmap import LayerCopy

CRS = "EPSG:3857"
BORDER_X = 1_400_000.0  # west of it the map is red, east of it blue
WEST, SOUTH, EAST, NORTH = BORDER_X - 500, 6_800_000.0, BORDER_X + 500, 6_801_000.0
RED, BLUE = bytes((200, 30, 30, 255)), bytes((30, 30, 200, 255))
CAPABILITIES = f"""<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
 <Service><Name>WMS</Name><Title>Two colours</Title><OnlineResource xlink:href="HERE"/></Service>
 <Capability>
  <Request>
   <GetCapabilities><Format>text/xml</Format>
    <DCPType><HTTP><Get><OnlineResource xlink:href="HERE"/></Get></HTTP></DCPType></GetCapabilities>
   <GetMap><Format>image/png</Format>
    <DCPType><HTTP><Get><OnlineResource xlink:href="HERE"/></Get></HTTP></DCPType></GetMap>
  </Request>
  <Exception><Format>XML</Format></Exception>
  <Layer queryable="0"><Title>All</Title><CRS>{CRS}</CRS>
   <Layer><Name>ortho</Name><Title>Ortho</Title><CRS>{CRS}</CRS>
    <EX_GeographicBoundingBox><westBoundLongitude>12</westBoundLongitude><eastBoundLongitude>13</eastBoundLongitude>
     <southBoundLatitude>51</southBoundLatitude><northBoundLatitude>53</northBoundLatitude></EX_GeographicBoundingBox>
    <BoundingBox CRS="{CRS}" minx="{WEST}" miny="{SOUTH}" maxx="{EAST}" maxy="{NORTH}"/>
   </Layer>
  </Layer>
 </Capability>
</WMS_Capabilities>
"""


def png(width, height, row):
    """An RGBA picture of equal rows."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    pixels = zlib.compress((b"\0" + row) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


class Wms(BaseHTTPRequestHandler):
    """Answers GetCapabilities and GetMap."""

    def do_GET(self):
        asked = {key.lower(): values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        self.server.asked.append(asked)
        if asked["request"].lower() == "getcapabilities":
            here = f"http://127.0.0.1:{self.server.server_port}/wms?"
            self.answer("text/xml", CAPABILITIES.replace("HERE", here).encode())
        elif self.server.is_broken:
            self.send_error(503)
        else:
            self.answer("image/png", self.picture(asked))

    def picture(self, asked):
        left, _, right, _ = map(float, asked["bbox"].split(","))
        width, height = int(asked["width"]), int(asked["height"])
        step = (right - left) / width
        return png(width, height, b"".join(RED if left + (i + 0.5) * step < BORDER_X else BLUE for i in range(width)))

    def answer(self, kind, data):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Wms)
    server.asked, server.is_broken = [], False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def wms(qgis_app, server):
    address = f"http://127.0.0.1:{server.server_port}/wms"
    layer = QgsRasterLayer(f"crs={CRS}&format=image/png&layers=ortho&styles=&url={address}", "ortho", "wms")
    assert layer.isValid(), layer.error().summary()
    return layer


def view(metres):
    """A square around the border of the colours."""
    middle, half = (SOUTH + NORTH) / 2, metres / 2
    box = QgsRectangle(BORDER_X - half, middle - half, BORDER_X + half, middle + half)
    return Area.view(box, QgsCoordinateReferenceSystem(CRS))


def test_a_wms_is_known_as_a_web_map(wms):
    facts = facts_of(wms)
    assert (facts.is_web, facts.is_local, facts.resolution_m) == (True, False, None)


def test_a_wms_is_copied_where_it_lies_and_at_the_resolution_that_was_asked_for(wms, server, tmp_path):
    copy = LayerCopy(wms, view(200), 0.5)
    copy.write(tmp_path / "copy.tif")
    dataset = gdal.Open(str(tmp_path / "copy.tif"))
    left, across, *_ = dataset.GetGeoTransform()
    border = round((BORDER_X - left) / across)
    row = dataset.RasterYSize // 2
    assert bytes(dataset.ReadRaster(border - 2, row, 1, 1)) == RED
    assert bytes(dataset.ReadRaster(border + 1, row, 1, 1)) == BLUE
    assert across * 0.61 == pytest.approx(0.5, rel=0.02)  # cosine of 52 degrees
    maps = [asked for asked in server.asked if asked["request"].lower() == "getmap"]
    assert {(asked["layers"], asked["crs"], asked["format"]) for asked in maps} == {("ortho", CRS, "image/png")}


def test_a_wms_that_gives_no_map_is_said(wms, server, tmp_path):
    server.is_broken = True
    with pytest.raises(BadRaster, match="shows nothing here"):
        LayerCopy(wms, view(100), 1.0).write(tmp_path / "copy.tif")
