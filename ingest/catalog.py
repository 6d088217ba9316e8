"""corpus/catalog.toml: every document the product knows of, held or not."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, field_validator, model_validator

from ingest.statutes import read_statute
from ingest.toml import Filled, Strict, read_toml
from store.errors import CatalogError, NotFoundError
from store.records import Kind, Status


def _on_the_web(address: str) -> str:
    """The address as it is, "" where none is known. Raises ValueError for what is no http or https address."""
    parts = urlsplit(address)
    web = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    if address and (not web or re.search(r"\s", address)):
        raise ValueError(f"“{address}” is no http or https address")
    return address


Address = Annotated[str, AfterValidator(_on_the_web)]


class PageSource(Strict):
    """A text page in corpus/sources. `first` and `last` are whole lines of the cleaned page, each there once, between
    which the document stands, both included; without them the whole page is the document."""

    file: Filled
    origin: Filled  # where the page came from, as a reader is told
    first: str = ""  # one line, or several that follow each other
    last: str = ""

    @field_validator("first", "last")
    @classmethod
    def _without_edges(cls, lines: str) -> str:
        return lines.strip()


class PackageSource(Strict):
    """A statute of the data package (`ingest.statutes`), in the version adopted on that day or else the newest."""

    statute: Filled
    adopted: date | None = None


class DeadlineEntry(Strict):
    """A day on which the document's own offer closes, and the words of the document that say so, there once."""

    on: date
    quote: Filled


class Entry(Strict):
    """One document. Fields are those of `store.records.Document`; without a source it is known but not held."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: Filled
    short_title: Filled
    kind: Kind
    status: Status = "in force"
    remark: str = ""
    number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    replaces: tuple[str, ...] = ()  # ids
    address: Address = ""
    site: Address = ""
    related: str = ""
    aliases: tuple[str, ...] = ()
    source: PageSource | PackageSource | None = None
    deadline: DeadlineEntry | None = None
    examples: dict[Filled, tuple[Filled, ...]] = Field(default_factory=dict)  # questions to begin with, by topic
    english_examples: dict[Filled, tuple[Filled, ...]] = Field(default_factory=dict)  # those of the English page

    @property
    def ends_before_it_begins(self) -> bool:
        """Whether it would be in force until a day before the one since which it is."""
        return bool(self.in_force_from and self.in_force_until and self.in_force_until < self.in_force_from)


class Catalog(Strict):
    """All entries, in the order that documents are listed to users.

    `statutes` names statutes of the data package of which nothing needs to be said that the package doesn't know.
    """

    statutes: tuple[Filled, ...] = ()
    document: tuple[Entry, ...] = ()

    @model_validator(mode="after")
    def _agrees(self) -> "Catalog":
        """Ids are unique; what is said to be replaced is catalogued; nothing ends before it begins."""
        ids = [entry.id for entry in self.document]
        for entry in self.document:
            if ids.count(entry.id) > 1:
                raise ValueError(f"document “{entry.id}” is there twice")
            for replaced in entry.replaces:
                if replaced not in ids:
                    raise ValueError(f"document “{entry.id}”, field replaces: there is no “{replaced}”")
            if entry.ends_before_it_begins:
                raise ValueError(
                    f"document “{entry.id}”, field in_force_until: {entry.in_force_until} is before the day "
                    f"since which it is in force, in_force_from: {entry.in_force_from}"
                )
            if entry.deadline and not entry.source:
                raise ValueError(f"document “{entry.id}”, field deadline: the document it quotes is not held")
        return self

    def entry(self, document_id: str) -> Entry:
        """The entry of this id. Raises NotFoundError listing the ids there are."""
        for entry in self.document:
            if entry.id == document_id:
                return entry
        known = ", ".join(entry.id for entry in self.document)
        raise NotFoundError(f"There is no document “{document_id}” in the catalogue. It has: {known}.")


def load_catalog(corpus: Path) -> Catalog:
    """The catalogue of the corpus folder, `statutes` written out as entries. Raises CatalogError naming the entry and
    the field, SourceError for a statute that the package doesn't hold."""
    catalog = read_toml(corpus / "catalog.toml", Catalog, CatalogError)
    return catalog.model_copy(update={"document": (*catalog.document, *map(package_entry, catalog.statutes))})


def package_entry(name: str, adopted: date | None = None) -> Entry:
    """The entry of a statute of which only the data package knows, in the version of that day or the newest.

    Raises SourceError if the package doesn't hold it.
    """
    statute = read_statute(name, adopted)
    return Entry(
        id=f"statute-{statute.law_id}",
        title=statute.name,
        short_title=statute.short_name,
        kind="statute",
        status="lapsed" if statute.repealed else "in force",
        remark="" if statute.effective_on else "施行日期待核",
        issuer=statute.issuer,
        issued_on=statute.issued_on,
        in_force_from=statute.effective_on,
        source=PackageSource(statute=statute.name, adopted=statute.issued_on),
    )
