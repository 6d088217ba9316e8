"""What the index in use was made from, as one sum over files, so that an unchanged corpus need not even be parsed.

Whatever goes into an index counts: catalogues, sources, errata, notes, what users added, the data package, our own code
and the versions of the libraries it uses. A change may leave the index as it is; parsing then tells.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from ingest.statutes import package_version
from store.errors import IndexDamagedError
from store.settings import ROOT, Settings
from store.version import current_version

_CODE = ("ingest", "store", "requirements.lock")
_CORPUS = ("catalog.toml", "sources", "errata", "notes")


def inputs_digest(settings: Settings) -> str:
    """A SHA-256 over everything that an index is made from.

    A file that cannot be read, as one that was removed after it was listed, is left out, as it would be a moment later;
    whether an index can do without it, parsing tells.
    """
    digest = hashlib.sha256(package_version().encode())
    for folder, names in ((ROOT, _CODE), (settings.corpus, _CORPUS), (settings.library, _CORPUS)):
        for path in _files(folder / name for name in names):
            try:
                content = path.read_bytes()
            except OSError:
                continue
            digest.update(f"\n{path.relative_to(folder)} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> list[Path]:
    """The files at or under `paths`, in order, compiled code left out."""
    found = [file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])]
    return sorted(file for file in found if file.is_file() and file.suffix != ".pyc")


def remember(settings: Settings, version: str, digest: str) -> None:
    """Keep that `version` of the index was made from what had this digest."""
    (settings.index_home / "inputs").write_text(f"{version} {digest}", encoding="utf-8")


def unchanged(settings: Settings, digest: str) -> bool:
    """Whether the version in use was made from what has this digest."""
    try:
        kept = (settings.index_home / "inputs").read_text(encoding="utf-8")
        return kept == f"{current_version(settings)} {digest}"
    except (OSError, UnicodeDecodeError, IndexDamagedError):
        return False
