"""What is quoted and what is indexed, by examples; what holds for all documents is in test_ingest_properties."""

import pytest

from ingest.clauses import clause_spans
from ingest.outline import outline
from ingest.passages import passages
from store.records import Document, Parsed, Passage


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("每县一次；逾期不予受理。另行通知！", ["每县一次；", "逾期不予受理。", "另行通知！"]),
        ("申报（须盖章；一式两份。）材料。", ["申报（须盖章；一式两份。）材料。"]),
        ("按《甲；乙》办理。他说：“同意。”会后印发。", ["按《甲；乙》办理。", "他说：“同意。”", "会后印发。"]),
        ("缺了右括号（一；二。三", ["缺了右括号（一；", "二。", "三"]),
        ("标题\n  正文。", ["标题", "正文。"]),
        ("真的？！是。", ["真的？！", "是。"]),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in clause_spans(text, ())] == clauses


def _cut(budget: int, *lines: str) -> list[str]:
    document = Document("x", "标题", "办法", "policy", text="\n".join(lines))
    return [passage.text for passage in passages(document, outline(document), budget)]


def test_a_node_that_fits_is_one_passage() -> None:
    assert _cut(100, "一、甲", "（一）乙", "丙。丁。", "二、戊") == ["一、甲\n（一）乙\n丙。丁。", "二、戊"]


@pytest.mark.parametrize(
    ("budget", "texts"),
    [
        (20, ["一、甲\n资金用于培训；不得挪用。", "按季报告进度。"]),  # at the end of a sentence
        (12, ["一、甲", "资金用于培训；", "不得挪用。", "按季报告进度。"]),  # of clauses, where a sentence is too long
    ],
)
def test_a_long_node_is_cut_between_sentences(budget: int, texts: list[str]) -> None:
    assert _cut(budget, "一、甲", "资金用于培训；不得挪用。按季报告进度。") == texts


def _holding(notice: Parsed, words: str) -> Passage:
    (passage,) = [passage for passage in notice.passages if words in passage.text]
    return passage


def test_headings_alone_open_the_passage_below_them(notice: Parsed) -> None:
    passage = _holding(notice, "每个城市支持1.5亿元")
    assert passage.text.startswith("三、建设内容\n中央财政")
    assert (passage.locator, passage.headings) == ("《通知》三、第1段", ("建设内容",))
    assert [clause.locator for clause in passage.clauses] == ["《通知》三、", "《通知》三、第1段"]


def test_headings_of_the_ancestors_travel_with_a_passage(notice: Parsed) -> None:
    passage = _holding(notice, "开展专利密集型产品认定试点")
    assert passage.headings == (
        "建设内容", "必做任务", "建立健全知识产权引领产业发展工作机制", "建立相关产业统计核算机制",
    )  # fmt: skip


def test_each_question_is_one_passage_with_its_answer() -> None:
    lines = ("一、甲", "问1：可以吗？", "答：可以。", "问2：要钱吗？", "答：不要。")
    assert _cut(100, *lines) == ["一、甲\n问1：可以吗？\n答：可以。", "问2：要钱吗？\n答：不要。"]
    assert _cut(20, "问1：可以吗？", "答：可以。逾期不予受理，也不退还材料。") == [
        "问1：可以吗？\n答：可以。",
        "逾期不予受理，也不退还材料。",
    ]
