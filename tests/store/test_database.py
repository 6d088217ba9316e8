from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_corpus import small_corpus
from sqlalchemy.exc import SQLAlchemyError

from store.database import Database, DocumentRow, write_database
from store.records import Deadline, Document, Parsed, Repair, Status

BUILT_AT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def test_what_was_written_is_read_back_equal(tmp_path: Path) -> None:
    corpus = small_corpus()
    write_database(tmp_path / "r.sqlite", corpus, "v1", "digest", BUILT_AT, {"passage": 5})
    database = Database(tmp_path / "r.sqlite")
    assert [database.read(one.document.id) for one in corpus] == corpus
    assert list(database.documents.values()) == [one.document for one in corpus]
    assert (database.version, database.digest, database.built_at) == ("v1", "digest", BUILT_AT)
    assert database.sizes == {"passage": 5}


texts = st.text(st.characters(codec="utf-8"), max_size=8)
documents = st.builds(
    Document,
    id=st.just("d"),
    title=texts,
    short_title=texts,
    kind=st.sampled_from(["policy", "statute"]),
    status=st.sampled_from(get_args(Status)),
    remark=texts,
    number=texts,
    issuer=texts,
    issued_on=st.none() | st.dates(),
    in_force_from=st.none() | st.dates(),
    in_force_until=st.none() | st.dates(),
    replaces=st.lists(texts).map(tuple),
    aliases=st.lists(texts).map(tuple),
    held=st.booleans(),
    text=texts,
    repairs=st.lists(st.builds(Repair, st.integers(0, 9), st.integers(0, 9), texts, texts)).map(tuple),
    scanned=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))).map(tuple),
    deadline=st.none() | st.builds(Deadline, st.dates(), st.integers(0, 9), st.integers(0, 9)),
    examples=st.lists(st.tuples(texts, st.lists(texts).map(tuple))).map(tuple),
    english_examples=st.lists(st.tuples(texts, st.lists(texts).map(tuple))).map(tuple),
)


@given(document=documents)
def test_any_document_is_read_back_equal(tmp_path_factory: pytest.TempPathFactory, document: Document) -> None:
    file = tmp_path_factory.mktemp("any") / "r.sqlite"
    write_database(file, [Parsed(document)], "v", "", BUILT_AT, {})
    database = Database(file)
    assert database.read("d") == Parsed(document)
    database.close()


def test_the_table_has_a_column_for_every_field_of_a_document() -> None:
    assert {field.name for field in fields(Document)} <= set(DocumentRow.__table__.columns.keys())


def test_the_file_is_opened_for_reading_only(tmp_path: Path) -> None:
    with pytest.raises(SQLAlchemyError):
        Database(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize("name", ["a b", "百分之%41", "q?x#y"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    write_database(folder / "r.sqlite", small_corpus(), "v", "", BUILT_AT, {})
    assert len(Database(folder / "r.sqlite").documents) == 3
    assert [path.name for path in tmp_path.iterdir()] == [name]
