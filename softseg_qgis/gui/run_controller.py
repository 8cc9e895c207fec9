"""Runs what the panel asks for, one thing at a time: order to job, job to worker, answer to layers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import SoftSegError
from ..core.follow_up import ReportJob
from ..core.protocol import Done, Error, Event, Preview, Progress, Stage, Warn
from ..core.task import Task
from ..engine.worker import Worker
from ..layers.facts import facts_of
from ..layers.job import temporary_folder
from ..layers.results import adding_results
from ..layers.webmap import CopyTask, LayerCopy
from ..settings import settings
from .layer_swap import delete_versions, show_decision
from .learn_job import Learnt, learn_job
from .live_layer import LiveLayer
from .order import Order, preview_job, segment_job
from .pace import learn
from .result import Decision, Result

_OVER = object()


class Kind(Enum):
    """What can be run."""

    PREVIEW = "preview"
    SEGMENT = "segment"
    DECIDE = "decide"
    REPORT = "report"
    LEARN = "learn"


@dataclass
class _Run:
    """The run that is under way."""

    kind: Kind
    order: Order
    on_done: Callable[[Done], Iterator[None]]
    task: Task | None = None
    request_id: str = ""
    copying: CopyTask | None = None
    is_answered: bool = False  # its outcome is on the way to the screen
    began_s: float = 0.0  # when the network began


class RunController(QObject):
    """Does one order after the other, and tells how they go; each that has begun also ends.

    Args:
        worker: who computes.
        project: where the layers go.
        parent: owner of the object.
    """

    began = pyqtSignal(object)  # a Kind
    went_on = pyqtSignal(object)  # a Stage or a Progress
    stopping = pyqtSignal()
    ended = pyqtSignal()
    failed = pyqtSignal(object)  # an Error
    warned = pyqtSignal(str)
    made = pyqtSignal(object)  # a Result
    reported = pyqtSignal(str)  # the path of a page
    learned = pyqtSignal(object)  # a Learnt

    def __init__(self, worker: Worker, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = LiveLayer(project, self)
        self._worker = worker
        self._project = project
        self._run: _Run | None = None
        self._seen: set[tuple[object, ...]] = set()  # where runs have been, in this session
        self._again: Callable[[dict[str, Any]], None] = lambda options: None
        worker.said.connect(self._on_said)

    @property
    def is_running(self) -> bool:
        """Whether something is under way."""
        return self._run is not None

    def segment(self, order: Order) -> None:
        """Segment; the class layer and the others appear in a group of their own."""
        self._again = lambda options: self.segment(order.with_options(options))
        self._begin(_Run(Kind.SEGMENT, order, self._on_segmented))

    def preview(self, order: Order) -> None:
        """Segment into the temporary layer."""
        self._again = lambda options: self.preview(order.with_options(options))
        self._begin(_Run(Kind.PREVIEW, order, self._on_previewed))

    def decide(self, result: Result, decision: Decision) -> None:
        """Decide a result's costs anew; its layers show the outcome."""
        self._again = lambda options: self.decide(result, decision)
        run = _Run(Kind.DECIDE, result.order, lambda done: self._on_decided(result, decision, done))
        self._begin_with(run, "redecide", lambda: result.redecide_job(decision))

    def report(self, result: Result, job: ReportJob) -> None:
        """Write a page about a result."""
        self._again = lambda options: self.report(result, job)
        run = _Run(Kind.REPORT, result.order, self._on_reported)
        self._begin_with(run, "report", lambda: job)

    def learn(self, result: Result, layer: QgsVectorLayer, field: str) -> None:
        """Learn from polygons how a result's costs are better decided."""
        self._again = lambda options: self.learn(result, layer, field)
        run = _Run(Kind.LEARN, result.order, self._on_learned)
        self._begin_with(run, "calibrate", lambda: learn_job(result, layer, field))

    def undo(self, result: Result) -> None:
        """Show a result as it was decided before."""
        before = result.before
        if before is None or self.is_running:
            return
        self._attempt(
            lambda: self.made.emit(show_decision(self._project, before, before.redecide_job(before.decision)))
        )
        delete_versions(result)

    def repeat(self, **options: Any) -> None:
        """Do once more what was asked for last, with some fields of `core.job.Job` otherwise."""
        self._again(options)

    def cancel(self) -> None:
        """Stop what is under way; what it would have made does not appear."""
        if self._run is None:
            return
        if self._run.is_answered:
            self._end()
            return
        self.stopping.emit()
        if self._run.copying is not None:
            self._run.copying.cancel()
        else:
            self._worker.cancel(self._run.request_id)

    def _begin(self, run: _Run) -> None:
        if self.is_running:
            return
        self._run = run
        self.live.begin()
        self.began.emit(run.kind)
        self._attempt(self._copy_or_send)

    def _begin_with(self, run: _Run, op: str, make_task: Callable[[], Task]) -> None:
        """Begin what needs no raster layer."""
        if self.is_running:
            return
        self._run = run
        self.began.emit(run.kind)
        self._attempt(lambda: self._ask(op, make_task()))

    def _copy_or_send(self) -> None:
        """Layers that the engine cannot open by itself are copied to a file first."""
        order = self._run.order
        layer = order.layer(self._project)
        facts = facts_of(layer)
        if facts.is_local:
            self._send()
            return
        resolution = order.options.get("resolution") if facts.is_web else None
        copy = LayerCopy(layer, order.area, resolution, settings.web_limit_px)
        task = CopyTask(copy, temporary_folder() / "map.tif")
        task.copied.connect(self._on_copied)
        task.failed.connect(self._fail)
        task.progressChanged.connect(self._on_copying)
        self._run.copying = task
        self.went_on.emit(Stage("copy", "Copying the map"))
        QgsApplication.taskManager().addTask(task)

    def _on_copying(self, percent: float) -> None:
        self.went_on.emit(Progress(round(percent), 100))

    def _on_copied(self, path: str) -> None:
        self._attempt(lambda: self._send(path))

    def _send(self, rendered: str | None = None) -> None:
        self._run.copying = None
        make = preview_job if self._run.kind is Kind.PREVIEW else segment_job
        self._ask("segment", make(self._run.order, self._project, rendered))

    def _ask(self, op: str, task: Task) -> None:
        self._run.task = task
        self._run.request_id = self._worker.ask(op, task)

    def _on_said(self, request_id: str, event: Event) -> None:
        run = self._run
        if run is None or request_id != run.request_id:
            return
        if isinstance(event, (Stage, Progress)):
            if isinstance(event, Stage) and event.name == "segment" and not run.began_s:
                run.began_s = time.monotonic()
            self.went_on.emit(event)
        elif isinstance(event, Preview):
            self.live.show(event.path, run.order.classes)
        elif isinstance(event, Warn):
            self.warned.emit(event.text)
        elif isinstance(event, Done):
            run.is_answered = True
            self._take_turn(run, run.on_done(event))
        elif isinstance(event, Error):
            self._fail_with(event)

    def _take_turn(self, run: _Run, turns: Iterator[None]) -> None:
        """Do the next part of what an answer brings: all in one turn of the event loop would hold QGIS up."""
        if self._run is not run:  # cancelled, or its project was closed
            return
        try:
            is_over = next(turns, _OVER) is _OVER
        except SoftSegError as error:
            self._fail(error)
        except BaseException:
            self._end()
            raise
        else:
            if is_over:
                self._end()
            else:
                QTimer.singleShot(0, lambda: self._take_turn(run, turns))

    def _on_previewed(self, done: Done) -> Iterator[None]:
        self._learn()
        self.live.show(done.outputs["classes"], self._run.order.classes)
        yield from ()

    def _on_segmented(self, done: Done) -> Iterator[None]:
        self._learn()
        self.live.remove()
        order, job = self._run.order, self._run.task
        layers = yield from adding_results(self._project, job, done, order.name)
        yield
        self.made.emit(Result.of(order, job, done, layers))
        yield

    def _on_decided(self, result: Result, decision: Decision, done: Done) -> Iterator[None]:
        decided = show_decision(self._project, result.decided(decision, done), self._run.task)
        delete_versions(result.before)
        yield
        self.made.emit(decided)
        yield

    def _on_reported(self, done: Done) -> Iterator[None]:
        self.reported.emit(done.outputs["report"])
        yield from ()

    def _on_learned(self, done: Done) -> Iterator[None]:
        self.learned.emit(Learnt.of(done.stats))
        yield from ()

    def _learn(self) -> None:
        """Learn the pace, but not from what was seen before: its image features come from the cache."""
        run = self._run
        place = (run.task.raster, run.task.extent, run.task.resolution, run.task.model)
        if run.began_s and place not in self._seen:
            learn(run.order.size.megapixels, time.monotonic() - run.began_s, run.task.device, run.task.model)
        self._seen.add(place)

    def _attempt(self, do: Callable[[], None]) -> None:
        """Do something that may fail in words; a failure ends the run."""
        try:
            do()
        except SoftSegError as error:
            self._fail(error)

    def _fail(self, error: SoftSegError) -> None:
        self._fail_with(Error(error.code, error.text, error.detail))

    def _fail_with(self, error: Error) -> None:
        if self._run is not None and self._run.kind is Kind.SEGMENT:
            self.live.remove()
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        if self._run is not None:
            self._run = None
            self.ended.emit()
