"""How fast this machine is with a model: learned from each run, kept in the profile, and used to estimate the next."""

from __future__ import annotations

import re

from qgis.core import QgsSettings

_LEAST_MEGAPIXELS = 0.1  # a smaller run is all start-up
_NEW_SHARE = 0.5  # of the newest run in the remembered pace
_NOT_IN_KEYS = re.compile(r"[^\w.-]+")


def seconds_for(megapixels: float, device: str, model: str) -> float | None:
    """About how long a run takes with device and model of a `core.job.Job`; None before the first such run."""
    pace = _read(_key(device, model))
    return megapixels * pace if pace else None


def learn(megapixels: float, seconds: float, device: str, model: str) -> None:
    """Take note of a run that is over: megapixels of its work grid, and how long the network worked on them."""
    if megapixels < _LEAST_MEGAPIXELS or seconds <= 0:
        return
    key = _key(device, model)
    pace, before = seconds / megapixels, _read(key)
    QgsSettings().setValue(key, pace if not before else _NEW_SHARE * pace + (1 - _NEW_SHARE) * before)


def _read(key: str) -> float:
    value = QgsSettings().value(key, 0.0)
    try:
        return max(0.0, float(value))
    except (TypeError, ValueError):
        return 0.0


def _key(device: str, model: str) -> str:
    names = (_NOT_IN_KEYS.sub("_", name) for name in (device, model))
    return f"softseg/pace/{'/'.join(names)}"
