"""Whether a stretch states what is asked for."""

import pytest

from assistant.asked_for import carries, mentions
from assistant.question import understand


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        ("要支持几所高校？", "支持高校院所建设。", -1.0),
        ("要支持几所高校？", "支持高校院所5所以上。", 1.0),
        ("要支持几所高校？", "支持3个单位。", -1.0),
        ("要培训多少人次？", "一是加强人才培训。", -1.0),
        ("专家有多少人？", "专家应当有5名以上。", 0.0),
        ("几个工作日答复？", "资金下达的2个月内印发方案。", -1.0),
        ("几个工作日答复？", "七个工作日内作出答复。", 1.0),
        ("要打造几个品牌？", "一是打造若干品牌。", -1.0),
        ("要打造几个品牌？", "一是打造品牌。", 0.0),
        ("贴息贴几个点？", "一是加大贷款利息补贴力度。", -1.0),
    ],
)
def test_only_the_unit_asked_for_tells_how_many(question: str, text: str, kind: float) -> None:
    assert carries(understand(question), text) == kind


@pytest.mark.parametrize(
    ("question", "clause", "mentioned"),
    [
        ("收了红包会怎么样", "给予警告，并处罚款。", 1.0),
        ("收了红包会怎么样", "不得收受财物。", -1.0),
        ("收了红包怎么罚", "可以并处罚款。", 1.0),
        ("收了红包怎么罚", "依法追究刑事责任。", 0.0),
        ("收了红包怎么罚", "不得收受财物。", -1.0),
    ],
)
def test_what_comes_of_a_deed_is_told_by_what_is_done_about_it(question: str, clause: str, mentioned: float) -> None:
    assert mentions(understand(question), clause) == mentioned
