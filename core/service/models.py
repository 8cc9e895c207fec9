"""What the worker does with the files of models: list, fetch, take in, check and delete them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from .. import errors
from ..folders import models_folder
from ..model_jobs import DownloadJob, ImportJob, RemoveJob, VerifyJob
from ..progress import progress_events
from ..protocol import Done, Stage
from ..vlm.hub.catalogue import entries, find_entry
from ..vlm.hub.declared import declared_values
from ..vlm.hub.download import download
from ..vlm.hub.offline import import_files
from ..vlm.hub.shelf import Shelf
from ..vlm.hub.stages import waiting_for
from ..vlm.hub.verify import verify
from .afterwards import Cancelled, Say


def list_models() -> Done:
    """Every model of the zoo in its order, as `declared_values` has it."""
    shelf = Shelf(models_folder())
    return Done(stats={"models": [declared_values(entry, shelf) for entry in entries()], "folder": str(shelf.folder)})


def download_model(job: DownloadJob, say: Say, cancelled: Cancelled) -> Done:
    """Fetch a model; raises as `core.vlm.hub.download.download` does."""
    entry, shelf = find_entry(job.name), Shelf(models_folder())
    download(entry, shelf, stage=_stages(say, cancelled), accepted=job.accepted)
    return Done({"model": str(shelf.place(entry))}, declared_values(entry, shelf))


def import_model(job: ImportJob, say: Say, cancelled: Cancelled) -> Done:
    """Take a model from files; raises as `core.vlm.hub.offline.import_files` does."""
    entry, shelf = find_entry(job.name), Shelf(models_folder())
    taken = import_files(entry, shelf, Path(job.source), stage=_stages(say, cancelled), accepted=job.accepted)
    return Done({"model": str(shelf.place(entry))}, {**declared_values(entry, shelf), "taken": list(taken)})


def verify_model(job: VerifyJob, say: Say, cancelled: Cancelled) -> Done:
    """Compare a model's files with what came first; raises as `core.vlm.hub.verify.verify` does."""
    entry, shelf = find_entry(job.name), Shelf(models_folder())
    damaged = verify(entry, shelf, stage=_stages(say, cancelled))
    return Done(stats={**declared_values(entry, shelf), "damaged": list(damaged)})


def remove_model(job: RemoveJob, say: Say, cancelled: Cancelled) -> Done:
    """Delete a model's files; raises as `core.vlm.hub.shelf.Shelf.remove` does."""
    entry, shelf = find_entry(job.name), Shelf(models_folder())
    freed = shelf.remove(entry, waiting_for(entry, _stages(say, cancelled)))
    return Done(stats={**declared_values(entry, shelf), "freed_bytes": freed})


def _stages(say: Say, cancelled: Cancelled) -> Callable[[str, str], Callable[[int, int], Any]]:
    """What begins a stage of work on a model, and stops it where the user wants to."""

    def stage(name: str, text: str) -> Callable[[int, int], None]:
        say(Stage(name, text))
        tell = progress_events(say)

        def on_progress(done: int, total: int) -> None:
            if cancelled():
                raise errors.Cancelled("The work on the model was stopped.")
            tell(done, total)

        return on_progress

    return stage
