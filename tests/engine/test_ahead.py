"""Work ahead: order, errors, and an early end."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from core.ahead import ahead


def test_items_come_out_in_order() -> None:
    with ahead(range(100), depth=3) as items:
        assert list(items) == list(range(100))


def test_an_error_comes_out_where_the_item_would() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise KeyError("lost")

    with ahead(broken()) as items:
        assert next(items) == 1
        with pytest.raises(KeyError, match="lost"):
            next(items)


def test_it_runs_no_further_ahead_than_its_depth() -> None:
    made = []
    enough = threading.Event()

    def counted() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            if number == 3:
                enough.set()
            yield number

    with ahead(counted(), depth=2) as items:
        next(items)
        enough.wait(5)
        # One item was taken, two wait, and one is in the hand of the thread.
        assert len(made) <= 4


def test_leaving_early_ends_the_thread() -> None:
    before = threading.active_count()
    with ahead(iter(int, 1), depth=1) as items:
        next(items)
    assert threading.active_count() == before


def test_an_error_of_the_reader_is_not_hidden() -> None:
    def read() -> None:
        with ahead(range(10)) as items:
            raise ZeroDivisionError(next(items))

    with pytest.raises(ZeroDivisionError):
        read()
