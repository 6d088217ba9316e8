"""Cells of tables whose columns are of classes that the document lists."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant
from assistant.reading.classed_columns import say_classed
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand

TEXT = """柳湾演出队路费规定
一、分类
甲类城市：大连、青岛。乙类城市：省会城市（不含甲类城市）以及苏州。丙类城市：其他城市。
二、标准
队员：队长，甲类城市房费：90元/晚，乙类城市房费：70元/晚，丙类城市房费：50元/晚，饭费：30元/天
队员：鼓手，甲类城市房费：80元/晚，乙类城市房费：60元/晚，丙类城市房费：40元/晚，饭费：20元/天
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("classes"), fares=TEXT) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("队长去青岛演出房费多少", "甲类城市房费：90元/晚。"),
        ("鼓手去苏州一晚能报多少", "乙类城市房费：60元/晚。"),
        ("鼓手去合肥房费多少", "乙类城市房费：60元/晚。"),
        ("队长去洛阳房费多少", "丙类城市房费：50元/晚。"),
        ("队长去青岛房费多少，去合肥怎么办", "乙类城市房费：70元/晚。"),
        ("队长在丙类城市的房费是多少", "丙类城市房费：50元/晚。"),
        ("队长去青岛一天饭费多少", ""),
        ("队长去青岛一晚能报，每天吃饭补多少", ""),
        ("队长去青岛坐什么车", ""),
        ("队长去青岛房费能上浮多少", ""),
        ("队长去青岛能报房费吗", ""),
        ("去青岛房费多少", ""),
        ("队长的房费是多少", ""),
        ("甲类城市有哪些", ""),
    ],
)
def test_the_cell_of_a_class(assistant: Assistant, text: str, said: str) -> None:
    index = assistant.index
    clause = next(iter(index.clauses("fares")))
    features = Features(0, 0, 0, 0, 0, 0, 0)
    found = Candidate("fares", clause.start, clause.end, (clause,), None, features, 1.0)
    draft = say_classed(index, understand(text), found)
    assert (draft.said[0].text[: len(said)] if draft else "") == said
    if draft:
        assert len(draft.said) == 2


def test_the_cell_is_told_with_the_list_that_says_so(assistant: Assistant) -> None:
    answer = assistant.ask("鼓手去苏州一晚能报多少房费")
    assert answer.text.startswith("乙类城市房费：60元/晚。")
    assert len(answer.citations) == 2
