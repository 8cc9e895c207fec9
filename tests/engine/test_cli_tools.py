"""The commands around the main one: train, evaluate, models and bench, with stand-ins for the long work."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from core import cli
from core.bench import Bench, Timing
from core.commands.work import working
from core.errors import BadOption, BadOutput, Cancelled
from core.evaluate.report import ClassFigures, Evaluation
from core.evaluate.seams import Seams, Traces
from core.evaluate.subject import Subject, Way
from core.service.training import claim_folder
from core.softguided.config import NetworkConfig
from core.softguided.model import ModelCard
from core.train.datasets import Datasets, Split
from core.train.train import Step


@pytest.fixture
def short_training(monkeypatch):
    asked = {}

    def train(recipe, datasets, *, device, on_words, on_step, cancelled, keep_in, resume):
        asked.update(recipe=recipe, device=device.type, cancelled=cancelled())
        on_words(0.5)
        on_step(Step(25, 100, {"choice": 0.5}, None, 30.0), None)
        on_step(Step(100, 100, {"choice": 0.25}, 0.9, 0.0), None)
        return "model"

    def save_model(model, folder):
        asked.update(model=model)
        (folder / "model.json").write_text("{}")
        return SimpleNamespace(name="mine", revision="abc")

    monkeypatch.setattr("core.train.train.train", train)
    monkeypatch.setattr("core.softguided.model.save_model", save_model)
    monkeypatch.setattr("core.train.datasets.open_datasets", lambda _folder: Datasets(Split(), Split(), ("dubai",)))
    return asked


def test_a_training_shows_its_progress_and_saves_its_model(short_training, tmp_path, capfd):
    recipe = tmp_path / "recipe.toml"
    recipe.write_text('name = "mine"\nsteps = 100\n[resolutions]\ndubai = [0.1, 1.0]\n')
    words = ["train", str(recipe), "--data", "x", "--output", str(tmp_path / "new" / "model"), "--device", "cpu"]
    assert cli.main(words) == 0
    out, err = capfd.readouterr()
    assert "choice 0.250" in out
    assert err.splitlines() == [
        "Reading the words",
        "  50 %",
        "Training on dubai",
        "  20 %, about 30 s left",
        "  100 %",
    ]
    assert short_training["recipe"].steps == 100
    assert (short_training["model"], short_training["device"], short_training["cancelled"]) == ("model", "cpu", False)
    assert cli.main([*words, "--json"]) == 0  # its own older model is replaced
    assert json.loads(capfd.readouterr().out)["revision"] == "abc"


def test_a_missing_recipe_is_refused_before_any_folder_is_made(tmp_path, capfd):
    assert cli.main(["train", str(tmp_path / "no.toml"), "--data", "x", "--output", str(tmp_path / "model")]) == 2
    assert "no.toml" in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_other_files_is_no_place_for_a_model(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(BadOutput, match="other files"):
        claim_folder(tmp_path)
    with pytest.raises(BadOutput, match="cannot be written"):
        claim_folder(tmp_path / "letter.txt" / "model")


def test_an_evaluation_types_the_asked_words_and_prints_its_table(monkeypatch, capfd):
    asked = {}

    def ask(folder, *, on, names, absent, policy):
        asked.update(folder=str(folder), on=on, names=names("dubai", ()), absent=absent)
        return "question"

    def judge(predict, question, beside, *, on_image):
        asked.update(predict=predict, question=question, beside=beside)
        on_image(1, 1)
        figures = (ClassFigures("water", "sea", 1.0, 0.5, float("nan")),)
        return Evaluation("dubai", 1, 0, 100, ("snow",), figures, 0.5, (0.4, 0.6), 0.5, 0.5, 0.0, ((50, 50),))

    subject = Subject("predict", {"model": "starter"}, "A model.")
    monkeypatch.setattr("core.evaluate.evaluate.ask", ask)
    monkeypatch.setattr("core.evaluate.evaluate.judge", judge)
    monkeypatch.setattr("core.evaluate.subject.open_subject", lambda *options: asked.update(way=options) or subject)
    words = [
        "evaluate",
        "starter",
        "--data",
        "data",
        "--on",
        "dubai:tile7",
        "--words",
        "other",
        "--absent",
        "2",
        "--device",
        "cpu",
    ]
    assert cli.main(words) == 0
    assert "mean IoU 50.0" in capfd.readouterr().out
    assert (asked["predict"], asked["way"]) == ("predict", ("starter", "cpu", Way()))
    assert (asked["folder"], asked["on"], asked["names"]["water"]) == ("data", "dubai:tile7", "sea")
    assert (asked["question"], asked["absent"], asked["beside"].gallery) == ("question", 2, None)
    assert cli.main([*words, "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["mean_iou"], told["classes"][0]["accuracy"], told["words"]) == (0.5, None, "other")


def test_the_network_to_compare_with_is_trained_on_the_same_data_set(monkeypatch):
    asked = {}

    def train_closed(datasets, number, *, minutes, steps, source, device, on_share):
        asked.update(number=number, minutes=minutes, source=source)
        on_share(0.5)
        raise BadOption("Enough for a test.")

    question = SimpleNamespace(judged=SimpleNamespace(number={"field": 1}))
    monkeypatch.setattr("core.evaluate.evaluate.ask", lambda folder, **options: question)
    monkeypatch.setattr("core.train.datasets.open_datasets", lambda folder: folder)
    monkeypatch.setattr("core.evaluate.closed_unet.train_closed", train_closed)
    assert cli.main(["evaluate", "closed-unet", "--data", "data", "--on", "korea:3", "--minutes", "7"]) == 2
    assert asked == {"number": {"field": 1}, "minutes": 7, "source": "korea"}


@pytest.mark.parametrize(
    "words",
    [
        ["--shift"],
        ["--protocol", "segearth"],
        ["--background", "in"],
        ["--unsure", "0.5"],
        ["--dense", "value"],
        ["--synonyms", "max"],
        ["--distractors", "rock"],
        ["--scene-prior", "rs-m-clip"],
    ],
)
def test_the_network_to_compare_with_is_judged_in_one_way_only(capfd, words):
    assert cli.main(["evaluate", "closed-unet", "--data", "data", *words]) == 2
    assert "one way only" in capfd.readouterr().err


@pytest.mark.parametrize("words", [["--on", "mars"], ["--words", "odd"], ["--absent", "-1"], ["--device", "cuda:99"]])
def test_an_evaluation_that_makes_no_sense_is_refused(capfd, words):
    assert cli.main(["evaluate", "starter", "--data", "data", *words]) == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_seams_are_told_beside_a_hard_cut(monkeypatch, capfd):
    monkeypatch.setattr("core.zoo.find_model", lambda name: name)
    monkeypatch.setattr("core.engine.engine_for", lambda job, model, device: model)
    found = Seams(4, Traces(1.01, (0.93, 1.08), 0.99, 0.01), Traces(1.3, (0.92, 1.07), 1.4, 0.05))
    monkeypatch.setattr("core.evaluate.seams.measure_seams", lambda job, engine, on_map: found)
    assert cli.main(["bench", "r.tif", "--seams"]) == 0
    out = capfd.readouterr().out
    assert all(figure in out for figure in ("1.010", "0.930 to 1.080", "0.990", "1.00%", "1.300", "1.400", "5.00%"))
    assert cli.main(["bench", "--seams"]) == 2
    assert "softseg bench RASTER --seams" in capfd.readouterr().err


def test_a_measurement_is_told_with_the_fresh_run_at_the_top(monkeypatch, capfd):
    asked = {}

    def bench(raster, **options):
        asked.update(options, raster=raster)
        options["on_repeat"](1, 2)
        fresh, added = Timing(11.0, 10.0, 1.1, 1.5, 900.0), Timing(5.0, 4.0, 1.25, 3.3, 901.0)
        return Bench("synthetic", 16.8, 6, 25, "cpu", "starter abc", 2.0, fresh, added)

    monkeypatch.setattr("core.bench.bench", bench)
    assert cli.main(["bench", "--size", "512", "--repeats", "1", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["wall_s"], told["overhead"], told["added_class"]["overhead"]) == (11.0, 1.1, 1.25)
    assert (asked["raster"], asked["size"], asked["height"], asked["repeats"]) == (None, 512, None, 1)
    assert cli.main(["bench", "in.tif"]) == 0
    assert "1.10" in capfd.readouterr().out
    assert asked["raster"] == "in.tif"
    assert cli.main(["bench", "--repeats", "0"]) == 2


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--training-free", "in.tif"], "RASTER"),
        (["--training-free", "--classes", "a; b"], "--classes"),
        (["--training-free", "--model", "starter"], "--model"),
        (["--training-free", "--device", "cpu"], "--device"),
        (["--training-free", "--tile", "512", "--height", "512"], "--tile, --height"),
        (["in.tif", "--seams", "--size", "512"], "--size"),
        (["in.tif", "--seams", "--height", "512"], "--height"),
        (["in.tif", "--seams", "--repeats", "2"], "--repeats"),
        (["in.tif", "--seams", "--training-free"], "--training-free"),
        (["in.tif", "--size", "512"], "--size"),
    ],
)
def test_a_measurement_refuses_what_it_does_not_look_at(capfd, words, named):
    assert cli.main(["bench", *words]) == 2
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert f"does not go with {named}: leave out" in said


@pytest.mark.parametrize("entries", [0, 1])
def test_models_are_listed(monkeypatch, capfd, entries, tmp_path):
    card = ModelCard("starter", "eye", "ear", 4, NetworkConfig(), (), (0.05, 20), "plain", "CC0", ("made up",))
    entry = SimpleNamespace(name="starter", folder=tmp_path, card=card)
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path))
    monkeypatch.setattr("core.zoo.list_models", lambda: [entry] * entries)
    assert cli.main(["models", "--json"]) == 0
    listed = json.loads(capfd.readouterr().out)["models"]
    assert [each["licence"] for each in listed] == ["CC0"] * entries
    assert cli.main(["models"]) == 0
    assert ("0.05 to 20 m/px" if entries else "No model is installed.") in capfd.readouterr().out


def test_a_stage_counts_until_the_user_wants_to_stop(capfd):
    with working(as_json=False) as work:
        on_progress = work.stage("count", "Counting")
        on_progress(1, 2)
        work.stopping.set()
        with pytest.raises(Cancelled):
            on_progress(2, 2)
    assert capfd.readouterr().err.splitlines() == ["Counting", "  50 %"]
