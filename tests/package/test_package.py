"""The zip keeps the plugin repository's rules, holds all that the plugin needs, and is the same bytes every time."""

from __future__ import annotations

import ast
import configparser
import re
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def file(package, tmp_path_factory):
    path = tmp_path_factory.mktemp("dist") / "plugin.zip"
    package.pack(path)
    return path


@pytest.fixture(scope="module")
def names(file):
    with zipfile.ZipFile(file) as archive:
        return archive.namelist()


def test_there_is_one_top_folder_that_python_can_import(names):
    assert {name.split("/")[0] for name in names} == {"softseg_qgis"}


@pytest.mark.parametrize(
    "name",
    ["__init__.py", "metadata.txt", "LICENSE", "README.md", "core/worker.py", "resources/engine.lock", "plugin.py"],
)
def test_the_zip_holds(names, name):
    assert f"softseg_qgis/{name}" in names


def test_the_zip_holds_nothing_that_the_repository_refuses(names):
    refused = re.compile(
        r"\.(pyc|exe|dll|so|dylib|bat|sh|ps1|cmd|ts|egg-info)$|__pycache__|__MACOSX|\.\.|\\|/\.|/tests?/|test_"
    )
    assert [name for name in names if refused.search(name)] == []


def test_the_zip_is_small_enough_for_the_repository(file):
    assert file.stat().st_size <= 25_000_000


def test_two_builds_are_the_same_bytes(package, file, tmp_path):
    (tmp_path / "again").mkdir()
    package.pack(tmp_path / "again" / "plugin.zip")
    assert (tmp_path / "again" / "plugin.zip").read_bytes() == file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
    assert [each.filename for each in entries] == sorted(each.filename for each in entries)
    assert {(each.date_time, each.external_attr, each.create_system) for each in entries} == {
        (package.THE_SAME_TIME, 0o100644 << 16, 3)
    }


def test_a_file_of_an_unknown_kind_stops_the_build(package, tmp_path, monkeypatch):
    (tmp_path / "softseg_qgis").mkdir()
    (tmp_path / "softseg_qgis" / "fast.so").touch()
    monkeypatch.setattr(package, "ROOT", tmp_path)
    with pytest.raises(package.BadPackage, match=r"softseg_qgis/fast\.so is of a kind that has no place"):
        package.members()


def test_hidden_files_and_caches_stay_out(package, tmp_path, monkeypatch):
    for name in ("softseg_qgis/a.py", "softseg_qgis/.hidden", "softseg_qgis/__pycache__/a.pyc", "core/.x/b.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(package, "ROOT", tmp_path)
    monkeypatch.setattr(package, "TRANSLATIONS", tmp_path)
    assert set(package.members()) == {"a.py", *package.SINGLE}


def test_a_zip_that_is_too_large_is_refused_and_removed(package, tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MOST_BYTES", 1000)
    monkeypatch.setattr(package, "members", lambda: {"a.txt": ROOT / "LICENSE"})
    with pytest.raises(package.BadPackage, match="takes 1,000"):
        package.pack(tmp_path / "plugin.zip")
    assert list(tmp_path.iterdir()) == []


def test_links_make_the_same_plugin_as_copies(package, staged, tmp_path):
    package.link(tmp_path)
    linked = {
        path.relative_to(tmp_path / "softseg_qgis").as_posix()
        for folder in ("", "core", "gui", "resources/presets", "resources/icons")
        for path in (tmp_path / "softseg_qgis" / folder).iterdir()
        if path.is_file()
    }
    assert {name for name in linked if not (staged / name).is_file()} <= {"core/.DS_Store"}
    assert {"plugin.py", "core/job.py", "gui/help.py", "metadata.txt", "resources/icons/softseg.png"} <= linked


@pytest.fixture(scope="module")
def metadata():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_the_metadata_states_all_that_the_repository_asks_for(metadata):
    wanted = "name description version qgisMinimumVersion author email about tracker repository homepage license"
    assert [key for key in wanted.split() if not metadata.get(key, "").strip()] == []


def test_the_metadata_is_as_the_repository_wants_it(metadata):
    assert "plugin" not in metadata["name"].lower()
    assert "/" not in metadata["author"]
    assert not any("<" in metadata[key] for key in ("description", "about", "changelog"))
    assert metadata["version"] in metadata["changelog"]
    assert (metadata["qgisMinimumVersion"], metadata["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert "supportsQt6" not in metadata
    assert metadata["hasProcessingProvider"] == "yes"


def test_the_icon_is_in_the_zip(metadata, names):
    assert f"softseg_qgis/{metadata['icon']}" in names
    assert (ROOT / metadata["icon"]).read_bytes().startswith(b"\x89PNG")


def resources_named_in(path):
    """The paths that `resource("a", "b")` and `_action(..., "x.svg")` name in a file of the plugin."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "resource":
            parts = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if len(parts) == len(node.args):
                yield "/".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (f"icons/{name}" for name in re.findall(r"^\w+\.svg$", node.value))


def test_every_resource_that_the_plugin_names_is_in_the_zip(staged):
    named = {name for path in staged.rglob("*.py") if "core" not in path.parts for name in resources_named_in(path)}
    assert {"icons/softseg.svg", "presets", "help/index.html", "engine.lock"} <= named
    assert {name for name in named if not (staged / "resources" / name).exists()} == set()


def test_what_qgis_reads_is_python_3_9(staged):
    files = [path for path in staged.rglob("*.py") if "core" not in path.relative_to(staged).parts]
    assert len(files) > 10
    for path in files:
        ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=(3, 9))
