"""The catalogue's entry of a document that a user adds, before a person has looked at it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ingest.catalog import Entry
from ingest.guess import Guess, document_id, guess, short_title
from ingest.shelves import Shelves


def new_entry(text: str, name: str, about: Mapping[str, str], shelves: Shelves) -> Entry:
    """The entry of a document with this canonical text, from a file of this name: that of a catalogued document which
    is not held and is this one, else one of what the text says of itself, and its web page `about` it."""
    guessed = guess(text, about)
    return _known(guessed, shelves) or _guessed(guessed, name, shelves)


def with_short_title(entry: Entry, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that an entry is given, its short title among them where that came from a title that is given anew."""
    guessed = entry.short_title == _short(entry.title) == fields.get("short_title", entry.short_title)
    title = fields.get("title", entry.title)
    return fields | {"short_title": _short(title)} if guessed and title != entry.title else fields


def _short(title: str) -> str:
    return short_title(title) or title


def _known(guessed: Guess, shelves: Shelves) -> Entry | None:
    """The entry of a document that is catalogued but not held, and that this one is."""
    return next(
        (
            entry
            for entry in shelves.catalog.document
            if not entry.source
            and (entry.number == guessed.number if entry.number and guessed.number else entry.title == guessed.title)
        ),
        None,
    )


def _guessed(guessed: Guess, name: str, shelves: Shelves) -> Entry:
    """A new entry of what the text says of itself; by the file's name where it doesn't say its title."""
    title = guessed.title or Path(name).stem
    taken = [entry.id for entry in shelves.catalog.document]
    return Entry(
        id=document_id(title, guessed.number, taken),
        title=title,
        short_title=_short(title),
        kind=guessed.kind,
        number=guessed.number,
        issuer=guessed.issuer,
        issued_on=guessed.issued_on,
        in_force_from=guessed.in_force_from,
        in_force_until=guessed.in_force_until,
        replaces=_replaced(guessed, shelves) if guessed.in_force_from or guessed.issued_on else (),
    )


def _replaced(guessed: Guess, shelves: Shelves) -> tuple[str, ...]:
    """The held documents that end with this one: those of the number it names, else of the title."""
    return tuple(
        entry.id
        for entry in shelves.catalog.document
        if entry.source
        and any(
            entry.number == number if entry.number and number else title in (entry.title, entry.short_title)
            for title, number in guessed.ended
        )
    )
