"""Class texts: typed words through templates and the text tower to unit vectors, remembered on disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional as F

from ..cache import TextCache
from ..classes import ClassList
from .queries import Queries
from .templates import fill, template_set


class Encoder(Protocol):
    """What turns sentences into unit vectors (N, C)."""

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors."""
        ...


def class_texts(
    encoder: Encoder, classes: ClassList, template: str | tuple[str, ...], cache: TextCache | None = None
) -> Tensor:
    """(T, C) unit vectors: the mean over a class's prompts and the templates, as CLIP does it.

    Args:
        encoder: the model.
        classes: T classes with their prompts.
        template: name of a template set, or the sentences themselves.
        cache: vectors of sentences met before.
    """
    return query_texts(encoder, Queries.of(classes), template, cache)


def query_texts(
    encoder: Encoder, queries: Queries, template: str | tuple[str, ...], cache: TextCache | None = None
) -> Tensor:
    """(Q, C) unit vectors: the mean over a query's phrases and the templates; arguments as `class_texts`."""
    templates = template_set(template) if isinstance(template, str) else template
    sentences = [[text for phrase in phrases for text in fill(templates, phrase)] for phrases in queries.phrases]
    vectors = _encode({text for each in sentences for text in each}, encoder, cache)
    means = [torch.stack([vectors[text] for text in each]).mean(dim=0) for each in sentences]
    return F.normalize(torch.stack(means), dim=-1)


def _encode(sentences: set[str], encoder: Encoder, cache: TextCache | None) -> dict[str, Tensor]:
    known = cache.get(sentences) if cache is not None else {}
    unknown = sorted(sentences - known.keys())
    if unknown:
        new = dict(zip(unknown, encoder.encode_texts(unknown), strict=True))
        if cache is not None:
            cache.put(new)
        known = {**known, **new}
    return known
