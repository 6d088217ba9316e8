"""Pages over the invented document: the index and the assistant are replaced, all the rest is the product's own."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest
from ui_fakes import APP, FakeAssistant, FakeIndex

from store.settings import Settings
from ui import chat, current, library


@pytest.fixture(autouse=True)
def _main_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page under test is left as `__main__`, which a process that a later test starts would run."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings with an empty home, where conversations and feedback are kept."""
    settings = Settings(home=tmp_path)
    monkeypatch.setattr(current, "load_settings", lambda: settings)
    return settings


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch, home: Settings) -> FakeAssistant:
    """The assistant that the pages ask."""
    fake = FakeAssistant()
    shared = library.Library(cast(Any, FakeIndex()), cast(Any, fake))
    monkeypatch.setattr(library, "current_version", lambda settings: "test")
    monkeypatch.setattr(library, "_open", lambda version: shared)
    monkeypatch.setattr(chat, "PAUSE", 0)
    return fake


@pytest.fixture
def open_app(assistant: FakeAssistant) -> Callable[..., AppTest]:
    """Opens the product at its first page, with query parameters."""

    def opened(**query: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=20)
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return opened
