"""A clause on the subject of a yes-no question says nothing of another deed."""

import pytest

from assistant.refusal.deed_unsaid import deed_unsaid, of_others
from assistant.understanding.question import understand

GRANT = "每修好一座灯塔，给予看守人三千元补助，补助存入本人账户，不得提取现金。"


@pytest.mark.parametrize("question", ["灯塔补助要纳税吗", "领灯塔补助需要验血吗", "补助可以用来租船吗"])
def test_what_a_clause_says_nothing_of(question: str) -> None:
    assert deed_unsaid(understand(question), GRANT)


@pytest.mark.parametrize(
    "question",
    [
        "灯塔补助能提现金吗",
        "看守人能领补助吗",  # which rules put in other words
        "看守人会被罚吗",
        "补助可以攒到明年，和后年的补助合在一起再由家里人代为一次性领走吗",  # told at length
        "灯塔补助存多久",  # no yes or no
        "Can the keeper withdraw the grant in cash?",
    ],
)
def test_what_it_may_say(question: str) -> None:
    assert not deed_unsaid(understand(question), GRANT)


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("船工能领灯塔补助吗", True),
        ("看守人能领灯塔补助吗", False),
        ("看守人能领船票吗", False),  # whose deed is judged by itself
        ("船工不能领灯塔补助吧", False),
        ("灯塔补助多少钱", False),
    ],
)
def test_who_is_never_named_is_granted_nothing(question: str, others: bool) -> None:
    assert of_others(understand(question), GRANT) == others
