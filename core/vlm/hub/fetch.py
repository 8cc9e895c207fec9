"""One file over the network into a part file, going on where an earlier try stopped."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from ...errors import NoModel
from .part import Served, begin_part, check_room, discard, said_of, size_of
from .stages import OnProgress
from .transport import Answer, Interrupted, request

_TRIES = 5
_TICK_S = 0.2


class NotThere(Exception):
    """The server has no file of that name."""


def fetch(address: str, part: Path, on_progress: OnProgress, *, pause_s: float = 1.0) -> Served:
    """Download a file into `part`; what is there already is kept and only the rest is asked for.

    Args:
        address: of the file.
        part: grows as bytes arrive, and stays when they stop.
        on_progress: told of every piece; may raise to stop.
        pause_s: seconds before the second try; doubled for each one after it that brought nothing.

    Raises:
        NotThere: the server has no such file.
        NoModel: the server refuses it, is not reached, or sends more than it announced.
        DiskFull: it does not fit.
        OSError: the part file cannot be written.
    """
    fruitless = 0
    while True:
        before = size_of(part)
        try:
            return _go_on(address, part, on_progress)
        except Interrupted as error:
            fruitless = 0 if size_of(part) > before else fruitless + 1
            if fruitless >= _TRIES:
                text = f"{part.stem} cannot be downloaded now: check the network and the proxy, then run this again."
                raise NoModel(text, f"{address}: {error}") from error
        _wait(pause_s * 2**fruitless, part, on_progress)


def _go_on(address: str, part: Path, on_progress: OnProgress) -> Served:
    """Ask once for what is missing."""
    served = said_of(part)
    if served and served.size_bytes == size_of(part):
        return served
    offset = size_of(part) if served else 0
    with request(address, offset, served.etag if served else "") as answer:
        _check_status(answer, address, part)
        if served is None or not _goes_on_at(answer, offset):
            served, offset = _begin(answer, part), 0
        if served.size_bytes is not None:
            check_room(part.parent, served.size_bytes - offset)
        _append(part, answer.chunks, served.size_bytes, on_progress)
    return _all_there(part, served)


def _check_status(answer: Answer, address: str, part: Path) -> None:
    status = answer.status
    if status == 404:
        raise NotThere(address)
    if status == 416:  # what is here is not the beginning of what is there
        discard(part)
    if status in (408, 416, 429) or status >= 500:
        raise Interrupted(f"HTTP {status}")
    if status in (401, 403):
        text = f"The server gives {part.stem} to nobody without an account: get it there yourself, and import it."
        raise NoModel(text, address)
    if status not in (200, 206):
        raise NoModel(f"The server answers {status} for {part.stem}: try again later, or another mirror.", address)


def _goes_on_at(answer: Answer, offset: int) -> bool:
    return answer.status == 206 and answer.headers.get("content-range", "").startswith(f"bytes {offset}-")


def _begin(answer: Answer, part: Path) -> Served:
    """Start a part file anew, with a note of what the server says of it."""
    if answer.status != 200:
        discard(part)
        raise Interrupted("the server sent another piece than it was asked for")
    served = Served.from_headers(answer.headers)
    begin_part(part, served)
    return served


def _append(part: Path, chunks: Iterator[bytes], total: int | None, on_progress: OnProgress) -> None:
    done = size_of(part)
    on_progress(done, total or max(done, 1))
    with part.open("ab") as stream:
        for chunk in chunks:
            stream.write(chunk)
            done += len(chunk)
            on_progress(done, total or done)


def _all_there(part: Path, served: Served) -> Served:
    got = size_of(part)
    if served.size_bytes is not None and got > served.size_bytes:
        discard(part)
        raise NoModel(f"The server sent more of {part.stem} than it announced, so it was thrown away: try again.")
    if served.size_bytes is not None and got < served.size_bytes:
        raise Interrupted(f"{got} of {served.size_bytes} bytes came")
    return served


def _wait(seconds: float, part: Path, on_progress: OnProgress) -> None:
    """Let time pass, and stop at once when the user wants to."""
    done, served = size_of(part), said_of(part)
    total = (served.size_bytes if served else None) or max(done, 1)
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        on_progress(done, total)
        time.sleep(min(left, _TICK_S))
