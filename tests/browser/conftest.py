"""The product as its users meet it: `python -m ui` over an index built from the corpus, opened in Chromium.

Skipped where no Chromium is found; POLICY_REQUIRE_BROWSER=1 makes that a failure. POLICY_CHROMIUM names another one.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from ingest.catalog import load_catalog
from ingest.toml import to_toml

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Size = Literal["desk", "phone"]
SIZES: dict[Size, ViewportSize] = {"desk": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs Chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(300))  # the first one builds the index


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = (os.environ.get("POLICY_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        reason = "no Chromium found: install one or name it in POLICY_CHROMIUM"
        if os.environ.get("POLICY_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the product is served. Asks for `browser` first, so that nothing is built for tests that are skipped."""
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "POLICY_HOME": str(home),
        "POLICY_CORPUS": str(_policies(tmp_path_factory.mktemp("corpus"))),
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run([sys.executable, "-m", "ingest", "build"], cwd=ROOT, env=environment, check=True)
    served = subprocess.Popen([sys.executable, "-m", "ui", "--port", str(port)], cwd=home, env=environment)
    try:
        yield _when_up(f"http://localhost:{port}", served)
    finally:
        served.terminate()
        served.wait(20)


def _policies(corpus: Path) -> Path:
    """A copy of the corpus without the statutes, which take minutes to index."""
    shutil.copytree(ROOT / "corpus", corpus, dirs_exist_ok=True)
    entries = [entry for entry in load_catalog(corpus).document if entry.kind == "policy"]
    (corpus / "catalog.toml").write_text("\n".join(to_toml("document", entry) for entry in entries), encoding="utf-8")
    return corpus


def _when_up(address: str, served: "subprocess.Popen[bytes]") -> str:
    for _ in range(120):
        assert served.poll() is None, "python -m ui ended"
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
        except OSError:
            time.sleep(0.25)
        else:
            return address
    raise AssertionError("python -m ui did not come up")


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens an address of the product in a fresh window; whatever it asks of another host fails the test."""
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))

    def opened(path: str = "/", size: Size = "desk") -> Page:
        page = context.new_page()
        page.set_viewport_size(SIZES[size])
        page.goto(address + path)
        page.wait_for_selector(".foot")
        return page

    yield opened
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
