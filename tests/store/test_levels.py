from dataclasses import replace

from small_corpus import LAND, MONEY, document_of

from store.levels import embedded_text, entries


def test_a_passage_is_embedded_with_all_its_headings_and_a_clause_with_the_innermost_two() -> None:
    parsed = document_of("money", [MONEY])
    passage = replace(parsed.passages[0], headings=("办法", "一、总则", "（二）资金"))
    assert embedded_text(parsed.document, passage) == f"办法\n一、总则\n（二）资金\n{MONEY}"
    assert embedded_text(parsed.document, passage, passage.clauses[0]) == f"一、总则\n（二）资金\n{MONEY}"


def test_an_article_is_embedded_with_its_laws_name() -> None:
    parsed = document_of("money", [MONEY])
    statute = replace(parsed.document, kind="statute", short_title="资金法")
    assert embedded_text(statute, parsed.passages[0]) == f"资金法\n一、总则\n{MONEY}"
    assert embedded_text(statute, parsed.passages[0], parsed.passages[0].clauses[0]) == f"资金法\n一、总则\n{MONEY}"


def test_a_heading_that_the_text_begins_with_is_not_said_twice() -> None:
    parsed = document_of("money", ["（一）资金。" + MONEY])
    passage = replace(parsed.passages[0], headings=("一、总则", "资金"))
    assert embedded_text(parsed.document, passage) == f"一、总则\n（一）资金。{MONEY}"


def test_each_level_has_its_entries_in_reading_order() -> None:
    parsed = document_of("money", [MONEY, LAND], asks=["给多少钱", "分几年"], gap="未写明。")
    end = len(MONEY)
    assert [entry.id for entry in entries(parsed, "passage")] == [f"money:0-{end}", f"money:{end + 1}-{end + 12}"]
    assert [entry.text for entry in entries(parsed, "clause")] == [f"一、总则\n{MONEY}", f"一、总则\n{LAND}"]
    assert [(entry.id, entry.text) for entry in entries(parsed, "ask")] == [
        (f"money:note:0-{end}:未写明。#0", "给多少钱"),
        (f"money:note:0-{end}:未写明。#1", "分几年"),
        (f"money:note:0-{end}:未写明。#2", "In English."),
    ]
