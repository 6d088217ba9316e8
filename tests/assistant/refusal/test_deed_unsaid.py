"""A clause on the subject of a yes-no question says nothing of another deed."""

import pytest

from assistant.refusal.deed_unsaid import deed_unsaid, deed_untold, of_others, thing_of_deed_untold
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


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("领灯塔补助要不要公证", True),
        ("领灯塔补助必须体检吗", True),
        ("我修了灯塔，补助到账前要不要先去税务局备个案", True),
        ("灯塔补助能不能分期领", True),
        ("我家离灯塔很远，看守人病了，补助能不能分期领", False),  # a story, whose words no rule has
        ("灯塔补助要存入账户吗", False),
        ("灯塔补助要不要入账", False),  # 存入本人账户
        ("补助本人账户要不要存路", False),  # mistyped
        ("灯塔补助能不能提取现金", False),
        ("看守人能不能领钱", False),  # which rules put in other words
        ("灯塔要全部修好才行吗", False),  # how much of what the rule speaks of
        ("灯塔要修好一座吗", False),
        ("体检是领补助必须完成的必选项吗", False),  # whether it is one of what the rule lists
        ("灯塔补助过期了还能追得回来吗", False),  # which names no deed
        ("我垫钱修了灯塔，能找看守人要回来吗", False),
        ("灯塔补助怎么领", False),
        ("Is a notary needed for the grant?", False),
    ],
)
def test_what_a_clause_has_hardly_a_word_of_it_neither_demands_nor_allows(question: str, untold: bool) -> None:
    assert deed_untold(understand(question), GRANT) == untold


def test_askings_and_clauses_beside_may_speak_of_the_deed() -> None:
    question = understand("领灯塔补助要不要公证")
    assert not deed_untold(question, GRANT, askings=["领钱用公证吗"])
    assert not deed_untold(question, GRANT, ["补助协议应当公证。"])
    assert deed_untold(question, GRANT, ["补助协议应当书面订立。"])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("渡口的钱能还银行吗", "资金不得用于偿还贷款。"),  # in the words that rules have for it
        ("修缮款400万能全拿到吗", "每条船的修缮款不超过300万元。"),
    ],
)
def test_a_deed_in_other_words_is_said(question: str, told: str) -> None:
    assert not deed_unsaid(understand(question), told)


DOCUMENT = f"灯塔补助办法\n{GRANT}\n看守人应当每年参加航标培训。"


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("看守人用不用交保证金", True),
        ("看守人会不会领到棉衣", True),
        ("看守人是不是得买棉衣", True),
        ("灯塔补助要不要存入执照户头", True),  # half of it
        ("灯塔补助会不会存入账户", False),
        ("看守人是不是没资格", False),  # no deed is asked for
        ("看守人会不会不给棉衣", False),  # being turned away is no deed
        ("看守人用不用参加培训", False),  # of which the document speaks
        ("灯塔补助会不会分两回给", False),  # lay words for a deed, and no thing
        ("看守人多久换一次棉衣", False),
    ],
)
def test_a_thing_that_the_document_never_names_is_no_part_of_what_it_demands(question: str, untold: bool) -> None:
    assert thing_of_deed_untold(understand(question), GRANT, (), DOCUMENT) == untold
    assert not thing_of_deed_untold(understand(question), GRANT, [question], DOCUMENT)
