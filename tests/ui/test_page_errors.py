"""What is wrong with the index is one sentence on the page; a rebuilt index is noticed."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from ui_fakes import APP, html

from store.errors import IndexDamagedError, StoreError
from store.settings import Settings
from ui import library
from ui.texts import CHINESE


def test_missing_index_says_how_to_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(library, "load_settings", lambda: Settings(home=tmp_path))
    app = AppTest.from_file(str(APP), default_timeout=20).run()
    assert f'role="alert">{CHINESE.index_missing}</div>' in html(app)
    assert "python -m ingest build" in CHINESE.index_missing
    assert not app.exception
    assert not app.error


@pytest.mark.usefixtures("assistant")
def test_damaged_index_says_how_to_rebuild(open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(version: str) -> None:
        raise IndexDamagedError("detail")

    monkeypatch.setattr(library, "_open", damaged)
    app = open_app()
    assert CHINESE.index_damaged in html(app)
    assert not app.exception


@pytest.mark.usefixtures("assistant")
def test_other_errors_are_shown_as_text(open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(version: str) -> None:
        raise StoreError("文件夹 <b>a</b> 无法读取。")

    monkeypatch.setattr(library, "_open", gone)
    assert "文件夹 &lt;b&gt;a&lt;/b&gt; 无法读取。" in html(open_app())


def test_rebuilt_index_is_opened_anew_and_the_old_one_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    closed: list[str] = []
    version = "1"

    class Index:
        def __init__(self, version: str) -> None:
            self.version = version

        @staticmethod
        def open(settings: Settings) -> Any:
            opened.append(version)
            return Index(version)

        def close(self) -> None:
            closed.append(self.version)

    monkeypatch.setattr(library, "Index", Index)
    monkeypatch.setattr(library, "Assistant", lambda index: index)
    monkeypatch.setattr(library, "current_version", lambda settings: version)
    library._open.clear()  # type: ignore[attr-defined]
    assert library.open_library().index.version == "1"
    in_use = library.open_library()
    version = "2"
    assert library.open_library().index.version == "2"
    assert (opened, closed) == (["1", "2"], [])
    del in_use
    gc.collect()
    assert closed == ["1"]
    library._open.clear()  # type: ignore[attr-defined]
