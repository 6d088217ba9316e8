"""Which version of the index is in use: the file `current` under `home/index` names it."""

import re

from store.errors import IndexDamagedError, StoreError
from store.settings import Settings

VERSION = re.compile(r"\d{8}T\d{12}-[0-9a-f]{8}")


def current_version(settings: Settings) -> str | None:
    """The version in use, None before the first build; one small file is read.

    Raises IndexDamagedError if that file names no version, StoreError if the folder cannot be read.
    """
    try:
        version = (settings.index_home / "current").read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"The folder {settings.index_home} cannot be read: {error.strerror}.") from error
    if not VERSION.fullmatch(version):
        raise damaged(settings)
    return version


def damaged(settings: Settings) -> IndexDamagedError:
    """The error for an index that cannot be read."""
    return IndexDamagedError(
        f"The index in {settings.index_home} is damaged; `python -m ingest build` rebuilds it from the sources."
    )
