from pathlib import Path

import pytest

from store.fulltext import FullText, write_full_text
from store.levels import LevelEntry

ENTRIES = [
    LevelEntry("a:1", "a", "资金不得用于征收土地。"),
    LevelEntry("a:2", "a", "市长每年三月报告进展，市长负责。"),
    LevelEntry("b:1", "b", "种子入库前应当检验发芽率。"),
    LevelEntry("b:2", "b", "种子入库前应当检验发芽率。"),
]


@pytest.fixture
def full_text(tmp_path: Path) -> FullText:
    write_full_text(tmp_path / "words", ENTRIES)
    return FullText(tmp_path / "words", len(ENTRIES))


def ids(full_text: FullText, query: str, k: int = 9, documents: list[str] | None = None) -> list[str]:
    return [hit.id for hit in full_text.matches(query, k, documents)]


def test_entries_are_found_by_their_words_best_first(full_text: FullText) -> None:
    hits = full_text.matches("市长报告种子", 9)
    assert [hit.id for hit in hits] == ["a:2", "b:1", "b:2"]
    assert hits[0].score > hits[1].score > 0


def test_equal_scores_come_in_reading_order_and_k_cuts(full_text: FullText) -> None:
    assert ids(full_text, "发芽率") == ["b:1", "b:2"]
    assert ids(full_text, "发芽率", k=1) == ["b:1"]


def test_a_question_in_traditional_characters_finds_the_same(full_text: FullText) -> None:
    assert ids(full_text, "徵收土地") == ids(full_text, "征收土地") == ["a:1"]


def test_only_the_documents_asked_for_are_searched(full_text: FullText) -> None:
    assert ids(full_text, "市长的种子", documents=["b"]) == ["b:1", "b:2"]
    assert ids(full_text, "市长的种子", documents=[]) == []


def test_parts_of_words_are_found_too(full_text: FullText) -> None:
    assert ids(full_text, "播种") == ["b:1", "b:2"]
    assert ids(full_text, "发芽") == ["b:1", "b:2"]


def test_the_documents_that_have_an_entry_are_known(full_text: FullText) -> None:
    assert full_text.documents == {"a", "b"}


@pytest.mark.parametrize("query", ["", "，。？", "量化宇宙"])
def test_a_query_that_shares_no_character_finds_nothing(full_text: FullText, query: str) -> None:
    assert ids(full_text, query) == []


def test_a_level_may_be_empty(tmp_path: Path) -> None:
    write_full_text(tmp_path / "words", [])
    assert FullText(tmp_path / "words", 0).matches("种子", 3) == []


def test_another_number_of_entries_than_expected_is_an_error(tmp_path: Path) -> None:
    write_full_text(tmp_path / "words", ENTRIES)
    with pytest.raises(ValueError, match="does not hold 5 entries"):
        FullText(tmp_path / "words", 5)
