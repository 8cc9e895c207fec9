"""The lock of the engine: whole, exact, the same torch for every Python, and free of any machine's addresses."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "resources" / "engine.lock").read_text(encoding="utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PINS = [Requirement(line) for line in LOCK.splitlines() if line and not line.lstrip().startswith("#")]

PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
MACHINES = {
    "linux-x86_64": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "macos-arm64": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "windows-amd64": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


def declared() -> dict[str, Requirement]:
    """The dependencies of pyproject.toml by name; read as text, since Python 3.10 has no TOML reader."""
    block = re.search(r"(?ms)^dependencies = (\[.*?^\])", PROJECT)
    assert block
    return {canonicalize_name(each.name): each for each in map(Requirement, ast.literal_eval(block[1]))}


def optional() -> set[str]:
    """Names of what only some uses of the engine need; they say what to install where it is missing."""
    block = re.search(r"(?ms)^\[project\.optional-dependencies\]\ntrain = (\[.*?^\])", PROJECT)
    assert block
    return {canonicalize_name(Requirement(each).name) for each in ast.literal_eval(block[1])}


def environment(python: str, machine: str) -> dict[str, str]:
    """What the markers of a requirement ask about, for one Python on one machine."""
    return {
        **MACHINES[machine],
        "python_version": python,
        "python_full_version": f"{python}.5",
        "platform_machine": machine.split("-")[1].replace("amd64", "AMD64"),
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }


def applies(requirement: Requirement, python: str, machine: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(environment(python, machine))


def pins_on(python: str, machine: str) -> dict[str, list[Version]]:
    """What the lock installs for one Python on one machine."""
    found = defaultdict(list)
    for pin in PINS:
        if applies(pin, python, machine):
            found[canonicalize_name(pin.name)].append(Version(str(pin.specifier).removeprefix("==")))
    return found


def test_every_line_is_an_exact_pin():
    assert [str(pin) for pin in PINS if not re.fullmatch(r"==[^*,]+", str(pin.specifier)) or pin.url] == []


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("python", PYTHONS)
def test_each_package_has_one_version_and_each_dependency_is_among_them(python, machine):
    found = pins_on(python, machine)
    assert {name: versions for name, versions in found.items() if len(versions) != 1} == {}
    needed = {name: each for name, each in declared().items() if applies(each, python, machine)}
    assert [str(each) for name, each in needed.items() if not any(v in each.specifier for v in found[name])] == []


@pytest.mark.parametrize("name", ["torch", "torchvision", "open-clip-torch", "timm"])
def test_every_python_gets_the_same_network_libraries(name):
    versions = {pins_on(python, machine)[name][0] for python in PYTHONS for machine in MACHINES}
    assert len(versions) == 1


@pytest.mark.parametrize("trace", ["/", "\\", "--", "@"])
def test_the_lock_holds_no_address_and_no_path(trace):
    assert [line for line in LOCK.splitlines() if trace in line] == []


def test_the_lock_says_how_it_is_remade():
    assert LOCK.splitlines()[1].strip() == "#    make lock"


def test_every_package_that_the_engine_imports_is_declared():
    sources = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "core").rglob("*.py")]
    nodes = [node for source in sources for node in ast.walk(source)]
    names = {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module.split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    providers = packages_distributions()
    offered = {name: {canonicalize_name(each) for each in providers.get(name, [name])} for name in names}
    own = {*sys.stdlib_module_names, "tomllib"}  # tomllib came with 3.11, and is only named where it is there
    foreign = {name: offers for name, offers in offered.items() if name not in own}
    assert {name: offers for name, offers in foreign.items() if not offers & (declared().keys() | optional())} == {}
    assert "torch" in foreign


def test_the_version_stands_in_the_plugins_metadata_alone():
    metadata = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    (version,) = re.findall(r"(?m)^version=(.+)$", metadata)
    assert str(Version(version)) == version
    assert not re.search(r"(?m)^version\s*=", PROJECT)
