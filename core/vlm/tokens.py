"""Sentences to token ids, as each text tower was trained to read them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from open_clip.tokenizer import SimpleTokenizer, get_clean_fn
from tokenizers import Tokenizer
from torch import Tensor

from ..errors import NoModel

Tokenise = Callable[[Sequence[str]], Tensor]
"""N sentences to (N, length) token ids."""


def clip_tokens(context_length: int) -> Tokenise:
    """CLIP's byte pairs, in lower case; the end token is kept where a sentence is cut, and zeros follow it."""
    tokenizer = SimpleTokenizer(context_length=context_length)
    return lambda sentences: tokenizer(list(sentences))


def file_tokens(files: Mapping[str, Path], context_length: int, clean: str, pad_id: int | None = None) -> Tokenise:
    """The tokens of a `tokenizer.json`, padded to the context length.

    Args:
        files: the tokenizer's files by name.
        context_length: tokens of each row.
        clean: "whitespace" or "canonicalize" (no punctuation, lower case), before the tokenizer's own steps.
        pad_id: what pads; None: the token that the tokenizer's files name.

    Raises:
        NoModel: `tokenizer.json` is missing or damaged, or names no padding token.
    """
    if "tokenizer.json" not in files:
        raise NoModel("The file tokenizer.json of the model is missing: download it again.")
    path = files["tokenizer.json"]
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises bare Exception
        raise NoModel(f"{path} is damaged: download it again.", str(error)) from error
    pad = _padding_id(tokenizer, files) if pad_id is None else pad_id
    tokenizer.enable_truncation(context_length)
    tokenizer.enable_padding(pad_id=pad, pad_token=tokenizer.id_to_token(pad) or "", length=context_length)
    cleaned = get_clean_fn(clean)

    def tokenise(sentences: Sequence[str]) -> Tensor:
        rows = tokenizer.encode_batch([cleaned(sentence) for sentence in sentences])
        return torch.tensor([row.ids for row in rows])

    return tokenise


def _padding_id(tokenizer: Any, files: Mapping[str, Path]) -> int:
    """The padding token that the files declare."""
    for name in ("tokenizer_config.json", "special_tokens_map.json"):
        if name in files:
            token = _named_token(files[name], "pad_token")
            if token is not None and tokenizer.token_to_id(token) is not None:
                return int(tokenizer.token_to_id(token))
    if tokenizer.padding is not None:
        return int(tokenizer.padding["pad_id"])
    raise NoModel("The tokenizer of the model does not say which token pads a sentence: its files are incomplete.")


def _named_token(path: Path, name: str) -> str | None:
    """A special token by its name; files hold it as text or as an object with the text inside."""
    try:
        token = json.loads(path.read_text(encoding="utf-8")).get(name)
    except (OSError, ValueError, AttributeError) as error:
        raise NoModel(f"{path} is damaged: download it again.", str(error)) from error
    return token.get("content") if isinstance(token, dict) else token
