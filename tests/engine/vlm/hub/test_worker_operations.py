"""What the worker does with models, from requests as JSON to answers."""

from __future__ import annotations

import json

import pytest

from core.errors import BadOption, Cancelled, NoModel
from core.protocol import Progress, Stage
from core.service.operations import perform
from core.vlm.hub import catalogue

DATA = bytes(range(256)) * 8
UNCLEAR = {"id": None, "text": "Its page states none.", "commercial": "unclear", "verified": False}


@pytest.fixture
def shelf(monkeypatch, tmp_path, values):
    """A zoo of two tiny models, one of them doubtful, and an empty shelf."""
    zoo = tmp_path / "zoo.json"
    zoo.write_text(json.dumps({"format": 1, "models": [values, {**values, "id": "doubtful", "licence": UNCLEAR}]}))
    monkeypatch.setattr(catalogue, "resource", lambda _: zoo)
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path / "models"))
    catalogue.entries.cache_clear()
    yield tmp_path / "models"
    catalogue.entries.cache_clear()


@pytest.fixture
def events():
    return []


@pytest.fixture
def ask(shelf, events):
    def ask(op, cancelled=lambda: False, **job):
        return perform(op, {"v": 1, **job} if job else None, events.append, cancelled)

    return ask


def states(ask):
    return [each["state"] for each in ask("models").stats["models"]]


def test_a_model_is_fetched_listed_and_removed(hub, ask, events, shelf):
    hub.files["tiny.pt"] = DATA
    done = ask("download_model", name="tiny")
    assert done.stats["state"] == "ready"
    assert (shelf / "tiny" / "tiny.pt").read_bytes() == DATA
    assert Stage("download", "Downloading tiny.pt") in events
    assert Progress(len(DATA), len(DATA), 0.0) in events
    assert states(ask) == ["ready", "not downloaded"]
    assert ask("remove_model", name="tiny").stats["freed_bytes"] == len(DATA)
    assert states(ask) == ["not downloaded", "not downloaded"]


def test_a_doubtful_model_needs_a_yes(hub, ask):
    hub.files["tiny.pt"] = DATA
    with pytest.raises(BadOption, match="needs a yes"):
        ask("download_model", name="doubtful")
    assert ask("download_model", name="doubtful", accepted=True).stats["concerns"]


def test_a_download_that_is_stopped_keeps_what_has_come(hub, ask, events):
    hub.files["tiny.pt"] = DATA
    with pytest.raises(Cancelled, match="goes on from there"):
        ask("download_model", cancelled=lambda: any(isinstance(each, Progress) for each in events), name="tiny")
    assert states(ask)[0] == "unfinished"


def test_a_model_is_taken_from_a_folder(ask, tmp_path):
    (tmp_path / "tiny.pt").write_bytes(DATA)
    done = ask("import_model", name="tiny", source=str(tmp_path))
    assert (done.stats["taken"], done.stats["state"]) == (["tiny.pt"], "ready")


def test_a_file_that_has_changed_is_found(hub, ask, shelf):
    hub.files["tiny.pt"] = DATA
    ask("download_model", name="tiny")
    assert ask("verify_model", name="tiny").stats["damaged"] == []
    (shelf / "tiny" / "tiny.pt").write_bytes(DATA[::-1])
    found = ask("verify_model", name="tiny").stats
    assert (found["damaged"], found["state"]) == (["tiny.pt"], "damaged")


@pytest.mark.parametrize(
    ("op", "job", "kind"),
    [
        ("download_model", {"name": "nobody"}, NoModel),
        ("download_model", {"name": "tiny", "source": "x"}, BadOption),
        ("import_model", {"name": "tiny"}, BadOption),
        ("import_model", {"name": "tiny", "source": "/nowhere"}, BadOption),
        ("remove_model", {"name": ""}, BadOption),
        ("models", {"name": "tiny"}, BadOption),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(ask, op, job, kind):
    with pytest.raises(kind):
        ask(op, **job)
