"""A wheel that plays the engine: installed, its `core.worker` wins over the real one that lies behind it."""

from __future__ import annotations

import base64
import hashlib
import zipfile

from softseg_qgis.core.protocol import PROTOCOL_VERSION
from softseg_qgis.engine.command import PLUGIN_VERSION

NAME = "softseg_small_engine-1.0"
PIN = "softseg-small-engine==1.0\n"
WORKER = f"""
import json, sys

def say(event, **values):
    print(json.dumps({{"event": event, "id": "r1", **values}}), flush=True)

say("hello", version={PLUGIN_VERSION!r}, protocol={PROTOCOL_VERSION}, python=sys.version.split()[0])
for line in sys.stdin:
    if json.loads(line)["op"] == "quit":
        break
    devices = [{{"name": "cpu", "title": "Small processor"}}]
    say("done", outputs={{}}, stats={{"device": "cpu", "devices": devices, "prefix": sys.prefix}})
"""
BROKEN_WORKER = WORKER.replace(
    'say("done", outputs={}, stats=',
    'say("error", code="internal", text="The device computes wrong results.", detail="", more=',
)


def make_wheel(folder, worker=WORKER):
    """Put the wheel into a folder."""
    files = {
        "core/__init__.py": "",
        "core/worker.py": worker,
        f"{NAME}.dist-info/METADATA": "Metadata-Version: 2.1\nName: softseg-small-engine\nVersion: 1.0\n",
        f"{NAME}.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {name: hashlib.sha256(text.encode()).digest() for name, text in files.items()}
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(digests[name]).rstrip(b'=').decode()},{len(text.encode())}\n"
        for name, text in files.items()
    )
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / f"{NAME}-py3-none-any.whl", "w") as archive:
        for name, text in {**files, f"{NAME}.dist-info/RECORD": f"{record}{NAME}.dist-info/RECORD,,\n"}.items():
            archive.writestr(name, text)
