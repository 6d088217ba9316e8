"""A thing that a reader's own document never names has no detail in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant
from assistant.refusal.thing_unsaid import thing_unsaid
from assistant.retrieval.retrieve import Retriever
from assistant.understanding.question import understand

OWN = """白沙镇渡口办法
一、收费
渡船的保证金为600元，由专家验收。
船票每张2元，租金每月150元。
渡口共有渡船12条，船主可以申请修船补助500元。
二、其他
餐饮摊位每月30元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(Path(tmp_path_factory.mktemp("thing")), ferry=OWN) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("渡口停车位一个多少钱", True),
        ("渡船的船票多少钱", False),
        ("渡船押金多少钱", False),  # 保证金
        ("公司的船票多少钱", False),
        ("专家组有几个人", False),
        ("渡口能停车吗", False),
        ("渡口房租每月多少钱", False),  # 租金
        ("渡口饭店摊位每月多少钱", False),  # 餐饮
        ("渡口加班费每月多少钱", True),
        ("渡口有多少条船", False),
        ("渡口有灯塔补助吗", True),
        ("渡口有丧葬补助吗", True),
        ("渡口灯塔维修有补助吗", True),  # of which 修 is said
        ("我爷爷坐渡船，船票多少钱", False),  # whom a rule need not name
        ("本人能补多少保证金", False),
        ("我是邮差，申请修船补助，能拿多少钱", True),
        ("我这个邮差申请修船补助，能拿多少钱", False),  # most of the case is told
        ("渡口灯塔倒了打哪个电话", False),  # told is what has happened
    ],
)
def test_a_noun_that_neither_the_document_has_nor_the_answer_means(
    assistant: Assistant, question: str, unsaid: bool
) -> None:
    asked = understand(question)
    best = Retriever(assistant.index).search(asked, documents={"ferry"})[0]
    assert thing_unsaid(assistant.index, asked, best) == unsaid
