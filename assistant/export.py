"""A conversation as text, Markdown or a Word file, its citations in official form: 《标题》（文号）三、（一）：“…”."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO

import docx
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from assistant.answer import Citation
from assistant.kept import Exchange, Source
from assistant.lines import lines
from assistant.verify import quote_holds
from store.records import Document

_SHORT_TITLE = re.compile(r"^《[^》]*》")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$])")
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What an export says itself, in the reader's language."""

    understood_as: str
    conclusion: str
    verdicts: Mapping[str, str]  # by "yes", "no"
    coverages: Mapping[str, str]  # by "partial", "none"
    evidence: str
    related: str
    moved_on: str  # of a quote that no longer stands at its place
    asked_at: str  # with {time}
    rests_on: str  # with {documents}, {day}
    as_of: str  # with {day}
    rendering: str  # before a translation
    day: Callable[[date], str]
    note: Callable[[str], str]  # an answer's note for this reader


@dataclass(frozen=True, slots=True)
class _Reference:
    """One citation as it is printed; `mark` is "[1]", or "" for a related clause."""

    mark: str
    text: str
    address: str
    note: str


def official(citation: Citation, source: Source | None) -> str:
    """A citation as an official writes it. The locator's short title gives way to the full one and the 文号."""
    place = _SHORT_TITLE.sub("", citation.locator)
    return f"{_name(citation, source)}{place}：“{citation.quote}”"


def _name(citation: Citation, source: Source | None) -> str:
    """The cited document with its 文号."""
    number = f"（{source.number}）" if source is not None and source.number else ""
    return f"《{citation.document_title}》{number}"


def as_text(exchange: Exchange, documents: Mapping[str, Document], words: ExportWords) -> str:
    """An answer with its citations, to be pasted anywhere. `documents` are those in use now."""
    written = [*_said(exchange, words)]
    for heading, references in _references(exchange, documents, words):
        written += ["", f"{heading}："]
        for one in references:
            written.append(f"{one.mark} {one.text}{one.note}".strip())
            written += [one.address] if one.address else []
    return "\n".join(written) + "\n"


def as_markdown(
    title: str, exchanges: Sequence[Exchange], documents: Mapping[str, Document], words: ExportWords
) -> str:
    """A conversation in Markdown; nothing that anyone wrote is taken for markup."""
    blocks = [f"# {_escape(title)}"]
    for exchange in exchanges:
        blocks.append(f"## {_escape(exchange.answer.question)}")
        blocks.append(f"*{_escape(_asked_at(exchange, words))}*")
        blocks += map(_escape, _said(exchange, words))
        for heading, references in _references(exchange, documents, words):
            blocks.append(f"**{heading}**")
            for one in references:
                quoted = _escape(f"{one.mark} {one.text}{one.note}".strip()).replace("\n", "  \n> ")
                blocks.append(f"> {quoted}" + (f"  \n> <{one.address}>" if one.address else ""))
    return "\n\n".join(blocks) + "\n"


def as_docx(title: str, exchanges: Sequence[Exchange], documents: Mapping[str, Document], words: ExportWords) -> bytes:
    """A conversation as a Word file."""
    file = _blank_docx(_printable(title))
    file.add_heading(_printable(title), 0)
    for exchange in exchanges:
        file.add_heading(_printable(exchange.answer.question), 1)
        file.add_paragraph(_printable(_asked_at(exchange, words)), "Caption")
        for line in _said(exchange, words):
            file.add_paragraph(_printable(line))
        for heading, references in _references(exchange, documents, words):
            file.add_heading(heading, 2)
            for one in references:
                paragraph = file.add_paragraph(_printable(f"{one.mark} {one.text}{one.note}".strip()), "Quote")
                if one.address:
                    paragraph.add_run(f"\n{_printable(one.address)}")
    saved = BytesIO()
    file.save(saved)
    return saved.getvalue()


def file_name(title: str, suffix: str) -> str:
    """A name that every system takes for a file of that conversation."""
    return (re.sub(r"[^\w（）《》、，。-]+", "_", title).strip("_.")[:40] or "conversation") + suffix


def _said(exchange: Exchange, words: ExportWords) -> Iterator[str]:
    """What the answer says, a paragraph each: by the law of which day, how it was understood, how far it goes, the
    verdict, the lines, a note."""
    answer = exchange.answer
    if exchange.as_of is not None:
        yield words.as_of.format(day=words.day(exchange.as_of))
    if answer.understood_as:
        yield words.understood_as + answer.understood_as
    if answer.coverage != "complete":
        yield words.coverages[answer.coverage]
    if answer.verdict is not None:
        yield f"{words.conclusion}：{words.verdicts[answer.verdict]}"
    for line in lines(answer):
        yield (words.rendering if line.rendering else "") + line.text
    if answer.note:
        yield words.note(answer.note)


def _references(
    exchange: Exchange, documents: Mapping[str, Document], words: ExportWords
) -> Iterator[tuple[str, list[_Reference]]]:
    """Headings with the citations under them, none empty."""
    answer = exchange.answer
    marked = [(f"[{n}]", citation) for n, citation in enumerate(answer.citations, start=1)]
    for heading, cited in ((words.evidence, marked), (words.related, [("", near) for near in answer.related])):
        if cited:
            yield heading, [_reference(mark, citation, exchange, documents, words) for mark, citation in cited]


def _reference(
    mark: str, citation: Citation, exchange: Exchange, documents: Mapping[str, Document], words: ExportWords
) -> _Reference:
    source = exchange.sources.get(citation.document_id)
    note = "" if quote_holds(citation, documents) else f"（{words.moved_on}）"
    return _Reference(mark, official(citation, source), source.address if source else "", note)


def _asked_at(exchange: Exchange, words: ExportWords) -> str:
    """When it was asked, and what the answer rests on, as it was held on the day that the index was made."""
    said = words.asked_at.format(time=f"{exchange.asked_at.astimezone():%Y-%m-%d %H:%M}")
    names = [_name(citation, exchange.sources.get(citation.document_id)) for citation in exchange.answer.citations]
    with suppress(ValueError):  # a version that does not begin with its day
        day = datetime.strptime(exchange.index_version[:8], "%Y%m%d").date()
        if names:
            said += "\u3000" + words.rests_on.format(documents="、".join(dict.fromkeys(names)), day=words.day(day))
    return said


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _printable(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def _blank_docx(title: str) -> Docx:
    """An empty file in the typefaces of official documents (GB/T 9704-2012): 仿宋 for text, 黑体 for headings."""
    file = docx.Document()
    _lay_out(file, title)
    for name, font in (("Normal", "仿宋"), ("Title", "黑体"), ("Heading 1", "黑体"), ("Heading 2", "黑体")):
        style = file.styles[name]
        style.font.name = "Times New Roman"
        style.font.color.rgb = RGBColor(0x22, 0x26, 0x2B)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):  # a theme's font comes first
            fonts.attrib.pop(qn(attribute), None)
        fonts.set(qn("w:eastAsia"), font)
    file.styles["Normal"].font.size = Pt(12)
    return file


def _lay_out(file: Docx, title: str) -> None:
    """Paper, margins and page numbers of official documents, and properties that name no template."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, (37, 35, 28, 26))
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot._p.append(number)
    properties = file.core_properties
    properties.title, properties.author, properties.comments = title[:255], "", ""
    properties.created = properties.modified = datetime.now(UTC)
