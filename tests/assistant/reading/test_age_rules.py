"""The clause, and the row of a table, that an age in a question falls under."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from own_texts import policy

from assistant.answer import Turn
from assistant.assistant import Assistant
from store.builder import build_index
from store.index import Index
from store.settings import Settings

RULES = (
    "夜校学习津贴的发放对象为年满50周岁的居民。",
    "申请夜校学习津贴还应当提供身份证明和居住证明。",
    "夜校学习津贴与书报补助不得重复享受，可以择高领取。",
    "夜校辅导员应当年满25周岁。",
    "退役人员、离岗教师担任辅导员的，不受年龄限制。",
    "表1 夜校学习津贴标准",
    "年龄段：50—59周岁，原标准：50元，调整后标准：80元",
    "年龄段：60—69周岁，原标准：70元，调整后标准：90元",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = Settings(home=tmp_path_factory.mktemp("ages"), chroma_url=None)
    build_index([policy("lake", "柳湾市夜校管理办法", *RULES)], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("柳湾市49岁能申请夜校学习津贴吗", "no"),
        ("柳湾市51岁能领夜校学习津贴吗", "yes"),
        ("柳湾市24岁能当夜校辅导员吗", "no"),
        ("柳湾市25岁能当夜校辅导员吗", "yes"),
    ],
)
def test_the_clause_that_asks_for_an_age_decides(assistant: Assistant, question: str, verdict: str) -> None:
    assert assistant.ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柳湾市55岁的居民夜校学习津贴多少", "调整后标准：80元。"),
        ("柳湾市60岁的居民每月领多少夜校学习津贴", "调整后标准：90元。"),
        ("柳湾市63岁夜校学习津贴原来是多少", "原标准：70元。"),
        ("柳湾市40岁的居民夜校学习津贴多少", "夜校学习津贴的发放对象为年满50周岁的居民。"),
    ],
)
def test_the_row_whose_bracket_an_age_falls_into_is_told_by_the_cell(
    assistant: Assistant, question: str, said: str
) -> None:
    assert said in assistant.ask(question).text


def test_another_age_takes_the_place_of_the_one_before(assistant: Assistant) -> None:
    asked = "柳湾市55岁的居民夜校学习津贴多少"
    told = [Turn("user", asked), Turn("assistant", assistant.ask(asked).text)]
    assert "调整后标准：90元。" in assistant.ask("那61岁呢", told).text
