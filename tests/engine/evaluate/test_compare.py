"""A class raster is compared with a reference of any kind, by the strip, and told to people and programs."""

import csv
import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio import Affine, warp

from core import cli
from core.classes import ClassList, ClassSpec
from core.errors import BadOption, BadRaster
from core.evaluate.compare import compare
from core.evaluate.metrics import Confusion
from core.raster.legend import classes_to_tag

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")

UTM = "EPSG:32633"
LEFT, TOP = 500_000.0, 5_000_000.0
GRID = Affine(2, 0, LEFT, 0, -2, TOP)
NAMES = ("road", "tree", "water")


def write(path: Path, ids: np.ndarray, names: tuple[str, ...] = NAMES, crs: str | None = UTM, **more) -> str:
    """A class raster, SoftSeg's own if it has names."""
    profile = {"driver": "GTiff", "count": 1, "height": ids.shape[0], "width": ids.shape[1], "dtype": ids.dtype}
    place = {"crs": crs, "transform": GRID} if crs else {}
    with rasterio.open(path, "w", **{**profile, **place, **more}) as raster:
        raster.write(ids, 1)
        if names:
            raster.update_tags(SOFTSEG_CLASSES=classes_to_tag(ClassList(tuple(map(ClassSpec, names)))))
    return str(path)


def write_polygons(path: Path, boxes: list[tuple[str, int, int, int, int]], crs: str = UTM, field: str = "kind") -> str:
    """Boxes given in px of the rasters here: class, row, column, bottom, right; with a field more than the class."""
    shapes = np.array([shapely.box(LEFT + 2 * w, TOP - 2 * s, LEFT + 2 * e, TOP - 2 * n) for _, n, w, s, e in boxes])
    if crs != UTM:
        shapes = shapely.transform(shapes, lambda xy: np.column_stack(warp.transform(UTM, crs, *xy.T.tolist())[:2]))
    columns = [np.array([name for name, *_ in boxes], object), np.arange(len(boxes))]
    options = {"crs": crs, "geometry_type": "Polygon", "layer": "truth"}
    pyogrio.raw.write(path, shapely.to_wkb(shapes), columns, [field, "id"], **options)
    return str(path)


def patches(seed: int, classes: int = 3) -> np.ndarray:
    coarse = np.random.default_rng(seed).integers(0, classes + 1, (10, 12))
    return np.kron(coarse, np.ones((4, 3), int)).astype(np.uint8)


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """A class raster and a reference on the same grid, 40 x 36 px."""
    return write(tmp_path / "map.tif", patches(1)), write(tmp_path / "truth.tif", patches(2))


@pytest.mark.parametrize("strip_rows", [3, 16, None])
def test_figures_are_those_of_the_whole_arrays_however_it_is_cut(two: tuple[str, str], strip_rows: int | None) -> None:
    found = compare(*two, strip_rows=strip_rows).figures
    expected = Confusion.of(patches(2), patches(1), 3)
    assert found.confusion == tuple(map(tuple, expected.counts.tolist()))
    assert found.mean_iou == pytest.approx(expected.mean_iou, rel=1e-12)
    assert [each.iou for each in found.classes] == pytest.approx(expected.iou.tolist(), rel=1e-12)
    assert found.kappa == pytest.approx(expected.kappa, rel=1e-12)
    whole = compare(*two).figures
    assert [each.boundary_iou for each in found.classes] == [each.boundary_iou for each in whole.classes]


def test_map_compared_with_itself_is_right_everywhere(two: tuple[str, str]) -> None:
    found = compare(two[0], two[0]).figures
    assert found.overall_accuracy == found.mean_iou == found.mean_f1 == found.kappa == found.mean_boundary_iou == 1
    assert found.pixels == np.count_nonzero(patches(1))


def test_reference_on_another_grid_and_in_another_crs_is_laid_over_the_map(tmp_path: Path) -> None:
    ids = patches(5)
    ours = write(tmp_path / "map.tif", ids)
    shape = {"src_transform": GRID, "src_crs": UTM, "dst_crs": "EPSG:4326"}
    corners = {"left": LEFT, "bottom": TOP - 80, "right": LEFT + 72, "top": TOP}
    transform, width, height = warp.calculate_default_transform(UTM, "EPSG:4326", 36, 40, **corners, resolution=2e-6)
    turned = np.zeros((height, width), np.uint8)
    warp.reproject(ids, turned, dst_transform=transform, **shape)
    theirs = write(tmp_path / "truth.tif", turned, crs="EPSG:4326", transform=transform)
    assert compare(ours, theirs).figures.overall_accuracy > 0.97


def test_reference_that_covers_a_part_judges_that_part(tmp_path: Path) -> None:
    ids = patches(6)
    part = write(tmp_path / "truth.tif", ids[8:20, 6:30], transform=GRID @ Affine.translation(6, 8))
    found = compare(write(tmp_path / "map.tif", ids), part).figures
    assert (found.overall_accuracy, found.pixels) == (1, np.count_nonzero(ids[8:20, 6:30]))


@pytest.mark.parametrize("crs", [UTM, "EPSG:4326"])
def test_polygons_with_a_class_field_are_a_reference(tmp_path: Path, crs: str) -> None:
    ids = np.full((40, 36), 2, np.uint8)
    ids[:, 18:] = 3
    boxes = [("Tree", 0, 0, 10, 12), ("water", 10, 10, 20, 22)]
    truth = write_polygons(tmp_path / "truth.gpkg", boxes, crs)
    found = compare(write(tmp_path / "map.tif", ids), truth, field="kind").figures
    by_name = {each.name: each for each in found.classes}
    assert (by_name["Tree"].reference_pixels, by_name["Tree"].recall) == (120, 1)
    assert (by_name["water"].reference_pixels, by_name["water"].recall) == (120, pytest.approx(40 / 120))
    assert by_name["Tree"].precision == pytest.approx(120 / 200)
    assert by_name["road"].reference_pixels == 0


def test_polygons_of_softseg_need_no_field(tmp_path: Path) -> None:
    truth = write_polygons(tmp_path / "truth.gpkg", [("tree", 0, 0, 10, 12)], field="class_name")
    assert compare(write(tmp_path / "map.tif", np.full((40, 36), 2, np.uint8)), truth).figures.overall_accuracy == 1


def test_rasters_of_other_programs_are_compared_by_number(tmp_path: Path) -> None:
    ours = write(tmp_path / "map.tif", patches(1), ())
    theirs = write(tmp_path / "truth.tif", patches(2).astype(np.int16), (), nodata=3)
    found = compare(ours, theirs).figures
    reference = np.where(patches(2) == 3, 0, patches(2))
    assert [each.name for each in found.classes] == ["1", "2", "3"]
    np.testing.assert_array_equal(found.confusion, Confusion.of(reference, patches(1), 3).counts)


def test_mapping_and_ignored_numbers_decide_what_is_compared(tmp_path: Path) -> None:
    ours = write(tmp_path / "map.tif", patches(1))
    theirs = write(tmp_path / "truth.tif", patches(2), ())
    found = compare(ours, theirs, mapping=[("tree", "2"), ("water", "2")], ignore=["3"]).figures
    assert [each.name for each in found.classes] == ["1", "2", "road"]
    reference = np.where(patches(2) == 3, 0, patches(2))
    merged = np.array([0, 3, 2, 2], np.uint8)[patches(1)]
    np.testing.assert_array_equal(found.confusion, Confusion.of(reference, merged, 3).counts)
    assert (found.only_reference, found.only_classes) == (("1",), ("road",))


def test_pixels_that_the_map_leaves_unlabelled_count_as_wrong(tmp_path: Path) -> None:
    ids = np.full((10, 10), 1, np.uint8)
    holes = ids.copy()
    holes[:2] = 0
    found = compare(write(tmp_path / "map.tif", holes), write(tmp_path / "truth.tif", ids)).figures
    assert (found.overall_accuracy, found.unlabelled) == (pytest.approx(0.8), pytest.approx(0.2))


def test_sample_is_weighted_by_the_area_of_each_class_on_the_map(tmp_path: Path) -> None:
    ids = np.full((40, 36), 1, np.uint8)
    ids[:, 27:] = 2
    truth = np.zeros_like(ids)
    truth[:2, :10], truth[:1, 27:] = 1, 2
    truth[0, :5], truth[0, 27] = 2, 1
    paths = write(tmp_path / "map.tif", ids), write(tmp_path / "truth.tif", truth)
    sampled = compare(*paths, sample=True).figures.sampled
    assert sampled is not None
    assert sampled.overall_accuracy[0] == pytest.approx(0.75 * 15 / 20 + 0.25 * 8 / 9, rel=1e-3)
    assert sampled.classes[0].share[0] == pytest.approx(0.75 * 15 / 20 + 0.25 / 9, rel=1e-3)
    assert compare(*paths).figures.sampled is None


def test_rasters_without_coordinates_are_compared_pixel_by_pixel(tmp_path: Path) -> None:
    ours, theirs = (write(tmp_path / f"{seed}.tif", patches(seed), crs=None) for seed in (1, 2))
    np.testing.assert_array_equal(
        compare(ours, theirs).figures.confusion, Confusion.of(patches(2), patches(1), 3).counts
    )


@pytest.mark.parametrize(
    ("reference", "error", "message"),
    [
        ("nothing.tif", BadRaster, "There is no file"),
        ("words.txt", BadRaster, "is not a raster"),
        ("floats.tif", BadRaster, "is not a class raster"),
        ("far.tif", BadOption, "says nothing of the ground of map.tif"),
        ("far.gpkg", BadOption, "lies on the class raster"),
        ("two.gpkg", BadOption, "Say with --field which field of .*two.gpkg holds the class: kind, id"),
        ("bare.tif", BadOption, "only one has coordinates"),
        ("other.tif", BadOption, "say which is which with --mapping"),
    ],
)
def test_reference_of_no_use_is_refused_with_a_sentence(
    tmp_path: Path, reference: str, error: type, message: str
) -> None:
    ours = write(tmp_path / "map.tif", patches(1))
    (tmp_path / "words.txt").write_text("no raster")
    write(tmp_path / "floats.tif", patches(1).astype(np.float32), ())
    write(tmp_path / "far.tif", patches(1), transform=Affine(2, 0, LEFT + 9000, 0, -2, TOP))
    write_polygons(tmp_path / "far.gpkg", [("tree", 9000, 0, 9010, 10)], field="class_name")
    write_polygons(tmp_path / "two.gpkg", [("tree", 0, 0, 10, 10)])
    write(tmp_path / "bare.tif", patches(1), crs=None)
    write(tmp_path / "other.tif", patches(1), ("a", "b", "c"))
    with pytest.raises(error, match=message):
        compare(ours, str(tmp_path / reference))


# ------------------------------------------------------------------------------------------------ the command


def test_command_tells_people_a_table_and_programs_json(two: tuple[str, str], capfd: pytest.CaptureFixture) -> None:
    assert cli.main(["compare", *two]) == 0
    shown = capfd.readouterr().out
    assert "Boundary IoU" in shown
    assert "judged pixels" in shown
    assert cli.main(["compare", *two, "--json", "--sample", "--boundary", "0"]) == 0
    values = json.loads(capfd.readouterr().out)
    assert [each["name"] for each in values["classes"]] == list(NAMES)
    assert values["mean_boundary_iou"] is None
    assert len(values["sampled"]["classes"]) == 3


def test_command_refuses_bad_input_with_one_sentence(two: tuple[str, str], capfd: pytest.CaptureFixture) -> None:
    for words in (["--mapping", "tree"], ["--mapping", "moor=tree"], ["--boundary", "-1"], ["--ignore", "moor"]):
        assert cli.main(["compare", *two, *words]) == 2
        assert len(capfd.readouterr().err.strip().splitlines()) <= 2
    assert cli.main(["compare", two[0], two[1] + "x"]) == 2


def test_output_that_cannot_be_written_is_refused_and_nothing_is_left(two: tuple[str, str], tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    words = ["--csv", str(tmp_path / "a.csv"), "--html", str(tmp_path / "none" / "page.html")]
    assert cli.main(["compare", *two, *words]) == 2
    assert cli.main(["compare", *two, "--html", two[1]]) == 2
    assert sorted(tmp_path.iterdir()) == before


def test_csv_holds_figures_and_confusion(two: tuple[str, str], tmp_path: Path) -> None:
    table = tmp_path / "figures.csv"
    assert cli.main(["compare", *two, "--csv", str(table), "--sample"]) == 0
    rows = list(csv.DictReader(table.open(encoding="utf-8")))
    found = compare(*two, sample=True).figures
    assert [row["class"] for row in rows] == ["(all)", *NAMES]
    assert float(rows[0]["overall_accuracy"]) == found.overall_accuracy
    assert float(rows[0]["iou"]) == found.mean_iou
    assert float(rows[2]["recall"]) == found.classes[1].recall
    assert [int(rows[2][f"map: {name}"]) for name in ("(none)", *NAMES)] == list(found.confusion[1])
    assert float(rows[3]["adjusted_share"]) == pytest.approx(found.sampled.classes[2].share[0])


def test_page_needs_nothing_beside_it_and_escapes_names(tmp_path: Path) -> None:
    names = ("<script>alert(1)</script>", "a & b", "c")
    paths = write(tmp_path / "map.tif", patches(1), names), write(tmp_path / "truth.tif", patches(2), names)
    page = tmp_path / "page.html"
    for _ in range(2):  # its own page is replaced
        assert cli.main(["compare", *paths, "--html", str(page), "--sample"]) == 0
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert text.count('src="data:image/png;base64,') == 3
    assert "http" not in text
    assert "softseg compare" in text
    assert text.count("rgba(46, 139, 68") == 3


def test_error_picture_shows_where_the_map_is_wrong(tmp_path: Path) -> None:
    truth = np.full((600, 1100), 1, np.uint8)
    truth[:, :100] = 0
    ids = np.full((600, 1100), 1, np.uint8)
    ids[300:] = 2
    paths = write(tmp_path / "map.tif", ids), write(tmp_path / "truth.tif", truth)
    result = compare(*paths, strip_rows=17)
    reference, predicted, errors = result.thumbnails.pictures(["#ff0000", "#00ff00", "#0000ff"])
    assert errors.size == reference.size == (367, 200)
    assert (errors.getpixel((10, 10)), errors.getpixel((200, 10))) == ((0xE4, 0xE8, 0xEC), (0xCF, 0xE3, 0xD2))
    assert errors.getpixel((200, 150)) == (0xC8, 0x10, 0x2E)
    assert predicted.getpixel((200, 150)) == (0, 255, 0)


def test_memory_does_not_grow_with_height(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.raster.classmap import ClassMap

    heights = []
    read = ClassMap.read
    monkeypatch.setattr(ClassMap, "read", lambda self, block, *more: heights.append(block.height) or read(self, block))
    ids = np.ones((900, 8), np.uint8)
    compare(write(tmp_path / "map.tif", ids), write(tmp_path / "truth.tif", ids), strip_rows=20)
    assert max(heights) <= 20 + 2 * 2
    assert len(heights) == 45
