"""A document of one's own whose time has run out, and that nothing has replaced."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import own_texts
import pytest

from assistant.assistant import Assistant
from assistant.refusal.lapsed import say_lapsed
from assistant.understanding.question import understand
from store.builder import build_index
from store.index import Index
from store.settings import Settings

ENDS = date(2024, 8, 31)
TEXT = "渡口奖励办法\n一、每个渡口奖励五万元。\n二、本办法自2021年9月1日起施行，有效期3年。"

OTHER = "浮桥管理办法\n一、浮桥每日六时开放，夜间关闭。\n二、浮桥由管理处养护。"


@pytest.fixture(scope="module")
def lapsing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home: Path = tmp_path_factory.mktemp("lapsing")
    made = own_texts.parsed("ferry", TEXT)
    document = replace(made.document, in_force_from=date(2021, 9, 1), in_force_until=ENDS)
    settings = Settings(home=home, chroma_url=None)
    build_index([replace(made, document=document), own_texts.parsed("bridge", OTHER)], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "as_of", "verdict", "said"),
    [
        ("渡口奖励办法还有效吗", ENDS, "yes", "有效。《渡口奖励办法》"),
        ("渡口奖励办法还有效吗", date(2024, 9, 1), "no", "无效。《渡口奖励办法》"),
        ("渡口奖励办法失效了吗", date(2024, 9, 1), "yes", "是。《渡口奖励办法》"),
    ],
)
def test_whether_it_is_valid_is_told_by_its_days(
    lapsing: Assistant, question: str, as_of: date, verdict: str, said: str
) -> None:
    answer = lapsing.ask(question, as_of=as_of)
    assert (answer.verdict, answer.text.startswith(said)) == (verdict, True)


def test_what_only_it_says_is_said_to_be_out_of_force(lapsing: Assistant) -> None:
    question = "每个渡口奖励多少"
    assert "五万元" in lapsing.ask(question, as_of=ENDS).text
    answer = lapsing.ask(question, as_of=date(2024, 9, 1))
    assert answer.refused
    assert (
        answer.text
        == "现行有效的文件中没有规定。《渡口奖励办法》有规定，但只施行到2024年8月31日，已经失效，见相关条款。"
    )
    assert [one.document_id for one in answer.related] == ["ferry"]
    document = lapsing.index.documents["ferry"]
    stretch: Any = SimpleNamespace(document_id="ferry", start=7, end=19, clauses=())
    draft = say_lapsed(understand("How much does each ferry get?"), document, stretch)
    assert "which was in force until 2024-08-31." in draft.said[0].text


@pytest.mark.parametrize("question", ["浮桥几点开放", "游泳馆门票多少钱"])
def test_other_questions_are_answered_as_without_it(lapsing: Assistant, question: str) -> None:
    assert "失效" not in lapsing.ask(question, as_of=date(2024, 9, 1)).text
