"""Getting official texts, from a server on this machine that serves pages made for the test."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ingest import fetch as fetching
from ingest.fetch import AGENT, fetch
from store.errors import NetworkError, SourceError

Answer = tuple[int, dict[str, str], bytes]
Serve = Callable[..., str]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """serve({"/page": b"…"}) gives the server's address; `asked` is what it was asked for."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    servers = []

    def start(pages: dict[str, bytes | Answer], asked: list[tuple[str, str]] | None = None) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if asked is not None:
                    asked.append((self.path, self.headers["User-Agent"]))
                page = pages.get(self.path, (404, {}, b""))
                status, headers, content = page if isinstance(page, tuple) else (200, {}, page)
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(content))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def redirect(to: str) -> Answer:
    return 302, {"Location": to}, b""


def test_a_page_is_received_as_it_is_after_robots_were_asked(serve: Serve) -> None:
    asked: list[tuple[str, str]] = []
    assert fetch(serve({"/page": b"\xff\x00text"}, asked) + "/page") == b"\xff\x00text"
    assert asked == [("/robots.txt", AGENT), ("/page", AGENT)]


def test_a_redirect_within_the_host_is_followed(serve: Serve) -> None:
    address = serve({"/old": redirect("/new"), "/new": b"here"})
    assert fetch(address + "/old") == b"here"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("http://a.example/old", "https://a.example/new"),
        ("https://a.example/old", "https://A.example:443/new"),
        ("https://a.example:8443/old", "https://a.example:8443/new"),
    ],
)
def test_a_redirect_may_go_to_https(address: str, target: str) -> None:
    assert fetching._redirected(address, target) == target


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.example/old", "http://a.example/new"),
        ("https://a.example/old", "https://a.example:8443/new"),
        ("https://a.example:8443/old", "https://a.example/new"),
        ("http://a.example/old", "https://a.example:8443/new"),
        ("http://a.example/old", "https://b.example/new"),
    ],
)
def test_a_redirect_never_leaves_https_or_the_port(address: str, target: str) -> None:
    with pytest.raises(SourceError, match="leads to another site"):
        fetching._redirected(address, target)


ROBOTS = f"User-agent: *\nDisallow:\n\nUser-agent: {AGENT}\nDisallow: /closed\n".encode()
REFUSED: dict[str, tuple[dict[str, bytes | Answer], str]] = {
    "robots": ({"/robots.txt": ROBOTS, "/closed": b"x"}, "asks programs not to fetch"),
    "robots after a redirect": (
        {"/robots.txt": ROBOTS, "/page": redirect("/closed"), "/closed": b"x"},
        "asks programs",
    ),
    "robots that fail": ({"/robots.txt": (503, {}, b""), "/page": b"x"}, "asks programs not to fetch"),
    "another host": ({"/page": redirect("http://localhost:9/x")}, "leads to another site"),
    "another port": ({"/page": redirect("http://127.0.0.1:9/x")}, "leads to another site"),
    "another scheme": ({"/page": redirect("file:///etc/passwd")}, "leads to another site"),
    "a circle": ({"/page": redirect("/page")}, "without end"),
    "not there": ({}, "status 404"),
    "too large": ({"/page": b"x" * 2000}, "is larger than 0.001 MB"),
    "cut off": ({"/page": (200, {"Content-Length": "100"}, b"only this")}, "was not received whole"),
    "badly packed": ({"/page": (200, {"Content-Encoding": "gzip"}, b"no gzip")}, "was not received whole"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_fetched(serve: Serve, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 1000)
    pages, sentence = REFUSED[case]
    with pytest.raises(SourceError, match=sentence) as caught:
        fetch(serve(pages) + ("/closed" if case == "robots" else "/page"))
    assert caught.value.chinese


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/page", "http://no-such-host.invalid/", "http://[/"])
def test_without_a_network(address: str, serve: Serve) -> None:
    with pytest.raises(NetworkError, match="cannot be reached"):
        fetch(address)
