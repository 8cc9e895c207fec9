"""Declared models: each entry is read strictly, and the zoo that ships holds only what it may claim."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from core.errors import BadOption, NoModel
from core.vlm.hub.catalogue import entries, find_entry, read_entries
from core.vlm.hub.consent import concerns, require_consent
from core.vlm.hub.entry import Entry

ZOO = entries()
IDS = {entry.id: entry for entry in ZOO}


def values(**changes):
    file = {"role": "weights", "names": ["tiny.pt"], "repo": "somebody/Tiny", **changes.pop("file", {})}
    licence = {"id": "MIT", "text": "MIT.", "commercial": "yes", "verified": True, **changes.pop("licence", {})}
    text = {"kind": "clip", "context_length": 77, "languages": ["en"], **changes.pop("text", {})}
    plain = {"id": "tiny", "title": "Tiny", "family": "Tiny", "what": "Small", "architecture": "ViT-B-32"}
    image = {"image_size": 32, "patch": 8, "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]}
    how = {"activation": "gelu", "activation_verified": True, "layout": "bare"}
    return {**plain, "files": [file], **image, "text": text, **how, "licence": licence, **changes}


def test_an_entry_comes_back_typed():
    entry = Entry.from_dict(values(mean=[0, 0.5, 1], file={"size_bytes": 7, "sha256": "a" * 64}))
    assert entry.mean == (0.0, 0.5, 1.0)
    assert (entry.weights.sha256, entry.weights.revision, entry.size_bytes) == ("a" * 64, None, 7)
    assert entry.text.languages == ("en",)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": "red"}, "unknown entry “colour”"),
        ({"title": 3}, "title has to be a text"),
        ({"title": ""}, "no description may be empty"),
        ({"image_size": 32.5}, "image_size has to be a whole number"),
        ({"image_size": True}, "image_size has to be a whole number"),
        ({"image_size": 0}, "positive"),
        ({"activation_verified": 1}, "activation_verified has to be true or false"),
        ({"mean": "0.5"}, "mean has to be a list"),
        ({"mean": [0.5]}, "one value for each band"),
        ({"std": [0.5, 0, 0.5]}, "std has to be positive"),
        ({"bands": ["red", "green", "nir"]}, "bands have to be a picture's, or Sentinel-2's"),
        ({"bands": ["B02", "B03", "B08"]}, "bands have to be a picture's, or Sentinel-2's"),
        ({"bands": ["blue", "green", "red"]}, "bands have to be a picture's, or Sentinel-2's"),
        ({"activation": "relu"}, "activation has to be one of"),
        ({"activation": None}, "no activation cannot be verified"),
        ({"layout": "guess"}, "layout has to be one of"),
        ({"id": "../etc"}, "id has to be"),
        ({"id": None}, "id has to be a text"),
        ({"templates": ["a photo"]}, "{}"),
        ({"ground_m": [1]}, "ground_m has to have 2 values"),
        ({"files": []}, "one file has to be of role weights"),
        ({"file": {"role": "virus"}}, "role has to be one of"),
        ({"file": {"names": []}}, "relative paths"),
        ({"file": {"names": ["/etc/passwd"]}}, "relative paths"),
        ({"file": {"names": ["../x.pt"]}}, "relative paths"),
        ({"file": {"names": ["C:\\x.pt"]}}, "relative paths"),
        ({"file": {"names": ["x.pt", "y/x.pt"]}}, "file names repeat"),
        ({"file": {"repo": "https://x.org/y"}}, "owner/name"),
        ({"file": {"url": "https://x.org/y"}}, "either repo or url"),
        ({"file": {"repo": None, "url": "http://x.org/y"}}, "https://"),
        ({"file": {"revision": "main"}}, "revision has to be a commit"),
        ({"file": {"sha256": "A" * 64}}, "64 hex digits"),
        ({"file": {"size_bytes": 0}}, "size_bytes has to be positive"),
        ({"text": {"kind": "bert"}}, "kind has to be one of"),
        ({"text": {"kind": "hf"}}, "hf_model"),
        ({"text": {"tokenizer": "files"}}, "tokenizer and its files disagree"),
        ({"text": {"languages": []}}, "languages must not be empty"),
        ({"licence": {"commercial": "maybe"}}, "commercial has to be one of"),
        ({"licence": {"id": None}}, "stated licence"),
    ],
)
def test_an_unfit_entry_is_refused_with_the_reason(changes, said):
    with pytest.raises(NoModel) as caught:
        Entry.from_dict(values(**changes))
    assert said in caught.value.text


@pytest.mark.parametrize("name", ["id", "files", "licence", "activation", "layout"])
def test_nothing_that_has_to_be_declared_may_be_missing(name):
    short = values()
    del short[name]
    with pytest.raises(NoModel, match=f"lacks “{name}”"):
        Entry.from_dict(short)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"format": 2, "models": []}', '{"format": 1, "models": [3]}', '{"format": 1}']
)
def test_a_damaged_list_is_refused(tmp_path, text):
    path = tmp_path / "zoo.json"
    path.write_text(text)
    with pytest.raises(NoModel):
        read_entries(path)


def test_a_list_that_names_a_model_twice_is_refused(tmp_path):
    path = tmp_path / "zoo.json"
    path.write_text(json.dumps({"format": 1, "models": [values(), values()]}))
    with pytest.raises(NoModel, match="twice"):
        read_entries(path)


def test_an_unknown_name_gets_those_that_are_near():
    assert find_entry("clip-rs").weights.names == ("CLIP_RS.pt",)
    with pytest.raises(NoModel, match="remoteclip-b32"):
        find_entry("RemoteCLIP-B-32")


@pytest.mark.parametrize(
    "name",
    [
        *("farslip1-b16", "farslip1-b32", "farslip2-b16", "farslip2-b32", "georsclip-b32", "georsclip-l14"),
        *("georsclip-l14-336", "georsclip-h14", "remoteclip-b32", "remoteclip-l14", "rs-m-clip", "clip-rs"),
        *("lrsclip-b16", "lrsclip-l14", "git-rsclip-base", "git-rsclip-large", "skyclip-b32", "skyclip-l14"),
        *("clip-b16", "laion-b32", "siglip2-b16-384", "convnext-b"),
    ],
)
def test_the_zoo_has_the_field_s_models(name):
    assert name in IDS


@pytest.mark.parametrize("entry", ZOO, ids=lambda entry: entry.id)
def test_each_architecture_is_one_of_open_clip(entry):
    package = find_spec("open_clip")
    folder = Path(package.submodule_search_locations[0]) / "model_configs"
    config = json.loads((folder / f"{entry.architecture}.json").read_text())
    assert config.get("quick_gelu", False) == (entry.activation == "quick_gelu")
    assert entry.text.kind == "longclip" or config["text_cfg"].get("context_length", 77) == entry.text.context_length
    assert config["vision_cfg"].get("image_size", entry.image_size) == entry.image_size
    assert config["vision_cfg"].get("patch_size", entry.patch) == entry.patch


def test_entries_of_open_clip_are_where_open_clip_finds_them():
    pretrained = pytest.importorskip("open_clip.pretrained")
    tagged = [entry for entry in ZOO if entry.open_clip_tag]
    assert {entry.family for entry in tagged} == {"OpenAI CLIP", "LAION CLIP", "SigLIP 2"}
    for entry in tagged:
        theirs = pretrained.get_pretrained_cfg(entry.architecture, entry.open_clip_tag)
        assert theirs["hf_hub"].strip("/") == entry.weights.repo
        assert (tuple(theirs["mean"]), tuple(theirs["std"])) == (entry.mean, entry.std)


def test_what_nobody_has_verified_is_marked_so():
    inferred = {entry.id for entry in ZOO if not entry.activation_verified}
    assert inferred >= {"clip-rs", "remoteclip-b32", "remoteclip-l14", "georsclip-l14", "georsclip-l14-336"}
    assert [entry.id for entry in ZOO if entry.activation is None] == ["clip-rs"]
    unclear = {entry.family for entry in ZOO if entry.licence.commercial == "unclear"}
    assert unclear >= {"GeoRSCLIP", "RemoteCLIP", "CLIP-RS", "LRSCLIP", "SkyCLIP"}
    assert all(figure.source for entry in ZOO for figure in entry.figures)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"licence": {"commercial": "no"}}, "forbids commercial use"),
        ({"licence": {"commercial": "unclear", "id": None}}, "unclear"),
        ({"licence": {"verified": False}}, "not seen at its publisher"),
        ({"activation_verified": False}, "inferred"),
        ({"activation": None, "activation_verified": False}, "nobody states"),
    ],
)
def test_doubts_need_a_yes(changes, said):
    entry = Entry.from_dict(values(**changes))
    assert said in " ".join(concerns(entry))
    require_consent(entry, accepted=True)
    if said:
        with pytest.raises(BadOption, match=said):
            require_consent(entry, accepted=False)
    else:
        require_consent(entry, accepted=False)
