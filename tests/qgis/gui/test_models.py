"""The page of models: what it shows and asks, and that a downloaded model can be chosen at once."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from softseg_qgis.core.protocol import Done, Error, Progress, Stage
from softseg_qgis.engine.worker import Worker
from softseg_qgis.gui.model_box import ModelBox
from softseg_qgis.gui.models_dialog import ModelsDialog
from softseg_qgis.gui.models_page import ModelsPage
from softseg_qgis.gui.models_row import Column, ModelRow
from softseg_qgis.models import _declared, downloaded_models, known_models
from softseg_qgis.paths import resource
from softseg_qgis.processing.blocks.computing import model_names
from softseg_qgis.settings import settings

from .conftest import until

WEIGHTS = bytes(range(256)) * 4000


def values(name="tiny", state="not downloaded", **changes):
    """A model as the engine describes it."""
    return {
        "name": name,
        "title": name.title(),
        "what": "Small",
        "languages": ["en"],
        "licence": "MIT",
        "licence_text": "MIT, as its page says.",
        "licence_verified": True,
        "commercial": "yes",
        "size_bytes": 2_000_000,
        "concerns": [],
        "notes": ["A note."],
        "state": state,
        "folder": "/models/tiny",
        **changes,
    }


DOUBTFUL = values("doubtful", licence=None, commercial="unclear", concerns=["its licence is unclear"], size_bytes=None)


@pytest.fixture
def page(worker):
    page = ModelsPage(worker)
    worker.say(Done(stats={"models": [values(), DOUBTFUL], "folder": "/models"}))
    yield page
    sip.delete(page)


@pytest.fixture
def asked(monkeypatch):
    """The questions that were asked; `answers` are given to them, yes where there are none."""
    questions, answers = [], []

    def question(_parent, _title, text, *buttons):
        questions.append((text, buttons[-1] if buttons else None))
        return answers.pop(0) if answers else QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", question)
    questions_and_answers = type("Asked", (), {"questions": questions, "answers": answers})
    return questions_and_answers


def choose(page, name):
    page.table.selectRow([row.name for row in page.model.rows].index(name))


def test_a_row_says_what_is_needed_to_choose(page):
    shown = [page.model.index(1, column).data() for column in Column]
    assert shown == ["Doubtful", "not downloaded", "unknown", "none stated (unclear)", "en", "Small"]
    assert ModelRow.of(values(licence_verified=False)).shown(Column.LICENCE) == "MIT (unverified)"
    assert ModelRow.of(values(commercial="no")).shown(Column.LICENCE) == "MIT (not commercial)"
    assert ModelRow.of(values(languages=["en", "de", "ko"])).shown(Column.LANGUAGES) == "3 languages"
    assert "A note." in page.facts.text()


def test_size_and_licence_are_shown_before_a_download(page, worker, asked):
    choose(page, "tiny")
    page.download.click()
    ((text, default),) = asked.questions
    assert "2 MB" in text
    assert "MIT, as its page says." in text
    assert default == QMessageBox.StandardButton.Yes
    op, job = worker.asked[-1]
    assert (op, job.name, job.accepted) == ("download_model", "tiny", True)


def test_a_doubtful_model_needs_a_yes(page, worker, asked):
    choose(page, "doubtful")
    asked.answers.append(QMessageBox.StandardButton.No)
    page.download.click()
    ((text, default),) = asked.questions
    assert "Mind: its licence is unclear." in text
    assert default == QMessageBox.StandardButton.No
    assert [op for op, _ in worker.asked] == ["models"]


def test_a_download_shows_its_way_and_can_be_stopped(page, worker, asked):
    choose(page, "tiny")
    page.download.click()
    worker.say(Stage("download", "Downloading tiny.pt"))
    worker.say(Progress(500, 1000, 61.0))
    assert page.doing.text() == "Downloading… · 50 % · 1:01 left"
    assert page.bar.value() == 500
    assert not page.download.isEnabled()
    page.cancel.click()
    assert worker.cancelled == [worker.last_id]
    worker.fail("cancelled", "The download was stopped.")
    assert page.hint.label.text() == "The download was stopped."
    assert worker.asked[-1][0] == "models"


def test_a_model_that_came_can_be_used_and_removed(page, worker, asked):
    used, changes = [], []
    page.chosen.connect(used.append)
    page.changed.connect(lambda: changes.append(1))
    choose(page, "tiny")
    page.download.click()
    worker.say(Done({"model": "/models/tiny"}, values(state="ready")))
    assert [page.use.isEnabled(), page.download.isEnabled(), page.remove.isEnabled()] == [True, False, True]
    page.use.click()
    assert used == ["tiny"]
    settings.model = "tiny"
    page.remove.click()
    worker.say(Done(stats=values()))
    assert settings.model == "starter"
    assert changes == [1, 1]


def test_a_folder_of_ones_own_is_taken_without_a_question_where_nothing_speaks_against_it(
    page, worker, asked, monkeypatch, tmp_path
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    choose(page, "tiny")
    page.take.click()
    assert asked.questions == []
    op, job = worker.asked[-1]
    assert (op, job.name, job.source) == ("import_model", "tiny", str(tmp_path))


def test_closing_asks_before_it_stops_a_download(iface, worker, asked):
    dialog = ModelsDialog(iface.window, worker)
    worker.say(Done(stats={"models": [values()]}))
    dialog.show()
    dialog.page.download.click()
    asked.answers.append(QMessageBox.StandardButton.No)
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
    assert worker.cancelled == [worker.last_id]


class Hub(BaseHTTPRequestHandler):
    """Gives the same bytes for every file; notes the addresses."""

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", str(len(WEIGHTS)))
        self.end_headers()
        self.wfile.write(WEIGHTS)

    def log_message(self, *_):
        pass


@pytest.fixture
def hub(monkeypatch, tmp_path):
    """A hub on this machine, as QGIS's proxy too, and an empty shelf."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    server.asked = []
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path / "models"))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def real_page(hub, iface):
    worker = Worker(iface.window)
    page = ModelsPage(worker)
    until(lambda: not page.desk.is_busy)
    yield page
    worker.stop(at_once=True)
    sip.delete(page)


def test_a_downloaded_model_can_be_chosen_everywhere_at_once(dock, real_page, asked):
    name = "farslip1-b16"
    assert len(real_page.model.rows) > 10
    real_page.changed.connect(dock.panel.reload_settings)
    choose(real_page, name)
    real_page.download.click()
    until(lambda: not real_page.desk.is_busy)
    assert real_page.hint.label.text() == "FarSLIP1 ViT-B/16 is ready."
    assert dock.panel.advanced.model.findData(name) >= 0
    assert name in model_names()
    dock.panel.advanced.model.setCurrentIndex(dock.panel.advanced.model.findData(name))
    assert settings.model == name
    assert dock.panel.order().options["model"] == name

    real_page.remove.click()
    until(lambda: not real_page.desk.is_busy)
    assert downloaded_models() == []
    assert name not in model_names()
    assert settings.model == "starter"


def test_downloads_go_through_the_proxy_of_qgis(hub, iface, monkeypatch, asked):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nobody answers there
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy(), manager.excludeList(), manager.noProxyList()
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", hub.server_port)
    manager.setFallbackProxyAndExcludes(proxy, [], [])
    worker = Worker(iface.window)
    page = ModelsPage(worker)
    try:
        until(lambda: not page.desk.is_busy)
        choose(page, "farslip1-b16")
        page.download.click()
        until(lambda: not page.desk.is_busy)
    finally:
        manager.setFallbackProxyAndExcludes(*before)
        worker.stop(at_once=True)
        sip.delete(page)
    assert hub.asked
    assert all(address.startswith("http://127.0.0.1:9/") for address in hub.asked)
    assert [facts.value for facts in downloaded_models()] == ["farslip1-b16"]


def test_a_file_that_was_cut_is_no_model(monkeypatch, tmp_path):
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path))
    place = tmp_path / "farslip1-b16"
    place.mkdir()
    (place / "FarSLIP1_ViT-B-16.pt").write_bytes(b"12345")
    record = '{"files": [{"name": "FarSLIP1_ViT-B-16.pt", "sha256": "", "size_bytes": 5}]}'
    (place / "record.json").write_text(record)
    (facts,) = downloaded_models()
    assert (facts.title, facts.licence) == ("FarSLIP1 ViT-B/16", "MIT")
    (place / "FarSLIP1_ViT-B-16.pt").write_bytes(b"1234")
    assert downloaded_models() == []


def test_a_model_of_ones_own_stays_on_offer(monkeypatch, tmp_path):
    from softseg_qgis.models import keep_own_model

    (tmp_path / "model.json").write_text('{"name": "mine", "resolutions_m": [0.1, 1]}')
    keep_own_model(str(tmp_path))
    keep_own_model("/nowhere")
    assert [facts.title for facts in known_models()][-1] == "mine"


def test_an_error_stays_readable(page, worker, asked):
    choose(page, "tiny")
    page.download.click()
    worker.say(Error("no_model", "tiny.pt cannot be downloaded now."))
    worker.say(Done(stats={"models": [values(state="unfinished"), DOUBTFUL]}))
    assert page.hint.label.text() == "tiny.pt cannot be downloaded now."
    assert page.model.index(0, Column.STATE).data() == "unfinished"
    assert page.table.currentIndex().row() == 0


def test_without_an_engine_the_page_says_so_once(worker):
    page = ModelsPage(worker)
    worker.say(Error("no_engine", "SoftSeg has no engine yet."))
    assert page.hint.label.text() == "SoftSeg has no engine yet."
    assert [op for op, _ in worker.asked] == ["models"]
    assert not page.bar.isVisibleTo(page)
    sip.delete(page)


def test_the_dock_opens_the_page_and_takes_over_what_is_chosen(dock):
    dock.panel.advanced.more_models.click()
    dialog = dock.conductor._models
    assert dialog.isVisible()
    dock.panel.advanced.more_models.click()
    assert dock.conductor._models is dialog
    until(lambda: not dialog.page.desk.is_busy)
    dialog.page.chosen.emit("farslip1-b16")
    assert settings.model == "farslip1-b16"
    assert dock.panel.advanced.model.currentText() == "farslip1-b16"
    assert dock.conductor._models is None


def test_the_options_open_the_page_and_take_over_what_is_chosen(monkeypatch):
    def choose_and_close(dialog):
        dialog.chosen.emit("farslip1-b16")
        dialog.done(0)

    monkeypatch.setattr(ModelsDialog, "exec", choose_and_close)
    box = ModelBox("starter")
    box.show_models()
    assert box.value() == "farslip1-b16"
    assert settings.model == "starter"
    sip.delete(box)


def test_a_model_whose_activation_nobody_states_is_offered_with_each(monkeypatch, tmp_path):
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path))
    entry = next(each for each in json.loads(resource("zoo.json").read_text())["models"] if each["activation"] is None)
    place = tmp_path / entry["id"]
    place.mkdir()
    names = [file["names"][0].rpartition("/")[2] for file in entry["files"]]
    for name in names:
        (place / name).write_bytes(b"12345")
    seen = [{"name": name, "sha256": "", "size_bytes": 5} for name in names]
    (place / "record.json").write_text(json.dumps({"files": seen}))
    values = [facts.value for facts in downloaded_models()]
    assert values == [f"{entry['id']}@quick_gelu", f"{entry['id']}@gelu"]


def test_a_damaged_model_is_said(page, worker):
    page.desk.look()
    worker.say(Done(stats={"models": [values(state="ready"), DOUBTFUL]}))
    choose(page, "tiny")
    page.verify.click()
    assert worker.asked[-1][0] == "verify_model"
    worker.say(Done(stats=values(state="damaged")))
    assert page.hint.label.text() == "Tiny is damaged: download it again."
    assert page.download.isEnabled()


def test_a_model_of_many_bands_says_how_many():
    facts = declared("llama3-ms-clip")
    assert "10 bands" in facts.describe()
    assert len(facts.bands) == 10
    assert "bands" not in declared("farslip1-b16").describe()


def declared(name):
    """What the zoo says of a model, downloaded or not."""
    entry = next(each for each in json.loads(resource("zoo.json").read_text("utf-8"))["models"] if each["id"] == name)
    return _declared(entry)[0]
