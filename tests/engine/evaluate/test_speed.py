"""The speed of training-free segmentation: the figures hang together, and nothing is left behind."""

from __future__ import annotations

import json
import tempfile
from copy import deepcopy
from pathlib import Path

import open_clip
import pytest

from core import cli
from core.evaluate import speed as module
from core.evaluate.speed import Speed, measure_speed
from tests.engine.vlm.checkpoint.tiny_models import CONFIG, entry


def test_figures_hang_together(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    declared = entry(files=entry().files[:1])
    monkeypatch.setattr(open_clip, "get_model_config", lambda name: deepcopy(CONFIG))
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(module, "_UPSAMPLINGS", 1)
    steps: list[tuple[int, int]] = []
    found = measure_speed(size=96, repeats=2, entry=declared, on_step=lambda *step: steps.append(step))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert (found.tiles, found.classes, found.size_px) == (4, 8, 96)
    assert found.overhead > 1
    assert min(found.wall_s, found.encoder_s, found.plain_s, found.guided_s, found.channels_s) > 0
    assert 0.9 < found.same <= 1
    assert 1 / 8 <= found.largest < 0.9
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_the_command_tells_the_figures(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    asked: dict[str, int] = {}

    def measure(*, size: int, repeats: int, on_step: object) -> Speed:
        asked.update(size=size, repeats=repeats)
        return Speed("ViT", size, 36, 8, True, 11.0, 10.0, 1.1, 33.0, 3.0, 0.9995, 0.4, 0.002, 0.1, 50.0)

    monkeypatch.setattr(module, "measure_speed", measure)
    assert cli.main(["bench", "--training-free", "--repeats", "1"]) == 0
    out = capfd.readouterr().out
    assert all(text in out for text in ("11.00 s", "1.10 times", "33.00 s, 3.00 times", "99.950%", "50.0 times"))
    assert asked == {"size": 2048, "repeats": 1}
    assert cli.main(["bench", "--training-free", "--size", "512", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["overhead"], told["upsampling"], asked["size"]) == (1.1, 50.0, 512)
