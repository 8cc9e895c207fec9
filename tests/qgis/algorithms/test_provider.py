from __future__ import annotations

import re

import pytest
from qgis.core import QgsProcessingAlgorithm

NAMES = [
    "classestopolygons",
    "environmentreport",
    "qualityreport",
    "redecide",
    "segmentfolder",
    "segmentraster",
    "trainmodel",
]


def test_toolbox_has_every_algorithm_under_its_frozen_id(provider):
    assert sorted(each.id() for each in provider.algorithms()) == [f"softseg:{name}" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_algorithm_tells_people_what_it_is_for(provider, name):
    algorithm = provider.algorithm(name)
    assert re.fullmatch(r"[A-Z][^A-Z]*[^.]", algorithm.displayName())
    assert len(algorithm.shortHelpString()) > 80
    assert algorithm.shortDescription().endswith(".")
    assert algorithm.tags()
    assert algorithm.groupId() == "segmentation"
    assert not algorithm.icon().isNull()


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_has_help(provider, name):
    assert [each.name() for each in provider.algorithm(name).parameterDefinitions() if not each.help()] == []


@pytest.mark.parametrize("name", NAMES)
def test_algorithm_may_run_in_the_background_and_be_cancelled(provider, name):
    flags = provider.algorithm(name).flags()
    assert not flags & QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert flags & QgsProcessingAlgorithm.Flag.FlagCanCancel


@pytest.mark.parametrize("name", NAMES)
def test_without_an_engine_only_the_report_can_be_run(provider, name, monkeypatch):
    monkeypatch.delenv("SOFTSEG_PYTHON")
    can, reason = provider.algorithm(name).canExecute()
    assert can == (name == "environmentreport")
    assert can or "set it up" in reason


def test_advanced_parameters_are_folded(provider):
    flag = type(provider.algorithm("segmentraster").parameterDefinition("INPUT")).Flag.FlagAdvanced
    advanced = {
        each.name() for each in provider.algorithm("segmentraster").parameterDefinitions() if each.flags() & flag
    }
    assert advanced == {
        *(
            "BANDS",
            "STRETCH",
            "OFFSET",
            "MODEL_FOLDER",
            "TILE_SIZE",
            "OVERLAP",
            "BATCH_SIZE",
            "MIN_CONFIDENCE",
            "THRESHOLDS",
            "MIN_AREA",
            "BALANCE",
            "DISTRACTORS",
            "SYNONYMS",
            "DENSE",
            "INFERENCE",
            "SCENE_PRIOR",
            "CANDIDATES",
        )
    }
