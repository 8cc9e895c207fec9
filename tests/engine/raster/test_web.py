"""A cloud-optimised raster on a web server."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil

from core.errors import BadRaster
from core.raster import opening as module
from core.raster.grid import Block
from core.raster.source import RasterSource


class RangeHandler(SimpleHTTPRequestHandler):
    """Serves byte ranges, as web servers that hold rasters do, and remembers what was asked for."""

    asked: list[tuple[str, int]]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        content, asked = file.read_bytes(), re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first, last = (int(asked[1]), int(asked[2] or len(content) - 1)) if asked else (0, len(content) - 1)
        part = content[first : last + 1]
        self.asked.append((self.path, len(part)))
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def website(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address under which the test's folder is served, and the list of what was asked for: path and bytes."""
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    asked: list[tuple[str, int]] = []

    class Handler(RangeHandler):
        def __init__(self, *args: object, **options: object) -> None:
            self.asked = asked
            super().__init__(*args, directory=str(tmp_path), **options)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_a_cog_is_read_in_parts(
    website: tuple[str, list[tuple[str, int]]],
    make_raster: Callable[..., Path],
    noise: Callable[..., np.ndarray],
    tmp_path: Path,
) -> None:
    values = noise(3, 1536, 1536)
    values[:, :50, :60] = 0
    path = make_raster(values, nodata=0)
    with rasterio.open(path) as dataset:
        rasterio.shutil.copy(dataset, tmp_path / "cog.tif", driver="COG", blocksize=256, overviews="auto")
    address, asked = website
    with RasterSource.open(f"{address}/cog.tif") as web, RasterSource.open(path) as local:
        block = Block(10, 20, 100, 120)
        assert web.grid == local.grid
        valid = local.valid(block)
        assert np.array_equal(web.valid(block), valid)
        assert np.array_equal(web.read(block).values[:, valid], local.read(block).values[:, valid])
    assert {name for name, _ in asked} == {"/cog.tif"}  # no listing, no looking for neighbours
    assert sum(size for _, size in asked) < 0.6 * (tmp_path / "cog.tif").stat().st_size


def test_an_address_without_a_raster_is_refused(website: tuple[str, object], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>not a raster</html>")
    for name in ("missing.tif", "page.html"):
        with pytest.raises(BadRaster, match="cannot be reached or is no raster"):
            RasterSource.open(f"{website[0]}/{name}")


def test_a_server_that_stalls_does_not_hold_the_run_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    assert module._WEB_OPTIONS["GDAL_HTTP_LOW_SPEED_TIME"] == "30"
    monkeypatch.setitem(module._WEB_OPTIONS, "GDAL_HTTP_LOW_SPEED_TIME", "1")
    monkeypatch.setitem(module._WEB_OPTIONS, "GDAL_HTTP_MAX_RETRY", "0")
    with socket.create_server(("127.0.0.1", 0)) as server:  # takes the request and never answers
        address, started = f"http://127.0.0.1:{server.getsockname()[1]}/stalled.tif", time.monotonic()
        with pytest.raises(BadRaster, match="cannot be reached"):
            RasterSource.open(address)
    assert time.monotonic() - started < 20
