"""Look in a staged plugin for what the plugin repository refuses: one finding blocks the upload.

`scan.py FOLDER` prints what bandit and detect-secrets find, with the repository's own choice of rules; 1 if anything.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

NOT_ASKED = "B109,B404,B410,B411"  # the only tests of bandit that the repository leaves out


def findings(folder: Path) -> list[str]:
    """One line a finding: file, line, what was found."""
    return [*_unsafe_calls(folder), *_secrets(folder)]


def _unsafe_calls(folder: Path) -> list[str]:
    options = ("--quiet", "--recursive", "--format", "json", "--skip", NOT_ASKED)
    report = _run(folder, "bandit", *options, folder.name, codes=(0, 1))
    unread = [f"{each['filename']}: {each['reason']}" for each in report["errors"]]
    return unread + [
        f"{each['filename']}:{each['line_number']}: {each['test_id']} {each['issue_text']}"
        for each in report["results"]
    ]


def _secrets(folder: Path) -> list[str]:
    report = _run(folder, "detect_secrets", "scan", "--all-files", folder.name, codes=(0,))
    return [f"{file}:{one['line_number']}: {one['type']}" for file, found in report["results"].items() for one in found]


def _run(folder: Path, module: str, *arguments: str, codes: tuple[int, ...]) -> Any:
    """What a scanner reports, run beside the folder: detect-secrets passes over what lies elsewhere."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=False)
    if done.returncode not in codes:
        raise SystemExit(f"{module} failed:\n{done.stderr}")
    return json.loads(done.stdout)


def main(arguments: list[str]) -> int:
    """Scan the folder that is the only argument."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("Usage: scan.py FOLDER\n")
        return 2
    found = findings(Path(arguments[0]).absolute())
    sys.stdout.writelines(f"{line}\n" for line in found or ["Nothing was found."])
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
