"""What only a document says whose time has run out: that it did, instead of that no document says it."""

from collections.abc import Mapping
from datetime import date

from assistant.draft import Draft, Said, places_of
from assistant.retrieval.retrieve import Candidate
from assistant.retrieval.standing import successors
from assistant.understanding.days import written
from assistant.understanding.question import Question
from store.records import Document


def has_lapsed(document: Document, documents: Mapping[str, Document], as_of: date) -> bool:
    """Whether a document's time has run out by that day, and none has replaced it."""
    ends = document.in_force_until
    return ends is not None and ends < as_of and not successors(document, documents)


def say_lapsed(question: Question, document: Document, found: Candidate) -> Draft:
    """Say until when the document held that has what is asked, `found`."""
    if question.english:
        text = f"No document in force says so. {document.full_name} does, which was in force until {document.in_force_until}."
    else:
        ends = written(document.in_force_until) if document.in_force_until else ""
        text = f"现行有效的文件中没有规定。{document.full_name}有规定，但只施行到{ends}，已经失效，见相关条款。"
    return Draft((Said(text),), refused=True, related=places_of([found]))
