"""Rows that appear while a run goes on."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS

from core import segment as pipeline
from core.classes import parse_classes
from core.errors import BadOutput, Cancelled, DiskFull
from core.live import LONGEST_SIDE_PX, LiveRows, live_rows
from core.protocol import Preview, Progress, Warn
from core.raster.grid import Grid
from core.segment import segment
from core.sieve import ClassRows
from tests.engine.colour_model import ColourModel

CLASSES = parse_classes("red; green; blue")
UTM = CRS.from_epsg(32633)
NORTH_UP = Affine(2, 0, 500_000, 0, -2, 5_000_000)


def grid(height: int = 100, width: int = 80, transform: Affine = NORTH_UP, **more: Any) -> Grid:
    return Grid(**{"crs": UTM, "transform": transform, "height": height, "width": width, **more})


def labels(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(0).integers(1, 4, (height, width), np.uint8)


def read(path: Path | None) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def test_rows_that_are_not_decided_yet_are_no_data(tmp_path: Path) -> None:
    live, ids = LiveRows(tmp_path, grid(), CLASSES), labels(100, 80)
    live.add(ClassRows(0, ids[:30]))
    first = read(live.write())
    assert np.array_equal(first[:30], ids[:30])
    assert not first[30:].any()
    live.add(ClassRows(30, ids[30:]))
    path = live.write()
    assert np.array_equal(read(path), ids)
    with rasterio.open(path) as dataset:
        assert dataset.nodata == 0
        assert dataset.colormap(1)[1][:3] == tuple(bytes.fromhex(CLASSES.colours[0][1:]))


def test_nothing_new_is_not_written_and_the_two_newest_files_are_kept(tmp_path: Path) -> None:
    live, written = LiveRows(tmp_path, grid(), CLASSES), []
    assert live.write() is None
    for row in range(4):
        live.add(ClassRows(row, labels(1, 80)))
        written.append(live.write())
        assert live.write() is None
    assert len(set(written)) == 4
    assert sorted(tmp_path.iterdir()) == written[-2:]
    next_run = LiveRows(tmp_path, grid(), CLASSES)
    next_run.add(ClassRows(0, labels(1, 80)))
    written.append(next_run.write())
    assert sorted(tmp_path.iterdir()) == written[-2:]


GRIDS = {
    "north-up": grid(3001, 2000),
    "south-up": grid(3001, 2000, Affine(2, 0, 500_000, 0, 2, 5_000_000)),
    "rotated": grid(3001, 2000, Affine(1.8, 0.6, 500_000, 0.6, -1.8, 5_000_000)),
    "no crs": grid(3001, 2000, Affine.identity(), crs=None),
    "control points": grid(
        *(3001, 2000, Affine.identity()),
        crs=None,
        gcps=tuple(GroundControlPoint(r, c, 5e5 + 2 * c, 5e6 - 2 * r) for r in (0, 3001) for c in (0, 2000)),
        gcp_crs=UTM,
    ),
}


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("kind", GRIDS)
def test_a_large_raster_is_thinned_out_over_the_same_ground(tmp_path: Path, kind: str) -> None:
    whole, ids = GRIDS[kind], labels(3001, 2000)
    live = LiveRows(tmp_path, whole, CLASSES)
    for row in range(0, 3001, 7):
        live.add(ClassRows(row, ids[row : row + 7]))
    with rasterio.open(live.write()) as dataset:
        height, width = dataset.shape
        assert (height, width) == (LONGEST_SIDE_PX, 682)
        rows = ((np.arange(height) + 0.5) * 3001 / height).astype(int)
        cols = ((np.arange(width) + 0.5) * 2000 / width).astype(int)
        assert np.array_equal(dataset.read(1), ids[rows][:, cols])
        assert dataset.crs == whole.crs
        if whole.gcps:
            made = {(point.row, point.col): (point.x, point.y) for point in dataset.gcps[0]}
            assert made[(height, width)] == (5e5 + 4000, 5e6 - 6002)
        else:
            assert dataset.transform @ (width, height) == pytest.approx(whole.transform @ (2000, 3001))


def test_ids_of_many_classes_keep_their_16_bits(tmp_path: Path) -> None:
    live = LiveRows(tmp_path, grid(4, 4), parse_classes(";".join(f"class {i}" for i in range(300))))
    live.add(ClassRows(0, np.full((4, 4), 300, np.uint16)))
    assert (read(live.write()) == 300).all()


def test_no_folder_shows_nothing_and_a_missing_one_is_refused(tmp_path: Path) -> None:
    with live_rows(None, grid(), CLASSES, pytest.fail) as add:
        assert add is None
        assert "live rows" not in [thread.name for thread in threading.enumerate()]
    with pytest.raises(BadOutput, match="no folder"), live_rows(str(tmp_path / "gone"), grid(), CLASSES, pytest.fail):
        pytest.fail("it began")


def test_a_folder_that_fails_ends_the_showing_with_one_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_live: LiveRows, path: Path, _picture: np.ndarray) -> None:
        path.write_text("half")
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(LiveRows, "_write", fail)
    events: list[Any] = []
    warned = threading.Event()

    def hear(event: Any) -> None:
        events.append(event)
        warned.set()

    with live_rows(str(tmp_path), grid(), CLASSES, hear, pause_s=0.001) as add:
        assert add is not None
        add(ClassRows(0, labels(9, 80)))
        assert warned.wait(20)
        add(ClassRows(9, labels(9, 80)))
    assert events == [Warn("preview", "The rows are no longer shown while they are made: The disk is full.")]
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A raster of 96 x 64 px, red above green, and a model that knows colours."""
    colours = ColourModel().eval()
    monkeypatch.setattr(pipeline, "find_model", lambda name: colours)
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(pipeline, "live_rows", partial(live_rows, pause_s=0.001))
    bands = np.full((3, 96, 64), 20, np.uint8)
    bands[0, :48] = bands[1, 48:] = 230
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 3, "height": 96, "width": 64, "crs": UTM}
    with rasterio.open(tmp_path / "in.tif", "w", **profile, transform=NORTH_UP) as dataset:
        dataset.write(bands)
    (tmp_path / "live").mkdir()
    return tmp_path


def waiting_for_previews(events: list[Any]) -> Any:
    """Takes events, and holds the network back until a row that it made has been shown."""
    shown = threading.Event()

    def hear(event: Any) -> None:
        events.append(event)
        if isinstance(event, Preview):
            events.append(read(Path(event.path)))
            shown.set()
        if isinstance(event, Progress) and event.done == 1:
            assert shown.wait(20)

    return hear


def test_a_run_shows_its_rows_and_its_outputs_are_the_same(scene: Path) -> None:
    options: dict[str, Any] = {"tile": 64, "overlap": 0.0, "stretch": "none", "cache": False}
    segment(scene / "in.tif", CLASSES, scene / "without.tif", **options)
    events: list[Any] = []
    hear = waiting_for_previews(events)
    segment(scene / "in.tif", CLASSES, scene / "with.tif", preview=scene / "live", on_event=hear, **options)
    pictures = [event for event in events if isinstance(event, np.ndarray)]
    final = read(scene / "with.tif")
    assert np.array_equal(final, read(scene / "without.tif"))
    assert 0 < (pictures[0] != 0).mean() < 1
    assert all(np.array_equal(picture[picture != 0], final[picture != 0]) for picture in pictures)
    assert len(list((scene / "live").iterdir())) == min(2, len(pictures))
    assert sorted(path.name for path in scene.glob("with.*")) == ["with.tif", "with.tif.aux.xml"]


def test_a_cancelled_run_ends_the_showing_too(scene: Path) -> None:
    events: list[Any] = []
    hear = waiting_for_previews(events)
    with pytest.raises(Cancelled):
        segment(
            *(scene / "in.tif", CLASSES, scene / "out.tif"),
            tile=64,
            overlap=0.0,
            cache=False,
            preview=scene / "live",
            on_event=hear,
            cancelled=lambda: any(isinstance(event, Preview) for event in events),
        )
    assert "live rows" not in [thread.name for thread in threading.enumerate()]
    assert not list(scene.glob("out*"))
