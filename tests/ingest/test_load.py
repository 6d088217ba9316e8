"""From files as people have them to text: formats told apart by content, a sentence for each that cannot be read."""

import io
import os
import zipfile
from pathlib import Path

import docx
import papers
import pytest

from ingest.load import MAX_BYTES, Loaded, keep_reading, load_source, read_file, read_source
from ingest.outline import outline
from store.errors import SourceError
from store.records import Document, Parsed

LINES = ["关于做好示例工作的通知", "例办〔2021〕7号", "各县：", "一、资金安排", "每个县支持30万元，用于培训。"]
TABLE = [["城市", "金额"], ["甲市", "1.5亿元"], ["乙市", "2亿元"]]
ROWS = ["城市：甲市，金额：1.5亿元", "城市：乙市，金额：2亿元"]
MENU = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(9))


def web_page(lines: list[str], table: list[list[str]] = TABLE) -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in table)
    body = f"<h1>{lines[0]}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:])
    return (
        f"<!DOCTYPE html><html><head><title>门户</title></head><body><nav><ul>{MENU}</ul></nav>"
        f'<div class="content">{body}<table>{rows}</table></div><footer>版权所有</footer></body></html>'
    ).encode()


def lines_of(content: bytes, name: str = "file") -> list[str]:
    return [line.strip() for line in read_source(content, name).text.split("\n") if line.strip()]


def test_a_short_web_page_keeps_its_headings() -> None:
    page = "<html><body><h1>示例办法</h1><h2>第一章 总则</h2><p>第一条 为了示例，制定本办法。</p></body></html>"
    assert lines_of(page.encode()) == ["示例办法", "第一章 总则", "第一条 为了示例，制定本办法。"]


def test_a_text_that_speaks_of_tags_is_no_web_page() -> None:
    assert lines_of("段落写作<p>，表格写作<table>。".encode()) == ["段落写作<p>，表格写作<table>。"]
    assert lines_of(b'<?xml version="1.0"?>\n<!-- x -->\n<html><body><p>' + "正文。".encode()) == ["正文。"]


@pytest.mark.parametrize("suffix", ["txt", "pdf", "docx"])
def test_a_table_is_told_row_by_row_whatever_the_file_is_called(suffix: str) -> None:
    assert lines_of(papers.word(LINES, TABLE), f"file.{suffix}") == LINES + ROWS
    assert lines_of(web_page(LINES), f"file.{suffix}") == LINES + ROWS


def test_the_notice_has_one_outline_in_every_format(notice: Parsed) -> None:
    document = notice.document
    lines = document.text.split("\n")
    pages = papers.typeset(lines)
    assert len(pages) > 5
    for content in (papers.word(lines), web_page(lines, []), papers.typed_pdf(pages)):
        text = "\n".join(lines_of(content))
        assert text == document.text
        assert outline(Document(document.id, document.title, "通知", "policy", number=document.number, text=text)) == (
            notice.nodes
        )


def test_scanned_pages_are_read_and_said_to_be() -> None:
    typed = papers.typeset(LINES)
    read = ["附件", "示例", "二、申报要求", "各县于6月1日前报送材料，逾期不予受理，报送的材料应当真实、完整、准确。"]
    scanned = papers.typeset(read)
    content = papers.scanned_pdf(scanned, before=papers.typed_pdf(typed))
    loaded = read_source(content, "a.pdf")
    assert loaded.text.split("\n")[:5] == LINES
    assert [loaded.text[start:end] for start, end in loaded.scanned] == read


def test_a_page_whose_characters_are_not_known_is_read_as_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("ingest.load_pdf.read_picture", lambda page: asked.append(page))
    monkeypatch.setattr("ingest.load_pdf.paragraphs", lambda pages: [("文", False)])
    read_source(papers.typed_pdf([[("正文\x00字", 80, 100, 16)]]), "a.pdf")
    assert len(asked) == 1


def test_characters_without_height_are_left_out() -> None:
    words = "看不见".encode("utf-16-be").hex()
    squeezed = PDF.replace(b"endstream", f"BT /F 16 Tf 1 0 0 0 80 500 Tm <{words}> Tj ET\nendstream".encode())
    assert lines_of(squeezed) == LINES


def test_what_ocr_has_read_is_kept_for_the_same_bytes_only(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"not a pdf at all")
    keep_reading(path, b"not a pdf at all", Loaded("读过的", ((0, 3),)))
    assert load_source(tmp_path, "a.pdf") == Loaded("读过的", ((0, 3),))
    path.write_text("新的文字", encoding="utf-8")
    assert load_source(tmp_path, "a.pdf") == Loaded("新的文字")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("text", ["一、总则", "\n".join(LINES), "预算法第四十四条"])
def test_encodings(text: str, encoding: str) -> None:
    assert read_source(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("text", ["一、總則", "關於做好示例工作的通知\n一、資金安排\n每個縣支持30萬元。"])
def test_big5(text: str) -> None:
    assert read_source(text.encode("big5"), "a.txt").text == text


def zip_of(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def protected_pdf() -> bytes:
    """As any reader refuses it: encrypted with a key that no one here has."""
    content = papers.typed_pdf(papers.typeset(LINES))
    key = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'00' * 32}> /P -4 >> /ID [<00> <00>]"
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R " + key.encode())


def word_with(part: str, old: str, new: str) -> bytes:
    """A Word document in which a part has other words."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in before.namelist():
            content = before.read(name).decode("utf-8", "surrogateescape")
            changed = content.replace(old, new) if name == part else content
            package.writestr(name, changed.encode("utf-8", "surrogateescape"))
    return file.getvalue()


def changed(content: bytes, place: int, byte: int) -> bytes:
    return content[:place] + bytes([byte]) + content[place + 1 :]


PDF = papers.typed_pdf(papers.typeset(LINES))
WORD = papers.word(LINES)
BODY = "word/document.xml"
ODD_DEPTH = '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/></w:numPr></w:pPr>'
BAD = {
    "empty": (b"", "is empty"),
    "only blanks": (b" \n\n ", "is empty"),
    "too large": (b"\xe4\xb8\x80" * (MAX_BYTES // 3 + 1), "larger than 50 MB"),
    "too long": ("一二三四五\n".encode() * 200_000, "characters; the most is 1,000,000"),
    "protected pdf": (protected_pdf(), "protected by a password"),
    "protected docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
    "old doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "old Office format"),
    "truncated pdf": (PDF[: len(PDF) // 2], "is not complete"),
    "damaged pdf": (b"%PDF-1.4\nnothing\n%%EOF", "is damaged"),
    "a pdf without a page it lists": (PDF.replace(b"/Kids [4 0 R]", b"/Kids [9 0 R]"), "is damaged"),
    "truncated docx": (WORD[:-300], "damaged or not complete"),
    "a docx with a byte changed": (
        changed(WORD, 30 + len("[Content_Types].xml"), 0xFF),  # the first byte that is packed
        "damaged or not complete",
    ),
    "an encrypted docx": (changed(WORD, WORD.index(b"PK\x01\x02") + 8, 1), "damaged or not complete"),
    "an unknown way of packing": (changed(WORD, WORD.index(b"PK\x01\x02") + 10, 99), "damaged or not complete"),
    "a docx without a body": (word_with(BODY, "w:body", "w:bode"), "damaged or not complete"),
    "a docx of something else": (word_with(BODY, "w:document", "w:dokument"), "damaged or not complete"),
    "a docx with an odd list": (word_with(BODY, "<w:p>", ODD_DEPTH), "damaged or not complete"),
    "truncated text": ("一、总则".encode()[:-1], "in the middle of a character"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", "not a text, web page"),
    "an archive": (zip_of(a=b"x"), "no Word document"),
    "a spreadsheet": (zip_of(xl__workbook_xml=b"x"), "is a spreadsheet"),
    "zip bomb": (zip_of(word__document_xml=b"0" * 250_000_000), "unpack to more than 200 MB"),
    "damaged docx": (zip_of(word__document_xml=b"<w:document"), "damaged or not complete"),
    "many pages": (papers.blank_pdf(3000), "has 3000 pages; the most is 500"),
    "no words": (papers.blank_pdf(1), "No text was found"),
    "no page": (b"<!doctype html>", "No text was found"),
    "no words on a page": (b"<html><body><img src='a.png'></body></html>", "No text was found"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_is_said_in_both_languages(case: str) -> None:
    content, sentence = BAD[case]
    with pytest.raises(SourceError, match=sentence) as caught:
        read_source(content, "file.docx")
    assert "\n" not in str(caught.value)
    assert "file.docx" in caught.value.chinese


def test_a_file_of_200_megabytes_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    file.touch()
    os.truncate(file, 200_000_000)
    with pytest.raises(SourceError, match="larger than 50 MB"):
        read_file(file)


def test_a_path_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "secret.txt").write_text("机密", encoding="utf-8")
    (tmp_path / "sources" / "link.txt").symlink_to(tmp_path / "secret.txt")
    for name in ("../secret.txt", str(tmp_path / "secret.txt"), "link.txt"):
        with pytest.raises(SourceError, match="outside the folder"):
            load_source(tmp_path / "sources", name)


def test_word_keeps_tracked_insertions_and_leaves_deletions_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("资金")
    for tag, text, words in (("ins", "t", "不得用于装修"), ("del", "delText", "可以用于装修")):
        paragraph._p.append(
            docx.oxml.parse_xml(
                f'<w:{tag} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                f"<w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>"
            )
        )
    file = io.BytesIO()
    document.save(file)
    assert lines_of(file.getvalue()) == ["资金不得用于装修"]


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum '
    'w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    "</w:numbering>"
)


def test_numbers_that_word_counts_are_read() -> None:
    document = docx.Document()
    for text, depth in (
        ("总体要求", 0),
        ("资金", 0),
        ("培训", 1),
        ("宣传", 1),
        ("没有编号", None),
        ("附则", 0),
        ("其他", 1),
    ):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        if depth is not None:
            numbered = properties.get_or_add_numPr()
            numbered.get_or_add_ilvl().val = depth
            numbered.get_or_add_numId().val = 9
    document.part.numbering_part._element = docx.oxml.parse_xml(NUMBERING)
    file = io.BytesIO()
    document.save(file)
    expected = ["一、总体要求", "二、资金", "1.培训", "2.宣传", "没有编号", "三、附则", "1.其他"]
    assert lines_of(file.getvalue()) == expected


def test_the_heading_of_a_page_is_the_title_of_its_document() -> None:
    title = "示例省商务厅关于组织申报夜市的通知"
    body = "".join(f"<p>{n}、各市要按照规定组织申报夜市，并于每年年底以前把情况报来。</p>" for n in "一二三四")
    head = f"<div class='head'><h1>{title}</h1><div>发布时间</div></div>"
    page = f"<html><body>{head}<div class='content'>{body}</div></body></html>"
    loaded = read_source(page.encode(), "夜市.html")
    assert loaded.about["title"] == title
    assert loaded.text.startswith(title)
    assert loaded.text.count(title) == 1
    two = page.replace("</h1>", "</h1><h2>关于夜市的公告</h2>")
    assert "title" not in read_source(two.encode(), "夜市.html").about


@pytest.mark.parametrize(
    "way",
    [
        "当前位置：首页 &gt; 摊位 &gt; 收费",
        "您的位置: <a href='/'>首页</a> &gt;&gt; <a href='/a'>摊位</a>",
        "您现在所在的位置：网站首页 » 摊位",
        "<a href='/'>首页</a> &gt; 摊位 &gt; 正文",
    ],
)
def test_where_a_page_stands_on_its_site_is_no_text(way: str) -> None:
    text = ["夜市摊位管理办法", "各摊主：", "摊位位置：东街 > 西街", "首页和末页都要盖章。"]
    page = (
        f"<html><body><div>{way}</div><h1>{text[0]}</h1>{''.join(f'<p>{line}</p>' for line in text[1:])}</body></html>"
    )
    assert read_source(page.encode(), "a.html").text.split("\n") == text


def test_files_to_download_are_listed_and_other_links_are_not() -> None:
    text = ["关于渡口的通知", "渡口每日六时开放，夜间不得靠泊。", "附件：", "1. 船票.doc", "2. 须知"]
    files = '<p><a href="/1">1. 船票.doc</a></p><p><a href="/2.PDF">2. 须知</a></p>'
    others = '<p>上一篇：<a href="/3">关于放假的通知</a></p><p><a href="/4">打印本页</a></p>'
    body = f"<h1>{text[0]}</h1><p>{text[1]}</p><p>{text[2]}</p>{files}"
    page = f"<html><body><div class='content'>{body}</div>{others}</body></html>"
    assert read_source(page.encode(), "a.html").text.split("\n") == text


def test_a_page_laid_out_in_tables_keeps_its_paragraphs() -> None:
    text = ["关于渡口的公告", "渡口每日六时开放，夜间不得靠泊。", "一、船票", "每人3元。", "某局", "2021年1月1日"]
    body = f"<b>{text[0]}</b><br><br>{'<br>&nbsp;&nbsp;'.join(text[1:4])}<br><p>{text[4]}<br>{text[5]}</p>"
    menu = '<table><tr><td><a href="/">首页</a></td><td><a href="/x">渡口</a></td></tr></table>'
    page = f"<html><body><table><tr><td>{menu}</td></tr><tr><td><div>{body}</div></td></tr></table></body></html>"
    lines = [line.strip() for line in read_source(page.encode("gb18030"), "a.html").text.split("\n")]
    assert [line for line in lines if line] == text


def test_a_numbered_item_of_a_web_page_has_no_bullet_besides() -> None:
    items = "<ul><li>（一）船舶证书；</li><li>（二）保险单；</li><li>救生衣照片。</li></ul>"
    page = f"<html><body><h1>渡船登记办法</h1><p>船主登记时应当提交下列材料：</p>{items}</body></html>"
    lines = read_source(page.encode(), "a.html").text.split("\n")
    assert {"（一）船舶证书；", "（二）保险单；", "- 救生衣照片。"} <= {*lines}
