"""Word documents: notes, and what tracked changes have moved and taken out."""

import io
import zipfile

import docx

from ingest.load import read_source

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = (
    f'<w:numbering {SPACE}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)
COUNTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def paragraph(runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def lines_of(*blocks: str, notes: str = "") -> list[str]:
    """The lines of a document with these blocks, and this text in the part of its footnotes."""
    document = docx.Document()
    document.part.numbering_part._element = docx.oxml.parse_xml(NUMBERING)
    for block in blocks:
        document.element.body.insert(
            len(document.element.body) - 1, docx.oxml.parse_xml(block.replace(">", f" {SPACE}>", 1))
        )
    made, file = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if notes and name == "word/_rels/document.xml.rels":
                related = (
                    '<Relationship Id="rN" Target="footnotes.xml" '
                    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
                )
                content = content.replace(b"</Relationships>", f"{related}</Relationships>".encode())
            after.writestr(name, content)
        if notes:
            after.writestr("word/footnotes.xml", f"<w:footnotes {SPACE}>{notes}</w:footnotes>")
    return [line for line in read_source(file.getvalue(), "a.docx").text.split("\n") if line]


def test_notes_stand_below_what_refers_to_them() -> None:
    refers = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p>{run(text)}</w:p></w:footnote>' for n, text in ((2, "含儿童。"), (3, "另定。"))
    )
    cells = "".join(f"<w:tc><w:p>{cell}</w:p></w:tc>" for cell in (run("客船"), run("3元") + refers.format(3)))
    lines = lines_of(
        paragraph(run("每人3元。") + refers.format(2)),
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        paragraph(run("夜间关闭。") + refers.format(2)),
        notes=notes,
    )
    assert lines == ["每人3元。", "注1：含儿童。", "客船 | 3元", "注2：另定。", "夜间关闭。"]


def test_what_was_moved_stands_only_where_it_went() -> None:
    moved = "<w:{0} w:id='1' w:author='a'>" + run("夜间关闭。") + "</w:{0}>"
    assert lines_of(
        paragraph(moved.format("moveTo")), paragraph(run("每人3元。")), paragraph(moved.format("moveFrom"))
    ) == ["夜间关闭。", "每人3元。"]


def test_a_paragraph_that_was_taken_out_is_not_counted() -> None:
    deleted = f"<w:del w:id='1' w:author='a'>{run('冬季停航。', 'delText')}</w:del>"
    mark = "<w:rPr><w:del w:id='2' w:author='a'/></w:rPr>"
    lines = [paragraph(run("客船"), COUNTED), paragraph(deleted, COUNTED + mark), paragraph(run("货船"), COUNTED)]
    assert lines_of(*lines) == ["一、客船", "二、货船"]
