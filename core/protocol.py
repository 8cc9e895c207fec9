"""What the worker and its callers say to each other: requests one way, events the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, NamedTuple

from .errors import BadOption
from .lines import to_line

PROTOCOL_VERSION = 1
OPERATIONS = (
    *("segment", "batch", "redecide", "polygons", "report", "compare", "calibrate", "train"),
    *("models", "download_model", "import_model", "verify_model", "remove_model"),
    *("probe", "cancel", "quit"),
)


@dataclass(frozen=True)
class Event:
    """Something that the worker says."""


@dataclass(frozen=True)
class Hello(Event):
    """The worker is up: its version, the protocol it speaks, its Python, and its device where that is known."""

    version: str
    protocol: int
    python: str
    device: str = ""


@dataclass(frozen=True)
class Stage(Event):
    """A new part of the work has begun: a stable name for programs, a text for people."""

    name: str
    text: str


@dataclass(frozen=True)
class Progress(Event):
    """So much of the present stage is done; `eta_s` is the time left in seconds, None while nobody can tell."""

    done: int
    total: int
    eta_s: float | None = None


@dataclass(frozen=True)
class Preview(Event):
    """A raster that shows the result so far can be read at `path`."""

    path: str


@dataclass(frozen=True)
class Warn(Event):
    """Something the user should know; the run goes on."""

    code: str
    text: str


@dataclass(frozen=True)
class Done(Event):
    """The request is fulfilled: paths by role ("classes", "confidence", ...) and figures about the run."""

    outputs: dict[str, str] = field(default_factory=dict)
    stats: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Error(Event):
    """The request has failed: a code of `core.errors` for programs, one sentence for people, more for a report."""

    code: str
    text: str
    detail: str = ""


_EVENTS = {kind.__name__.lower(): kind for kind in (Hello, Stage, Progress, Preview, Warn, Done, Error)}
_TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float | None": (float, int, type(None)),
    "dict[str, str]": (dict,),
    "dict[str, Any]": (dict,),
}


class Message(NamedTuple):
    """An event and the id of the request that it answers ("" for none)."""

    id: str
    event: Event


@dataclass(frozen=True)
class Request:
    """One request to a serving worker.

    Args:
        id: chosen by the caller; comes back with every event that answers the request. `cancel` names with it the
            request to stop ("" for all).
        op: one of `OPERATIONS`.
        job: what the operation needs, as JSON values or as the path of a file that holds them.
    """

    id: str
    op: str
    job: dict[str, Any] | str | None = None

    def to_line(self) -> bytes:
        """The request as one line."""
        return to_line({"v": PROTOCOL_VERSION, "id": self.id, "op": self.op, "job": self.job})


def read_request(values: Mapping[str, Any]) -> Request:
    """Read a request from the JSON values of its line.

    Raises:
        BadOption: it is of another protocol version, asks for an unknown operation, or is malformed.
    """
    if values.get("v") != PROTOCOL_VERSION:
        raise BadOption(
            f"The request is of protocol version {values.get('v')!r}, but this worker speaks version "
            f"{PROTOCOL_VERSION}: use a SoftSeg and an engine of the same version."
        )
    request = Request(values.get("id", ""), values.get("op", ""), values.get("job"))
    if not isinstance(request.id, str) or not isinstance(request.job, (dict, str, type(None))):
        raise BadOption("The request's id has to be a text, and its job an object or a path.")
    if request.op not in OPERATIONS:
        raise BadOption(f"The request asks for {request.op!r}, which is none of {', '.join(OPERATIONS)}.")
    return request


def message_to_line(event: Event, request_id: str = "") -> bytes:
    """Write an event as one line."""
    values = {each.name: getattr(event, each.name) for each in fields(event)}
    return to_line({"event": type(event).__name__.lower(), "id": request_id, **values})


def read_message(values: Mapping[str, Any]) -> Message:
    """Read an event from the JSON values of its line; entries that it does not know are left alone.

    Raises:
        ValueError: the event is unknown, or lacks an entry, or an entry is of the wrong type.
    """
    kind = _EVENTS.get(str(values.get("event")))
    request_id = values.get("id", "")
    if kind is None or not isinstance(request_id, str):
        raise ValueError("not an event")
    entries: dict[str, Any] = {}
    for each in fields(kind):
        if each.name in values:
            entries[each.name] = values[each.name]
            if not isinstance(entries[each.name], _TYPES[str(each.type)]):
                raise ValueError(f"{each.name} is of the wrong type")
        elif each.default is MISSING and each.default_factory is MISSING:
            raise ValueError(f"{each.name} is missing")
    return Message(request_id, kind(**entries))
