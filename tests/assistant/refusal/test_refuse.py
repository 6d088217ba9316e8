"""When the documents leave a question open, and what is said then."""

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.refusal.refuse import is_open, refuse, refuse_year, with_gap_first
from assistant.retrieval.kind_first import with_kind_first
from assistant.retrieval.retrieve import Candidate, Retriever
from assistant.understanding.question import understand


def test_what_an_editor_found_left_open_is_refused_in_the_editors_words(assistant: Assistant) -> None:
    answer = assistant.ask("钱不能买车，那车是租来还是借来？")
    assert answer.refused
    assert answer.text == "通知没有说车辆从哪里来，要看城市的实施细则。"


def test_what_is_nowhere_near_the_documents_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("晚上吃什么能睡得好？").refused


def test_a_message_without_a_word_is_said_to_ask_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("？？？")
    assert answer.refused
    assert not answer.related
    assert answer.text == "没有看出要问什么，请写明要问的事，再问一次。"


def test_what_scores_too_low_is_no_answer(assistant: Assistant) -> None:
    question = understand("每个城市给多少钱？")
    found = Retriever(assistant.index).search(question)
    assert not is_open(assistant.index, question, found)
    assert is_open(assistant.index, question, [replace(one, score=one.score - 3) for one in found])


def test_what_a_clause_lacks_is_told_by_the_gap_on_it(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("不能买车那车从哪里来"))
    clause = next(candidate for candidate in found if not candidate.gap and "购买车辆" in candidate.clauses[0].text)
    draft = refuse(
        understand("不能买车那车从哪里来"), [clause, *(candidate for candidate in found if candidate.gap)], []
    )
    assert draft.said[0].text == "通知没有说车辆从哪里来，要看城市的实施细则。"


def test_who_asks_how_besides_is_answered_without_the_day(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("每个城市给多少钱？"))[0]
    without_day = replace(found, score=9.0, features=replace(found.features, kind=-1.0, ask_vector=0.9))
    assert is_open(assistant.index, understand("补助什么时候给？"), [without_day])
    assert not is_open(assistant.index, understand("补助什么时候给、怎么给？"), [without_day])


def test_an_answer_without_the_time_asked_about_gives_way_to_what_is_left_open(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("能不能买车"))
    gap = next(candidate for candidate in found if candidate.gap)
    best = next(c for c in found if not c.gap and "购买车辆" in c.clauses[0].text)
    alike = replace(gap.features, ask_vector=best.features.ask_vector)
    pair = [best, replace(gap, score=best.score - 0.2, features=alike)]
    assert is_open(assistant.index, understand("年底前能买车吗"), pair)
    assert not is_open(assistant.index, understand("能买车吗"), pair)


def test_a_gap_that_is_much_liker_the_question_wins(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("能不能买车"))
    gap, best = next(c for c in found if c.gap), next(c for c in found if not c.gap)

    def is_left_open(alike: float) -> bool:
        likest = replace(gap.features, ask_vector=best.features.ask_vector + alike)
        return is_open(assistant.index, understand("哪些车"), [best, replace(gap, score=best.score, features=likest)])

    assert is_left_open(0.2)
    assert not is_left_open(0.1)


def test_a_gap_on_the_attribute_asked_for_wins_over_what_lacks_it(assistant: Assistant) -> None:
    question = understand("站点要多大面积？")
    found = Retriever(assistant.index).search(question)
    answer, gap = next(c for c in found if not c.gap), next(c for c in found if c.gap)
    best = replace(answer, score=3.0, features=replace(answer.features, ask_vector=0.9, attribute=-1.0))
    assert gap.note
    note = replace(gap.note, gap="通知没有规定站点的面积。")
    on_it = replace(gap, note=note, score=2.9, features=replace(gap.features, attribute=1.0))
    assert is_open(assistant.index, question, [best, on_it])
    assert not is_open(assistant.index, question, [best, replace(on_it, score=2.0)])
    assert refuse(question, [best, on_it], []).said[0].text == note.gap


def test_a_gap_less_like_the_question_than_the_answer_must_be_further_ahead(assistant: Assistant) -> None:
    question = understand("能不能买车")
    found = Retriever(assistant.index).search(question)
    gap, answer = (
        next(c for c in found if c.gap),
        next(c for c in found if not c.gap and "购买车辆" in c.clauses[0].text),
    )
    best = replace(answer, score=2.0, features=replace(answer.features, ask_vector=0.9))
    ahead = replace(gap, score=2.1, features=replace(gap.features, ask_vector=0.9))
    assert is_open(assistant.index, question, [best, ahead])
    assert not is_open(
        assistant.index, question, [best, replace(ahead, features=replace(gap.features, ask_vector=0.7))]
    )


def test_who_asks_what_is_said_of_a_thing_asks_for_no_detail(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("买车辆"))
    gap, answer = next(c for c in found if c.gap), next(c for c in found if not c.gap)
    best = replace(answer, score=2.0, features=replace(answer.features, ask_vector=0.9))
    ahead = replace(gap, score=2.2, features=replace(gap.features, ask_vector=0.9))
    assert is_open(assistant.index, understand("车辆怎么买"), [best, ahead])
    assert not is_open(assistant.index, understand("买车辆通知里怎么说"), [best, ahead])


def test_who_asks_on_what_something_depends_is_told_by_the_clause_that_says_so(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("买车辆"))
    gap = next(c for c in found if c.gap)
    answer = next(c for c in found if not c.gap and c.shares_clause(gap))
    ahead = replace(gap, score=3.0, features=replace(gap.features, ask_vector=0.9))

    def is_left_open(asked: str, rule: str) -> bool:
        clauses = tuple(replace(clause, text=rule) for clause in answer.clauses)
        features = replace(answer.features, ask_vector=0.9, attribute=0.0)
        best = replace(answer, score=2.0, clauses=clauses, features=features)
        return is_open(assistant.index, understand(asked), [best, ahead])

    depends = "摊位根据抽签结果分配。"
    assert not is_left_open("摊位凭啥分", depends)
    assert not is_left_open("什么条件才分摊位", depends)
    assert is_left_open("摊位什么时候分", depends)
    assert is_left_open("摊位凭啥分", "摊位由街道分配。")


def test_who_asks_for_a_limit_is_not_told_that_none_is_set_to_the_other_side(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("买车辆"))
    gap = next(c for c in found if c.gap)
    answer = next(c for c in found if not c.gap and c.shares_clause(gap))
    assert gap.note
    unset = replace(gap.note, gap="通知没有设租金的上限，要看市场的公告。")
    ahead = replace(gap, score=3.0, note=unset, features=replace(gap.features, ask_vector=0.9))
    best = replace(answer, score=2.5, features=replace(answer.features, ask_vector=0.9, attribute=0.0, kind=1.0))
    assert not is_open(assistant.index, understand("摊位租金的比例是多少"), [best, ahead])
    assert is_open(assistant.index, understand("摊位租金的比例最高是多少"), [best, ahead])
    no_limit = replace(ahead, note=replace(unset, gap="通知没有说租金交给谁，要看市场的公告。"))
    assert is_open(assistant.index, understand("摊位租金的比例是多少"), [best, no_limit])


def test_what_is_said_of_a_thing_is_not_left_open_for_a_detail_of_the_same_clause(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("买车辆"))
    gap = next(c for c in found if c.gap)
    answer = next(c for c in found if not c.gap and c.shares_clause(gap))
    best = replace(answer, score=2.0, features=replace(answer.features, ask_vector=0.9, attribute=0.0))
    ahead = replace(gap, score=2.6, features=replace(gap.features, ask_vector=0.9))
    liker = replace(ahead, features=replace(gap.features, ask_vector=0.95))
    assert not is_open(assistant.index, understand("买车辆通知里怎么说"), [best, ahead])
    assert is_open(assistant.index, understand("买车辆通知里怎么说"), [best, liker])
    assert is_open(assistant.index, understand("买车的比例通知里怎么说"), [best, ahead])


def test_who_asks_in_english_is_refused_in_english_first() -> None:
    told = refuse(understand("How tall is the mayor?"), [], []).said[0].text
    assert told.startswith("The documents do not say this. 文件中没有规定。")
    assert not refuse(understand("市长多高？"), [], []).said[0].text.startswith("The")


def test_a_gap_with_a_word_of_the_claim_that_the_answer_has_not_is_ahead(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("能不能买车"))
    gap, answer = next(c for c in found if c.gap and "细则" in c.gap), next(c for c in found if not c.gap)
    best = replace(answer, score=2.1, features=replace(answer.features, ask_vector=0.9))
    near = replace(gap, score=2.05, features=replace(gap.features, ask_vector=0.9))
    by_rules = understand("买车能由城市的细则来定吗")
    assert is_open(assistant.index, by_rules, [best, near])
    assert not is_open(assistant.index, understand("能买车吗"), [best, near])
    assert refuse(by_rules, with_gap_first(by_rules, [best, near]), []).said[0].text == gap.gap


def test_a_figure_is_put_right_rather_than_a_yes_or_a_no_on_another_thing_left_open(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("每个城市给多少钱？"))
    gap, answer = next(c for c in found if c.gap), next(c for c in found if not c.gap)
    best = replace(answer, score=2.0, features=replace(answer.features, ask_vector=0.7, kind=1.0, attribute=0.0))
    liker = replace(gap, score=2.5, features=replace(gap.features, ask_vector=0.75))
    assert is_open(assistant.index, understand("每个车间给七千元，对吧"), [best, liker])
    assert not is_open(assistant.index, understand("为什么每个车间给七千元"), [best, liker])


def test_what_is_left_open_is_refused_with_the_near_clause(assistant: Assistant) -> None:
    answer = assistant.ask("评审怎么打分？")
    assert answer.refused
    assert not answer.citations
    assert "打分标准" in answer.text


def test_what_is_out_of_scope_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("红烧肉怎么做才好吃").refused


def test_from_when_is_told_without_the_word_for_it(assistant: Assistant) -> None:
    question = understand("从哪天起算？")
    found = Retriever(assistant.index).search(question)
    answer, gap = next(c for c in found if not c.gap), next(c for c in found if c.gap)
    best = replace(answer, score=3.0, features=replace(answer.features, ask_vector=0.9, attribute=-1.0, kind=0.0))
    on_it = replace(gap, score=2.9, features=replace(gap.features, attribute=1.0))
    assert not is_open(assistant.index, question, [best, on_it])


def test_the_gap_that_wins_is_told(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    gap = next(c for c in Retriever(assistant.index).search(understand("车是租的吗")) if c.gap and "细则" in c.gap)
    winning = replace(gap, score=2.0, features=replace(gap.features, ask_vector=0.9))
    monkeypatch.setattr("assistant.one_question.is_open", lambda index, question, candidates: True)
    monkeypatch.setattr("assistant.one_question.with_gap_first", lambda question, candidates: [winning])
    assert assistant.ask("每个城市给多少钱？").text == gap.gap


def test_the_one_with_the_value_asked_for_is_told(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    stating = Retriever(assistant.index).search(understand("每个城市给多少钱？"))[0]
    monkeypatch.setattr("assistant.one_question.with_kind_first", lambda candidates: [stating])
    assert "2000万元" in assistant.ask("什么时候截止？").text


def test_a_refusal_names_what_was_asked() -> None:
    text = refuse(understand("車棚要用什麼顏色的瓦？"), [], []).said[0].text
    assert text.startswith("文件中没有规定“车棚要用什么颜色的瓦”。")
    assert "“" not in refuse(understand("车棚" * 30 + "要用什么瓦？"), [], []).said[0].text


def test_what_would_hold_a_detail_is_told_though_no_gap_names_it(assistant: Assistant) -> None:
    question = understand("不能买车那车停在哪个网站登记？")
    gap = next(c for c in Retriever(assistant.index).search(understand("车是租的吗")) if c.gap and "细则" in c.gap)
    near = replace(gap, score=2.0, features=replace(gap.features, ask_vector=0.75))
    told = refuse(question, [near], []).said[0].text
    assert told == "文件中没有规定“不能买车那车停在哪个网站登记”，要看城市的实施细则。"


def test_another_year_is_told_to_be_none_of_the_documents(assistant: Assistant) -> None:
    document = assistant.index.documents["bikes-2021"]
    told = refuse_year(understand("2025年每个城市给多少钱？"), document, []).said[0].text
    assert told == "《自行车道通知》是2021年的，没有规定“2025年每个城市给多少钱”。"
    assert assistant.ask("2025年每个城市给多少钱？").text == told


def test_of_two_on_one_clause_that_score_alike_the_one_with_the_value_asked_for_is_first(assistant: Assistant) -> None:
    one, *rest = Retriever(assistant.index).search(understand("每个城市给多少钱？"))
    other = next(candidate for candidate in rest if not candidate.shares_clause(one))

    def lacking(by: float) -> Candidate:
        return replace(one, score=one.score + by, features=replace(one.features, kind=-1.0))

    assert one.features.kind > 0
    assert with_kind_first([lacking(0.05), other, one])[0] is one
    assert with_kind_first([lacking(0.5), one])[0].lacks_kind
    elsewhere = replace(lacking(0.05), clauses=other.clauses)
    assert with_kind_first([elsewhere, one])[0] is elsewhere
    assert with_kind_first([one, other])[0] is one
    assert not with_kind_first([])


def test_one_that_has_only_a_list_is_behind_one_that_states_the_number_in_words_liker_the_question(
    assistant: Assistant,
) -> None:
    one = Retriever(assistant.index).search(understand("每个城市给多少钱？"))[0]

    def listed(by: float, liker: float) -> Candidate:
        features = replace(one.features, kind=0.0, ask_vector=one.features.ask_vector + liker)
        return replace(one, score=one.score + by, features=features)

    assert with_kind_first([listed(0.2, -0.1), one])[0] is one
    assert with_kind_first([listed(0.2, 0.1), one])[0] is not one
    assert with_kind_first([listed(0.4, -0.1), one])[0] is not one


def test_a_thing_that_is_never_named_leaves_a_deed_open_where_a_gap_comes_near(assistant: Assistant) -> None:
    question = understand("能不能买车送火锅")
    found = Retriever(assistant.index).search(understand("能不能买车"))
    gap = next(candidate for candidate in found if candidate.gap)
    best = next(c for c in found if not c.gap and "购买车辆" in c.clauses[0].text)
    best = replace(best, note=replace(best.note, asks=()) if best.note else None)
    liker = replace(gap.features, ask_vector=best.features.ask_vector)
    assert is_open(assistant.index, question, [best, replace(gap, score=best.score - 0.39, features=liker)])
    assert not is_open(assistant.index, question, [best, replace(gap, score=best.score - 0.41, features=liker)])


@pytest.mark.parametrize(("behind", "left_open"), [(0.15, True), (0.25, False)])
def test_a_statute_that_nobody_named_gives_way_to_what_a_policy_leaves_open(
    assistant: Assistant, behind: float, left_open: bool
) -> None:
    gap = next(c for c in Retriever(assistant.index).search(understand("能不能买车")) if c.gap)
    question = understand("骑行人应当佩戴头盔吗")
    law = Retriever(assistant.index).search(question)
    article = next(c for c in law if assistant.index.documents[c.document_id].kind == "statute" and not c.gap)
    best = replace(article, score=2.0, features=replace(article.features, ask_vector=0.9))
    near = replace(gap, score=2.0 - behind, features=replace(gap.features, ask_vector=0.5))
    assert is_open(assistant.index, question, [best, near]) == left_open
