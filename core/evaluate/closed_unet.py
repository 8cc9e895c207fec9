"""The network to compare with: a plain U-Net on the same encoder that knows five classes and no words."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from ..errors import BadOption
from ..train.crops import UNKNOWN, dense_crop
from ..train.datasets.kinds import Datasets, DenseImage, Pixels
from ..vlm.efficientnet import EfficientNetTower, load_imagenet_weights

_CROP_PX = 256
_BATCH = 8
_SCALES = (0.7, 1.4)
_ENCODER_RATE = 4e-4
_DECODER_RATE = 2e-3
_EMA_DECAY = 0.998
_DECODER_CHANNELS = (160, 96, 64)


class UpBlock(nn.Module):
    """Doubles the grid, joins the encoder's features of that grid, and convolves twice."""

    def __init__(self, channels: int, skip: int, out: int) -> None:
        super().__init__()
        self.mix = nn.Sequential(*_convolution(channels + skip, out), *_convolution(out, out))

    def forward(self, coarse: Tensor, skip: Tensor) -> Tensor:
        """(B, C, h, w) and (B, C_skip, 2h, 2w) to (B, out, 2h, 2w)."""
        doubled = nn.functional.interpolate(coarse, size=skip.shape[-2:], mode="bilinear", align_corners=False)
        mixed: Tensor = self.mix(torch.cat([doubled, skip], dim=1))
        return mixed


class ClosedUNet(nn.Module):
    """EfficientNet-Lite0 encoder, three up blocks to stride 4, one logit a class."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.tower = EfficientNetTower()
        *skips, channels = [tap.channels for tap in self.tower.spec.taps]
        self.blocks = nn.ModuleList()
        for skip, out in zip(reversed(skips), _DECODER_CHANNELS, strict=True):
            self.blocks.append(UpBlock(channels, skip, out))
            channels = out
        self.logits = nn.Conv2d(channels, classes, 1)

    def forward(self, images: Tensor) -> Tensor:
        """(B, 3, H, W) in 0..1, H and W multiples of 32, to logits (B, K, H, W)."""
        mean, std = (torch.tensor(x, device=images.device)[:, None, None] for x in (self.tower.mean, self.tower.std))
        *skips, features = self.tower.trunk(((images - mean) / std).contiguous(memory_format=torch.channels_last))
        for block, skip in zip(self.blocks, reversed(skips), strict=True):
            features = block(features, skip)
        return nn.functional.interpolate(self.logits(features), size=images.shape[-2:], mode="bilinear")


@dataclass(frozen=True)
class ClosedPredictor:
    """The trained network as a predictor of the data set's own classes, whatever is typed.

    Args:
        network: gives a logit for each of the data set's classes.
        device: where it computes.
        numbers: the id that is predicted for each of them; classes that are judged as one share theirs.
    """

    network: ClosedUNet
    device: torch.device
    numbers: tuple[int, ...]

    @torch.no_grad()
    def __call__(self, image: Pixels, words: tuple[str, ...], ground_resolution_m: float) -> NDArray[np.integer]:
        """Segment a whole picture (H, W, 3) uint8 in one pass; gives (H, W) class ids."""
        height, width = image.shape[:2]
        padded = np.pad(image, ((0, -height % 32), (0, -width % 32), (0, 0)), mode="symmetric")
        pixels = torch.from_numpy(padded).to(self.device).permute(2, 0, 1)[None].float() / 255
        with _autocast(self.device):
            logits = self.network(pixels)
        found: NDArray[np.intp] = logits[0, :, :height, :width].argmax(dim=0).cpu().numpy()
        return np.array(self.numbers, np.uint16)[found]


def train_closed(
    datasets: Datasets,
    number: Mapping[str, int],
    *,
    minutes: float | None = None,
    steps: int | None = None,
    seed: int = 0,
    source: str = "dubai",
    device: torch.device | None = None,
    on_share: Callable[[float], None] = lambda share: None,
) -> ClosedPredictor:
    """Train the closed network on the training pictures of one data set, for a time or a number of steps.

    Random 256 px crops, scaled, turned, mirrored and recoloured; AdamW, cosine to zero, averaged weights.

    Args:
        datasets: where the pictures are.
        number: by name of the data set's class the id to predict for it, as `Judged.number` has it; 0 for the others.
        minutes: how long to train.
        steps: how many batches to train on instead.
        seed: of all that is drawn.
        source: the data set.
        device: where to compute; None: the processor.
        on_share: hears before every step what share is done.

    Raises:
        BadOption: not exactly one of minutes and steps is given, or the data set is not there.
    """
    if (minutes is None) == (steps is None):
        raise BadOption("Give the closed network either minutes or steps.")
    images = tuple(image for image in datasets.training.dense if image.source == source)
    if not images:
        raise BadOption(f"There are no training pictures of '{source}'.")
    torch.manual_seed(seed)
    device = device or torch.device("cpu")
    network = ClosedUNet(len(images[0].classes))
    load_imagenet_weights(network.tower)
    network = network.to(device).to(memory_format=torch.channels_last).train()
    averaged = AveragedModel(network, avg_fn=_follow)
    optimiser = _optimiser(network)
    pictures, chance = [_decoded(image) for image in images], Random(seed)  # nosec B311 # no secret: repeatable draws for training
    for done in _progress(minutes, steps):
        on_share(done)
        crops, labels = (tensor.to(device) for tensor in _batch(pictures, chance))
        _step(network, optimiser, crops, labels, done)
        averaged.update_parameters(network)
    trained = cast(ClosedUNet, averaged.module.eval().requires_grad_(False))
    return ClosedPredictor(trained, device, tuple(number.get(label.name, 0) for label in images[0].classes))


def _progress(minutes: float | None, steps: int | None) -> Iterator[float]:
    """Share of the training that is done, from 0, once a step and as long as it is below 1."""
    started = time.monotonic()
    for step in count():
        done = step / steps if steps else (time.monotonic() - started) / (60 * minutes) if minutes else 1.0
        if done >= 1:
            return
        yield done


def _decoded(image: DenseImage) -> tuple[Pixels, NDArray[np.int16]]:
    """The picture, and its classes from 0 with UNKNOWN where it is unlabelled."""
    pixels, labels = image.load()
    return pixels, np.where(labels > 0, labels.astype(np.int16) - 1, UNKNOWN).astype(np.int16)


def _batch(pictures: list[tuple[Pixels, NDArray[np.int16]]], chance: Random) -> tuple[Tensor, Tensor]:
    """Random crops: (B, 3, H, W) in 0..1 and (B, H, W) classes."""
    drawn = [dense_crop(*chance.choice(pictures), 1.0, _SCALES, _CROP_PX, chance) for _ in range(_BATCH)]
    images = np.stack([crop.image.transpose(2, 0, 1) for crop in drawn])
    labels = np.stack([crop.labels for crop in drawn])
    return torch.from_numpy(images).float() / 255, torch.from_numpy(labels).long()


def _convolution(channels: int, out: int) -> tuple[nn.Module, ...]:
    return nn.Conv2d(channels, out, 3, padding=1, bias=False), nn.GroupNorm(8, out), nn.ReLU(inplace=True)


def _optimiser(network: ClosedUNet) -> torch.optim.Optimizer:
    encoder = list(network.tower.trunk.parameters())
    decoder = [*network.blocks.parameters(), *network.logits.parameters()]
    groups = [{"params": encoder, "peak": _ENCODER_RATE}, {"params": decoder, "peak": _DECODER_RATE}]
    return torch.optim.AdamW(groups, lr=_DECODER_RATE, weight_decay=0.01)


def _step(network: ClosedUNet, optimiser: torch.optim.Optimizer, images: Tensor, labels: Tensor, done: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * 0.5 * (1 + math.cos(math.pi * done))
    with _autocast(images.device):
        logits = network(images)
    loss = nn.functional.cross_entropy(logits.float(), labels, ignore_index=UNKNOWN)
    optimiser.zero_grad()
    torch.autograd.backward(loss)
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()


def _follow(average: Tensor, value: Tensor, updates: Tensor | int) -> Tensor:
    """Exponential moving average that forgets its start."""
    return average.lerp(value, 1 - min(_EMA_DECAY, (1 + int(updates)) / (10 + int(updates))))


def _autocast(device: torch.device) -> torch.autocast:
    """bfloat16 where the hardware computes in it; elsewhere it would only be slower."""
    native = device.type == "cuda" or bool(torch.cpu.get_capabilities().get("avx512_bf16", False))
    return torch.autocast(device.type, torch.bfloat16, enabled=native)
