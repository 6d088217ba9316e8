"""A document's outline from its own numbering: the tree of its parts, each a span of the canonical text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ingest.frame import (
    FACTS,
    attached,
    closing_names,
    contents,
    copied,
    enclosures,
    is_enclosure,
    may_stand_below,
    opening_names,
    titled_mark,
)
from ingest.numbering import QUESTION, Level, Numbering, numbering_of, opens_part
from ingest.page_facts import line_facts
from ingest.part import SENTENCE_MARKS, Part, attach, close, name_by_position, part_from_lists
from ingest.tables import first_column
from store.numerals import ANSWER, numeral
from store.records import Document, Node

# The first sentence of a longer text serves as its heading if it is as short as a heading.
_LEAD = re.compile(r"([^。；：！？\n]{1,20})。(?=.)")
_NUMBER = re.compile(r"[\d一二三四五六七八九十]{2}")
_LONGEST_HEADING, _LONGEST_ARTICLE_HEADING = 40, 20  # characters


_Line = tuple[int, str]  # where it starts, and what it says


def outline(document: Document, headings: Mapping[str, int] | None = None) -> tuple[Node, ...]:
    """All nodes in reading order, the root first. `headings` are the lines that the file itself sets as headings, with
    their levels. A text without numbering or headings gives a flat list of paragraphs."""
    styled = {line: level for line, level in (headings or {}).items() if _is_heading(line, document)}
    root = Part("root", 0, len(document.text))
    lines = list(_lines(document.text))
    copies = copied([line for _, line in lines])
    lines, last = lines[: len(lines) - len(copies)], lines[len(lines) - len(copies) :]
    bounds = [*enclosures(document, [line for _, line in lines]), len(lines)]
    _fill(root, lines[: bounds[0]], styled, document, encloses=len(bounds) > 1)
    counted = any(part.depth for part in root.children)
    for first, end in pairwise(bounds):
        enclosed, taken = _enclosure(lines[first:end], counted)
        _fill(enclosed, lines[first + taken : end], styled)
        root.children.append(enclosed)
    root.children += [
        Part("paragraph", start, start + len(line), name=name) for (start, line), name in zip(last, copies, strict=True)
    ]
    close(root)
    name_by_position(root)
    return tuple(_nodes(root, document.id, "", f"《{document.short_title}》"))


def _fill(
    parent: Part,
    lines: Sequence[_Line],
    headings: Mapping[str, int],
    document: Document | None = None,
    *,
    encloses: bool = False,
) -> None:
    """Put what the lines open below `parent`; what opens the document, where they are its own, and what closes it stand
    beside what is numbered. `encloses`: they are a document's even if none of them is numbered."""
    parts, texts = _parts(lines, headings), [line for _, line in lines]
    numbered = [n for n, part in enumerate(parts) if part.depth]
    if not numbered and not encloses:
        for part, text in zip(parts, texts, strict=True) if document else ():
            part.name = FACTS if line_facts(text) is not None else ""
        parent.children += parts
        return
    begun = numbered[-1] + 1 + _has_text_below(parts, texts, numbered) if numbered else 1
    closing = [] if parent.number else closing_names(texts, begun)
    end = len(parts) - len(closing)
    first = (numbered[0] if numbered else end) if document else 0
    opening = opening_names(document, texts[:first], contents(texts)) if document else []
    for part, name in zip([*parts[:first], *parts[end:]], [*opening, *closing], strict=True):
        part.name, part.heading = name, ""
    parent.children += parts[:first]
    for part in parts[first:end]:
        attach(parent, part)
    part_from_lists(parent)
    ends = [part for part in parent.children[first:] if document and not part.depth]
    for n, part in enumerate(ends, start=1):
        part.name = f"正文末第{n}段" if len(ends) > 1 else "正文末段"
    parent.children += parts[end:]


def _has_text_below(parts: Sequence[Part], texts: Sequence[str], numbered: Sequence[int]) -> bool:
    """Whether the last of the `numbered` parts is a heading to which the line below it belongs, however that reads:
    it is one if all others of its level are headings with something below them."""
    *others, last = numbered
    is_bare = bool(parts[last].heading) and not SENTENCE_MARKS.search(texts[last])
    if not is_bare or last + 1 == len(texts) or not may_stand_below(texts[last + 1]):
        return False
    like = [n for n in others if parts[n].depth == parts[last].depth]
    return bool(like) and all(not parts[n + 1].depth or parts[n + 1].depth > parts[n].depth for n in like)


def _enclosure(lines: Sequence[_Line], counted: bool) -> tuple[Part, int]:
    """The part that an enclosure is, and how many lines it begins with: 附件1 and the title beside or below it, or the
    title of what a notice issues. The latter is cited like the notice, unless that has `counted` its own parts."""
    (start, line), *rest = lines
    if titled := titled_mark(line):
        mark, title = titled
        return Part("section", start, start + len(line), mark, title, mark.replace(" ", "")), 1
    if not is_enclosure(line):
        return Part("section", start, start + len(line), "", line, "附件" if counted else ""), 1
    name = line.rstrip("：").replace(" ", "")
    if not rest or SENTENCE_MARKS.search(rest[0][1]) or opens_part(rest[0][1]):
        return Part("section", start, start + len(line), line, "", name), 1
    below, title = rest[0]
    return Part("section", start, below + len(title), line, title, name), 2


def _is_heading(line: str, document: Document) -> bool:
    """Whether a line that is set as a heading reads like one, and is not the document's title."""
    title = line.replace(" ", "") == document.title.replace(" ", "")
    return not title and len(line) <= _LONGEST_HEADING and not SENTENCE_MARKS.search(line)


def _parts(lines: Sequence[_Line], headings: Mapping[str, int]) -> list[Part]:
    """What each line opens."""
    texts = [line for _, line in lines]
    numbering, listed = numbering_of("\n".join(texts)), attached(texts) | contents(texts)
    parts = [
        Part("paragraph", start, start + len(line)) if n in listed else _part_of_line(line, start, numbering, below)
        for n, ((start, line), below) in enumerate(zip(lines, [*texts[1:], ""], strict=False))
    ]
    numbered = [(headings[line], part.depth) for line, part in zip(texts, parts, strict=True) if line in headings]
    return [
        part if part.depth or line not in headings else _styled(line, part.start, headings[line], numbered)
        for line, part in zip(texts, parts, strict=True)
    ]


def _styled(line: str, start: int, level: int, numbered: Sequence[tuple[int, float]]) -> Part:
    """The part that a heading without a number opens, below the `numbered` ones of the levels above it."""
    depth = max((depth for above, depth in numbered if above < level), default=0) + level / 10
    return Part("section", start, start + len(line), "", line, f"“{line}”", depth)


def _lines(text: str) -> Iterator[_Line]:
    """Each line with where it starts."""
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, line
        start += len(line) + 1


def _part_of_line(line: str, start: int, numbering: Numbering, below: str) -> Part:
    """The part that a line opens, with what is counted within the line as its children. `below` is the next line."""
    part = Part("paragraph", start, start + len(line), row_of=first_column(line), last=line[-1])
    for depth, level in enumerate(numbering.levels, start=1):
        if match := level.mark.match(line):
            part = _numbered(line, start, match, level, depth, below)
            break
    else:
        lead = _LEAD.match(line)
        # Without a number to mark it off, a sentence with commas is not taken for a heading.
        part.heading = lead[1] if lead and not SENTENCE_MARKS.search(lead[1]) else ""
    if part.kind == "article" and not part.heading and len(line) > len(part.number) + 1:
        part.children = [Part("paragraph", start, start + len(line))]  # its first 款, which the number stands before
    else:
        part.children = list(_run_in(line, start, numbering))
    return part


def _numbered(line: str, start: int, match: re.Match[str], level: Level, depth: int, below: str) -> Part:
    number = match[1]
    rest = line[match.end() :].lstrip()
    heading = _heading(rest, below) if level.kind == "section" else ""
    if level.kind == "article" and below and len(rest) <= _LONGEST_ARTICLE_HEADING and not SENTENCE_MARKS.search(rest):
        heading = rest
    name = level.name.format(match[match.re.groups]) if level.counts else ""
    return Part(level.kind, start, start + len(line), number, heading, name, depth, last=line[-1])


def _heading(text: str, below: str = "") -> str:
    """The heading of a numbered part: the question that it or the line below answers, else its first sentence, or all
    of a line that is no sentence."""
    question = QUESTION.match(text)
    if question and (question.end() < len(text) or ANSWER.match(below)):
        return question[1]
    lead = _LEAD.match(text)
    if lead:
        return lead[1]
    return "" if SENTENCE_MARKS.search(text) else text


def _run_in(line: str, start: int, numbering: Numbering) -> Iterator[Part]:
    """The items 一是, 二是 … within a line, if they count from one without a gap and are two at least."""
    marks = list(numbering.run_in.finditer(line)) if numbering.run_in else []
    if len(marks) < 2 or [mark[1] for mark in marks] != [numeral(n) for n in range(1, len(marks) + 1)]:
        return
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    for mark, end in zip(marks, ends, strict=True):
        heading = _heading(line[mark.end() : end])
        yield Part("item", start + mark.start(), start + end, mark[0], heading, mark[0])


def _nodes(part: Part, document_id: str, path: str, locator: str) -> Iterator[Node]:
    yield Node(document_id, path, part.kind, part.number, part.heading, part.start, part.end, locator)
    title = locator.partition("》")[0] + "》"
    for n, child in enumerate(part.children, start=1):
        # Articles are counted through a statute, whatever chapter they stand in; 1.2 says itself what it stands in.
        above = title if child.kind == "article" else locator
        if child.name.startswith(f"{part.name.rstrip('.．、')}."):
            above = locator.removesuffix(part.name)
        between = "之" if _NUMBER.fullmatch(above[-1] + child.name[:1]) else ""  # 问1之2., not 问12.
        yield from _nodes(child, document_id, f"{path}.{n}" if path else str(n), above + between + child.name)
