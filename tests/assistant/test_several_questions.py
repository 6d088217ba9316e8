"""Messages that ask, or take for granted, more than one thing, on a small made-up corpus."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.draft import Draft, Said
from assistant.finder import FIRM
from assistant.reading.read import LIMIT
from assistant.refusal.refuse import refuse
from assistant.talk.context import Context
from assistant.talk.conversation import ALONE
from assistant.understanding.question import Question, understand

LONG = 30  # characters


def test_two_questions_with_one_answer_get_it_once(assistant: Assistant) -> None:
    answer = assistant.ask("哪些支出不允许，钱怎么花就不行？")
    assert answer.text.count("购买车辆") == 1


@pytest.mark.parametrize(
    ("second", "whole"),
    [("每个城市给多少钱", ""), ("里面要写每个城市给多少钱", "钱不能花在哪里,里面要写每个城市给多少钱")],
)
def test_of_two_questions_the_one_that_tells_enough_is_searched_alone(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, second: str, whole: str
) -> None:
    wholes: dict[str, str] = {}
    answer_part = assistant._answer_part

    def spy(question: Question, whole: str, context: Context, limit: int) -> Draft:
        wholes[question.text] = whole
        return answer_part(question, whole, context, limit)

    monkeypatch.setattr(assistant, "_answer_part", spy)
    assistant.ask(f"钱不能花在哪里，{second}")
    assert wholes[second] == whole


def test_askings_in_a_story_are_answered_each(assistant: Assistant) -> None:
    answer = assistant.ask(
        "您好，我刚到交通局上班，想了解中央财政对每个城市补助总额是多少钱，另外补助资金不得用于哪些支出，谢谢了"
    )
    assert "2000万元" in answer.text
    assert "购买车辆" in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "哪些支出不允许，另外孩子想学骑车，骑电动自行车应当年满几周岁",
        "局里刚接手这项工作，补助资金不得用于购买哪些？孩子想学骑车，骑行电动自行车应当年满几周岁？",
    ],
)
def test_questions_put_one_after_the_other_are_answered_each(assistant: Assistant, message: str) -> None:
    answer = assistant.ask(message)
    assert answer.coverage == "complete"
    assert "购买车辆" in answer.text
    assert "十六周岁" in answer.text


def test_what_leans_on_the_first_question_is_asked_with_it(assistant: Assistant) -> None:
    message = understand("每个城市给多少钱，另外它怎么算")
    assert assistant._one_after_other(message, Context((), date(2026, 1, 1))) == ()


def test_what_one_place_answers_is_no_two_questions(assistant: Assistant) -> None:
    message = understand("补助总额是多少钱？每个城市给多少补助？")
    assert assistant._one_after_other(message, Context((), date(2026, 1, 1))) == ()


def test_what_is_left_open_with_no_clause_near_it_is_a_place_too(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = Context((), date(2026, 1, 1))
    best = assistant._finder.best("评审占多少分", context)
    assert best
    monkeypatch.setattr(assistant._finder, "best", lambda *_: replace(best, clauses=(), score=ALONE))
    assert not assistant._finder.each_found_apart(("评审打分标准是什么", "评审占多少分"), context)


def test_each_of_several_questions_has_its_share_and_what_the_others_leave(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: list[tuple[str, int]] = []

    def told(message: Question, asked: Question, context: Context, limit: int) -> list[Draft]:
        rooms.append((message.text, limit))
        return [
            Draft((Said("三个月。" if "多久" in message.text else "甲；…" if limit < LIMIT // 2 + 1 else "甲；乙。"),))
        ]

    monkeypatch.setattr(assistant, "_told", told)
    drafts = assistant._told_each(("要交哪些", "要多久"), Context((), date(2026, 1, 1)))
    assert [draft.said[0].text for draft in drafts] == ["甲；乙。", "三个月。"]
    assert rooms == [("要交哪些", LIMIT // 2), ("要多久", LIMIT // 2), ("要交哪些", LIMIT - len("三个月。"))]


def test_where_one_clause_answers_both_it_has_all_the_room(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.assistant.LIMIT", 40)
    both, one = assistant.ask("补助总额是多少，每个城市给多少钱"), assistant.ask("补助总额是多少")
    assert both.text == one.text
    assert "1500万元" in both.text


def test_a_part_that_was_cut_gets_the_room_that_the_others_leave(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: list[tuple[str, int]] = []

    def answer(question: Question, whole: str, context: Context, limit: int) -> Draft:
        rooms.append((question.text, limit))
        return Draft(
            (Said("三个月。" if "多久" in question.text else "甲；乙；…" if limit <= LIMIT // 2 else "甲；乙；丙。"),)
        )

    monkeypatch.setattr(assistant, "_answer_part", answer)
    monkeypatch.setattr(assistant._finder, "stands_alone", lambda *_: False)
    told = assistant._answer_parts(("要交哪些", "要多久"), "", Context((), date(2026, 1, 1)), LIMIT)
    assert [draft.said[0].text for draft in told.values()] == ["甲；乙；丙。", "三个月。"]
    assert rooms[2:] == [("要交哪些", LIMIT - len("三个月。"))]


def test_half_an_answer_that_stands_firmly_is_given_and_the_other_half_named(assistant: Assistant) -> None:
    answer = assistant.ask("每个城市给多少钱，评审怎么打分")
    assert answer.coverage == "partial"
    assert "2000万元" in answer.text
    assert "打分标准" in answer.text
    assert assistant.ask("评审怎么打分，补助多少钱").coverage == "partial"


def test_a_wrong_figure_taken_for_granted_is_put_right_before_the_answer(assistant: Assistant) -> None:
    answer = assistant.ask("每个城市补助3000万元，能用来买车吗？")
    assert answer.text.index("应为2000万元") < answer.text.index("不得用于购买车辆")


def test_a_right_figure_taken_for_granted_is_not_put_right(assistant: Assistant) -> None:
    assert "应为" not in assistant.ask("每个城市补助2000万元，能用来买车吗？").text


@pytest.mark.parametrize(("found", "first"), [(True, {"bikes-2021"}), (False, set[str]())])
def test_each_question_is_rather_of_the_one_document_in_which_others_are_surely_found(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, found: bool, first: set[str]
) -> None:
    monkeypatch.setattr("assistant.finder.FIRM", 1.0 if found else 99.0)
    spoken_of: list[frozenset[str]] = []
    answer_part = assistant._answer_part

    def spy(question: Question, whole: str, context: Context, limit: int) -> Draft:
        spoken_of.append(context.spoken_of)
        return answer_part(question, whole, context, limit)

    monkeypatch.setattr(assistant, "_answer_part", spy)
    assistant.ask("中央财政对每个城市补助多少钱，补助资金不得用于哪些支出？")
    assert spoken_of[:2] == [first, frozenset({"bikes-2021"})]  # the second is of what answered the first, in any case


def test_a_wrong_figure_is_put_right_though_what_is_asked_is_left_open(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_part = assistant._answer_part

    def refusing(question: Question, whole: str, context: Context, limit: int) -> Draft:
        told = "对吗" in question.text
        return answer_part(question, whole, context, limit) if told else refuse(question, [], [])

    monkeypatch.setattr(assistant, "_answer_part", refusing)
    answer = assistant.ask("补助总额每个城市给5000万元，哪几个人来睡觉呀？")
    assert "应为2000万元，不是5000万元" in answer.text
    assert answer.coverage == "partial"
    assert assistant.ask("补助总额每个城市给2000万元，哪几个人来睡觉呀？").refused


def test_a_verdict_on_the_answer_to_the_first_question_stands_behind_it(assistant: Assistant) -> None:
    answer = assistant.ask("每个城市补助多少钱？补助1000万元对吗？")
    assert answer.verdict == "no"
    assert answer.text.index("2000万元") < answer.text.index("不是")


def test_what_is_asked_after_a_question_left_open_is_of_the_same_clause(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = []
    answer_part = assistant._answer_part

    def spy(question: Question, whole: str, context: Context, limit: int) -> Draft:
        beside.append((whole, context.beside))
        return answer_part(question, whole, context, limit)

    monkeypatch.setattr(assistant, "_answer_part", spy)
    answer = assistant.ask("评审怎么打分，评审占多少分？")
    assert answer.refused
    assert not beside[0][1]
    assert beside[1][1]
    assert beside[1][1][0][0] == "bikes-2021"


def test_what_only_tells_is_left_out_where_it_leads_away(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    answer_part = assistant._answer_part

    def refusing(question: Question, whole: str, context: Context, limit: int) -> Draft:
        asked.append(question.original)
        told = "什么也" not in question.text
        return answer_part(question, whole, context, limit) if told else refuse(question, [], [])

    monkeypatch.setattr(assistant, "_answer_part", refusing)
    assistant.ask("钱已经到账，什么也没约定，能不能买车")
    assert asked == ["钱已经到账，什么也没约定，能不能买车", "钱已经到账，能不能买车"]


def test_what_is_asked_behind_a_story_that_nothing_is_known_of_is_answered_alone(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer_part = assistant._answer_part

    def spy(question: Question, whole: str, context: Context, limit: int) -> Draft:
        asked.append(question.text)
        if len(question.text) > LONG:
            return refuse(question, [], [])
        return answer_part(question, whole, context, limit)

    monkeypatch.setattr(assistant, "_answer_part", spy)
    answer = assistant.ask(
        "我们组里为伙食吵了好几天，会计说饭可以带来吃，我说不一定，今早又开了会，最后中央财政对每个城市补助多少钱，别的没啥问题"
    )
    assert asked[-1] == "中央财政对每个城市补助多少钱"
    assert "2000万元" in answer.text


def test_a_part_left_open_is_said_to_be_though_the_whole_message_finds_the_first_again(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_part = assistant._answer_part

    def answering(question: Question, whole: str, context: Context, limit: int) -> Draft:
        led = whole and "占" in question.text
        return answer_part(understand("每个城市给多少钱") if led else question, whole, context, limit)

    monkeypatch.setattr(assistant, "_answer_part", answering)
    monkeypatch.setattr(assistant._finder, "stands_alone", lambda *_: False)
    monkeypatch.setattr(assistant._finder, "scores", lambda *_: FIRM)
    answer = assistant.ask("每个城市给多少钱，评审占多少分")
    assert answer.coverage == "partial"
    assert "打分标准" in answer.text
    monkeypatch.setattr(assistant._finder, "scores", lambda *_: FIRM - 0.1)
    assert "打分标准" not in assistant.ask("每个城市给多少钱，评审占多少分").text


@pytest.mark.parametrize(("second", "coverage"), [("谁来发放", "partial"), ("发放多少钱", "none")])
def test_what_the_first_thing_lacks_of_another_kind_leaves_its_answer(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, second: str, coverage: str
) -> None:
    answer_part = assistant._answer_part

    def answering(question: Question, whole: str, context: Context, limit: int) -> Draft:
        asked = question if question.text == "每个城市给多少钱" else understand("评审怎么打分")
        return answer_part(asked, "", context, limit)

    monkeypatch.setattr(assistant, "_answer_part", answering)
    monkeypatch.setattr(assistant._finder, "stands_alone", lambda *_: False)
    monkeypatch.setattr(assistant._finder, "scores", lambda *_: ALONE)
    assert assistant.ask(f"每个城市给多少钱，{second}").coverage == coverage
