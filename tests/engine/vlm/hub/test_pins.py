"""A digest that is declared after a file came: the declared one has the last word."""

from __future__ import annotations

import hashlib

import pytest

from core.errors import NoModel
from core.vlm.hub.download import download
from core.vlm.hub.offline import import_files
from core.vlm.hub.shelf import DAMAGED, READY
from core.vlm.hub.verify import verify

FIRST, RIGHT = b"first" * 100, b"right" * 100
PIN = {"sha256": hashlib.sha256(RIGHT).hexdigest()}


@pytest.fixture
def pinned(hub, shelf, make_entry, told):
    """The model with a digest; on the shelf lies another file, and the hub now has the right one."""
    hub.files["tiny.pt"] = FIRST
    download(make_entry(), shelf, stage=told)
    hub.files["tiny.pt"] = RIGHT
    return make_entry(weights=PIN)


def test_another_file_than_the_declared_one_counts_as_damaged(shelf, pinned, told):
    assert shelf.state(pinned) == DAMAGED
    with pytest.raises(NoModel, match="softseg models download tiny"):
        shelf.files(pinned)
    assert verify(pinned, shelf, stage=told) == ("tiny.pt",)


def test_the_declared_file_is_downloaded_in_its_place(hub, shelf, pinned, told):
    download(pinned, shelf, stage=told)
    assert shelf.state(pinned) == READY
    assert shelf.files(pinned)["weights"][0].read_bytes() == RIGHT
    assert hub.asked[-1] == "/somebody/Tiny/resolve/main/tiny.pt"  # not at the revision of the other file
    assert verify(pinned, shelf, stage=told) == ()


def test_the_declared_file_is_imported_in_its_place(tmp_path, shelf, pinned, told):
    (tmp_path / "tiny.pt").write_bytes(RIGHT)
    import_files(pinned, shelf, tmp_path / "tiny.pt", stage=told)
    assert shelf.files(pinned)["weights"][0].read_bytes() == RIGHT


def test_a_third_file_is_refused_still(hub, shelf, pinned, told):
    hub.files["tiny.pt"] = b"third"
    with pytest.raises(NoModel, match="not the file that this version of SoftSeg knows"):
        download(pinned, shelf, stage=told)
    assert shelf.state(pinned) == DAMAGED


def test_another_file_under_a_name_wanted_more_is_taken_away(hub, shelf, make_entry, told):
    names = ["tiny.safetensors", "tiny.pt"]
    hub.files["tiny.safetensors"] = FIRST
    download(make_entry(weights={"names": names}), shelf, stage=told)
    hub.files = {"tiny.pt": RIGHT}
    pinned = make_entry(weights={"names": names, **PIN})
    download(pinned, shelf, stage=told)
    assert sorted(path.name for path in shelf.place(pinned).iterdir()) == ["record.json", "tiny.pt"]
    assert shelf.state(pinned) == READY
