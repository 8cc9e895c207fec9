"""Models from a hub onto the shelf: checked, recorded, once."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from core.errors import BadOption, BadOutput, Cancelled, DiskFull, NoModel
from core.vlm.hub.download import download
from core.vlm.hub.entry import Entry
from core.vlm.hub.shelf import ABSENT, DAMAGED, READY, UNFINISHED, Shelf

ROOT = Path(__file__).resolve().parents[4]
DATA = bytes(range(256)) * 400
SHA256 = hashlib.sha256(DATA).hexdigest()
COMMIT = "0123456789abcdef0123456789abcdef01234567"  # pragma: allowlist secret
PINNED = "fedcba9876543210fedcba9876543210fedcba98"  # pragma: allowlist secret


@pytest.fixture(autouse=True)
def _offered(hub):
    hub.files["tiny.pt"] = DATA


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_model_that_was_downloaded_is_ready(hub, shelf, make_entry, told):
    entry = make_entry()
    assert shelf.state(entry) == ABSENT
    download(entry, shelf, stage=told)
    assert shelf.state(entry) == READY
    assert shelf.files(entry)["weights"][0].read_bytes() == DATA
    assert names(shelf.place(entry)) == ["record.json", "tiny.pt"]
    assert hub.asked == ["/somebody/Tiny/resolve/main/tiny.pt"]


def test_what_is_there_is_checked_but_not_fetched_again(hub, shelf, make_entry, told):
    entry = make_entry()
    download(entry, shelf, stage=told)
    download(entry, shelf, stage=told)
    assert len(hub.sent) == 1
    assert told.count("check") == 2


def test_a_pinned_revision_is_what_is_asked_for(hub, shelf, make_entry, told):
    hub.files["tiny.pt"] = DATA
    download(make_entry(weights={"revision": COMMIT}), shelf, stage=told)
    assert hub.asked == [f"/somebody/Tiny/resolve/{COMMIT}/tiny.pt"]


def test_a_server_with_another_revision_is_refused(shelf, make_entry, told):
    entry = make_entry(weights={"revision": PINNED})
    with pytest.raises(NoModel, match="another revision"):
        download(entry, shelf, stage=told)
    assert shelf.state(entry) != READY


@pytest.mark.parametrize("known", ["said by the hub", "declared"])
def test_a_flipped_byte_is_refused_and_nothing_of_the_file_stays(hub, shelf, make_entry, told, known):
    hub.flips, hub.says_digest = True, known == "said by the hub"
    entry = make_entry(weights={"sha256": SHA256} if known == "declared" else {})
    with pytest.raises(NoModel, match="thrown away"):
        download(entry, shelf, stage=told)
    assert names(shelf.place(entry)) == []
    hub.flips = False
    download(entry, shelf, stage=told)
    assert shelf.state(entry) == READY


def test_a_byte_that_flips_in_a_waiting_part_is_refused(hub, shelf, make_entry, told):
    entry = make_entry()
    stop(hub, shelf, entry, told)
    part = shelf.place(entry) / "tiny.pt.part"
    part.write_bytes(b"\xff" + part.read_bytes()[1:])
    with pytest.raises(NoModel, match="damaged on the way"):
        download(entry, shelf, stage=told)
    assert names(shelf.place(entry)) == []


def test_the_first_file_is_recorded_and_another_one_refused_from_then_on(hub, shelf, make_entry, told):
    hub.says_digest = False
    entry = make_entry()
    download(entry, shelf, stage=told)
    seen = shelf.record(entry).named("tiny.pt")
    assert (seen.sha256, seen.revision, seen.size_bytes) == (SHA256, COMMIT, len(DATA))
    shelf.remove(entry, lambda: None)
    assert shelf.state(entry) == ABSENT
    hub.files["tiny.pt"] = DATA[::-1]
    with pytest.raises(NoModel, match="not the file that came first"):
        download(entry, shelf, stage=told)
    assert hub.asked[-1] == f"/somebody/Tiny/resolve/{COMMIT}/tiny.pt"
    assert names(shelf.place(entry)) == ["record.json"]
    shelf.remove(entry, lambda: None, forget=True)
    download(entry, shelf, stage=told)
    assert shelf.files(entry)["weights"][0].read_bytes() == DATA[::-1]


def test_a_stop_leaves_no_half_file_and_the_next_download_goes_on(hub, shelf, make_entry, told):
    entry = make_entry()
    stop(hub, shelf, entry, told)
    assert shelf.state(entry) == UNFINISHED
    assert names(shelf.place(entry)) == ["tiny.pt.part", "tiny.pt.part.json"]
    kept = (shelf.place(entry) / "tiny.pt.part").stat().st_size
    download(entry, shelf, stage=told)
    assert hub.sent[-1]["Range"] == f"bytes={kept}-"
    assert shelf.state(entry) == READY


def stop(hub, shelf, entry, told):
    """Begins a download and stops it in its middle."""
    hub.gate.clear()
    told.stop_at, told.error = 1, Cancelled("Stopped.")
    with pytest.raises(Cancelled, match="goes on from there"):
        download(entry, shelf, stage=told)
    told.stop_at = None
    hub.gate.set()


def test_the_first_name_that_is_there_is_taken(hub, shelf, make_entry, told):
    entry = make_entry(weights={"names": ["tiny.safetensors", "old/tiny.pt"]})
    download(entry, shelf, stage=told)
    assert shelf.files(entry)["weights"][0].name == "tiny.pt"
    assert [asked.rpartition("/")[2] for asked in hub.asked] == ["tiny.safetensors", "tiny.pt"]


def test_a_file_that_is_gone_leaves_a_way_out(hub, shelf, make_entry, told):
    hub.files.clear()
    with pytest.raises(NoModel, match="softseg models import tiny"):
        download(make_entry(), shelf, stage=told)


def test_tokenizer_and_optional_files_belong_to_the_model(hub, shelf, make_entry, told):
    hub.files["tokenizer.json"] = b"{}"
    files = [
        {"role": "weights", "names": ["tiny.pt"], "repo": "somebody/Tiny"},
        {"role": "tokenizer", "names": ["tokenizer.json"], "repo": "somebody/Words"},
        {"role": "tokenizer", "names": ["more.json"], "repo": "somebody/Words", "optional": True},
    ]
    text = {"kind": "siglip", "context_length": 64, "languages": ["en"], "tokenizer": "files", "pad": "pad_token"}
    entry = make_entry(files=files, text=text)
    download(entry, shelf, stage=told)
    assert shelf.state(entry) == READY
    assert [path.name for path in shelf.files(entry)["tokenizer"]] == ["tokenizer.json"]
    (shelf.place(entry) / "tokenizer.json").unlink()
    assert shelf.state(entry) == UNFINISHED


def archive(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/").replace("_pt", ".pt"), content)
    return data.getvalue()


@pytest.mark.parametrize("members", [{"run__epoch_pt": DATA, "run__other_pt": b"x"}, {"run__last_pt": DATA}])
def test_one_file_of_an_archive_is_kept(hub, shelf, make_entry, told, members):
    hub.files["tiny.zip"] = archive(**members)
    entry = make_entry(weights={"names": ["tiny.zip"], "member": "epoch.pt"})
    download(entry, shelf, stage=told)
    assert names(shelf.place(entry)) == ["epoch.pt", "record.json"]
    assert shelf.files(entry)["weights"][0].read_bytes() == DATA


@pytest.mark.parametrize("served", [b"no zip at all", archive(a_pt=b"x", b_pt=b"y"), archive(epoch_pt=DATA)[:-50]])
def test_a_useless_archive_is_refused(hub, shelf, make_entry, told, served):
    hub.files["tiny.zip"] = served
    entry = make_entry(weights={"names": ["tiny.zip"], "member": "epoch.pt"})
    with pytest.raises(NoModel, match="no sound archive"):
        download(entry, shelf, stage=told)
    assert names(shelf.place(entry)) == []


def test_a_model_with_doubts_is_fetched_on_a_yes_only(hub, shelf, make_entry, told):
    entry = make_entry(licence={"id": "CC-BY-NC-4.0", "text": "No.", "commercial": "no", "verified": True})
    with pytest.raises(BadOption, match="commercial"):
        download(entry, shelf, stage=told)
    assert hub.asked == []
    download(entry, shelf, stage=told, accepted=True)
    assert shelf.state(entry) == READY


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EACCES, BadOutput)])
def test_a_disk_that_fails_gets_one_sentence(shelf, make_entry, told, number, error):
    told.stop_at, told.error = 1, OSError(number, "made up")
    with pytest.raises(error, match="SOFTSEG_MODELS"):
        download(make_entry(), shelf, stage=told)


def test_a_shelf_that_is_a_file_gets_one_sentence(tmp_path, make_entry, told):
    (tmp_path / "models").write_text("not a folder")
    with pytest.raises(BadOutput, match="SOFTSEG_MODELS"):
        download(make_entry(), Shelf(tmp_path / "models"), stage=told)


def test_waiting_for_another_program_can_be_stopped(shelf, make_entry, told):
    entry = make_entry()
    told.stop_at, told.error = 0, Cancelled("Stopped.")
    with shelf.locked(entry, lambda: None), pytest.raises(Cancelled):
        download(entry, Shelf(shelf.folder), stage=told)
    assert told == ["wait"]


_PROGRAM = """
import json, sys
from pathlib import Path
from core.vlm.hub.download import download
from core.vlm.hub.entry import Entry
from core.vlm.hub.shelf import Shelf

def stage(name, text):
    print(name, flush=True)
    return lambda done, total: None

download(Entry.from_dict(json.loads(sys.argv[1])), Shelf(Path(sys.argv[2])), stage=stage)
"""


@pytest.mark.timeout(600)
def test_two_programs_fetch_one_file_once(hub, shelf, values):
    hub.gate.clear()
    program = [sys.executable, "-c", _PROGRAM, json.dumps(values), str(shelf.folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [subprocess.Popen(program, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert {each.stdout.readline().strip() for each in both} == {"download", "wait"}
    hub.gate.set()
    for each in both:
        each.communicate()
    assert [each.returncode for each in both] == [0, 0]
    assert len(hub.sent) == 1
    assert shelf.state(Entry.from_dict(values)) == READY


def test_a_file_of_another_size_counts_as_damaged_and_is_replaced(shelf, make_entry, told):
    entry = make_entry()
    download(entry, shelf, stage=told)
    (shelf.place(entry) / "tiny.pt").write_bytes(DATA[:-1])
    assert shelf.state(entry) == DAMAGED
    with pytest.raises(NoModel, match="softseg models download tiny"):
        shelf.files(entry)
    download(entry, shelf, stage=told)
    assert shelf.files(entry)["weights"][0].read_bytes() == DATA
