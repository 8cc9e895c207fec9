"""What an ablation leaves behind: results.json and results.csv for programs, ablation.md for people."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...errors import BadOutput
from .figures import Estimate
from .plan import Plan, Variant
from .result import RunResult
from .table import BETTER, MISSING, REFERENCE, UNSHOWN, WORSE, Row, rows_of

REPORT_FILES = ("results.json", "results.csv", "ablation.md")
_APART = "Percentage points, seed by seed and picture by picture; ▲ better, ▼ worse with the whole interval."
_METER = "Mean cosine of the pooled features at the end of training: 1 is untouched, a fall warns of collapse."
_SIGNS = {BETTER: " ▲", WORSE: " ▼"}


def write_report(plan: Plan, results: Sequence[RunResult], folder: Path, command: str) -> list[Row]:
    """Writes the three files over what has been run so far; gives the table.

    Raises:
        BadOutput: the folder cannot be written.
    """
    rows = rows_of(plan, results)
    texts = (_json(plan, results, rows, command), _csv(rows), markdown(plan, results, rows, command))
    try:
        for name, text in zip(REPORT_FILES, texts, strict=True):
            part = folder / f"{name}.part"
            part.write_text(text, encoding="utf-8")
            part.replace(folder / name)
    except OSError as error:
        raise BadOutput(f"The report cannot be written to {folder}: {error.strerror or error}.") from error
    return rows


def markdown(plan: Plan, results: Sequence[RunResult], rows: Sequence[Row], command: str) -> str:
    """The report for people: figures, differences, what helps and what does not."""
    names = [judgement.name for judgement in plan.judgements]
    variants = [v for v in plan.variants if any(row.variant == v.name for row in rows)]
    cells = {(row.variant, row.judgement): row for row in rows}
    told = [each for v in variants[1:] for each in _sentences(v, [cells[v.name, name] for name in names])]
    failed = [f"{each.variant}, seed {each.seed}: {each.failure}" for each in results if each.failure]
    beside = _table(names, variants[1:], lambda v, j: _apart(cells[v, j]))
    sections = (
        ("", [f"`{command}`", "", _budget(plan, results), *_held_out(plan)]),
        ("", _table(names, variants, lambda v, j: _figure(cells[v, j].figure))),
        (f"Beside {plan.variants[0].name}", [_APART, "", *beside] if variants[1:] else []),
        ("What helps, and what does not", [f"- {each}" for each in told]),
        ("Between guide and student", [_METER, "", *(f"- {v.name}: {_collapse(v, results)}" for v in variants)]),
        ("Runs without a figure", [f"- {each}" for each in failed]),
    )
    lines = ["# What each part of the network is worth", ""]
    for heading, body in sections:
        if body:
            lines += [*([f"## {heading}", ""] if heading else []), *body, ""]
    return "\n".join(lines).rstrip() + "\n"


def _budget(plan: Plan, results: Sequence[RunResult]) -> str:
    recipe, runs = plan.variants[0].recipe, len(plan.variants) * len(plan.seeds)
    return (
        "Mean IoU in percent, with 95 % intervals over seeds and pictures together. "
        f"Each run: {recipe.steps} steps of {recipe.batch} crops of {recipe.crop} px. "
        f"{len(results)} of {runs} runs are done, in {sum(result.minutes for result in results):.0f} minutes."
    )


def _held_out(plan: Plan) -> list[str]:
    recipe = plan.variants[0].recipe
    out = [name for name, often in recipe.mixture.items() if not often]
    told = []
    if recipe.held_out:
        told.append(f"Held out of training with all their kinds, and judged as unseen: {', '.join(recipe.held_out)}.")
    if out:
        told.append(f"Data sets kept out of training: {', '.join(out)}.")
    return ["", " ".join(told)] if told else []


def _table(names: Sequence[str], variants: Sequence[Variant], cell: Any) -> list[str]:
    head = ["| variant | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    return head + [f"| {v.name} | " + " | ".join(cell(v.name, name) for name in names) + " |" for v in variants]


def _figure(figure: Estimate) -> str:
    if math.isnan(figure.value):
        return "–"
    return f"{100 * figure.value:.1f} [{100 * figure.low:.1f}, {100 * figure.high:.1f}]"


def _apart(row: Row) -> str:
    if row.verdict in (MISSING, REFERENCE):
        return "–"
    apart = row.difference
    return f"{100 * apart.value:+.1f} [{100 * apart.low:+.1f}, {100 * apart.high:+.1f}]{_SIGNS.get(row.verdict, '')}"


def _sentences(variant: Variant, rows: Sequence[Row]) -> list[str]:
    """What a variant tells of the part that it lacks or adds."""
    where = {verdict: [row.judgement for row in rows if row.verdict == verdict] for verdict in (BETTER, WORSE, UNSHOWN)}
    parts = []
    if variant.without:
        parts.append((variant.without, where[WORSE], where[BETTER]))
    if variant.adds:
        parts.append((variant.adds, where[BETTER], where[WORSE]))
    if not parts:
        parts.append((variant.name, where[BETTER], where[WORSE]))
    return [_said(what, helps, hurts, where[UNSHOWN]) for what, helps, hurts in parts]


def _said(what: str, helps: Sequence[str], hurts: Sequence[str], unshown: Sequence[str]) -> str:
    told = [("helps on", helps), ("hurts on", hurts), ("shows no difference on", unshown)]
    said = "; ".join(f"{verb} {', '.join(names)}" for verb, names in told if names)
    return f"**{what}** {said or 'has no figures yet'}."


def _collapse(variant: Variant, results: Sequence[RunResult]) -> str:
    values = [r.collapse for r in results if r.variant == variant.name and r.collapse is not None]
    return f"{sum(values) / len(values):.3f}" if values else "no guide"


def _csv(rows: Sequence[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    ends = ("value", "low", "high")
    writer.writerow(("variant", "judgement", "seeds", *ends, *(f"difference_{end}" for end in ends), "verdict"))
    for row in rows:
        numbers = [getattr(each, end) for each in (row.figure, row.difference) for end in ends]
        shown = ["" if math.isnan(number) else f"{number:.6f}" for number in numbers]
        writer.writerow((row.variant, row.judgement, row.seeds, *shown, row.verdict))
    return text.getvalue()


def _json(plan: Plan, results: Sequence[RunResult], rows: Sequence[Row], command: str) -> str:
    values = {
        "command": command,
        "seeds": plan.seeds,
        "judgements": [asdict(judgement) for judgement in plan.judgements],
        "variants": [{"name": v.name, "without": v.without, "adds": v.adds} for v in plan.variants],
        "rows": [asdict(row) for row in rows],
        "runs": [
            {"variant": r.variant, "seed": r.seed, "minutes": r.minutes, "losses": r.losses, "collapse": r.collapse,
             "failure": r.failure}
            for r in results
        ],
    }  # fmt: skip
    return json.dumps(_without_nan(values), indent=1, ensure_ascii=False) + "\n"


def _without_nan(value: Any) -> Any:
    """JSON has no word for what is no number but null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _without_nan(each) for key, each in value.items()}
    return [_without_nan(each) for each in value] if isinstance(value, list | tuple) else value
