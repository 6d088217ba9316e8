"""Get a page from the official address of a document: politely, and nothing but that page."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from ingest.load import MAX_BYTES
from store.errors import NetworkError, SourceError

AGENT = "policy-assistant"
_TIMEOUT = httpx.Timeout(20, connect=10)
_WHOLE_TIME = 120.0  # seconds that a page may take, however steadily it trickles in
_REDIRECTS = 5
_ROBOTS_BYTES = 500_000
_PORTS = {"http": 80, "https": 443}


def fetch(address: str) -> bytes:
    """The page at this address, as received.

    Raises NetworkError where its site cannot be reached, SourceError where the site forbids it to programs, answers
    with an error, sends it too slowly or too much, or leads to another host.
    """
    with _explained(address), httpx.Client(timeout=_TIMEOUT, headers={"User-Agent": AGENT}) as client:
        robots = _robots(client, address)
        for _ in range(_REDIRECTS + 1):
            if not robots.can_fetch(AGENT, address):
                raise SourceError(
                    f"The site asks programs not to fetch {address}; get the page by hand and add the file.",
                    f"网站不允许程序获取 {address}，请手工下载后添加。",
                )
            status, location, content = _get(client, address, MAX_BYTES)
            if location is None:
                _expect_ok(status, address)
                return content
            address = _redirected(address, location)
    raise SourceError(f"{address} leads from page to page without end.", f"{address} 反复跳转，无法获取。")


def _get(client: httpx.Client, address: str, limit: int) -> tuple[int, str | None, bytes]:
    """Status, where the page leads to if it is a redirect, and its bytes."""
    content, started = bytearray(), time.monotonic()
    with client.stream("GET", address) as response:
        if response.has_redirect_location:
            return response.status_code, response.headers["location"], b""
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > limit or time.monotonic() - started > _WHOLE_TIME:
                raise SourceError(
                    f"The page at {address} is larger than {limit / 1_000_000:g} MB or comes too slowly.",
                    f"{address} 的页面太大或传输太慢，没有获取。",
                )
        return response.status_code, None, bytes(content)


def _robots(client: httpx.Client, address: str) -> RobotFileParser:
    """What the site asks of programs: all is allowed where it has no such file, nothing where that one fails."""
    robots = RobotFileParser()
    status, location, content = _get(client, urljoin(address, "/robots.txt"), _ROBOTS_BYTES)
    if status < 300:
        robots.parse(content.decode("utf-8", "replace").splitlines())
    elif location or 400 <= status < 500:
        robots.parse([])
    else:
        robots.parse(["User-agent: *", "Disallow: /"])
    return robots


def _redirected(address: str, location: str) -> str:
    """Where a page leads to, within its site: the same scheme, host and port, or from http to https.

    Raises SourceError for any other place.
    """
    target = urljoin(address, location)
    scheme, host, port = _origin(address)
    if _origin(target) not in {(scheme, host, port), ("https", host, 443 if scheme == "http" else port)}:
        raise SourceError(
            f"{address} leads to another site, {target}; it was not followed.",
            f"{address} 跳转到其他网站，没有跟随。",
        )
    return target


def _origin(address: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port of an address."""
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _expect_ok(status: int, address: str) -> None:
    if status != httpx.codes.OK:
        raise SourceError(
            f"The site answers {address} with status {status}; look whether the document has moved.",
            f"网站以状态码 {status} 答复 {address}，页面可能已经移动。",
        )


@contextmanager
def _explained(address: str) -> Iterator[None]:
    """Failures of the network as sentences."""
    try:
        yield
    except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
        raise SourceError(
            f"{address} was not received whole; try again.", f"{address} 没有接收完整，请重试。"
        ) from error
    except (httpx.TransportError, httpx.InvalidURL, ValueError) as error:
        raise NetworkError(
            f"{address} cannot be reached; is there a network? Or get the page by hand and add the file.",
            f"无法连接 {address}，请检查网络，或手工下载后添加。",
        ) from error
