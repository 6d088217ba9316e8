"""The seal of a version's files: sums that tell at opening whether every file is still as it was written.

Without it damage would show late or never: Chroma answers wrongly from a vector file that was cut off, and one that was
changed can crash the process.
"""

import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

CHROMA = Path("chroma", "chroma.sqlite3")  # what Chroma calls its file
_SEAL = "seal.json"
_UNSEALED = f"{CHROMA.name}*"  # Chroma writes a line to it with every opening; SQLite's own check has to do
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


def check_sqlite(file: Path) -> None:
    """Raises sqlite3.Error if `file` is not a whole SQLite file. Chroma would make a missing one anew, and keeps the
    client that failed on a damaged one for the life of the process.
    """
    with closing(read_only(file)) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError(f"{file} is damaged")


def read_only(file: Path) -> sqlite3.Connection:
    """A connection that never makes the file, nor changes it."""
    return sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)


def is_whole(folder: Path) -> bool:
    """Whether a version's files, its vectors among them, are as they were sealed, which takes no opening of them."""
    try:
        check_seal(folder)
        check_sqlite(folder / CHROMA)
    except (OSError, ValueError, sqlite3.Error):
        return False
    return True


def _sum(path: Path) -> int:
    total = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return total
