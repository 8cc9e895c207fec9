"""Work in step: order, errors, and an early end."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from core.ahead import ahead, feed


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


def test_a_fed_consumer_gets_all_items_in_order_in_another_thread() -> None:
    here = threading.current_thread()
    result = feed(iter(range(50)), lambda items: (list(items), threading.current_thread()))
    assert result[0] == list(range(50))
    assert result[1] is not here


def test_an_error_of_the_consumer_stops_the_feeding() -> None:
    def picky(items: Iterator[int]) -> None:
        for item in items:
            if item == 3:
                raise KeyError("no threes")

    made = []
    with pytest.raises(KeyError, match="no threes"):
        feed((made.append(i) or i for i in range(10_000)), picky)
    assert len(made) < 100


def test_an_error_of_the_feeding_stops_the_consumer() -> None:
    before, seen = threading.active_count(), []

    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("dry")

    with pytest.raises(ValueError, match="dry"):
        feed(broken(), lambda items: seen.extend(items))
    assert threading.active_count() == before
    assert seen == [1] or seen == []


def test_a_consumer_that_has_enough_is_not_an_error() -> None:
    assert feed(iter(range(100)), next) == 0
