"""A checkpoint fits its architecture wholly in each layout it comes in, or is refused by name."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from open_clip import tokenize
from safetensors.torch import save_file
from torch import Tensor, nn

from core.errors import BadOption, NoModel
from core.vlm.checkpoint.load import load_dual_encoder
from core.vlm.checkpoint.rewritten import rewritten_path
from core.vlm.dual import DualEncoder
from core.vlm.hub.entry import TextTower
from tests.engine.vlm.checkpoint.tiny_models import (
    CONFIG,
    ROUNDING,
    SENTENCES,
    WEIGHTS,
    entry,
    far,
    images,
    reference,
    save_config,
)

Weights = dict[str, Tensor]


def _training(state: Weights) -> Any:
    best = np.float64(0.5)
    optimizer = {"state": {0: {"exp_avg": torch.ones(3)}}, "param_groups": [{"lr": 1e-6}]}
    weights = {f"module.{name}": tensor for name, tensor in state.items()}
    return {"epoch": 3, "name": "run", "state_dict": weights, "optimizer": optimizer, "best": best}


def _itra(state: Weights) -> Weights:
    def named(name: str) -> str:
        inside = name.replace("visual.", "image_backbone.", 1)
        return inside if inside != name or name == "logit_scale" else f"text_backbone.{name}"

    return {named(name): tensor for name, tensor in state.items()}


def _prefixed(prefix: str) -> Callable[[Weights], Weights]:
    return lambda state: {prefix + name: tensor for name, tensor in state.items()}


def _openai(state: Weights) -> Weights:
    sizes = {"input_resolution": 32, "context_length": 77, "vocab_size": 49408}
    return {**state, **{name: torch.tensor(size) for name, size in sizes.items()}}


WRITERS: dict[str, tuple[str, Callable[[Weights], Any]]] = {
    "bare": ("bare", dict),
    "training": ("training", _training),
    "lightning": ("lightning", _prefixed("clip_base_model.model.")),
    "itra": ("itra", _itra),
    "mixin": ("mixin", _prefixed("model.")),
    "openai": ("openai_jit", _openai),
    "half": ("bare", lambda state: {name: tensor.half() for name, tensor in state.items()}),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_config(tmp_path, CONFIG)
    return tmp_path


@pytest.fixture(scope="module")
def clip() -> Any:
    return reference()


def _weights_of(encoder: DualEncoder) -> Weights:
    visual = {f"visual.{name}": tensor for name, tensor in encoder.tower.visual.state_dict().items()}
    return {**visual, **encoder.text.model.state_dict()}


def _embeddings(clip: Any, bare: DualEncoder) -> tuple[Tensor, Tensor]:
    with torch.inference_mode():
        return clip.visual(bare.normalise(images())), nn.functional.normalize(clip.encode_text(tokenize(SENTENCES)))


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "seen from the names"])
@pytest.mark.parametrize("written", WRITERS)
def test_each_layout_gives_the_weights_that_were_saved(written: str, declared: bool, folder: Path, clip: Any) -> None:
    layout, write = WRITERS[written]
    torch.save(write(clip.state_dict()), folder / WEIGHTS)
    encoder = load_dual_encoder(entry(layout=layout if declared else None), folder)
    tolerance = 2e-3 if written == "half" else 0
    loaded, saved = _weights_of(encoder), clip.state_dict()
    assert loaded.keys() == saved.keys()
    assert max(far(loaded[name], saved[name]) for name in saved) <= tolerance
    pooled, texts = _embeddings(clip, encoder)
    assert far(encoder(images()).pooled, pooled) <= tolerance + 1e-5
    assert far(encoder.encode_texts(SENTENCES), texts) <= tolerance + ROUNDING


def test_safetensors_are_read_too(folder: Path, clip: Any) -> None:
    declared = entry()
    files = (replace(declared.files[0], names=("weights.safetensors",)), declared.files[1])
    save_file(clip.state_dict(), folder / "weights.safetensors")
    encoder = load_dual_encoder(replace(declared, files=files), folder)
    assert far(encoder.encode_texts(SENTENCES), _embeddings(clip, encoder)[1]) <= ROUNDING


def test_a_training_checkpoint_is_read_once_and_kept_as_safetensors(
    folder: Path, clip: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder / WEIGHTS
    torch.save(_training(clip.state_dict()), source)
    first = load_dual_encoder(entry(), folder).encode_texts(SENTENCES)
    assert {path.name for path in folder.iterdir()} == {WEIGHTS, "weights.weights.safetensors", "open_clip.json"}
    with monkeypatch.context() as patch:
        patch.setattr(torch, "load", lambda *_, **__: pytest.fail("the pickle was read again"))
        assert far(load_dual_encoder(entry(), folder).encode_texts(SENTENCES), first) <= ROUNDING
    torch.save(_training(reference(seed=1).state_dict()), source)
    os.utime(source, ns=(1, 1))
    assert far(load_dual_encoder(entry(), folder).encode_texts(SENTENCES), first) > 0.01


def test_numbers_that_an_old_numpy_wrote_are_read(folder: Path, clip: Any) -> None:
    source = folder / WEIGHTS
    torch.save(_training(clip.state_dict()), source, _use_new_zipfile_serialization=False)
    old = source.read_bytes().replace(b"cnumpy._core.multiarray\n", b"cnumpy.core.multiarray\n")
    assert b"cnumpy.core.multiarray\nscalar\n" in old
    source.write_bytes(old)
    load_dual_encoder(entry(), folder)


def test_a_folder_that_cannot_be_written_does_not_keep_a_model_from_loading(
    folder: Path, clip: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    torch.save(_training(clip.state_dict()), folder / WEIGHTS)
    monkeypatch.setattr("core.vlm.checkpoint.rewritten.save_file", full)
    load_dual_encoder(entry(), folder)
    assert not rewritten_path(folder / WEIGHTS).exists()
    assert not list(folder.glob("*.part"))


def test_long_text_is_merged_exactly(folder: Path) -> None:
    config = {**CONFIG, "text_cfg": {**CONFIG["text_cfg"], "context_length": 248}}
    clip = reference(config)
    rows = torch.arange(248)[:, None]
    state = {**clip.state_dict(), "positional_embedding_res": torch.randn(248, 32)}
    state.update(mask1=(rows < 20).float(), mask2=(rows >= 20).float())
    torch.save(state, folder / WEIGHTS)
    encoder = load_dual_encoder(entry(text=TextTower("longclip", 248, ("en",))), folder)
    with torch.no_grad():
        table = state["positional_embedding"] * state["mask1"] + state["positional_embedding_res"] * state["mask2"]
        clip.positional_embedding.copy_(table)
        sentences = ["a river", "fields and " * 60]
        wanted = clip.encode_text(tokenize(sentences, context_length=248), normalize=True)
    assert far(encoder.encode_texts(sentences), wanted) <= ROUNDING
    with pytest.raises(NoModel, match=r"positional_embedding: 248x32 instead of 77x32"):
        load_dual_encoder(entry(), folder)


@pytest.mark.parametrize(("activation", "same"), [("quick_gelu", True), ("gelu", False), ("gelu_tanh", False)])
def test_the_activation_changes_what_the_same_weights_give(
    activation: str, same: bool, folder: Path, clip: Any
) -> None:
    torch.save(clip.state_dict(), folder / WEIGHTS)
    encoder = load_dual_encoder(entry(activation=None, activation_verified=False), folder, activation)
    pooled, texts = _embeddings(clip, encoder)
    assert (far(encoder(images()).pooled, pooled) < 1e-5) is same
    assert (far(encoder.encode_texts(SENTENCES), texts) < 1e-5) is same


@pytest.mark.parametrize(
    ("declared", "chosen", "said"), [(None, None, "choose one of"), ("gelu", "quick_gelu", "runs with")]
)
def test_an_activation_is_never_guessed(declared: str | None, chosen: str | None, said: str, folder: Path) -> None:
    with pytest.raises(BadOption, match=said):
        load_dual_encoder(entry(activation=declared, activation_verified=False), folder, chosen)


class _Harmful:
    """Runs a command when an incautious reader unpickles it."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> Any:
        return Path.touch, (self.place / "harmed",)


def _without(state: Weights, *left_out: str) -> Weights:
    return {name: tensor for name, tensor in state.items() if name not in left_out}


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda state, _: _without(state, "ln_final.bias"), r"1 weight is missing \(ln_final\.bias\)"),
        (lambda state, _: {**state, "head.bias": torch.ones(1)}, r"1 weight is unexpected \(head\.bias\)"),
        (
            lambda state, _: {**state, "visual.positional_embedding": torch.ones(10, 32)},
            r"1 weight is of another shape \(visual\.positional_embedding: 10x32 instead of 5x32\)",
        ),
        (
            lambda state, _: _without(state, *list(state)[:20]),
            r"20 weights are missing \([\w.]+, [\w.]+, [\w.]+, …\)\.$",
        ),
        (lambda state, _: {**state, "module.logit_scale": torch.ones(())}, r"unexpected \(module\.logit_scale\)"),
        (lambda state, _: {"module.logit_scale": torch.ones(()), **state}, r"unexpected \(module\.logit_scale\)"),
        (lambda state, _: {"epoch": 3, "optimizer": {}}, "holds no table of weights; it holds epoch, optimizer"),
        (lambda state, _: [1, 2], "it holds list"),
        (lambda state, place: {**state, "note": _Harmful(place)}, "is refused: .* could run code"),
    ],
)
def test_a_wrong_file_is_refused_by_what_is_wrong_with_it(
    write: Callable[[Weights, Path], Any], said: str, folder: Path, clip: Any
) -> None:
    torch.save(write(clip.state_dict(), folder), folder / WEIGHTS)
    with pytest.raises(NoModel, match=said) as caught:
        load_dual_encoder(entry(), folder)
    assert caught.value.text.startswith(f"{WEIGHTS} ")
    assert "\n" not in caught.value.text
    assert not (folder / "harmed").exists()


def test_a_declared_layout_is_the_only_one_that_is_tried(folder: Path, clip: Any) -> None:
    torch.save(_prefixed("model.")(clip.state_dict()), folder / WEIGHTS)
    with pytest.raises(NoModel, match=r"weights are missing .*unexpected \(model\."):
        load_dual_encoder(entry(layout="bare"), folder)


@pytest.mark.parametrize(
    ("content", "said"), [(b"<html>not found</html>", "is damaged"), (None, r"weights file weights\.pt of Tiny")]
)
def test_a_damaged_or_missing_file_says_so(content: bytes | None, said: str, folder: Path) -> None:
    if content is not None:
        (folder / WEIGHTS).write_bytes(content)
    with pytest.raises(NoModel, match=said):
        load_dual_encoder(entry(), folder)


def test_a_cut_file_says_so(folder: Path, clip: Any) -> None:
    torch.save(clip.state_dict(), folder / WEIGHTS)
    (folder / WEIGHTS).write_bytes((folder / WEIGHTS).read_bytes()[:-5000])
    with pytest.raises(NoModel, match=r"damaged"):
        load_dual_encoder(entry(), folder)


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_a_program_is_not_run(folder: Path) -> None:
    torch.jit.save(torch.jit.trace(nn.Linear(2, 2), torch.ones(2)), folder / WEIGHTS)
    with pytest.raises(NoModel, match="TorchScript"):
        load_dual_encoder(entry(), folder)


@pytest.mark.parametrize(
    ("vision", "said"),
    [
        ({"layers": [1, 1, 1, 1], "width": 8}, "neither ViT nor ConvNeXt"),
        ({"layers": 2}, "too shallow"),
        ({"pool_type": "avg"}, "does not pool by a class token"),
        ({"layers": "many"}, "cannot be built"),
    ],
)
def test_an_architecture_that_does_not_serve_is_refused(vision: dict[str, Any], said: str, tmp_path: Path) -> None:
    save_config(tmp_path, {**CONFIG, "vision_cfg": {**CONFIG["vision_cfg"], **vision}})
    with pytest.raises(NoModel, match=said):
        load_dual_encoder(entry(), tmp_path)


def test_an_architecture_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoModel, match="Tiny has the architecture tiny, which open_clip does not know"):
        load_dual_encoder(entry(), tmp_path)
