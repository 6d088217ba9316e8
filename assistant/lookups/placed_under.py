"""Headings that a question names: under which of them something stands (木工是必修还是选修, 陶艺算选修吗), and whether so many
parts stand under one (必修课是四门吧). The first are headings that lie beside each other and differ only in how they begin."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, combinations

from assistant.draft import Draft, Said, placed
from assistant.lookups.locate import say_where
from assistant.reading.read import LIMIT, read_node
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.polarity import claim_of, is_negative
from assistant.understanding.question import Question, content_terms
from assistant.verdicts.verdict import verdict_of
from store.index import Index
from store.records import Node
from store.text import normalise

_SHORTEST = 2  # characters of what two headings share, and of what tells them apart
_FEW = 3  # of the stretches found, one stands under a heading that is meant
_OR = re.compile("还是|或者?")
_IS = "(?:是|属于?|算|归|列(?:入|在|为))(?:不(?:是|属于|算))?(?:个|在|到|作)?"
_ASKING = re.compile("还是|或者|不?属于|[是算]不[是算]|不?[是算](?=[^，,]{0,8}$)")
_ENDS = "(?=[吗么吧嘛的呢不没里中这那类项]|[课任](?:程|务))"  # behind the name of a heading, or part of it
_PARTS = "项条个点"


def say_heading(index: Index, question: Question, found: Sequence[Candidate]) -> Draft | None:
    """Under which of the headings that the question names the first stretch that is about its subject stands; None where it
    asks nothing of the kind."""
    for candidate in found[:_FEW]:
        beside = _beside(index, candidate.document_id)
        named = {node: begins for node, begins in beside.items() if begins in question.text}
        around = [node for node in beside if node.start < candidate.start and candidate.end <= node.end]
        if around and named and _is_about(index, question, candidate, named):
            return _told(index, question, candidate, around[-1], named)
    return None


def _told(index: Index, question: Question, found: Candidate, around: Node, named: dict[Node, str]) -> Draft | None:
    (where,) = say_where(index, found).said
    if len(named) > 1 and _OR.search(question.text):
        text, judgement = f"{around.heading}。{where.text}", None
    elif question.yes_no and len(named) == 1 and _claims(question.text, *next(iter(named.items()))):
        judgement = verdict_of(question, "yes" if (around in named) != is_negative(claim_of(question)) else "no")
        text = judgement.lead + where.text
    else:
        return None
    return Draft((Said(text, where.places, around.heading),), judgement, allowed=(text,))


def _claims(text: str, node: Node, begins: str) -> bool:
    """Whether a text claims that something stands under a heading, named by how it begins, and of no longer name (算选修课吗, not
    算选修陶艺的人吗)."""
    rest = re.escape(normalise(node.heading).removeprefix(begins))
    return bool(
        re.search(f"{_IS}{re.escape(begins)}(?:{rest})?(?![一-鿿])|{_IS}{re.escape(begins)}(?:{rest})?{_ENDS}", text)
    )


def _is_about(index: Index, question: Question, found: Candidate, named: dict[Node, str]) -> bool:
    """Whether most of what is asked to be placed stands in the stretch, or in its headings."""
    words = _ASKING.sub("", question.text)
    for node, begins in named.items():
        words = words.replace(normalise(node.heading), "").replace(begins, "")
    nodes = [node for node in index.nodes(found.document_id) if node.start <= found.start < node.end]
    said = normalise("".join([*(node.heading for node in nodes), *(clause.text for clause in found.clauses)]))
    terms = content_terms(words)
    longest = [term for term in terms if not any(term != other and term in other for other in terms)]
    return 2 * sum(len(term) for term in longest if term in said) > sum(map(len, longest))


def say_count(index: Index, question: Question, found: Sequence[Candidate]) -> Draft | None:
    """Whether as many parts stand under a heading that the question names as it says; None where it says nothing of it."""
    counts = [value for value in question.values if value.kind == "count" and value.unit in _PARTS]
    if not question.yes_no or len(question.values) != 1 or not counts or not found:
        return None
    words = question.text[: counts[0].start]
    nodes = index.nodes(found[0].document_id)
    for node in nodes:
        if not node.heading or not re.fullmatch(re.escape(normalise(node.heading)) + ".{0,4}", words):
            continue
        parts = sum(bool(other.heading) and other.parent == node.path for other in nodes)
        if parts > 1:
            judgement = verdict_of(question, "yes" if counts[0].size == parts else "no")
            reading = read_node(index, node, LIMIT - len(judgement.lead))
            said = Said(judgement.lead + reading.text, placed(node.document_id, reading.spans), count=reading.count)
            return Draft((said,), judgement, allowed=(question.text,))
    return None


def _beside(index: Index, document_id: str) -> dict[Node, str]:
    """The headings of a document that end as another of the same node does, each with how it begins."""
    found, headed = dict[Node, str](), defaultdict[str | None, list[Node]](list)
    for node in index.nodes(document_id):
        if node.path and node.heading:
            headed[node.parent].append(node)
    for one, two in chain.from_iterable(combinations(siblings, 2) for siblings in headed.values()):
        most = min(len(one.heading), len(two.heading)) - _SHORTEST
        ends = (n for n in range(most, _SHORTEST - 1, -1) if one.heading[-n:] == two.heading[-n:])
        if shared := next(ends, 0):
            found |= {node: node.heading[:-shared] for node in (one, two)}
    return found
