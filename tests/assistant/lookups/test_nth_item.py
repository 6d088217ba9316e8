"""The nth item under a heading that a question names."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "said", "refused"),
    [
        ("建设任务第二项是什么", "《自行车道通知》一、（二）2.：", False),
        ("自行车道通知建设任务的倒数第一项", "《自行车道通知》一、（二）3.：", False),
        ("建设任务最后一条说什么", "《自行车道通知》一、（二）3.：", False),
        ("建设任务第五项是什么", "没有这一项。建设任务共3项：", True),
    ],
)
def test_the_item_of_that_number(assistant: Assistant, question: str, said: str, refused: bool) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(said)
    assert answer.refused == refused


@pytest.mark.parametrize("question", ["建设任务第一项要多少钱", "建设任务有哪些", "第二项是什么"])
def test_who_asks_for_more_is_not_told_the_item(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).text.startswith(("《自行车道通知》一、（二）", "没有这一项"))
