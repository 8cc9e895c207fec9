"""`softseg probe`: is this installation fit to work."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from ..options import device as check_device
from . import parameters as p
from .work import Answer, working


def probe(
    device: p.Device = "auto",
    quick: Annotated[bool, typer.Option("--quick", help="Only look for the packages; compute nothing.")] = False,
    as_json: p.AsJson = False,
) -> Answer:
    """Say what SoftSeg runs on, and try it: a small computation on the device, and a small raster.

    Example: softseg probe --device cuda
    """
    from ..probe import probe as probe_engine

    with working(as_json=as_json):
        report = probe_engine(check_device(device, "device"), quick=quick)
    packages = ", ".join(f"{name} {version}" for name, version in report["packages"].items())
    lines = [
        f"SoftSeg {report['softseg']} on Python {report['python']}, {report['system']}",
        f"Packages: {packages}",
        *(f"Device {each['name']}: {each['title']}" for each in report.get("devices", ())),
        "All packages are there." if quick else f"The engine works; it computes on {report['device']}.",
    ]
    return Answer(report, Text("\n".join(lines)))
