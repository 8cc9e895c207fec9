"""Which engine is the current one, and where it is kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from softseg_qgis.engine import found
from softseg_qgis.engine.found import Engine, current_engine, data_root, default_root, lock_text
from softseg_qgis.settings import settings

HERE = Engine(sys.executable, "own", "Some device")


@pytest.fixture
def no_setting():
    before = settings.home
    settings.home = ""
    yield
    settings.home = before


def test_nothing_is_there_at_first(home):
    assert current_engine() is None
    assert not found.is_outdated()


def test_the_developers_engine_comes_first(home, monkeypatch):
    found.make_current(HERE)
    monkeypatch.setenv("SOFTSEG_PYTHON", "/some/python")
    assert current_engine() == Engine("/some/python", "developer")


def test_an_engine_that_was_made_current_is_found(home):
    found.make_current(HERE)
    assert current_engine() == HERE
    found.forget_current()
    assert current_engine() is None


def test_an_engine_whose_interpreter_has_gone_does_not_count(home):
    found.make_current(Engine("/gone/python", "own"))
    assert current_engine() is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"python": 1}', "\x00"])
def test_a_damaged_note_is_as_if_it_were_not_there(home, text):
    found.make_current(HERE)
    (home / "current.json").write_text(text)
    assert current_engine() is None


def test_an_installed_engine_counts_while_its_packages_are_those_of_the_lock(home):
    for device in ("auto", "cpu"):
        found.make_current(Engine(sys.executable, "installed"), found.lock_hash(lock_text(device)))
        assert current_engine() is not None
    found.make_current(Engine(sys.executable, "installed"), "of another lock")
    assert current_engine() is None
    assert found.is_outdated()


def test_the_lock_for_the_processor_leaves_out_what_only_graphics_cards_need():
    everything, processor = (lock_text(device).splitlines() for device in ("auto", "cpu"))
    left_out = set(everything) - set(processor)
    assert {line.split("==")[0] for line in left_out} > {"nvidia-cudnn-cu13", "cuda-bindings", "triton"}
    assert any(line.startswith("torch==") for line in processor)
    assert not any(line.lstrip().startswith("#") for line in everything)


def test_the_data_root_is_where_the_settings_say_then_the_environment(home, no_setting, tmp_path):
    assert data_root() == home
    settings.home = str(tmp_path / "chosen")
    assert data_root() == tmp_path / "chosen"


def test_an_engine_in_another_place_moves_the_data_root_there(home, no_setting, tmp_path):
    found.make_current(HERE, root=tmp_path / "elsewhere")
    assert data_root() == tmp_path / "elsewhere"
    assert current_engine() == HERE


@pytest.mark.parametrize(
    ("platform", "local", "expected"),
    [
        ("win32", "/l", Path("/l/softseg")),
        ("darwin", "", Path.home() / "Library" / "Application Support" / "softseg"),
        ("linux", "", Path("/data/softseg")),
    ],
)
def test_each_system_has_its_place(monkeypatch, platform, local, expected):
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_root(platform, local) == expected
