"""The whole pipeline with a model whose answers are known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint

from core import segment as module
from core.cache import TensorStore
from core.decide import Decision
from core.errors import BadOption, BadOutput, BadRaster, Cancelled, NoDevice, NoModel, SoftSegError
from core.follow_up import RedecideJob
from core.job import Job
from core.protocol import Progress, Stage
from core.raster.source import RasterSource
from core.redecide import redecide
from core.segment import run, segment
from core.service.afterwards import decide_again
from tests.engine.colour_model import ColourModel

CLASSES = "red; green; blue"
UTM = {"crs": "EPSG:32633", "transform": Affine(2, 0, 500_000, 0, -2, 5_000_000)}


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ColourModel:
    colours = ColourModel().eval()
    monkeypatch.setattr(module, "find_model", lambda name: colours)
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    return colours


def _labels(height: int, width: int) -> np.ndarray:
    """Squares of 40 px of the three colours."""
    rows, cols = np.arange(height) // 40, np.arange(width) // 40
    return (rows[:, None] + 2 * cols[None]) % 3 + 1


def _paint(path: Path, height: int = 200, width: int = 240, **profile: Any) -> Path:
    labels = _labels(height, width)
    bands = np.stack([np.where(labels == k, 230, 20) for k in (1, 2, 3)]).astype(np.uint8)
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 3, "height": height, "width": width, **UTM, **profile}
    gcps = profile.pop("gcps", None)
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(bands)
        if gcps:
            dataset.gcps = (gcps, "EPSG:32633")
    return path


def _read(path: Path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def _agreement(path: Path, height: int = 200, width: int = 240) -> float:
    return float((_read(path) == _labels(height, width)).mean())


def test_every_class_is_found_where_it_is(tmp_path: Path) -> None:
    result = segment(_paint(tmp_path / "in.tif"), CLASSES, tmp_path / "out.tif", tile=96, overlap=0.25)
    assert _agreement(tmp_path / "out.tif") > 0.99
    assert result.stats["tiles"] > 1
    assert sum(each.share for each in result.areas.classes) == pytest.approx(1)


GEOREFERENCES = {
    "north-up": UTM,
    "south-up": {"crs": "EPSG:32633", "transform": Affine(2, 0, 500_000, 0, 2, 5_000_000)},
    "rotated": {"crs": "EPSG:32633", "transform": Affine(1.8, 0.6, 500_000, 0.6, -1.8, 5_000_000)},
    "degrees": {"crs": "EPSG:4326", "transform": Affine(2e-5, 0, 12, 0, -2e-5, 45)},
    "no crs": {"crs": None, "transform": Affine(1, 0, 0, 0, 1, 0)},
    "control points": {
        "crs": None,
        "transform": Affine.identity(),
        "gcps": [GroundControlPoint(r, c, 500_000 + 2 * c, 5e6 - 2 * r) for r in (0, 200) for c in (0, 240)],
    },
}


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("kind", GEOREFERENCES)
def test_the_output_grid_is_the_input_grid(tmp_path: Path, kind: str) -> None:
    source = _paint(tmp_path / "in.tif", **GEOREFERENCES[kind])
    segment(source, CLASSES, tmp_path / "out.tif", confidence=tmp_path / "sure.tif", tile=96)
    with rasterio.open(source) as wanted:
        for name in ("out.tif", "sure.tif"):
            with rasterio.open(tmp_path / name) as made:
                assert (made.crs, made.transform, made.shape) == (wanted.crs, wanted.transform, wanted.shape)
                points = [(p.row, p.col, p.x, p.y) for p in made.gcps[0]]
                assert points == [(p.row, p.col, p.x, p.y) for p in wanted.gcps[0]]
    assert _agreement(tmp_path / "out.tif") > 0.99


IMPOSSIBLE = {
    "metres called degrees": {"crs": "EPSG:4326", "transform": UTM["transform"]},
    "pixels called degrees": {"crs": "EPSG:4326", "transform": Affine(1, 0, 0, 0, 1, 0)},
    "no width": {"crs": "EPSG:32633", "transform": Affine(0, 0, 500_000, 0, -2, 5_000_000)},
    "no numbers": {"crs": "EPSG:4326", "transform": Affine(float("nan"), 0, 12, 0, float("nan"), 45)},
}


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("kind", IMPOSSIBLE)
def test_impossible_coordinates_leave_areas_in_pixels(tmp_path: Path, kind: str) -> None:
    source = _paint(tmp_path / "in.tif", **IMPOSSIBLE[kind])
    costs = tmp_path / "costs.tif"
    areas = segment(source, CLASSES, tmp_path / "out.tif", costs=costs).areas
    assert _agreement(tmp_path / "out.tif") > 0.99
    assert [each.area_m2 for each in areas.classes] == [None] * 3
    assert sum(each.share for each in areas.classes) == pytest.approx(1)
    job = RedecideJob(str(costs), str(tmp_path / "again.tif"), min_area=50)
    for again in (
        lambda: segment(source, CLASSES, tmp_path / "again.tif", min_area=50),
        lambda: decide_again(job, lambda _: None, lambda: False),
    ):
        with pytest.raises(BadRaster, match="do not fit its CRS"):
            again()
    assert not (tmp_path / "again.tif").exists()


@pytest.mark.parametrize("resolution", [3.0, 4.0, 1.5])
def test_working_at_another_resolution_keeps_the_grid(tmp_path: Path, resolution: float) -> None:
    result = segment(_paint(tmp_path / "in.tif"), CLASSES, tmp_path / "out.tif", resolution=resolution)
    assert _agreement(tmp_path / "out.tif") > 0.9
    assert result.stats["work_resolution_m"] == pytest.approx(resolution, rel=0.03)


def test_pixels_finer_than_the_model_knows_are_worked_on_coarser(tmp_path: Path) -> None:
    fine = _paint(tmp_path / "in.tif", crs="EPSG:32633", transform=Affine(0.05, 0, 5e5, 0, -0.05, 5e6))
    result = segment(fine, CLASSES, tmp_path / "out.tif")
    assert result.stats["work_resolution_m"] == pytest.approx(0.1, rel=0.03)
    assert segment(fine, CLASSES, tmp_path / "out.tif", resolution=0).stats["work_resolution_m"] == pytest.approx(0.05)


def test_no_data_comes_out_as_zero(tmp_path: Path) -> None:
    source = _paint(tmp_path / "in.tif", nodata=0)
    with rasterio.open(source, "r+") as dataset:
        dataset.write(np.zeros((3, 50, 60), np.uint8), window=((10, 60), (20, 80)))
    segment(source, CLASSES, tmp_path / "out.tif", confidence=tmp_path / "sure.tif")
    empty = np.zeros((200, 240), bool)
    empty[10:60, 20:80] = True
    assert np.array_equal(_read(tmp_path / "out.tif") == 0, empty)
    assert np.array_equal(np.isnan(_read(tmp_path / "sure.tif")), empty)


def test_an_extent_gives_that_part_of_the_grid(tmp_path: Path) -> None:
    source = _paint(tmp_path / "in.tif")
    segment(source, CLASSES, tmp_path / "out.tif", extent=(500_081, 4_999_799, 500_239, 4_999_921))
    with rasterio.open(tmp_path / "out.tif") as made:
        assert made.transform == Affine(2, 0, 500_080, 0, -2, 4_999_922)
        assert np.mean(made.read(1) == _labels(200, 240)[39:101, 40:120]) > 0.97


def test_costs_decided_again_give_the_same_classes(tmp_path: Path) -> None:
    source = _paint(tmp_path / "in.tif")
    segment(source, CLASSES, tmp_path / "out.tif", costs=tmp_path / "costs.tif", tile=96, unsure=0.6)
    redecide(tmp_path / "costs.tif", tmp_path / "again.tif", Decision(unsure=0.6))
    assert np.array_equal(_read(tmp_path / "out.tif"), _read(tmp_path / "again.tif"))


def test_what_looks_like_a_distractor_stays_unlabelled_when_decided_again(tmp_path: Path) -> None:
    source = _paint(tmp_path / "in.tif")
    segment(source, "red; green", tmp_path / "out.tif", costs=tmp_path / "costs.tif", distractors=("blue",))
    assert 0.2 < np.mean(_read(tmp_path / "out.tif") == 0) < 0.5
    redecide(tmp_path / "costs.tif", tmp_path / "again.tif", Decision())
    assert np.array_equal(_read(tmp_path / "out.tif"), _read(tmp_path / "again.tif"))
    redecide(tmp_path / "costs.tif", tmp_path / "again.tif", Decision(unsure=0.001))
    assert not np.array_equal(_read(tmp_path / "out.tif"), _read(tmp_path / "again.tif"))


@pytest.mark.parametrize(("tile", "overlap", "batch"), [(64, 0.0, 1), (64, 0.5, 3), (96, 0.25, 2), (512, 0.125, 1)])
def test_tiles_leave_no_trace(tmp_path: Path, tile: int, overlap: float, batch: int) -> None:
    source = _paint(tmp_path / "in.tif")
    options: dict[str, Any] = {"tile": tile, "overlap": overlap, "batch": batch, "cache": False}
    segment(source, CLASSES, tmp_path / "one.tif", tile=512, cache=False)
    segment(source, CLASSES, tmp_path / "many.tif", **options)
    assert np.mean(_read(tmp_path / "one.tif") == _read(tmp_path / "many.tif")) > 0.9999


def test_an_added_class_looks_at_no_picture_again(tmp_path: Path, model: ColourModel) -> None:
    source, store = _paint(tmp_path / "in.tif"), TensorStore(tmp_path / "features", 1 << 30)
    job = {"raster": str(source), "output": str(tmp_path / "out.tif"), "tile": 96}
    run(Job(classes=CLASSES, **job), features=store)  # type: ignore[arg-type]
    looked = model.looked
    assert looked > 0
    run(Job(classes=f"{CLASSES}; other", **job), features=store)  # type: ignore[arg-type]
    cached = _read(tmp_path / "out.tif")
    assert model.looked == looked
    run(Job(classes=f"{CLASSES}; other", cache=False, **job))  # type: ignore[arg-type]
    assert np.array_equal(cached, _read(tmp_path / "out.tif"))


@pytest.mark.parametrize("change", [{"bands": (3, 2, 1)}, {"stretch": "minmax"}, {"resolution": 4.0}, {"tile": 128}])
def test_what_changes_the_picture_is_never_taken_from_the_cache(
    tmp_path: Path, model: ColourModel, change: dict[str, Any]
) -> None:
    source = _paint(tmp_path / "in.tif")
    segment(source, CLASSES, tmp_path / "out.tif", tile=96)
    looked = model.looked
    segment(source, CLASSES, tmp_path / "out.tif", **{"tile": 96, **change})
    assert model.looked > looked


def test_what_another_version_has_seen_is_seen_anew(
    tmp_path: Path, model: ColourModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _paint(tmp_path / "in.tif")
    segment(source, CLASSES, tmp_path / "out.tif", tile=96)
    looked = model.looked
    monkeypatch.setattr("core.costs.version", lambda: "99")
    segment(source, CLASSES, tmp_path / "out.tif", tile=96)
    assert model.looked == 2 * looked


def test_an_open_dataset_is_segmented_and_stays_open(tmp_path: Path) -> None:
    with rasterio.open(_paint(tmp_path / "in.tif")) as dataset:
        segment(dataset, CLASSES, tmp_path / "out.tif")
        assert not dataset.closed
    assert _agreement(tmp_path / "out.tif") > 0.99


def test_polygons_have_the_area_of_their_pixels(tmp_path: Path) -> None:
    source = _paint(tmp_path / "in.tif")
    polygons = tmp_path / "out.gpkg"
    result = segment(source, CLASSES, tmp_path / "out.tif", polygons=polygons, confidence=tmp_path / "c.tif")
    frame = pyogrio.raw.read(polygons, read_geometry=False)
    columns = dict(zip(frame[0]["fields"], frame[3], strict=True))
    for each in result.areas.classes:
        assert columns["area_m2"][columns["class_id"] == each.id].sum() == pytest.approx(each.area_m2, rel=1e-6)


def test_small_patches_go_to_their_neighbours(tmp_path: Path) -> None:
    source = _paint(tmp_path / "in.tif")
    with rasterio.open(source, "r+") as dataset:
        spot = np.full((3, 8, 8), 20, np.uint8)
        spot[2] = 230
        dataset.write(spot, window=((16, 24), (16, 24)))
    segment(source, CLASSES, tmp_path / "out.tif")
    assert (_read(tmp_path / "out.tif")[17:23, 17:23] == 3).all()
    segment(source, CLASSES, tmp_path / "out.tif", min_area=500)
    assert (_read(tmp_path / "out.tif")[16:24, 16:24] == 1).all()
    segment(source, CLASSES, tmp_path / "out.tif", min_area=1e9)  # more than there is
    assert len(np.unique(_read(tmp_path / "out.tif"))) == 3


def test_tags_say_how_it_was_made(tmp_path: Path) -> None:
    segment(_paint(tmp_path / "in.tif"), CLASSES, tmp_path / "out.tif", tile=128, overlap=0.16)
    with rasterio.open(tmp_path / "out.tif") as made:
        tags = made.tags()
    assert tags["SOFTSEG_MODEL"] == "colours"
    assert tags["SOFTSEG_TILE"] == "128x96"
    assert float(tags["SOFTSEG_GSD"]) == pytest.approx(2)
    assert tags["SOFTSEG_OVERLAP"] == "0.16"
    assert tags["SOFTSEG_STRETCH"] == "auto"
    assert '"red"' in tags["SOFTSEG_CLASSES"]


def test_progress_ends_at_its_total(tmp_path: Path) -> None:
    events: list[Any] = []
    segment(_paint(tmp_path / "in.tif"), CLASSES, tmp_path / "out.tif", tile=96, on_event=events.append)
    counts = [(event.done, event.total) for event in events if isinstance(event, Progress)]
    assert counts == [(i + 1, len(counts)) for i in range(len(counts))]
    assert [event.name for event in events if isinstance(event, Stage)][-1] == "segment"


@pytest.mark.parametrize("when", [0, 3])
def test_a_cancelled_run_leaves_nothing(tmp_path: Path, when: int) -> None:
    source, asked = _paint(tmp_path / "in.tif"), iter(range(1000))
    (tmp_path / "results").mkdir()
    with pytest.raises(Cancelled):
        segment(
            source, CLASSES, tmp_path / "results" / "out.tif", costs=tmp_path / "results" / "costs.tif", tile=96,
            cancelled=lambda: next(asked) >= when,
        )  # fmt: skip
    assert list((tmp_path / "results").iterdir()) == []


def _truncated(path: Path) -> Path:
    data = _paint(path).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


BAD = {
    "missing": (lambda p: p / "missing.tif", {}, BadRaster),
    "truncated": (lambda p: _truncated(p / "cut.tif"), {}, BadRaster),
    "extent elsewhere": (lambda p: _paint(p / "in.tif"), {"extent": (0, 0, 1, 1)}, BadOption),
    "bands": (lambda p: _paint(p / "in.tif"), {"bands": (1, 2, 9)}, SoftSegError),
    "device": (lambda p: _paint(p / "in.tif"), {"device": "cuda:77"}, NoDevice),
    "no folder": (lambda p: _paint(p / "in.tif"), {"confidence": "/nowhere/at/all/c.tif"}, BadOutput),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_sentence_and_no_file(tmp_path: Path, case: str) -> None:
    make, options, error = BAD[case]
    source = make(tmp_path)
    (tmp_path / "results").mkdir()
    with pytest.raises(error) as caught:
        segment(source, CLASSES, tmp_path / "results" / "out.tif", **options)
    assert caught.value.text.endswith(".")
    assert "\n" not in caught.value.text
    assert list((tmp_path / "results").iterdir()) == []


def test_a_raster_is_never_overwritten_by_its_classes(tmp_path: Path) -> None:
    source = _paint(tmp_path / "in.tif")
    with pytest.raises(SoftSegError):
        segment(source, CLASSES, source)
    foreign = _paint(tmp_path / "mine.tif")
    before = foreign.read_bytes()
    with pytest.raises(BadOutput):
        segment(source, CLASSES, foreign)
    assert foreign.read_bytes() == before


def test_a_second_run_replaces_what_the_first_has_made(tmp_path: Path) -> None:
    source = _paint(tmp_path / "in.tif")
    segment(source, CLASSES, tmp_path / "out.tif")
    segment(source, "green; red; blue", tmp_path / "out.tif")
    assert np.mean(_read(tmp_path / "out.tif") == np.array([0, 2, 1, 3])[_labels(200, 240)]) > 0.99


def test_an_unknown_model_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from core.zoo import find_model

    monkeypatch.setattr(module, "find_model", find_model)
    with pytest.raises(NoModel, match="no model"):
        segment(_paint(tmp_path / "in.tif"), CLASSES, tmp_path / "out.tif", model="unheard-of")


@pytest.mark.parametrize(("finest_m", "opened"), [(1.0, 1), (4.0, 2)])
def test_a_raster_is_opened_again_only_for_a_model_that_reads_it_otherwise(
    tmp_path: Path, model: ColourModel, monkeypatch: pytest.MonkeyPatch, finest_m: float, opened: int
) -> None:
    model.card = replace(model.card, resolutions_m=(finest_m, 10.0))
    whole, calls = RasterSource.open, []
    monkeypatch.setattr(RasterSource, "open", lambda *given, **how: calls.append(how) or whole(*given, **how))
    result = segment(_paint(tmp_path / "in.tif"), CLASSES, tmp_path / "out.tif")
    assert len(calls) == opened
    assert result.stats["work_resolution_m"] == pytest.approx(max(finest_m, 2.0), rel=0.01)
