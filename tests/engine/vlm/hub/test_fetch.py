"""One file over a line that breaks, from servers that behave as servers do."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace

import pytest

from core.errors import BadOption, Cancelled, DiskFull, NoModel
from core.vlm.hub.addresses import address_of, is_safe
from core.vlm.hub.entry import RemoteFile
from core.vlm.hub.fetch import NotThere, fetch
from core.vlm.hub.part import said_of

DATA = bytes(range(256)) * 400
NAME = "tiny.pt"


@pytest.fixture
def part(tmp_path):
    return tmp_path / f"{NAME}.part"


@pytest.fixture
def get(hub, part):
    """Fetches the file of the hub; tells each step of its progress."""
    hub.files[NAME] = DATA
    steps = []

    def run(on_progress=lambda done, total: steps.append((done, total))):
        return fetch(f"{hub.address}/somebody/Tiny/resolve/main/{NAME}", part, on_progress, pause_s=0)

    run.steps = steps
    return run


def stop_after(count):
    def on_progress(done, _total):
        if done >= count:
            raise Cancelled("Stopped.")

    return on_progress


def test_a_file_comes_whole_with_what_the_hub_says_of_it(get, part):
    served = get()
    assert part.read_bytes() == DATA
    assert (served.size_bytes, served.sha256) == (len(DATA), hashlib.sha256(DATA).hexdigest())
    assert len(served.revision) == 40
    assert get.steps[0] == (0, len(DATA))
    assert get.steps[-1] == (len(DATA), len(DATA))


def test_a_line_that_breaks_is_taken_up_where_it_broke(hub, get, part):
    hub.cuts = [1000, 500]
    get()
    assert part.read_bytes() == DATA
    assert [sent.get("Range") for sent in hub.sent] == [None, "bytes=1000-", "bytes=1500-"]


def test_a_stop_leaves_a_part_and_only_the_rest_is_asked_for_later(hub, get, part):
    hub.gate.clear()
    with pytest.raises(Cancelled):
        get(stop_after(1))
    kept = part.stat().st_size
    assert 0 < kept < len(DATA)
    hub.gate.set()
    get()
    assert hub.sent[-1]["Range"] == f"bytes={kept}-"
    assert part.read_bytes() == DATA


def test_a_whole_part_asks_for_nothing(hub, get):
    get()
    hub.asked.clear()
    get()
    assert hub.asked == []


@pytest.mark.parametrize("change", ["another file", "no ranges", "note lost"])
def test_what_cannot_be_continued_begins_anew(hub, get, part, change):
    hub.cuts = [1000]
    with pytest.raises(Cancelled):
        get(stop_after(1000))
    new = DATA
    if change == "another file":
        new = hub.files[NAME] = DATA[::-1]
    elif change == "no ranges":
        hub.ranges = False
    else:
        part.with_name(f"{NAME}.part.json").unlink()
    get()
    assert part.read_bytes() == new


def test_a_part_that_is_longer_than_the_file_begins_anew(hub, get, part):
    hub.cuts = [1000]
    with pytest.raises(Cancelled):
        get(stop_after(1000))
    part.write_bytes(DATA + b"more")
    get()
    assert part.read_bytes() == DATA


def test_a_busy_server_is_asked_again(hub, get, part):
    hub.statuses = [503, 429, 500]
    get()
    assert part.read_bytes() == DATA


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ([401], "without an account"),
        ([403], "without an account"),
        ([418], "answers 418"),
        ([503] * 9, "network"),
    ],
)
def test_a_server_that_refuses_gets_one_sentence(hub, get, statuses, said):
    hub.statuses = statuses
    with pytest.raises(NoModel, match=said):
        get()


def test_a_missing_file_is_told_apart(hub, get):
    del hub.files[NAME]
    with pytest.raises(NotThere):
        get()


def test_a_server_that_is_not_there_gets_one_sentence(part):
    with pytest.raises(NoModel, match="check the network and the proxy"):
        fetch("http://127.0.0.1:9/x", part, lambda *_: None, pause_s=0)


def test_two_lengths_for_one_file_are_refused(hub, get, part):
    hub.said_size = len(DATA) + 1
    with pytest.raises(NoModel, match="try another mirror"):
        get()
    assert not part.exists()


@pytest.mark.parametrize("address", ["http://elsewhere.example/x", "ftp://elsewhere.example/x"])
def test_nobody_is_sent_on_to_an_unencrypted_address(hub, get, address):
    hub.sends_on_to = address
    with pytest.raises(NoModel, match="unencrypted"):
        get()


def test_nobody_is_sent_in_circles(hub, get):
    hub.sends_on_to = f"/somebody/Tiny/resolve/main/{NAME}"
    with pytest.raises(NoModel, match="from address to address"):
        get()


def test_too_little_room_is_said_before_a_byte_is_written(monkeypatch, hub, get, part):
    monkeypatch.setattr("core.vlm.hub.part.shutil.disk_usage", lambda _: SimpleNamespace(free=len(DATA) - 1))
    with pytest.raises(DiskFull, match="SOFTSEG_MODELS"):
        get()
    assert part.stat().st_size == 0


def test_only_the_rest_needs_room(monkeypatch, hub, get, part):
    hub.cuts = [1000]
    with pytest.raises(Cancelled):
        get(stop_after(1000))
    monkeypatch.setattr("core.vlm.hub.part.shutil.disk_usage", lambda _: SimpleNamespace(free=len(DATA) - 1000))
    get()
    assert part.read_bytes() == DATA


def test_a_proxy_of_the_environment_is_used(monkeypatch, hub, part):
    hub.files[NAME] = DATA
    monkeypatch.setenv("HTTP_PROXY", hub.address)
    fetch(f"http://127.0.0.1:9/somebody/Tiny/resolve/main/{NAME}", part, lambda *_: None, pause_s=0)
    assert part.read_bytes() == DATA


def test_a_proxy_that_cannot_be_used_is_said(monkeypatch, part):
    monkeypatch.setenv("HTTP_PROXY", "nonsense://127.0.0.1:9")
    with pytest.raises(BadOption, match="proxy"):
        fetch("http://127.0.0.1:9/x", part, lambda *_: None, pause_s=0)


def test_a_damaged_note_counts_as_none(part):
    part.write_bytes(b"abc")
    part.with_name(f"{part.name}.json").write_text('{"etag": 3}')
    assert said_of(part) is None


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://huggingface.co/x", True),
        ("http://127.0.0.1:80/x", True),
        ("http://[::1]/x", True),
        ("http://localhost/x", True),
        ("http://127.0.0.1.example.org/x", False),
        ("http://localhost.example.org/x", False),
        ("http://huggingface.co/x", False),
        ("file:///etc/passwd", False),
        ("https:///x", False),
        ("", False),
    ],
)
def test_only_encrypted_addresses_and_this_machine_are_asked(address, safe):
    assert is_safe(address) == safe


@pytest.mark.parametrize("endpoint", ["http://hub.example.org", "hub.example.org", "ftp://hub.example.org"])
def test_a_mirror_without_encryption_is_refused(monkeypatch, endpoint):
    monkeypatch.setenv("HF_ENDPOINT", endpoint)
    with pytest.raises(BadOption, match="HF_ENDPOINT"):
        address_of(RemoteFile("weights", (NAME,), repo="somebody/Tiny"), NAME, "")


def test_addresses_name_mirror_revision_and_file(monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "https://mirror.example.org/hub/")
    hosted = RemoteFile("weights", ("ckpt/a b.pt",), repo="somebody/Tiny")
    assert address_of(hosted, "ckpt/a b.pt", "c0ffee") == (
        "https://mirror.example.org/hub/somebody/Tiny/resolve/c0ffee/ckpt/a%20b.pt"
    )
    alone = RemoteFile("weights", ("x.zip",), url="https://example.org/{name}")
    assert address_of(alone, "x.zip", "") == "https://example.org/x.zip"
