"""What is remembered between runs: text vectors, and image features, bounded and least recently used first out."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from .folders import cache_folder

FEATURE_BYTES = 4 << 30
TEXT_BYTES = 64 << 20
RESERVE_BYTES = 2 << 30
"""What caches leave free on their disk for everything else."""


class TensorStore:
    """Named tensors in files of a folder, of at most so many bytes in all.

    Every fault of the disk counts as a miss: a cache must never stop a run.

    Args:
        folder: made when it is first needed.
        limit_bytes: when it is passed, files that were used longest ago go.
    """

    def __init__(self, folder: Path, limit_bytes: int) -> None:
        self.folder, self.limit_bytes = folder, limit_bytes
        self._used_bytes = -1

    def get(self, key: str) -> dict[str, Tensor] | None:
        """The tensors under a key, or None."""
        path = self._path(key)
        try:
            tensors = load_file(path)
            os.utime(path)
        except (OSError, SafetensorError):
            return None
        return tensors

    def put(self, key: str, tensors: Mapping[str, Tensor]) -> None:
        """Keeps tensors under a key, unless the disk is nearly full."""
        path = self._path(key)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self.folder).free < RESERVE_BYTES:
                return
            _write(tensors, path)
            self._make_room(path.stat().st_size)
        except (OSError, SafetensorError):
            return

    def _path(self, key: str) -> Path:
        return self.folder / f"{sha256(key.encode()).hexdigest()}.safetensors"

    def _make_room(self, added_bytes: int) -> None:
        """Deletes the least recently used files once the limit is passed, down to nine tenths of it."""
        if self._used_bytes >= 0:
            self._used_bytes += added_bytes
            if self._used_bytes <= self.limit_bytes:
                return
        files = sorted((entry.stat().st_mtime, entry.stat().st_size, entry) for entry in self.folder.iterdir())
        self._used_bytes = sum(size for _, size, _ in files)
        if self._used_bytes <= self.limit_bytes:
            return
        for _, size, path in files:
            path.unlink(missing_ok=True)
            self._used_bytes -= size
            if self._used_bytes <= 0.9 * self.limit_bytes:
                return


class TextCache:
    """Unit vectors of sentences, by model and sentence."""

    def __init__(self, revision: str, folder: Path | None = None) -> None:
        self._store = TensorStore((folder or cache_folder()) / "texts", TEXT_BYTES)
        self._revision = revision

    def get(self, sentences: Iterable[str]) -> dict[str, Tensor]:
        """Vectors of the sentences that are known."""
        found = {sentence: self._store.get(f"{self._revision}/{sentence}") for sentence in sentences}
        return {sentence: tensors["vector"] for sentence, tensors in found.items() if tensors is not None}

    def put(self, vectors: Mapping[str, Tensor]) -> None:
        """Keeps vectors by sentence."""
        for sentence, vector in vectors.items():
            self._store.put(f"{self._revision}/{sentence}", {"vector": vector})


def _write(tensors: Mapping[str, Tensor], path: Path) -> None:
    """Writes a file that appears when it is whole; nothing is left of one that fails."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(descriptor)
    part = Path(name)
    try:
        save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def feature_store(folder: Path | None = None) -> TensorStore:
    """The store of image features."""
    return TensorStore((folder or cache_folder()) / "features", FEATURE_BYTES)
