"""One request and its answer, in a process of its own: for algorithms, in whatever thread they run."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProcessingFeedback
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEventLoop, QTimer

from ..core.protocol import Done, Error, Event, Progress, Stage, Warn
from ..core.task import Task
from .worker import Worker

_CANCEL_CHECK_MS = 100


class EngineError(Exception):
    """The engine could not do what it was asked: a code, one sentence, and more for a report."""

    def __init__(self, code: str, text: str, detail: str = "") -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.detail = detail


def run_task(
    op: str, task: Task | None, feedback: QgsProcessingFeedback, on_event: Callable[[Event], None] | None = None
) -> Done:
    """Have the engine do one thing and wait for it; the process is gone when this returns.

    Args:
        op: an operation of the protocol.
        task: what the operation needs.
        feedback: is told of stages, progress and warnings, and asked whether to stop.
        on_event: called with every event besides, in this thread.

    Raises:
        EngineError: the engine failed, or is not there; its code is "cancelled" when the user stopped it.
    """
    worker, loop, clock = Worker(), QEventLoop(), QTimer()
    answers: list[Event] = []
    stages: list[Event] = []  # the one that is on, if any

    def take(_request_id: str, event: Event) -> None:
        if isinstance(event, (Done, Error)):
            answers.append(event)
            loop.quit()
        if event not in stages:  # a stage said again is a mere sign of life
            _tell(feedback, event)
        if isinstance(event, Stage):
            stages[:] = [event]
        if on_event is not None:
            on_event(event)

    def look_for_a_cancel() -> None:
        if feedback.isCanceled():
            clock.stop()
            worker.cancel()

    worker.said.connect(take)
    clock.timeout.connect(look_for_a_cancel)
    clock.start(_CANCEL_CHECK_MS)
    try:
        worker.ask(op, task)
        # In the main thread, clicks wait: what they do may not expect to happen within an algorithm.
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        worker.stop()
    finally:
        for each in (clock, worker, loop):
            sip.delete(each)  # here and now: garbage collection might do it in another thread
    (answer,) = answers
    if isinstance(answer, Error):
        raise EngineError(answer.code, answer.text, answer.detail)
    return answer


def _tell(feedback: QgsProcessingFeedback, event: Event) -> None:
    if isinstance(event, Stage):
        feedback.setProgressText(event.text)
    elif isinstance(event, Progress) and event.total > 0:
        feedback.setProgress(100 * event.done / event.total)
    elif isinstance(event, Warn):
        feedback.pushWarning(event.text)
