"""A thing that a reader's own document never names has no detail in it."""

import pytest

from assistant.refusal.thing_unsaid import thing_unsaid
from assistant.understanding.question import understand
from store.records import Document

OWN = Document(
    "own", "白沙镇渡口办法", "白沙镇渡口办法", "policy", text="渡船的保证金为600元，由专家验收。船票每张2元。"
)


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("渡口停车位一个多少钱", True),
        ("渡船的船票多少钱", False),
        ("渡船押金多少钱", False),  # 保证金
        ("公司的船票多少钱", False),
        ("专家组有几个人", False),
        ("渡口能停车吗", False),
    ],
)
def test_a_noun_that_no_part_of_the_document_has(question: str, unsaid: bool) -> None:
    assert thing_unsaid(understand(question), OWN) == unsaid
