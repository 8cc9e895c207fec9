"""Numbers as the user's country writes them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale


def fixed(value: float, decimals: int) -> str:
    """A number with so many decimals, its thousands grouped."""
    return QLocale().toString(float(value), "f", decimals)


def short(value: float) -> str:
    """A number with about two digits that count."""
    if value >= 0.995:
        return fixed(value, 0 if value >= 9.95 else 1)
    return QLocale().toString(float(value), "g", 2)
