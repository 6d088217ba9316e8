"""From question to answer on the small policy: what is said, what is cited, what is refused."""

import socket
from contextlib import closing
from dataclasses import replace
from datetime import date
from html import escape
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.lookups.lookup import Lookup
from assistant.reading.read import Reading, _fitting, _wants_list, read, read_node
from assistant.reading.renderings import in_language
from assistant.reading.subject import subject_of
from assistant.refusal.refuse import work_out
from assistant.retrieval.retrieve import Candidate, Features, Retriever
from assistant.saying.say_read import say_read
from assistant.understanding.question import understand
from assistant.verify import quote_holds
from store.index import Index
from store.records import Clause, Document, Note, Passage
from store.settings import Settings
from ui.answer_view import answer_html
from ui.texts import CHINESE


@pytest.mark.parametrize(
    ("question", "said", "locator"),
    [
        ("每个城市给多少钱？", "2000万元", "一、（一）"),
        ("一个省能推荐几个城市", "2个", "二、（一）"),
        ("方案最晚什么时候报送", "6月30日", "二、（二）"),
        ("建设任务有哪些？", "规划线网", "一、（二）"),
        ("二、（一）说了什么", "每个省可推荐2个城市", "二、（一）"),
        ("每個城市補助多少錢", "2000万元", "一、（一）"),
        ("How much does each city get?", "20 million", "一、（一）"),
    ],
)
def test_the_answer_is_short_and_cited(assistant: Assistant, question: str, said: str, locator: str) -> None:
    answer = assistant.ask(question)
    assert said in answer.text[:200]
    assert any(locator in citation.locator for citation in answer.citations)
    assert all(quote_holds(citation, assistant.index.documents) for citation in answer.citations)


def test_the_model_is_loaded_before_the_first_question(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    warmed: list[Index] = []
    monkeypatch.setattr(Index, "warm_up", lambda index: warmed.append(index))
    Assistant(assistant.index)
    assert warmed == [assistant.index]


def test_an_answer_from_a_statute_names_its_article(assistant: Assistant) -> None:
    answer = assistant.ask("骑电动自行车要满多少岁？")
    assert answer.text.startswith("《骑行法》第二条第二款：")
    assert "十六周岁" in answer.text


def test_an_item_of_a_list_comes_with_the_words_that_introduce_it(assistant: Assistant) -> None:
    answer = assistant.ask("骑行法里，逆向行驶的罚多少钱？")
    assert answer.text.startswith("《骑行法》第三条")
    assert "处五十元以下罚款" in answer.text
    assert all(quote_holds(citation, assistant.index.documents) for citation in answer.citations)


def test_a_list_is_complete_and_counted(assistant: Assistant) -> None:
    text = assistant.ask("建设任务有哪些？").text
    assert "3项" in text
    assert all(task in text for task in ("规划线网", "完善设施", "加强养护"))


def test_yes_no_questions_get_a_verdict(assistant: Assistant) -> None:
    answer = assistant.ask("这笔钱能不能发工资？")
    assert answer.verdict == "no"
    assert answer.text.startswith("不可以")


def test_suggestions_are_asked_plainly_and_in_the_documents_words(assistant: Assistant) -> None:
    suggestions = assistant.with_suggestions(assistant.ask("每个城市给多少钱？"), date.today()).suggestions
    assert suggestions == ("补助资金不得用于购买哪些？",)


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    first, second = (assistant.ask("材料最晚什么时候交") for _ in range(2))
    assert replace(first, latency_ms=0) == replace(second, latency_ms=0)


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("<img src=x onerror=alert(1)>多少钱", True),
        ("**每个城市** [x](javascript:1) 多少钱", False),
        ("？" * 50, True),
    ],
)
def test_markup_and_noise_are_only_text(assistant: Assistant, question: str, refused: bool) -> None:
    answer = assistant.ask(question)
    assert (answer.refused, answer.understood_as) == (refused, "")


def test_markup_in_a_follow_up_is_kept_as_it_was_typed_and_escaped_on_the_page(assistant: Assistant) -> None:
    markup = "<img src=x onerror=alert(1)>"
    answer = assistant.ask(f"那{markup}首年呢", [Turn("user", "每个城市给多少钱？"), Turn("assistant", "2000万元")])
    assert answer.refused
    assert markup in answer.understood_as
    page = answer_html(answer, CHINESE)
    assert escape(markup) in page
    assert markup not in page


@pytest.mark.usefixtures("assistant")
def test_an_index_is_opened_and_asked_without_a_network(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something connects")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with closing(Index.open(settings)) as index:
        assert "2000万元" in Assistant(index).ask("每个城市给多少钱？").text


def test_thanks_are_answered_as_a_person_would(assistant: Assistant) -> None:
    answer = assistant.ask("谢谢")
    assert not answer.refused
    assert not answer.citations


def test_why_there_is_a_law_is_no_answer_to_whether(assistant: Assistant) -> None:
    answer = assistant.ask("骑行法能保障骑行安全吗，可以带人骑行吗？")
    assert not any("制定本法" in citation.quote for citation in answer.citations)
    assert "制定本法" in assistant.ask("为什么要制定骑行法？").text


def test_a_sum_takes_its_amounts_from_the_document_that_answers(assistant: Assistant) -> None:
    answer = assistant.ask("隔离设施至少要花多少钱？")
    assert "600万元" in answer.text
    assert {citation.document_id for citation in answer.citations} == {"bikes-2021"}


def test_parts_asked_for_by_their_number_are_all_listed(assistant: Assistant) -> None:
    answer = assistant.ask("完善设施、养护这些，建设上要抓哪三件事？")
    assert all(part in answer.text for part in ("规划线网", "完善设施", "加强养护"))
    assert assistant.ask("完善设施、养护这些，建设上分成哪三方面？").text == answer.text
    assert assistant.ask("完善设施、养护这些，建设上说的是哪三句？").text == answer.text


def test_a_sum_over_an_amount_that_was_not_found_cites_where_it_stands(assistant: Assistant) -> None:
    answer = assistant.ask("隔离设施至少要花多少钱？")
    assert answer.text.startswith("600万元")
    assert any("2000万元" in citation.quote for citation in answer.citations)


def test_what_an_editor_asks_of_a_clause_does_not_make_it_state_that(assistant: Assistant) -> None:
    """「怎么打分」 is asked of a gap; a clause that mentions no score lacks it, whatever its asks say."""
    found = Retriever(assistant.index).search(understand("补助资金的邮箱是哪个？"))
    noted = [candidate for candidate in found if candidate.note and not candidate.gap]
    assert noted
    assert all(candidate.lacks_attribute for candidate in noted)


def test_how_many_metres_is_no_answer_of_a_list(assistant: Assistant) -> None:
    found = Retriever(assistant.index).search(understand("不允许的支出超过几个百分点要退？"))
    listed = [candidate for candidate in found if candidate.note and candidate.note.points]
    assert listed
    assert all(candidate.lacks_kind for candidate in listed)


def test_the_note_that_its_asks_lean_to_scores_higher(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    question = understand("一个城市能拿多少补助？")
    with_leaning = Retriever(assistant.index).search(question)
    monkeypatch.setattr(Index, "leanings", lambda *_: {})
    without = Retriever(assistant.index).search(question)
    assert with_leaning[0].note is not None
    assert with_leaning[0].score > next(c.score for c in without if c.note == with_leaning[0].note)


def test_a_short_title_in_the_question_leads_to_its_document(assistant: Assistant) -> None:
    documents = [replace(document, short_title="办法") for document in assistant.index.documents.values()]
    index = SimpleNamespace(
        documents={documents[0].id: documents[0]}, held=documents[:1], searched=lambda _: frozenset[str]()
    )
    lookup = Lookup(cast(Index, index))
    assert lookup.perhaps_named(understand("办法里怎么规定？")) == {documents[0].id}
    assert not lookup.perhaps_named(understand("通知里怎么规定？"))


def test_a_share_may_be_of_an_amount_that_the_search_did_not_find(assistant: Assistant) -> None:
    question = understand("隔离设施至少要花多少钱？")
    found = Retriever(assistant.index).search(question)
    share = [one for one in found if "30%" in one.clauses[0].text]
    worked = work_out(assistant.index, question, share)
    assert worked is not None
    assert worked.result == "600万元"


def test_who_acts_is_said_where_only_the_clause_before_names_them(assistant: Assistant) -> None:
    index = assistant.index
    text = "重点城市要建立台账；要细化标准，由第三方评价。"
    first, second = (
        Clause("bikes-2021", "", start, end, "", text[start:end]) for start, end in ((0, 10), (10, len(text)))
    )
    passage = Passage("bikes-2021", "", 0, len(text), "", (), text, (first, second))
    fake = cast(Index, SimpleNamespace(passages=lambda _: (passage,), documents=index.documents))
    candidate = replace(Retriever(index).search(understand("每个城市给多少钱"))[0], clauses=(second,))
    assert subject_of(fake, understand("标准由谁来细化"), candidate) == ("重点城市", (0, 10))
    assert subject_of(fake, understand("标准怎么细化"), candidate) is None
    assert subject_of(fake, understand("谁建台账"), replace(candidate, clauses=(first,))) is None


def test_a_list_cites_the_heading_it_counts_under(assistant: Assistant) -> None:
    quotes = [citation.quote for citation in assistant.ask("建设任务有哪些？").citations]
    assert any("建设任务" in quote for quote in quotes)


def test_where_it_is_written_is_told_though_a_gap_is_near(assistant: Assistant) -> None:
    answer = assistant.ask("不得用于购买车辆，写在通知的哪个部分？")
    assert "一、（一）" in answer.text


def test_whether_an_item_has_to_be_done_is_said_by_what_introduces_it(assistant: Assistant) -> None:
    answer = assistant.ask("印骑行地图是必做的吗？")
    assert answer.verdict == "no"
    assert "选择不少于一项" in answer.text


def test_what_is_said_to_be_several_is_not_counted() -> None:
    assert _wants_list(understand("品牌要打造几个？"), "打造品牌")
    assert not _wants_list(understand("品牌要打造几个？"), "打造若干品牌")


def test_a_sum_may_rest_on_a_list(assistant: Assistant) -> None:
    answer = assistant.ask("首年拨完以后，每个城市名下还有多少没给？")
    assert "500万元" in answer.text


def test_a_figure_of_a_year_that_the_document_says_nothing_of_is_not_given(assistant: Assistant) -> None:
    assert assistant.ask("2023年每个城市给多少钱").refused
    assert not assistant.ask("2021年每个城市给多少钱").refused


def test_what_stands_far_behind_the_answer_is_not_suggested(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.saying.suggest._NEAR", 1)
    assert not assistant.with_suggestions(assistant.ask("每个城市给多少钱？"), date.today()).suggestions


def test_a_rendering_stands_before_the_words_which_are_cut_to_the_room(assistant: Assistant) -> None:
    told = Reading(f"{'中央财政对每个城市补助2000万元，' * 4}支持建设。", ())
    note = Note("bikes-2021", 0, 1, ("钱",), english="The central budget gives each city 20 million yuan.")
    candidate = Candidate("bikes-2021", 0, 1, (), note, Features(*(0.0,) * 7), 0.0)
    question = understand("how much does each city get?")
    assert in_language(assistant.index, question, candidate, told, 200) == f"{note.english} {told.text}"
    cut = in_language(assistant.index, question, candidate, replace(told, text=told.text * 2), 125)
    assert cut.startswith(f"{note.english} 中央财政")
    assert len(cut) <= 125
    assert in_language(assistant.index, understand("给多少钱？"), candidate, told, 100) == told.text


def test_an_attribute_that_no_clause_names_is_not_told_by_a_clause_on_its_bearer(assistant: Assistant) -> None:
    assert not assistant.ask("联系人是谁").refused
    assert assistant.ask("联系人是男的女的").refused


def test_what_is_said_beside_is_whole_and_has_the_room_that_is_left(assistant: Assistant) -> None:
    question = understand("骑行三轮车送货的依照哪些规定？")
    found = [c for c in assistant._retriever.search(question) if c.document_id == "cycling-law-2015"]
    best = next(c for c in found if "三轮车" in c.clauses[0].text)
    near = [replace(c, score=best.score) for c in found if not c.shares_clause(best)]
    for limit in range(60, 130, 10):
        said = say_read(assistant.index, assistant._retriever, question, [best, *near], limit).said
        assert sum(len(one.text) for one in said) <= limit + 2
        assert not any(one.text.endswith("…。") or one.text.endswith("…") for one in said[2:])


@pytest.mark.parametrize(
    ("text", "count", "told"), [("共2项：1.编制专…；2.开展出…。", "2项", False), ("情节轻的…罚款。", "", True)]
)
def test_a_list_of_cut_items_is_not_said_beside(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, text: str, count: str, told: bool
) -> None:
    question = understand("骑行三轮车送货的依照哪些规定？")
    found = [c for c in assistant._retriever.search(question) if c.document_id == "cycling-law-2015"]
    best = next(c for c in found if "三轮车" in c.clauses[0].text)
    near = [replace(c, score=best.score) for c in found if not c.shares_clause(best)]

    def reading(_: object, __: object, candidate: Candidate, ___: int) -> Reading:
        return Reading("依照前款。" if candidate is best else text, ((candidate.start, candidate.end),), count=count)

    monkeypatch.setattr("assistant.saying.say_read.read", reading)
    said = say_read(assistant.index, assistant._retriever, question, [best, *near], 180).said
    assert any(text in one.text for one in said) == told


def test_of_a_penalty_the_clause_with_the_fine_is_said(assistant: Assistant) -> None:
    one = assistant._retriever.search(understand("怎么罚"))[0].clauses[0]
    texts = ("送货的，另行规定，由当地的主管部门在每年年底以前印发，报上级备案。", "处五十元以下罚款，并予以警告。")
    clauses = tuple(replace(one, text=text) for text in texts)
    assert _fitting(understand("送货不戴头盔怎么罚？"), clauses, 20) == clauses[1:]


def test_a_sentence_is_counted_only_where_the_number_of_its_items_is_asked_for(assistant: Assistant) -> None:
    assert "共" not in assistant.ask("哪些支出不允许？").text
    assert assistant.ask("不允许的支出有几项？").text.startswith("共2项：")


def test_a_part_of_a_sentence_is_not_counted_for_the_whole(assistant: Assistant) -> None:
    question = understand("不允许的支出有几项？")
    found = next(c for c in Retriever(assistant.index).search(question) if c.note and c.note.points)
    (first, last), text = found.note.points[0], assistant.index.documents[found.document_id].text  # type: ignore[union-attr]
    few = replace(found, note=replace(found.note, points=((first, first + 2), (first + 2, last))))  # type: ignore[type-var]
    assert text[first:last] == "购买车辆"
    assert read(assistant.index, question, few, 100).text.startswith("共2项：1.")


def test_of_a_penalty_the_ordinary_case_is_said_unless_the_grave_one_is_asked_for(assistant: Assistant) -> None:
    one = assistant._retriever.search(understand("怎么罚"))[0].clauses[0]
    texts = ("违反规定的，处五十元罚款，并责令改正，予以通报。", "情节严重的，骗取补助的处一百元罚款，予以取消资格。")
    clauses = tuple(replace(one, text=text) for text in texts)
    assert _fitting(understand("骗取补助怎么罚？"), clauses, 26) == clauses[:1]
    assert _fitting(understand("骗取补助严重的怎么罚？"), clauses, 26) == clauses[1:]


def test_what_stands_under_a_heading_is_told_to_its_end_or_said_to_go_on(assistant: Assistant) -> None:
    node = next(node for node in assistant.index.nodes("bikes-2021") if node.heading == "资金安排")
    whole, some, first = (read_node(assistant.index, node, limit) for limit in (100, 52, 30))
    assert "发放工资" in whole.text
    assert "…" not in whole.text
    assert "不得低于30%" in some.text
    assert "发放工资" in some.text
    assert some.text.count("…") == 1
    assert len(some.spans) == len(whole.spans) > len(first.spans)
    assert first.text.endswith("…")


def test_where_it_is_written_is_told_of_the_item_that_is_asked_about(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = list[Candidate]()
    monkeypatch.setattr("assistant.one_question.item_named", lambda question, found: said.append(found) or found)
    assistant.ask("购买车辆写在哪一条")
    assert said


def test_what_only_a_statute_not_held_rules_on_is_refused_with_its_name(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = Document("", "中华人民共和国灯塔法", "灯塔法", "statute", held=False)
    monkeypatch.setattr(assistant._lookup, "not_held_on_it", lambda *_: [law])
    answer = assistant.ask("能不能买车")
    assert answer.refused
    assert "灯塔法" in answer.text
