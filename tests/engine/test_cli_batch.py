"""`softseg batch` as people and scripts meet it."""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace

import pytest

from core import cli
from core.batch_job import BatchJob
from core.protocol import Progress, Stage, Warn

BATCH = ("batch", "in", "--output", "out", "--classes", "water; road")


@pytest.fixture
def engine(monkeypatch):
    """Stands in for `core.batch.run`: keeps the job, and fails one of two files where `exit_code` says so."""
    stand_in = SimpleNamespace(job=None, exit_code=0)

    def run_batch(job, *, on_event, cancelled):
        stand_in.job = job
        on_event(Stage("file", "a.tif (1 of 2)"))
        on_event(Progress(5, 10, 60.0))
        if stand_in.exit_code:
            on_event(Warn("file_failed", "b.tif: The raster is damaged."))
        stats = {"done": 1, "skipped": 0, "failed": 1, "files": []}
        outputs = {"report": "r.html"}
        return SimpleNamespace(outputs=outputs, stats=lambda: stats, exit_code=stand_in.exit_code)

    stand_in.run_batch = run_batch
    monkeypatch.setitem(sys.modules, "core.batch.run", stand_in)
    return stand_in


def test_every_option_reaches_the_batch(engine):
    words = [
        *("--pattern", "*.img", "--recursive", "--no-resume", "--on-error", "stop", "--merge", "vrt"),
        *("--report", "r.html", "--confidence", "--costs", "--polygons", "--quicklook"),
        *("--extent", "0,0,1,1", "--mask", "m.gpkg", "--bands", "4,3,2", "--stretch", "1-99", "--resolution", "0.5"),
        *("--model", "mine", "--device", "cpu", "--tile", "512", "--overlap", "0.25", "--batch", "2"),
        *("--unsure", "0.3", "--min-area", "12.5"),
    ]
    assert cli.main([*BATCH, *words]) == 0
    run = {
        "classes": "water; road",
        **dict.fromkeys(("confidence", "costs", "polygons", "quicklook"), True),
        **{"extent": (0, 0, 1, 1), "mask": "m.gpkg", "bands": (4, 3, 2), "stretch": "1-99", "resolution": 0.5},
        **{"model": "mine", "device": "cpu", "tile": 512, "overlap": 0.25, "batch": 2, "unsure": 0.3},
        "min_area": 12.5,
    }
    assert engine.job == BatchJob("in", "out", run, "*.img", True, "stop", False, "vrt", "r.html")


def test_options_left_out_are_the_batch_s_own_defaults(engine):
    assert cli.main(BATCH) == 0
    assert engine.job == BatchJob("in", "out", {"classes": "water; road"})


@pytest.mark.parametrize("exit_code", [0, 1, 2])
def test_the_exit_code_says_whether_a_file_failed(engine, capfd, exit_code):
    engine.exit_code = exit_code
    assert cli.main(BATCH) == exit_code
    out, err = capfd.readouterr()
    assert out.splitlines() == ["1 done, 0 skipped, 1 failed.", "results  out", "report   r.html"]
    assert err.splitlines()[:2] == ["a.tif (1 of 2)", "  50 %, about 60 s left"]
    assert ("Warning: b.tif: The raster is damaged." in err) is bool(exit_code)


def test_json_is_printed_also_when_a_file_failed(engine, capfd):
    engine.exit_code = 2
    assert cli.main([*BATCH, "--json"]) == 2
    values = json.loads(capfd.readouterr().out)
    assert values["outputs"] == {"report": "r.html"}
    assert (values["done"], values["failed"], values["files"]) == (1, 1, [])
    assert values["warnings"] == ["b.tif: The raster is damaged."]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (BATCH[:4], "either with --classes or with --class-set"),
        ([*BATCH, "--merge", "cog"], "none or vrt"),
        ([*BATCH, "--report", "r.pdf"], ".html"),
        ([*BATCH, "--pattern", ";"], "pattern"),
        ([*BATCH[:3], "in", *BATCH[4:]], "same path"),
        ([*BATCH, "--bands", "1,2"], "bands"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(engine, capfd, words, sentence):
    assert cli.main(words) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert sentence in err
    assert engine.job is None
