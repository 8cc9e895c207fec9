"""The result of one run of an ablation, kept in a file of its own, so that an ablation goes on where it stopped."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import BadOutput
from ...evaluate.metrics import Confusion

RESULT_FILE = "result.json"


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of one training.

    Args:
        variant: its name.
        seed: its seed.
        run: the id of recipe, data and judgements.
        minutes: how long training and judging took.
        counts: by `Judgement.asked`, the counts (K, K + 1) of each picture.
        seen: by `Judgement.asked`, whether each class was seen in training.
        losses: the last running means.
        collapse: the last cosine between guide and student; None without a guide.
        failure: why there is no model; "" if there is one.
    """

    variant: str
    seed: int
    run: str
    minutes: float
    counts: dict[str, list[list[list[int]]]] = field(default_factory=dict)
    seen: dict[str, list[bool]] = field(default_factory=dict)
    losses: dict[str, float] = field(default_factory=dict)
    collapse: float | None = None
    failure: str = ""

    def confusions(self, asked: str) -> tuple[Confusion, ...]:
        """One confusion a picture."""
        return tuple(Confusion(np.array(counts, np.int64)) for counts in self.counts[asked])


def write_result(result: RunResult, folder: Path) -> None:
    """Writes a result in one piece.

    Raises:
        BadOutput: the folder cannot be written.
    """
    path = folder / RESULT_FILE
    part = path.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False), encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise BadOutput(f"The result {path} cannot be written: {error.strerror or error}.") from error


def read_result(folder: Path) -> RunResult | None:
    """The result in a folder; None if there is none, or none that can be read."""
    try:
        values: dict[str, Any] = json.loads((folder / RESULT_FILE).read_text(encoding="utf-8"))
        return RunResult(**values)
    except (OSError, ValueError, TypeError):
        return None
