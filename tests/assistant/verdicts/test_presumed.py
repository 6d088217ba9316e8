"""What a question takes for granted."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.presumed import miscounted, presumes_wrong
from assistant.verdicts.verdict import judge

BANNED = "补助资金不得用于购买车辆、发放工资。"
FLOOR = "用于隔离设施的资金比例不得低于30%。"
CITY = "由城市人民政府行文申报，经省级交通部门审核同意后推荐。"
LOWER = "鼓励车站降低停车费用。"
AT_LEAST = "有条件的城市可以从下列工作中选择不少于一项。"


@pytest.mark.parametrize(
    ("question", "clause", "wrong"),
    [
        ("为什么补助资金可以用来买车辆", BANNED, True),
        ("为啥隔离设施的资金不能超过30%", FLOOR, True),
        ("为什么必须由省政府行文申报", CITY, True),
        ("凭什么鼓励车站提高停车费用", LOWER, True),
        ("为什么补助资金不能用来买车辆", BANNED, False),
        ("为什么隔离设施的资金不能低于30%", FLOOR, False),
        ("为什么由城市政府行文申报", CITY, False),
        ("为什么补助不一次给完，要留一截", "剩余的补助根据评价结果进行分档拨付。", False),
        ("为什么没约定的画归出钱的委托人", "没有约定的，画属于受托人。", True),
        ("为什么鼓励车站降低停车费用", LOWER, False),
        ("为什么", BANNED, False),
        ("补助资金可以用来买车辆吗", BANNED, False),  # asks, and presumes nothing
        ("Why may the money be spent on cars?", BANNED, False),  # in other words than the clause's
    ],
)
def test_the_reason_of_what_is_not_so_is_asked(question: str, clause: str, wrong: bool) -> None:
    assert presumes_wrong(understand(question), clause) == wrong


def test_the_answer_begins_with_that_it_is_not_so() -> None:
    judged = judge(understand("为什么补助资金可以用来买车辆"), BANNED, BANNED)
    assert judged.lead.startswith("规定并非如此")
    assert judged.verdict is None


def test_a_body_that_a_document_never_names_is_surely_wrong() -> None:
    clause = "国家林业总局会同民政部组织评审。"
    assert judge(understand("科技部组织评审，对吗"), clause, clause).puts_right
    assert not judge(understand("民政部组织评审，对吗"), clause, clause).puts_right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("六项重点工作是哪六项", "应为4项，不是六项。"),
        ("四项重点工作是哪四项", ""),
        ("重点工作里哪两项归街道", ""),
        ("前两项重点工作是什么", ""),
        ("重点工作是六项吗", ""),  # a verdict says so
        ("六个摊位怎么分", ""),
    ],
)
def test_the_number_of_parts_taken_for_granted_is_put_right(question: str, right: str) -> None:
    assert miscounted(understand(question), "重点工作共4项：1.清扫；2.绿化；3.照明；4.巡查。", "4项") == right
    assert miscounted(understand(question), "清扫街道。", "") == ""


def test_a_claim_that_is_surely_wrong_is_put_right() -> None:
    assert judge(understand("补助资金可以用来买车辆，对吗"), BANNED, BANNED).puts_right
    assert not judge(understand("补助资金不能用来买车辆，对吗"), BANNED, BANNED).puts_right


def test_english_is_told_in_english_how_many_parts_there_are() -> None:
    listed = "Main works: 1. Sweep; 2. Plant; 3. Light; 4. Patrol. 重点工作共4项：1.清扫；2.绿化；3.照明；4.巡查。"
    assert miscounted(understand("Name the three main works"), listed, "4项") == "There are 4, not 3. "
    assert miscounted(understand("Name the four main works"), listed, "4项") == ""
    # A heading of which the question has no word, though it has its letters, is another one's.
    assert miscounted(understand("Name the three optional lessons"), listed, "4项") == ""
