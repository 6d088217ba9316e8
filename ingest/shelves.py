"""Both folders of documents as one catalogue: the product's own corpus, and the library of what users added.

The library, `Settings.library`, is laid out as the corpus is: catalog.toml and sources/.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from ingest.catalog import Catalog, Entry, load_catalog
from ingest.toml import Strict, read_toml
from store.errors import CatalogError
from store.settings import Settings


class Shelf(Strict):
    """The library's catalogue. What its documents replace may stand in the other one."""

    document: tuple[Entry, ...] = ()


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
    begins = [(newer.in_force_from or newer.issued_on, newer) for newer in library if entry.id in newer.replaces]
    dated = [(since, newer) for since, newer in begins if since]
    if not dated:
        return entry
    since, newer = min(dated, key=lambda one: one[0])
    until = min(since - timedelta(days=1), entry.in_force_until or date.max)
    number = f"（{newer.number}）" if newer.number else ""  # versions often have the same title
    status = f"自{since.year}年{since.month}月{since.day}日起由《{newer.title}》{number}代替"
    return entry.model_copy(update={"in_force_until": until, "status": status})
