"""Documents that users add: proposed from a file, confirmed by a person, then kept in the library and indexed.

The catalogue of the library is changed in one step, and changed back where the index cannot be built: whatever goes
wrong, what was there before is there afterwards.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from filelock import FileLock, Timeout
from pydantic import ValidationError

from ingest.catalog import Entry, PageSource
from ingest.clean import clean
from ingest.errata import Errata
from ingest.inputs import inputs_digest, remember, unchanged
from ingest.jumps import Jump, jumps
from ingest.load import Loaded, keep_reading, no_text, read_source
from ingest.new_entry import new_entry, with_short_title
from ingest.parse import load_documents, parse_corpus, parse_document
from ingest.shelves import Shelf, load_shelf, load_shelves
from ingest.toml import to_toml
from store.builder import BuildReport, Progress, build_index
from store.errors import BuildInProgressError, CatalogError, NotFoundError, SourceError, StoreError
from store.records import Document, Parsed
from store.settings import Settings

_FIELDS = {
    "id": "标识", "title": "标题", "short_title": "简称", "number": "文号", "issuer": "发文机关",
    "issued_on": "发文日期", "in_force_from": "施行日期",
    "in_force_until": "失效日期", "replaces": "代替的文件",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """A document as it would be added: its entry, guessed or corrected, and what is made of its file."""

    entry: Entry
    content: bytes
    loaded: Loaded
    parsed: Parsed
    jumps: tuple[Jump, ...]


def propose(content: bytes, name: str, settings: Settings) -> Proposal:
    """What adding the file would make of it. `name` is the file's, `content` its bytes.

    A document that the catalogue knows by this number or title, and that is not held, keeps its entry there.
    Raises SourceError where the file cannot be read, or where its text is held already.
    """
    loaded = read_source(content, name)
    source = PageSource(file=name, origin=f"用户添加：{name}")
    text = clean(loaded.text, Errata()).text
    if not text:
        raise no_text(name)
    entry = new_entry(text, name, loaded.about, load_shelves(settings))
    proposal = _parsed(entry.model_copy(update={"source": source}), content, loaded, settings)
    _refuse_twice(proposal.parsed.document, load_documents(settings))
    return proposal


def propose_fetched(content: bytes, known: Entry, on: date, settings: Settings) -> Proposal:
    """What adding the page received from an entry's official address that day would make of it.

    Raises SourceError where the page cannot be read, or doesn't hold the document.
    """
    name = f"{known.id}{Path(urlsplit(known.address).path).suffix or '.html'}"
    loaded = read_source(content, name)
    lines = clean(loaded.text, Errata()).text.split("\n")
    if not any(known.title in line or (known.number and known.number in line) for line in lines):
        raise SourceError(
            f"The page at {known.address} doesn't hold {known.id} ({known.title}); nothing was added.",
            f"{known.address} 的页面中没有《{known.title}》，没有添加。",
        )
    first = known.title if lines.count(known.title) == 1 else ""  # what stands above it is the site's
    source = PageSource(file=name, origin=f"官方网站，{on:%Y-%m-%d}获取", first=first)
    return _parsed(known.model_copy(update={"source": source}), content, loaded, settings)


def corrected(proposal: Proposal, settings: Settings, **fields: Any) -> Proposal:
    """The proposal with other fields of its entry; another title brings its own short title with it, unless that is
    given too. Raises CatalogError naming a field that cannot be so."""
    fields = with_short_title(proposal.entry, fields)
    return _parsed(_with(proposal.entry, fields), proposal.content, proposal.loaded, settings)


def add(proposal: Proposal, settings: Settings, progress: Progress | None = None) -> BuildReport:
    """Keep the document and index it; only its own passages are embedded.

    Raises CatalogError where the entry doesn't fit those there are, SourceError where its text is held already,
    StoreError where the index cannot be built; in each case everything is as it was.
    """
    with _locked(settings):
        _check(proposal.entry, load_shelves(settings).catalog.document)
        _refuse_twice(proposal.parsed.document, load_documents(settings))
        shelf = load_shelf(settings.library)
        file = settings.library / "sources" / _file_name(proposal)
        source = _source(proposal.entry).model_copy(update={"file": file.name})
        entry = proposal.entry.model_copy(update={"source": source})
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(proposal.content)
        if proposal.loaded.scanned:
            keep_reading(file, proposal.content, proposal.loaded)
        try:
            return _change(Shelf(document=(*shelf.document, entry)), settings, progress)
        except BaseException:
            _discard(file)
            raise


def edit(edited: str, fields: dict[str, Any], settings: Settings, progress: Progress | None = None) -> BuildReport:
    """Correct what is said of an added document; its text stays as it is, and what is indexed of it is used again.

    Raises NotFoundError where no such document was added, CatalogError where `fields` don't fit, StoreError where the
    index cannot be built.
    """
    with _locked(settings):
        shelf = load_shelf(settings.library)
        entry = _with(_added(edited, shelf), fields)
        _check(entry, [other for other in load_shelves(settings).catalog.document if other.id != edited])
        changed = tuple(entry if other.id == edited else other for other in shelf.document)
        return _change(Shelf(document=changed), settings, progress)


def remove(removed: str, settings: Settings, progress: Progress | None = None) -> BuildReport:
    """Take the document of this id out of the library, its file included. What it replaced is as it was before.

    Raises NotFoundError where no such document was added, StoreError where the index cannot be built.
    """
    with _locked(settings):
        shelf = load_shelf(settings.library)
        entry = _added(removed, shelf)
        kept = (other.model_copy(update={"replaces": _without(other.replaces, removed)}) for other in shelf.document)
        report = _change(Shelf(document=tuple(e for e in kept if e.id != removed)), settings, progress)
        same = unchanged(settings, inputs_digest(settings))
        _discard(settings.library / "sources" / _source(entry).file)
        if same:  # but for the file, of which nothing is in the index
            remember(settings, report.version, inputs_digest(settings))
        return report


def _added(document: str, shelf: Shelf) -> Entry:
    """The entry of a document that was added. Raises NotFoundError."""
    for entry in shelf.document:
        if entry.id == document:
            return entry
    raise NotFoundError(
        f"No document “{document}” was added; only added documents can be changed or removed.",
        f"没有添加过名为“{document}”的文件；只能修改或删除自行添加的文件。",
    )


def _with(entry: Entry, fields: dict[str, Any]) -> Entry:
    """The entry with other fields. Raises CatalogError naming one that cannot be so."""
    try:
        return Entry.model_validate(entry.model_dump() | fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        raise CatalogError(
            f"The field {field} cannot be so: {first['msg']}.",
            f"“{_FIELDS.get(field, field)}”未填写或填写有误，请修改。",
        ) from error


def _parsed(entry: Entry, content: bytes, loaded: Loaded, settings: Settings) -> Proposal:
    parsed = parse_document(entry, settings.library, loaded)
    return Proposal(entry, content, loaded, parsed, jumps(parsed.nodes))


def _check(entry: Entry, catalogued: Iterable[Entry]) -> None:
    """Raises CatalogError where the entry doesn't fit those catalogued."""
    others = {other.id: other for other in catalogued}
    if entry.id in others and others[entry.id].source:
        raise CatalogError(
            f"There is a document “{entry.id}” already; choose another id.", f"标识“{entry.id}”已被使用，请换一个。"
        )
    for other in others.values():
        if other.source and other.short_title == entry.short_title and other.id not in entry.replaces:
            raise CatalogError(
                f"“{entry.short_title}” is the short title of {other.id} already; choose another, so that locators "
                "tell them apart.",
                f"简称“{entry.short_title}”已用于《{other.title}》，请换一个，以便区分出处。",
            )
    for replaced in entry.replaces:
        if replaced not in others or replaced == entry.id:
            raise CatalogError(
                f"There is no document “{replaced}” to replace.", f"没有名为“{replaced}”的文件可以代替。"
            )
    if entry.ends_before_it_begins:
        raise CatalogError(
            f"The document cannot be in force until {entry.in_force_until} (in_force_until), which is before the day "
            f"since which it is, {entry.in_force_from} (in_force_from).",
            f"失效日期（{entry.in_force_until}）早于施行日期（{entry.in_force_from}），请修改。",
        )
    if entry.replaces and not (entry.in_force_from or entry.issued_on):
        raise CatalogError(
            "Say since when the document is in force, or when it was issued: it replaces another one from that day on.",
            "请填写施行日期或发文日期：自该日起代替原文件。",
        )


def _refuse_twice(document: Document, corpus: Iterable[Document]) -> None:
    for held in corpus:
        if held.held and held.text == document.text:
            raise SourceError(
                f"The same text is held already, as {held.id} ({held.title}).",
                f"已经收录了同样的文本：《{held.title}》。",
            )


def _file_name(proposal: Proposal) -> str:
    """The id with the ending of the name that the file came with."""
    suffix = Path(_source(proposal.entry).file).suffix.lower()
    return proposal.entry.id + (suffix if re.fullmatch(r"\.[a-z0-9]{1,5}", suffix) else ".txt")


def _source(entry: Entry) -> PageSource:
    assert isinstance(entry.source, PageSource), "whatever is in the library has a file"
    return entry.source


def _without(ids: tuple[str, ...], removed: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != removed)


def _change(shelf: Shelf, settings: Settings, progress: Progress | None) -> BuildReport:
    """Make `shelf` the library's catalogue and build the index; the old one is put back where that fails."""
    path = settings.library / "catalog.toml"
    before = path.read_bytes() if path.exists() else b""
    _write(path, "\n".join(to_toml("document", entry) for entry in shelf.document).encode())
    try:
        digest = inputs_digest(settings)
        report = build_index(parse_corpus(settings), settings, progress)
    except BaseException:
        _write(path, before)
        raise
    remember(settings, report.version, digest)
    return report


def _write(path: Path, content: bytes) -> None:
    """In one step: a reader sees the old file or the new one."""
    new = path.with_suffix(".new")
    new.write_bytes(content)
    os.replace(new, path)


def _discard(file: Path) -> None:
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()


@contextmanager
def _locked(settings: Settings) -> Iterator[None]:
    """One change of the library at a time."""
    try:
        settings.library.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.library / "library.lock", timeout=0):
            yield
    except Timeout as error:
        raise BuildInProgressError(
            "Another change of the library is being made; wait until it is done.", "资料库正在更新，请稍后再试。"
        ) from error
    except OSError as error:
        raise StoreError(
            f"The library in {settings.library} cannot be written to: {error.strerror}.", "资料库文件夹无法写入。"
        ) from error
