"""Office files are zip archives: what one unpacks to is known before any of it is unpacked."""

import zipfile
from pathlib import Path
from typing import BinaryIO

from store.errors import PolicyError

_MAX_UNPACKED = 200_000_000  # bytes; what a small file unpacks to may not fill the memory


def parts_of(archive: Path | BinaryIO, name: str, error: type[PolicyError]) -> set[str]:
    """The names of the parts of an archive that its reader calls `name`.

    Raises `error` where they would unpack to too much, what `zipfile` raises where it is no archive or a damaged one.
    """
    with zipfile.ZipFile(archive) as package:
        parts = package.infolist()
    if sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise error(
            f"{name} would unpack to more than {_MAX_UNPACKED // 1_000_000} MB and is not opened.",
            f"“{name}”解压后超过{_MAX_UNPACKED // 1_000_000}MB，没有打开。",
        )
    return {part.filename for part in parts}
