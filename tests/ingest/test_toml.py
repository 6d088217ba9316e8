"""What is written into the library's catalogue is read back equal."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingest.catalog import Entry, PageSource
from ingest.shelves import Shelf
from ingest.toml import read_toml, to_toml
from store.errors import CatalogError
from store.records import Status

texts = some.text(some.characters(codec="utf-8"), max_size=20)
filled = some.text(some.characters(codec="utf-8"), min_size=1, max_size=20)
entries = some.builds(
    Entry,
    id=some.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True),
    title=filled,
    short_title=filled,
    kind=some.sampled_from(["policy", "statute"]),
    status=some.sampled_from(get_args(Status)),
    remark=texts,
    number=texts,
    issued_on=some.none() | some.dates(date(1000, 1, 1)),
    replaces=some.lists(texts, max_size=3).map(tuple),
    source=some.none() | some.builds(PageSource, file=filled, origin=filled, first=texts.map(str.strip)),
    examples=some.dictionaries(filled, some.lists(filled, min_size=1, max_size=2).map(tuple), max_size=2),
    english_examples=some.dictionaries(filled, some.lists(filled, min_size=1, max_size=2).map(tuple), max_size=2),
)


@given(some.lists(entries, max_size=3))
def test_entries_are_read_back_equal(tmp_path_factory: pytest.TempPathFactory, written: list[Entry]) -> None:
    path = Path(tmp_path_factory.mktemp("toml")) / "catalog.toml"
    path.write_text("\n".join(to_toml("document", entry) for entry in written), encoding="utf-8", newline="")
    assert read_toml(path, Shelf, CatalogError).document == tuple(written)
