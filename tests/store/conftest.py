"""Where the store's tests keep their index: in files, and on a real Chroma server."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pydantic import HttpUrl
from small_corpus import settings_in

from store.settings import Settings


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HttpUrl]:
    """The address of a Chroma server that lives as long as the tests."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    chroma = shutil.which("chroma", path=str(Path(sys.executable).parent))
    assert chroma, "the chroma command is installed with chromadb"
    command = [chroma, "run", "--path", str(tmp_path_factory.mktemp("server")), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/api/v2/heartbeat")
        yield HttpUrl(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            httpx.get(address).raise_for_status()
            return
        except httpx.HTTPError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty home with everything in files."""
    return settings_in(tmp_path)


@pytest.fixture(params=["files", "server"])
def either(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """An empty home, once with the vectors in files and once on the server."""
    if request.param == "files":
        return settings
    return settings.model_copy(update={"chroma_url": request.getfixturevalue("chroma_server")})
