"""A key for cached features: the same key means the same pixels reach the network."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.io import DatasetReader


def raster_stamp(dataset: DatasetReader) -> dict[str, Any]:
    """What identifies a raster without reading it: name, size, type and georeferencing, and the state of its files."""
    # Programs write statistics beside a raster they only look at; that does not make it another raster.
    files = [Path(name) for name in dataset.files if not name.endswith(".aux.xml") and Path(name).is_file()]
    return {
        "name": str(files[0].resolve()) if files else dataset.name,
        "files": [(str(file.resolve()), file.stat().st_size, file.stat().st_mtime_ns) for file in files],
        "profile": {key: str(value) for key, value in dataset.profile.items()},
    }


def fingerprint(parts: dict[str, Any], sample: NDArray[Any]) -> str:
    """64 hexadecimal digits from JSON-able parts and from sampled values.

    The sample tells datasets apart that have no file, and files rewritten within one tick of the clock.
    """
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True).encode())
    digest.update(np.ascontiguousarray(sample).tobytes())
    return digest.hexdigest()
