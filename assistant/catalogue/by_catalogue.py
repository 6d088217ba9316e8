"""What is asked of documents as a whole and only the catalogue knows: which are held, how they change, what they refer to,
which were issued in the years before. No clause is searched for."""

from collections.abc import Sequence
from datetime import date

from assistant.catalogue.changes import say_change
from assistant.catalogue.holdings import say_holdings
from assistant.catalogue.in_english import say_in_english
from assistant.catalogue.repealed import say_repealed
from assistant.catalogue.unheld import say_earlier_round
from assistant.catalogue.where_to_read import say_where_to_read
from assistant.draft import Draft
from assistant.understanding.question import Question
from store.index import Index
from store.records import Document


def say_by_catalogue(index: Index, meant: Sequence[Document], question: Question, today: date) -> Draft | None:
    """What the catalogue tells of the documents `meant` to a question asked today; None to one about what they say."""
    if question.english:
        return say_in_english(index, meant, question, today)
    if held := say_holdings(index, meant, question, today):
        return held
    if changed := say_change(index, meant, question, today):
        return changed
    if listed := say_where_to_read(index, meant, question):
        return listed
    return say_repealed(index, question) or say_earlier_round(index, question, today)
