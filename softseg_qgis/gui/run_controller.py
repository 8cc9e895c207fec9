"""Runs what the panel asks for, one thing at a time: order to job, job to worker, answer to layers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import BadOutput, SoftSegError
from ..core.follow_up import ReportJob
from ..core.protocol import Done, Error, Event, Preview, Progress, Stage, Warn
from ..core.task import Task
from ..engine.failures import cancelled
from ..engine.worker import Worker
from ..i18n import tr
from ..layers.facts import facts_of
from ..layers.job import delete_temporary, temporary_folder
from ..layers.results import adding_results
from ..layers.webmap import CopyTask, LayerCopy
from ..settings import settings
from .layer_swap import delete_versions, show_decision
from .learn_job import Learnt, learn_job
from .live_layer import LiveLayer
from .ongoing import Kind, Ongoing
from .order import Order, preview_job, segment_job
from .pace import learn
from .result import Decision, Result

_OVER = object()


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
        self._run: Ongoing | None = None
        self._abandoned: set[str] = set()  # requests that nobody waits for, and that have no answer yet
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
        self._begin(Ongoing(Kind.SEGMENT, order, self._on_segmented))

    def preview(self, order: Order) -> None:
        """Segment into the temporary layer."""
        self._again = lambda options: self.preview(order.with_options(options))
        self._begin(Ongoing(Kind.PREVIEW, order, self._on_previewed))

    def decide(self, result: Result, decision: Decision) -> None:
        """Decide a result's costs anew; its layers show the outcome."""
        self._again = lambda options: self.decide(result, decision)
        run = Ongoing(Kind.DECIDE, result.order, lambda done: self._on_decided(result, decision, done))
        self._begin_with(run, "redecide", lambda: result.redecide_job(decision))

    def report(self, result: Result, job: ReportJob) -> None:
        """Write a page about a result."""
        self._again = lambda options: self.report(result, job)
        run = Ongoing(Kind.REPORT, result.order, self._on_reported)
        self._begin_with(run, "report", lambda: job)

    def learn(self, result: Result, layer_id: str, field: str) -> None:
        """Learn from the polygons of a layer how a result's costs are better decided."""
        self._again = lambda options: self.learn(result, layer_id, field)
        run = Ongoing(Kind.LEARN, result.order, self._on_learned)
        self._begin_with(run, "calibrate", lambda: learn_job(result, self._project.mapLayer(layer_id), field))

    def undo(self, result: Result) -> None:
        """Show a result as it was decided before."""
        before = result.before
        if before is None or self.is_running:
            return
        self._attempt(lambda: self._go_back(result, before))

    def repeat(self, **options: Any) -> None:
        """Do once more what was asked for last, with some fields of `core.job.Job` otherwise."""
        self._again(options)

    def cancel(self) -> None:
        """Stop what is under way; what it would have made does not appear, and what is on the map stays."""
        run = self._run
        if run is None or run.is_cancelled or run.is_final:
            return
        if run.answer is not None:
            self._drop(run.answer)
            return
        run.is_cancelled = True
        self.stopping.emit()
        self._call_off(run)

    def abandon(self) -> None:
        """End what is under way at once, since its project is gone; whatever still comes of it is thrown away."""
        run = self._run
        self._end()
        if run is None or run.is_final:
            return
        if run.answer is not None:
            self._throw_away(run.answer)
            return
        if run.request_id:
            self._abandoned.add(run.request_id)
        self._call_off(run)

    def _begin(self, run: Ongoing) -> None:
        if self.is_running:
            return
        self._run = run
        self.live.begin()
        self.began.emit(run.kind)
        self._attempt(self._copy_or_send)

    def _begin_with(self, run: Ongoing, op: str, make_task: Callable[[], Task]) -> None:
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
        run, task = self._run, CopyTask(copy, temporary_folder() / "map.tif")
        task.copied.connect(partial(self._on_copied, run))
        task.failed.connect(partial(self._on_copy_failed, run))
        task.progressChanged.connect(partial(self._on_copying, run))
        run.copying = task
        self.went_on.emit(Stage("copy", "Copying the map"))
        QgsApplication.taskManager().addTask(task)

    def _on_copying(self, run: Ongoing, percent: float) -> None:
        if self._run is run and not run.is_cancelled:
            self.went_on.emit(Progress(round(percent), 100))

    def _on_copied(self, run: Ongoing, path: str) -> None:
        if self._run is not run:
            return
        if run.is_cancelled:
            self._fail_with(cancelled())
        else:
            self._attempt(lambda: self._send(path))

    def _on_copy_failed(self, run: Ongoing, error: SoftSegError) -> None:
        if self._run is run:
            self._fail(error)

    def _send(self, rendered: str | None = None) -> None:
        self._run.copying = None
        make = preview_job if self._run.kind is Kind.PREVIEW else segment_job
        self._ask("segment", make(self._run.order, self._project, rendered))

    def _ask(self, op: str, task: Task) -> None:
        self._run.task = task
        self._run.request_id = self._worker.ask(op, task)

    def _on_said(self, request_id: str, event: Event) -> None:
        run = self._run
        if request_id in self._abandoned:
            self._hear_abandoned(request_id, event)
        elif run is None or request_id != run.request_id:
            return
        elif isinstance(event, Error):
            self._fail_with(event)
        elif isinstance(event, Done) and run.is_cancelled:
            self._drop(event)
        elif isinstance(event, Done):
            run.answer = event
            self._take_turn(run, run.on_done(event))
        elif not run.is_cancelled:
            self._show(run, event)

    def _show(self, run: Ongoing, event: Event) -> None:
        """Show how a run goes."""
        if isinstance(event, (Stage, Progress)):
            if isinstance(event, Stage) and event.name == "segment" and not run.began_s:
                run.began_s = time.monotonic()
            self.went_on.emit(event)
        elif isinstance(event, Preview):
            self.live.show(event.path, run.order.classes)
        elif isinstance(event, Warn):
            self.warned.emit(event.text)

    def _hear_abandoned(self, request_id: str, event: Event) -> None:
        if isinstance(event, (Done, Error)):
            self._abandoned.remove(request_id)
        if isinstance(event, Done):
            self._throw_away(event)

    def _take_turn(self, run: Ongoing, turns: Iterator[None]) -> None:
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
        run, order, job = self._run, self._run.order, self._run.task
        layers = yield from adding_results(self._project, job, done, order.name)
        run.is_final = True
        yield
        self.made.emit(Result.of(order, job, done, layers))
        yield

    def _on_decided(self, result: Result, decision: Decision, done: Done) -> Iterator[None]:
        """Map and panel change in one turn, so that nothing comes between the two."""
        self._run.is_final = True
        self.made.emit(show_decision(self._project, result.decided(decision, done), self._run.task))
        delete_versions(result.before)
        yield

    def _go_back(self, result: Result, before: Result) -> None:
        self.made.emit(show_decision(self._project, before, before.redecide_job(before.decision)))
        delete_versions(result)

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
        """Do something; any failure ends the run, and one that is nobody's to mend but ours is raised again."""
        try:
            do()
        except SoftSegError as error:
            self._fail(error)
        except OSError as error:
            self._fail(_cannot_write(error))
        except BaseException:
            self._end()
            raise

    def _call_off(self, run: Ongoing) -> None:
        """Tell whoever works on a run to stop."""
        if run.copying is not None:
            run.copying.cancel()
        elif run.request_id:
            self._worker.cancel(run.request_id)  # no id would mean all requests

    def _drop(self, done: Done) -> None:
        """End a cancelled run that was done all the same."""
        if self._throw_away(done):
            self._end()
        else:
            self._fail_with(cancelled())

    def _throw_away(self, done: Done) -> bool:
        """Delete files that nobody waits for; says whether some are left, in the user's own folder, and tells where."""
        left = delete_temporary(done.outputs.values())
        if left:
            text = tr(
                "The run was cancelled, but its files were written already: they are in {folder}.",
                folder=left[0].parent,
            )
            self.warned.emit(text)
        return bool(left)

    def _fail(self, error: SoftSegError) -> None:
        self._fail_with(Error(error.code, error.text, error.detail))

    def _fail_with(self, error: Error) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        if run.kind is Kind.SEGMENT:
            self.live.remove()  # with its rows
        self.ended.emit()


def _cannot_write(error: OSError) -> BadOutput:
    """A file or a folder that was needed before the engine could be asked."""
    reason = error.strerror or str(error)
    text = tr(
        "The files of the run cannot be written ({reason}): choose another output or free some space.", reason=reason
    )
    return BadOutput(text, str(error))
