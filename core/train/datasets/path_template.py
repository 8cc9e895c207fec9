"""Path templates such as `Train/{scene}/images/{name}.png`: found in a folder, and filled in for the mask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})
_FIELD = re.compile(r"\{(\w+)\}")


def find(folder: Path, template: str) -> Iterator[tuple[Path, dict[str, str]]]:
    """Every picture below a folder that fits a template, in order of path, with what its fields stand for."""
    pattern = _pattern(template)
    for path in sorted(folder.glob(_FIELD.sub("*", template))):
        match = pattern.fullmatch(path.relative_to(folder).as_posix())
        if match and path.suffix.lower() in _PICTURES:
            yield path, match.groupdict()


def fill(template: str, fields: Mapping[str, str]) -> str:
    """The template with its fields filled in."""
    return template.format_map(fields)


def fields_of(template: str) -> frozenset[str]:
    """Names of the fields of a template."""
    return frozenset(_FIELD.findall(template))


def _pattern(template: str) -> re.Pattern[str]:
    """A field is as short as it can be, without a slash; the suffix of a file also without a dot."""
    parts = _FIELD.split(template)
    texts, names = parts[::2], parts[1::2]
    groups = [f"(?P<{name}>{'[^/.]+' if name == 'suffix' else '[^/]+?'})" for name in names]
    return re.compile("".join(re.escape(text) + group for text, group in zip(texts, [*groups, ""], strict=True)))
