"""Open QGIS in a profile of its own, with the plugin switched on, its panel open, and a raster loaded.

`open_qgis.py PLUGIN RASTER [option of qgis ...]`; the profile lies beside the plugin and can be thrown away.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

PROFILE = "softseg"
SETTINGS = """
[PythonPlugins]
softseg_qgis=true

[softseg]
panel_open=true

[qgis]
checkVersion=false

[app]
askForCRS=false
"""


def main(arguments: list[str]) -> int:
    """Prepare the profile and become QGIS."""
    if len(arguments) < 2:
        sys.stderr.write("Usage: open_qgis.py PLUGIN RASTER [option of qgis ...]\n")
        return 2
    plugin, raster, *options = arguments
    program = shutil.which("qgis")
    if program is None:
        sys.stderr.write("There is no qgis on the PATH.\n")
        return 1
    profiles = prepare(Path(plugin).absolute())
    # The Python inside QGIS looks for its library beside the first python3 of the PATH: that has to be QGIS's own.
    os.environ["PATH"] = os.pathsep.join([str(Path(program).parent), os.environ["PATH"]])
    os.execv(
        program,
        [program, "--profiles-path", str(profiles), "--profile", PROFILE, "--nologo", *options, raster],
    )


def prepare(plugin: Path) -> Path:
    """Make the profile where it is not there yet; gives the folder that QGIS takes as its place for profiles."""
    profiles = plugin.parent / "qgis"
    profile = profiles / "profiles" / PROFILE
    for version in ("3", "4"):
        file = profile / "QGIS" / f"QGIS{version}.ini"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(SETTINGS.lstrip(), encoding="utf-8")
    place = profile / "python" / "plugins" / plugin.name
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        place.symlink_to(plugin)
    return profiles


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
