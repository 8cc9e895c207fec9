"""A folder of rasters with a model whose answers are known: what is done, left alone, refused and reported."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine

from core import zoo
from core.batch.files import output_stems
from core.batch.result import BatchResult
from core.batch.run import run_batch
from core.batch_job import BatchJob
from core.decide import Decision
from core.errors import BadOption, BadOutput, BadRaster, Cancelled, NoDevice, NoModel
from core.protocol import Progress, Stage, Warn
from core.raster.classmap import ClassMap
from core.redecide import redecide
from tests.engine.colour_model import ColourModel

SIDE = 64
RED, GREEN, BLUE = 1, 2, 3


@pytest.fixture(autouse=True)
def models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[ColourModel]]:
    """The models that have been loaded."""
    loaded: list[ColourModel] = []

    def load(_folder: Path) -> ColourModel:
        loaded.append(ColourModel().eval())
        return loaded[-1]

    monkeypatch.setattr(zoo, "load_model", load)
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    zoo._load.cache_clear()
    yield loaded
    zoo._load.cache_clear()


def paint(path: Path, colour: int = RED, x: float = 500_000, crs: str | None = "EPSG:32633", **profile: Any) -> Path:
    """A square of one colour, 128 m wide, whose left half is a little darker, or no data if there is such a value."""
    bands = np.full((3, SIDE, SIDE), 20, np.uint8)
    bands[colour - 1] = 230
    bands[colour - 1, :, : SIDE // 2] = 200
    if "nodata" in profile:
        bands[:, :, : SIDE // 2] = profile["nodata"]
    path.parent.mkdir(parents=True, exist_ok=True)
    place = {"crs": crs, "transform": Affine(2, 0, x, 0, -2, 5_000_000)} if crs else {}
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 3, "height": SIDE, "width": SIDE, **place, **profile}
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(bands)
    return path


@pytest.fixture
def batch(tmp_path: Path) -> BatchJob:
    """A batch over two rasters."""
    paint(tmp_path / "in" / "a.tif", RED)
    paint(tmp_path / "in" / "c.tif", GREEN)
    return BatchJob(tmp_path / "in", tmp_path / "out", {"classes": "red; green; blue", "cache": False})


@pytest.fixture
def broken(batch: BatchJob) -> BatchJob:
    """The same with a file between them that opens, but cannot be read to its end."""
    path = Path(batch.folder, "b.tif")
    path.write_bytes(paint(path, BLUE).read_bytes()[:6000])
    return batch


def changed(given: BatchJob, **values: Any) -> BatchJob:
    return replace(given, job={**given.job, **values})


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def classes_of(batch: BatchJob, stem: str) -> np.ndarray:
    return read(Path(batch.output, f"{stem}_classes.tif"))


def states(result: BatchResult) -> dict[str, str]:
    return {each.file: each.state for each in result.files}


def names(folder: str | Path) -> list[str]:
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file() and not path.name.endswith(".aux.xml"))
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_bad_file_is_told_of_and_the_others_are_done(broken: BatchJob) -> None:
    events: list[Any] = []
    result = run_batch(broken, on_event=events.append)
    assert states(result) == {"a.tif": "done", "b.tif": "failed", "c.tif": "done"}
    assert (classes_of(broken, "a") == RED).all()
    assert (classes_of(broken, "c") == GREEN).all()
    assert names(broken.output) == ["a_classes.tif", "c_classes.tif"]
    (warning,) = [event for event in events if isinstance(event, Warn)]
    assert warning.text.startswith("b.tif: The raster")
    stats = result.stats()
    assert {key: stats[key] for key in ("done", "skipped", "failed")} == {"done": 2, "skipped": 0, "failed": 1}
    assert stats["files"][1]["error"]["code"] == "bad_raster"
    assert result.exit_code == 2


def test_a_fault_of_ours_with_one_file_stops_no_other(
    batch: BatchJob, models: list[ColourModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = ColourModel.observe

    def fail_first(model: ColourModel, images: Any) -> Any:
        scene = looked(model, images)
        return scene if model.looked > 1 else 1 / 0

    monkeypatch.setattr(ColourModel, "observe", fail_first)
    result = run_batch(batch)
    assert states(result) == {"a.tif": "failed", "c.tif": "done"}
    assert result.exit_code == 1


def test_the_model_is_loaded_once(batch: BatchJob, models: list[ColourModel]) -> None:
    run_batch(batch)
    assert [model.looked for model in models] == [2]


def test_progress_is_over_all_files(broken: BatchJob) -> None:
    events: list[Any] = []
    run_batch(changed(broken, tile=64, overlap=0.5), on_event=events.append)
    counts = [(event.done, event.total) for event in events if isinstance(event, Progress)]
    shares = [done / total for done, total in counts]
    assert shares == sorted(shares)
    assert counts[0] == (0, 3 * SIDE * SIDE)
    assert counts[-1] == (2 * SIDE * SIDE, 2 * SIDE * SIDE)
    texts = [event.text for event in events if isinstance(event, Stage)]
    assert texts == ["Looking at the files", "a.tif (1 of 3)", "b.tif (2 of 3)", "c.tif (3 of 3)"]


def test_a_batch_that_stops_at_the_bad_file_says_which_and_keeps_what_is_done(broken: BatchJob) -> None:
    report = str(Path(broken.output, "report.html"))
    with pytest.raises(BadRaster, match=r"^The batch stopped at b\.tif: The raster .*\.$"):
        run_batch(replace(broken, on_error="stop", report=report))
    assert names(broken.output) == ["a_classes.tif", "report.html"]


def test_what_is_no_raster_stops_such_a_batch_before_the_work_begins(
    batch: BatchJob, models: list[ColourModel]
) -> None:
    Path(batch.folder, "z.tif").write_text("no raster")
    with pytest.raises(BadRaster, match=r"z\.tif"):
        run_batch(replace(batch, on_error="stop"))
    assert models[0].looked == 0


def test_a_second_batch_does_only_what_is_left(broken: BatchJob, models: list[ColourModel]) -> None:
    run_batch(broken)
    paint(Path(broken.folder, "b.tif"), BLUE)
    before = Path(broken.output, "a_classes.tif").read_bytes()
    looked = models[0].looked
    result = run_batch(broken)
    assert states(result) == {"a.tif": "skipped", "b.tif": "done", "c.tif": "skipped"}
    assert models[0].looked == looked + 1
    assert Path(broken.output, "a_classes.tif").read_bytes() == before
    assert result.files[0].outputs == {"classes": str(Path(broken.output, "a_classes.tif"))}
    assert result.exit_code == 0


def test_how_it_is_computed_makes_no_other_run(batch: BatchJob) -> None:
    run_batch(batch)
    for change in ({"device": "cpu"}, {"batch": 2}, {"cache": True}, {"preview": batch.folder}):
        assert set(states(run_batch(changed(batch, **change))).values()) == {"skipped"}


def test_what_another_run_has_made_is_not_replaced_unasked(batch: BatchJob) -> None:
    run_batch(batch)
    before = classes_of(batch, "a")
    for change in ({"classes": "green; red; blue"}, {"unsure": 0.9}, {"stretch": "none"}, {"min_area": 50}):
        result = run_batch(changed(batch, **change))
        assert [str(each.error) for each in result.files] == [
            f"{Path(batch.output, stem)}_classes.tif was made by another run: choose another output folder, or turn "
            "resuming off to replace it."
            for stem in ("a", "c")
        ]
        assert np.array_equal(classes_of(batch, "a"), before)


def test_a_changed_raster_and_a_changed_model_make_another_run(batch: BatchJob, models: list[ColourModel]) -> None:
    run_batch(batch)
    paint(Path(batch.folder, "a.tif"), BLUE)
    assert states(run_batch(batch)) == {"a.tif": "failed", "c.tif": "skipped"}
    models[0].card = replace(models[0].card, sha256="decade" * 8)
    assert states(run_batch(batch)) == {"a.tif": "failed", "c.tif": "failed"}


def test_a_folder_that_has_moved_is_still_the_same_run(batch: BatchJob, tmp_path: Path) -> None:
    run_batch(batch)
    shutil.move(batch.folder, tmp_path / "moved")
    shutil.move(batch.output, tmp_path / "results")
    moved = replace(batch, folder=tmp_path / "moved", output=tmp_path / "results")
    assert set(states(run_batch(moved)).values()) == {"skipped"}


def test_without_resuming_everything_is_done_again_and_replaced(batch: BatchJob) -> None:
    run_batch(batch)
    other = replace(changed(batch, classes="green; red; blue"), resume=False)
    assert set(states(run_batch(other)).values()) == {"done"}
    assert (classes_of(batch, "a") == 2).all()


def test_what_softseg_did_not_make_is_never_replaced(batch: BatchJob) -> None:
    foreign = paint(Path(batch.output, "a_classes.tif"), BLUE)
    before = foreign.read_bytes()
    for resume in (True, False):
        result = run_batch(replace(batch, resume=resume))
        assert result.files[0].state == "failed"
        assert foreign.read_bytes() == before


def test_what_was_decided_again_since_is_not_replaced_unasked(batch: BatchJob) -> None:
    kept = changed(batch, costs=True)
    run_batch(kept)
    output = Path(batch.output)
    redecide(output / "a_costs.tif", output / "a_classes.tif", Decision((0.0, 20.0, 0.0)))
    assert states(run_batch(kept)) == {"a.tif": "failed", "c.tif": "skipped"}
    assert (classes_of(batch, "a") == GREEN).all()


def test_an_output_that_is_missing_or_newly_wanted_is_made(batch: BatchJob) -> None:
    run_batch(batch)
    more = changed(batch, confidence=True, polygons=True)
    assert set(states(run_batch(more)).values()) == {"done"}
    Path(batch.output, "a_confidence.tif").unlink()
    assert states(run_batch(more)) == {"a.tif": "done", "c.tif": "skipped"}
    assert names(batch.output)[:3] == ["a_classes.gpkg", "a_classes.tif", "a_confidence.tif"]


def test_a_cancelled_batch_keeps_what_is_finished_and_goes_on_from_there(batch: BatchJob) -> None:
    tiled = replace(changed(batch, tile=64, overlap=0.5), merge="vrt")
    paint(Path(batch.folder, "b.tif"), BLUE, height=SIDE, width=SIDE)
    stages: list[str] = []

    def hear(event: Any) -> None:
        if isinstance(event, Progress) and event.done > event.total // 3:
            stages.append("b.tif is being worked on")

    with pytest.raises(Cancelled, match=r"1 of 3 files are finished"):
        run_batch(tiled, on_event=hear, cancelled=lambda: bool(stages))
    assert names(batch.output) == ["a_classes.tif"]
    assert [path.name for path in Path(batch.output).iterdir() if path.is_dir()] == []
    assert states(run_batch(tiled)) == {"a.tif": "skipped", "b.tif": "done", "c.tif": "done"}


@pytest.mark.parametrize(
    ("files", "stems"),
    [
        (["a.tif", "sub/a.tif"], ["a", "sub/a"]),
        (["a.jp2", "a.tif", "a.tiff", "a.vrt"], ["a_jp2", "a", "a_tiff", "a_vrt"]),
        (["a.tif"], ["a"]),
        (["A.tif", "a.TIF", "a.tif"], ["A", "a_TIF", "a_"]),
        (["a.b.tif", "plain"], ["a.b", "plain"]),
        (["a.jp2", "a_jp2.tif"], ["a_jp2", "a_jp2_"]),
    ],
)
def test_every_file_has_output_names_of_its_own(files: list[str], stems: list[str]) -> None:
    assert list(output_stems(files).values()) == stems


def test_subfolders_are_mirrored_and_neither_hidden_files_nor_outputs_are_taken_for_rasters(batch: BatchJob) -> None:
    folder = Path(batch.folder)
    for name in ("sub/deep/a.TIFF", ".hidden.tif", ".trash/a.tif", "notes.txt"):
        paint(folder / name, BLUE)
    inside = replace(batch, output=folder / "out", recursive=True)
    for state in ("done", "skipped"):
        assert states(run_batch(inside)) == dict.fromkeys(["a.tif", "c.tif", "sub/deep/a.TIFF"], state)
    assert names(inside.output) == ["a_classes.tif", "c_classes.tif", "sub/deep/a_TIFF_classes.tif"]


@pytest.mark.parametrize(
    ("changes", "error", "sentence"),
    [
        ({"folder": "nowhere"}, BadOption, "no folder nowhere"),
        ({"pattern": "*.jp2"}, BadOption, r"holds no file \*.jp2.*sub-folders too"),
        ({"job": {"classes": "red", "device": "cuda:77"}}, NoDevice, "cuda:77"),
        ({"job": {"classes": "red", "model": "unheard-of"}}, NoModel, "no model"),
        ({"report": "nowhere/report.html"}, BadOutput, "no folder"),
    ],
)
def test_a_batch_that_cannot_begin_says_why_in_one_sentence(
    batch: BatchJob, changes: dict[str, Any], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        run_batch(replace(batch, **changes))


def test_a_report_of_somebody_else_is_seen_before_the_work_begins(batch: BatchJob, models: list[ColourModel]) -> None:
    page = Path(batch.folder, "page.html")
    page.write_text("<!DOCTYPE html><p>mine")
    with pytest.raises(BadOutput, match="not made by SoftSeg"):
        run_batch(replace(batch, report=page))
    assert models[0].looked == 0
    assert page.read_text() == "<!DOCTYPE html><p>mine"


def test_the_mosaic_shows_every_raster_where_it_lies(batch: BatchJob, tmp_path: Path) -> None:
    folder = Path(batch.folder)
    paint(folder / "c.tif", GREEN, x=500_000 + 2 * 40, nodata=0)  # its left half lies over a.tif
    paint(folder / "far.tif", BLUE, x=500_000 - 2 * 70)
    paint(folder / "south.tif", BLUE, transform=Affine(2, 0, 500_000, 0, 2, 5_000_000))
    paint(folder / "degrees.tif", BLUE, crs="EPSG:4326", transform=Affine(2e-5, 0, 12, 0, -2e-5, 45))
    events: list[Any] = []
    result = run_batch(replace(changed(batch, stretch="none"), merge="vrt"), on_event=events.append)
    shutil.move(batch.output, tmp_path / "moved")
    expected = np.zeros((SIDE, 70 + 40 + SIDE), np.uint8)
    expected[:, :SIDE] = BLUE
    expected[:, 70 : 70 + SIDE] = RED
    c = read(tmp_path / "moved" / "c_classes.tif")
    expected[:, 110:][c != 0] = c[c != 0]
    assert (c == [0] * (SIDE // 2) + [GREEN] * (SIDE // 2)).all()
    assert Path(result.outputs["mosaic"]).name == "mosaic.vrt"
    mosaic = tmp_path / "moved" / "mosaic.vrt"
    assert np.array_equal(read(mosaic), expected)
    with rasterio.open(mosaic) as dataset, rasterio.open(tmp_path / "moved" / "a_classes.tif") as part:
        assert dataset.transform == Affine(2, 0, 500_000 - 140, 0, -2, 5_000_000)
        assert (dataset.crs, dataset.nodata, dataset.dtypes) == (part.crs, 0, ("uint8",))
        assert [dataset.colormap(1)[i] for i in range(4)] == [part.colormap(1)[i] for i in range(4)]
    with ClassMap.open(mosaic) as class_map:
        assert [entry.name for entry in class_map.legend()] == ["red", "green", "blue"]
    (warning,) = [event.text for event in events if isinstance(event, Warn)]
    assert warning.startswith("2 of 5 class rasters are not in the mosaic")
    assert "degrees_classes.tif, south_classes.tif" in warning


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_rasters_without_a_crs_make_no_mosaic_but_a_warning(batch: BatchJob) -> None:
    for name in ("a.tif", "c.tif"):
        paint(Path(batch.folder, name), crs=None)
    events: list[Any] = []
    assert run_batch(replace(batch, merge="vrt"), on_event=events.append).outputs == {}
    assert [event.text[:6] for event in events if isinstance(event, Warn)] == ["2 of 2"]
    assert names(batch.output) == ["a_classes.tif", "c_classes.tif"]


class Page(HTMLParser):
    """The cells of a page's rows, and every address that it names."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.addresses: list[str] = []
        self._is_cell = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")
        self._is_cell = tag not in ("th", "p", "style") and bool(self.rows)
        self.addresses += [value or "" for key, value in attrs if key in ("src", "href")]

    def handle_data(self, data: str) -> None:
        if self._is_cell and self.rows[-1]:
            self.rows[-1][-1] += data

    def row(self, text: str) -> list[str]:
        return next(row for row in self.rows if text in row)


def test_the_report_tells_of_every_file_also_of_those_done_before(broken: BatchJob) -> None:
    paint(Path(broken.folder, "<i>&amp;.tif"), RED)
    report = Path(broken.output, "report.html")
    reported = replace(changed(broken, classes='red; <b>"green"</b>: green; blue'), report=report)
    for state in ("done", "skipped"):
        assert run_batch(reported).outputs == {"report": str(report)}
        page = Page(report)
        _, _, result, shares, area, time = page.row("<i>&amp;.tif")
        assert (result, shares, area) == (state, "red\N{NO-BREAK SPACE}100.0\N{NO-BREAK SPACE}%", "1.64 ha")
        assert bool(time) is (state == "done")
        assert "cannot be read" in page.row("b.tif")[3]
        assert page.row('<b>"green"</b>')[2] == "33.3 %"
        assert len(page.addresses) == 3
        assert all(address.startswith("data:image/png;base64,") for address in page.addresses)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_report_of_nothing_but_failures_and_one_without_any_crs_are_written(batch: BatchJob) -> None:
    report = Path(batch.output, "report.html")
    for name, colour in (("a.tif", RED), ("c.tif", GREEN)):
        paint(Path(batch.folder, name), colour, crs=None)
    run_batch(replace(batch, report=report))
    assert Page(report).row("red")[2:] == ["50.0 %", "4,096 px"]
    run_batch(replace(changed(batch, bands=[7]), resume=False, report=report))
    assert Page(report).row("red")[2:] == ["0.0 %", "0 px"]
