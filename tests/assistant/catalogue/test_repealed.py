"""Laws that end with the one that is held."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant

CANALS = """运河管理办法
第一条 船过闸应当缴费。
第二条 夜间不得通航。
第三条 本办法自2031年1月1日起施行。《中华人民共和国船闸法》、《航标管理条例》同时废止。
"""


@pytest.fixture(scope="module")
def canals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("canals"), canals=CANALS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        ("船闸法还有效吗", "已经废止。《运河管理办法》第三条：《中华人民共和国船闸法》同时废止。", "no"),
        (
            "中华人民共和国船闸法现在还有效吗",
            "已经废止。《运河管理办法》第三条：《中华人民共和国船闸法》同时废止。",
            "no",
        ),
        ("航标管理条例废止了吗", "是。《运河管理办法》第三条：《航标管理条例》同时废止。", "yes"),
        ("航标管理条例是不是已经失效了", "是。《运河管理办法》第三条：《航标管理条例》同时废止。", "yes"),
    ],
)
def test_a_law_that_another_ends_is_no_longer_in_force(
    canals: Assistant, question: str, said: str, verdict: str
) -> None:
    answer = canals.ask(question)
    assert answer.text.startswith(said)
    assert answer.verdict == verdict
    assert "同时废止" in answer.citations[0].quote


@pytest.mark.parametrize("question", ["船闸法怎么收费", "引航法还有效吗", "运河管理办法还有效吗"])
def test_of_other_laws_nothing_is_said_to_end(canals: Assistant, question: str) -> None:
    assert "同时废止。" not in canals.ask(question).text
