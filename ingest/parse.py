"""From the catalogue to everything an index is built from: load, clean, outline, passages, notes."""

from dataclasses import replace
from pathlib import Path

from ingest.catalog import DeadlineEntry, Entry, PackageSource, PageSource
from ingest.clean import apply_rules, clean
from ingest.errata import errata_path, load_errata
from ingest.load import Loaded, load_source
from ingest.notes import load_notes
from ingest.outline import outline
from ingest.passages import passages
from ingest.shelves import load_shelves
from ingest.statutes import package_version, read_statute
from store.errors import CatalogError, ErrataError, SourceError
from store.records import Deadline, Document, Parsed
from store.settings import Settings


def parse_corpus(settings: Settings) -> list[Parsed]:
    """All documents of the corpus and the library, in the catalogues' order. Raises PolicyError for the first that
    cannot be parsed."""
    shelves = load_shelves(settings)
    return [parse_document(entry, shelves.folder(entry.id)) for entry in shelves.catalog.document]


def load_documents(settings: Settings) -> list[Document]:
    """The documents alone, a tenth of the work. Raises PolicyError for the first that cannot be read."""
    shelves = load_shelves(settings)
    return [_document(entry, shelves.folder(entry.id), None) for entry in shelves.catalog.document]


def parse_document(entry: Entry, corpus: Path, loaded: Loaded | None = None) -> Parsed:
    """Everything made of one entry's source; of a document that is not held, what the catalogue knows of it.

    `loaded` is what its file says, where that has been read before.

    Raises CatalogError, SourceError, ErrataError or NoteError.
    """
    source = entry.source
    if loaded is None and isinstance(source, PageSource):
        loaded = load_source(corpus / "sources", source.file)
    document = _document(entry, corpus, loaded)
    if not document.held:
        return Parsed(document)
    nodes = outline(document, {apply_rules(line): level for line, level in loaded.headings.items()} if loaded else {})
    return Parsed(document, nodes, passages(document, nodes), load_notes(document, nodes, corpus))


def _statute_text(document_id: str, source: PackageSource) -> str:
    try:
        return read_statute(source.statute, source.adopted).text
    except SourceError as error:
        raise SourceError(f"corpus/catalog.toml, document “{document_id}”, field source: {error}") from error


def _document(entry: Entry, corpus: Path, loaded: Loaded | None) -> Document:
    by_topic = {"examples", "english_examples"}
    fields = entry.model_dump(exclude={"source", "deadline", *by_topic})
    fields |= {name: tuple(getattr(entry, name).items()) for name in by_topic}
    known = Document(**fields, held=False)
    source = entry.source
    if source is None:
        return known
    errata = load_errata(corpus, entry.id)
    if isinstance(source, PackageSource):
        origin = f"数据包{package_version()}"
        received, edges = Loaded(_statute_text(entry.id, source)), ("", "")
    else:
        origin = f"{source.origin}（{source.file}）"
        received, edges = loaded or load_source(corpus / "sources", source.file), (source.first, source.last)
    try:
        cleaned = clean(received.text, errata, *edges, received.scanned)
    except ErrataError as error:
        raise ErrataError(f"{errata_path(corpus, entry.id)}: {error}") from error
    return replace(
        known,
        held=True,
        source=origin,
        text=cleaned.text,
        repairs=cleaned.repairs,
        scanned=cleaned.scanned,
        deadline=_deadline(entry.deadline, cleaned.text, entry.id) if entry.deadline else None,
    )


def _deadline(entry: DeadlineEntry, text: str, document_id: str) -> Deadline:
    """The deadline with the span of the words that say so. Raises CatalogError where they aren't there exactly once."""
    if text.count(entry.quote) != 1:
        raise CatalogError(
            f"corpus/catalog.toml, document “{document_id}”, field deadline: “{entry.quote}” stands "
            f"{text.count(entry.quote)} times in the document, not once."
        )
    start = text.index(entry.quote)
    return Deadline(entry.on, start, start + len(entry.quote))
