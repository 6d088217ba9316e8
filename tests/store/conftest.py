"""Where the store's tests keep things: in files, on a real Chroma server, on a real PostgreSQL server."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest
from pydantic import HttpUrl

from store.settings import Settings
from store.userdata import UserData


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
    return Settings(home=tmp_path)


@pytest.fixture(params=["files", "server"])
def either(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """An empty home, once with the vectors in files and once on the server."""
    if request.param == "files":
        return settings
    return settings.model_copy(update={"chroma_url": request.getfixturevalue("chroma_server")})


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests. Skips where PostgreSQL is not installed."""
    folders = [*map(str, Path("/usr/lib/postgresql").glob("*/bin")), os.environ["PATH"]]
    initdb, postgres = (shutil.which(name, path=":".join(folders)) for name in ("initdb", "postgres"))
    if initdb is None or postgres is None:
        pytest.skip("PostgreSQL is not installed")
    user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    with tempfile.TemporaryDirectory() as home, socket.socket() as free:
        if user:
            shutil.chown(home, user)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home, "user": user}
        subprocess.run([initdb, "-D", "data", "-U", "tests", "-A", "trust", "-E", "UTF8", "-N"], check=True, **quiet)
        free.close()
        server = subprocess.Popen([postgres, "-D", "data", "-p", str(port), "-k", "", "-F"], **quiet)
        try:
            address = f"postgresql://tests@127.0.0.1:{port}/postgres"
            _wait_for_postgres(address)
            yield address
        finally:
            server.send_signal(signal.SIGINT)  # does not wait for connections to close, as SIGTERM would
            server.wait()


def _wait_for_postgres(address: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(address).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


@pytest.fixture(params=["sqlite", "postgres"])
def either_database(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings with an empty database for what users leave behind: once a SQLite file, once on PostgreSQL."""
    if request.param == "sqlite":
        return Settings(home=tmp_path)
    server = request.getfixturevalue("postgres_server")
    name = f"test_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return Settings(home=tmp_path, database_url=server.removesuffix("postgres") + name)


@pytest.fixture
def user_data(either_database: Settings) -> UserData:
    """The opened database."""
    return UserData(either_database)
