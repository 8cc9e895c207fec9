"""How far a run is: the time left, as an estimate and in words, and a callback that turns counts into events."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from .protocol import Event, Progress

_SAMPLES = 32


class TimeLeft:
    """Estimates the time left from the pace of the last steps; the first step, which warms up, does not count.

    Args:
        clock: gives the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._samples: deque[tuple[float, int]] = deque(maxlen=_SAMPLES)

    def update(self, done: int, total: int) -> float | None:
        """Take note of how much is done; gives the seconds left, None while nobody can tell."""
        if done >= total:
            return 0.0
        if done <= 0:
            return None
        self._samples.append((self._clock(), done))
        started_s, first = self._samples[0]
        passed_s, steps = self._samples[-1][0] - started_s, done - first
        return (total - done) * passed_s / steps if steps > 0 else None


def progress_events(say: Callable[[Event], None]) -> Callable[[int, int], None]:
    """Give a callback for `(done, total)` that tells `say` of it, with the time left."""
    time_left = TimeLeft()

    def on_progress(done: int, total: int) -> None:
        say(Progress(done, total, time_left.update(done, total)))

    return on_progress


def format_duration(seconds: float) -> str:
    """A duration as people say it: `8 s`, `3 min`, `1 h 20 min`."""
    if seconds < 90:
        return f"{max(0, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
