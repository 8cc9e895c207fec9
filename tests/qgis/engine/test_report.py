"""The report that users copy: what helps, and nothing private."""

from __future__ import annotations

from pathlib import Path

import pytest

from softseg_qgis.engine import found
from softseg_qgis.engine.found import Engine
from softseg_qgis.engine.report import make_report, scrub


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/home/ann/x and /home/ann", "~/x and ~"),
        ("/home/annabel/x", "/home/annabel/x"),
        ("https://ann:p%40ss@packages.example/simple", "https://…@packages.example/simple"),
        ("password=hunter2 next", "password=… next"),
        ('{"token": "abc def", "x": 1}', '{"token": …, "x": 1}'),
        ("nothing private", "nothing private"),
    ],
)
def test_private_things_are_taken_out(text, expected):
    assert scrub(text, "/home/ann") == expected


def test_the_home_folder_of_windows_goes_in_every_spelling():
    text = r"C:\Users\Ann\x c:/users/ann/y C:\\Users\\Ann\\z"
    assert scrub(text, r"C:\Users\Ann") == r"~\x ~/y ~\\z"


def test_it_says_what_helps(home):
    found.make_current(Engine(str(Path.home()), "own", "Big GPU"))
    found.make_current(Engine(__file__, "own", "Big GPU"))
    report = make_report({"device": "cuda"}, [f"line {number}" for number in range(200)])
    assert "QGIS: 3." in report or "QGIS: 4." in report
    assert "(own), Big GPU" in report
    assert '"device": "cuda"' in report
    assert "line 199" in report
    assert "line 100\n" not in report
    assert str(Path.home()) + "/" not in report


def test_it_can_be_written_without_an_engine(home):
    assert "Engine: none" in make_report()
