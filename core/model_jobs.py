"""Work on the files of models as data: fetch one, take one from files that are here already, check or delete one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from . import options
from .task import Task


@dataclass(frozen=True)
class DownloadJob(Task):
    """Fetch a model of the zoo, or what of it is still missing.

    Args:
        name: its id in the zoo.
        accepted: the user agrees to what speaks against it.
    """

    name: str
    accepted: bool = False

    CHECKS: ClassVar[Mapping[str, options.Check]] = {"name": options.text, "accepted": options.flag}


@dataclass(frozen=True)
class ImportJob(Task):
    """Take a model of the zoo from files that came in another way.

    Args:
        name: its id in the zoo.
        source: a folder that holds its files, or one of them.
        accepted: the user agrees to what speaks against it.
    """

    name: str
    source: str
    accepted: bool = False

    CHECKS: ClassVar[Mapping[str, options.Check]] = {
        "name": options.text,
        "source": options.path,
        "accepted": options.flag,
    }


@dataclass(frozen=True)
class VerifyJob(Task):
    """Read the files of a model of the zoo, and compare them with what came first.

    Args:
        name: its id in the zoo.
    """

    name: str

    CHECKS: ClassVar[Mapping[str, options.Check]] = {"name": options.text}


@dataclass(frozen=True)
class RemoveJob(Task):
    """Delete the files of a model of the zoo.

    Args:
        name: its id in the zoo.
    """

    name: str

    CHECKS: ClassVar[Mapping[str, options.Check]] = {"name": options.text}
