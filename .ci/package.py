"""Put the plugin together as QGIS gets it: one folder, and a zip of it that is the same bytes every time.

`package.py stage FOLDER` copies, `package.py link FOLDER` makes links into the checkout, `package.py zip FILE` packs.
"""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "softseg_qgis"
TRANSLATIONS = ROOT / "build" / "i18n"

# What belongs into a plugin; a file of any other kind is a mistake that should be seen.
KINDS = {
    ".css",
    ".html",
    ".json",
    ".lock",
    ".md",
    ".png",
    ".py",
    ".qm",
    ".qml",
    ".safetensors",
    ".svg",
    ".toml",
    ".txt",
}
SOURCES = frozenset([".ts"])  # what the plugin is made from, and does not carry
SINGLE = ("metadata.txt", "LICENSE", "README.md", "CHANGELOG.md")
MOST_BYTES = 25_000_000  # what the plugin repository takes
THE_SAME_TIME = (1980, 1, 1, 0, 0, 0)


class BadPackage(Exception):
    """Why there is no package, as one sentence."""


def members() -> dict[str, Path]:
    """The path inside the plugin's folder, with forward slashes, and the file for each; sorted."""
    found = {name: ROOT / name for name in SINGLE}
    found.update(_files(ROOT / PLUGIN, ""))
    for folder in ("core", "resources"):
        found.update(_files(ROOT / folder, f"{folder}/"))
    found.update({f"resources/i18n/{path.name}": path for path in sorted(TRANSLATIONS.glob("*.qm"))})
    return dict(sorted(found.items()))


def stage(folder: Path) -> None:
    """Copy the plugin to `folder`/softseg_qgis, in the place of what was there."""
    shutil.rmtree(folder / PLUGIN, ignore_errors=True)
    for name, path in members().items():
        (folder / PLUGIN / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / PLUGIN / name)


def link(folder: Path) -> None:
    """Make a plugin of links at `folder`/softseg_qgis: what is edited in the checkout is what QGIS runs."""
    shutil.rmtree(folder / PLUGIN, ignore_errors=True)
    places = {path.name: path for path in (ROOT / PLUGIN).iterdir()}
    places.update({name: ROOT / name for name in ("core", *SINGLE)})
    places.update({f"resources/{path.name}": path for path in (ROOT / "resources").iterdir() if path.name != "i18n"})
    places["resources/i18n"] = TRANSLATIONS
    for name, path in places.items():
        (folder / PLUGIN / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / PLUGIN / name).symlink_to(path)


def pack(file: Path) -> None:
    """Write the zip: sorted names, one time and one mode for all, so that equal sources give equal bytes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in members().items():
            entry = zipfile.ZipInfo(f"{PLUGIN}/{name}", THE_SAME_TIME)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16  # a plain file on any system
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    size = file.stat().st_size
    if size > MOST_BYTES:
        file.unlink()
        raise BadPackage(f"The zip would have {size:,} bytes, and the plugin repository takes {MOST_BYTES:,}.")


def _files(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if (
            path.is_dir()
            or path.suffix in SOURCES
            or any(part.startswith((".", "__pycache__")) for part in inside.parts)
        ):
            continue
        if path.suffix not in KINDS:
            raise BadPackage(f"{path.relative_to(ROOT)} is of a kind that has no place in the plugin.")
        yield f"{prefix}{inside.as_posix()}", path


def main(arguments: list[str]) -> int:
    """Do what the first argument says, at the place that the second names."""
    tasks = {"stage": stage, "link": link, "zip": pack}
    if len(arguments) != 2 or arguments[0] not in tasks:
        sys.stderr.write(f"Usage: package.py {'|'.join(tasks)} PLACE\n")
        return 2
    try:
        tasks[arguments[0]](Path(arguments[1]))
    except (BadPackage, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{arguments[1]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
