"""An index is taken for up to date only where nothing that it is made from has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import inputs
from ingest.inputs import inputs_digest, remember, unchanged
from store.settings import Settings

VERSION = "20261128T120000000000-0123abcd"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A corpus, a library and an index in use."""
    made = Settings(home=tmp_path / "home", corpus=tmp_path / "corpus")
    for name in ("sources/a.txt", "notes/a.toml", "errata/a.toml", "catalog.toml", "vectors/a.npz"):
        _write(made.corpus / name)
    _write(made.library / "sources" / "b.txt")
    _write(made.index_home / "current", VERSION)
    remember(made, VERSION, inputs_digest(made))
    return made


def _write(path: Path, text: str = "before") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_nothing_changed(settings: Settings) -> None:
    assert unchanged(settings, inputs_digest(settings))


CHANGES: dict[str, Callable[[Settings], None]] = {
    "a source": lambda s: _write(s.corpus / "sources/a.txt", "behind"),
    "a note": lambda s: _write(s.corpus / "notes/a.toml", "behind"),
    "errata": lambda s: _write(s.corpus / "errata/a.toml", "behind"),
    "the catalogue": lambda s: _write(s.corpus / "catalog.toml", "behind"),
    "a new source": lambda s: _write(s.corpus / "sources/c.txt"),
    "a removed source": lambda s: (s.corpus / "sources/a.txt").unlink(),
    "a document added": lambda s: _write(s.library / "catalog.toml"),
    "another version in use": lambda s: _write(s.index_home / "current", VERSION.replace("2026", "2027")),
    "no version in use": lambda s: (s.index_home / "current").unlink(),
    "damage": lambda s: _write(s.index_home / "current", "?"),
    "nothing remembered": lambda s: (s.index_home / "inputs").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen(settings: Settings, change: Callable[[Settings], None]) -> None:
    change(settings)
    assert not unchanged(settings, inputs_digest(settings))


def test_kept_vectors_change_nothing(settings: Settings) -> None:
    _write(settings.corpus / "vectors/a.npz", "behind")
    assert unchanged(settings, inputs_digest(settings))


def test_a_file_that_goes_while_files_are_read_is_no_input(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = inputs._files
    monkeypatch.setattr(inputs, "_files", lambda paths: [*listed(paths), settings.corpus / "sources" / "gone.txt"])
    assert unchanged(settings, inputs_digest(settings))
