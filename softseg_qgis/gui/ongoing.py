"""A run that is under way, and what has become of it so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from ..core.protocol import Done
from ..core.task import Task
from ..layers.webmap import CopyTask
from .order import Order


class Kind(Enum):
    """What can be run."""

    PREVIEW = "preview"
    SEGMENT = "segment"
    DECIDE = "decide"
    REPORT = "report"
    LEARN = "learn"


@dataclass
class Ongoing:
    """The run that is under way.

    Args:
        kind: what is run.
        order: what was ordered.
        on_done: brings an answer to the screen, a part of it with every step.
        task: what the engine was asked.
        request_id: of the question to the engine; empty before it was asked.
        copying: copies a layer for the engine, before it is asked.
        answer: the engine's; from then on its outcome is on the way to the screen.
        is_cancelled: nothing is taken of it any more but its end.
        is_final: what it changes on the map is changed, so it is too late to cancel.
        began_s: when the network began, on the monotonic clock.
    """

    kind: Kind
    order: Order
    on_done: Callable[[Done], Iterator[None]]
    task: Task | None = None
    request_id: str = ""
    copying: CopyTask | None = None
    answer: Done | None = None
    is_cancelled: bool = False
    is_final: bool = False
    began_s: float = 0.0
