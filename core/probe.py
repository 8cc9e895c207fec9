"""Is the engine fit to work: its packages, its devices, and a small real computation."""

from __future__ import annotations

import platform
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as package_version
from typing import Any

from .errors import SoftSegError
from .protocol import PROTOCOL_VERSION
from .version import version

# What the engine cannot do without, as the packages are called in a registry.
PACKAGES = (
    "numpy",
    "torch",
    "timm",
    "open_clip_torch",
    "transformers",
    "safetensors",
    "rasterio",
    "shapely",
    "pyogrio",
)


@dataclass(frozen=True, slots=True)
class Device:
    """A device that can compute: its name for options, what it is, and whether bfloat16 is faster there."""

    name: str
    title: str
    memory_bytes: int
    bf16: bool


def probe(device: str = "auto", *, quick: bool = False) -> dict[str, Any]:
    """Say what this engine is made of, and try it out.

    Args:
        device: the device to compute on: "auto", "cpu", "cuda", "cuda:N" or "mps".
        quick: only look for the packages; nothing is imported, no device is touched.

    Returns:
        Plain values: versions, packages, and unless `quick` devices and the name of the device that has computed.

    Raises:
        NoDevice: the device is not there.
        SoftSegError: a package is missing, or a computation or a raster came out wrong.
    """
    report: dict[str, Any] = {
        "softseg": version(),
        "protocol": PROTOCOL_VERSION,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "packages": _package_versions(),
    }
    if quick:
        return report
    from .vlm.device import choose_device

    chosen = str(choose_device(device))
    _try_tensors(chosen)
    _try_raster()
    return {**report, "devices": [asdict(each) for each in _devices()], "device": chosen}


def _package_versions() -> dict[str, str]:
    versions: dict[str, str] = {}
    for name in PACKAGES:
        try:
            versions[name] = package_version(name)
        except PackageNotFoundError as error:
            raise SoftSegError(f"The engine lacks the package {name}: set the engine up again.") from error
    return versions


def _devices() -> list[Device]:
    """All devices that torch can use here, the fastest kind first."""
    import psutil
    import torch

    from .vlm.device import half_pays

    devices: list[Device] = []
    for index in range(torch.cuda.device_count() if torch.cuda.is_available() else 0):
        about = torch.cuda.get_device_properties(index)
        name = f"cuda:{index}"
        devices.append(Device(name, about.name, about.total_memory, half_pays(torch.device(name))))
    memory = psutil.virtual_memory().total
    if torch.backends.mps.is_available():
        devices.append(Device("mps", "Apple GPU", memory, half_pays(torch.device("mps"))))
    title = f"{platform.processor() or platform.machine()}, {torch.get_num_threads()} threads"
    devices.append(Device("cpu", title, memory, half_pays(torch.device("cpu"))))
    return devices


def _try_tensors(device: str) -> None:
    """Run one convolution whose result is known."""
    import torch

    image = torch.ones(1, 3, 16, 16, device=device)
    kernel = torch.ones(4, 3, 3, 3, device=device)
    inside = torch.nn.functional.conv2d(image, kernel)
    if inside.shape != (1, 4, 14, 14) or not bool((inside == 27).all()):
        raise SoftSegError(f"The device {device} computes wrong results: choose the CPU, or update its driver.")


def _try_raster() -> None:
    """Write and read a small georeferenced raster in memory, and use the projection database."""
    import numpy as np
    from affine import Affine
    from rasterio.io import MemoryFile
    from rasterio.warp import transform

    values = np.arange(256, dtype=np.uint8).reshape(1, 16, 16)
    place = Affine(10, 0, 500_000, 0, -10, 160)
    shape = {"driver": "GTiff", "count": 1, "height": 16, "width": 16, "dtype": "uint8"}
    with MemoryFile() as memory:
        with memory.open(**shape, crs="EPSG:32631", transform=place) as dataset:
            dataset.write(values)
        with memory.open() as dataset:
            is_whole = np.array_equal(dataset.read(), values) and dataset.transform == place
            longitudes, _ = transform(dataset.crs, "EPSG:4326", [500_000], [0])
    if not is_whole or abs(longitudes[0] - 3) > 1e-6:  # the central meridian of UTM zone 31
        raise SoftSegError("The raster library of the engine does not work: set the engine up again.")
