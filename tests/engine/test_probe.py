"""The probe: what the engine is made of, and whether it works."""

from __future__ import annotations

import pytest

from core import probe as module
from core.errors import NoDevice, SoftSegError
from core.probe import probe


def test_the_engine_works_on_the_cpu():
    report = probe("cpu")
    assert report["device"] == "cpu"
    cpu = next(each for each in report["devices"] if each["name"] == "cpu")
    assert "threads" in cpu["title"]
    assert cpu["memory_bytes"] > 0


def test_a_device_that_is_not_there_is_refused():
    with pytest.raises(NoDevice, match="cuda:99"):
        probe("cuda:99")


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(module, "PACKAGES", ("numpy", "no-such-package"))
    with pytest.raises(SoftSegError, match="no-such-package"):
        probe(quick=True)
