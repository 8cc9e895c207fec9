"""The one program that installs packages: where uv is found, and how it is told to work."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QProcessEnvironment, QStandardPaths

from ..i18n import tr
from .environment import child_environment
from .fetch_uv import FetchError, fetch_uv, unpack_uv, wheel_for_this_machine
from .index import Index, configured_index
from .network import read_page
from .plan import Plan
from .steps import Aside, Run, Step, StepFailed
from .uv_output import why_uv_failed

_OLDEST = (0, 8)
_PYTHON = ">=3.10,<3.15"
_NAME = "uv.exe" if sys.platform == "win32" else "uv"


class Uv:
    """A uv program and how to call it for one plan.

    Args:
        plan: the installation.
        on_line: called with every line that uv prints.
    """

    def __init__(self, plan: Plan, on_line: Callable[[str], None]) -> None:
        self._plan = plan
        self._on_line = on_line
        self._program = Path()
        system = QProcessEnvironment.systemEnvironment()
        self._index = configured_index({name: system.value(name) for name in system.keys()})  # noqa: SIM118

    def find(self) -> Generator[Step, Any, None]:
        """Take a uv that is here and new enough; else fetch the pinned one."""
        for program in self._candidates():
            try:
                self._program = program
                version = _version_in((yield self._run("--version")))
            except StepFailed as failure:
                if failure.is_cancelled:
                    raise
                continue
            if version >= _OLDEST:
                return
        self._program = yield Aside(self._fetch, FetchError, OSError)

    def make_environment(self) -> Run:
        """Make the empty environment."""
        return self._run("venv", "--no-project", "--allow-existing", "--python", _PYTHON, str(self._plan.folder))

    def install(self, python: Path, lock: Path, on_line: Callable[[str], None]) -> Run:
        """Make an environment hold what a lock names, and nothing else."""
        options = ["--torch-backend", self._plan.torch_backend] if self._plan.torch_backend else []
        if self._plan.packages:
            options += ["--no-index", "--find-links", str(self._plan.packages)]
        return self._run("pip", "sync", *options, "--python", str(python), str(lock), on_line=on_line)

    def _candidates(self) -> list[Path]:
        """Programs called uv: on the PATH, ours, where its own installer puts it, and one beside the packages."""
        folders = [self._plan.root / "uv", Path.home() / ".local" / "bin", Path.home() / ".cargo" / "bin"]
        if self._plan.packages:
            folders.append(self._plan.packages)
        found = [QStandardPaths.findExecutable("uv"), *(str(each / _NAME) for each in folders)]
        return [
            Path(each) for each in dict.fromkeys(found) if each and os.access(each, os.X_OK) and Path(each).is_file()
        ]

    def _fetch(self, feedback: QgsFeedback) -> Path:
        """Get the pinned uv; waits for the network or the disk."""
        folder, wheel = self._plan.root / "uv", wheel_for_this_machine()
        if self._plan.packages is None:
            return fetch_uv(folder, wheel, self._index.address, lambda url, login: read_page(url, login, feedback))
        path = self._plan.packages / wheel.filename
        if not path.is_file():
            raise FetchError(tr("There is no uv: put {name} into the folder of packages.", name=wheel.filename))
        return unpack_uv(path.read_bytes(), folder, wheel)

    def _run(self, *arguments: str, on_line: Callable[[str], None] | None = None) -> Run:
        environment = child_environment(uv_variables(self._index, offline=self._plan.packages is not None))
        return Run(self._program, arguments, environment, self._plan.root, on_line or self._on_line, why_uv_failed)


def uv_variables(index: Index, offline: bool) -> dict[str, str]:
    """How uv is told to work: the system's certificates, a patient network, plain output."""
    alone = {"UV_OFFLINE": "1", "UV_PYTHON_DOWNLOADS": "never"} if offline else {}
    # Older ones know the certificates' variable by its first name.
    certificates = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
    return {**index.variables, **certificates, "UV_HTTP_TIMEOUT": "300", "NO_COLOR": "1", **alone}


def _version_in(lines: list[str]) -> tuple[int, ...]:
    found = re.search(r"(\d+)\.(\d+)", " ".join(lines))
    return (int(found[1]), int(found[2])) if found else (0,)
