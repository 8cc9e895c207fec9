"""What the engine's processes inherit of QGIS, and how they are started."""

from __future__ import annotations

import ntpath
import posixpath

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from softseg_qgis.core.protocol import Done
from softseg_qgis.engine.command import worker_command
from softseg_qgis.engine.environment import clean
from softseg_qgis.engine.network import proxy_variables

OSGEO = r"C:\Program Files\QGIS 3.40"


@pytest.mark.parametrize(
    ("variables", "root", "paths", "kept"),
    [
        ({"PYTHONPATH": "/x", "PYTHONHOME": "/x", "PYTHONSTARTUP": "/x", "HOME": "/h"}, "", posixpath, {"HOME": "/h"}),
        ({"PROJ_LIB": "/x", "PROJ_DATA": "/x", "GDAL_DATA": "/x", "GDAL_DRIVER_PATH": "/x"}, "", posixpath, {}),
        ({"LD_LIBRARY_PATH": "/app/lib", "DYLD_LIBRARY_PATH": "/x", "VIRTUAL_ENV": "/v"}, "", posixpath, {}),
        ({"PATH": "/usr/bin:/bin", "EMPTY": ""}, "", posixpath, {"PATH": "/usr/bin:/bin", "EMPTY": ""}),
        (
            {"PATH": rf"{OSGEO}\bin;C:\Windows;c:/program files/qgis 3.40/apps/Qt5/bin"},
            OSGEO,
            ntpath,
            {"PATH": r"C:\Windows"},
        ),
        ({"PATH": rf"{OSGEO}1\bin;C:\Windows"}, OSGEO, ntpath, {"PATH": rf"{OSGEO}1\bin;C:\Windows"}),
        ({"SSL_CERT_FILE": rf"{OSGEO}\bin\curl-ca-bundle.crt", "PATHEXT": ".EXE"}, OSGEO, ntpath, {"PATHEXT": ".EXE"}),
    ],
    ids=[
        "python",
        "proj and gdal",
        "libraries",
        "path on linux",
        "path on windows",
        "a neighbour",
        "certificates of QGIS",
    ],
)
def test_what_is_qgis_own_is_left_out(variables, root, paths, kept):
    assert clean(variables, root, paths) == kept


def test_the_process_sees_the_clean_environment(talk, actor, monkeypatch):
    for name in ("PYTHONPATH", "PYTHONHOME", "PROJ_LIB", "GDAL_DATA", "LD_LIBRARY_PATH"):
        monkeypatch.setenv(name, "/of/qgis")
    monkeypatch.setenv("OF_THE_USER", "ä=1")
    it = talk(
        actor("""
            hello()
            for id, op in requests():
                say("done", id, stats={"environment": dict(os.environ), "arguments": sys.argv})
        """)
    )
    stats = it.do().stats
    seen = stats["environment"]
    assert not [name for name in seen if name.startswith(("PYTHON", "PROJ_", "GDAL_", "LD_LIBRARY_PATH"))]
    assert seen["OF_THE_USER"] == "ä=1"
    assert stats["arguments"][1:3] == ["-I", "-c"]


def test_the_interpreter_is_isolated_and_finds_the_engine_behind_its_own_packages(talk, real):
    program, arguments = worker_command(real, "--probe")
    assert (program, arguments[:2], arguments[-1]) == (real.python, ["-I", "-c"], "--probe")
    assert isinstance(talk(real).do("probe", {"quick": True}), Done)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (QNetworkProxy.ProxyType.HttpProxy, "http://ann:p%40ss@proxy.example:8080"),
        (QNetworkProxy.ProxyType.Socks5Proxy, "socks5://ann:p%40ss@proxy.example:8080"),
        (QNetworkProxy.ProxyType.NoProxy, None),
    ],
)
def test_the_proxy_of_qgis_becomes_variables(kind, expected):
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy(), manager.excludeList(), manager.noProxyList()
    proxy = QNetworkProxy(kind, "proxy.example", 8080, "ann", "p@ss")
    manager.setFallbackProxyAndExcludes(proxy, ["http://intranet.example/maps"], ["localhost"])
    try:
        found = proxy_variables()
    finally:
        manager.setFallbackProxyAndExcludes(*before)
    assert found.get("HTTPS_PROXY") == found.get("http_proxy") == expected
    assert found.get("NO_PROXY") == (expected and "intranet.example,localhost")
