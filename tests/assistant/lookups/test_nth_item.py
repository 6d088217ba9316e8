"""The nth item under a heading that a question names."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from own_texts import parsed

from assistant.assistant import Assistant
from store.builder import build_index
from store.index import Index
from store.records import Note
from store.settings import Settings

TEXT = """关于整修剧院的通知
一、布置要求
摆放座椅；
悬挂幕布；
铺设地毯。
二、工作安排
各县于6月30日前完成整修。
"""


@pytest.mark.parametrize(
    ("question", "said", "refused"),
    [
        ("建设任务第二项是什么", "《自行车道通知》一、（二）2.：", False),
        ("自行车道通知建设任务的倒数第一项", "《自行车道通知》一、（二）3.：", False),
        ("建设任务最后一条说什么", "《自行车道通知》一、（二）3.：", False),
        ("第二个建设任务讲什么", "《自行车道通知》一、（二）2.：", False),
        ("建设任务第一项下面有几条", "《自行车道通知》一、（二）1.：", False),
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


@pytest.fixture
def theatre(tmp_path: Path) -> Iterator[Assistant]:
    """A notice that lists what it wants in one breath, of which an editor made points."""
    notice = parsed("theatre", TEXT)
    at = [notice.document.text.index(words) for words in ("摆放", "悬挂", "铺设")]
    points = tuple((start, start + len("摆放座椅")) for start in at)
    note = Note("theatre", at[0], points[-1][1], asks=("布置要求有哪些",), points=points)
    settings = Settings(home=tmp_path, chroma_url=None)
    build_index([replace(notice, notes=(note,))], settings)
    index = Index.open(settings)
    yield Assistant(index)
    index.close()


@pytest.mark.parametrize(
    ("question", "said", "refused"),
    [
        ("布置要求第二项是什么", "悬挂幕布", False),
        ("最后一个布置要求", "铺设地毯", False),
        ("布置要求的第四项", "没有这一项。", True),
    ],
)
def test_what_an_editor_made_points_of_is_counted_too(
    theatre: Assistant, question: str, said: str, refused: bool
) -> None:
    answer = theatre.ask(question)
    assert said in answer.text
    assert "摆放座椅" not in answer.text or refused
    assert answer.refused == refused
