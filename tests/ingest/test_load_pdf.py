"""From the characters of a PDF's pages to paragraphs."""

import papers
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.load_pdf import read_pdf

TITLE = ["关于示例工作的通知", "例办〔2021〕7号"]
THIN = "一。，—"


def paragraphs_of(content: bytes) -> list[str]:
    return [text for text, _ in read_pdf(content, "a.pdf")]


def printed(content: bytes) -> str:
    """All characters of the pages but spaces, as the library reads them."""
    document = pdfium.PdfDocument(content)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize("said", ["一", "—", THIN])
def test_thin_characters_stand_on_the_line_that_they_are_printed_on(said: str) -> None:
    lines = [
        *TITLE,
        "一、总体要求",
        "一",
        "第一章 给予一次性补助——其中一半归一方，每县开一次会议，一经查实，不得一拖再拖。",
    ]
    assert paragraphs_of(papers.typed_pdf(papers.typeset(lines), said=said)) == lines


words = st.text(alphabet=f"{THIN}二工（）：8", max_size=24)


@settings(max_examples=30)
@given(st.lists(words.map("工".__add__), min_size=1, max_size=8))
def test_no_character_is_lost_or_moved(lines: list[str]) -> None:
    content = papers.typed_pdf(papers.typeset([*TITLE, *lines]), said=THIN)
    assert "".join(paragraphs_of(content)) + "—1—" == printed(content)
