"""A corpus of one small document, and cases made from it."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.answer import Answer, Citation, Statement
from evals.corpus import CorpusText
from evals.dataset import Question
from evals.metrics.case import Case

TEXT = (
    "一、总则\n" + "本通知自印发之日起执行，有关事项另行通知。" * 40 + "\n"
    "二、资金\n"
    "每市支持1.5亿元，其中2020年拨付1亿元。\n"
    "（一）用途\n资金不得用于房屋装修、征地拆迁。其中40%用于集聚区。\n"
    "（二）时间\n务必于5月15日前上报材料，逾期不予受理。\n"
)


def _node(locator: str, begin: str, end: str | None) -> tuple[str, int, int]:
    return locator, TEXT.index(begin), TEXT.index(end) if end else len(TEXT)


@pytest.fixture
def corpus() -> dict[str, CorpusText]:
    nodes = (
        ("《通知》", 0, len(TEXT)),
        _node("《通知》一、", "一、", "二、"),
        _node("《通知》二、", "二、", None),
        _node("《通知》二、（一）", "（一）", "（二）"),
        _node("《通知》二、（二）", "（二）", None),
    )
    return {"notice": CorpusText("notice", "关于资金的通知", TEXT, nodes)}


@pytest.fixture
def cite() -> Callable[[str], Citation]:
    """A citation of words of the document."""

    def cite(words: str) -> Citation:
        start = TEXT.index(words)
        return Citation("notice", "关于资金的通知", "《通知》二、", words, start, start + len(words))

    return cite


@pytest.fixture
def make_case(corpus: dict[str, CorpusText]) -> Callable[..., Case]:
    """A case from an answer's text and citations, and from what the question expects."""

    def make(text: str, *citations: Citation, **fields: Any) -> Case:
        answer = {name: fields.pop(name) for name in ("coverage", "related") if name in fields}
        answer["verdict"] = fields.pop("said", None)
        question = Question.model_validate({"id": "q", "question": "？", "answerable": True, "category": "c"} | fields)
        statement = Statement(text, tuple(range(len(citations))))
        return Case(question, Answer("？", (statement,), citations, **answer), corpus)

    return make
