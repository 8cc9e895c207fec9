"""A whole soft-guided model: image tower, text tower and network, saved as model.json and safetensors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor, nn

from ..errors import BadOutput, NoModel
from ..fingerprint import grouped, plain
from ..spectrum import RGB
from ..vlm.fold import fold_batch_norms, fold_paddings
from ..vlm.hub.entry import Entry
from .config import NetworkConfig
from .network import Decoded, Scene, SoftGuided
from .towers import STARTER_IMAGE, STARTER_TEXT, Towers, copy_small_files, encoder_towers, starter_towers

FORMAT = 2
WEIGHTS_FILE = "model.safetensors"
CARD_FILE = "model.json"
ENCODER_FOLDER = "encoder"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What `model.json` says; enough to build the model and to cite it.

    Args:
        name: shown to people and written into outputs.
        image_tower: kind of image tower: "efficientnet_lite0", or the id of a dual encoder.
        text_tower: kind of text tower: "minilm", or the same id.
        dim: channels of the joint space.
        network: sizes of the soft-guided network.
        memory: training classes whose prototypes the RS-bias keeps.
        resolutions_m: finest and coarsest ground sampling distance it was trained at, m/px.
        template: prompt template set for typed words.
        licence: of the weights.
        provenance: data and initial weights with their licences, in plain sentences.
        sha256: digest of the weights file; empty before saving.
        encoder: the dual encoder that both towers are, as the zoo declares it; None for the starter's own towers.
    """

    name: str
    image_tower: str
    text_tower: str
    dim: int
    network: NetworkConfig
    memory: tuple[str, ...]
    resolutions_m: tuple[float, float]
    template: str = "plain"
    licence: str = ""
    provenance: tuple[str, ...] = ()
    sha256: str = ""
    encoder: Entry | None = None

    @property
    def revision(self) -> str:
        """Short name of these exact weights."""
        return self.sha256[:12]

    @property
    def bands(self) -> tuple[str, ...]:
        """What it looks at: pictures."""
        return RGB

    @property
    def languages(self) -> tuple[str, ...]:
        """What it reads, ISO 639-1 codes: what its encoder does; the starter's own towers read English."""
        return self.encoder.text.languages if self.encoder is not None else ("en",)


class SoftGuidedModel(nn.Module):
    """Image tower, text tower and network.

    Args:
        card: decides every size.
        towers: what it sees and reads with; None: the starter's, which the card has to name.

    Raises:
        NoModel: the card names towers that are not known, or the network does not fit them.
    """

    def __init__(self, card: ModelCard, towers: Towers | None = None) -> None:
        super().__init__()
        if towers is None:
            if (card.image_tower, card.text_tower) != (STARTER_IMAGE, STARTER_TEXT):
                named = f"{card.image_tower}, {card.text_tower}"
                raise NoModel(f"The model needs towers this version does not know: {named}.")
            towers = starter_towers(card.dim)
        self.card = card
        self.mean, self.std, self.folder = towers.mean, towers.std, towers.folder
        self.tower = towers.image
        self.text = towers.text
        self.network = SoftGuided(self.tower.spec, card.network, card.memory if card.network.has_memory else ())

    @property
    def stride(self) -> int:
        """Input px per cell of the logits."""
        return self.network.stride

    @property
    def multiple(self) -> int:
        """Heights and widths of images must be multiples of this, px."""
        return self.tower.spec.dense_stride

    def normalise(self, images: Tensor) -> Tensor:
        """(B, 3, H, W) in 0..1 to what the tower expects, channels last."""
        mean, std = (torch.tensor(x, device=images.device)[:, None, None] for x in (self.mean, self.std))
        return ((images - mean) / std).contiguous(memory_format=torch.channels_last)

    def observe(self, images: Tensor) -> Scene:
        """What depends on the (B, 3, H, W) images in 0..1 alone."""
        return self.network.observe(self.tower(self.normalise(images)))

    def decode(self, scene: Scene, texts: Tensor, chunk: int = 0, candidates: int = 0) -> Decoded:
        """Cost maps for (T, C) unit class texts; see `SoftGuided.decode`."""
        return self.network.decode(scene, texts, chunk, candidates)

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors of typed words."""
        return self.text.encode(sentences)


def save_model(model: SoftGuidedModel, folder: Path) -> ModelCard:
    """Writes weights in fp16, the card, and what building the encoder takes; returns the card with the digest.

    A folder holds all that its model is: whatever encoder it began from need not be there when it is used. An older
    model in it is replaced when the new one is whole.

    Raises:
        BadOutput: the folder cannot be written.
    """
    tensors = {name: _halved(tensor) for name, tensor in model.state_dict().items()}
    data = save_tensors(tensors)
    card = replace(model.card, sha256=sha256(data).hexdigest())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="part-", dir=folder) as part:
            _write(model, card, data, Path(part))
            _move(Path(part), folder)
    except OSError as error:
        raise BadOutput(f"The model cannot be written to {folder}: {error.strerror or error}.") from error
    return card


def _write(model: SoftGuidedModel, card: ModelCard, data: bytes, folder: Path) -> None:
    (folder / WEIGHTS_FILE).write_bytes(data)
    if card.encoder is not None and model.folder is not None:
        copy_small_files(card.encoder, model.folder, folder / ENCODER_FOLDER)
    values = {"format": FORMAT, **asdict(card), "sha256": grouped(card.sha256)}
    if card.encoder is None:
        del values["encoder"]
    text = json.dumps(values, indent=1, ensure_ascii=False)
    (folder / CARD_FILE).write_text(text + "\n", encoding="utf-8")


def _move(whole: Path, folder: Path) -> None:
    """Moves what was written into a folder; the card comes last, for its digest says that the rest is there."""
    card = whole / CARD_FILE
    others = sorted(path for path in whole.rglob("*") if path.is_file() and path != card)
    for path in (*others, card):
        target = folder / path.relative_to(whole)
        target.parent.mkdir(exist_ok=True)
        path.replace(target)


def read_card(folder: Path) -> ModelCard:
    """Reads `model.json`.

    Raises:
        NoModel: there is none, or it is not ours.
    """
    try:
        raw: dict[str, Any] = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
        if raw.pop("format") != FORMAT:
            raise NoModel(f"The model in {folder} was written by another version of SoftSeg.")
        raw["sha256"] = plain(raw["sha256"])
        network = NetworkConfig(**{key: _tupled(value) for key, value in raw.pop("network").items()})
        encoder = Entry.from_dict(raw.pop("encoder")) if "encoder" in raw else None
        return ModelCard(network=network, encoder=encoder, **{key: _tupled(value) for key, value in raw.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoModel(f"There is no usable model in {folder}.", str(error)) from error


def load_model(folder: Path) -> SoftGuidedModel:
    """Builds a model from its folder for inference: in eval mode on the CPU, batch norms and paddings folded.

    Raises:
        NoModel: files are missing, damaged, or do not fit each other.
    """
    model = restore_model(folder)
    fold_batch_norms(model.eval().tower)
    fold_paddings(model.tower)
    return model.requires_grad_(False)


def weights_differ(card: ModelCard, folder: Path) -> bool:
    """Whether the weights in a model's folder are missing or not those that its card was written for."""
    try:
        return sha256((folder / WEIGHTS_FILE).read_bytes()).hexdigest() != card.sha256
    except OSError:
        return True


def restore_model(folder: Path) -> SoftGuidedModel:
    """Builds a model from its folder as it was when it was trained, in float32 on the CPU.

    Raises:
        NoModel: files are missing, damaged, or do not fit each other.
    """
    card = read_card(folder)
    try:
        data = (folder / WEIGHTS_FILE).read_bytes()
    except OSError as error:
        raise NoModel(f"The weights of the model in {folder} cannot be read.", str(error)) from error
    if sha256(data).hexdigest() != card.sha256:
        raise NoModel(f"The weights in {folder} are damaged: their digest is not the one in {CARD_FILE}.")
    try:
        model = SoftGuidedModel(card, _empty_towers(card, folder))
        tensors = load_tensors(data)
        model.load_state_dict({name: _single(tensor) for name, tensor in tensors.items()}, strict=True)
    except (SafetensorError, RuntimeError, ValueError) as error:
        raise NoModel(f"The weights in {folder} do not fit {CARD_FILE}.", str(error)) from error
    return model


def _empty_towers(card: ModelCard, folder: Path) -> Towers | None:
    if card.encoder is None:
        return None
    return encoder_towers(card.encoder, folder / ENCODER_FOLDER, empty=True)


def _halved(tensor: Tensor) -> Tensor:
    return tensor.detach().cpu().contiguous().half() if tensor.dtype == torch.float32 else tensor.cpu().contiguous()


def _single(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.dtype == torch.float16 else tensor


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
