"""Two versions of a document are told apart; what has replaced one, or will, is said, and what is gone has no link."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest
from ui_fakes import DOCUMENT, MONEY, FakeIndex, html

from store.records import Document
from ui import library, library_texts
from ui.evidence import card
from ui.markup import mark
from ui.texts import CHINESE, ENGLISH
from ui.versions import full_name, short_name, successors

OWN = library_texts.CHINESE
NEWER = replace(DOCUMENT, id="newer", number="例办〔2022〕1号", replaces=(DOCUMENT.id,), in_force_from=date(2022, 1, 1))
LAW = replace(DOCUMENT, title="中华人民共和国示例法（2019年修正）", short_title="示例法", number="")


def index(*documents: Document) -> Any:
    return FakeIndex({document.id: document for document in documents})


def test_a_version_is_the_revision_or_the_number() -> None:
    assert (short_name(LAW), full_name(LAW)) == ("《示例法》（2019年修正）", LAW.title)
    assert (short_name(DOCUMENT), full_name(DOCUMENT)) == (
        "《通知》（例办〔2021〕7号）",
        "关于做好示例工作的通知（例办〔2021〕7号）",
    )
    assert short_name(replace(DOCUMENT, number="")) == "《通知》"


def test_a_replacement_is_said_to_be_past_or_to_come() -> None:
    (newer,) = successors(DOCUMENT, {"newer": NEWER, DOCUMENT.id: DOCUMENT})
    assert newer.told(CHINESE, OWN, date(2021, 12, 31)) == "将由《通知》（例办〔2022〕1号）代替，自2022年1月1日起"
    assert newer.told(CHINESE, OWN, date(2022, 1, 1)) == "已被《通知》（例办〔2022〕1号）代替"
    english = newer.told(ENGLISH, library_texts.ENGLISH, date(2021, 12, 31))
    assert english == "To be replaced by 《通知》（例办〔2022〕1号） on 2022-01-01"


def test_a_card_says_what_became_of_its_document() -> None:
    assert "代替" not in card(MONEY, index(DOCUMENT), CHINESE, 1)
    assert "已被《通知》（例办〔2022〕1号）代替" in card(MONEY, index(DOCUMENT, NEWER), CHINESE, 1)
    gone = card(MONEY, index(NEWER), CHINESE, 1)
    assert OWN.deleted in gone
    assert "href" not in gone


def test_no_mark_leads_to_what_is_gone() -> None:
    assert "href" in mark(MONEY, 1, CHINESE)
    assert "start=" in mark(MONEY, 1, CHINESE, {DOCUMENT.id: DOCUMENT})
    assert "start=" not in mark(MONEY, 1, CHINESE, {DOCUMENT.id: replace(DOCUMENT, text="新的文本")})
    assert "href" not in mark(MONEY, 1, CHINESE, {})


def script() -> None:
    from ui import document

    document.page()


@pytest.mark.usefixtures("assistant")
def test_the_document_page_leads_to_the_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    both = library.Library(index(DOCUMENT, NEWER), cast(Any, None))
    monkeypatch.setattr(library, "_open", lambda version: both)
    app = AppTest.from_function(cast(Callable[..., Any], script), default_timeout=20).run()
    assert "已被《通知》（例办〔2022〕1号）代替" in html(app)
    assert f'href="document?document=newer" target="_blank" class="">{CHINESE.successor}' in html(app)
    assert app.selectbox[0].options == [full_name(DOCUMENT), full_name(NEWER)]
