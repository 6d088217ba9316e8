"""Follow-ups, from the question as typed to the answer, on a small made-up corpus."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from own_texts import assistant_over

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.one_question import NO_MORE
from assistant.retrieval.retrieve import Candidate, Features, Retriever
from assistant.talk.context import Context, quoted_passages
from assistant.understanding.question import Question, understand


def test_a_follow_up_takes_its_topic_from_the_turn_before(assistant: Assistant) -> None:
    history = [Turn("user", "每个城市给多少钱？"), Turn("assistant", "2000万元。")]
    answer = assistant.ask("那首年先拨多少？", history)
    assert "1500万元" in answer.text
    assert answer.understood_as


def test_noise_after_a_turn_is_no_follow_up(assistant: Assistant) -> None:
    history = [Turn("user", "每个城市给多少钱？"), Turn("assistant", "2000万元。")]
    assert assistant.ask("qwrtp zxcvb", history).refused


def test_of_two_ways_to_read_a_follow_up_the_one_that_finds_more_is_taken(assistant: Assistant) -> None:
    asked = [Turn("user", "补助里面隔离设施的资金比例要占多少？"), Turn("assistant", "30%以上。")]
    answer = assistant.ask("那每个城市给的补助总额呢？", asked)
    assert answer.understood_as == "每个城市给的补助总额要占多少"
    assert "2000万元" in answer.text


def test_the_passage_that_the_last_answer_quoted_is_ahead(assistant: Assistant) -> None:
    history = [Turn("user", "建设任务第二项是什么"), Turn("assistant", "新建停车点200个以上，设置遮阳棚。")]
    ((document, start, end),) = quoted_passages(assistant.index, history)
    assert "停车点" in assistant.index.documents[document].text[start:end]
    candidate = assistant._retriever.search(understand("停车点有多少个"))[0]
    context = Context(history, date(2026, 1, 1), quoted=((document, start, end),))
    assert context.lead(replace(candidate, start=start, end=end)) > context.lead(replace(candidate, start=0, end=1))


def test_what_a_document_says_again_and_again_is_not_what_was_quoted(tmp_path: Path) -> None:
    again = "经馆长批准可以再延长十日"
    text = f"借阅规则\n第一条 杂志借出七日，{again}。\n第二条 旧报纸只在馆内阅览，{again}。\n第三条 地图不借。"
    with assistant_over(tmp_path, rules=text) as over:
        said = f"《借阅规则》第二条：旧报纸只在馆内阅览，{again}。[1]"
        quoted = quoted_passages(over.index, [Turn("user", "旧报纸呢"), Turn("assistant", said)])
        held = over.index.documents["rules"].text
        assert [held[start:end].startswith("第二条") for _, start, end in quoted] == [True]


def test_a_document_that_was_spoken_of_is_ahead(assistant: Assistant) -> None:
    candidate = assistant._retriever.search(understand("停车点有多少个"))[0]
    spoken_of = Context((), date(2026, 1, 1), spoken_of=frozenset({candidate.document_id}))
    assert spoken_of.lead(candidate) > Context((), date(2026, 1, 1)).lead(candidate)


def test_a_question_without_a_value_may_follow_another(assistant: Assistant) -> None:
    history = [Turn("user", "每个省可推荐几个城市申报？"), Turn("assistant", "2个。")]
    answer = assistant.ask("哪类城市排前头", history)
    assert answer.understood_as == "每个省可推荐城市申报，哪类城市排前头"
    assert "省会城市优先" in answer.text


def test_a_follow_up_is_read_after_the_question_that_was_answered(assistant: Assistant) -> None:
    """The message between was read under the first question's topic, which the third is therefore about too."""
    asked = [
        Turn("user", "每个城市给的补助有多少钱？"),
        Turn("assistant", "中央财政对每个城市补助2000万元。"),
        Turn("user", "分几次给"),
        Turn("assistant", "首年拨付1200万元。"),
    ]
    assert "补助" in assistant.ask("哪个是最主要的", asked).understood_as


def test_what_follows_is_looked_for_after_the_clause_quoted_last() -> None:
    features = Features(0.5, 0.5, 0.5, 0.5, 0.5, 0.0, 0.0)
    before, quoted, after, far = (
        Candidate("rules", start, start + 50, (), None, features, 1.0) for start in (0, 100, 200, 5000)
    )
    context = Context((), date(2026, 1, 1), quoted=(("rules", 100, 150),), onward=True)
    assert context.lead(after) > context.lead(quoted) == context.lead(before) == context.lead(far) == 0
    assert replace(context, onward=False).lead(quoted) > 0


def test_what_was_quoted_goes_on_itself_where_it_says_the_new_words(assistant: Assistant) -> None:
    found = next(c for c in assistant._retriever.search(understand("能发工资吗")) if "工资" in c.clauses[0].text)
    place = (found.document_id, found.start, found.end)
    context = Context((), date(2026, 1, 1), quoted=(place,), onward=True, own=("工资", "发放"))
    assert context.lead(found) > 2 * replace(context, own=("头盔", "发放", "佩戴")).lead(found)


def test_a_conversation_may_be_as_long_as_it_likes(assistant: Assistant) -> None:
    turns = [Turn("user", "每个城市给的补助有多少钱？"), Turn("assistant", "中央财政对每个城市补助2000万元。")]
    history = [*turns * 600, Turn("user", "补" * 2000), Turn("assistant", "请把问题写短一些。"), *turns]
    assert "补助" in assistant.ask("哪个是最主要的", history).understood_as


def test_what_refers_to_the_article_quoted_is_ahead_where_the_talk_is_leant_on(assistant: Assistant) -> None:
    history = [Turn("user", "骑行要戴头盔吗"), Turn("assistant", "骑行人应当佩戴头盔。[1]")]
    found = assistant._retriever.search(understand("不戴头盔怎么罚"))[0]
    referring = replace(found, clauses=(replace(found.clauses[0], text="违反本法第二条规定的，处五十元以下罚款。"),))
    context = assistant._resolver.context(understand("怎么罚"), history, date(2026, 1, 1))
    leaning = replace(context, talk="骑行要戴头盔吗")
    assert ("cycling-law-2015", "第二条") in context.articles
    assert leaning.refers(replace(referring, document_id="cycling-law-2015"))
    beside = replace(context, beside=(("cycling-law-2015", 0, 1),))  # the article answers another part of the message
    assert beside.refers(replace(referring, document_id="cycling-law-2015"))
    assert not context.refers(replace(referring, document_id="cycling-law-2015"))
    assert not leaning.refers(found)
    assert leaning.lead(replace(referring, document_id="cycling-law-2015")) > leaning.lead(
        replace(found, document_id="cycling-law-2015")
    )


@pytest.mark.parametrize("refers", [True, False])
def test_what_refers_to_the_article_quoted_is_not_refused(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, refers: bool
) -> None:
    monkeypatch.setattr("assistant.one_question.is_open", lambda index, question, candidates: True)
    monkeypatch.setattr(Context, "refers", lambda context, candidate: refers)
    draft = assistant._answer_part(understand("不戴头盔怎么罚？"), "", Context((), date(2026, 1, 1)), 100)
    assert draft.refused != refers


def test_more_is_what_the_passage_says_besides(assistant: Assistant) -> None:
    asked = understand("隔离设施的资金比例要多少？")
    found = next(c for c in assistant._retriever.search(asked) if "30%" in c.clauses[0].text)
    other = next(c for c in assistant._retriever.search(understand("能发工资吗")) if "工资" in c.clauses[0].text)
    history = [Turn("user", asked.original), Turn("assistant", "用于隔离设施的资金比例不得低于30%。[1]")]
    context = Context(history, date(2026, 1, 1), quoted=quoted_passages(assistant.index, history), more=True)
    assert context.goes_on(other)
    assert not context.goes_on(found)
    whole = replace(context, history=[*history, Turn("assistant", "共2项：1.甲；2.乙。[1]")])
    assert not whole.goes_on(other)


def test_a_whole_list_has_no_more(assistant: Assistant) -> None:
    listed = [
        Turn("user", "建设任务有哪些？"),
        Turn("assistant", "建设任务共3项：1.规划线网；2.完善设施；3.加强养护。[1]"),
    ]
    assert assistant.ask("还有呢", listed).text == NO_MORE


def test_what_stands_around_the_answer_to_another_part_is_ahead(assistant: Assistant) -> None:
    found = assistant._retriever.search(understand("每个城市给多少钱"))[0]
    place = (found.document_id, found.start, found.end)
    near, far = replace(found, start=found.end + 10, end=found.end + 20), replace(found, start=9000, end=9010)
    context = Context((), date(2026, 1, 1), beside=(place,))
    assert context.lead(near) > context.lead(far)


def test_of_what_a_topic_finds_that_which_says_the_new_words_is_ahead(assistant: Assistant) -> None:
    found = next(c for c in assistant._retriever.search(understand("能发工资吗")) if "工资" in c.clauses[0].text)
    context = Context((), date(2026, 1, 1), own=("工资",))
    assert context.lead(found) > replace(context, own=("头盔",)).lead(found) == 0


def test_what_is_asked_again_is_answered_as_before_and_is_the_topic(assistant: Assistant) -> None:
    first = assistant.ask("每个城市给多少钱？")
    history = [Turn("user", "每个城市给多少钱？"), Turn("assistant", first.text)]
    second = assistant.ask("隔离设施的资金比例要多少？", history)
    history += [Turn("user", "隔离设施的资金比例要多少？"), Turn("assistant", second.text)]
    again = assistant.ask("第一个再说一遍", history)
    assert again.text == first.text
    assert again.understood_as == "每个城市给多少钱？"
    history += [Turn("user", "第一个再说一遍"), Turn("assistant", again.text)]
    assert assistant.ask("它分几次给", history).understood_as.startswith("每个城市")


@pytest.mark.parametrize(
    ("typed", "own"),
    [("那自选任务呢？", False), ("那首年先拨多少？", True), ("我们几天内办", False), ("跟他要多少", True)],
)
def test_what_a_follow_up_is_read_as_leaves_nothing_of_what_about(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, typed: str, own: bool
) -> None:
    wholes = []
    search = Retriever.search

    def noted(self: Retriever, question: Question, whole: str = "", *rest: Any, **named: Any) -> list[Candidate]:
        wholes.append(whole)
        return search(self, question, whole, *rest, **named)

    monkeypatch.setattr(Retriever, "search", noted)
    answer = assistant.ask(typed, [Turn("user", "建设任务有哪些？"), Turn("assistant", "共2项。")])
    assert answer.understood_as
    assert any(wholes) == own


@pytest.mark.parametrize(
    ("asked", "follow_up", "fine"),
    [
        ("2031年起不佩戴头盔罚多少钱", "那逆向行驶呢", "一百元以下"),
        ("2031年起不佩戴头盔罚多少钱", "那逆向行驶现在罚多少", "五十元以下"),
        ("不佩戴头盔罚多少钱", "那逆向行驶呢", "五十元以下"),
    ],
)
def test_a_message_that_leans_on_a_day_to_come_is_answered_by_its_law(
    assistant: Assistant, asked: str, follow_up: str, fine: str
) -> None:
    first = assistant.ask(asked, as_of=date(2026, 1, 1))
    history = [Turn("user", asked), Turn("assistant", first.text)]
    assert fine in assistant.ask(follow_up, history, date(2026, 1, 1)).text
