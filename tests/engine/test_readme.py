"""What the README says can be typed: its commands have the options that it gives them, and its class table is one."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import typer.main
from PIL import Image

from core.cli import app
from core.train.datasets import open_datasets

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def _lines() -> list[list[str]]:
    joined = "\n".join(_blocks("")).replace("\\\n", " ")
    return [shlex.split(line, comments=True) for line in joined.splitlines() if line.startswith("softseg ")]


def test_the_readme_has_commands() -> None:
    assert len(_lines()) >= 10


@pytest.mark.parametrize("words", _lines(), ids=lambda words: " ".join(words[:3]))
def test_every_command_of_the_readme_has_its_options(words: list[str]) -> None:
    command: Any = typer.main.get_command(app)
    arguments = words[1:]
    while arguments and arguments[0] in getattr(command, "commands", {}):
        command = command.commands[arguments.pop(0)]
    context = command.make_context(words[1], arguments)
    assert not context.args


def test_the_class_table_of_the_readme_is_read(tmp_path: Path) -> None:
    (table,) = _blocks("toml")
    for name, values in (("images", np.zeros((4, 4, 3), np.uint8)), ("masks", np.full((4, 4), 2, np.uint8))):
        (tmp_path / "town" / name).mkdir(parents=True)
        Image.fromarray(values).save(tmp_path / f"town/{name}/north.png")
    (tmp_path / "town/classes.toml").write_text(table, encoding="utf-8")
    (image,) = open_datasets(tmp_path).training.dense
    assert (image.source, [label.name for label in image.classes]) == ("town", ["building", "tree"])
    assert image.load()[1].max() == 2
