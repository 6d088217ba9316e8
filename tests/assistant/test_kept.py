"""An exchange is kept whole and comes back equal; its exports hold every quote and take no one's words for markup."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Statement
from assistant.export import ExportWords, as_docx, as_markdown, as_text, file_name, official
from assistant.kept import Exchange, Source, exchange, keep, pack, reopen, unpack
from store.conversations import Conversations
from store.errors import UserDataError
from store.records import Document
from store.settings import Settings
from store.userdata import UserData

TEXT = "每个县支持30万元，用于培训。逾期不予受理。"
NOTICE = Document(
    "example",
    "关于做好示例工作的通知",
    "通知",
    "policy",
    number="例办〔2021〕7号",
    address="https://e.org/1",
    text=TEXT,
)
MONEY = Citation("example", NOTICE.title, "《通知》一、（一）", "每个县支持30万元", 0, 9)
LATE = Citation("example", NOTICE.title, "《通知》二、", "逾期不予受理。", TEXT.index("逾期"), len(TEXT))
ANSWER = Answer(
    "给多少*钱*？",
    (Statement("每个县支持30万元。", (0,), "30万元"),),
    (MONEY,),
    "partial",
    "no",
    understood_as="每个县给多少钱",
    related=(LATE,),
    suggestions=("何时给？",),
    latency_ms=3.5,
)
WORDS = ExportWords(
    "理解为：",
    "结论",
    {"yes": "是", "no": "否"},
    {"partial": "部分", "none": "没有"},
    "依据",
    "相关",
    "已更新",
    "{time}",
    "所据：{documents}，{day}",
    "按{day}的规定",
    "译文：",
    date.isoformat,
    lambda note: f"说明：{note}",
)
HELD = {"example": NOTICE}


def test_a_conversation_comes_back_with_the_same_citations(tmp_path: object) -> None:
    conversations = Conversations(UserData(Settings(home=tmp_path)))  # type: ignore[arg-type]
    id = conversations.begin("钱")
    kept = keep(conversations, id, exchange(ANSWER, HELD, "v1"))
    title, (again,) = reopen(conversations, id)
    assert title == "钱"
    assert again == kept
    assert again.answer == ANSWER
    assert again.sources == {"example": Source("例办〔2021〕7号", "https://e.org/1")}
    assert [listed.title for listed in conversations.find("30万元")] == ["钱"]  # by the answer's words


texts = st.text(max_size=8)
citations = st.builds(Citation, texts, texts, texts, texts, st.integers(0), st.integers(0))
answers = st.builds(
    Answer,
    question=texts,
    statements=st.lists(st.builds(Statement, texts, st.lists(st.integers(0)).map(tuple), texts)).map(tuple),
    citations=st.lists(citations).map(tuple),
    related=st.lists(citations).map(tuple),
    suggestions=st.lists(texts).map(tuple),
)


@given(answers)
def test_any_answer_is_unpacked_equal(answer: Answer) -> None:
    said = exchange(answer, {}, "v")
    assert unpack(pack(said), "v", said.asked_at) == said


def test_what_is_no_answer_is_one_sentence() -> None:
    with pytest.raises(UserDataError, match="cannot read"):
        unpack({"answer": {}}, "v", exchange(ANSWER, {}, "v").asked_at)


def test_official_form() -> None:
    quoted = "一、（一）：“每个县支持30万元”"
    assert official(MONEY, Source("例办〔2021〕7号", "")) == f"《关于做好示例工作的通知》（例办〔2021〕7号）{quoted}"
    assert official(MONEY, None) == f"《关于做好示例工作的通知》{quoted}"


@pytest.fixture
def said() -> Exchange:
    return exchange(ANSWER, HELD, "v1")


def test_copied_text_has_answer_citation_and_address(said: Exchange) -> None:
    lines = as_text(said, HELD, WORDS).splitlines()
    assert lines[:4] == ["理解为：每个县给多少钱", "部分", "结论：否", "每个县支持30万元。[1]"]
    assert lines[5:8] == ["依据：", f"[1] {official(MONEY, said.sources['example'])}", "https://e.org/1"]
    assert lines[9:11] == ["相关：", official(LATE, said.sources["example"])]


def test_a_note_is_copied_too(said: Exchange) -> None:
    noted = replace(said, answer=replace(ANSWER, note="模型没有回答。"))
    assert "说明：模型没有回答。" in as_text(noted, HELD, WORDS).splitlines()


def test_a_quote_that_moved_keeps_its_words_with_a_note(said: Exchange) -> None:
    newer = {"example": replace(NOTICE, text="新" + TEXT)}
    for documents in (newer, {}):
        text = as_text(said, documents, WORDS)
        assert text.count("（已更新）") == 2
        assert "“每个县支持30万元”（已更新）" in text
    assert "已更新" not in as_text(said, HELD, WORDS)


def test_markdown_escapes_what_people_wrote(said: Exchange) -> None:
    text = as_markdown("<标题>", [said, said], HELD, WORDS)
    assert text.startswith("# \\<标题\\>\n")
    assert text.count("## 给多少\\*钱\\*？") == 2
    assert (
        text.count(
            "> \\[1\\] 《关于做好示例工作的通知》（例办〔2021〕7号）一、（一）：“每个县支持30万元”  \n> <https://e.org/1>"
        )
        == 2
    )


def test_docx_holds_everything_in_chinese_fonts(said: Exchange) -> None:
    bell = replace(said, answer=replace(ANSWER, question="问\x07题"))  # a character that XML cannot hold
    file = docx.Document(BytesIO(as_docx("标题", [said, bell], HELD, WORDS)))
    read = [paragraph.text for paragraph in file.paragraphs]
    assert read[:2] == ["标题", "给多少*钱*？"]
    assert "问题" in read
    assert read.count(f"[1] {official(MONEY, said.sources['example'])}\nhttps://e.org/1") == 2
    assert 'w:eastAsia="仿宋"' in file.styles["Normal"].element.xml


@given(st.text())
def test_a_file_name_is_one_on_every_system(title: str) -> None:
    name = file_name(title, ".md")
    assert re.fullmatch(r"[^\\/:*?\"<>|\x00-\x1f]{1,40}\.md", name)
    assert not name.startswith(".")


def test_the_day_chosen_is_kept_and_said(said: Exchange) -> None:
    chosen = exchange(ANSWER, HELD, "v1", date(2019, 3, 1))
    assert unpack(pack(chosen), "v1", chosen.asked_at).as_of == date(2019, 3, 1)
    assert as_text(chosen, HELD, WORDS).startswith("按2019-03-01的规定\n")
    before = pack(said)
    del before["as_of"]  # as answers were kept before a day could be chosen
    assert unpack(before, "v1", said.asked_at).as_of is None


def test_a_list_and_a_rendering_are_copied_line_by_line() -> None:
    answer = Answer("What?", (Statement("Two things. 材料共2项：1.表；2.账。"),))
    assert as_text(exchange(answer, {}, ""), {}, WORDS) == "译文：Two things.\n材料共2项：\n1.表；\n2.账。\n"


def test_an_export_names_the_documents_and_their_day_not_the_index(said: Exchange) -> None:
    text = as_markdown("题", [replace(said, index_version="20210304T101112131415-0a1b2c3d")], HELD, WORDS)
    assert "所据：《关于做好示例工作的通知》（例办〔2021〕7号），2021-03-04" in text
    assert "0a1b2c3d" not in text


def test_docx_is_an_official_page_by_nobody_and_verbatim(said: Exchange) -> None:
    spaced = replace(said, answer=replace(ANSWER, statements=(Statement("一、\u3000资金\u200b\U0001f600"),)))
    file = docx.Document(BytesIO(as_docx("标题", [spaced], HELD, WORDS)))
    (section,) = file.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 'w:instr="PAGE"' in section.footer._element.xml
    properties = file.core_properties
    assert (properties.title, properties.author, properties.comments) == ("标题", "", "")
    assert datetime.now(UTC).year - properties.created.year <= 1
    assert "一、\u3000资金\u200b\U0001f600" in [paragraph.text for paragraph in file.paragraphs]
