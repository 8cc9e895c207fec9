"""Where things that outlive a run are kept: what can be computed again, and models that were fetched."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Where caches live: SOFTSEG_CACHE, or the system's place for them."""
    if "SOFTSEG_CACHE" in os.environ:
        return Path(os.environ["SOFTSEG_CACHE"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "softseg" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "softseg"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "softseg"


def models_folder() -> Path:
    """Where fetched models live: SOFTSEG_MODELS, or a folder beside the caches."""
    named = os.environ.get("SOFTSEG_MODELS")
    return Path(named).expanduser() if named else cache_folder() / "models"
