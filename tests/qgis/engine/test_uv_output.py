"""What uv prints, read as progress and as the reason of a failure."""

from __future__ import annotations

import pytest

from softseg_qgis.engine.uv_output import SyncProgress, why_uv_failed

RUN = """Using Python 3.11.7 environment at: x
Resolved 3 packages in 508ms
Downloading numpy (16.0MiB)
Downloading torch (846.9MiB)
\x1b[32mDownloaded\x1b[0m numpy
Downloaded torch
Prepared 3 packages in 1.91s
Installed 3 packages in 112ms
 + numpy==2.2.6"""


def test_progress_grows_with_what_is_downloaded():
    progress, seen = SyncProgress(), []
    for line in RUN.splitlines():
        progress.take(line)
        seen.append((round(progress.share, 2), progress.text))
    assert [share for share, _ in seen] == [0, 0.05, 0.05, 0.05, 0.06, 0.85, 0.85, 0.98, 0.98]
    assert seen[3][1] == "Downloading torch (888 MB) and 1 more"
    assert seen[4][1] == "Downloading torch (888 MB)"
    assert seen[6][1] == "Installing packages"


@pytest.mark.parametrize("line", ["", "Downloading", "Downloading x (many)", "Downloaded never-seen", "warning: what?"])
def test_a_line_of_another_kind_changes_nothing(line):
    progress = SyncProgress()
    before = progress.share, progress.text
    progress.take(line)
    assert (progress.share, progress.text) == before


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            ["error: Request failed", "  cause: Failed to fetch: https://u:p@a.example/simple/x/", "cause: dns error"],
            "a.example cannot be reached",
        ),
        (
            ["error: Failed to fetch", "cause: invalid peer certificate: UnknownIssuer"],
            "The package index cannot be reached",
        ),
        (["error: failed to write", "cause: No space left on device (os error 28)"], "The disk is full"),
        (
            ["error: No interpreter found for Python >=3.10, <3.15 in managed installations or search path"],
            "no Python from 3.10",
        ),
        (
            ["error: No solution found", "cause: Because torch==9 was not found and you require torch==9, we can"],
            "package torch==9 is not there",
        ),
        (["error: failed to create directory", "cause: Permission denied (os error 13)"], "cannot be written"),
        (["warning: odd", "error: something new"], "(something new)"),
        ([], "(?)"),
    ],
)
def test_a_failure_is_one_sentence(lines, words):
    sentence = why_uv_failed(lines)
    assert words in sentence
    assert sentence.endswith(".")
    assert "u:p@" not in sentence
