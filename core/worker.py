"""The door for QGIS and other programs: does jobs in a process of its own and tells about them in JSON lines.

`python -m core.worker --job FILE` does one job, `--serve` takes requests from standard input, `--probe` tries it all.
"""

from __future__ import annotations

import argparse
import faulthandler
import platform
import signal
import sys
import threading
from collections.abc import Callable, Sequence

from .errors import Cancelled
from .failures import explain
from .memory import give_back
from .process import whole_process
from .protocol import PROTOCOL_VERSION, Error, Event, Hello, Request, Stage
from .service.channel import EventWriter, claim_streams
from .service.inbox import Inbox, Ticket
from .service.operations import OPERATIONS, perform
from .version import version

HEARTBEAT_S = 5.0
IDLE_S = 300.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the worker; gives the exit code: 0 done, 2 bad input, 1 our fault, 130 cancelled."""
    options = _parse(arguments)
    streams = claim_streams()
    faulthandler.enable(sys.stderr)
    inbox = Inbox(streams.requests)
    writer = EventWriter(streams.events, options.heartbeat, on_lost=inbox.stop)
    interrupted = _stop_on_signals(inbox.stop)
    writer.write(Hello(version(), PROTOCOL_VERSION, platform.python_version()))
    code = _serve(inbox, writer, options.idle) if options.serve else _answer(inbox.admit(_request(options)), writer)
    return Cancelled.exit_code if interrupted.is_set() else code


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m core.worker", description="Do SoftSeg's work for another program.")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--job", metavar="FILE", help="do the job in this JSON file, then exit")
    task.add_argument("--serve", action="store_true", help="take requests, one JSON object a line, from standard input")
    task.add_argument("--probe", action="store_true", help="say what the engine is made of and try it, then exit")
    parser.add_argument("--op", default="segment", choices=sorted(OPERATIONS), help="what to do with the job")
    parser.add_argument("--quick", action="store_true", help="with --probe: only look for the packages")
    parser.add_argument("--device", default="auto", help="with --probe: the device to try")
    parser.add_argument(
        "--idle", type=float, default=IDLE_S, metavar="S", help="with --serve: exit after S s of nothing"
    )
    parser.add_argument("--heartbeat", type=float, default=HEARTBEAT_S, metavar="S", help="longest silence, in s")
    return parser.parse_args(arguments)


def _request(options: argparse.Namespace) -> Request:
    if options.probe:
        return Request("", "probe", {"device": options.device, "quick": options.quick})
    return Request("", options.op, options.job)


def _stop_on_signals(stop: Callable[[], None]) -> threading.Event:
    """Let an interrupt or a termination cancel the work; the event tells afterwards whether one came."""
    interrupted = threading.Event()

    def handle(_number: int, _frame: object) -> None:
        interrupted.set()
        stop()

    signal.signal(signal.SIGINT, handle)
    signal.signal(signal.SIGTERM, handle)
    return interrupted


def _serve(inbox: Inbox, writer: EventWriter, idle_s: float) -> int:
    """Answer requests in their order until there are no more, or none comes for `idle_s` seconds."""
    inbox.start(refuse=lambda request_id, error: writer.write(Error(error.code, error.text, error.detail), request_id))
    while (ticket := inbox.next(idle_s)) is not None:
        _answer(ticket, writer)
        inbox.finish(ticket)
        give_back()
    return 0


def _answer(ticket: Ticket, writer: EventWriter) -> int:
    """Do what one request asks for; whatever happens, its last event is `Done` or `Error`. Gives its exit code."""
    request, is_cancelled = ticket.request, ticket.cancelled.is_set

    def say(event: Event) -> None:
        writer.write(event, request.id)

    try:
        if is_cancelled():
            raise Cancelled("The request was cancelled before it began.")
        say(Stage("start", "Starting the engine"))
        say(perform(request.op, request.job, say, is_cancelled))
    except BaseException as error:  # a worker must never end without a word
        failure = explain(error)
        say(Error(failure.code, failure.text, failure.detail))
        return failure.exit_code
    return 0


if __name__ == "__main__":
    with whole_process():
        code = main()
    sys.exit(code)
