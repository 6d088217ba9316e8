"""An index of one small invented policy and an assistant with prepared answers, so that pages can be tested alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from assistant.answer import Answer, Citation, Statement, Turn
from store.errors import QuestionError
from store.records import Deadline, Document, Node, Passage, Repair

APP = Path(__file__).parents[2] / "app.py"

LINES = (
    "关于做好示例工作的通知",
    "例办〔2021〕7号",
    "各县：",
    "一、资金安排",
    "每个县支持30万元，用于培训<b>和</b>宣传。",
    "二、申报",
    "1. 申报条件。各县于6月1日前报送材料，逾期不予受理。",
)
TEXT = "\n".join(LINES)


def span(part: str) -> tuple[int, int]:
    """Where `part` first stands in the text."""
    start = TEXT.index(part)
    return start, start + len(part)


def citation(quote: str, locator: str) -> Citation:
    """A citation of `quote` in the document."""
    return Citation("example", LINES[0], locator, quote, *span(quote))


DOCUMENT = Document(
    id="example",
    title=LINES[0],
    short_title="通知",
    kind="policy",
    number=LINES[1],
    issuer="示例办公室",
    issued_on=date(2021, 5, 1),
    address="https://example.org/notice",
    text=TEXT,
    repairs=(Repair(*span("宣传"), received="宣?", reason="字节缺失"),),
    deadline=Deadline(date(2021, 6, 1), *span("各县于6月1日前报送材料")),
    examples=(("资金", ("多少钱",)), ("时限", ("能补报吗",))),
    english_examples=(("Funds", ("How much?",)),),
)


def _node(path: str, kind: str, number: str, heading: str, first: str, last: str) -> Node:
    return Node("example", path, kind, number, heading, span(first)[0], span(last)[1], f"《通知》{number}")  # type: ignore[arg-type]


NODES = (
    Node("example", "", "root", "", "", 0, len(TEXT), "《通知》"),
    _node("1", "section", "一、", "资金安排", LINES[3], LINES[4]),
    _node("2", "section", "二、", "申报", LINES[5], LINES[6]),
    _node("2.1", "item", "1.", "申报条件", LINES[6], LINES[6]),
)
PASSAGES = tuple(
    Passage("example", node.path, node.start, node.end, node.locator, (node.heading,), TEXT[node.start : node.end])
    for node in (NODES[1], NODES[3])
)


@dataclass
class FakeIndex:
    """What pages use of store.index.Index."""

    documents: dict[str, Document] = field(default_factory=lambda: {DOCUMENT.id: DOCUMENT})
    version: str = "test"

    @property
    def held(self) -> list[Document]:
        return [document for document in self.documents.values() if document.held]

    def nodes(self, document_id: str) -> tuple[Node, ...]:
        return NODES

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        return PASSAGES


MONEY = citation("每个县支持30万元", "《通知》一、")
LATE = citation("逾期不予受理", "《通知》二、1.")
ANSWERS = {
    "多少钱": Answer(
        "多少钱",
        (Statement("每个县支持30万元。", (0,), "30万元"),),
        (MONEY,),
    ),
    "能补报吗": Answer(
        "能补报吗",
        (Statement("不可以，逾期不予受理。", (0,)),),
        (LATE,),
        verdict="no",
        understood_as="逾期能补报吗",
    ),
    "谁来评审": Answer("谁来评审", (Statement("没有找到评审单位的规定。"),), coverage="none", related=(LATE,)),
    "钱和评审": Answer("钱和评审", (Statement("每个县支持30万元。", (0,)),), (MONEY,), "partial", related=(LATE,)),
}


@dataclass
class FakeAssistant:
    """Answers what is prepared, echoes what is not, and remembers what it was asked."""

    asked: list[tuple[str, tuple[Turn, ...]]] = field(default_factory=list)
    days: list[date | None] = field(default_factory=list)

    def with_suggestions(self, answer: Answer, as_of: date) -> Answer:
        return replace(answer, suggestions=("逾期能补报吗？",)) if answer == ANSWERS["多少钱"] else answer

    def ask(self, question: str, history: Sequence[Turn] = (), as_of: date | None = None) -> Answer:
        self.asked.append((question, tuple(history)))
        self.days.append(as_of)
        if len(question) > 1000:
            raise QuestionError("The question is too long; please shorten it.", "问题太长，请缩短后再问。")
        echo = Answer(question, (Statement(f"你问的是{question}"),), understood_as=question)
        return ANSWERS.get(question, echo)


def html(app: AppTest) -> str:
    """All HTML that is on the page."""
    return "\n".join(element.proto.body for element in app.get("html"))
