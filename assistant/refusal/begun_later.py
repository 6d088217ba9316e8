"""What is held only as it has been since after the day asked about: the cycling law of 2014 where its version of 2015 is held,
a policy that was not issued yet. Its words answer nothing of that day, but tell that the text of that day is missing."""

from collections.abc import Collection, Iterable
from datetime import date

from assistant.catalogue.introduce import where_to_get
from assistant.draft import Draft, Said, places_of
from assistant.refusal.refuse import NOT_SAID
from assistant.retrieval.retrieve import Candidate
from assistant.retrieval.rounds import of_one_series, year_of
from assistant.retrieval.standing import in_force
from assistant.understanding.days import written
from assistant.understanding.question import Question
from store.records import Document


def begun_later(documents: Iterable[Document], held: Collection[Document], day: date) -> list[Document]:
    """Those of `documents` that came into force after that day, the first version of each, where no version `held` was in
    force on it."""
    later = [d for d in documents if d.in_force_from and day < d.in_force_from]
    later = [d for d in later if not any(_same(d, other) and in_force(other, day) for other in held)]
    return [d for d in later if not any(_same(d, o) and _begins(o) < _begins(d) for o in later)]


def is_revised(document: Document) -> bool:
    """Whether a document is known to have had an earlier version."""
    return bool(document.replaces) or (document.kind == "statute" and document.title.endswith(document.version or "?"))


def say_begun_later(
    question: Question, document: Document, day: date, documents: Collection[Document], found: Candidate
) -> Draft:
    """Say that of the document which has the answer, `found`, the text of that day is not held, and where it is; of a policy
    that comes out year by year, which was that year's."""
    begins = written(_begins(document))
    missing = [d for d in documents if not d.held and d.id in document.replaces and in_force(d, day)]
    if is_revised(document):
        then = f"{written(day)}有效的{missing[0].full_name if missing else '文本'}"
        text = f"《{document.short_title}》本库只收录{begins}起施行的版本{document.version}，{then}没有收录。"
    else:
        text = f"{document.full_name}{begins}起才施行，{written(day)}还没有施行，那时有效的规定本库没有收录。"
        missing = [d for d in documents if not d.held and of_one_series(d, document) and year_of(d) == str(day.year)]
        text += f"{day.year}年的是{missing[0].full_name}。" if missing else ""
    text = f"{NOT_SAID} {text}" if question.english else text
    source = missing[0] if missing else document
    text += where_to_get(source) if source.address or source.site else ""
    named = tuple(d.id for d in missing[:1])
    return Draft((Said(text),), refused=True, related=places_of([found]), missing=named)


def _same(one: Document, other: Document) -> bool:
    """Whether both are versions of one document."""
    related = one.id in other.replaces or other.id in one.replaces
    return related or (one.kind, one.short_title) == (other.kind, other.short_title)


def _begins(document: Document) -> date:
    return document.in_force_from or date.min
