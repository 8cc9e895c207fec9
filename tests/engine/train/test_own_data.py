"""A user's own data: folders with a class table, and georeferenced rasters with label rasters or polygons."""

import json
import pickle
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from PIL import Image
from rasterio import Affine, warp

from core.errors import BadOption
from core.text.lexicon import load_lexicon
from core.train.datasets import open_datasets, rasters
from core.train.datasets.kinds import DenseImage
from core.train.datasets.own_words import with_own_words
from core.train.words import IGNORED, NEGATIVE, POSITIVE, SIMILAR, relation_of

TOML = """
ground_resolution_m = 0.3
classes = [
    { value = 1, name = "river", colour = "#0000ff" },
    { value = 2, name = "potato plot", colour = "#00ff00" },
    { value = 3, name = "tea", concept = "tea_coffee", colour = "#ff0000" },
    { value = 0, ignore = true, colour = "#000000" },
]
"""
pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")

UTM = "EPSG:32633"
LEFT, TOP = 500_000.0, 5_000_000.0


def save(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)


def make_set(folder: Path, table: str = TOML, suffix: str = "toml", names: tuple[str, ...] = ("a",)) -> Path:
    """A set with one picture or more; the mask has 1 at row 1, column 2, 2 elsewhere and 0 in the last row."""
    mask = np.full((6, 8), 2, np.uint8)
    mask[1, 2], mask[5] = 1, 0
    for name in names:
        save(folder / f"images/{name}.jpg", np.full((6, 8, 3), 90, np.uint8))
        save(folder / f"masks/{name}.png", mask)
    (folder / f"classes.{suffix}").write_text(table, encoding="utf-8")
    return folder


def write_raster(path: Path, bands: np.ndarray, crs: str | None = UTM, transform: Affine | None = None, **more) -> Path:
    bands = bands if bands.ndim == 3 else bands[None]
    count, height, width = bands.shape
    place = {"crs": crs, "transform": transform or Affine(2, 0, LEFT, 0, -2, TOP)} if crs else {}
    profile = {"driver": "GTiff", "count": count, "height": height, "width": width, "dtype": bands.dtype}
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(path, "w", **profile, **place, **more) as raster:
        raster.write(bands)
    return path


def write_polygons(path: Path, boxes: dict[tuple[float, float, float, float], str | None], crs: str = UTM) -> Path:
    """Boxes given in px of the rasters here (row, col, bottom, right), with the class of each in the field `use`."""
    shapes = [shapely.box(LEFT + 2 * w, TOP - 2 * s, LEFT + 2 * e, TOP - 2 * n) for n, w, s, e in boxes]
    if crs != UTM:
        shapes = shapely.transform(
            np.array(shapes), lambda xy: np.column_stack(warp.transform(UTM, crs, *xy.T.tolist())[:2])
        )
    values = np.array(list(boxes.values()), object)
    options = {"crs": crs, "geometry_type": "Polygon", "layer": "fields"}
    pyogrio.raw.write(path, shapely.to_wkb(shapes), [values], ["use"], **options)
    return path


def names_of(image: DenseImage) -> list[list[str]]:
    names = np.array(["", *(label.name for label in image.classes)], object)
    return names[image.load()[1]].tolist()


def test_toml_table_names_classes_and_their_concepts(tmp_path: Path) -> None:
    make_set(tmp_path / "garden")
    (image,) = open_datasets(tmp_path).training.dense
    assert (image.source, image.ground_resolution_m) == ("garden", 0.3)
    assert [(label.name, label.concept) for label in image.classes] == [
        ("river", "river"),
        ("potato plot", "potato plot"),
        ("tea", "tea_coffee"),
    ]
    shown = names_of(image)
    assert (shown[1][2], shown[0][0], shown[5][7]) == ("river", "potato plot", "")


@pytest.mark.parametrize(
    ("suffix", "table"),
    [
        ("json", json.dumps([{"value": 1, "name": "river"}, {"value": 2, "name": "x"}, {"value": 0, "ignore": True}])),
        ("json", json.dumps({"classes": [{"value": i, "name": f"k{i}"} for i in range(3)]})),
        ("csv", "value,name,concept,ignore\n1,river,,\n2,tea,tea_coffee,no\n0,,,yes\n"),
        ("csv", "\ufeffValue;Name\n1;river\n2;tea\n0;nothing\n"),
    ],
)
def test_json_and_csv_tables_serve_too(tmp_path: Path, suffix: str, table: str) -> None:
    folder = make_set(tmp_path / "own", table, suffix)
    write_raster(folder / "images/a.tif", np.full((3, 6, 8), 90, np.uint8))
    (folder / "images/a.jpg").unlink()
    (image,) = open_datasets(tmp_path).training.dense
    assert image.ground_resolution_m == pytest.approx(2, rel=1e-3)
    assert image.load()[1][1, 2] != image.load()[1][0, 0] != 0


@pytest.mark.parametrize("key", ["colour", "value"])
def test_colours_are_read_as_hex_and_as_three_numbers(tmp_path: Path, key: str) -> None:
    folder = make_set(tmp_path / "own", f"{key},name\n#0000FF,river\n0 255 0,tea\n", "csv")
    (folder / "images/a.jpg").unlink()
    write_raster(folder / "images/a.tif", np.full((3, 6, 8), 90, np.uint8))
    mask = np.full((6, 8, 3), (0, 255, 0), np.uint8)
    mask[1, 2] = 0, 0, 255
    save(folder / "masks/a.png", mask)
    shown = names_of(open_datasets(tmp_path).training.dense[0])
    assert (shown[1][2], shown[0][0]) == ("river", "tea")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("value = 1", 'value = "blue"', "class 1: “blue” is neither a mask value nor a colour"),
        ("value = 1", "value = 70000", "class 1: mask values go from 0 to 65,535, 70000 does not"),
        ("value = 1", "value = 2", "the value 2 stands for two classes"),
        ('name = "river"', 'nam = "river"', "class 1 has an unknown entry “nam”"),
        ('name = "river", ', "", "class 1 has no name"),
        ("tea_coffee", "tee", "'tee', which is given for tea, is no concept of the lexicon"),
        ("ignore = true", "ignore = 7", "class 4: “7” is neither yes nor no"),
        ("ground_resolution_m = 0.3", "", "does not say how large its pixels are"),
        ("ground_resolution_m = 0.3", "ground_resolution_m = -1", "“ground_resolution_m” has to be the metres"),
        ("ground_resolution_m = 0.3", "resolution = 1", "unknown entry “resolution”"),
        ("ground_resolution_m = 0.3", 'validation = "some"', "“validation” has to be last fifth"),
        ("classes = [", "classes = 3\nmore = [", "a class table is a list of classes"),
        ("classes = [", "classes = [[", "is no valid TOML"),
        ("{ value", "# { value", "needs 1 to 254 classes, not 0"),
    ],
)
def test_wrong_table_is_refused_with_a_sentence_that_names_it(tmp_path: Path, old: str, new: str, message: str) -> None:
    make_set(tmp_path / "own", TOML.replace(old, new))
    with pytest.raises(BadOption) as caught:
        open_datasets(tmp_path)
    assert message in caught.value.text
    assert "own" in caught.value.text


def test_number_outside_the_table_is_named_even_in_masks_of_16_bits(tmp_path: Path) -> None:
    folder = make_set(tmp_path / "own")
    save(folder / "masks/a.png", np.full((6, 8), 4000, np.uint16))
    with pytest.raises(BadOption, match=r"masks/a\.png: the number 4000 at row 0, column 0"):
        open_datasets(tmp_path).training.dense[0].load()


def test_transparent_pixels_are_ignored(tmp_path: Path) -> None:
    folder = make_set(tmp_path / "own")
    pixels = np.full((6, 8, 4), 255, np.uint8)
    pixels[0, 0, 3] = 0
    (folder / "images/a.jpg").unlink()
    save(folder / "images/a.png", pixels)
    shown = names_of(open_datasets(tmp_path).training.dense[0])
    assert (shown[0][0], shown[0][1]) == ("", "potato plot")


def test_sixteen_bits_are_stretched_and_no_data_is_ignored(tmp_path: Path) -> None:
    folder = make_set(tmp_path / "own")
    (folder / "images/a.jpg").unlink()
    bands = np.tile(np.arange(1000, 1048, dtype=np.uint16).reshape(6, 8), (3, 1, 1))
    bands[:, 0, 0] = 0
    write_raster(folder / "images/a.tif", bands, nodata=0)
    (image,) = open_datasets(tmp_path).training.dense
    pixels, labels = image.load()
    assert pixels.max() == 255
    assert np.ptp(pixels[1]) > 20
    assert (labels[0, 0], labels[0, 1]) == (0, 2)


def test_pictures_travel_to_another_process(tmp_path: Path) -> None:
    make_set(tmp_path / "own")
    (image,) = open_datasets(tmp_path).training.dense
    assert (pickle.loads(pickle.dumps(image)).load()[1] == image.load()[1]).all()


def test_last_fifth_is_kept_where_no_side_is_declared(tmp_path: Path) -> None:
    make_set(tmp_path / "own", names=tuple("abcdefghij"))
    datasets = open_datasets(tmp_path)
    assert [Path(image.name).stem for image in datasets.validation.dense] == ["i", "j"]
    assert len(datasets.training.dense) == 8


@pytest.mark.parametrize(
    ("validation", "kept"),
    [('"every fifth"', ["e", "j"]), ('"none"', []), ('["images/b", "images/c"]', ["b", "c"])],
)
def test_declared_split_is_kept(tmp_path: Path, validation: str, kept: list[str]) -> None:
    make_set(tmp_path / "own", f"validation = {validation}\n{TOML}", names=tuple("abcdefghij"))
    assert [Path(image.name).stem for image in open_datasets(tmp_path).validation.dense] == kept


def test_folders_train_and_val_are_the_sides(tmp_path: Path) -> None:
    folder = make_set(tmp_path / "own", names=tuple("abcdef"))
    for side, name in (("train", "t"), ("val", "v")):
        make_set(folder / side, names=(name,))
        (folder / side / "classes.toml").unlink()
    datasets = open_datasets(tmp_path)
    assert [Path(image.name).stem for image in datasets.validation.dense] == ["v"]
    assert len(datasets.training.dense) == 7


def test_files_may_lie_anywhere(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    save(folder / "north/2021/x_rgb.png", np.zeros((6, 8, 3), np.uint8))
    save(folder / "truth/x-north.png", np.full((6, 8), 3, np.uint8))
    rule = (
        '[[files]]\nimages = "{region}/{year}/{name}_rgb.png"\nmasks = "truth/{name}-{region}.png"\nplace = "{region}"'
    )
    (folder / "classes.toml").write_text(f"{TOML}\n{rule}\n")
    (image,) = open_datasets(tmp_path).training.dense
    assert image.place == "north"
    assert names_of(image)[0][0] == "tea"


def test_mask_path_that_cannot_be_filled_in_is_refused(tmp_path: Path) -> None:
    rule = '[[files]]\nimages = "i/{name}.png"\nmasks = "m/{name}_{date}.png"'
    make_set(tmp_path / "own", f"{TOML}\n{rule}\n")
    with pytest.raises(BadOption, match=r"says nothing of \{date\}"):
        open_datasets(tmp_path)


# ------------------------------------------------------------------------------------------------ georeferenced rasters


def make_raster(folder: Path, rule: str, table: str = TOML, height: int = 6, width: int = 8) -> Path:
    write_raster(folder / "ortho.tif", np.full((4, height, width), 120, np.uint8))
    (folder / "classes.toml").write_text(f'{table}\n[[rasters]]\nimage = "ortho.tif"\n{rule}\n')
    return folder


def test_label_raster_in_another_crs_and_resolution_lies_on_the_ground_of_the_image(tmp_path: Path) -> None:
    folder = make_raster(tmp_path / "own", 'labels = "truth.tif"')
    fine = np.full((24, 32), 2, np.uint8)
    fine[:, 16:] = 3
    transform, width, height = warp.calculate_default_transform(
        UTM, "EPSG:4326", 32, 24, left=LEFT, bottom=TOP - 12, right=LEFT + 16, top=TOP, resolution=2e-6
    )
    turned = np.zeros((height, width), np.uint8)
    own = {"src_transform": Affine(0.5, 0, LEFT, 0, -0.5, TOP), "src_crs": UTM}
    warp.reproject(fine, turned, **own, dst_transform=transform, dst_crs="EPSG:4326")
    write_raster(folder / "truth.tif", turned, "EPSG:4326", transform)
    (image,) = open_datasets(tmp_path).training.dense
    assert image.ground_resolution_m == pytest.approx(2, rel=1e-3)
    assert all(row == ["potato plot"] * 4 + ["tea"] * 4 for row in names_of(image)[1:5])


def test_no_data_of_a_label_raster_is_ignored_whatever_the_table_says(tmp_path: Path) -> None:
    folder = make_raster(tmp_path / "own", 'labels = "truth.tif"')
    labels = np.full((6, 8), 1, np.uint8)
    labels[:, 5:] = 2
    write_raster(folder / "truth.tif", labels, nodata=2)
    assert names_of(open_datasets(tmp_path).training.dense[0])[0] == ["river"] * 5 + [""] * 3


def test_polygons_of_another_crs_are_drawn_on_the_grid_of_the_image(tmp_path: Path) -> None:
    folder = make_raster(tmp_path / "own", 'polygons = "fields.gpkg"\nfield = "use"')
    boxes = {(0, 0, 3, 4): "River", (3, 4, 6, 8): "2", (0, 6, 2, 8): None}
    write_polygons(folder / "fields.gpkg", boxes, "EPSG:4326")
    assert names_of(open_datasets(tmp_path).training.dense[0]) == [
        *[["river"] * 4 + [""] * 4] * 3,
        *[[""] * 4 + ["potato plot"] * 4] * 3,
    ]


def test_field_of_polygons_is_a_class_table_by_itself(tmp_path: Path) -> None:
    folder = make_raster(tmp_path / "own", 'polygons = "fields.gpkg"\nfield = "use"', table="")
    write_polygons(folder / "fields.gpkg", {(0, 0, 3, 4): "reed", (3, 0, 6, 4): "weir gate"})
    (image,) = open_datasets(tmp_path).training.dense
    assert [label.concept for label in image.classes] == ["reed", "weir gate"]
    assert names_of(image)[5][:5] == ["weir gate"] * 4 + [""]


def test_raster_is_cut_into_tiles_and_those_without_labels_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rasters, "TILE_PX", 16)
    rule = 'polygons = "fields.gpkg"\nfield = "use"'
    folder = make_raster(tmp_path / "own", rule, height=64, width=32)
    write_polygons(folder / "fields.gpkg", {(0, 0, 64, 10): "river", (50, 20, 52, 22): "tea"})
    datasets = open_datasets(tmp_path)
    tiles = (*datasets.training.dense, *datasets.validation.dense)
    assert [image.load()[1].shape for image in tiles] == [(16, 16)] * 5
    assert [image.place for image in datasets.validation.dense] == ["ortho row 000048 column 000016"]
    assert names_of(datasets.validation.dense[0])[2][4:7] == ["tea", "tea", ""]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ('polygons = "fields.gpkg"', "needs either labels, or polygons and their field"),
        ('polygons = "fields.gpkg"\nfield = "kind"', "has no field “kind”: it has use"),
        ('polygons = "none.gpkg"\nfield = "use"', "There is no file"),
        ('polygons = "ortho.tif"\nfield = "use"', "cannot be read as a file of polygons"),
        ('polygons = "fields.gpkg"\nfield = "use"', "“moor” in the field “use” stands for no class"),
        ('polygons = "far.gpkg"\nfield = "use"', "has no labels for the ground of"),
        ('labels = "far.tif"', "has no labels for the ground of"),
        ('labels = "bare.tif"', "only one has coordinates"),
    ],
)
def test_labels_that_do_not_fit_are_refused_with_a_sentence(tmp_path: Path, rule: str, message: str) -> None:
    folder = make_raster(tmp_path / "own", rule)
    write_polygons(folder / "fields.gpkg", {(0, 0, 3, 4): "moor"})
    write_polygons(folder / "far.gpkg", {(600, 0, 603, 4): "river"})
    write_raster(folder / "far.tif", np.ones((4, 4), np.uint8), transform=Affine(2, 0, LEFT + 5000, 0, -2, TOP))
    write_raster(folder / "bare.tif", np.ones((6, 8), np.uint8), None)
    with pytest.raises(BadOption) as caught:
        open_datasets(tmp_path)
    assert message in caught.value.text


# ------------------------------------------------------------------------------------------------ words of its own


def test_class_without_a_concept_becomes_a_word_that_its_siblings_exclude(tmp_path: Path) -> None:
    make_set(tmp_path / "own", TOML.replace("river", "conifer"))
    lexicon = with_own_words(load_lexicon(), open_datasets(tmp_path).training.dense)
    assert lexicon.concepts["potato plot"].phrases == ("potato plot",)
    index = list(lexicon.concepts).index
    relation = relation_of(lexicon)
    assert relation[index("potato plot"), index("potato plot")] == POSITIVE
    assert relation[index("potato plot"), index("tea_coffee")] == NEGATIVE
    assert relation[index("conifer_tree"), index("potato plot")] == NEGATIVE
    assert relation[index("potato plot"), index("cropland")] in (SIMILAR, IGNORED)
    assert relation[index("cropland"), index("potato plot")] in (SIMILAR, IGNORED)


def test_lexicon_stays_as_it_is_when_it_has_all_words(tmp_path: Path) -> None:
    make_set(tmp_path / "own", TOML.replace("potato plot", "forest"))
    lexicon = load_lexicon()
    assert with_own_words(lexicon, open_datasets(tmp_path).training.dense) is lexicon


def test_words_of_different_sets_may_be_the_same_thing(tmp_path: Path) -> None:
    make_set(tmp_path / "first")  # river, potato plot, tea
    make_set(tmp_path / "second", TOML.replace("river", "muddy patch").replace("potato plot", "spud plot"))
    lexicon = with_own_words(load_lexicon(), open_datasets(tmp_path).training.dense)
    index = list(lexicon.concepts).index
    relation = relation_of(lexicon)
    assert relation[index("potato plot"), index("spud plot")] == relation[index("spud plot"), index("potato plot")]
    assert relation[index("potato plot"), index("spud plot")] == SIMILAR
    assert relation[index("muddy patch"), index("spud plot")] == NEGATIVE  # of one set


# ------------------------------------------------------------------------------------------------ large pictures


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_pictures_and_masks_may_be_larger_than_what_pillow_trusts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    make_set(tmp_path / "garden")
    if suffix == "png":
        (tmp_path / "garden/images/a.jpg").unlink()
        save(tmp_path / "garden/images/a.png", np.full((6, 8, 4), 90, np.uint8))
    (image,) = open_datasets(tmp_path).training.dense
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    assert names_of(image)[1][2] == "river"
    assert Image.MAX_IMAGE_PIXELS == 10
    with pytest.raises(Image.DecompressionBombError):
        Image.open(tmp_path / "garden/masks/a.png")
