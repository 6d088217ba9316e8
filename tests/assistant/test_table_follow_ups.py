"""Follow-ups on tables and documents that readers added."""

from collections.abc import Iterator
from datetime import date

import pytest
from own_texts import assistant_over

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.draft import Draft, Said
from assistant.talk.context import Context
from assistant.understanding.question import understand

FEES = """柳湾市夜市收费标准
一、收费
按下表收取费用。
摊位：大摊，租金：每月900元，押金：2000元
摊位：中摊，租金：每月500元，押金：1000元
摊位：小摊，租金：每月300元，押金：/
二、收摊
摊主每晚11点收摊。
"""
GRANTS = """岚嵊市夜市人才补贴办法
一、标准
补贴标准见下表。
类别：学徒，租房补贴：每月100元，一次性购房补贴：2000元
类别：帮工，租房补贴：每月200元，一次性购房补贴：3000元
类别：师傅，租房补贴：每月400元，一次性购房补贴：9000元
"""
STAYS = """云溪市手艺人客舍办法
一、客舍
客舍按下表安排。
类别：甲类，对象：木匠，面积上限：40平方米，房租：每月300元，最长住期：6年
类别：乙类，对象：篾匠，面积上限：30平方米，房租：每月200元，最长住期：5年
"""
PRIZES = """白沙县夜市评比规定
一、奖励
中摊评上的奖励60元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(
        tmp_path_factory.mktemp("tables"), fees=FEES, grants=GRANTS, prizes=PRIZES, stays=STAYS
    ) as assistant:
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
        (("岚嵊市师傅租房每月给多少", "买房呢"), "一次性购房补贴：9000元。"),  # of whom the follow-up says nothing
        (("云溪市客舍篾匠能住多大的房子", "房租呢", "最长能住几年"), "最长住期：5年。"),
        (("云溪市客舍篾匠能住多大的房子", "最长能住几年", "那木匠呢"), "最长住期：6年。"),
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


def test_of_a_follow_ups_topic_nothing_is_claimed(assistant: Assistant) -> None:
    context, joined = Context((), date(2031, 1, 1)), understand("大摊可以领三百元，去白沙摆摊怎么办")
    assert assistant._premise(joined, joined, context)[0]
    assert not assistant._premise(joined, understand("去白沙摆摊呢"), context)[0]


def test_what_only_points_says_nothing_beside_its_topic(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    beside: list[str] = []

    def noting(parts: tuple[str, ...], whole: str, *_: object) -> dict[str, Draft]:
        beside.append(whole)
        return {parts[0]: Draft((Said("没有规定。"),), refused=True)}

    monkeypatch.setattr(assistant, "_answer_parts", noting)
    for own in ("为什么要做这个", "为什么要收租金"):
        assistant._drafts(f"大摊的押金，{own}", understand(own), Context((), date(2031, 1, 1)), 200)
    assert beside[0] == ""
    assert "租金" in beside[-1]


def test_what_only_another_place_has_a_document_on_is_not_read_out_of_its_own(assistant: Assistant) -> None:
    answer = assistant.ask("岚嵊市手艺人客舍的房租每月多少")
    assert answer.refused
    assert answer.text.startswith("本库没有收录岚嵊市关于“手艺人客舍”的文件。")
    assert not assistant.ask("云溪市手艺人客舍篾匠的房租每月多少").refused
