"""Miniature copies of the data sets are read, parted by place, and named where they are wrong."""

import io
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
from PIL import Image
from rasterio import Affine

from core.errors import BadOption
from core.text.lexicon import load_lexicon
from core.train.datasets import dubai, eurosat, houston, korea, open_datasets, ucmerced

REAL = Path(__file__).resolve().parents[4] / "shared" / "data"
real_data = pytest.mark.skipif(not REAL.is_dir(), reason="the data folder is not beside the repository")


def save_picture(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)


def grey(height: int = 6, width: int = 8) -> np.ndarray:
    return np.full((height, width, 3), 90, np.uint8)


def make_dubai(folder: Path, tile: str = "tile1", colour: int = 0x3C1098) -> Path:
    mask = np.zeros((6, 8, 3), np.uint8)
    mask[:] = (0x84, 0x29, 0xF6)
    mask[2, 3] = colour >> 16, colour >> 8 & 255, colour & 255
    mask[0, 0] = 0x9B
    save_picture(folder / "dubai_aerial" / tile / "images" / "image_part_001.jpg", grey())
    path = folder / "dubai_aerial" / tile / "masks" / "image_part_001.png"
    save_picture(path, mask)
    return path


def make_houston(folder: Path, number: int = 1) -> Path:
    mask = np.zeros((6, 8), np.uint8)
    mask[1, 2] = number
    save_picture(folder / "houston_uav" / "images" / "12.jpg", grey())
    path = folder / "houston_uav" / "masks" / "12.png"
    save_picture(path, mask)
    return path


def make_patch(folder: Path, date: str, k: int, left: float, number: int = 10) -> None:
    profile = {"driver": "GTiff", "height": 6, "width": 8, "dtype": "uint8", "crs": "EPSG:32652"}
    profile["transform"] = Affine(10, 0, left, 0, -10, 4_000_000)
    image = np.full((4, 6, 8), 255, np.uint8)
    image[3, 0] = 0
    mask = np.full((1, 6, 8), number, np.uint8)
    for kind, pixels in ((f"images/{date}_patchN_{k}", image), (f"masks/{date}_mask_{k}", mask)):
        path = folder / "korea_sentinel2" / f"{kind}.tif"
        path.parent.mkdir(parents=True, exist_ok=True)
        with rasterio.open(path, "w", count=len(pixels), **profile) as raster:
            raster.write(pixels)


def make_zip(path: Path, names: list[str]) -> None:
    picture = io.BytesIO()
    Image.fromarray(grey()).save(picture, "JPEG")
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, picture.getvalue())


def test_colours_become_labels_and_grey_is_ignored(tmp_path: Path) -> None:
    make_dubai(tmp_path)
    image = open_datasets(tmp_path).training.dense[0]
    pixels, labels = image.load()
    assert pixels.shape == (6, 8, 3)
    assert image.classes[labels[2, 3] - 1].concept == "building"
    assert image.classes[labels[5, 7] - 1].concept == "bare_land"
    assert labels[0, 0] == 0


def test_palette_masks_read_like_coloured_ones(tmp_path: Path) -> None:
    path = make_dubai(tmp_path)
    before = open_datasets(tmp_path).training.dense[0].load()[1]
    Image.open(path).convert("P", palette=Image.Palette.ADAPTIVE, colors=8).save(path)
    assert Image.open(path).mode == "P"
    np.testing.assert_array_equal(open_datasets(tmp_path).training.dense[0].load()[1], before)


def test_unknown_colour_is_named_with_its_file_and_pixel(tmp_path: Path) -> None:
    path = make_dubai(tmp_path, colour=0x3C1099)
    with pytest.raises(BadOption, match=r"#3C1099 at row 2, column 3") as caught:
        open_datasets(tmp_path).training.dense[0].load()
    assert str(path) in caught.value.text


def test_parts_of_a_roof_count_as_building_and_wires_as_nothing(tmp_path: Path) -> None:
    for number, concept in ((1, "building"), (8, "building"), (10, "building"), (23, "water"), (16, None)):
        make_houston(tmp_path, number)
        image = open_datasets(tmp_path).training.dense[0]
        label = int(image.load()[1][1, 2])
        assert (image.classes[label - 1].concept if label else None) == concept


def test_unknown_number_is_named_with_its_file_and_pixel(tmp_path: Path) -> None:
    path = make_houston(tmp_path, number=77)
    with pytest.raises(BadOption, match=r"number 77 at row 1, column 2") as caught:
        open_datasets(tmp_path).training.dense[0].load()
    assert str(path) in caught.value.text


def test_mask_of_another_size_is_named_with_both_sizes(tmp_path: Path) -> None:
    save_picture(make_dubai(tmp_path), np.zeros((5, 8, 3), np.uint8))
    with pytest.raises(BadOption, match=r"image_part_001.*8 x 6 px.*8 x 5 px"):
        open_datasets(tmp_path).training.dense[0].load()


def test_missing_and_damaged_files_are_named(tmp_path: Path) -> None:
    mask = make_dubai(tmp_path)
    image = open_datasets(tmp_path).training.dense[0]
    mask.write_bytes(mask.read_bytes()[:60])
    with pytest.raises(BadOption, match=r"image_part_001\.png cannot be read"):
        image.load()
    mask.unlink()
    with pytest.raises(BadOption, match=r"image_part_001\.png is missing"):
        image.load()


def test_transparent_pixels_and_background_are_ignored(tmp_path: Path) -> None:
    make_patch(tmp_path, "202309", 1, 0)
    make_patch(tmp_path, "202309", 2, 1000, number=100)
    forest, background = (image.load()[1] for image in open_datasets(tmp_path).training.dense)
    assert (forest[0] == 0).all()
    assert (forest[1:] == 1).all()
    assert (background == 0).all()


def test_patch_without_alpha_is_refused_by_name(tmp_path: Path) -> None:
    make_patch(tmp_path, "202309", 1, 0)
    image = open_datasets(tmp_path).training.dense[0]
    mask = tmp_path / "korea_sentinel2/masks/202309_mask_1.tif"
    Path(image.name).write_bytes(mask.read_bytes())
    with pytest.raises(BadOption, match=r"202309_patchN_1\.tif cannot be read as a raster of 4 bands"):
        image.load()


def test_patch_on_validation_ground_is_on_neither_side(tmp_path: Path) -> None:
    make_patch(tmp_path, "202309", 3, 0)
    make_patch(tmp_path, "202309", 8, 40)
    make_patch(tmp_path, "202412", 3, 5000)
    make_patch(tmp_path, "202412", 9, 9000)
    datasets = open_datasets(tmp_path)
    assert [Path(image.name).name for image in datasets.validation.dense] == [
        "202309_patchN_3.tif",
        "202412_patchN_3.tif",
    ]
    assert [Path(image.name).name for image in datasets.training.dense] == ["202412_patchN_9.tif"]


def test_tile_seven_is_kept_for_validation(tmp_path: Path) -> None:
    make_dubai(tmp_path, "tile7")
    make_dubai(tmp_path, "tile4")
    datasets = open_datasets(tmp_path)
    assert [image.place for image in datasets.training.dense] == ["tile4"]
    assert [image.place for image in datasets.validation.dense] == ["tile7"]


def test_scenes_are_read_from_the_zip_and_parted_by_its_folders(tmp_path: Path) -> None:
    make_zip(tmp_path / "ucmerced/ucmerced.zip", ["train/forest/forest01.jpg", "test/airplane/airplane02.jpg"])
    datasets = open_datasets(tmp_path)
    (forest,), (airplane,) = datasets.training.scenes, datasets.validation.scenes
    assert (forest.concept, airplane.concept) == ("forest", "airplane")
    assert forest.coverage == 1.0 > airplane.coverage > 0
    assert forest.load().shape == (6, 8, 3)


def test_scenes_travel_to_another_process_as_a_path(tmp_path: Path) -> None:
    make_zip(tmp_path / "ucmerced/ucmerced.zip", ["train/forest/forest01.jpg"])
    scene = open_datasets(tmp_path).training.scenes[0]
    scene.load()
    assert pickle.loads(pickle.dumps(scene)).load().shape == (6, 8, 3)


def test_unknown_scene_and_broken_zip_are_named(tmp_path: Path) -> None:
    make_zip(tmp_path / "eurosat_rgb/eurosat.zip", ["Desert/Desert_1.jpg"])
    with pytest.raises(BadOption, match="Desert is no scene of EuroSAT"):
        open_datasets(tmp_path)
    (tmp_path / "eurosat_rgb/eurosat.zip").write_bytes(b"no zip")
    with pytest.raises(BadOption, match=r"eurosat\.zip cannot be read as a zip archive"):
        open_datasets(tmp_path)


def test_a_fifth_of_eurosat_is_kept_whatever_the_folder() -> None:
    kept = [eurosat.is_validation(f"Forest/Forest_{i}.jpg") for i in range(2000)]
    assert 0.17 < np.mean(kept) < 0.23
    assert kept == [eurosat.is_validation(f"elsewhere/Forest_{i}.jpg") for i in range(2000)]


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    make_houston(tmp_path)
    datasets = open_datasets(tmp_path)
    assert datasets.found == ("houston",)
    assert datasets.missing == ("dubai", "korea", "ucmerced", "eurosat")


def test_missing_or_empty_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="is not there"):
        open_datasets(tmp_path / "nowhere")
    with pytest.raises(BadOption, match="no known data set"):
        open_datasets(tmp_path)


@pytest.mark.parametrize("dataset", [dubai, houston, korea])
def test_classes_have_concepts_of_their_own_in_the_lexicon(dataset: object) -> None:
    concepts = [label.concept for label in dataset.CLASSES]
    assert len(set(concepts)) == len(concepts)
    assert set(concepts) <= set(load_lexicon().concepts)


@pytest.mark.parametrize("dataset", [ucmerced, eurosat])
def test_scenes_have_concepts_of_the_lexicon_and_a_coverage(dataset: object) -> None:
    for concept, coverage in dataset.SCENES.values():
        assert concept in load_lexicon().concepts
        assert 0 < coverage <= 1


@real_data
def test_real_folder_holds_what_its_table_says() -> None:
    datasets = open_datasets(REAL)
    assert datasets.missing == ()
    counted = {
        source: tuple(
            sum(image.source == source for image in (*side.dense, *side.scenes))
            for side in (datasets.training, datasets.validation)
        )
        for source in datasets.found
    }
    assert counted.pop("eurosat")[0] in range(6200, 6600)
    assert counted == {"dubai": (36, 9), "houston": (3, 0), "korea": (20, 4), "ucmerced": (1680, 420)}


@real_data
def test_no_real_place_is_on_both_sides() -> None:
    datasets = open_datasets(REAL)
    sides = [{(image.source, image.place) for image in side.dense} for side in (datasets.training, datasets.validation)]
    assert not sides[0] & sides[1]
    names = [{Path(scene.name).name for scene in side.scenes} for side in (datasets.training, datasets.validation)]
    assert not names[0] & names[1]


@real_data
@pytest.mark.parametrize(
    ("source", "place", "classes"), [("dubai", "tile1", 5), ("korea", "0", 4), ("houston", "6411", 7)]
)
def test_real_labels_are_not_empty(source: str, place: str, classes: int) -> None:
    dense = (image for image in open_datasets(REAL).training.dense if (image.source, image.place) == (source, place))
    image = next(dense)
    pixels, labels = image.load()
    histogram = np.bincount(labels.ravel(), minlength=len(image.classes) + 1)
    assert pixels.dtype == np.uint8
    assert np.count_nonzero(histogram[1:]) >= min(classes, len(image.classes)) - 1
    assert len(histogram) == len(image.classes) + 1
