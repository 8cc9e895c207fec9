"""A worker process to speak to, with an operation of the tests' own in the place of the probe."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from core.lines import LineReader
from core.protocol import Done, Error, Message, Request, read_message

ROOT = Path(__file__).resolve().parents[2]

STUB = textwrap.dedent("""
    import os, sys, time
    sys.path.append(sys.argv.pop(1))
    from core import worker
    from core.protocol import Done, Progress
    from core.errors import BadRaster, Cancelled

    def act(values, say, cancelled):
        kind = (values or {}).get("do", "answer")
        if kind == "chatter":
            print("python chatter", flush=True)
            os.write(1, b"native chatter without an end")
            os.system("echo child chatter")
        if kind == "wait":
            say(Progress(1, 2))
            while not cancelled():
                time.sleep(0.005)
            raise Cancelled("The run was cancelled; nothing was written.")
        if kind == "silence":
            say(Progress(1, 2))
            time.sleep(0.3)
        if kind == "read stdin":
            return Done(stats={"read": sys.stdin.read()})
        if kind == "raise":
            raise {"memory": MemoryError(), "exit": SystemExit(3), "value": ValueError("what?"),
                   "torch": RuntimeError("CUDA out of memory. Tried"), "raster": BadRaster("Not a raster."),
                   "disk": OSError(28, "No space left on device")}[values["what"]]
        if kind == "unwritable":
            return Done(stats={"value": object()})
        return Done(stats={"heavy": sorted({"torch", "rasterio", "numpy"} & set(sys.modules))})

    worker.OPERATIONS["probe"] = act
    sys.exit(worker.main())
""")


class Worker:
    """A worker process and its event stream."""

    def __init__(self, *arguments: str, program: str = STUB) -> None:
        command = [sys.executable, "-I", "-c", program, str(ROOT), *arguments]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        self._messages = self._read()

    def ask(self, request_id: str, do: str = "answer", op: str = "probe", **values: str) -> None:
        self.write(Request(request_id, op, {"do": do, **values}).to_line())

    def write(self, data: bytes) -> None:
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def hear(self, kind: type = object) -> Message:
        return next(message for message in self._messages if isinstance(message.event, kind))

    def answer(self) -> Message:
        return next(message for message in self._messages if isinstance(message.event, (Done, Error)))

    def end(self) -> tuple[list[Message], int]:
        """Close the requests; all that is still said, and the exit code."""
        self.process.stdin.close()
        rest = list(self._messages)
        return rest, self.process.wait(timeout=20)

    def _read(self) -> Iterator[Message]:
        self.lines = LineReader(read_message)
        while data := os.read(self.process.stdout.fileno(), 65_536):
            yield from self.lines.feed(data)


@pytest.fixture
def start():
    with ExitStack() as stack:

        def begin(*arguments: str, program: str = STUB) -> Worker:
            worker = Worker(*arguments, program=program)
            stack.enter_context(worker.process)
            stack.callback(worker.process.kill)
            return worker

        yield begin
