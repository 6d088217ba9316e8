"""Both versions of a document, asked on one matter."""

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.lookups.each_version import version_matter
from assistant.understanding.question import understand

OLD, NEW = "《中华人民共和国骑行法（2015年修正）》", "《中华人民共和国骑行法（2030年修订）》"


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("夜航限速新旧法有啥不同", "夜航限速"),
        ("夜航限速现在是多少？明年呢", "夜航限速是多少"),
        ("新航道法把限速改成多少了，老的是多少", "航道法限速是多少了"),
        ("夜航限多少，新法限多少", "夜航限多少"),
        ("夜航限速多少，那新的呢", "夜航限速多少"),
        ("夜航限速多少，船闸呢", ""),
        ("夜航限速多少，以前呢", ""),
        ("新旧法都收录了", ""),
        ("夜航限速多少", ""),
    ],
)
def test_what_both_versions_are_asked(text: str, matter: str) -> None:
    assert version_matter(understand(text).text) == matter


@pytest.mark.parametrize(
    "question",
    ["不佩戴头盔罚多少，新旧法有什么不同", "不佩戴头盔现在罚多少？明年呢", "新骑行法里不佩戴头盔罚多少，老的是多少"],
)
def test_each_version_tells_its_own(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, as_of=date(2030, 11, 29))
    old, _, new = answer.text.partition(NEW)
    assert OLD in old
    assert "五十元" in old
    assert "一百元" in new


def test_a_document_without_versions_is_asked_as_it_is(assistant: Assistant) -> None:
    answer = assistant.ask("每个城市补助多少钱？明年呢", as_of=date(2030, 11, 29))
    assert {c.document_id for c in answer.citations} == {"bikes-2021"}
