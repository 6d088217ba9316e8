"""What a paragraph leaves to the one before it is said beside it."""

from assistant.assistant import Assistant
from assistant.reading.preceding import said_before
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
