"""Locate: a clause that a question names by its number (四、（一）2. ; 第三部分) is looked up, not searched."""

import re
from collections.abc import Iterator

from assistant.draft import Draft, Said, places_of
from assistant.question import Question
from assistant.read import nodes_at
from assistant.retrieve import Candidate
from store.index import Index
from store.numerals import parse_number
from store.records import Document, Node

_NUMERAL = "一二三四五六七八九十"
_SECTION = re.compile(
    rf"(?:第?([{_NUMERAL}]+)(?:、|部分|大点|大部分|章)?)?\s*[,，]?\s*\(([{_NUMERAL}]+)\)\s*[,，、]?(?:(?:第)?(\d+)\s*[.点条项]?)?\s*(?:的?([{_NUMERAL}])是)?"
)
_CHILD = re.compile(rf"第([{_NUMERAL}]|\d)(?:个?(?:点|条|项|段|款|小点|任务|原则|要求))")
_PART = re.compile(rf"第([{_NUMERAL}]+)(?:个?大?部分|大点)(?!第)")
_WHERE = re.compile(
    r"写在哪|(?:写|放|列|出现|规定)在?(?:这份|这个)?(?:通知|文档|法|全文)?(?:的|里的?)?哪[一个]?(?:大?部分|条|章|段|节|块)|属于哪[一个]?[类种部]|在哪一?(?:部分|条|章|段|节)|(?:要求|规定|内容|条款|依据|原文|句|话)在哪里|哪一条|哪一款|第几(?:条|款|部分|项)|哪里(?:提到|写|规定)|哪个(?:部分|任务|章节|条款).{0,6}(?:提|写|说|规定)|出自哪|出处|where (?:does|is) .*(?:say|stated|written)|which (?:section|clause|part)"
)


def seeks_locator(question: Question) -> bool:
    """Whether the question asks where something stands."""
    return bool(_WHERE.search(question.text))


def say_where(index: Index, found: Candidate) -> Draft:
    """Where the clause that was found stands, and under which headings."""
    clause = found.clauses[0]
    headings = [node.heading for node in nodes_at(index, found.document_id, clause.start) if node.heading]
    text = f"在{clause.locator}（{' — '.join(headings)}）。"
    return Draft((Said(text, places_of([found]), clause.locator),), allowed=(text,))


def locate(index: Index, question: Question) -> Iterator[tuple[Document, Node]]:
    """The nodes that the question names by number, in held policies; nothing where it names none."""
    if seeks_locator(question):
        return
    wanted = _named(question.text)
    if not wanted:
        return
    for document in index.documents.values():
        if not document.held:
            continue
        nodes = index.nodes(document.id)
        for node in nodes:
            if node.path and _key(node.locator) == wanted:
                yield document, _child(nodes, node, question.text) or node


def _child(nodes: tuple[Node, ...], node: Node, text: str) -> Node | None:
    """The child that 「…里的第三点」 names."""
    match = _CHILD.search(text)
    children = [child for child in nodes if child.parent == node.path]
    number = int(parse_number(match[1]) or 0) if match else 0
    return children[number - 1] if 1 <= number <= len(children) else None


def _named(text: str) -> str:
    for match in _SECTION.finditer(text):
        if match[1]:
            return "/".join(part for part in match.groups() if part)
    part = _PART.search(text)
    return part[1] if part else ""


def _key(locator: str) -> str:
    """一/二/3/二 for 《…》一、（二）3.二是; "" for a locator that does not end with a number of its own."""
    match = re.fullmatch(
        rf"《[^》]*》([{_NUMERAL}]+)、?(?:（([{_NUMERAL}]+)）)?(?:(\d+)\.)?(?:([{_NUMERAL}])是)?", locator
    )
    return "/".join(part for part in match.groups() if part) if match else ""
