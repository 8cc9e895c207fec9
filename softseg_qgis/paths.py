"""Where the plugin's other parts lie: in a checkout, in a staged tree and in an installed plugin alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).absolute().parent  # links are not followed: `make link` makes a plugin of links


def plugin_root() -> Path:
    """The folder that holds `core`, `resources` and metadata.txt: this package in the zip, its parent in a checkout."""
    return _PACKAGE if (_PACKAGE / "core").is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """A path under `resources`: `resource("icons", "softseg.svg")`. Whether it is there is not looked at."""
    return plugin_root().joinpath("resources", *parts)
