"""Work as data: frozen records whose values are checked when they are made, and that travel as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, ClassVar, TypeVar

from .errors import BadOption
from .options import Check

TASK_VERSION = 1
AnyTask = TypeVar("AnyTask", bound="Task")


@dataclass(frozen=True)
class Task:
    """Base of the records. `CHECKS` has a check for every field; `FILES` names the fields whose paths must differ.

    Raises:
        BadOption: a value is of the wrong type or out of range, or two of the `FILES` are the same.
    """

    CHECKS: ClassVar[Mapping[str, Check]] = {}
    FILES: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        for option, check in self.CHECKS.items():
            object.__setattr__(self, option, check(getattr(self, option), option.replace("_", " ")))
        self._refuse_equal_paths()

    def to_dict(self) -> dict[str, Any]:
        """The task as plain JSON values; `from_dict` makes the same task of them."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {"v": TASK_VERSION, **{name: _json_value(value) for name, value in values.items()}}

    @classmethod
    def from_dict(cls: type[AnyTask], data: Any) -> AnyTask:
        """Read a task strictly from JSON values.

        Raises:
            BadOption: it is of another version, has an unknown or lacks a needed entry, or a value is not valid.
        """
        values = _versioned_values(data)
        unknown = sorted(set(values) - set(cls.CHECKS))
        if unknown:
            raise BadOption(f"The job has an unknown entry “{unknown[0]}”.")
        for each in fields(cls):
            if each.default is MISSING and each.default_factory is MISSING and values.get(each.name) is None:
                raise BadOption(f"The job lacks its {each.name}.")
        return cls(**values)

    def to_json(self) -> str:
        """The task as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    @classmethod
    def from_json(cls: type[AnyTask], text: str) -> AnyTask:
        """Read a task from JSON text; raises as `from_dict` does."""
        return cls.from_dict(read_json(text))

    def _refuse_equal_paths(self) -> None:
        roles: dict[str, str] = {}
        for role in self.FILES:
            path = getattr(self, role)
            if path is None:
                continue
            other = roles.setdefault(os.path.normcase(os.path.realpath(path)), role)
            if other != role:
                raise BadOption(f"The {role} and the {other} have the same path {path}: give each its own.")


def read_json(text: str) -> Any:
    """Read the JSON text of a job.

    Raises:
        BadOption: it is not JSON.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadOption("The job is not valid JSON.", str(error)) from error


def _versioned_values(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise BadOption("The job has to be a JSON object.")
    if data.get("v") != TASK_VERSION:
        raise BadOption(f"The job is of version {data.get('v')!r}, but this SoftSeg reads version {TASK_VERSION}.")
    return {str(key): value for key, value in data.items() if key != "v"}


def _json_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value
