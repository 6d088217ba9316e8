"""In what context the next question of a message is asked: what is asked next is of the same document, as a rule, and of the
same part of it."""

from collections.abc import Iterable
from dataclasses import replace

from assistant.draft import Draft
from assistant.reading.leads import subjects_named
from assistant.talk.context import Context, articles_of
from assistant.understanding.question import Question
from assistant.understanding.topic import has_subject
from store.index import Index


def asked_next(index: Index, context: Context, told: Iterable[Draft], question: Question) -> Context:
    """The context in which a question is asked behind those to which the `told` is said: beside their answers, unless it names
    what another law is on than theirs (车票几天内能退，船票呢); and in their documents alone where it names nothing (逾期怎么办)."""
    # What was refused stood near its first related clause.
    beside = tuple(place for earlier in told for place in (*earlier.places, *earlier.related[:1]))
    documents = frozenset(document_id for document_id, _, _ in beside)
    named = subjects_named(question, index.documents.values())
    if named and not named & documents:
        return context
    leaning = frozenset[str]() if has_subject(question.text) else documents
    articles = context.articles | articles_of(index, beside)
    within = context.within or leaning
    return replace(context, spoken_of=context.spoken_of | documents, beside=beside, articles=articles, within=within)
