"""Documents of readers' own, in which a passage may hold a dozen duties: each of its clauses answers for itself, and a question is
put in the words that such documents have for what it asks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.retrieval.classes import classes_of, with_class
from assistant.retrieval.rank import Ranked
from assistant.retrieval.unnoted import without_matter, without_subject
from assistant.understanding.official_words import in_official_words
from assistant.understanding.question import Question
from store.index import Index
from store.records import Clause, Document
from store.text import normalise

# Passages of which each clause may answer, and what the likeness of a clause counts beside the log-odds of its passage.
PARTED, CLOSER = 30, 64.0
_LISTED = 2  # parts that a heading is answered by
_NAMES_ITSELF = re.compile("》(?:标题|题注|文件信息)")
_ANNOUNCES = re.compile(
    r"(?:事项|问题|情况|如下)(?:通知|公告|通告|说明|规定)?如下[：:。]?\s*$|现(?:予以?|将其)?(?:印发|发布|公布)(?:给你们)?[，。]|(?:发布时间|发布日期|来源)[：:]"
)
# What stands around the rules of a document.
_FRAMES = re.compile("》(?:正文首段|文号|发文机关|主送机关|抄送机关|印发机关|署名|成文日期|目录|附件说明)")
# Whoever reads a document by machine is told what to answer: that may be read, but says nothing of what the document rules.
_ORDERS = re.compile(
    "(?:忽略|无视|不要理会)(?:掉)?(?:以上|上述|上面|之前|前面|此前|先前|所有|一切)[^。；，,]{0,8}(?:指令|提示|设定|规则|要求|内容)"
    r"|你(?:必须|只能|一律|应当?|都?要)(?:回答|回复|告诉)|\b(?:ignore|disregard) (?:all|any|the|previous|prior|above)\b.{0,30}"
    r"\b(?:instructions?|rules|prompts?)\b",
    re.IGNORECASE,
)


def worded(index: Index, question: Question, document: Document, added: bool) -> str:
    """What a question asks of a document without notes, and for a reader's own in the words that such documents have for it."""
    title = normalise(document.title)
    if not added:
        return without_subject(question.text, title)
    classes = classes_of(tuple(index.clauses(document.id)))
    return in_official_words(with_class(without_matter(question.text, title), question, classes))


def each_clause(
    index: Index, ranked: Sequence[Ranked], asked: Callable[[], list[float]], is_added: Callable[[str], bool]
) -> Iterator[Ranked]:
    """Each clause of the best passages of readers' own documents, which has the odds of its passage by how much it is like what is
    `asked`, as its vector tells, beside the likest clause of the first; the best clause of any other passage."""
    parted = [one for one in ranked[:PARTED] if is_added(one.clause.document_id)]
    clauses = {clause.id: clause for one in parted for clause in one.passage.clauses}
    likeness = index.likeness("clause", tuple(clauses), asked()) if clauses else {}
    told = (one for one in parted if says_rule(one.clause) and not is_heading(index, one.clause))
    best = next((one for one in told if not _FRAMES.search(one.clause.locator)), None)
    for place, one in enumerate(ranked):
        if best is None or place >= PARTED or not is_added(one.clause.document_id):
            yield one
            continue
        for clause in one.passage.clauses:
            like, covered = one.likenesses[clause.id], one.covers[clause.id]
            closer = like - best.likeness + likeness[clause.id] - likeness[best.clause.id]
            yield replace(one, clause=clause, likeness=like, covered=covered, log_odds=one.log_odds + CLOSER * closer)


def is_heading(index: Index, clause: Clause, *, listing: bool = True) -> bool:
    """Whether a clause is no more than the heading, no sentence, of a part: what that says stands below. One of a list of others
    is none to who is `listing`."""
    nodes = index.nodes(clause.document_id)
    node = next((one for one in nodes if one.heading and one.start == clause.start and one.path), None)
    if node is None or not clause.text.rstrip().endswith(node.heading) or node.end <= clause.end:
        return False
    return not listing or sum(bool(one.heading or one.number) for one in nodes if one.parent == node.path) < _LISTED


def says_rule(clause: Clause) -> bool:
    """Whether a clause says more than how its document is called, by what number and what is to be answered."""
    return not (_NAMES_ITSELF.search(clause.locator) or _ORDERS.search(clause.text) or _ANNOUNCES.search(clause.text))
