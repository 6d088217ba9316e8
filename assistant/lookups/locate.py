"""Locate: a clause that a question names by its number (四、（一）2. ; 第三部分) is looked up, not searched."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.draft import Draft, Said, places_of
from assistant.reading.read import nodes_at
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question, content_terms
from store.index import Index
from store.numerals import parse_number
from store.records import Document, Node
from store.text import normalise

_NUMERAL = "一二三四五六七八九十"
_SECTION = re.compile(
    rf"(?:第?([{_NUMERAL}]+)(?:、|部分|大点|大部分|章)?)?\s*[,，的]?\s*\(([{_NUMERAL}]+)\)\s*[,，、]?(?:(?:第)?(\d+)\s*[.点条项]?)?\s*(?:的?([{_NUMERAL}])是)?"
)
_CHILD = re.compile(
    rf"第([{_NUMERAL}]|\d)(?:个?(?:点|条|项|段|款|小点|任务|原则|要求))|[,，“\"的里中]([{_NUMERAL}])是(?![否不])"
)
_PART = re.compile(rf"第([{_NUMERAL}]+)(?:个?大?部分|大点)(?!第)")
ASKED = r"(?:的?(?:内容|规定|要求)?(?:都|是|主要|具体)*(?:(?:说|讲|写|提|规定|要求|有|是)了?(?:哪些|什么|啥|咩|乜嘢?)|怎么[说讲写规]定?)(?:内容|规定|要求)?|的?(?:内容|规定|要求))?[呢啊?？。]*"
# A part named by its bare number (通知四讲什么), where nothing else is asked.
_BARE = re.compile(rf"([{_NUMERAL}]+)、?{ASKED}")
_LAST_PART = re.compile(rf"(?:最后|最末)一?个?大?(?:部分|大点){ASKED}$")
_OF = re.compile("[》>]?(?:里面?|中)?的?")
_WRITTEN = ("第{}部分", "（{}）", "第{}点", "{}是")  # how the number of a part of each level is written
_FEW = 2  # parts of a policy that is numbered
# 哪项任务里讲, 归哪个任务: what a part of a policy is, and that something stands there.
_A_PART = "(?:[一-鿿]{2})?(?:任务|目标|原则|措施|方面|章节?|(?:大|小)?部分|板块)"
_WHICH_PART = rf"(?:在|归|归[入到]|属于?|划[入到]|列[入在]|放在|算)哪一?[项个类种块]?{_A_PART}|哪一?[项个类种]{_A_PART}(?:里面?|中)?(?:讲|提|说|写|涉及|包[括含]|规定|谈)"
_WHERE = re.compile(
    rf"{_WHICH_PART}|\bwhich (?:\w+ )?task (?:covers|says|mentions|includes|deals|is|contains)|"
    r"写在哪|(?:写|放|列|出现|规定)在?(?:这份|这个)?(?:通知|文档|法|全文)?(?:的|里的?)?哪[一个]?(?:大?部分|条|章|段|节|块)|属于哪[一个]?[类种部][?？。呢]*$|在哪一?(?:部分|条|章|段|节)|(?:要求|规定|内容|条款|依据|原文|句|话)在哪里|哪一条|哪一款|第几(?:条|款|部分|项)|哪里(?:提到|写|规定)|哪个(?:部分|任务|章节|条款).{0,6}(?:提|写|说|规定)|出自哪|出处|where (?:does|is) .*(?:say|stated|written)|which (?:section|clause|part)"
)


def seeks_locator(question: Question) -> bool:
    """Whether the question asks where something stands."""
    return bool(_WHERE.search(question.text))


def item_named(question: Question, found: Candidate) -> Candidate:
    """The one clause of what was found that alone has a word of the question, such as the item of a list that names what is asked
    about; else what was found."""
    terms = [term for term in content_terms(question.text) if len(term) > 1]
    having = [[c for c in found.clauses if term in normalise(c.text)] for term in terms]
    named = {clauses[0].id: clauses[0] for clauses in having if len(clauses) == 1}
    if len(found.clauses) < 2 or len(named) != 1:
        return found
    (clause,) = named.values()
    return replace(found, start=clause.start, end=clause.end, clauses=(clause,))


def say_where(index: Index, found: Candidate) -> Draft:
    """Where the clause that was found stands, and under which headings."""
    clause = found.clauses[0]
    headings = [node.heading for node in nodes_at(index, found.document_id, clause.start) if node.heading]
    text = f"在{clause.locator}（{' — '.join(headings)}）。"
    return Draft((Said(text, places_of([found]), clause.locator),), allowed=(text,))


def no_such_part(index: Index, question: Question, document: Document) -> Draft | None:
    """That a policy has no part of the number by which a question names one right behind the policy's name, or at its own
    beginning, and which parts there are; None where it has it, or is not numbered so."""
    parts = _parts(index, document)
    top = [node for key, node in parts.items() if "/" not in key]
    wanted = _named_of(question.text, document).split("/")
    there = next((n for n in range(len(wanted), 0, -1) if "/".join(wanted[:n]) in parts), 0)
    if not wanted[0] or there == len(wanted) or len(top) < _FEW or seeks_locator(question):
        return None
    if there:
        node = parts["/".join(wanted[:there])]
        inside = [one.number for one in index.nodes(document.id) if one.parent == node.path and one.number]
        only = f"，只有{'、'.join(one.strip('.') for one in dict.fromkeys(inside))}" if inside else ""
        text = f"{node.locator.rstrip('、')}里没有{_WRITTEN[there].format(wanted[there])}{only}。"
    else:
        listed = "；".join(f"{node.number}{node.heading}" for node in top)
        text = f"《{document.short_title}》没有第{wanted[0]}部分，一共{len(top)}个部分：{listed}。"
    return Draft((Said(text),), refused=True)


def last_part(index: Index, question: Question, document: Document) -> Node | None:
    """The last part of a policy where a question asks what that says."""
    top = [node for key, node in _parts(index, document).items() if "/" not in key]
    return top[-1] if top and _LAST_PART.search(question.text) else None


def _parts(index: Index, document: Document) -> dict[str, Node]:
    """The numbered parts of a document by their keys, in order."""
    parts = dict[str, Node]()
    for node in index.nodes(document.id):
        if node.number and (key := _key(node.locator)):
            parts.setdefault(key, node)
    return parts


def _named_of(text: str, document: Document) -> str:
    """The key of the part that normalised `text` names right behind a name of the document, or at its beginning."""
    names = filter(None, (document.title, document.short_title, document.number, *document.aliases))
    behind = {match.end() for name in names for match in re.finditer(re.escape(normalise(name)), text)}
    behind = {end + len(of[0]) for end in behind if (of := _OF.match(text, end))}
    bare = next((match[1] for start in behind if (match := _BARE.fullmatch(text, start))), "")
    return next((key for key, start in _numbered(text) if start in behind | {0}), bare)


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
    """The child that 「…里的第三点」 or 「…里的“三是”」 names."""
    match = _CHILD.search(text)
    children = [child for child in nodes if child.parent == node.path]
    number = int(parse_number(match[1] or match[2]) or 0) if match else 0
    return children[number - 1] if 1 <= number <= len(children) else None


def _named(text: str) -> str:
    return next((key for key, _ in _numbered(text)), "")


def _numbered(text: str) -> Iterator[tuple[str, int]]:
    """The parts that normalised `text` names by number, as `_key` writes them, and where each begins."""
    for match in _SECTION.finditer(text):
        if match[1]:
            yield "/".join(part for part in match.groups() if part), match.start()
    for match in _PART.finditer(text):
        yield match[1], match.start()


def _key(locator: str) -> str:
    """一/二/3/二 for 《…》一、（二）3.二是; "" for a locator that does not end with a number of its own."""
    match = re.fullmatch(
        rf"《[^》]*》([{_NUMERAL}]+)、?(?:（([{_NUMERAL}]+)）)?(?:(\d+)\.)?(?:([{_NUMERAL}])是)?", locator
    )
    return "/".join(part for part in match.groups() if part) if match else ""
