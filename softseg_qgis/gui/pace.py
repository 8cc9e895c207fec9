"""How fast this machine is: learned from each run, remembered in the profile, and used to estimate the next."""

from __future__ import annotations

from qgis.core import QgsSettings

_LEAST_MEGAPIXELS = 0.1  # a smaller run is all start-up
_NEW_SHARE = 0.5  # of the newest run in the remembered pace


def seconds_for(megapixels: float, device: str) -> float | None:
    """About how long a run takes on a device of `core.job.Job`; None before the first run on it."""
    pace = _read(device)
    return megapixels * pace if pace else None


def learn(megapixels: float, seconds: float, device: str) -> None:
    """Take note of a run that is over: megapixels of its work grid, and how long the network worked on them."""
    if megapixels < _LEAST_MEGAPIXELS or seconds <= 0:
        return
    pace, before = seconds / megapixels, _read(device)
    QgsSettings().setValue(_key(device), pace if not before else _NEW_SHARE * pace + (1 - _NEW_SHARE) * before)


def _read(device: str) -> float:
    value = QgsSettings().value(_key(device), 0.0)
    try:
        return max(0.0, float(value))
    except (TypeError, ValueError):
        return 0.0


def _key(device: str) -> str:
    return f"softseg/pace/{device.replace(':', '_')}"
