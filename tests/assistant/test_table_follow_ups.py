"""Follow-ups on tables and documents that readers added."""

from collections.abc import Iterator
from datetime import date

import pytest
from own_texts import assistant_over

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.context import Context
from assistant.question import understand

FEES = """柳湾市夜市收费标准
一、收费
按下表收取费用。
摊位：大摊，租金：每月900元，押金：2000元
摊位：中摊，租金：每月500元，押金：1000元
摊位：小摊，租金：每月300元，押金：/
二、收摊
摊主每晚11点收摊。
"""
PRIZES = """白沙县夜市评比规定
一、奖励
中摊评上的奖励60元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("tables"), fees=FEES, prizes=PRIZES) as assistant:
        yield assistant


def _talk(assistant: Assistant, *messages: str) -> tuple[list[Turn], str]:
    history: list[Turn] = []
    text = ""
    for message in messages:
        text = assistant.ask(message, history).text
        history += [Turn("user", message), Turn("assistant", text)]
    return history, text


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (("柳湾市大摊的租金是多少", "押金呢"), "押金：2000元。"),
        (("柳湾市大摊的租金是多少", "中摊呢", "押金呢"), "押金：1000元。"),
        (("柳湾市小摊的租金是多少", "押金呢"), "押金：无（表中为“/”）。"),
    ],
)
def test_a_follow_up_on_another_column_keeps_the_row(
    assistant: Assistant, messages: tuple[str, ...], said: str
) -> None:
    assert _talk(assistant, *messages)[1].startswith(said)


def test_a_follow_up_stays_in_the_document_that_answered(assistant: Assistant) -> None:
    history, _ = _talk(assistant, "大摊的租金是多少")
    resolver = assistant._resolver
    asked = understand("中摊呢")
    _, context = resolver.resolve(asked, Context(tuple(history), date(2031, 1, 1), frozenset({"fees"})))
    assert context.within == {"fees"}
