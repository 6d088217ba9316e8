"""Documents, outlines, passages and notes of one version of the index, in one SQLite file.

Passages and clauses are kept without their texts, which are slices of their document's canonical text.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import TypeAdapter
from pydantic_core import to_json
from sqlalchemy import JSON, URL, Engine, ForeignKey, create_engine, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from store.levels import Level
from store.records import Clause, Document, Kind, Node, NodeKind, Note, Parsed, Passage, Status


class Base(DeclarativeBase):
    """Tables of the index. `position` counts in reading order."""


class BuildRow(Base):
    """The one row that says what the file is."""

    __tablename__ = "build"

    version: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    built_at: Mapped[datetime]  # UTC
    sizes: Mapped[dict[str, Any]] = mapped_column(JSON)  # entries on each level


class DocumentRow(Base):
    """A `Document`, held or not; `position` is its place in the catalogue."""

    __tablename__ = "document"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    title: Mapped[str]
    short_title: Mapped[str]
    kind: Mapped[Kind]
    status: Mapped[Status]
    remark: Mapped[str]
    number: Mapped[str]
    issuer: Mapped[str]
    issued_on: Mapped[date | None]
    in_force_from: Mapped[date | None]
    in_force_until: Mapped[date | None]
    replaces: Mapped[list[str]] = mapped_column(JSON)
    source: Mapped[str]
    address: Mapped[str]
    site: Mapped[str]
    related: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(JSON)
    held: Mapped[bool]
    text: Mapped[str]
    repairs: Mapped[list[Any]] = mapped_column(JSON)
    scanned: Mapped[list[Any]] = mapped_column(JSON)
    deadline: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    examples: Mapped[list[Any]] = mapped_column(JSON)
    english_examples: Mapped[list[Any]] = mapped_column(JSON)


class _OfDocument:
    document_id: Mapped[str] = mapped_column(ForeignKey(DocumentRow.id), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]


class NodeRow(_OfDocument, Base):
    """A `Node`."""

    __tablename__ = "node"

    path: Mapped[str]
    kind: Mapped[NodeKind]
    number: Mapped[str]
    heading: Mapped[str]
    locator: Mapped[str]


class PassageRow(_OfDocument, Base):
    """A `Passage`."""

    __tablename__ = "passage"

    path: Mapped[str]
    locator: Mapped[str]
    headings: Mapped[list[str]] = mapped_column(JSON)


class ClauseRow(_OfDocument, Base):
    """A `Clause`; `passage` is the position of the passage that holds it."""

    __tablename__ = "clause"

    passage: Mapped[int]
    path: Mapped[str]
    locator: Mapped[str]


class NoteRow(_OfDocument, Base):
    """A `Note`."""

    __tablename__ = "note"

    asks: Mapped[list[str]] = mapped_column(JSON)
    points: Mapped[list[tuple[int, int]]] = mapped_column(JSON)
    english: Mapped[str]
    gap: Mapped[str]


_DOCUMENT = TypeAdapter(Document)


def _engine(file: Path, mode: str) -> Engine:
    address = URL.create("sqlite", database=f"file:{quote(str(file))}", query={"mode": mode, "uri": "true"})
    return create_engine(address, json_serializer=lambda value: to_json(value).decode())


def write_database(
    file: Path, parsed: Sequence[Parsed], version: str, digest: str, built_at: datetime, sizes: dict[Level, int]
) -> None:
    """Writes the file, which must not exist, in one transaction. Raises SQLAlchemyError where it cannot be written."""
    engine = _engine(file, "rwc")
    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        for position, one in enumerate(parsed):
            _write_document(session, position, one)
        session.add(BuildRow(version=version, digest=digest, built_at=built_at.astimezone(UTC), sizes=sizes))
    engine.dispose()


def _write_document(session: Session, position: int, parsed: Parsed) -> None:
    in_passage = [place for place, passage in enumerate(parsed.passages) for _ in passage.clauses]
    clauses = _rows(ClauseRow, parsed.clauses())
    for table, rows in (
        (DocumentRow, [row | {"position": position} for row in _rows(DocumentRow, [parsed.document])]),
        (NodeRow, _rows(NodeRow, parsed.nodes)),
        (PassageRow, _rows(PassageRow, parsed.passages)),
        (ClauseRow, [row | {"passage": place} for row, place in zip(clauses, in_passage, strict=True)]),
        (NoteRow, _rows(NoteRow, parsed.notes)),
    ):
        if rows:
            session.execute(insert(table), rows)


def _rows(table: type[Base], records: Iterable[Any]) -> list[dict[str, Any]]:
    """The records' fields that `table` has columns for, and their position."""
    names = table.__table__.columns.keys()
    return [
        {"position": position} | {name: getattr(record, name) for name in names if hasattr(record, name)}
        for position, record in enumerate(records)
    ]


class Database:
    """Opens what `write_database` wrote, for reading. Raises SQLAlchemyError whenever the file is not as written."""

    def __init__(self, file: Path) -> None:
        self._engine = _engine(file, "ro")
        with Session(self._engine) as session:
            build = session.scalars(select(BuildRow)).one()
            rows = session.scalars(select(DocumentRow).order_by(DocumentRow.position)).all()
        self.version = build.version
        self.digest = build.digest
        self.built_at = build.built_at.replace(tzinfo=UTC)
        self.sizes: dict[str, int] = build.sizes
        self.documents = {row.id: _document(row) for row in rows}

    def read(self, document_id: str) -> Parsed:
        """All that is kept of a document. Raises KeyError if there is none of that id."""
        document = self.documents[document_id]
        with Session(self._engine) as session:
            clauses = defaultdict[int, list[Clause]](list)
            for row in _of(session, ClauseRow, document_id):
                clauses[row.passage].append(_clause(row, document.text))
            return Parsed(
                document,
                nodes=tuple(_node(row) for row in _of(session, NodeRow, document_id)),
                passages=tuple(
                    _passage(row, document.text, clauses[row.position]) for row in _of(session, PassageRow, document_id)
                ),
                notes=tuple(_note(row) for row in _of(session, NoteRow, document_id)),
            )

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()


def _of(session: Session, table: type[Base], document_id: str) -> Iterable[Any]:
    """The document's rows as tuples of their columns: to make an object of each takes half as long again."""
    columns = table.__table__
    return session.execute(select(columns).where(columns.c.document_id == document_id).order_by(columns.c.position))


def _document(row: DocumentRow) -> Document:
    return _DOCUMENT.validate_python({field.name: getattr(row, field.name) for field in fields(Document)})


def _node(row: Any) -> Node:
    return Node(row.document_id, row.path, row.kind, row.number, row.heading, row.start, row.end, row.locator)


def _clause(row: Any, text: str) -> Clause:
    return Clause(row.document_id, row.path, row.start, row.end, row.locator, text[row.start : row.end])


def _passage(row: Any, text: str, clauses: list[Clause]) -> Passage:
    headings, words = tuple(row.headings), text[row.start : row.end]
    return Passage(row.document_id, row.path, row.start, row.end, row.locator, headings, words, tuple(clauses))


def _note(row: Any) -> Note:
    points = tuple((start, end) for start, end in row.points)
    return Note(row.document_id, row.start, row.end, tuple(row.asks), points, row.english, row.gap)
