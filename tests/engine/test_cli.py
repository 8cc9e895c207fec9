"""The command as people and scripts meet it: what it prints where, and its exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer

from core import cli
from core.errors import BadRaster
from core.job import Job
from core.protocol import Progress, Stage, Warn
from core.report import Areas, ClassArea

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = sorted(command.callback.__name__ for command in cli.app.registered_commands)
SEGMENT = ("segment", "in.tif", "--output", "out.tif", "--classes", "water; [red]road[/red]")


class Engine:
    """Stands in for `core.segment`: keeps the job, and does what the test says."""

    def __init__(self) -> None:
        self.job: Job | None = None
        self.act = lambda say, cancelled: None

    def run(self, job, *, on_event, cancelled):
        self.job = job
        self.act(on_event, cancelled)
        areas = Areas(
            (ClassArea(1, "water", "#0000ff", 3, 0.75, 3e6), ClassArea(2, "[red]road[/red]", "#888888", 1, 0.25, None)),
            4,
            0,
            4e6,
        )
        outputs = {"classes": job.output}
        return SimpleNamespace(as_dict=lambda: {"outputs": outputs, "areas": areas.as_dict()})


@pytest.fixture
def engine(monkeypatch):
    stand_in = Engine()
    monkeypatch.setitem(sys.modules, "core.segment", stand_in)
    monkeypatch.setattr(sys.modules["core"], "segment", stand_in, raising=False)
    return stand_in


def test_a_plain_run_ends_with_shares_areas_and_files(engine, capfd):
    assert cli.main(SEGMENT) == 0
    out, _ = capfd.readouterr()
    for text in ("water", "75.0 %", "3.00 km²", "[red]road[/red]", "1 px", "classes  out.tif"):
        assert text in out


def test_json_is_one_object_on_stdout_and_nothing_else(engine, capfd):
    def act(say, _cancelled):
        os.write(1, b"native chatter\n")
        print("python chatter")
        say(Stage("read", "Reading"))
        say(Warn("no_crs", "There is no CRS."))

    engine.act = act
    assert cli.main([*SEGMENT, "--json"]) == 0
    out, err = capfd.readouterr()
    values = json.loads(out)
    assert values["outputs"] == {"classes": "out.tif"}
    assert values["areas"]["classes"][1]["name"] == "[red]road[/red]"
    assert values["warnings"] == ["There is no CRS."]
    assert "native chatter" in err
    assert "python chatter" in err
    assert "Reading" not in err


def test_a_log_gets_plain_lines_for_stages_tenths_and_warnings(engine, capfd):
    def act(say, _cancelled):
        say(Stage("tiles", "Segmenting"))
        for done in range(21):
            say(Progress(done, 20, 90.0 * (20 - done)))
        say(Warn("oom", "Continued with smaller batches [1]."))

    engine.act = act
    assert cli.main(SEGMENT) == 0
    lines = capfd.readouterr().err.splitlines()
    assert lines[:2] == ["Segmenting", "  10 %, about 27 min left"]
    assert lines[10] == "  100 %"
    assert lines[11] == "Warning: Continued with smaller batches [1]."
    assert len(lines) == 12


def test_every_option_reaches_the_job(engine):
    words = [
        *("--extent", "-10,-5.5,20,30", "--mask", "m.gpkg", "--bands", "4,3,2", "--stretch", "1-99"),
        *("--resolution", "0.5", "--model", "mine", "--device", "cpu", "--tile", "512", "--overlap", "0.25"),
        *("--batch", "2", "--confidence", "c.tif", "--costs", "k.tif", "--polygons", "p.gpkg"),
        *("--unsure", "0.3", "--min-area", "12.5"),
    ]
    assert cli.main([*SEGMENT, *words]) == 0
    assert engine.job == Job(
        "in.tif",
        "water; [red]road[/red]",
        "out.tif",
        extent=(-10, -5.5, 20, 30),
        mask="m.gpkg",
        bands=(4, 3, 2),
        stretch="1-99",
        resolution=0.5,
        model="mine",
        device="cpu",
        tile=512,
        overlap=0.25,
        batch=2,
        confidence="c.tif",
        costs="k.tif",
        polygons="p.gpkg",
        unsure=0.3,
        min_area=12.5,
    )


def test_options_left_out_are_the_job_s_own_defaults(engine):
    assert cli.main(SEGMENT) == 0
    assert engine.job == Job("in.tif", "water; [red]road[/red]", "out.tif")


def test_classes_come_from_a_class_set_too(engine, tmp_path):
    path = tmp_path / "set.csv"
    path.write_text("name\nwater\nroad\n")
    assert cli.main(["segment", "in.tif", "--output", "out.tif", "--class-set", str(path)]) == 0
    assert engine.job.classes.names == ("water", "road")


def test_a_lone_name_with_commas_is_warned_about(engine, capfd):
    assert cli.main(["segment", "in.tif", "--output", "out.tif", "--classes", "water, road"]) == 0
    assert "put ; between classes" in capfd.readouterr().err
    assert engine.job.classes.names == ("water, road",)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["segment", "in.tif", "--output", "out.tif"], "either with --classes or with --class-set"),
        ([*SEGMENT, "--class-set", "set.csv"], "either with --classes or with --class-set"),
        ([*SEGMENT[:-1], ""], "at least one"),
        ([*SEGMENT[:-1], "a;A"], "same name"),
        ([*SEGMENT, "--overlap", "0.9"], "overlap"),
        ([*SEGMENT, "--tile", "x"], "--tile"),
        ([*SEGMENT, "--extent", "1,2,3"], "extent"),
        ([*SEGMENT, "--bands", "1,2"], "bands"),
        ([*SEGMENT, "--bands", "red"], "bands"),
        ([*SEGMENT, "--costs", "out.tif"], "same path"),
        ([*SEGMENT, "--distractors", "sand\udcff"], "no character"),
        ([*SEGMENT[:-1], "water: sea\udcff"], "U+DCFF"),
        ([*SEGMENT, "--costs", "k\udcff.tif"], "no character"),
        ([*SEGMENT, "--inference", "segearth", "--overlap", "0.5"], "overlap"),
        ([*SEGMENT, "--colour"], "--colour"),
        (["segment"], "see softseg segment --help"),
        (["dance"], "dance"),
        (["--dance"], "--dance"),
    ],
)
def test_bad_input_is_one_sentence_on_stderr_and_exit_code_2(engine, capfd, words, sentence):
    assert cli.main(words) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert sentence in err
    assert err.count("\n") == 1
    assert err.endswith(".\n")
    assert engine.job is None


@pytest.mark.parametrize(
    ("error", "code", "exit_code"),
    [
        (BadRaster("“a” is no raster."), "bad_raster", 2),
        (MemoryError(), "oom", 1),
        (KeyError("x"), "internal", 1),
        (KeyboardInterrupt(), "cancelled", 130),
        (typer.Abort(), "cancelled", 130),
        (SystemExit(0), "internal", 1),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_whatever_the_engine_raises_has_a_sentence_and_an_exit_code(engine, capfd, error, code, exit_code, as_json):
    def act(_say, _cancelled):
        raise error

    engine.act = act
    assert cli.main([*SEGMENT, *(["--json"] if as_json else [])]) == exit_code
    out, err = capfd.readouterr()
    first = err.splitlines()[0]
    assert first.endswith(".")
    assert ("Traceback" in err) is (code == "internal")
    if as_json:
        told = json.loads(out)["error"]
        assert (told["code"], told["text"]) == (code, first)
    else:
        assert out == ""


def test_an_undecodable_path_in_a_sentence_breaks_nothing(engine, capfd):
    def act(_say, _cancelled):
        raise BadRaster("a\udc80.tif is no raster.")

    engine.act = act
    assert cli.main([*SEGMENT, "--json"]) == 2
    out, err = capfd.readouterr()
    assert json.loads(out)["error"]["text"] == "a\udc80.tif is no raster."
    assert "no raster" in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals between processes")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_the_engine_to_stop(engine, capfd, number):
    def act(_say, cancelled):
        assert not cancelled()
        os.kill(os.getpid(), number)
        assert cancelled()
        raise KeyboardInterrupt

    before = signal.getsignal(number)
    engine.act = act
    assert cli.main(SEGMENT) == 130
    assert "Stopping" in capfd.readouterr().err
    assert signal.getsignal(number) is before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals between processes")
def test_the_second_interrupt_ends_an_engine_that_does_not_listen(engine, capfd):
    def act(_say, _cancelled):
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        raise AssertionError("it went on")

    engine.act = act
    assert cli.main(SEGMENT) == 130
    assert "AssertionError" not in capfd.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_an_example(capfd, command):
    assert cli.main([command, "--help"]) == 0
    out, _ = capfd.readouterr()
    assert f"Example: softseg {command}" in out


def test_softseg_alone_and_with_help_lists_the_commands(capfd):
    for words in ([], ["--help"]):
        assert cli.main(words) == 0
        out, _ = capfd.readouterr()
        assert all(command in out for command in COMMANDS)


def test_version_and_help_load_nothing_heavy():
    program = (
        "import sys; from core.cli import main; codes = main(['--version']), main(['segment', '--help']); "
        "sys.exit(repr(sorted({'torch', 'rasterio', 'numpy'} & set(sys.modules)) or max(codes)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr.strip() == "0"
    assert done.stdout.startswith("softseg ")
