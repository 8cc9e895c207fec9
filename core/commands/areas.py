"""The end of a run for people: shares and areas as a short table, and where the files are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..report import format_area, format_share

_SWATCH = "■"


def areas_view(areas: Mapping[str, Any], outputs: Mapping[str, str]) -> RenderableType:
    """Show what each class covers, then the files by role.

    Args:
        areas: `core.report.Areas.as_dict()`.
        outputs: paths by role.
    """
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column("Class", overflow="fold")
    table.add_column("Share", justify="right", no_wrap=True)
    table.add_column("Area", justify="right", no_wrap=True)
    for each in areas["classes"]:
        size = format_area(each["area_m2"], each["pixels"])
        table.add_row(Text(_SWATCH, style=each["colour"]), Text(each["name"]), format_share(each["share"]), size)
    share = areas["unlabelled_share"]
    unlabelled = [Text(f"{format_share(share)} of the pixels are no data or unlabelled.")] if share else []
    return Group(table, *unlabelled, files_view(outputs))


def files_view(outputs: Mapping[str, str]) -> RenderableType:
    """Show the written files, one a line."""
    width = max(map(len, outputs), default=0)
    return Text(
        "\n".join(f"{role:<{width}}  {path}" for role, path in outputs.items()), no_wrap=True, overflow="ignore"
    )
