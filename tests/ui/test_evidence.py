"""Evidence says what has become of its document, and nothing leads to what is gone."""

from dataclasses import replace
from datetime import date
from typing import Any

from ui_fakes import DOCUMENT, MONEY, FakeIndex

from store.records import Document
from ui import library_texts
from ui.evidence import card
from ui.markup import mark
from ui.texts import CHINESE, ENGLISH

OWN = library_texts.CHINESE
NEWER = replace(DOCUMENT, id="newer", number="例办〔2022〕1号", replaces=(DOCUMENT.id,), in_force_from=date(2022, 1, 1))


def index(*documents: Document) -> Any:
    return FakeIndex({document.id: document for document in documents})


def test_a_card_says_what_became_of_its_document() -> None:
    assert "代替" not in card(MONEY, index(DOCUMENT), CHINESE, 1)
    assert "已被《通知》（例办〔2022〕1号）代替" in card(MONEY, index(DOCUMENT, NEWER), CHINESE, 1)
    assert "Replaced by 《通知》（例办〔2022〕1号）" in card(MONEY, index(DOCUMENT, NEWER), ENGLISH, 1)
    gone = card(MONEY, index(NEWER), CHINESE, 1)
    assert OWN.deleted in gone
    assert "href" not in gone


def test_no_mark_leads_to_what_is_gone() -> None:
    assert "href" in mark(MONEY, 1, CHINESE)
    assert "start=" in mark(MONEY, 1, CHINESE, {DOCUMENT.id: DOCUMENT})
    assert "start=" not in mark(MONEY, 1, CHINESE, {DOCUMENT.id: replace(DOCUMENT, text="新的文本")})
    assert "href" not in mark(MONEY, 1, CHINESE, {})
