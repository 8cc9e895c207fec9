"""What is trained: image tower, text adapter and soft-guided network, with the scales that only training needs."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor, nn

from ..softguided.compensation import FrozenGuide, compensation_loss
from ..softguided.model import SoftGuidedModel
from ..softguided.network import Decoded
from ..vlm.features import Features
from .crops import UNKNOWN
from .examples import Example
from .losses import choice_loss, class_loss, lexicon_loss, raw_cost_loss, scene_loss, taught_loss, weak_loss
from .ranks import Alone
from .recipe import LossWeights, Recipe
from .turned import TurnedTeacher
from .words import Words

_LEXICON_BATCH = 256
_ALONE = Alone()


@dataclass(frozen=True, slots=True)
class Batch:
    """B examples stacked; shapes as in `Example` with a leading B."""

    images: Tensor
    sentences: Tensor
    concepts: Tensor
    targets: Tensor
    labels: Tensor
    scenes: Tensor
    examples: tuple[Example, ...]


def stack(examples: list[Example], device: torch.device) -> Batch:
    """Stacks examples with the same number of classes and moves them to a device."""

    def stacked(name: str) -> Tensor:
        return torch.stack([getattr(example, name) for example in examples]).to(device)

    scenes = torch.tensor([example.scene for example in examples], device=device)
    return Batch(
        stacked("image"),
        stacked("sentences"),
        stacked("concepts"),
        stacked("targets"),
        stacked("labels"),
        scenes,
        tuple(examples),
    )


class Trainee(nn.Module):
    """A model, with the scale that turns its raw cosines into logits: only training needs that."""

    def __init__(self, model: SoftGuidedModel) -> None:
        super().__init__()
        self.model = model
        self.raw_gain = nn.Parameter(torch.tensor([2.0, -2.0]))

    def losses(
        self,
        batch: Batch,
        words: Words,
        recipe: Recipe,
        guide: FrozenGuide | None,
        chance: Random,
        ranks: Alone = _ALONE,
        teacher: TurnedTeacher | None = None,
    ) -> dict[str, Tensor]:
        """Weighted terms of the loss; updates the RS-bias memory on the way."""
        images = self.model.normalise(batch.images)
        features: Features = self.model.tower(images)
        texts = self.model.text.adapter(batch.sentences)
        decoded: Decoded = self.model.network(features, texts)
        terms = self._label_terms(batch, features, texts, decoded, recipe.loss)
        if self.reads_words:
            terms["lexicon"] = recipe.loss.lexicon * self.lexicon_loss(words, chance)
        if guide is not None and recipe.loss.compensation:
            gain = recipe.low_frequency_gain
            terms["compensation"] = recipe.loss.compensation * compensation_loss(
                features, guide(images), self.model.tower.spec, low_frequency_gain=gain
            )
        if teacher is not None:
            terms["turned"] = recipe.loss.turned * taught_loss(decoded.logits.float(), teacher(images, batch.sentences))
        self._remember(features, batch, recipe.memory_rate, ranks)
        return terms

    @property
    def reads_words(self) -> bool:
        """Whether the text side learns."""
        return any(parameter.requires_grad for parameter in self.model.text.adapter.parameters())

    def _label_terms(
        self, batch: Batch, features: Features, texts: Tensor, decoded: Decoded, weight: LossWeights
    ) -> dict[str, Tensor]:
        """What labels say, without the terms that weigh nothing."""
        logits = decoded.logits.float()
        terms = {"class": class_loss(logits, batch.targets)}
        if weight.choice:
            terms["choice"] = weight.choice * choice_loss(logits, batch.targets)
        if weight.raw:
            terms["raw"] = weight.raw * raw_cost_loss(decoded.costs.float(), batch.targets, self.raw_gain)
        terms["weak"] = weak_loss(logits, [example.weak for example in batch.examples])
        if weight.scene:
            pooled = features.pooled.float()
            found = scene_loss(pooled, texts.float(), batch.concepts, batch.scenes, self.raw_gain)
            terms["scene"] = weight.scene * found
        return terms

    def lexicon_loss(self, words: Words, chance: Random) -> Tensor:
        """Contrast of random phrases; the text side alone."""
        sentences, concepts = words.draw_many(_LEXICON_BATCH, chance)
        device = self.raw_gain.device
        texts = self.model.text.adapter(sentences.to(device)).float()
        return lexicon_loss(texts, concepts.to(device), words.relation.to(device))

    def _remember(self, features: Features, batch: Batch, rate: float, ranks: Alone) -> None:
        """Shows the RS-bias memory the features of all processes, with labels sampled at the cells' centres."""
        bias = self.model.network.bias
        if not bias.names:
            return
        cell = batch.labels.shape[-1] // features.dense.shape[-1]
        labels = batch.labels[:, cell // 2 :: cell, cell // 2 :: cell].long()
        labels = labels.where(labels >= 0, UNKNOWN)
        bias.update(ranks.gather(features.dense.detach()), ranks.gather(labels), rate)

    @torch.no_grad()
    def remember_texts(self, words: Words) -> None:
        """Gives every memory prototype the mean text of its concept's phrases."""
        if not self.model.network.bias.names:
            return
        was = self.model.text.adapter.training
        self.model.text.adapter.eval()
        for concept, (first, last) in enumerate(words.spans):
            texts = self.model.text.adapter(words.vectors[first:last, 0].to(self.raw_gain.device)).mean(dim=0)
            self.model.network.bias.remember_text(concept, texts)
        self.model.text.adapter.train(was)
