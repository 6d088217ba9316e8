"""Headings that a question names."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "begins", "verdict"),
    [
        ("骑行地图是建设任务还是自选任务", "自选任务。", None),
        ("停车点是建设任务还是自选任务", "建设任务。", None),
        ("骑行地图是自选的吗", "是。", "yes"),
        ("骑行地图属于建设任务吗", "不算。", "no"),
        ("停车点不是自选的吧", "是。", "yes"),
    ],
)
def test_under_which_of_two_headings_something_stands(
    assistant: Assistant, question: str, begins: str, verdict: str | None
) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(begins)
    assert answer.verdict == verdict
    assert "任务" in answer.text


@pytest.mark.parametrize(("question", "begins"), [("建设任务是三项吧", "是。"), ("建设任务有四项，对吗", "不是。")])
def test_how_many_parts_stand_under_a_heading(assistant: Assistant, question: str, begins: str) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(begins)
    assert "共3项" in answer.text


def test_what_the_document_does_not_speak_of_stands_under_no_heading(assistant: Assistant) -> None:
    assert not assistant.ask("水上乐园是建设任务还是自选任务").text.startswith(("建设任务", "自选任务"))


@pytest.mark.parametrize("question", ["哪项任务讲到停车点", "停车点归哪个任务", "修停车点，是在哪项任务里说的？"])
def test_which_task_something_belongs_to_is_told_by_its_headings(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert text.startswith("在《自行车道通知》")
    assert "建设任务" in text


def test_a_longer_name_that_begins_as_a_heading_does_is_none(assistant: Assistant) -> None:
    assert "在《" not in assistant.ask("骑行地图算自选骑手的地图吗").text
