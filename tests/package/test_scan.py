"""The staged plugin has no finding of the tools that the plugin repository blocks uploads with."""

from __future__ import annotations

import pytest


def test_nothing_is_found_in_the_plugin(scan, staged):
    assert scan.findings(staged) == []


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("import subprocess\nsubprocess.run(['ls'])", "subprocess"),
        ("assert 1", "assert"),
        ("try:\n    x = 1\nexcept Exception:\n    pass", "Try, Except, Pass"),
        ("KEY = 'AKIA" + "ABCDEFGHIJKLMNOP'", "AWS Access Key"),
        ("DIGEST = '5c35812c13d18d4e2bbac94d384e0a5d" + "3dea6e74'", "Hex High Entropy String"),
    ],
)
def test_what_the_repository_refuses_is_found(scan, tmp_path, line, finding):
    (tmp_path / "plugin").mkdir()
    (tmp_path / "plugin" / "bad.py").write_text(line + "\n")
    found = scan.findings(tmp_path / "plugin")
    assert found
    assert all(each.startswith("plugin/bad.py:") for each in found)
    assert any(finding in each for each in found)
