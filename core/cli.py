"""The door for people and scripts: the command `softseg`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stdout
from typing import Annotated, Any

import typer
from rich.console import Console
from typer.exceptions import TyperException

from .commands.ablate import ablate
from .commands.batch import batch
from .commands.bench import bench
from .commands.calibrate import calibrate
from .commands.compare import compare
from .commands.evaluate import evaluate
from .commands.models import app as models
from .commands.polygons import polygons
from .commands.probe import probe
from .commands.redecide import redecide
from .commands.segment import segment
from .commands.train import train
from .commands.work import Answer
from .errors import BadOption, Cancelled, SoftSegError
from .failures import explain
from .lines import to_line
from .process import whole_process
from .version import version

app = typer.Typer(
    name="softseg",
    help="Type class names, get a georeferenced class map. Everything runs on this machine.",
    add_completion=False,
)
for command in (segment, batch, polygons, redecide, calibrate, train, ablate, evaluate, compare, bench, probe):
    app.command()(command)
app.add_typer(models, name="models")


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    if show_version:
        typer.echo(f"softseg {version()}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit code: 0 done, 2 bad input, 1 our fault, 130 cancelled."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in words
    _print_anything(sys.stdout, sys.stderr)
    try:
        with _chatter_on_stderr() if as_json else nullcontext():
            answer = app(words, prog_name="softseg", standalone_mode=False)
        if answer == Cancelled.exit_code:  # what typer makes of an interrupt
            raise KeyboardInterrupt
        if isinstance(answer, Answer):
            _print_json(answer.values) if as_json else Console().print(answer.view)
    except BaseException as error:  # whatever happens, people get a sentence and programs a code
        if isinstance(error, BrokenPipeError) or isinstance(error.__context__, BrokenPipeError):
            _close_output()  # nobody reads on, as behind `| head`
            return 1
        return _tell_failure(_failure(error), as_json)
    return answer.exit_code if isinstance(answer, Answer) else 0


def _failure(error: BaseException) -> SoftSegError:
    """An exception as one of ours, those of the command line's own grammar and of its questions too."""
    if isinstance(error, TyperException):
        context = getattr(error, "ctx", None)
        place = context.command_path if context else "softseg"
        return BadOption(f"{error.format_message().rstrip('.')}: see {place} --help.")
    return explain(KeyboardInterrupt() if isinstance(error, typer.Abort) else error)


def _tell_failure(failure: SoftSegError, as_json: bool) -> int:
    typer.echo(failure.text, err=True)
    if failure.code == "internal" and failure.detail:
        typer.echo(failure.detail, err=True)
    if as_json:
        _print_json({"error": {"code": failure.code, "text": failure.text, "detail": failure.detail}})
    return failure.exit_code


def _print_json(values: dict[str, Any]) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(to_line(values))
    sys.stdout.buffer.flush()


def _close_output() -> None:
    """Lets what is still to be printed vanish, so that Python does not complain of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _print_anything(*streams: Any) -> None:
    """Let a stream escape what its encoding lacks, such as an undecodable file name or an emoji on an old console."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def _chatter_on_stderr() -> Iterator[None]:
    """Send what libraries print, native ones too, to standard error, so that standard output holds JSON only."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def script() -> int:
    """What the installed command calls: `main` in a process of its own."""
    with whole_process():
        return main()


if __name__ == "__main__":
    sys.exit(script())
