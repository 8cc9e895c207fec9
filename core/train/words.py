"""The words of training: every phrase of the lexicon as sentence vectors, and how concepts relate as labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

import torch
from torch import Tensor

from ..errors import BadOption
from ..text.lexicon import Lexicon
from ..text.templates import TEMPLATES

NEGATIVE, IGNORED, POSITIVE, SIMILAR = 0, 1, 2, 3
_TEMPLATES_A_PHRASE = 4
_BARE_PHRASE_SHARE = 0.5
_SENTENCES_AT_ONCE = 1024


@dataclass(frozen=True, slots=True)
class Words:
    """Sentence vectors of all phrases and the relation of concepts.

    Args:
        concepts: ids; index i stands for `concepts[i]` everywhere in training.
        vectors: (N, 1 + templates, D) of every phrase, bare first.
        concept_of: (N,) concept index of each phrase.
        spans: per concept, its phrases' range (first, last + 1).
        relation: (K, K) of label concept to text concept: POSITIVE, NEGATIVE, IGNORED or SIMILAR.
        surroundings: (K, K) likewise, where the label names what is somewhere near: NEGATIVE or IGNORED.
    """

    concepts: tuple[str, ...]
    vectors: Tensor
    concept_of: Tensor
    spans: tuple[tuple[int, int], ...]
    relation: Tensor
    surroundings: Tensor

    def index(self, concept: str) -> int:
        """Index of a concept id."""
        return self.concepts.index(concept)

    def kinds(self, concepts: Sequence[str]) -> frozenset[int]:
        """Indices of concepts and of all that shows them: their kinds, and what is made of them.

        Raises:
            BadOption: there is no such concept.
        """
        for concept in concepts:
            if concept not in self.concepts:
                raise BadOption(f"The recipe holds out “{concept}”, which is no concept of the lexicon.")
        columns = [self.index(concept) for concept in concepts]
        shown: list[int] = (self.relation[:, columns] == POSITIVE).any(dim=1).nonzero().flatten().tolist()
        return frozenset(shown)

    def draw(self, concept: int, chance: Random, canonical: float = 0.3) -> Tensor:
        """Sentence vector (D,) of a random phrase of a concept, in a random template or bare."""
        first, last = self.spans[concept]
        phrase = first if chance.random() < canonical else chance.randrange(first, last)
        dressed = chance.randrange(1, self.vectors.shape[1])
        return self.vectors[phrase, 0 if chance.random() < _BARE_PHRASE_SHARE else dressed]

    def draw_many(self, count: int, chance: Random) -> tuple[Tensor, Tensor]:
        """Random phrases of random concepts: (count, D) sentence vectors and (count,) concept indices."""
        concepts = [chance.randrange(len(self.concepts)) for _ in range(count)]
        return torch.stack([self.draw(c, chance, canonical=0.0) for c in concepts]), torch.tensor(concepts)

    @property
    def centre(self) -> Tensor:
        """Mean sentence vector (D,): what all land-cover phrases share."""
        return self.vectors.mean(dim=(0, 1))


class SentenceEncoder(Protocol):
    """What turns sentences into vectors (N, D)."""

    def encode(self, sentences: Sequence[str]) -> Tensor:
        """(N, D) vectors."""
        ...


def gather_words(
    lexicon: Lexicon,
    encoder: SentenceEncoder,
    seed: int = 0,
    on_share: Callable[[float], None] = lambda share: None,
) -> Words:
    """Encodes the lexicon, each phrase bare and in a few templates; `on_share` hears what share is done."""
    chance = Random(seed)  # nosec B311 # no secret: repeatable draws for training
    ids = tuple(concept.id for concept in lexicon.concepts.values())
    sentences: list[str] = []
    owner: list[int] = []
    spans: list[tuple[int, int]] = []
    for index, concept in enumerate(lexicon.concepts.values()):
        spans.append((len(owner), len(owner) + len(concept.phrases)))
        for phrase in concept.phrases:
            dressed = [template.format(phrase) for template in chance.sample(TEMPLATES, _TEMPLATES_A_PHRASE)]
            sentences += [phrase, *dressed]
            owner.append(index)
    encoded = torch.cat(list(_encoded(sentences, encoder, on_share)))
    vectors = encoded.reshape(len(owner), 1 + _TEMPLATES_A_PHRASE, -1).clone()
    return Words(ids, vectors, torch.tensor(owner), tuple(spans), relation_of(lexicon), surroundings_of(lexicon))


def _encoded(sentences: Sequence[str], encoder: SentenceEncoder, on_share: Callable[[float], None]) -> Iterator[Tensor]:
    for start in range(0, len(sentences), _SENTENCES_AT_ONCE):
        on_share(start / len(sentences))
        yield encoder.encode(sentences[start : start + _SENTENCES_AT_ONCE])


def relation_of(lexicon: Lexicon) -> Tensor:
    """(K, K) uint8: what a pixel labelled with the row's concept says of a text of the column's concept.

    POSITIVE for the concept itself, what it is a kind of and what it is made of; NEGATIVE for what cannot be there;
    IGNORED for what may be; SIMILAR for look-alikes and for areas that may hold it: they may be there too, but where
    both are typed the label's own word should win.
    """
    ids = list(lexicon.concepts)
    relation = torch.full((len(ids), len(ids)), NEGATIVE, dtype=torch.uint8)
    for row, label in enumerate(ids):
        positive = lexicon.shown_by(label)
        compatible = lexicon.compatible(label)
        similar = set(lexicon.concepts[label].looks_like) | lexicon.containers(label)
        for column, text in enumerate(ids):
            if text in positive:
                relation[row, column] = POSITIVE
            elif text in similar:
                relation[row, column] = SIMILAR
            elif text in compatible:
                relation[row, column] = IGNORED
    return relation


def surroundings_of(lexicon: Lexicon) -> Tensor:
    """(K, K) uint8: NEGATIVE for what cannot be in a scene that is named after the row's concept, else IGNORED."""
    ids = list(lexicon.concepts)
    relation = torch.full((len(ids), len(ids)), NEGATIVE, dtype=torch.uint8)
    for row, label in enumerate(ids):
        areas = lexicon.containers(label)
        possible = lexicon.compatible(label).union(areas, *(lexicon.compatible(area) for area in areas))
        relation[row, [column for column, text in enumerate(ids) if text in possible]] = IGNORED
    return relation
