"""`softseg models` and what belongs to it, as people and scripts meet it."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from core import cli
from core.errors import NoModel
from core.softguided.config import NetworkConfig
from core.softguided.model import ModelCard, SoftGuidedModel, save_model
from core.vlm.hub import catalogue
from core.zoo import find_model, list_models

DATA = bytes(range(256)) * 8
CLEAR = {"id": "MIT", "text": "MIT, as its page says.", "commercial": "yes", "verified": True}
UNCLEAR = {"id": None, "text": "Its page states none.", "commercial": "unclear", "verified": False}


def model(name, **changes):
    return {
        "id": name,
        "title": name.title(),
        "family": "Tiny",
        "what": "Small [red]and[/red] quick",
        "architecture": "ViT-B-32",
        "files": [{"role": "weights", "names": ["tiny.pt"], "repo": "somebody/Tiny", "size_bytes": 2_500_000_000}],
        "image_size": 32,
        "patch": 8,
        "mean": [0.5, 0.5, 0.5],
        "std": [0.5, 0.5, 0.5],
        "text": {"kind": "clip", "context_length": 77, "languages": ["en", "de"]},
        "activation": "gelu",
        "activation_verified": True,
        "layout": None,
        "licence": CLEAR,
        "figures": [{"what": "mIoU, Somewhere, %", "value": 12.5, "source": "its README"}],
        "notes": ["A note."],
        **changes,
    }


@pytest.fixture(autouse=True)
def shelf(monkeypatch, tmp_path):
    """A zoo of two models, one of them doubtful, and an empty shelf."""
    zoo = tmp_path / "zoo.json"
    zoo.write_text(json.dumps({"format": 1, "models": [model("clear"), model("doubtful", licence=UNCLEAR)]}))
    monkeypatch.setattr("core.vlm.hub.catalogue.resource", lambda _: zoo)
    monkeypatch.setattr("core.zoo._shipped", lambda: tmp_path / "shipped")
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path / "models"))
    catalogue.entries.cache_clear()
    yield tmp_path / "models"
    catalogue.entries.cache_clear()


@pytest.fixture
def trained(shelf):
    """The folder of a trained model."""
    network = NetworkConfig(
        cost_width=8, heads=2, layers=1, window=4, text_hidden=16, pyramid_width=8, stage_widths=(4,),
        stage_cost_dim=8, class_pool=(1,),
    )  # fmt: skip
    card = ModelCard(
        "Meadows [2]", "efficientnet_lite0", "minilm", 8, network, ("water", "grass"), (0.1, 5.0), licence="CC0-1.0",
        provenance=("Pictures of meadows", "More of them"),
    )  # fmt: skip
    save_model(SoftGuidedModel(card), shelf / "meadows")
    return shelf / "meadows"


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "tiny.pt"
    path.write_bytes(DATA)
    return str(path)


@pytest.fixture
def run(capfd):
    """Runs the command; gives exit code, JSON or text, and standard error."""

    def call(*words):
        code = cli.main(["models", *words])
        out, err = capfd.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    return call


@pytest.fixture
def answers(monkeypatch):
    """Somebody sits at a terminal and answers so."""

    def set_answer(answer):
        terminal = SimpleNamespace(isatty=lambda: True)
        monkeypatch.setattr("core.commands.model_files.sys", SimpleNamespace(stdin=terminal, stderr=terminal))
        monkeypatch.setattr("core.commands.model_files.typer.confirm", lambda *_, **__: answer)

    return set_answer


def test_the_list_names_licence_size_languages_and_state(run, shelf):
    code, out, _ = run()
    assert code == 0
    for text in ("No model is installed.", "clear", "not downloaded", "2.50 GB", "MIT", "en de", "none stated (?)"):
        assert text in out
    assert "[red]and[/red]" in out
    code, values, _ = run("--json")
    assert (code, values["models"], values["folder"]) == (0, [], str(shelf))
    assert [each["name"] for each in values["downloadable"]] == ["clear", "doubtful"]
    assert values["downloadable"][1]["concerns"] != []


def test_a_model_is_imported_verified_shown_and_removed(run, mine):
    code, values, err = run("import", "clear", mine, "--json")
    assert (code, values["state"], values["taken"], err) == (0, "ready", ["tiny.pt"], "")
    assert run("verify")[:2] == (0, "clear: ready\n")
    out = run("show", "clear")[1]
    for text in ("ready", "somebody/Tiny", "MIT, as its page says.", "12.5", "its README", "A note.", "gelu"):
        assert text in out
    assert "unverified" not in out
    code, out, _ = run("remove", "clear")
    assert (code, "free again" in out) == (0, True)
    assert "was not there" in run("remove", "doubtful")[1]


def test_damage_is_found_and_gives_exit_code_2(run, mine, shelf):
    run("import", "clear", mine)
    (shelf / "clear" / "tiny.pt").write_bytes(DATA[::-1])
    code, values, _ = run("verify", "clear", "--json")
    assert (code, values["models"][0]["damaged"], values["models"][0]["state"]) == (2, ["tiny.pt"], "damaged")
    assert "softseg models download" in run("verify")[1]


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_doubtful_model_needs_a_yes(run, mine, shelf, words):
    code, out, err = run("import", "doubtful", mine, *words)
    assert (code, shelf.exists()) == (2, False)
    assert "--yes" in (out["error"]["text"] if words else err)
    assert run("import", "doubtful", mine, "--yes", *words)[0] == 0


def test_licence_and_size_are_shown_before(run, mine):
    err = run("import", "doubtful", mine)[2]
    assert err.index("2.50 GB. Licence: Its page states none. (unverified)") < err.index("--yes")


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 2)])
def test_somebody_at_a_terminal_is_asked(run, mine, answers, answer, code):
    answers(answer)
    found, _, err = run("import", "doubtful", mine)
    assert found == code
    assert "Mind: it is unclear" in err


def test_nobody_is_asked_about_a_clear_model(run, mine, answers):
    answers(False)
    assert run("import", "clear", mine)[0] == 0


def test_what_is_not_verified_is_shown_so(run):
    out = run("show", "doubtful")[1]
    assert "Its page states none. (unverified)" in out
    assert "recorded at first sight" in out
    assert run("show", "doubtful", "--json")[1]["files"][0]["repo"] == "somebody/Tiny"


def test_a_trained_model_is_shown_by_name_and_by_folder(run, trained):
    code, out, _ = run("show", "meadows")
    assert code == 0
    revision = find_revision(trained)
    facts = ["Meadows [2]", revision, "0.1 to 5 m/px", "efficientnet_lite0 for images, minilm for words", "CC0-1.0"]
    for text in (*facts, "Pictures of meadows", "More of them", "places for 2 concepts"):
        assert text in out
    values = run("show", str(trained), "--json")[1]
    assert (values["name"], values["title"], values["revision"]) == (str(trained), "Meadows [2]", revision)
    assert (values["memory"], values["resolutions_m"], values["folder"]) == (2, [0.1, 5.0], str(trained))
    assert (values["image_tower"], values["text_tower"], values["licence"]) == (
        "efficientnet_lite0",
        "minilm",
        "CC0-1.0",
    )
    assert values["provenance"] == ["Pictures of meadows", "More of them"]


def test_a_trained_model_is_verified_and_is_no_download(run, trained):
    assert run("verify", "meadows")[:2] == (0, "meadows: ready\n")
    assert run("verify")[1].startswith("meadows: ready\n")
    weights = trained / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"?")
    code, values, _ = run("verify", "--json")
    assert (code, values["trained"][0]["damaged"]) == (2, ["model.safetensors"])
    assert "train it again" in run("verify", "meadows")[1]
    for words in (("download", "meadows"), ("remove", "meadows"), ("import", "meadows", str(trained))):
        code, _, err = run(*words)
        assert (code, "not a download" in err, str(trained) in err.replace("\n", "")) == (2, True, True)
    assert weights.exists()


def test_the_starter_is_shown(run, monkeypatch):
    monkeypatch.undo()
    catalogue.entries.cache_clear()
    code, out, _ = run("show", "starter")
    assert (code, "efficientnet_lite0 for images" in out) == (0, True)


def find_revision(folder):
    (entry,) = [each for each in list_models() if each.folder == folder]
    return entry.card.revision


DAMAGES = {
    "no JSON": lambda folder: (folder / "model.json").write_text("{"),
    "not ours": lambda folder: (folder / "model.json").write_text('{"name": "of another program"}'),
    "a list": lambda folder: (folder / "model.json").write_text("[1, 2]"),
    "a later version": lambda folder: (folder / "model.json").write_text('{"format": 99}'),
    "half copied": lambda folder: (folder / "model.safetensors").unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_damaged_folder_does_not_cost_the_other_models(run, trained, damage):
    broken = trained.with_name("broken")
    broken.mkdir()
    for path in trained.iterdir():
        (broken / path.name).write_bytes(path.read_bytes())
    DAMAGES[damage](broken)
    code, values, _ = run("--json")
    assert (code, [each["name"] for each in values["models"]]) == (0, ["meadows"])
    (unusable,) = values["unusable"]
    assert (unusable["name"], unusable["folder"], str(broken) in unusable["reason"]) == ("broken", str(broken), True)
    out = " ".join(run()[1].split())
    assert "broken cannot be used: The" in out
    assert find_model("meadows").card.name == "Meadows [2]"
    with pytest.raises(NoModel, match="did you mean clear"):
        find_model("cleer")
    with pytest.raises(NoModel, match="not downloaded"):
        find_model("clear")
    with pytest.raises(NoModel, match="broken"):
        find_model("broken")


def test_a_download_tells_its_stages(monkeypatch, run):
    def download(entry, shelf, *, stage, accepted):
        assert accepted
        stage("download", f"Downloading {entry.id}")(1, 2)

    monkeypatch.setattr("core.vlm.hub.download.download", download)
    code, out, err = run("download", "clear")
    assert (code, "Clear is in" in out) == (0, True)
    assert "Downloading clear" in err
    assert "50 %" in err


@pytest.mark.parametrize("command", ["download", "show", "remove", "verify"])
def test_an_unknown_model_gives_exit_code_2_and_names_those_that_are_near(run, command):
    code, _, err = run(command, "cleer")
    assert (code, "did you mean clear?" in err) == (2, True)


@pytest.mark.parametrize("command", ["download", "import", "verify", "remove", "show"])
def test_each_command_explains_itself_with_an_example(run, command):
    code, out, _ = run(command, "--help")
    assert (code, f"Example: softseg models {command}" in out) == (0, True)


def test_the_group_explains_itself_and_the_command_lists_it(run, capfd):
    assert "Example: softseg models --json" in run("--help")[1]
    assert cli.main(["--help"]) == 0
    assert "models" in capfd.readouterr().out
