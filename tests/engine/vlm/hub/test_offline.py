"""Models without a network: brought as files, read again, removed."""

from __future__ import annotations

import hashlib
import zipfile
from types import SimpleNamespace

import pytest

from core.errors import BadOption, DiskFull, NoModel
from core.vlm.hub.download import download
from core.vlm.hub.offline import import_files
from core.vlm.hub.shelf import ABSENT, DAMAGED, READY, UNFINISHED
from core.vlm.hub.verify import verify

DATA = bytes(range(256)) * 40
SHA256 = hashlib.sha256(DATA).hexdigest()
FILES = [
    {"role": "weights", "names": ["ckpt/tiny.pt"], "repo": "somebody/Tiny"},
    {"role": "tokenizer", "names": ["tokenizer.json"], "repo": "somebody/Tiny"},
]
TEXT = {"kind": "siglip", "context_length": 64, "languages": ["en"], "tokenizer": "files", "pad": "pad_token"}


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "tiny.pt").write_bytes(DATA)
    return folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["tiny.pt", "download (1).pt"])
def test_a_file_is_taken_under_its_name_or_its_suffix(source, shelf, make_entry, told, name):
    (source / "tiny.pt").rename(source / name)
    entry = make_entry()
    assert import_files(entry, shelf, source / name, stage=told) == (name,)
    assert shelf.state(entry) == READY
    assert shelf.files(entry)["weights"][0].read_bytes() == DATA
    assert (source / name).read_bytes() == DATA
    assert names(shelf.place(entry)) == ["record.json", "tiny.pt"]


@pytest.mark.parametrize("nested", [False, True])
def test_a_folder_brings_all_files_flat_or_as_in_the_repository(source, shelf, make_entry, told, nested):
    if nested:
        (source / "ckpt").mkdir()
        (source / "tiny.pt").rename(source / "ckpt" / "tiny.pt")
    (source / "tokenizer.json").write_text("{}")
    (source / "notes.txt").write_text("mine")
    entry = make_entry(files=FILES, text=TEXT)
    assert import_files(entry, shelf, source, stage=told) == ("tiny.pt", "tokenizer.json")
    assert shelf.state(entry) == READY


def test_files_may_come_one_by_one(source, shelf, make_entry, told):
    entry = make_entry(files=FILES, text=TEXT)
    import_files(entry, shelf, source / "tiny.pt", stage=told)
    assert shelf.state(entry) == UNFINISHED
    (source / "tokenizer.json").write_text("{}")
    import_files(entry, shelf, source / "tokenizer.json", stage=told)
    assert shelf.state(entry) == READY


@pytest.mark.parametrize("name", ["notes.txt", "", "nowhere"])
def test_what_does_not_belong_is_refused_with_what_would(tmp_path, shelf, make_entry, told, name):
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(BadOption, match="no file or folder" if name == "nowhere" else r"tiny\.pt"):
        import_files(make_entry(), shelf, folder / name, stage=told)
    assert not shelf.folder.exists()


def test_a_file_with_another_digest_than_declared_is_refused(source, shelf, make_entry, told):
    entry = make_entry(weights={"sha256": "0" * 64})
    with pytest.raises(NoModel, match="not the file that this version"):
        import_files(entry, shelf, source, stage=told)
    assert names(shelf.place(entry)) == []
    assert (source / "tiny.pt").exists()


def test_what_was_imported_first_holds_for_downloads_too(source, shelf, make_entry, told, hub):
    entry = make_entry()
    import_files(entry, shelf, source, stage=told)
    shelf.remove(entry, lambda: None)
    hub.files["tiny.pt"] = DATA[::-1]
    with pytest.raises(NoModel, match="not the file that came first"):
        download(entry, shelf, stage=told)


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_or_what_it_holds_may_be_brought(source, shelf, make_entry, told, packed):
    with zipfile.ZipFile(source / "tiny.zip", "w") as made:
        made.write(source / "tiny.pt", "run/tiny.pt")
    entry = make_entry(weights={"names": ["tiny.zip"], "member": "tiny.pt", "sha256": None})
    import_files(entry, shelf, source / ("tiny.zip" if packed else "tiny.pt"), stage=told)
    assert shelf.record(entry).named("tiny.pt").sha256 == SHA256
    assert names(shelf.place(entry)) == ["record.json", "tiny.pt"]


def test_an_import_needs_a_yes_and_room_as_downloads_do(monkeypatch, source, shelf, make_entry, told):
    doubtful = make_entry(activation=None, activation_verified=False)
    with pytest.raises(BadOption, match="activation"):
        import_files(doubtful, shelf, source, stage=told)
    monkeypatch.setattr("core.vlm.hub.part.shutil.disk_usage", lambda _: SimpleNamespace(free=1))
    with pytest.raises(DiskFull):
        import_files(doubtful, shelf, source, stage=told, accepted=True)
    assert names(shelf.place(doubtful)) == []


def test_a_byte_that_flipped_on_the_shelf_is_found_and_the_model_not_used(source, shelf, make_entry, told):
    entry = make_entry()
    import_files(entry, shelf, source, stage=told)
    assert verify(entry, shelf, stage=told) == ()
    kept = shelf.place(entry) / "tiny.pt"
    kept.write_bytes(b"\xff" + DATA[1:])
    assert verify(entry, shelf, stage=told) == ("tiny.pt",)
    assert shelf.state(entry) == DAMAGED
    with pytest.raises(NoModel, match="damaged"):
        shelf.files(entry)
    kept.write_bytes(DATA)
    assert verify(entry, shelf, stage=told) == ()
    assert shelf.state(entry) == READY


def test_removing_frees_the_files_and_keeps_what_was_seen(source, shelf, make_entry, told):
    entry = make_entry()
    assert shelf.remove(entry, lambda: None) == 0
    import_files(entry, shelf, source, stage=told)
    (shelf.place(entry) / "tiny.weights.safetensors").write_bytes(b"rewritten")
    assert shelf.remove(entry, lambda: None) == len(DATA) + 9
    assert shelf.state(entry) == ABSENT
    assert names(shelf.place(entry)) == ["record.json"]


def test_a_damaged_record_counts_as_none(source, shelf, make_entry, told):
    entry = make_entry()
    import_files(entry, shelf, source, stage=told)
    (shelf.place(entry) / "record.json").write_text("{")
    assert shelf.state(entry) == ABSENT
    import_files(entry, shelf, source, stage=told)
    assert shelf.state(entry) == READY
