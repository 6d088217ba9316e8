"""What may be said over the clauses of a small policy, and what may not."""

import re

import pytest
from hypothesis import given
from hypothesis.strategies import DataObject, data, integers, sampled_from

from assistant.answer import Answer, Citation, Statement, Verdict
from assistant.generation.support import Evidence, examine

QUOTES = (
    "中央财政对每个城市补助2000万元，其中首年拨付1500万元，剩余资金根据考核结果拨付。",
    "用于隔离设施的资金比例不得低于30%；用于养护的资金比例不得超过10%。",
    "补助资金不得用于购买车辆、发放工资。",
    "每个省可推荐2个城市申报，省会城市优先。",
    "各市务必于6月30日前报送方案，逾期不予受理。",
    "资金下达的3个月内，城市印发实施细则。",
    "鼓励有条件的城市设置遮阳棚；无需另行报送纸质材料。",
    "由城市政府行文申报，经省级财政部门审核同意后，向交通部推荐。",
    "财政部办公厅通知，已有3个及以上的省份和2个及以上的直辖市不再支持。",
)
QUESTION = "通知怎么说"
EVIDENCE = [
    Evidence(Citation("bikes", "通知", "《通知》一、", quote, 0, len(quote)), ("支持内容",)) for quote in QUOTES
]


def drawn(*cites: int, question: str = QUESTION, verdict: Verdict | None = None, said: str = "见下") -> Answer:
    """The extractive answer to `question`."""
    citations = tuple(EVIDENCE[n].citation for n in cites)
    return Answer(question, (Statement(said, tuple(range(len(cites)))),), citations, verdict=verdict)


@pytest.mark.parametrize(
    ("sentence", "mark", "verdict"),
    [
        ("中央财政对每个城市补助2000万元。", 1, None),
        ("每个城市补助2000万元，其中首年拨付1500万元。", 1, None),
        ("补助总额为2,000万元，不是3000万元。", 1, None),
        ("用于隔离设施的资金比例不得低于30%。", 2, None),
        ("隔离设施的资金比例至少为30%。", 2, None),
        ("用于养护的资金最多10%。", 2, None),
        ("不可以，补助资金不得用于发放工资。", 3, "no"),
        ("补助资金不能用于购买车辆。", 3, None),
        ("每个省可以推荐2个城市申报，省会城市优先。", 4, None),
        ("可以，每个省可推荐2个城市。", 4, "yes"),
        ("各市必须在6月30日前报送方案，逾期不受理。", 5, None),
        ("方案的报送截止日期是6月30日。", 5, None),
        ("城市应当在资金下达的3个月内印发实施细则。", 6, None),
        ("鼓励有条件的城市设置遮阳棚。", 7, None),
        ("不用另行报送纸质材料。", 7, None),
        ("由省级财政部门审核同意。", 8, None),
        ("城市政府行文申报，由省级财政部门审核，向交通部推荐。", 8, None),
    ],
)
def test_what_a_clause_says_in_other_words_is_supported(sentence: str, mark: int, verdict: Verdict | None) -> None:
    finding = examine(sentence, [mark - 1], EVIDENCE, drawn(mark - 1, verdict=verdict))
    assert finding.objection == ""
    assert finding.carried_by == (mark - 1,)


@pytest.mark.parametrize(
    ("sentence", "marks", "verdict", "because"),
    [
        ("每个城市补助3000万元。", [1], None, "没有“3000万元”"),
        ("每个城市补助2000万元。", [2], None, "没有“2000万元”"),
        ("方案不超过20页，各市报送方案。", [5], None, "没有“20"),
        ("首年拨付2000万元。", [1], None, "另一件事"),
        ("剩余资金1500万元根据考核结果拨付。", [1], None, "另一件事"),
        ("用于养护的资金比例不得低于30%。", [2], None, "另一件事"),
        ("隔离设施的资金补助2000万元。", [1, 2], None, "没有说"),
        ("每个城市补助1500万元，不是2000万元。", [1], None, ""),
        ("用于隔离设施的资金比例不得超过30%。", [2], None, "不一致"),
        ("用于隔离设施的资金比例为30%。", [2], None, "不一致"),
        ("补助资金可以用于发放工资。", [3], None, "不一致"),
        ("补助资金用于购买车辆。", [3], None, "不一致"),
        ("可以，补助资金不得用于发放工资。", [3], "no", "结论"),
        ("是的。", [3], None, "结论"),
        ("每个省必须推荐2个城市申报。", [4], None, "不一致"),
        ("每个省不得推荐2个城市申报。", [4], None, "不一致"),
        ("各市可以在6月30日前报送方案。", [5], None, "不一致"),
        ("逾期受理方案。", [5], None, "不一致"),
        ("各市不用报送方案。", [5], None, "不一致"),
        ("有条件的城市必须设置遮阳棚。", [7], None, "不一致"),
        ("另行报送纸质材料。", [7], None, "不一致"),
        ("各市报送方案，并抄送审计部门。", [5], None, "没有说“并抄送审计部门”"),
        ("由交通部审核同意。", [8], None, "“由交通部”"),
        ("由财政部审核同意。", [8], None, "财政部"),
        ("由城市政府审核同意。", [8], None, "城市政府"),
        ("补助资金不得用于职工奖励。", [3], None, "没有说"),
        ("月亮是由奶酪做成的。", [1], None, "没有说"),
        ("好的。", [1], None, "没有一条依据"),
    ],
)
def test_what_no_clause_says_is_named(sentence: str, marks: list[int], verdict: Verdict | None, because: str) -> None:
    cited = [mark - 1 for mark in marks]
    finding = examine(sentence, cited, EVIDENCE, drawn(*cited, verdict=verdict))
    assert finding.objection
    assert because in finding.objection


@pytest.mark.parametrize("mark", range(1, len(QUOTES) + 1))
def test_every_clause_supports_itself(mark: int) -> None:
    assert examine(QUOTES[mark - 1], [mark - 1], EVIDENCE, drawn(mark - 1)).objection == ""


@given(data())
def test_no_clause_supports_itself_with_another_number(draw: DataObject) -> None:
    n = draw.draw(sampled_from([n for n, quote in enumerate(QUOTES) if re.search(r"\d", quote)]))
    number = draw.draw(sampled_from(list(re.finditer(r"\d+", QUOTES[n]))))
    other = draw.draw(integers(0, 99999).filter(lambda other: other != int(number.group())))
    changed = QUOTES[n][: number.start()] + str(other) + QUOTES[n][number.end() :]
    assert examine(changed, [n], EVIDENCE, drawn(n)).objection


@pytest.mark.parametrize(
    ("mark", "word", "other"),
    [
        (2, "不得低于", "不得超过"),
        (2, "不得超过", "不得低于"),
        (3, "不得", "可以"),
        (3, "不得", "应当"),
        (4, "可推荐", "必须推荐"),
        (5, "务必", "可以"),
        (5, "不予", "予以"),
        (6, "印发", "不再印发"),
        (7, "鼓励", "要求"),
        (7, "无需", "应当"),
        (8, "城市政府", "交通部"),
        (9, "财政部办公厅", "国家知识产权局办公厅"),
        (9, "3个及以上的省份和2个", "2个及以上的省份和3个"),
    ],
)
def test_no_clause_supports_itself_with_its_force_turned(mark: int, word: str, other: str) -> None:
    assert word in QUOTES[mark - 1]
    assert examine(QUOTES[mark - 1].replace(word, other), [mark - 1], EVIDENCE, drawn(mark - 1)).objection


def test_a_citation_that_supports_nothing_is_removed() -> None:
    assert examine("每个城市补助2000万元。", [0, 3], EVIDENCE, drawn(0)).carried_by == (0,)


def test_a_sum_that_was_checked_before_may_be_said() -> None:
    sentence = "隔离设施的资金比例不得低于30%，即600万元。"
    assert "600万元" in examine(sentence, [1], EVIDENCE, drawn(1)).objection
    summed = drawn(1, said="600万元（2000万元×30%）。")
    assert examine(sentence, [1], EVIDENCE, summed).objection == ""


def test_words_of_the_question_may_be_said_of_the_clause_that_answers_it_alone() -> None:
    question = "地方政府能领多少补贴"
    sentence = "地方能领补贴2000万元。"
    assert examine(sentence, [0], EVIDENCE, drawn(0, question=question)).objection == ""
    assert examine(sentence, [0], EVIDENCE, drawn(1, question=question)).objection


@pytest.mark.parametrize(
    ("question", "claim", "mark"),
    [
        ("补助资金用于职工奖励是吗", "补助资金不得用于职工奖励。", 3),
        ("资金是一次性拨付还是分年拨付", "资金一次性拨付。", 1),
    ],
)
def test_a_claim_made_in_a_question_is_no_support(question: str, claim: str, mark: int) -> None:
    assert examine(claim, [mark - 1], EVIDENCE, drawn(mark - 1, question=question)).objection


def test_a_bare_verdict_rests_on_the_clauses_it_was_reached_by() -> None:
    judged = drawn(2, question="能发工资吗", verdict="no")
    assert examine("不能。", [2], EVIDENCE, judged).carried_by == (2,)
    assert examine("不能。", [3], EVIDENCE, judged).objection
    assert examine("能。", [2], EVIDENCE, judged).objection
