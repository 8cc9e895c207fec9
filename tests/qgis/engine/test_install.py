"""Setting an engine up through the real uv, from a folder with one small package."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QLockFile

from softseg_qgis.core.job import Job
from softseg_qgis.core.protocol import Done
from softseg_qgis.engine import found
from softseg_qgis.engine.found import Engine, current_engine
from softseg_qgis.engine.install import Installer, device_title, python_in
from softseg_qgis.engine.plan import make_plan

from .conftest import is_running, until
from .small_engine import BROKEN_WORKER, PIN, make_wheel

ROOT = Path(__file__).resolve().parents[3]
UV = shutil.which("uv") or shutil.which("uv", path=str(ROOT / "build" / "uv"))
needs_uv = pytest.mark.skipif(UV is None, reason="there is no uv on the PATH or in build/uv")
OLD = Engine("/old/python", "own", "Old device")


@pytest.fixture
def packages(tmp_path):
    make_wheel(tmp_path / "packages")
    return tmp_path / "packages"


@pytest.fixture
def lock(tmp_path, monkeypatch):
    """The engine's lock: the small package alone."""
    path = tmp_path / "engine.lock"
    path.write_text(f"# made by the test\n{PIN}    # via nothing\n")
    monkeypatch.setattr(found, "resource", lambda _name: path)
    return path


@pytest.fixture
def plan(home, lock, packages, monkeypatch, tmp_path):
    """A plan from the folder; the cache is the test's own."""
    if UV:
        monkeypatch.setenv("PATH", f"{Path(UV).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    return lambda device="auto": make_plan(device, packages)


class SetUp:
    """An installer, what it tells, and how it ends."""

    def __init__(self):
        self.installer = Installer()
        self.told, self.outcomes = [], []
        self.installer.progressed.connect(lambda percent, text: self.told.append((percent, text)))
        self.installer.ended.connect(self.outcomes.append)

    def end(self):
        until(lambda: self.outcomes, 120)
        (outcome,) = self.outcomes
        assert not self.installer.is_running
        return outcome


@pytest.fixture
def set_up():
    set_ups = []

    def begin():
        set_ups.append(SetUp())
        return set_ups[-1]

    yield begin
    for each in set_ups:
        each.installer.stop()


def install(set_up, plan):
    it = set_up()
    it.installer.install(plan)
    return it.end()


@needs_uv
def test_it_builds_tries_and_uses_an_environment(set_up, plan, home):
    it = set_up()
    it.installer.install(plan())
    outcome = it.end()
    assert (outcome.text, outcome.detail) == ("", "")
    engine = current_engine()
    assert (
        outcome.engine == engine == Engine(str(found.environment_python(plan().folder)), "installed", "Small processor")
    )
    assert Path(outcome.probe["prefix"]) == plan().folder
    assert [percent for percent, _ in it.told] == sorted(percent for percent, _ in it.told)
    assert any("softseg-small-engine" in line for line in it.installer.log)
    assert sorted(path.name for path in home.iterdir()) == ["current.json", plan().folder.name]


@needs_uv
def test_what_is_ready_is_tried_again_and_not_built_again(set_up, plan, monkeypatch):
    install(set_up, plan())
    made = plan().folder.stat().st_mtime_ns
    found.forget_current()
    it = set_up()
    it.installer.install(plan())
    assert it.end().engine == current_engine() != None  # noqa: E711 - both are there, and equal
    assert plan().folder.stat().st_mtime_ns >= made
    assert not any("Resolved" in line for line in it.installer.log)


@needs_uv
def test_old_and_unfinished_environments_go_and_the_one_in_use_stays(set_up, plan, home, lock):
    install(set_up, plan())
    in_use = plan().folder
    for name in ("env-unfinished", "env-older"):
        (home / name / "lib").mkdir(parents=True)
    found.mark_ready(home / "env-older", {})
    lock.write_text(f"{PIN[:-1]} ; python_version > '3'\n")
    assert current_engine() is None
    assert found.is_outdated()
    install(set_up, plan())
    assert current_engine() is not None
    assert sorted(each.name for each in home.glob("env-*")) == sorted([in_use.name, plan().folder.name])


@needs_uv
def test_an_engine_that_fails_its_probe_is_not_used(set_up, plan, packages, home):
    found.make_current(OLD)
    make_wheel(packages, BROKEN_WORKER)
    outcome = install(set_up, plan())
    assert (outcome.engine, outcome.text) == (None, "The device computes wrong results.")
    assert json.loads((home / "current.json").read_text())["python"] == OLD.python
    assert list(home.glob("env-*")) == []


@needs_uv
def test_a_ready_environment_that_no_longer_works_is_built_anew(set_up, plan):
    install(set_up, plan())
    (worker,) = plan().folder.rglob("core/worker.py")
    worker.unlink()  # it is a link into uv's cache
    worker.write_text("raise ImportError('damaged')")
    outcome = install(set_up, plan())
    assert outcome.engine == current_engine()
    assert "damaged" not in next(plan().folder.rglob("core/worker.py")).read_text()


@needs_uv
@pytest.mark.parametrize("percent", [1, 2, 6, 10, 90])
def test_a_cancel_leaves_what_was_and_nothing_half_made(set_up, plan, home, percent):
    found.make_current(OLD)
    it = set_up()
    it.installer.progressed.connect(lambda now, _text: now >= percent and it.installer.cancel())
    it.installer.install(plan())
    outcome = it.end()
    assert outcome.is_cancelled, outcome
    assert json.loads((home / "current.json").read_text())["python"] == OLD.python
    assert list(home.glob("env-*")) == []


@needs_uv
def test_stopping_in_mid_run_leaves_no_process_and_the_next_set_up_clears_away(
    set_up, plan, home, monkeypatch, tmp_path
):
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    uv.write_text(f'#!/bin/sh\n[ "$1" != pip ] || {{ echo $$ > {tmp_path}/pid; exec sleep 60; }}\nexec {UV} "$@"\n')
    uv.chmod(uv.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{uv.parent}{os.pathsep}{os.environ['PATH']}")
    it = set_up()
    it.installer.install(plan())
    until((tmp_path / "pid").exists)
    until((tmp_path / "pid").read_text)
    it.installer.stop()
    assert not is_running(int((tmp_path / "pid").read_text()))
    assert it.outcomes == []
    assert current_engine() is None
    uv.unlink()
    assert install(set_up, plan()).engine == current_engine()


@needs_uv
def test_a_package_that_is_not_in_the_folder_is_named(set_up, plan, lock, packages):
    lock.write_text("no-such-package==3\n")
    outcome = install(set_up, plan())
    assert outcome.text == "The package no-such-package==3 is not there for this computer."


def test_without_any_uv_the_folder_has_to_hold_it(set_up, plan, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    outcome = install(set_up, plan())
    assert outcome.text.startswith("There is no uv: put uv-")


def test_two_set_ups_in_the_same_place_do_not_meet(set_up, plan, home):
    home.mkdir()
    other = QLockFile(str(home / "install.lock"))
    assert other.tryLock(0)
    assert "Another QGIS" in install(set_up, plan()).text
    other.unlock()


def test_what_stands_in_the_way_is_said_before_anything_is_done(set_up, plan, packages, home):
    next(packages.glob("*.whl")).unlink()
    assert "holds no packages" in install(set_up, plan()).text
    assert list(home.glob("env-*")) == []


def test_a_python_of_the_users_is_taken_when_its_probe_passes(set_up, home, actor):
    it = set_up()
    engine = actor("""
        hello()
        for id, op in requests():
            say("done", id, stats={"device": "cuda", "devices": [{"name": "cuda:0", "title": "Big GPU"}]})
    """)
    it.installer.adopt(Path(engine.python))
    assert it.end().engine == current_engine() == Engine(engine.python, "own", "Big GPU")


def test_a_python_whose_probe_fails_is_not_taken(set_up, home, actor):
    it = set_up()
    it.installer.adopt(Path(actor("sys.exit('Python 3.10 or newer is needed, this is 3.8.1')").python))
    assert "Python 3.10 or newer is needed" in it.end().text
    assert current_engine() is None


def test_a_program_that_is_no_python_is_not_run(set_up, home, tmp_path):
    (tmp_path / "qgis-bin").write_text("#!/bin/sh\ntouch run\n")
    it = set_up()
    it.installer.adopt(tmp_path / "qgis-bin")
    assert "is no Python" in it.end().text


def test_the_folder_of_an_environment_stands_for_its_python(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    assert python_in(tmp_path) == tmp_path / "bin" / "python"
    assert python_in(tmp_path / "bin") is None


@pytest.mark.parametrize(
    ("probe", "title"),
    [
        ({"device": "cuda", "devices": [{"name": "cuda:0", "title": "GPU"}, {"name": "cpu", "title": "CPU"}]}, "GPU"),
        ({"device": "cpu", "devices": [{"name": "cuda:0", "title": "GPU"}, {"name": "cpu", "title": "CPU"}]}, "CPU"),
        ({"device": "mps"}, "mps"),
        ({}, ""),
    ],
)
def test_the_device_of_a_probe_has_a_title(probe, title):
    assert device_title(probe) == title


@pytest.mark.slow
@needs_uv
@pytest.mark.timeout(3600)
def test_the_whole_engine_is_installed_and_segments(set_up, talk, home, small_raster, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{Path(UV).parent}{os.pathsep}{os.environ['PATH']}")
    it = set_up()
    it.installer.progressed.connect(lambda percent, text: print(f"{percent:3} % {text}"))
    it.installer.install(make_plan())
    until(lambda: it.outcomes, 3000)
    (outcome,) = it.outcomes
    print(*it.installer.log[-5:], outcome, sep="\n")
    assert outcome.engine == current_engine() is not None
    job = Job(str(small_raster), "water; road", str(tmp_path / "classes.tif"))
    worker = talk(None)
    assert isinstance(worker.answer(worker.worker.ask("segment", job), 600), Done)
