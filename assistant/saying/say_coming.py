"""What only the version to come of a document names: 电动滑板车现在能上路吗 is not answered with a yes by a list of today's law that says
等, where the law that begins next year is the first to name it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.draft import Draft, Said
from assistant.lookups.each_document import told_apart
from assistant.retrieval.retrieve import Candidate
from assistant.retrieval.standing import successors
from assistant.understanding.question import Question, content_terms
from store.index import Index
from store.records import Document
from store.text import normalise

_SHORTEST = 2  # characters of a word that names a thing


def coming_version(index: Index, document_id: str, as_of: date) -> Document | None:
    """The version held that replaces a document after that day; None without one."""
    later = successors(index.documents[document_id], index.documents)
    return next((one for one in later if one.held and one.in_force_from and one.in_force_from > as_of), None)


def newly_named(question: Question, document: Document, found: Sequence[Candidate]) -> str:
    """What the question names, in the longest words that the best found in a version to come has, where the document has not
    even one of them; "" where there is nothing such."""
    best = next((candidate for candidate in found if not candidate.gap), None)
    if best is None:
        return ""
    now, then = normalise(document.text), normalise("".join(clause.text for clause in best.clauses))
    new = (t for t in content_terms(question.text) if len(t) >= _SHORTEST and t not in now and t in then)
    return max((_in_full(term, question.text, then) for term in new), key=len, default="")


def _in_full(term: str, asked: str, said: str) -> str:
    """A term of a question with what stands around it there and in what was found."""
    start = asked.find(term)
    end = start + len(term)
    if start < 0:
        return term
    while end < len(asked) and asked[start : end + 1] in said:
        end += 1
    while start and asked[start - 1 : end] in said:
        start -= 1
    return asked[start:end]


def say_coming(index: Index, name: str, today: Draft, later: Draft, versions: tuple[Document, Document]) -> Draft:
    """That what is named stands in the later of two versions only, with what each says; no verdict, as the earlier one neither
    names nor excludes it."""
    lead = today.judgement.lead if today.judgement else ""
    bare = replace(today, said=(_without(today.said[0], lead), *today.said[1:]), judgement=None)
    other = replace(later, said=(_without(later.said[0], later.judgement.lead if later.judgement else ""),))
    told = told_apart(index, [bare, other], list(versions))
    text = f"{versions[0].full_name}没有提到“{name}”。"
    first = Said(text + told[0].said[0].text, told[0].said[0].places)
    return Draft((first, *told[1].said), allowed=(*told[0].allowed, *told[1].allowed, text))


def _without(said: Said, lead: str) -> Said:
    return replace(said, text=said.text.removeprefix(lead))
