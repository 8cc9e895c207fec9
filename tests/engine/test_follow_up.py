"""What is done with a run's files afterwards: what its records refuse, and that they survive JSON."""

from __future__ import annotations

import pytest

from core.errors import BadOption
from core.follow_up import PolygonsJob, RedecideJob, ReportJob


@pytest.mark.parametrize(
    "task",
    [
        RedecideJob("costs.tif", "out.tif"),
        RedecideJob("costs.tif", "out.tif", "c.tif", {"tree": -0.5, "水": 3}, unsure=0.5, min_area=9),
        RedecideJob("costs.tif", "out.tif", merge={"street": "road"}),
        PolygonsJob("classes.tif", "out.gpkg"),
        PolygonsJob("classes.tif", "out.gpkg", "c.tif", min_area=9.5, simplify=1, keep=("tree", "a, b"), band=2),
        ReportJob("classes.tif", "report.html"),
        ReportJob("classes.tif", "report.html", "Ortho", "ortho.tif", (4, 3, 2), "2-98", "processing.run()"),
    ],
)
def test_a_record_survives_json(task):
    assert type(task).from_json(task.to_json()) == task


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        (RedecideJob, {"costs": "a", "output": "./a"}, "same path"),
        (RedecideJob, {"costs": "a"}, "lacks its output"),
        (RedecideJob, {"costs": "a", "output": "b\udcff"}, "output"),
        (PolygonsJob, {"classes": "a", "output": "b\udcff.gpkg"}, "output"),
        (RedecideJob, {"costs": "a", "output": "b", "balance": {"tree": 33}}, "balance of tree"),
        (RedecideJob, {"costs": "a", "output": "b", "simplify": 1}, "unknown entry “simplify”"),
        (PolygonsJob, {"classes": "a", "output": "b", "keep": "tree"}, "keep"),
        (PolygonsJob, {"classes": "a", "output": "b", "keep": [""]}, "keep"),
        (PolygonsJob, {"classes": "a", "output": "b", "simplify": -1}, "simplify"),
        (PolygonsJob, {"classes": "a", "output": "b", "min_area": "9"}, "min area"),
        (PolygonsJob, {"classes": "a", "output": "b", "band": 0}, "band"),
        (RedecideJob, {"costs": "a", "output": "b", "merge": {"street": ""}}, "merge"),
        (RedecideJob, {"costs": "a", "output": "b", "merge": ["street"]}, "merge"),
        (ReportJob, {"classes": "a", "output": "b.tif"}, "html"),
        (ReportJob, {"classes": "a", "output": "b.html", "title": 3}, "title"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(kind, values, sentence):
    with pytest.raises(BadOption, match=sentence):
        kind.from_dict({"v": 1, **values})
