"""Caches: what was put comes back, the least recently used goes first, and a broken disk is only a miss."""

from __future__ import annotations

import errno
import os
from collections import namedtuple
from pathlib import Path

import pytest
import torch

from core import cache as module
from core.cache import TensorStore, TextCache


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_tensors_come_back_to_the_bit(tmp_path: Path, dtype: torch.dtype) -> None:
    tensor = torch.randn(3, 4).to(dtype)
    store = TensorStore(tmp_path / "new", 1 << 20)
    store.put("a", {"x": tensor, "y": tensor.T})
    kept = store.get("a")
    assert kept is not None
    assert torch.equal(kept["x"], tensor)
    assert torch.equal(kept["y"], tensor.T)


def test_an_unknown_key_is_a_miss(tmp_path: Path) -> None:
    assert TensorStore(tmp_path, 1).get("nothing") is None


def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    tensor = {"x": torch.zeros(1000)}
    store = TensorStore(tmp_path, 13_000)
    for age, key in enumerate("abc"):
        store.put(key, tensor)
        os.utime(store._path(key), (age, age))
    assert store.get("a") is not None  # used again, so now the youngest
    store.put("d", tensor)
    assert [key for key in "abcd" if store.get(key) is not None] == ["a", "d"]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 13_000


def test_a_damaged_file_is_a_miss(tmp_path: Path) -> None:
    store = TensorStore(tmp_path, 1 << 20)
    store.put("a", {"x": torch.zeros(10)})
    store._path("a").write_bytes(b"nonsense")
    assert store.get("a") is None


def test_a_folder_that_cannot_be_made_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = TensorStore(tmp_path / "file" / "folder", 1 << 20)
    store.put("a", {"x": torch.zeros(10)})
    assert store.get("a") is None


def test_texts_are_kept_by_model_and_sentence(tmp_path: Path) -> None:
    TextCache("one", tmp_path).put({"river": torch.ones(4)})
    assert torch.equal(TextCache("one", tmp_path).get(["river", "lake"])["river"], torch.ones(4))
    assert TextCache("two", tmp_path).get(["river"]) == {}


def test_what_a_failed_write_has_begun_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_tensors: object, part: Path) -> None:
        Path(part).write_bytes(b"half")
        raise OSError(errno.ENOSPC, "made up")

    monkeypatch.setattr(module, "save_file", fail)
    TensorStore(tmp_path, 1 << 20).put("a", {"x": torch.zeros(10)})
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_nearly_full_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage, free = namedtuple("usage", "free"), [module.RESERVE_BYTES - 1]
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(free[0]))
    store = TensorStore(tmp_path, 1 << 20)
    store.put("a", {"x": torch.zeros(10)})
    assert list(tmp_path.iterdir()) == []
    free[0] += 1
    store.put("a", {"x": torch.zeros(10)})
    assert store.get("a") is not None
