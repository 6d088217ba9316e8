"""The seal of a version's files: sums that tell at opening whether every file is still as it was written.

Without it damage would show late or never: Chroma answers wrongly from a vector file that was cut off, and one that was
changed can crash the process.
"""

import json
import zlib
from pathlib import Path

_SEAL = "seal.json"
_UNSEALED = "chroma.sqlite3*"  # Chroma writes a line to it with every opening; SQLite's own check has to do
_CHUNK = 1 << 20


def seal(folder: Path) -> None:
    """Writes the sums of all files under `folder`."""
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.match(_UNSEALED)]
    sums = {path.relative_to(folder).as_posix(): _sum(path) for path in paths}
    (folder / _SEAL).write_text(json.dumps(sums), encoding="utf-8")


def check_seal(folder: Path) -> None:
    """Raises ValueError or OSError if a file under `folder` is missing or not as it was sealed."""
    for name, total in json.loads((folder / _SEAL).read_text(encoding="utf-8")).items():
        if _sum(folder / name) != total:
            raise ValueError(f"{folder / name} has changed")


def _sum(path: Path) -> int:
    total = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return total
