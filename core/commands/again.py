"""The command line that does a thing again."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence


def command_line(command: str, arguments: Sequence[str], options: Mapping[str, object]) -> str:
    """A line for a shell.

    Args:
        command: the word after softseg.
        arguments: what has no name.
        options: values by name like "--field"; None, "" and False are left out, True is a flag without a value.
    """
    words = ["softseg", command, *arguments]
    for name, value in options.items():
        if value is None or value is False or value == "":
            continue
        words += [name] if value is True else [name, str(value)]
    return shlex.join(words)
