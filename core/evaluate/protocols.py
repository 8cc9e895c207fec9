"""Pinned ways to look at a picture, by id: figures of different protocols must not stand in one table."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import BadOption

#: Id, which is an inference of `core.options.INFERENCES`, -> what is done.
PROTOCOLS: Mapping[str, str] = {
    "native": "as softseg segment does: tiles at the pixels' own size, blended smoothly",
    "peer-slide": (
        "resized to a square of 640 px, tiles of 384 px every 256 px, averaged evenly, then with a view of the whole"
    ),
    "peer-whole": "resized to one view of 384 px, or what suits the network",
    "segearth": "long side 448 px, tiles of 224 px every 112 px, averaged evenly",
}


def describe_protocol(name: str) -> str:
    """What a protocol does.

    Raises:
        BadOption: there is no such protocol.
    """
    if name not in PROTOCOLS:
        raise BadOption(f"Unknown protocol '{name}': choose {', '.join(PROTOCOLS)}.")
    return PROTOCOLS[name]
