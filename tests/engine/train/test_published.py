"""Miniature copies of the field's data sets, laid out as they are published, are read and parted as they should be."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import rasterio
from PIL import Image
from rasterio import Affine

from core.errors import BadOption
from core.text.lexicon import load_lexicon
from core.train.datasets import open_datasets
from core.train.datasets.kinds import DenseImage
from core.train.datasets.layout import Layout
from core.train.datasets.published import published_layouts
from core.train.datasets.table import class_table

SIDE = 32
SPOT = np.s_[4:12, 20:28]  # off the centre: a mask that is turned or mirrored shows


class Copy(NamedTuple):
    """One picture of a set: its files, what the mask holds at the spot and elsewhere, and what these mean ("" is
    ignored)."""

    folder: str
    picture: str
    mask: str
    values: tuple[int, int] | tuple[str, str]
    classes: tuple[str, str]
    side: str = "training"
    place: str = ""


_ISAID, _ISPRS = "_instance_color_RGB.png", "ISPRS_semantic_labeling_Vaihingen_ground_truth"
_FLAIR, _FLAIR_TEST = ("flair_aerial_train", "flair_labels_train"), ("flair_1_aerial_test", "flair_1_labels_test")

COPIES = [
    Copy("DLRSD", "Images/beach/beach00.tif", "Labels/beach/beach00.png", (12, 13), ("sand", "sea")),
    Copy(
        "iSAID",
        "img_dir/train/P0002_0_896_512_1408.png",
        f"ann_dir/train/P0002_0_896_512_1408{_ISAID}",
        (14, 0),
        ("plane", ""),
        place="P0002",
    ),
    Copy(
        "iSAID",
        "val/images/P0003.png",
        f"val/Semantic_masks/images/P0003{_ISAID}",
        ("#007f7f", "#000000"),
        ("large vehicle", ""),
        "validation",
        "P0003",
    ),
    Copy(
        "Potsdam",
        "2_Ortho_RGB/top_potsdam_2_10_RGB.tif",
        "5_Labels_all/top_potsdam_2_10_label.tif",
        ("#ffff00", "#0000ff"),
        ("car", "building"),
        place="2_10",
    ),
    Copy(
        "Potsdam",
        "2_Ortho_RGB/top_potsdam_3_13_RGB.tif",
        "5_Labels_all_noBoundary/top_potsdam_3_13_label_noBoundary.tif",
        ("#00ff00", "#000000"),
        ("tree", ""),
        "validation",
        "3_13",
    ),
    Copy(
        "potsdam",
        "img_dir/val/6_15_0_512_512_1024.png",
        "ann_dir/val/6_15_0_512_512_1024.png",
        (5, 2),
        ("low vegetation", ""),
        "validation",
        "6_15",
    ),
    Copy(
        "Vaihingen",
        "top/top_mosaic_09cm_area1.tif",
        f"{_ISPRS}_COMPLETE/top_mosaic_09cm_area1.tif",
        ("#ffffff", "#00ffff"),
        ("impervious surfaces", "low vegetation"),
        place="area1",
    ),
    Copy(
        "vaihingen",
        "img_dir/train/area38_0_0_512_512.png",
        "ann_dir/train/area38_0_0_512_512.png",
        (6, 0),
        ("building", ""),
        "validation",
        "area38",
    ),
    Copy("LoveDA", "Train/Rural/images_png/0.png", "Train/Rural/masks_png/0.png", (7, 0), ("agricultural", "")),
    Copy(
        "loveDA",
        "Val/Urban/images_png/3514.png",
        "Val/Urban/masks_png/3514.png",
        (3, 1),
        ("road", ""),
        "validation",
    ),
    Copy(
        "OpenEarthMap_wo_xBD",
        "aachen/images/aachen_1.tif",
        "aachen/labels/aachen_1.tif",
        (2, 8),
        ("rangeland", "building"),
        place="training/aachen",
    ),
    Copy(
        "OpenEarthMap",
        "OpenEarthMap_wo_xBD/rio/images/rio_3.tif",
        "OpenEarthMap_wo_xBD/rio/labels/rio_3.tif",
        (6, 0),
        ("water", ""),
        "validation",
        "validation/rio",
    ),
    Copy(
        "FLAIR",
        f"{_FLAIR[0]}/D006_2020/Z1_NN/img/IMG_000001.tif",
        f"{_FLAIR[1]}/D006_2020/Z1_NN/msk/MSK_000001.tif",
        (12, 19),
        ("plowed land", ""),
        place="D006",
    ),
    Copy(
        "FLAIR",
        f"{_FLAIR[0]}/D004_2021/Z9_UN/img/IMG_000748.tif",
        f"{_FLAIR[1]}/D004_2021/Z9_UN/msk/MSK_000748.tif",
        (6, 7),
        ("coniferous", "deciduous"),
        "validation",
        "D004",
    ),
    Copy(
        "FLAIR",
        f"{_FLAIR_TEST[0]}/D012_2019/Z2_UU/img/IMG_061713.tif",
        f"{_FLAIR_TEST[1]}/D012_2019/Z2_UU/msk/MSK_061713.tif",
        (2, 3),
        ("pervious surface", "impervious surface"),
        "validation",
        "test/D012",
    ),
    Copy(
        "UAVid",
        "uavid_train/seq1/Images/000000.png",
        "uavid_train/seq1/Labels/000000.png",
        ("#400080", "#c000c0"),
        ("moving car", "static car"),
        place="seq1",
    ),
    Copy("UDD5", "train/src/DJI_0300.JPG", "train/gt/DJI_0300.png", (0, 4), ("vegetation", "")),
    Copy("UDD5", "val/src/DJI_0500.JPG", "val/gt/DJI_0500.png", (3, 1), ("vehicle", "building"), "validation"),
    Copy("VDD", "test/src/DJI_0010.JPG", "test/gt/DJI_0010.png", (5, 0), ("roof", ""), "validation"),
    Copy(
        "FloodNet-Supervised_v1.0",
        "train/train-org-img/6336.jpg",
        "train/train-label-img/6336_lab.png",
        (1, 9),
        ("building-flooded", "grass"),
    ),
    Copy(
        "FloodNet-Supervised_v1.0",
        "test/test-org-img/6400.jpg",
        "test/test-label-img/6400_lab.png",
        (3, 0),
        ("road-flooded", ""),
        "validation",
    ),
    Copy("LandDiscover50K", "TR_Image/10.png", "GT_ID/10.png", (39, 0), ("windmill", "")),
]

LAYOUTS = {layout.name: layout for layout in published_layouts()}


def save(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)


def save_tiff(path: Path, bands: int) -> None:
    """A GeoTIFF of 0.5 m pixels; band k holds 10 k everywhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    profile = {"driver": "GTiff", "height": SIDE, "width": SIDE, "count": bands, "dtype": "uint8"}
    place = {"crs": "EPSG:32632", "transform": Affine(0.5, 0, 300_000, 0, -0.5, 5_600_000)}
    with rasterio.open(path, "w", **profile, **place) as raster:
        raster.write(np.repeat(np.arange(1, bands + 1, dtype=np.uint8) * 10, SIDE * SIDE).reshape(bands, SIDE, SIDE))


def make(root: Path, copy: Copy) -> Path:
    """Write the picture and its mask, whose path it gives, and the lists that OpenEarthMap has beside them."""
    folder = root / copy.folder
    if copy.picture.endswith(".tif"):
        save_tiff(folder / copy.picture, 5 if copy.folder == "FLAIR" else 3)
    else:
        save(folder / copy.picture, np.full((SIDE, SIDE, 3), 90, np.uint8))
    inside, outside = (bytes.fromhex(v[1:]) if isinstance(v, str) else bytes([v]) for v in copy.values)
    pixels = np.full((SIDE, SIDE, len(outside)), list(outside), np.uint8)
    pixels[SPOT] = list(inside)
    save(folder / copy.mask, pixels.squeeze())
    if "OpenEarthMap" in copy.folder:
        lists = folder / "OpenEarthMap_wo_xBD" if copy.folder == "OpenEarthMap" else folder
        (lists / "train.txt").write_text("aachen_1.tif\nnot_there_2.tif\n")
        (lists / "val.txt").write_text("rio_3.tif\n")
    return folder / copy.mask


def copy_of(folder: str) -> Copy:
    return next(copy for copy in COPIES if copy.folder == folder)


def classes_at_spot_and_elsewhere(image: DenseImage) -> tuple[str, str]:
    pixels, labels = image.load()
    assert pixels.shape == (SIDE, SIDE, 3)
    spot = np.zeros(labels.shape, bool)
    spot[SPOT] = True
    names = ["", *(label.name for label in image.classes)]
    (inside,), (outside,) = np.unique(labels[spot]), np.unique(labels[~spot])
    return names[inside], names[outside]


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: f"{copy.folder}/{copy.picture}")
def test_published_layout_is_read_and_parted(tmp_path: Path, copy: Copy) -> None:
    make(tmp_path, copy)
    datasets = open_datasets(tmp_path)
    (image,) = getattr(datasets, copy.side).dense
    assert len(datasets.training.dense) + len(datasets.validation.dense) == 1
    assert datasets.found == (image.source,)
    assert image.place == (copy.place or str(Path(copy.picture).with_suffix("")))
    assert classes_at_spot_and_elsewhere(image) == copy.classes


def test_every_published_set_has_a_copy_here() -> None:
    folders = {copy.folder.casefold() for copy in COPIES}
    assert all(folders & {name.casefold() for name in layout.folders} for layout in LAYOUTS.values())
    assert len(LAYOUTS) == 12


def test_sets_side_by_side_are_all_found(tmp_path: Path) -> None:
    for folder in ("LoveDA", "UDD5", "VDD", "LandDiscover50K"):
        make(tmp_path, copy_of(folder))
    assert open_datasets(tmp_path).found == ("landdiscover50k", "loveda", "udd5", "vdd")


def test_folder_of_one_set_is_a_data_folder_too(tmp_path: Path) -> None:
    make(tmp_path, copy_of("LoveDA"))
    assert open_datasets(tmp_path / "LoveDA").found == ("loveda",)


def test_two_copies_of_one_set_are_refused(tmp_path: Path) -> None:
    make(tmp_path, copy_of("Potsdam"))
    make(tmp_path, copy_of("Potsdam")._replace(folder="ISPRS_Potsdam"))
    with pytest.raises(BadOption, match="two data sets called potsdam"):
        open_datasets(tmp_path)


def test_folder_without_the_pictures_of_its_set_is_named(tmp_path: Path) -> None:
    (tmp_path / "UAVid" / "seq1").mkdir(parents=True)
    with pytest.raises(BadOption, match=r"UAVid holds no pictures of UAVid: .*uavid_train/\{sequence\}/Images"):
        open_datasets(tmp_path)


@pytest.mark.parametrize(
    ("folder", "value", "message"),
    [
        ("LoveDA", 8, r"0\.png: the number 8 at row 4, column 20 stands for no class"),
        ("UAVid", "#400090", r"000000\.png: the colour #400090 at row 4, column 20 stands for no class"),
        ("Potsdam", "#f0ff00", r"2_10_label\.tif: the colour #F0FF00 at row 4, column 20"),
    ],
)
def test_wrong_value_is_named_with_its_file(tmp_path: Path, folder: str, value: int | str, message: str) -> None:
    copy = copy_of(folder)
    make(tmp_path, copy._replace(values=(value, copy.values[1])))
    with pytest.raises(BadOption, match=message):
        open_datasets(tmp_path).training.dense[0].load()


def test_colours_that_are_off_by_a_few_levels_count_where_the_set_has_such(tmp_path: Path) -> None:
    make(tmp_path, copy_of("Potsdam")._replace(values=("#fcff00", "#0000ff")))
    assert classes_at_spot_and_elsewhere(open_datasets(tmp_path).training.dense[0]) == ("car", "building")


def test_mask_of_another_size_and_missing_mask_are_named(tmp_path: Path) -> None:
    mask = make(tmp_path, copy_of("FLAIR"))
    image = open_datasets(tmp_path).training.dense[0]
    save(mask, np.ones((SIDE, SIDE - 1), np.uint8))
    with pytest.raises(BadOption, match=r"IMG_000001\.tif.*32 x 32 px.*31 x 32 px"):
        image.load()
    mask.unlink()
    with pytest.raises(BadOption, match=r"MSK_000001\.tif is missing"):
        image.load()


def test_background_is_a_class_only_where_it_is_asked_for(tmp_path: Path) -> None:
    make(tmp_path, copy_of("loveDA"))
    (ignored,), (judged,) = (open_datasets(tmp_path, background=on).validation.dense for on in (False, True))
    assert classes_at_spot_and_elsewhere(ignored) == ("road", "")
    assert classes_at_spot_and_elsewhere(judged) == ("road", "background")
    assert judged.classes[:-1] == ignored.classes


def test_no_data_stays_ignored_even_with_the_background(tmp_path: Path) -> None:
    make(tmp_path, copy_of("LoveDA"))
    (image,) = open_datasets(tmp_path, background=True).training.dense
    assert classes_at_spot_and_elsewhere(image) == ("agricultural", "")


def test_picture_with_five_bands_shows_its_first_three(tmp_path: Path) -> None:
    make(tmp_path, copy_of("FLAIR"))
    pixels, _ = open_datasets(tmp_path).training.dense[0].load()
    assert pixels[3, 5].tolist() == [10, 20, 30]


def test_resolution_is_the_pictures_own_where_it_varies_within_the_set(tmp_path: Path) -> None:
    make(tmp_path, copy_of("OpenEarthMap_wo_xBD"))
    make(tmp_path, copy_of("FLAIR"))
    by_source = {image.source: image.ground_resolution_m for image in open_datasets(tmp_path).training.dense}
    assert by_source == {"openearthmap": pytest.approx(0.5, rel=1e-3), "flair": 0.2}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_classes_have_concepts_of_the_lexicon_where_it_has_a_word(layout: Layout) -> None:
    lexicon = load_lexicon()
    classes = class_table(layout.entries, layout.origin).classes
    own = {label.name for label in classes if label.concept not in lexicon.concepts}
    assert own <= {"pervious surface", "expressway service area", "expressway toll station"}
    assert all(label.concept == label.name for label in classes if label.name in own)
    assert layout.licence
    assert layout.title


def test_class_lists_are_as_long_as_published() -> None:
    found = {name: len(class_table(layout.entries, layout.origin).classes) for name, layout in LAYOUTS.items()}
    drones = {"uavid": 7, "udd5": 4, "vdd": 6, "floodnet": 9}
    towns = {"isaid": 15, "potsdam": 5, "vaihingen": 5}
    land = {"dlrsd": 17, "loveda": 6, "openearthmap": 8, "flair": 12, "landdiscover50k": 39}
    assert found == {**drones, **towns, **land}
