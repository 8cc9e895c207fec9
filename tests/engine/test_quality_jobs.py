"""Judging and calibrating as jobs: read strictly, and done by the worker's operations."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from rasterio import Affine

from core.errors import BadOption, Cancelled
from core.follow_up import CalibrateJob, CompareJob
from core.service.operations import perform

JOBS = [
    CompareJob("map.tif", "truth.gpkg", "kind", "a=b", "clutter", 0, True, "page.html", "table.csv"),
    CalibrateJob("costs.tif", "polygons.gpkg", "kind", "learnt.json"),
]


@pytest.mark.parametrize("job", JOBS, ids=lambda job: type(job).__name__)
def test_jobs_travel_as_json(job):
    assert type(job).from_json(job.to_json()) == job


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        (CompareJob, {"classes": "a", "reference": "a"}, "same path"),
        (CompareJob, {"classes": "a", "reference": "b", "boundary": 101}, "boundary has to be"),
        (CompareJob, {"classes": "a", "reference": "b", "sample": "yes"}, "true or false"),
        (CalibrateJob, {"costs": "a", "polygons": "b"}, "lacks its field"),
        (CalibrateJob, {"costs": "a", "polygons": "b", "field": "c", "output": "b"}, "same path"),
    ],
)
def test_jobs_that_make_no_sense_are_refused(kind, values, sentence):
    with pytest.raises(BadOption, match=sentence):
        kind.from_dict({"v": 1, **values})


@pytest.fixture
def maps(tmp_path):
    """A class raster that is right in three of four pixels, and its reference."""
    truth = np.repeat([[1, 2]], 4, axis=0).repeat(4, axis=1).astype(np.uint8)
    wrong = truth.copy()
    wrong[:, :2] = 2
    place = {"crs": "EPSG:32633", "transform": Affine(1, 0, 5e5, 0, -1, 5e6)}
    for name, values in (("map", wrong), ("truth", truth)):
        profile = {"driver": "GTiff", "count": 1, "height": 4, "width": 8, "dtype": "uint8", **place}
        with rasterio.open(tmp_path / f"{name}.tif", "w", **profile) as dataset:
            dataset.write(values, 1)
    return tmp_path


def test_worker_compares(maps):
    page = str(maps / "page.html")
    job = CompareJob(str(maps / "map.tif"), str(maps / "truth.tif"), page=page)
    done = perform("compare", job.to_dict(), lambda event: None, lambda: False)
    assert done.outputs == {"page": page}
    assert done.stats["overall_accuracy"] == 0.75
    assert "75.0 % are right" in done.stats["sentences"][0]
    assert "softseg compare" in (maps / "page.html").read_text(encoding="utf-8")


def test_a_comparison_that_is_cancelled_writes_nothing(maps):
    job = CompareJob(str(maps / "map.tif"), str(maps / "truth.tif"), page=str(maps / "page.html"))
    with pytest.raises(Cancelled):
        perform("compare", job.to_dict(), lambda event: None, lambda: True)
    assert not (maps / "page.html").exists()
