"""A conversation as text, Markdown or a Word file, its citations in official form: 《标题》（文号）三、（一）：“…”."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from assistant.answer import Answer, Citation
from assistant.kept import Exchange, Source
from assistant.verify import quote_holds
from store.records import Document

_SHORT_TITLE = re.compile(r"^《[^》]*》")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$])")


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
    asked_at: str  # with {time}, {version}


@dataclass(frozen=True, slots=True)
class _Reference:
    """One citation as it is printed; `mark` is "[1]", or "" for a related clause."""

    mark: str
    text: str
    address: str
    note: str


def official(citation: Citation, source: Source | None) -> str:
    """A citation as an official writes it. The locator's short title gives way to the full one and the 文号."""
    number = f"（{source.number}）" if source is not None and source.number else ""
    place = _SHORT_TITLE.sub("", citation.locator)
    return f"《{citation.document_title}》{number}{place}：“{citation.quote}”"


def as_text(exchange: Exchange, documents: Mapping[str, Document], words: ExportWords) -> str:
    """An answer with its citations, to be pasted anywhere. `documents` are those in use now."""
    lines = [*_said(exchange.answer, words)]
    for heading, references in _references(exchange, documents, words):
        lines += ["", f"{heading}："]
        for one in references:
            lines.append(f"{one.mark} {one.text}{one.note}".strip())
            lines += [one.address] if one.address else []
    return "\n".join(lines) + "\n"


def as_markdown(
    title: str, exchanges: Sequence[Exchange], documents: Mapping[str, Document], words: ExportWords
) -> str:
    """A conversation in Markdown; nothing that anyone wrote is taken for markup."""
    blocks = [f"# {_escape(title)}"]
    for exchange in exchanges:
        blocks.append(f"## {_escape(exchange.answer.question)}")
        blocks.append(f"*{_escape(_asked_at(exchange, words))}*")
        blocks += map(_escape, _said(exchange.answer, words))
        for heading, references in _references(exchange, documents, words):
            blocks.append(f"**{heading}**")
            for one in references:
                quoted = _escape(f"{one.mark} {one.text}{one.note}".strip()).replace("\n", "  \n> ")
                blocks.append(f"> {quoted}" + (f"  \n> <{one.address}>" if one.address else ""))
    return "\n\n".join(blocks) + "\n"


def as_docx(title: str, exchanges: Sequence[Exchange], documents: Mapping[str, Document], words: ExportWords) -> bytes:
    """A conversation as a Word file."""
    file = _blank_docx()
    file.add_heading(_printable(title), 0)
    for exchange in exchanges:
        file.add_heading(_printable(exchange.answer.question), 1)
        file.add_paragraph(_printable(_asked_at(exchange, words)), "Caption")
        for line in _said(exchange.answer, words):
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


def _said(answer: Answer, words: ExportWords) -> Iterator[str]:
    """What the answer says, a paragraph each: how it was understood, how far it goes, the verdict, the statements, a note."""
    if answer.understood_as:
        yield words.understood_as + answer.understood_as
    if answer.coverage != "complete":
        yield words.coverages[answer.coverage]
    if answer.verdict is not None:
        yield f"{words.conclusion}：{words.verdicts[answer.verdict]}"
    yield answer.text
    if answer.note:
        yield answer.note


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
    return words.asked_at.format(
        time=f"{exchange.asked_at.astimezone():%Y-%m-%d %H:%M}", version=exchange.index_version
    )


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _printable(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return "".join(char for char in text if char.isprintable() or char in "\n\t")


def _blank_docx() -> Docx:
    """An empty file in the typefaces of official documents (GB/T 9704-2012): 仿宋 for text, 黑体 for headings."""
    file = docx.Document()
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
