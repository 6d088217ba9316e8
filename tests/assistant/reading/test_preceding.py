"""What a paragraph leaves to the one before it is said beside it."""

from dataclasses import replace
from pathlib import Path

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant
from assistant.reading.preceding import said_before, with_referred_first
from assistant.understanding.question import understand


def test_the_paragraph_before_is_quoted_beside_one_that_refers_to_it(assistant: Assistant) -> None:
    answer = assistant.ask("骑行三轮车送货的依照什么规定？")
    assert "依照前款规定再加两周岁" in answer.text
    assert "前款：骑行电动自行车的，应当年满十六周岁" in answer.text
    assert any("年满十二周岁" in citation.quote for citation in answer.citations)


def test_what_refers_to_nothing_or_has_no_room_stands_alone(assistant: Assistant) -> None:
    question = understand("骑行三轮车送货的依照什么规定？")
    found = next(c for c in assistant._retriever.search(question) if "三轮车" in c.clauses[0].text)
    assert said_before(assistant.index, question, found, "处五十元以下罚款。", 100) is None
    assert said_before(assistant.index, question, found, "依照前款规定再加两周岁。", 20) is None
    helmets = assistant._retriever.search(understand("骑行人应当佩戴头盔吗？"))
    first = next(c for c in helmets if "应当佩戴头盔" in c.clauses[0].text)
    assert said_before(assistant.index, question, first, "依照前款规定", 100) is None


def test_a_paragraph_counted_from_the_first_is_quoted_where_its_case_is_referred_to(tmp_path: Path) -> None:
    law = (
        "中华人民共和国渡船法\n第一条 制定本法。\n第二条 渡船漏油污染河道的，由船主清理；找不到船主的，由码头清理。\n"
        "码头应当备有吸油毡。\n发生本条第一款规定的情形的，水警应当及时调查。\n"
    )
    with assistant_over(tmp_path, ferries=law) as assistant:
        found = assistant._retriever.search(understand("渡船漏油，水警调查吗"))
        third = next(c for c in found if "水警" in c.clauses[0].text)
        question = understand("渡船漏油找不到船主谁清理")
        said = said_before(assistant.index, question, third, third.clauses[0].text, 200)
        assert said is not None
        assert said.text.startswith("第一款：")
        assert "由码头清理" in said.text
        assert said_before(assistant.index, question, third, "依照本条第一款缴费。", 200) is None
        assert said_before(assistant.index, question, third, "有本条第四款规定的行为的。", 200) is None
        first = next(c for c in found if "由船主" in c.clauses[0].text)
        order = [third, replace(first, score=third.score - 0.1)]
        assert with_referred_first(assistant.index, question, order)[0].start == first.start
        far = [third, replace(first, score=third.score - 0.5)]
        assert with_referred_first(assistant.index, question, far) == far
        assert with_referred_first(assistant.index, understand("渡船漏油，水警调查吗"), order) == order
        assert with_referred_first(assistant.index, question, []) == []


def test_what_is_found_is_told_in_that_order(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.one_question.with_referred_first", lambda index, question, found: [])
    assert assistant.ask("骑行三轮车送货的依照什么规定？").refused
