"""Repairs match what they were written for, are placed exactly, and nothing else passes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.catalog import load_catalog
from ingest.clean import apply_rules
from ingest.errata import Errata, apply_errata, load_errata
from ingest.parse import parse_document
from store.errors import ErrataError
from store.records import Parsed
from store.settings import ROOT


def _errata(*repairs: tuple[str, str, int]) -> Errata:
    entries = [{"received": a, "repaired": b, "reason": "缺损", "count": count} for a, b, count in repairs]
    return Errata.model_validate({"repair": entries})


def test_only_what_changes_is_marked_where_it_stands_in_the_repaired_text() -> None:
    errata = _errata(("著力", "着力", 2), ("体系?,F将", "体系。现在将", 1))
    text, repairs = apply_errata("著力建体系?,F将来著力", errata)
    assert text == "着力建体系。现在将来着力"
    marked = [(repair.received, text[repair.start : repair.end]) for repair in repairs]
    assert marked == [("著", "着"), ("?,F", "。现在"), ("著", "着")]


@pytest.mark.parametrize(("count", "found"), [(1, 2), (3, 2)])
def test_a_repair_that_matches_another_number_of_times(count: int, found: int) -> None:
    with pytest.raises(ErrataError, match=f"“著力” {count} times .* {found} times"):
        apply_errata("著力又著力", _errata(("著力", "着力", count)))


def test_two_repairs_of_the_same_characters() -> None:
    with pytest.raises(ErrataError, match="overlaps"):
        apply_errata("甲乙丙", _errata(("甲乙", "子乙", 1), ("乙丙", "丑丙", 1)))


def test_words_kept_as_received_must_be_there() -> None:
    with pytest.raises(ErrataError, match="知识权"):
        apply_errata("知识产权", Errata.model_validate({"as_received": [{"text": "知识权", "reason": "疑漏"}]}))


def test_a_field_is_missing(corpus: Path, add: Callable[[str, str], Path]) -> None:
    add("errata/example.toml", '[[repair]]\nreceived = "甲"\nrepaired = "乙"\n')
    with pytest.raises(ErrataError, match=r"errata.example\.toml, repair 1, field reason"):
        load_errata(corpus, "example")


def test_a_file_that_has_lost_its_entries_is_named(corpus: Path, add: Callable[[str, str], Path]) -> None:
    path = add("errata/example.toml", "")
    with pytest.raises(ErrataError, match=f"^{re.escape(str(path))} has no entries"):
        load_errata(corpus, "example")


def test_a_repair_that_no_longer_matches_names_its_file(corpus: Path, add: Callable[[str, str], Path]) -> None:
    path = add("errata/example.toml", '[[repair]]\nreceived = "甲"\nrepaired = "乙"\nreason = "误字"\n')
    with pytest.raises(ErrataError, match=f"^{re.escape(str(path))}: The errata expect “甲” 1 times"):
        parse_document(load_catalog(corpus).entry("example"), corpus)


def test_the_source_has_changed_since_its_errata(real_corpus: Path) -> None:
    page = real_corpus / "sources" / "notice-2020-40.page.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("?,F(xiàn)將", "。現(xiàn)將"), encoding="utf-8")
    with pytest.raises(ErrataError, match=r"体系建设.* 0 times"):
        parse_document(load_catalog(real_corpus).entry("notice-2020-40"), real_corpus)


def test_the_damaged_places_of_the_notice(notice: Parsed) -> None:
    text = notice.document.text
    repaired = [
        "建设。现将有关事项通知如下：", "，着力打通知识产权运营链条", "专利导航决策制度和政策", "提质增效。科学设置",
        "，着力打造城市", "专家库，打造高水平", "每个省（自治区、直辖市）可推荐", "各省（区、市）务必于5月15日前",
    ]  # fmt: skip
    places = [text.index(words) for words in repaired]
    for words, place, repair in zip(repaired, places, notice.document.repairs, strict=True):
        assert place <= repair.start < repair.end <= place + len(words)
        assert text[repair.start : repair.end] != repair.received
        assert repair.reason


def test_everything_else_is_by_rule_alone(notice: Parsed) -> None:
    """With what was received put back, the repaired text is a part of the page after the rules: nothing was changed
    silently."""
    text = notice.document.text
    for repair in reversed(notice.document.repairs):
        text = text[: repair.start] + repair.received + text[repair.end :]
    page = (ROOT / "corpus" / "sources" / "notice-2020-40.page.txt").read_text(encoding="utf-8")
    assert text in apply_rules(page)


def test_the_publishers_own_slips_stay(notice: Parsed) -> None:
    slips = load_errata(ROOT / "corpus", "notice-2020-40").as_received
    assert [slip.text in notice.document.text for slip in slips] == [True, True]
