"""What is asked beside the rule that was found, and what a gap leaves open that is not asked."""

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.refusal.left_open import gap_told
from assistant.refusal.refuse import is_open
from assistant.refusal.unstated import is_unstated, leaves_number
from assistant.retrieval.retrieve import Candidate, Features, Retriever
from assistant.understanding.question import understand
from store.records import Clause, Note

POND = "pond"


def clause(text: str) -> Clause:
    return Clause(POND, "1", 0, 10, "一、", text)


def answer(text: str, attribute: float = 0.0, likeness: float = 0.8) -> Candidate:
    features = Features(likeness, 0.2, 0.3, 0.0, 0.3, 0.0, attribute)
    return Candidate(POND, 0, 10, (clause(text),), Note(POND, 0, 10, ("鱼塘",)), features, 2.2)


def gap(sentence: str, likeness: float = 0.82, score: float = 2.3) -> Candidate:
    features = Features(likeness, 0.2, 0.0, 0.0, 0.3, 0.0, 0.0)
    return Candidate(POND, 0, 10, (clause(""),), Note(POND, 0, 10, ("鱼塘",), gap=sentence), features, score)


@pytest.mark.parametrize(
    ("question", "unstated"),
    [
        ("没有给鱼塘清淤会怎么样", True),
        ("鱼塘没按时清淤会被通报吗", True),
        ("逾期不交塘租有什么后果", True),
        ("偷钓的怎么处理", False),  # a deed, and no duty that was not kept: another clause may tell
        ("清淤方案要公示多久", True),
        ("公示几天才能清淤", True),
        ("清淤方案公示吗", False),
        ("没按时清淤会被扣钱吗", True),
        ("清淤会被扣钱吗", False),
        ("没在3天内清淤的塘主会受什么处理", True),
        ("清淤不到8成要扣多少", True),
        ("清淤没满8成，会扣多少", True),
        ("塘里没养出鱼，会不会被追责", False),  # no duty
        ("有没有规定清淤怎么处理", False),
    ],
)
def test_a_rule_that_says_nothing_of_it_leaves_open_what_comes_of_not_keeping_to_it(
    question: str, unstated: bool
) -> None:
    assert is_unstated(understand(question), answer("承包人应当每年清淤。", attribute=-1.0)) == unstated
    assert not is_unstated(understand(question), answer("承包人应当每年清淤。", attribute=1.0))


@pytest.mark.parametrize("said", ["未按时清淤的；", "逾期每日补交五元。", "承包权终止。"])
def test_what_comes_of_it_may_be_told_in_other_words(said: str) -> None:
    assert not is_unstated(understand("没按时清淤会怎么样"), answer(said, attribute=-1.0))


@pytest.mark.parametrize(
    ("question", "said", "unstated"),
    [
        ("清淤的费用谁出", "承包人负责清淤、投喂等日常工作。", True),
        ("清淤谁出钱", "承包人负责清淤、投喂等日常工作。", True),
        ("清淤的费用谁出", "清淤所需资金由镇里安排。", False),
        ("清淤谁负责", "承包人负责清淤、投喂等日常工作。", False),
    ],
)
def test_who_pays_is_not_told_by_who_does_it(question: str, said: str, unstated: bool) -> None:
    assert is_unstated(understand(question), answer(said)) == unstated


@pytest.mark.parametrize(
    ("said", "unstated"),
    [
        ("镇渔业站应当在五日内作出答复。", False),
        ("承包人应当在收到投诉后五日内作出答复。", False),  # whoever it is that is asked for one
        ("承包人应当在五日内清淤。", True),
        ("投诉人可以在五日内撤回投诉。", True),
    ],
)
def test_how_soon_one_is_answered_is_told_by_who_has_to_answer(said: str, unstated: bool) -> None:
    assert is_unstated(understand("塘租投诉，他们多久给答复"), answer(said)) == unstated


@pytest.mark.parametrize("question", ["没有编规划怎么处理", "没编规划会被通报吗", "停车点新建以后要公示几天"])
def test_who_asks_what_no_rule_says_is_not_told_the_rule(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


def test_no_gap_on_the_time_of_another_deed_is_told_for_that_of_the_one_asked_about() -> None:
    days, result = gap("办法没有说清淤方案几天内报备，要咨询镇里。"), gap("办法没有说评比结果是否公示，要咨询镇里。")
    plan = gap("办法没有说清淤方案公示多少天，要咨询镇里。")
    question = understand("清淤方案要公示几天")
    assert gap_told(question, [days])[0] == ""
    assert gap_told(question, [result])[0] == ""
    assert gap_told(question, [plan])[0] == plan.gap


def standing(assistant: Assistant, *candidates: Candidate) -> list[Candidate]:
    """The candidates as if they stood in a document that is indexed."""
    found = Retriever(assistant.index).search(understand("能不能买车"))[0]
    return [replace(c, document_id=found.document_id, start=found.start, end=found.end) for c in candidates]


@pytest.mark.parametrize(
    ("question", "sentence", "open_"),
    [
        ("哪个部门编养鱼手册", "办法没有写养鱼手册的内容，要看镇里的手册。", False),
        ("手册是哪家编的", "办法没有写手册的人员名单和字数，要看镇里的手册。", False),
        ("谁编养鱼手册", "办法没有写编手册的人员名单，要看镇里的手册。", True),
        ("养鱼手册由谁编", "办法没有说手册由哪个单位编，要咨询镇里。", True),
        ("养鱼手册归谁印", "办法没有说养鱼手册的印数，要咨询镇里。", True),  # 印 is what is left open
        ("养鱼手册写什么", "办法没有写养鱼手册的内容，要看镇里的手册。", True),
    ],
)
def test_a_clause_that_names_the_body_tells_who_though_something_else_is_left_open(
    assistant: Assistant, question: str, sentence: str, open_: bool
) -> None:
    pair = standing(assistant, answer("镇水产局将编印养鱼手册。"), gap(sentence))
    assert is_open(assistant.index, understand(question), pair) == open_


@pytest.mark.parametrize(
    ("question", "sentence", "open_"),
    [
        ("鱼苗品种具体扩到哪些", "办法没有说丰富鱼苗品种具体包括哪些，要咨询镇里。", True),
        ("鱼苗要引哪些品种", "办法没有说丰富鱼苗品种具体包括哪些，要咨询镇里。", True),
        ("鱼苗有哪些补贴", "办法没有说丰富鱼苗品种具体包括哪些，要咨询镇里。", False),
        ("鱼苗品种具体扩到哪些", "办法没有说鱼苗的价钱，要咨询镇里。", False),
    ],
)
def test_which_kinds_in_particular_is_open_where_a_gap_on_the_clause_says_so(
    assistant: Assistant, question: str, sentence: str, open_: bool
) -> None:
    pair = standing(assistant, answer("丰富鱼苗品种，扩大养殖规模。"), gap(sentence, score=2.1))
    assert is_open(assistant.index, understand(question), pair) == open_


@pytest.mark.parametrize(
    ("question", "said", "unstated"),
    [
        ("水务局几个月内必须给答复", "塘主不服的，可以自收到通知之日起三个月内申请复查。", True),
        ("复查一般多少天出结果", "塘主可以自收到通知之日起三个月内申请复查。", True),
        ("水务局多少天内要出验收报告", "塘主应当自接到通知之日起十日内提交意见。", True),
        ("水务局多少天内要出验收报告", "水务局应当自验收之日起十日内出具报告。", False),
        ("水务局多少天内要出验收报告", "主管部门应当自验收之日起十日内出具报告。", False),
        ("水务局多少天内要出验收报告", "水务局应当及时出具报告。", False),  # where no time is told another rule decides
        ("政府鱼塘承包合同签完几天要备案", "塘主应当自签订合同之日起七日内备案。", False),
        ("我要在水务局通知后多少天内申请复查", "塘主可以自收到通知之日起三个月内申请复查。", False),
        ("水务局通知后多少天内可以申请复查", "塘主可以自收到通知之日起三个月内申请复查。", False),
    ],
)
def test_the_time_of_others_tells_not_how_soon_a_body_has_to_act(question: str, said: str, unstated: bool) -> None:
    assert is_unstated(understand(question), answer(said)) == unstated


@pytest.mark.parametrize(
    ("question", "open_"), [("鱼塘承包要不要公证", True), ("养鱼手册能不能印彩页", True), ("养鱼手册要不要编印", False)]
)
def test_whether_something_has_to_be_done_is_open_where_no_rule_speaks_of_it(
    assistant: Assistant, question: str, open_: bool
) -> None:
    pair = standing(assistant, answer("镇水产局应当编印养鱼手册。"), gap("办法没有说鱼苗的价钱。", score=0.5))
    assert is_open(assistant.index, understand(question), pair) == open_


@pytest.mark.parametrize(
    ("question", "told", "unstated"),
    [
        ("每家补多少钱", "对每个县补助三万元。", True),
        ("一户补助多少", "对每个县补助三万元。", True),
        ("县里每家补多少钱", "对每个县补助三万元。", False),
        ("每家拿多少钱", "对每个县补助三万元。", False),  # of the counties, as well as may be
        ("每户补多少钱", "每户补助三百元。", False),
        ("鱼塘由哪个领导牵头清淤", "承包人应当每年清淤。", True),
        ("清淤方案报给哪个处", "承包人应当报送方案，依法处理。", True),
        ("清淤找哪家公司", "承包人应当每年清淤。", True),
        ("清淤找哪家公司", "委托清淤企业每年清淤。", False),
        ("清淤找哪个部门", "承包人应当每年清淤。", False),  # who does it may be told without one
        ("哪家公司清淤要不要报批", "承包人应当每年清淤。", False),
    ],
)
def test_whom_a_rule_does_not_speak_of_it_does_not_tell_of(question: str, told: str, unstated: bool) -> None:
    assert is_unstated(understand(question), answer(told)) == unstated


@pytest.mark.parametrize(
    ("question", "told", "left"),
    [
        ("要清几个鱼塘", "承包人清理鱼塘。", True),
        ("要清几个鱼塘", "承包人清理3个鱼塘。", False),
        ("有10个鱼塘，要清几个", "承包人清理鱼塘。", False),  # a sum
        ("鱼塘怎么清", "承包人清理鱼塘。", False),
    ],
)
def test_a_number_that_the_clause_does_not_state_is_left_open_by_the_gap_on_it(
    question: str, told: str, left: bool
) -> None:
    assert leaves_number(understand(question), gap("办法没有说清理几个。"), answer(told)) == left
