"""QGIS's way into the network: its proxy as variables for other programs, and its own downloads."""

from __future__ import annotations

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkRequest

from .fetch_uv import ACCEPT, FetchError, Page

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5",
}


def proxy_variables() -> dict[str, str]:
    """The proxy of QGIS's settings as programs read it from their environment; empty where QGIS has none."""
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    scheme = _SCHEMES.get(proxy.type(), "")
    if not scheme or not proxy.hostName():
        return {}
    address = QUrl()
    address.setScheme(scheme)
    address.setHost(proxy.hostName())
    address.setPort(proxy.port() or -1)
    address.setUserName(proxy.user())
    address.setPassword(proxy.password())
    through = bytes(address.toEncoded()).decode()
    past = ",".join(_host(each) for each in [*manager.excludeList(), *manager.noProxyList()] if _host(each))
    values = {"http_proxy": through, "https_proxy": through, **({"no_proxy": past} if past else {})}
    return {**values, **{name.upper(): value for name, value in values.items()}}  # programs differ in what they read


def read_page(url: str, authorization: str, feedback: QgsFeedback) -> Page:
    """Download with QGIS's proxy, certificates and time limit; may be called in any thread.

    Raises:
        FetchError: there is no answer, or none that is of use.
    """
    request = QNetworkRequest(QUrl(url))
    request.setRawHeader(b"Accept", ACCEPT.encode())
    if authorization:
        request.setRawHeader(b"Authorization", authorization.encode())
    download = QgsBlockingNetworkRequest()
    problem = download.get(request, True, feedback)
    if feedback.isCanceled():
        raise FetchError("The download was cancelled.")
    if problem != QgsBlockingNetworkRequest.ErrorCode.NoError:
        host = QUrl(url).host()
        raise FetchError(f"{host} cannot be read ({download.errorMessage()}): check the network and the proxy.")
    reply = download.reply()
    # QGIS compares names by their letters' case; servers that speak HTTP/2 send small ones.
    headers = {bytes(name).lower(): bytes(reply.rawHeader(name)) for name in reply.rawHeaderList()}
    kind = headers.get(b"content-type", b"").decode("latin-1").partition(";")[0].strip().lower()
    return Page(bytes(reply.content()), kind, reply.request().url().toString())


def _host(entry: str) -> str:
    """The host of an address that QGIS reaches without the proxy; entries may be hosts already."""
    return QUrl(entry).host() if "://" in entry else entry.partition("/")[0].strip()
