"""How work on models tells of itself: stages, and progress within each."""

from __future__ import annotations

from collections.abc import Callable

from .entry import Entry

OnProgress = Callable[[int, int], None]
"""Called with what is done and what there is in all, mostly in bytes; may raise `Cancelled`."""

Stage = Callable[[str, str], OnProgress]
"""Begins a stage by a name for programs and a text for people; gives what is told of its progress."""


def waiting_for(entry: Entry, stage: Stage) -> Callable[[], None]:
    """What to call while another program works on a model: says so once, and lets the user stop."""
    begun: list[OnProgress] = []

    def waiting() -> None:
        if not begun:
            begun.append(stage("wait", f"Waiting for another SoftSeg that works on {entry.id}"))
        begun[0](0, 1)

    return waiting
