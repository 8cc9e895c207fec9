"""What an installation of the engine would do: how much, where to, from where, and what stands in its way."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

from qgis.PyQt.QtCore import QLocale, QProcessEnvironment, QStandardPaths

from ..i18n import tr
from .found import data_root, environment_folder, is_ready, lock_text, mode_of
from .index import configured_index, with_default_host

# Bytes to download at most and bytes on disk, as measured; a full cache makes the first one smaller.
_SIZES = {
    ("linux", "auto"): (3.3e9, 6.0e9),
    ("linux", "cpu"): (0.6e9, 1.9e9),
    ("win32", "auto"): (0.4e9, 1.5e9),
    ("darwin", "auto"): (0.4e9, 1.5e9),
}
_WITH_CUDA_ON_WINDOWS = (2.9e9, 5.0e9)
_ROOM_TO_SPARE = 0.5e9
_TORCH_INDEX = "download.pytorch.org"
_RUNTIME = ("vcruntime140_1.dll", "msvcp140.dll")  # what PyTorch for Windows needs of Visual C++


@dataclass(frozen=True)
class Source:
    """Where a part of the engine comes from."""

    part: str
    place: str


@dataclass(frozen=True)
class Plan:
    """An installation before it begins. Sizes are in bytes.

    Args:
        root: the data root.
        folder: the environment that is made there.
        lock: the packages, as `uv pip sync` reads them.
        device: "auto" or "cpu": what the engine is made for and tried on.
        torch_backend: the build of PyTorch that uv is asked for; empty: the one of the package index.
        packages: the folder that all packages are taken from; None: the package index.
        download: what is downloaded at most.
        disk: what lies on disk afterwards.
        free: what is free on the disk now.
        sources: where everything comes from.
        obstacle: why it cannot begin, as one sentence; empty: nothing is in its way.
    """

    root: Path
    folder: Path
    lock: str
    device: str
    torch_backend: str
    packages: Path | None
    download: float
    disk: float
    free: float
    sources: tuple[Source, ...]
    obstacle: str


def make_plan(device: str = "auto", packages: Path | None = None, root: Path | None = None) -> Plan:
    """Work out an installation; nothing is downloaded or written.

    Args:
        device: "auto" or "cpu".
        packages: a folder of packages to install from without a network; None: the package index.
        root: where engines are kept; None: the data root.
    """
    root = root or data_root()
    lock = lock_text(device)
    folder = environment_folder(root, lock)
    backend = "" if packages else torch_backend(device, sys.platform, bool(QStandardPaths.findExecutable("nvidia-smi")))
    download, disk = _sizes(device, backend)
    if packages:
        download = 0
    if is_ready(folder):
        download = disk = 0
    free = _free(root)
    obstacle = _obstacle(root, packages, disk, free)
    return Plan(
        root, folder, lock, device, backend, packages, download, disk, free, _sources(packages, backend), obstacle
    )


def torch_backend(device: str, system: str, has_nvidia: bool) -> str:
    """Which build of PyTorch to ask for where the package index has another one than the device needs.

    The index's own is for NVIDIA cards on Linux, and for the processor (on a Mac, the Apple GPU too) elsewhere.
    """
    if system == "linux" and device == "cpu":
        return "cpu"
    return "auto" if system == "win32" and device == "auto" and has_nvidia else ""


def size_text(size: float) -> str:
    """A number of bytes as people read it."""
    return QLocale().formattedDataSize(int(size), 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _sizes(device: str, backend: str) -> tuple[float, float]:
    if sys.platform == "win32" and backend:
        return _WITH_CUDA_ON_WINDOWS
    return _SIZES.get((sys.platform, device)) or _SIZES.get((sys.platform, "auto")) or _SIZES["linux", "auto"]


def _sources(packages: Path | None, backend: str) -> tuple[Source, ...]:
    if packages:
        return (Source(tr("uv and all packages"), str(packages)),)
    system = QProcessEnvironment.systemEnvironment()
    host = with_default_host(configured_index({name: system.value(name) for name in system.keys()})).host  # noqa: SIM118
    return (
        Source(tr("uv, the installer, where this computer has none"), host),
        Source(tr("Python, where this computer has none from 3.10 to 3.14"), "github.com (python-build-standalone)"),
        *((Source("PyTorch", _TORCH_INDEX),) if backend else ()),
        Source(tr("All other packages") if backend else tr("All packages (PyTorch, rasterio and others)"), host),
    )


def _obstacle(root: Path, packages: Path | None, disk: float, free: float) -> str:
    """Why an installation cannot begin, the first reason there is."""
    nearest = _nearest(root)
    if packages is not None and not any(packages.glob("*.whl")):
        return tr("The folder {folder} holds no packages (*.whl).", folder=packages)
    if not S_ISDIR(mode_of(nearest)) or not os.access(nearest, os.W_OK):
        return tr("The folder {folder} cannot be written: choose another one.", folder=root)
    if disk and free < disk + _ROOM_TO_SPARE:
        return tr(
            "The disk has {free} free, but {needed} are needed: free some space or choose another folder.",
            free=size_text(free),
            needed=size_text(disk + _ROOM_TO_SPARE),
        )
    if sys.platform == "darwin" and platform.machine() == "x86_64":
        return tr("PyTorch no longer comes for Macs with an Intel processor: use a Python of your own.")
    return _missing_runtime()


def _missing_runtime() -> str:
    if sys.platform != "win32":
        return ""
    folder = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32"
    if all((folder / name).is_file() for name in _RUNTIME):
        return ""
    return tr("Windows lacks the Microsoft Visual C++ Redistributable, which PyTorch needs: install it first.")


def _free(root: Path) -> int:
    """What is free, in bytes, where the folder is or would be; 0 on a drive that is not there."""
    try:
        return shutil.disk_usage(_nearest(root)).free
    except OSError:
        return 0


def _nearest(folder: Path) -> Path:
    """The folder, or the closest one above it that is there; what nobody may look at counts as not there."""
    return next((each for each in (folder, *folder.parents) if mode_of(each)), folder)
