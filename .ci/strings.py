"""Gather what `tr` shows and the names in the class presets into the catalogues `resources/i18n/softseg_*.ts`.

What is translated stays so, what is new comes in unfinished, and what nobody shows any more goes.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "es", "fr", "pt", "zh")
CONTEXT = "SoftSeg"
READS_PRESETS = "presets.py"  # translates names that stand in files, which are gathered from there


class Text(NamedTuple):
    """One text on the screen: the context that parts equal words, and the English."""

    context: str
    source: str


def texts(root: Path = ROOT) -> list[Text]:
    """Every text, once, sorted."""
    return sorted({*_from_code(root / "softseg_qgis"), *_from_presets(root / "resources" / "presets")})


def read_catalogue(path: Path) -> dict[Text, str]:
    """What a catalogue has translations for."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") is None:
                found[Text(context.findtext("name", ""), message.findtext("source", ""))] = translation.text
    return found


def write_catalogue(path: Path, wanted: list[Text], translations: dict[Text, str]) -> int:
    """Write a catalogue of all wanted texts; gives how many are not translated."""
    tree = ElementTree.Element("TS", version="2.1", language=path.stem.partition("_")[2], sourcelanguage="en")
    for name in dict.fromkeys(each.context for each in wanted):
        context = ElementTree.SubElement(tree, "context")
        ElementTree.SubElement(context, "name").text = name
        for text in (each for each in wanted if each.context == name):
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = text.source
            translation = ElementTree.SubElement(message, "translation")
            if text in translations:
                translation.text = translations[text]
            else:
                translation.set("type", "unfinished")
    ElementTree.indent(tree, " " * 4)
    body = ElementTree.tostring(tree, "unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n")
    return len([text for text in wanted if text not in translations])


def _from_code(folder: Path) -> Iterator[Text]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                yield from _from_call(node, path)


def _from_call(call: ast.Call, path: Path) -> Iterator[Text]:
    named = {each.arg: each.value for each in call.keywords}
    context = call.args[1] if len(call.args) > 1 else named.get("context", ast.Constant(CONTEXT))
    if all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in (call.args[0], context)):
        yield Text(context.value, call.args[0].value)
    elif path.name != READS_PRESETS:
        raise SystemExit(f"{path.relative_to(ROOT)}:{call.lineno}: tr needs literals, or nobody can translate them.")


def _from_presets(folder: Path) -> Iterator[Text]:
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        names = [data["name"], *(each["name"] for each in data["classes"]), *data["suggestions"]]
        yield from (Text(CONTEXT, name) for name in names)


def main() -> int:
    """Bring every catalogue up to date and say what is left to translate."""
    wanted = texts()
    for language in LANGUAGES:
        path = CATALOGUES / f"softseg_{language}.ts"
        left = write_catalogue(path, wanted, read_catalogue(path) if path.exists() else {})
        sys.stdout.write(f"{path.relative_to(ROOT)}: {len(wanted)} texts, {left} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
