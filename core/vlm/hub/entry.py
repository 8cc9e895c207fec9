"""One model of the zoo as declared: where its files are, how it is built and fed, its licence, how well it did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from ...errors import NoModel
from ...fingerprint import plain
from ...spectrum import PICTURE, RGB, SENTINEL_2
from .strict import Misfit, read_record

ACTIVATIONS = ("quick_gelu", "gelu", "gelu_tanh")
LAYOUTS = ("bare", "training", "lightning", "itra", "mixin", "openai_jit", "transformers_siglip")
ROLES = ("weights", "tokenizer", "text_config", "model_config")
TEXT_KINDS = ("clip", "longclip", "siglip", "hf")
COMMERCIAL = ("yes", "no", "unclear")

_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_REPO = re.compile(r"[\w.-]+(?:/[\w.-]+)?")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file of a model.

    Args:
        role: what it is for, one of `ROLES`.
        names: its path in the repository; several where it is not known which is there: the first one found is taken.
        repo: the repository on the hub; None: the file has an address of its own.
        url: that address; ``{name}`` in it stands for the name.
        revision: the commit (40 hex digits); None: not known before the first download, which records it.
        sha256: digest of the whole file as served; None: recorded at first sight, checked from then on.
        size_bytes: about how large it is; None: not known.
        member: the file to take out of the zip archive that is served; "" for a file that is no archive.
        optional: whether the model works without it.
    """

    role: str
    names: tuple[str, ...]
    repo: str | None = None
    url: str | None = None
    revision: str | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    member: str = ""
    optional: bool = False

    def __post_init__(self) -> None:
        for spaced in ("repo", "revision", "sha256"):  # as in the file that ships, see core.fingerprint
            object.__setattr__(self, spaced, getattr(self, spaced) and plain(getattr(self, spaced)))
        _one_of("role", self.role, ROLES)
        _require(bool(self.names) and all(map(_is_relative, self.names)), "names have to be relative paths")
        _require((self.repo is None) != (self.url is None), "either repo or url has to be given")
        _require(self.repo is None or _REPO.fullmatch(self.repo) is not None, "repo has to be owner/name")
        _require(self.url is None or self.url.startswith("https://"), "url has to begin with https://")
        _require(self.revision is None or _COMMIT.fullmatch(self.revision) is not None, "revision has to be a commit")
        _require(self.sha256 is None or _SHA256.fullmatch(self.sha256) is not None, "sha256 has to be 64 hex digits")
        _require(self.size_bytes is None or self.size_bytes > 0, "size_bytes has to be positive")
        _require(not self.member or _is_relative(self.member), "member has to be a relative path")

    @property
    def kept_sha256(self) -> str | None:
        """The digest that the file as kept has to have; None where none is declared, as for what is in an archive."""
        return None if self.member else self.sha256

    @property
    def local_names(self) -> tuple[str, ...]:
        """Under which names it is kept, most wanted first: those of its last path parts, or of its archive member."""
        return tuple(PurePosixPath(name).name for name in ((self.member,) if self.member else self.names))


@dataclass(frozen=True, slots=True)
class TextTower:
    """How a model reads text.

    Args:
        kind: "clip" (causal, BPE of 49,408 tokens), "longclip" (the same with two merged position tables), "siglip",
            or "hf" (a transformer of its own kind, from `hf_config`).
        context_length: positions, tokens.
        languages: ISO 639-1 codes of what it was trained to read.
        tokenizer: "clip_bpe" (in open_clip) or "files" (the entry's files of role tokenizer).
        hf_model: name of the text transformer's configuration on the hub; "" where there is none.
        pad: "zero" after the end token, or "pad_token", always to the context length.
    """

    kind: str
    context_length: int
    languages: tuple[str, ...]
    tokenizer: str = "clip_bpe"
    hf_model: str = ""
    pad: str = "zero"

    def __post_init__(self) -> None:
        _one_of("kind", self.kind, TEXT_KINDS)
        _one_of("tokenizer", self.tokenizer, ("clip_bpe", "files"))
        _one_of("pad", self.pad, ("zero", "pad_token"))
        _require(self.context_length > 0, "context_length has to be positive")
        _require(bool(self.languages), "languages must not be empty")
        _require((self.kind == "hf") == bool(self.hf_model), "hf_model belongs to the kind hf, and only to it")


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the weights, as far as a page of their publisher shows it.

    Args:
        id: SPDX identifier or the publisher's own tag; None: none is stated.
        text: one sentence for people.
        commercial: "yes", "no" or "unclear".
        verified: whether the weights' own page states it.
    """

    id: str | None
    text: str
    commercial: str
    verified: bool

    def __post_init__(self) -> None:
        _one_of("commercial", self.commercial, COMMERCIAL)
        _require(bool(self.text), "text must not be empty")
        _require(self.id is not None or self.commercial != "yes", "commercial use needs a stated licence")


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure: what was measured, the value as printed, and where it is printed."""

    what: str
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One model of the zoo.

    Args:
        id: what people type ("farslip1-b16").
        title: its name as published.
        family: the publication it belongs to ("FarSLIP").
        what: one line that says what it is good for.
        architecture: the open_clip model configuration with the same shapes ("ViT-B-16-quickgelu").
        files: everything that is fetched; exactly one is of role weights.
        image_size: side of the training image, px.
        patch: side of a patch or the stride of the deepest features, px.
        mean, std: normalisation of the bands: of a picture in 0..1, else in 10,000 times the reflectance.
        text: how it reads text.
        activation: one of `ACTIVATIONS`; None: not known, so it has to be chosen by whoever loads the model.
        activation_verified: whether the publisher's code or configuration says so.
        layout: how the tensors are named and wrapped, one of `LAYOUTS`; None: not seen, so the names decide.
        licence: of the weights.
        open_clip_tag: the pretrained tag that open_clip lists for this file; "" where it lists none.
        bands: what the image channels are, in order: red, green and blue, or bands of Sentinel-2 ("B02"), of which
            those of a picture may not be missing.
        logit_scale: what published dense inference multiplies cosines with; None: the checkpoint's own.
        templates: sentences around a class name that its publishers use; empty: nothing is stated.
        ground_m: finest and coarsest ground sampling distance it suits, m/px; None: nothing is stated.
        figures: published figures.
        notes: what one should know before relying on it.
    """

    id: str
    title: str
    family: str
    what: str
    architecture: str
    files: tuple[RemoteFile, ...]
    image_size: int
    patch: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    text: TextTower
    activation: str | None
    activation_verified: bool
    layout: str | None
    licence: Licence
    open_clip_tag: str = ""
    bands: tuple[str, ...] = RGB
    logit_scale: float | None = None
    templates: tuple[str, ...] = ()
    ground_m: tuple[float, float] | None = None
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _require(_ID.fullmatch(self.id) is not None, "id has to be lower-case words with hyphens")
        _require(all((self.title, self.family, self.what, self.architecture)), "no description may be empty")
        _require([file.role for file in self.files].count("weights") == 1, "one file has to be of role weights")
        local = [name for file in self.files for name in file.local_names]
        _require(len(set(local)) == len(local), "file names repeat")
        _require(self.image_size > 0 and self.patch > 0, "image_size and patch have to be positive")
        _require(len(self.mean) == len(self.std) == len(self.bands), "mean and std need one value for each band")
        fits = self.bands == RGB or ({*PICTURE} <= {*self.bands} <= {*SENTINEL_2})
        _require(fits and len(set(self.bands)) == len(self.bands), "bands have to be a picture's, or Sentinel-2's")
        _require(all(value > 0 for value in self.std), "std has to be positive")
        _require(self.activation is not None or not self.activation_verified, "no activation cannot be verified")
        for name, value, allowed in (("activation", self.activation, ACTIVATIONS), ("layout", self.layout, LAYOUTS)):
            _require(value is None or value in allowed, f"{name} has to be one of {', '.join(allowed)}")
        _require(all("{}" in each for each in self.templates), "each template has to hold {}")
        roles = [file.role for file in self.files]
        _require((self.text.tokenizer == "files") == ("tokenizer" in roles), "tokenizer and its files disagree")

    @classmethod
    def from_dict(cls, values: Any) -> Entry:
        """Read an entry from JSON values.

        Raises:
            NoModel: an entry is missing, unknown or unfit.
        """
        name = values.get("id") if isinstance(values, dict) else None
        try:
            return read_record(cls, values, f"the model “{name}”" if isinstance(name, str) else "a model")
        except Misfit as error:
            raise NoModel(f"The list of models is damaged: {error}.") from error

    @property
    def weights(self) -> RemoteFile:
        """The file that holds the tensors."""
        return next(file for file in self.files if file.role == "weights")

    @property
    def size_bytes(self) -> int | None:
        """About how much is downloaded; None where the weights' size is not known."""
        if self.weights.size_bytes is None:
            return None
        return sum(file.size_bytes or 0 for file in self.files)


def _require(condition: bool, text: str) -> None:
    if not condition:
        raise ValueError(text)


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    _require(value in allowed, f"{name} has to be one of {', '.join(allowed)}")


def _is_relative(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
