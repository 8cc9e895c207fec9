"""The layout of a labelled data set: where its pictures and masks are and what they hold, declared, not programmed."""

from __future__ import annotations

from dataclasses import dataclass

from .table import TableEntry


@dataclass(frozen=True, slots=True)
class PathRule:
    """Where pictures lie, and from that where the mask of each does.

    Args:
        images: path template of the pictures, below the folder of the set.
        masks: path templates of the mask; the first that is there counts.
        place: template of the unit of splitting; empty: every picture is a place of its own.
        side: ``training`` or ``validation``; empty: the layout's split decides.
        listed: a text file of the set's folder that names the pictures that count, one a line; empty: all do.
        encoding: ``numbers`` or ``colours``; empty: whichever the class table has, numbers first.
    """

    images: str
    masks: tuple[str, ...]
    place: str = ""
    side: str = ""
    listed: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class RasterRule:
    """A georeferenced raster with a label raster, or with polygons and the field that holds their class.

    Args:
        image: the raster, below the folder of the set.
        labels: its label raster, on any grid; empty where there are polygons.
        polygons: the polygon file, in any CRS; empty where there is a label raster.
        field: the polygons' class field.
    """

    image: str
    labels: str = ""
    polygons: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A data set as it lies in a folder.

    Args:
        name: what it is called in recipes and evaluations.
        origin: the file that declares it, for messages.
        entries: the class table.
        paths: where its pictures are; rules whose pictures are not there are passed over.
        rasters: its georeferenced rasters.
        title: its full name.
        licence: of pictures and labels.
        folders: names that its folder may have.
        ground_resolution_m: metres per pixel; None: as the georeferenced pictures say.
        georeferenced: what a picture itself says of its resolution comes before ``ground_resolution_m``.
        bands: of the pictures, numbered from 1; none: red, green, blue or the first three.
        colour_tolerance: how far each of red, green and blue of a mask may be off.
        split: what is validation where no side is declared: ``last fifth`` (neighbours in name are neighbours on the
            ground), ``every fifth``, ``none``, or ``places``.
        validation_places: the places of the split ``places``.
    """

    name: str
    origin: str
    entries: tuple[TableEntry, ...]
    paths: tuple[PathRule, ...] = ()
    rasters: tuple[RasterRule, ...] = ()
    title: str = ""
    licence: str = ""
    folders: tuple[str, ...] = ()
    ground_resolution_m: float | None = None
    georeferenced: bool = False
    bands: tuple[int, ...] = ()
    colour_tolerance: int = 0
    split: str = "last fifth"
    validation_places: frozenset[str] = frozenset()
