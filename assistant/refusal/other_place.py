"""Other places: what is asked of a place is not answered by the document of another place. Says that the place's own document is not
held, and of which place the one is that comes nearest."""

from collections.abc import Sequence

from assistant.draft import Draft, Said, places_of
from assistant.retrieval import places
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question
from store.index import Index
from store.records import Document


def say_other_place(index: Index, question: Question, candidates: Sequence[Candidate]) -> Draft | None:
    """That no document is held of the place that a question is about, where the best candidate is of another; None where it is
    not. What holds in the whole state holds in every place."""
    place = places.place_without(question.text, index.held)
    best = next((candidate for candidate in candidates if not candidate.gap), None)
    if not place or best is None or not places.is_of_another(index.documents[best.document_id], place):
        return None
    return _not_held(place, "", index.documents[best.document_id], [best])


def say_other_subject(local: Sequence[Document], other: Document, subject: str) -> Draft:
    """That no document on a subject is held of the place that a question names, whose documents are the `local` ones, but of
    another place."""
    return _not_held(places.places_of(local[0])[-1], subject, other, [])


def _not_held(place: str, subject: str, other: Document, near: Sequence[Candidate]) -> Draft:
    on = f"关于“{subject}”的文件" if subject else "这方面的文件"
    whose = "".join(places.places_of(other))
    text = f"本库没有收录{place}{on}。内容最接近的是《{other.short_title}》，它是{whose}的文件。"
    return Draft((Said(text),), refused=True, related=places_of(near))
