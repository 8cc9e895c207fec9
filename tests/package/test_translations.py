"""Every word on the screen is translated into every language, with its named places unharmed."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

CATALOGUES = Path(__file__).resolve().parents[2] / "resources" / "i18n"
LANGUAGES = ("de", "es", "fr", "pt", "zh")


@pytest.fixture(params=LANGUAGES)
def catalogue(request, strings):
    return strings.read_catalogue(CATALOGUES / f"softseg_{request.param}.ts")


def places(text):
    return sorted((field, form) for _, field, form, _ in string.Formatter().parse(text) if field)


def test_every_language_has_a_catalogue(strings):
    assert strings.LANGUAGES == LANGUAGES
    assert sorted(path.stem for path in CATALOGUES.glob("*.ts")) == [f"softseg_{each}" for each in LANGUAGES]


def test_every_text_is_translated_and_none_is_left_over(strings, catalogue):
    assert set(catalogue) == set(strings.texts())


def test_named_places_ends_and_filters_survive(catalogue):
    for text, translation in catalogue.items():
        assert places(translation) == places(text.source), text.source
        assert translation.endswith("…") == text.source.endswith("…"), text.source
        assert re.findall(r"\(\*\..*?\)", translation) == re.findall(r"\(\*\..*?\)", text.source), text.source
        assert (translation[0].isspace(), translation[-1].isspace()) == (
            text.source[0].isspace(),
            text.source[-1].isspace(),
        ), text.source


def test_gathering_finds_texts_contexts_and_presets(strings, tmp_path):
    (tmp_path / "softseg_qgis").mkdir()
    (tmp_path / "softseg_qgis" / "a.py").write_text(
        'tr("One")\ntr("Two {n}", n=1)\ntr("Three", "Other")\nother("Four")'
    )
    (tmp_path / "resources" / "presets").mkdir(parents=True)
    (tmp_path / "resources" / "presets" / "p.json").write_text(
        '{"name": "P", "classes": [{"name": "c"}], "suggestions": ["s"]}'
    )
    assert strings.texts(tmp_path) == [
        ("Other", "Three"),
        *(("SoftSeg", text) for text in ("One", "P", "Two {n}", "c", "s")),
    ]


def test_a_text_that_is_no_literal_is_refused(strings, tmp_path, monkeypatch):
    monkeypatch.setattr(strings, "ROOT", tmp_path)
    (tmp_path / "softseg_qgis").mkdir()
    (tmp_path / "softseg_qgis" / "a.py").write_text("tr(f'{x} tiles')")
    with pytest.raises(SystemExit, match=r"softseg_qgis/a\.py:1: tr needs literals"):
        strings.texts(tmp_path)


def test_a_new_text_comes_in_unfinished_and_an_old_one_goes(strings, tmp_path):
    path = tmp_path / "softseg_de.ts"
    old, kept, new = (strings.Text("SoftSeg", each) for each in ("Old", "Kept & <b>", "New"))
    assert strings.write_catalogue(path, [kept, old], {kept: "Behalten & <b>", old: "Alt"}) == 0
    assert strings.write_catalogue(path, [kept, new], strings.read_catalogue(path)) == 1
    assert strings.read_catalogue(path) == {kept: "Behalten & <b>"}
