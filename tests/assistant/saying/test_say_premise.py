"""What a message takes for granted before it asks: put right where it is wrong, left aside where it is so."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.draft import Draft, Said
from assistant.reading.read import LIMIT
from assistant.retrieval.retrieve import Candidate
from assistant.saying.say_premise import MEANT, NEAR, affirmed, counted_in, put_right
from assistant.saying.say_read import say_read
from assistant.talk.context import Context
from assistant.understanding.question import understand
from assistant.verdicts.verdict import Judgement


def stating(assistant: Assistant, words: str, score: float = 2.5) -> Candidate:
    """A candidate of the sentence of the policy that has the words."""
    found = assistant._retriever.search(understand(words))
    best = next(c for c in found if not c.gap and words in "".join(clause.text for clause in c.clauses))
    return replace(best, score=score)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("每个省可推荐2个城市申报，那每个城市给多少钱", "中央财政对每个城市补助2000万元"),  # and no 2×2000万元
        ("每个省可推荐2个城市申报，那能不能买车", "不可以。补助资金不得用于购买车辆"),
    ],
)
def test_what_goes_on_from_a_premise_that_is_so_is_asked_by_itself(
    assistant: Assistant, question: str, said: str
) -> None:
    assert assistant.ask(question).text.startswith(said)


def test_a_premise_that_is_denied_is_put_right_before_what_is_asked(assistant: Assistant) -> None:
    answer = assistant.ask("补助资金可以用来买车辆，那每个城市补助多少钱")
    assert answer.text.startswith("规定并非如此。补助资金不得用于购买车辆")
    assert "2000万元" in answer.text
    assert answer.verdict is None


def test_what_puts_right_stands_near_the_best_that_is_found(assistant: Assistant) -> None:
    other, denies = stating(assistant, "开展出行调查"), stating(assistant, "不得用于购买车辆", 2.5 - NEAR / 2)
    premise = "补助资金可以购买车辆"
    righting = put_right(assistant.index, assistant._retriever, premise, [other, denies], None, LIMIT)
    assert righting is not None
    assert "不得用于购买车辆" in righting.said[0].text
    far = replace(denies, score=2.5 - 2 * NEAR)
    assert put_right(assistant.index, assistant._retriever, premise, [other, far], None, LIMIT) is None


def test_nothing_is_put_right_that_the_best_affirms(assistant: Assistant) -> None:
    so = stating(assistant, "可推荐2个城市")
    assert affirmed(assistant.index, assistant._retriever, "每个省可推荐2个城市", [so])
    assert not affirmed(assistant.index, assistant._retriever, "每个省可推荐5个城市", [so])
    assert not affirmed(assistant.index, assistant._retriever, "每个省可推荐2个城市", [])


def test_nothing_is_put_right_by_another_than_the_best_that_affirms(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [stating(assistant, "可推荐2个城市"), stating(assistant, "不得用于购买车辆")]
    verdicts: list[Judgement] = []
    said = (Said("每个省可推荐2个城市。"),)
    monkeypatch.setattr("assistant.saying.say_premise.say_read", lambda *_: Draft(said, verdicts.pop(0)))
    wrong = Judgement("no", "", True, "2个")
    for first, right in ((Judgement("yes", ""), False), (Judgement("no", ""), True)):
        verdicts[:] = [first, wrong]
        righting = put_right(assistant.index, assistant._retriever, "每个省可推荐5个城市", found, None, LIMIT)
        assert (righting is not None) == right


def test_the_right_number_of_parts_is_told_before_them(assistant: Assistant) -> None:
    assert assistant.ask("五项建设任务是哪五项").text.startswith("应为3项，不是五项。建设任务共3项")
    assert assistant.ask("三项建设任务是哪三项").text.startswith("建设任务共3项")


def test_a_premise_is_put_right_in_a_few_words_where_the_answer_says_the_rest(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Said("应为2000万元。")
    monkeypatch.setattr(
        "assistant.assistant.lead_alone", lambda righting, _: replace(righting, said=(few,), uncited=True)
    )
    answer = assistant.ask("每个城市补助3000万元，钱不能花在哪里")
    assert answer.text.startswith("应为2000万元。")
    assert "中央财政" not in answer.text


def test_a_case_that_is_told_is_nothing_to_deny(assistant: Assistant) -> None:
    denies = stating(assistant, "不得用于购买车辆")
    for premise, right in (("车辆购买花了五百元", False), ("补助资金可以购买车辆", True)):
        righting = put_right(assistant.index, assistant._retriever, premise, [denies], None, LIMIT)
        assert (righting is not None) == right


def test_a_clause_on_something_else_denies_nothing(assistant: Assistant) -> None:
    other = stating(assistant, "设置遮阳棚")
    assert put_right(assistant.index, assistant._retriever, "补助资金可以购买车辆", [other], None, LIMIT) is None


def test_what_is_said_to_be_left_is_set_against_the_whole_sentence(assistant: Assistant) -> None:
    part = stating(assistant, "首年拨付1500万元")
    clause = next(clause for clause in part.clauses if "1500万元" in clause.text)
    first = replace(part, start=clause.start + clause.text.index("其中"), end=clause.end, clauses=(clause,))
    said = say_read(assistant.index, assistant._retriever, understand("剩余的800万元怎么付"), [first], LIMIT).said
    assert said[0].text.startswith("应为500万元（2000万元－1500万元），不是800万元。")


@pytest.mark.parametrize(
    ("question", "statements", "verdict"),
    [
        ("补助资金可以用来买车辆，数量有限制吗", 1, "no"),
        ("补助资金可以用来买车辆，最多几次", 1, None),
        ("补助资金可以用来买车辆，每个城市补助多少钱", 2, None),
    ],
)
def test_how_it_is_where_it_is_not_so_is_not_told(
    assistant: Assistant, question: str, statements: int, verdict: str | None
) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith("规定并非如此。补助资金不得用于购买车辆")
    assert (len(answer.statements), answer.verdict) == (statements, verdict)


def test_what_is_counted_in_is_asked_of_what_counts_it() -> None:
    righting = Draft((Said("应为90家以上。扶持90家以上书店、茶馆和高等学校。"),), Judgement("no", "", right="90家以上"))
    said = {"书店也算在内吗": True, "高校算进去吗": True, "影院算在内吗": False, "书店几点开门": False}
    for asked, behind in said.items():
        told = counted_in("扶持50家，不卖票", righting, asked)
        assert told == (f"扶持90家，不卖票，{asked}" if behind else asked)


@pytest.mark.parametrize(
    "question", ["隔离设施的资金比例不得超过30%，超了怎么办", "隔离设施的资金比例最高30%，多了会不会被罚"]
)
def test_what_comes_of_going_beyond_a_limit_that_there_is_not_is_not_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith("规定并非如此。用于隔离设施的资金比例不得低于30%")
    assert len(answer.statements) == 1


def test_what_is_asked_of_a_wrong_figure_is_not_told(assistant: Assistant) -> None:
    answer = assistant.ask("规划编制要五年，那经费也按五年拨吗")
    assert answer.text.startswith("应为三年，不是五年。")
    assert len(answer.statements) == 1


def test_a_limit_is_put_right_by_a_limit_alone(assistant: Assistant) -> None:
    ban, premise = stating(assistant, "不得用于购买车辆"), "购买车辆最多10%"
    assert put_right(assistant.index, assistant._retriever, premise, [ban], None, LIMIT) is None


def test_what_is_surely_meant_puts_right_in_other_words(assistant: Assistant) -> None:
    plan = stating(assistant, "编制三年规划")
    for score, right in ((MEANT, True), (MEANT - 0.1, False)):
        found = [replace(plan, score=score)]
        righting = put_right(assistant.index, assistant._retriever, "总共干五年", found, None, LIMIT)
        assert (righting is not None) == right


def test_what_a_premise_rests_on_answers_what_is_asked_behind_it_where_nothing_is_found_better_elsewhere(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, other = stating(assistant, "2000万元"), replace(stating(assistant, "开展出行调查"), document_id="elsewhere")
    righting = Draft((Said("", ((own.document_id, own.start, own.end),)),))
    context = Context((), date(2031, 1, 1))
    found = {"每市三亿，从哪天算": replace(own, score=2.6), "从哪天算": replace(other, score=2.2)}
    monkeypatch.setattr(assistant._finder, "best", lambda text, context: found[text])
    assert assistant._finder.of_one_law("每市三亿", "从哪天算", righting.documents, context)
    found["从哪天算"] = replace(other, score=2.8)
    assert not assistant._finder.of_one_law("每市三亿", "从哪天算", righting.documents, context)
    found["每市三亿，从哪天算"] = replace(other, score=2.9)
    assert not assistant._finder.of_one_law("每市三亿", "从哪天算", righting.documents, context)


def test_what_points_back_at_a_premise_is_not_asked_without_it(assistant: Assistant) -> None:
    context = Context((), date(2031, 1, 1))
    for asked, alone in (("这条写在补助资金的哪里", False), ("补助资金不得用于哪些支出", True)):
        message = understand(f"每个城市补助3000万元，{asked}")
        assert assistant._premise(message, message, context) == (
            "每个城市补助3000万元",
            asked if alone else message.original,
        )
