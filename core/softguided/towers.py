"""The image and text towers that a soft-guided model stands on: the starter's own, or a dual encoder of the zoo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

from torch import Tensor, nn
from torch.nn import functional as F

from ..errors import NoModel
from ..spectrum import RGB
from ..vlm.checkpoint.folder import local_files
from ..vlm.efficientnet import EfficientNetTower
from ..vlm.hub.entry import ROLES, Entry
from ..vlm.sentence_tower import SentenceTower

if TYPE_CHECKING:
    from ..vlm.dual import ImageTower
    from ..vlm.text_encoder import TextEncoder

STARTER_IMAGE, STARTER_TEXT = "efficientnet_lite0", "minilm"


class UnitAdapter(nn.Module):
    """Stands where the starter adapts its words: a dual encoder's texts are in the joint space already."""

    def forward(self, sentences: Tensor) -> Tensor:
        """(..., C) to unit vectors."""
        return F.normalize(sentences, dim=-1)


class EncoderText(nn.Module):
    """The frozen text side of a dual encoder; its weights are part of the model's.

    Args:
        encoder: sentences to unit vectors.
    """

    def __init__(self, encoder: TextEncoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.adapter = UnitAdapter()

    def encode(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors, float32 on the CPU."""
        return self.encoder.encode(sentences)


@dataclass(frozen=True, slots=True)
class Towers:
    """What a model sees and reads with.

    Args:
        image: gives dense features.
        text: with `encode`, and an `adapter` from its sentence vectors to the joint space.
        mean: of red, green and blue in 0..1.
        std: of the same.
        folder: the files besides weights that building them again takes; None where there are none.
    """

    image: EfficientNetTower | ImageTower
    text: SentenceTower | EncoderText
    mean: tuple[float, ...]
    std: tuple[float, ...]
    folder: Path | None = None


def starter_towers(dim: int) -> Towers:
    """EfficientNet-Lite0 and MiniLM's adapter with random weights."""
    image, text = EfficientNetTower(dim), SentenceTower(dim)
    return Towers(image, text, image.mean, image.std)


def encoder_towers(entry: Entry, folder: Path, *, empty: bool = False) -> Towers:
    """The towers of a dual encoder of the zoo.

    Args:
        entry: what is declared of it, its activation too.
        folder: its files.
        empty: leave its weights out, for those of a trained model.

    Raises:
        NoModel: a file is missing or does not fit, or the encoder looks at other bands.
        BadOption: the activation is not declared.
    """
    from ..vlm.checkpoint.load import empty_dual_encoder, load_dual_encoder  # open_clip: slow to import

    if entry.bands != RGB:
        raise NoModel(f"{entry.title} looks at other bands than red, green and blue: no model can be trained on it.")
    encoder = empty_dual_encoder(entry, folder) if empty else load_dual_encoder(entry, folder)
    return Towers(encoder.tower, EncoderText(encoder.text), entry.mean, entry.std, folder)


def copy_small_files(entry: Entry, source: Path, target: Path) -> None:
    """Copies configurations and tokenizer of a dual encoder; the weights stay behind."""
    target.mkdir(parents=True, exist_ok=True)
    for role in ROLES:
        if role != "weights":
            for name, path in local_files(entry, role, source).items():
                if path.resolve() != (target / name).resolve():
                    copyfile(path, target / name)
