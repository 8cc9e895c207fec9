"""The time left, in seconds and in words, and what a terminal shows of it."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from core.commands import screen
from core.progress import TimeLeft, format_duration, progress_events
from core.protocol import Progress, Stage, Warn


def time_left(*steps: tuple[float, int, int]) -> list[float | None]:
    """Estimates after each (seconds, done, total)."""
    times = iter(step[0] for step in steps)
    estimate = TimeLeft(clock=lambda: next(times))
    return [estimate.update(done, total) for _, done, total in steps]


def test_nobody_can_tell_before_the_second_step():
    assert time_left((0, 0, 10))[0] is None
    assert time_left((5, 1, 10))[0] is None


def test_a_steady_pace_gives_the_time_left_and_the_warm_up_does_not_count():
    assert time_left((100, 1, 10), (102, 2, 10), (104, 3, 10)) == [None, 16, 14]


def test_a_change_of_pace_is_noticed():
    slow = [(10.0 * step, step, 1000) for step in range(1, 101)]
    fast = [(1000 + 0.1 * step, 100 + step, 1000) for step in range(1, 101)]
    assert time_left(*slow, *fast)[-1] == pytest.approx(80)


def test_the_end_is_zero_and_standing_still_gives_no_estimate():
    assert time_left((0, 10, 10)) == [0.0]
    assert time_left((0, 1, 10), (5, 1, 10)) == [None, None]


def test_counts_become_events():
    heard = []
    on_progress = progress_events(heard.append)
    on_progress(0, 4)
    on_progress(4, 4)
    assert heard == [Progress(0, 4, None), Progress(4, 4, 0.0)]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-1, "0 s"), (0.4, "0 s"), (8.2, "8 s"), (89, "89 s"), (90, "2 min"), (3540, "59 min"), (4800, "1 h 20 min")],
)
def test_a_duration_is_said_as_people_say_it(seconds, text):
    assert format_duration(seconds) == text


def test_a_terminal_shows_a_bar_with_stage_share_and_time_left(monkeypatch):
    terminal = io.StringIO()
    console = Console(file=terminal, force_terminal=True, width=100, color_system=None)
    monkeypatch.setattr(screen, "Console", lambda **_: console)
    with screen.open_screen(silent=False) as show:
        show(Stage("tiles", "Segmenting [a]"))
        show(Progress(1, 4, 125.0))
        show.__self__._progress.refresh()  # as a thread does ten times a second
        show(Warn("oom", "Smaller batches [1]."))
        show(Stage("write", "Writing"))
    drawn = terminal.getvalue()
    for text in ("Segmenting [a]", "25 %, about 2 min left", "Warning: Smaller batches [1].", "Writing"):
        assert text in drawn
