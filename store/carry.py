"""What a new version of the index takes over from the one in use: each level, as far as the corpus has only grown.

To write tens of thousands of askings anew takes minutes; to copy the files that hold them, a second. Whether they are
the same is told by sums over each level's entries, which a version keeps in levels.json.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic_core import to_json

from store.levels import Level, LevelEntry

_SUMS = "levels.json"
Levels = Mapping[Level, Sequence[LevelEntry]]


def write_sums(folder: Path, levels: Levels, way: str) -> None:
    """Keeps in a version's folder what its levels hold and the `way` they were indexed. Raises OSError."""
    sums = {level: (len(found), _sum(found, way)) for level, found in levels.items()}
    (folder / _SUMS).write_text(json.dumps(sums), encoding="utf-8")


def carried(folder: Path, levels: Levels, way: str) -> dict[Level, int]:
    """The levels of the version in `folder` that `levels` begin with, each with its size; none of a version that does
    not say. Raises OSError or ValueError where that cannot be read."""
    if not (folder / _SUMS).exists():
        return {}
    sums = json.loads((folder / _SUMS).read_text(encoding="utf-8"))
    sizes: dict[Level, int] = {level: sums[level][0] for level in levels}
    return {level: size for level, size in sizes.items() if _sum(levels[level][:size], way) == sums[level][1]}


def _sum(entries: Sequence[LevelEntry], way: str) -> str:
    return hashlib.sha256(way.encode() + to_json(entries)).hexdigest()
