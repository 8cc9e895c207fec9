"""The field's data sets in the layouts they are published in, each declared in a file under resources/datasets."""

from __future__ import annotations

from functools import cache

from ...resources import resource
from .layout import Layout
from .layout_file import read_layout


@cache
def published_layouts() -> tuple[Layout, ...]:
    """Every declared layout, in order of name."""
    return tuple(read_layout(path, path.stem) for path in sorted(resource("datasets").glob("*.toml")))
