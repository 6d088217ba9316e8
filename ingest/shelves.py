"""Both folders of documents as one catalogue: the product's own corpus, and the library of what users added.

The library, `Settings.library`, is laid out as the corpus is: catalog.toml and sources/.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

from pydantic import field_validator

from ingest.catalog import Catalog, Entry, load_catalog
from ingest.toml import Strict, read_toml
from store.errors import CatalogError
from store.records import Status
from store.settings import Settings


class Shelf(Strict):
    """The library's catalogue. What its documents replace may stand in the other one."""

    document: tuple[Entry, ...] = ()

    @field_validator("document", mode="before")
    @classmethod
    def _of_phrases(cls, entries: Any) -> Any:
        """A status was a phrase once (现行有效, 失效，由…代替), and what users added then says so still."""
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and "status" in entry and entry["status"] not in get_args(Status):
                phrase = str(entry["status"])
                words: dict[str, Status] = {"失效": "lapsed", "废止": "lapsed", "申报期已过": "closed"}
                entry["status"] = next((word for sign, word in words.items() if sign in phrase), "in force")
        return entries


@dataclass(frozen=True, slots=True)
class Shelves:
    """Every document of both folders, those of the corpus first, and the folder that each is in."""

    catalog: Catalog
    added: frozenset[str]  # ids of what is in the library
    settings: Settings

    def folder(self, document_id: str) -> Path:
        """The folder whose sources, errata and notes are the document's."""
        return self.settings.library if document_id in self.added else self.settings.corpus


def load_shelf(library: Path) -> Shelf:
    """The library's catalogue, empty while nothing was added. Raises CatalogError."""
    path = library / "catalog.toml"
    return read_toml(path, Shelf, CatalogError) if path.exists() else Shelf()


def load_shelves(settings: Settings) -> Shelves:
    """Both catalogues. A document of the library takes the place of the corpus's entry of the same id where that one is
    not held. Raises CatalogError where it is, or where one of the two cannot be read."""
    corpus, library = load_catalog(settings.corpus).document, load_shelf(settings.library).document
    added = {entry.id: entry for entry in library}
    for entry in corpus:
        if entry.id in added and entry.source:
            raise CatalogError(
                f"The document “{entry.id}” is in {settings.corpus} and was added to {settings.library} as well; "
                "rename one of the two."
            )
    own = {entry.id for entry in corpus}
    entries = [added.get(entry.id, entry) for entry in corpus] + [entry for entry in library if entry.id not in own]
    catalog = Catalog.model_construct(document=tuple(_superseded(entry, library) for entry in entries))
    return Shelves(catalog, frozenset(added), settings)


def _superseded(entry: Entry, library: Iterable[Entry]) -> Entry:
    """The entry as it is since a document of the library has replaced it: it stays, and is in force until the day
    before the first that replaces it begins, if it doesn't end of itself earlier."""
    begins = [newer.in_force_from or newer.issued_on for newer in library if entry.id in newer.replaces]
    dated = [since for since in begins if since]
    if not dated:
        return entry
    until = min(min(dated) - timedelta(days=1), entry.in_force_until or date.max)
    return entry.model_copy(update={"in_force_until": until})
