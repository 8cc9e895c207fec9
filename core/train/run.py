"""One training run in memory: what is trained, its average, its optimiser and its guide, a step at a time."""

from __future__ import annotations

import copy
import math
from random import Random

import torch
from torch import Tensor, nn

from ..errors import BadOption
from ..softguided.compensation import FrozenGuide, collapse_meter
from .checkpoint import Checkpoint
from .examples import Example
from .fine_tune import trunk_of
from .ranks import Alone
from .recipe import Recipe
from .trainee import Batch, Trainee, stack
from .turned import TurnedTeacher
from .words import Words

_MEMORY = 0.95  # of the running means that are reported
_ALONE = Alone()


class Diverged(BadOption):
    """The loss of a training is no longer a number."""


class Average:
    """Exponential moving average of a trainee's tensors; what is saved and judged."""

    def __init__(self, module: Trainee, decay: float) -> None:
        self.module = copy.deepcopy(module).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, module: nn.Module, step: int) -> None:
        """Moves towards the module; early steps count more, so that the start is forgotten."""
        decay = min(self.decay, (1 + step) / (10 + step))
        for ours, theirs in zip(self.module.state_dict().values(), module.state_dict().values(), strict=True):
            if ours.dtype.is_floating_point:
                ours.lerp_(theirs, 1 - decay)
            else:
                ours.copy_(theirs)


class Run:
    """The state of a run and what one step does to it.

    First the trunk stays still while the rest aligns with it; then the guide is copied from the average, and
    everything learns under its compensation.

    Args:
        recipe: of the run.
        trainee: what is trained, on its device, with its words aligned.
        words: phrases and relations.
        device: where to compute.
        ranks: the processes that share the work.
        teacher: of quarter turns, where the recipe wants one.
    """

    def __init__(
        self,
        recipe: Recipe,
        trainee: Trainee,
        words: Words,
        device: torch.device,
        ranks: Alone = _ALONE,
        teacher: TurnedTeacher | None = None,
    ) -> None:
        self.recipe, self.trainee, self.words, self.device = recipe, trainee.train(), words, device
        self.ranks, self.teacher = ranks, teacher
        self.average = Average(trainee, recipe.ema)
        self.optimiser = _optimiser(trainee, recipe)
        self.guide: FrozenGuide | None = None
        self.means: dict[str, float] = {}
        self.collapse: float | None = None
        self.done = 0

    def step(self, examples: list[Example]) -> Batch:
        """Learns from examples; gives them as a batch.

        Raises:
            Diverged: the loss is no longer a number.
        """
        if self.done == self.recipe.align_steps:
            self.guide = FrozenGuide(self.average.module.model.tower)
        self._set_rates()
        batch = stack(examples, self.device)
        terms = self._terms(batch)
        total = torch.stack(list(terms.values())).sum()
        if not torch.isfinite(self.ranks.mean(total)):
            raise Diverged(f"The loss is no longer a number at step {self.done}: lower learning_rate in the recipe.")
        self.optimiser.zero_grad()
        total.backward()
        self.ranks.average_gradients(self.trainee.parameters())
        nn.utils.clip_grad_norm_(self.trainee.parameters(), self.recipe.clip)
        self.optimiser.step()
        self.average.update(self.trainee, self.done)
        for name, term in terms.items():
            value = float(term.detach())
            self.means[name] = _MEMORY * self.means.get(name, value) + (1 - _MEMORY) * value
        self.done += 1
        return batch

    def measure(self, batch: Batch) -> None:
        """Sets `collapse`: the cosine between the pooled features of guide and student, once there is a guide."""
        if self.guide is None:
            return
        images = self.trainee.model.normalise(batch.images)
        with torch.no_grad():
            self.collapse = collapse_meter(self.trainee.model.tower(images), self.guide(images))

    def checkpoint(self, run: str) -> Checkpoint:
        """The state as it is now, for a run of that id."""
        guide = None if self.guide is None else self.guide.state_dict()
        state = self.trainee.state_dict(), self.average.module.state_dict(), self.optimiser.state_dict()
        return Checkpoint(self.done, run, *state, guide, dict(self.means), torch.get_rng_state(), self.collapse)

    def restore(self, checkpoint: Checkpoint) -> None:
        """Goes back to a state; the next step is the one that followed it."""
        self.trainee.load_state_dict(checkpoint.trainee)
        self.average.module.load_state_dict(checkpoint.average)
        self.optimiser.load_state_dict(checkpoint.optimiser)
        if checkpoint.guide is not None:
            self.guide = FrozenGuide(self.average.module.model.tower)
            self.guide.load_state_dict(checkpoint.guide)
        self.means, self.done, self.collapse = dict(checkpoint.means), checkpoint.step, checkpoint.collapse
        torch.set_rng_state(checkpoint.chance)

    def _terms(self, batch: Batch) -> dict[str, Tensor]:
        chance = Random(f"{self.recipe.seed}/words/{self.done}")  # nosec B311 # no secret: repeatable draws for training
        half = self.recipe.bf16 == "on" or (self.recipe.bf16 == "auto" and self.device.type == "cuda")
        with torch.autocast(self.device.type, torch.bfloat16, enabled=half):
            return self.trainee.losses(batch, self.words, self.recipe, self.guide, chance, self.ranks, self.teacher)

    def _set_rates(self) -> None:
        """Short warm-up, then cosine to zero; the trunk stays still while the rest aligns."""
        recipe, step = self.recipe, self.done
        rate = recipe.learning_rate * min(1.0, (step + 1) / max(1, recipe.warm_up))
        rate *= 0.5 * (1 + math.cos(math.pi * step / recipe.steps))
        for group in self.optimiser.param_groups:
            aligning = step < recipe.align_steps
            group["lr"] = rate * (0.0 if aligning else recipe.trunk_rate) if group["trunk"] else rate
            if group["trunk"]:
                for parameter in group["params"]:
                    parameter.requires_grad_(not aligning)


def _optimiser(trainee: Trainee, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW with groups: the trunk at its own rate, matrices, and what must not decay."""
    trunk = {id(p) for p in trunk_of(trainee.model.tower).parameters()}
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for parameter in trainee.parameters():
        if parameter.requires_grad:
            in_trunk = id(parameter) in trunk
            # Keys that stay lie in one matrix with queries and values: decay would move them.
            fixed_rows = in_trunk and recipe.fine_tune == "attention"
            groups.setdefault((in_trunk, parameter.dim() > 1 and not fixed_rows), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": params, "trunk": in_trunk, "weight_decay": recipe.weight_decay if decays else 0.0}
            for (in_trunk, decays), params in groups.items()
        ],
        lr=recipe.learning_rate,
    )
