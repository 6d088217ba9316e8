"""corpus/errata/<document id>.toml: repairs of places that no rule can mend, each with what was received and why.

[[repair]]
received = "建设?,F将"     # as it stands after the rules of ingest.clean
repaired = "建设。现将"
reason = "…"
count = 1                  # how often it stands there

[[as_received]]            # what looks like a slip of the publisher's: kept, and said to be so
text = "…"
reason = "…"
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ingest.toml import Filled, Strict, read_toml
from store.errors import ErrataError
from store.records import Repair


class RepairEntry(Strict):
    """One repair, which must match `count` times."""

    received: Filled
    repaired: Filled
    reason: Filled
    count: Annotated[int, Field(ge=1)] = 1


class AsReceived(Strict):
    """Words of the canonical text, there once, that look like a slip and are kept."""

    text: Filled
    reason: Filled


class Errata(Strict):
    """All that is known to be wrong with one source."""

    repair: tuple[RepairEntry, ...] = ()
    as_received: tuple[AsReceived, ...] = ()


def load_errata(corpus: Path, document_id: str) -> Errata:
    """The document's errata; none where it has no file. Raises ErrataError naming the entry and the field, or a file
    that has lost its entries."""
    path = errata_path(corpus, document_id)
    if not path.exists():
        return Errata()
    errata = read_toml(path, Errata, ErrataError)
    if errata == Errata():
        raise ErrataError(f"{path} has no entries; write them, or remove the file.")
    return errata


def errata_path(corpus: Path, document_id: str) -> Path:
    """Where a document's errata are, if it has any."""
    return corpus / "errata" / f"{document_id}.toml"


def apply_errata(text: str, errata: Errata) -> tuple[str, tuple[Repair, ...]]:
    """The repaired text, and its repairs in reading order. Raises ErrataError where an entry doesn't match as often
    as it says, or two entries mend the same characters."""
    pieces: list[str] = []
    repairs: list[Repair] = []
    done = length = 0
    for start, end, entry in _matches(text, errata):
        if start < done:
            raise ErrataError(f"The repair of “{entry.received}” overlaps the one before it; join the two.")
        pieces += [text[done:start], entry.repaired]
        length += start - done
        repairs.append(_changed(entry, length))
        length += len(entry.repaired)
        done = end
    repaired = "".join([*pieces, text[done:]])
    for slip in errata.as_received:
        _expect(repaired, slip.text, 1)
    return repaired, tuple(repairs)


def moved(at: int, repairs: Sequence[Repair]) -> int:
    """Where a place outside of all `repairs`, which are in reading order, stands after them."""
    for repair in repairs:
        if repair.start < at:
            at += repair.end - repair.start - len(repair.received)
    return at


def _matches(text: str, errata: Errata) -> list[tuple[int, int, RepairEntry]]:
    return sorted(
        (
            (match.start(), match.end(), entry)
            for entry in errata.repair
            for match in _expect(text, entry.received, entry.count)
        ),
        key=lambda match: match[:2],
    )


def _expect(text: str, words: str, count: int) -> Iterator[re.Match[str]]:
    found = list(re.finditer(re.escape(words), text))
    if len(found) != count:
        raise ErrataError(
            f"The errata expect “{words}” {count} times in the source, but it is there {len(found)} times; "
            "compare the entry with the source."
        )
    return iter(found)


def _changed(entry: RepairEntry, at: int) -> Repair:
    """What the entry changes: without the context that it repeats. `at`: where the repaired text stands."""
    received, repaired = entry.received, entry.repaired
    shorter = min(len(received), len(repaired))
    before = next((n for n in range(shorter) if received[n] != repaired[n]), shorter)
    after = next((n for n in range(shorter - before) if received[-1 - n] != repaired[-1 - n]), shorter - before)
    return Repair(at + before, at + len(repaired) - after, received[before : len(received) - after], entry.reason)
