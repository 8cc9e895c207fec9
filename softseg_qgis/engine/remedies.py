"""What a user can do about a failure: at most one action for each code."""

from __future__ import annotations

from dataclasses import dataclass

from ..i18n import tr


@dataclass(frozen=True)
class Remedy:
    """An action: a stable key for programs, and the label of its button."""

    key: str
    label: str


def remedy_of(code: str) -> Remedy | None:
    """The action that a failure with this code offers; None: its sentence says all there is to do."""
    return {
        "no_engine": Remedy("setup", tr("Set Up Engine")),
        "no_model": Remedy("options", tr("Choose Model")),
        "engine_died": Remedy("retry", tr("Try Again")),
        "engine_silent": Remedy("retry", tr("Try Again")),
        "engine_old": Remedy("reload", tr("Reload SoftSeg")),
        "gpu_lost": Remedy("cpu", tr("Use the Processor")),
        "no_device": Remedy("cpu", tr("Use the Processor")),
        "oom": Remedy("smaller", tr("Use Smaller Tiles")),
        "bad_output": Remedy("output", tr("Choose Output")),
        "disk_full": Remedy("output", tr("Choose Output")),
        "internal": Remedy("report", tr("Copy Report")),
    }.get(code)
