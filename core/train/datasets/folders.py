"""Open a data set as its layout says: pair pictures with masks, and part them into training and validation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from ...errors import BadOption
from ...raster.readers import open_readers
from .ground_labels import GroundLabels, LabelPolygons, LabelRaster
from .kinds import DenseImage, Split, part
from .layout import Layout, PathRule, RasterRule
from .path_template import fill, find
from .pictures import read_pair
from .rasters import labelled_tiles, table_of_field
from .table import ClassTable, class_table

_SIDES = ("training", "validation")
_VALIDATION_SHARE = 5  # one of so many places


def open_layout(layout: Layout, folder: Path, *, background: bool = False) -> tuple[Split, Split]:
    """Training and validation pictures of a folder; no mask is decoded yet.

    Args:
        layout: what the folder holds.
        folder: the folder of the set, or one that holds such a folder.
        background: make a class of what the set calls background; else it is ignored.

    Raises:
        BadOption: there are no pictures where the layout has them, their resolution is not known, or the class table
            does not fit the masks.
        BadRaster: a georeferenced raster cannot be read.
    """
    nested = (sub for sub in sorted(folder.glob("*")) if fits(layout, sub))
    for place in (folder, *nested):
        images = tuple(_images(layout, place, background))
        if images:
            return _parted(layout, images)
    wanted = ", ".join([rule.images for rule in layout.paths[:2]] + [rule.image for rule in layout.rasters])
    raise BadOption(f"{folder} holds no pictures of {layout.title or layout.name}: they have to be at {wanted}.")


def fits(layout: Layout, folder: Path) -> bool:
    """Whether a folder has one of the names of a layout, in upper or lower case."""
    return folder.is_dir() and folder.name.casefold() in {name.casefold() for name in layout.folders}


def _images(layout: Layout, folder: Path, background: bool) -> Iterator[tuple[str, DenseImage]]:
    """Pictures with the side that their rule declares, or ""."""
    if layout.paths:
        table = class_table(layout.entries, layout.origin, background=background)
        for rule in layout.paths:
            yield from ((rule.side, image) for image in _pictures(layout, rule, folder, table))
    for raster in layout.rasters:
        labels = _ground_labels(layout, raster, folder, background)
        tiles = labelled_tiles(layout.name, folder / raster.image, labels, layout.ground_resolution_m)
        yield from (("", tile) for tile in tiles)


def _pictures(layout: Layout, rule: PathRule, folder: Path, table: ClassTable) -> Iterator[DenseImage]:
    found = list(find(folder, rule.images))
    if not found:
        return
    listed = _listed(folder / rule.listed) if rule.listed else None
    encoding = _encoding(rule, table, layout.origin)
    for picture, fields in found:
        if listed is not None and not listed & {picture.name, picture.stem}:
            continue
        place = picture.relative_to(folder).with_suffix("").as_posix()
        mask = _mask(folder, rule, fields)
        yield DenseImage(
            layout.name,
            fill(rule.place, fields) if rule.place else place,
            str(picture),
            _resolution(layout, picture),
            table.classes,
            partial(read_pair, picture, mask, table, encoding, layout.colour_tolerance, layout.bands or None),
        )


def _listed(path: Path) -> frozenset[str]:
    """Names of the pictures that count."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadOption(f"{path}, which lists the pictures of one side, cannot be read.", str(error)) from error
    return frozenset(line.strip() for line in lines)


def _mask(folder: Path, rule: PathRule, fields: dict[str, str]) -> Path:
    """The first mask that is there; the first of all when none is, so that reading names it."""
    masks = [folder / fill(template, fields) for template in rule.masks]
    return next((mask for mask in masks if mask.exists()), masks[0])


def _encoding(rule: PathRule, table: ClassTable, origin: str) -> str:
    encoding = rule.encoding or ("numbers" if table.label_of_number else "colours")
    if not (table.label_of_number if encoding == "numbers" else table.label_of_colour):
        raise BadOption(f"{origin}: the class table has no {'values' if encoding == 'numbers' else 'colours'}.")
    return encoding


def _resolution(layout: Layout, picture: Path) -> float:
    """Metres per pixel, of the picture or of the whole set."""
    if layout.ground_resolution_m is not None and not layout.georeferenced:
        return layout.ground_resolution_m
    with closing(open_readers(str(picture), None)) as readers:
        resolution_m = readers.grid.ground_resolution() or layout.ground_resolution_m
    if resolution_m is None:
        raise BadOption(
            f"{picture} does not say how large its pixels are: georeference it, or write ground_resolution_m = 0.3, or "
            f"whatever it is, into the classes.toml of its data set."
        )
    return resolution_m


def _ground_labels(layout: Layout, rule: RasterRule, folder: Path, background: bool) -> GroundLabels:
    if bool(rule.labels) == bool(rule.polygons) or bool(rule.polygons) != bool(rule.field):
        raise BadOption(f"{layout.origin}: {rule.image} needs either labels, or polygons and their field.")
    given = class_table(layout.entries, layout.origin, background=background) if layout.entries else None
    if rule.polygons:
        polygons = folder / rule.polygons
        table = given or table_of_field(folder / rule.image, polygons, rule.field)
        return LabelPolygons(str(polygons), rule.field, table)
    if given is None or not given.label_of_number:
        raise BadOption(f"{layout.origin}: the class table has no values.")
    return LabelRaster(str(folder / rule.labels), given)


def _parted(layout: Layout, images: tuple[tuple[str, DenseImage], ...]) -> tuple[Split, Split]:
    """Declared sides as they are; the rest by the layout's split, or to training where validation is declared."""
    declared = [Split(dense=tuple(image for side, image in images if side == wanted)) for wanted in _SIDES]
    rest = tuple(image for side, image in images if not side)
    kept = frozenset() if declared[1].dense and layout.split != "places" else _validation_places(layout, rest)
    training, validation = part(rest, kept)
    return declared[0] + training, declared[1] + validation


def _validation_places(layout: Layout, images: tuple[DenseImage, ...]) -> frozenset[str]:
    places = sorted({image.place for image in images})
    if layout.split == "last fifth":
        return frozenset(places[len(places) - len(places) // _VALIDATION_SHARE :])
    if layout.split == "every fifth":
        return frozenset(places[_VALIDATION_SHARE - 1 :: _VALIDATION_SHARE])
    return layout.validation_places
