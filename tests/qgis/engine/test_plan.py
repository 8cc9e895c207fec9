"""What is said before anything is downloaded: how much, where to, from where, and what stands in the way."""

from __future__ import annotations

import errno
import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from softseg_qgis.engine import found
from softseg_qgis.engine import plan as plan_module
from softseg_qgis.engine.index import Index, configured_index
from softseg_qgis.engine.install import python_in
from softseg_qgis.engine.plan import make_plan, size_text, torch_backend
from softseg_qgis.engine.uv import uv_variables

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def free(monkeypatch):
    """Say how much room the disk has."""
    return lambda size: monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(1e12, 0, size))


def test_a_plan_writes_nothing(home, free):
    free(1e12)
    plan = make_plan()
    assert plan.obstacle == ""
    assert 1e8 < plan.download < plan.disk < plan.free
    assert plan.folder.parent == plan.root == home
    assert not home.exists()


def test_too_full_a_disk_is_said_with_numbers(home, free):
    free(2e9)
    assert make_plan().obstacle.startswith("The disk has 2.0 GB free, but ")


def test_a_folder_that_cannot_be_written_is_said(home, tmp_path):
    (tmp_path / "file").touch()
    assert "cannot be written" in make_plan(root=tmp_path / "file" / "home").obstacle


def test_a_folder_of_packages_needs_no_download_and_is_the_only_source(home, tmp_path, free):
    free(1e12)
    (tmp_path / "some-1.0-py3-none-any.whl").touch()
    plan = make_plan("cpu", tmp_path)
    assert (plan.download, plan.torch_backend, plan.obstacle) == (0, "", "")
    assert [each.place for each in plan.sources] == [str(tmp_path)]


def test_sources_name_the_configured_host_and_no_credentials(home, monkeypatch):
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://ann:secret@packages.example/simple")
    places = [each.place for each in make_plan().sources]
    assert places[0] == places[-1] == "packages.example"
    assert "secret" not in str(places)


@pytest.mark.parametrize(
    ("device", "system", "has_nvidia", "backend"),
    [
        ("auto", "linux", True, ""),
        ("auto", "linux", False, ""),
        ("cpu", "linux", True, "cpu"),
        ("auto", "win32", True, "auto"),
        ("auto", "win32", False, ""),
        ("cpu", "win32", True, ""),
        ("auto", "darwin", False, ""),
    ],
)
def test_pytorch_is_asked_for_by_device_only_where_the_index_has_another_one(device, system, has_nvidia, backend):
    assert torch_backend(device, system, has_nvidia) == backend


def test_the_source_of_a_special_pytorch_is_named(home, monkeypatch):
    monkeypatch.setattr(plan_module, "torch_backend", lambda *_: "cpu")
    assert "PyTorch" in [each.part for each in make_plan("cpu").sources]


def test_sizes_are_read_by_people():
    assert (size_text(3.3e9), size_text(4e8)) == ("3.3 GB", "400.0 MB")


FILES = {
    "uv.toml": ".config/uv/uv.toml",
    "pip.conf": ".config/pip/pip.conf",
}


@pytest.mark.parametrize(
    ("variables", "files", "expected"),
    [
        (
            {"UV_DEFAULT_INDEX": "https://a.example/s", "PIP_INDEX_URL": "https://b.example"},
            {},
            ("https://a.example/s", True),
        ),
        (
            {"UV_INDEX_URL": "https://a.example"},
            {"pip.conf": "[global]\nindex-url=https://b.example"},
            ("https://a.example", True),
        ),
        ({}, {"uv.toml": 'index-url = "https://a.example"\n'}, ("https://a.example", True)),
        (
            {},
            {"uv.toml": '[[index]]\nurl = "https://x.example"\n[[index]]\nurl = "https://a.example"\ndefault = true'},
            ("https://a.example", True),
        ),
        ({"PIP_INDEX_URL": "https://a.example"}, {}, ("https://a.example", False)),
        ({}, {"pip.conf": "[global]\nindex-url = https://a.example\n"}, ("https://a.example", False)),
        ({}, {"pip.conf": "no settings at all"}, ("", True)),
        ({}, {"pip.conf": "[global]\nextra-index-url = https://x.example"}, ("", True)),
        ({}, {}, ("", True)),
    ],
)
def test_the_index_is_the_one_that_the_user_has_chosen(tmp_path, variables, files, expected):
    for name, text in files.items():
        path = tmp_path / FILES[name]
        path.parent.mkdir(parents=True)
        path.write_text(text)
    only_here = {**variables, "XDG_CONFIG_HOME": str(tmp_path / ".config")}
    assert configured_index(only_here, tmp_path) == Index(*expected)


def test_uv_is_told_of_an_index_that_only_pip_knows():
    variables = uv_variables(Index("https://a.example", uv_knows=False), offline=False)
    assert variables["UV_DEFAULT_INDEX"] == "https://a.example"
    assert variables["UV_SYSTEM_CERTS"] == "1"
    assert "UV_OFFLINE" not in variables


def test_offline_nothing_may_reach_for_the_network():
    variables = uv_variables(Index("", uv_knows=True), offline=True)
    assert (variables["UV_OFFLINE"], variables["UV_PYTHON_DOWNLOADS"]) == ("1", "never")
    assert "UV_DEFAULT_INDEX" not in variables


@pytest.fixture
def locked(tmp_path, monkeypatch):
    """A folder into which nobody may look, whoever runs the test."""
    folder = tmp_path / "locked"
    folder.mkdir()
    stat, access = os.stat, os.access

    def refuse(path, *args, **options):
        if folder in Path(os.fsdecode(path)).parents:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, *args, **options)

    monkeypatch.setattr(os, "stat", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != folder and access(path, mode))
    return folder


def test_a_place_that_nobody_may_look_into_is_an_obstacle(home, locked):
    plan = make_plan(root=locked / "deep" / "home")
    assert "cannot be written" in plan.obstacle
    assert str(locked) in plan.obstacle


def test_an_engine_that_nobody_may_look_at_is_none(home, locked):
    found.make_current(found.Engine(str(locked / "bin" / "python"), "own"))
    assert found.current_engine() is None
    assert python_in(locked / "bin") is None


def test_a_drive_that_is_not_there_is_an_obstacle(home, tmp_path, monkeypatch):
    def missing(_path):
        raise FileNotFoundError(errno.ENOENT, "No such drive")

    monkeypatch.setattr(shutil, "disk_usage", missing)
    assert make_plan(root=tmp_path / "home").obstacle.startswith("The disk has 0")
