"""Of what goes beyond a limit only the excess is void."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.verdict import judge
from assistant.verdicts.void_in_part import VOID_IN_PART

BERTH = "泊位借期不得超过八年。超过八年的，超过部分无效。"


@pytest.mark.parametrize(
    ("question", "in_part"),
    [
        ("泊位借期签了十年，有效吗", True),
        ("泊位借了十二年，整份都作废吗", True),
        ("泊位借期超了上限，合同无效吗", True),
        ("泊位借期签了六年，有效吗", False),
        ("泊位借期签了十年，超过部分有效吗", False),
        ("泊位能借十年吗", False),
    ],
)
def test_only_the_excess_is_void(question: str, in_part: bool) -> None:
    judged = judge(understand(question), BERTH, BERTH)
    assert (judged.lead == VOID_IN_PART) is in_part
    assert judged.verdict == "no" or not in_part
