"""JSON lines: nothing breaks a line, nothing breaks the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lines import LineReader, to_line

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


def reader(limit: int = 1000) -> LineReader:
    return LineReader(dict, limit)


@given(st.dictionaries(st.text(), _JSON, max_size=4))
def test_an_object_is_one_line_of_valid_utf8_and_reads_back(values):
    line = to_line(values)
    assert line.count(b"\n") == 1
    assert json.loads(line.decode("utf-8")) == values


def test_a_lone_surrogate_survives():
    assert reader().feed(to_line({"path": "a\udc80\u00e9"})) == [{"path": "a\udc80\u00e9"}]


def test_floats_that_json_cannot_hold_become_null_and_paths_text():
    values = {"eta": float("inf"), "all": [float("nan"), {"x": (float("-inf"), 1.5)}], "path": Path("a")}
    assert reader().feed(to_line(values)) == [{"eta": None, "all": [None, {"x": [None, 1.5]}], "path": "a"}]


@given(st.data())
def test_it_does_not_matter_where_the_stream_is_cut(data):
    stream = b'{"a": 1}\nchatter\n\n{"b": "\xc3\xa9"}\r\n{"half'
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    lines = reader()
    found = []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        found += lines.feed(stream[start:end])
    assert found == [{"a": 1}, {"b": "é"}]
    assert lines.skipped == 1
    assert lines.close() == []
    assert lines.skipped == 2


@pytest.mark.parametrize(
    "garbage", [b"hello", b"[1]", b"7", b"\xff\xfe", b"{", b"[" * 900, b'{"a": ' + b"9" * 900 + b"x}"]
)
def test_garbage_is_skipped_and_counted(garbage):
    lines = reader()
    assert lines.feed(garbage + b'\n{"a": 1}\n') == [{"a": 1}]
    assert lines.skipped == 1


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(noise):
    lines = reader()
    lines.feed(noise)
    assert lines.feed(b'\n{"a": 1}\n')[-1] == {"a": 1}


def test_an_endless_line_is_dropped_and_not_kept_in_memory():
    lines = reader(limit=100)
    for _ in range(50):
        assert lines.feed(b"x" * 60) == []
        assert len(lines._line) <= 100
    assert lines.feed(b'\n{"a": 1}\n') == [{"a": 1}]
    assert lines.skipped == 1


def test_the_valid_beginning_of_an_endless_line_is_not_taken_for_all_of_it():
    lines = reader(limit=100)
    lines.feed(b'{"a": 1}')
    assert lines.feed(b" " * 200 + b"\n") == []
    assert lines.skipped == 1


def test_what_the_given_function_refuses_is_skipped():
    def refuse(_values):
        raise ValueError("no")

    lines = LineReader(refuse)
    assert lines.feed(b'{"a": 1}\n') == []
    assert lines.skipped == 1


def test_a_last_line_without_an_end_is_read_at_the_close():
    lines = reader()
    assert lines.feed(b'{"a": 1}') == []
    assert lines.close() == [{"a": 1}]
    assert lines.close() == []
