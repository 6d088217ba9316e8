"""Find: the retriever's candidates for a question, in the documents it names and as of the day it is about, in the order
that the conversation (`assistant.talk.context`) and what they say (`assistant.reading.leads`) put them."""

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.draft import Draft
from assistant.lookups.lookup import Lookup
from assistant.reading.leads import lead, subjects_named
from assistant.refusal.begun_later import say_begun_later
from assistant.refusal.lapsed import has_lapsed, say_lapsed
from assistant.refusal.other_place import say_other_place, say_other_subject
from assistant.refusal.refuse import is_enough, is_open
from assistant.retrieval.named_in_part import without_opening
from assistant.retrieval.places import of_place, on_subject, without_place
from assistant.retrieval.programme import without_programme
from assistant.retrieval.retrieve import Candidate, Retriever
from assistant.retrieval.rounds import of_one_series, without_round, without_year
from assistant.retrieval.version_day import meanwhile, without_day
from assistant.talk.announced import TELLING
from assistant.talk.context import Context
from assistant.talk.conversation import ALONE
from assistant.talk.newly_said import newly_said
from assistant.talk.several_kinds import apart
from assistant.understanding.question import Question, content_terms, understand
from assistant.understanding.topic import matter_of
from store.index import Index
from store.records import Document
from store.text import normalise

FIRM = 2.6  # the score of what is surely found
NEAR = 1.3  # the score of what is found, if nothing else is
_PURPOSE = re.compile("制定本[法条办规]")
# From when a document holds, or that another, which it names as a question may name the matter, no longer does or still does.
_BEGINS = re.compile(
    "本(?:法|条例|办法|规定|细则)自.{0,16}起(?:施行|实施|执行)"
    "|》(?:（[^（）]*）)?(?:同时|即行|一并|予以)?(?:废止|失效|停止执行|继续有效|继续执行)"
)
_ASKS_BEGINNING = re.compile(
    "施行|实施|执行|生效|有效|适用|开始|起用|启用|废止|失效|作废|算数|管用|继续|老[办政规]|原来|出台|发布|公布|颁布|通过|新[法版]|旧[法版]|force|effect"
)


class Finder:
    """Finds in one index version."""

    def __init__(self, index: Index, retriever: Retriever, lookup: Lookup) -> None:
        self.index = index
        self._retriever = retriever
        self._lookup = lookup

    def search(self, question: Question, context: Context, whole: str = "") -> list[Candidate]:
        """The candidates for a question, best first; `whole` is the message that it is a part of, "" for all of one."""
        scope = {document.id for document in context.scope}
        found = self._retriever.search(question, without_round(whole, context.scope), scope, context.talk)
        if question.sought and not question.sought & {"why", "definition"}:
            # 为了…，制定本法 says why there is a rule, and no rule.
            found = _without(_PURPOSE, found)
        if not _ASKS_BEGINNING.search(question.text):
            found = _without(_BEGINS, found)
        named = subjects_named(question, self.index.documents.values())
        led = (replace(c, score=c.score + context.lead(c) + lead(self.index, question, c, named)) for c in found)
        return newly_said(sorted(led, key=lambda candidate: -candidate.score), context)

    def bare(self, question: Question, context: Context) -> tuple[Question, Context]:
        """The question without what only says which documents and which day it is about, which the context says now, or that
        it asks what is ruled."""
        scope = tuple(self._lookup.scope(question.text, context.as_of, context.then))
        scope = tuple(document for document in scope if document.id in context.within) or scope
        scope = (context.only,) if context.only else scope
        text = without_place(without_round(without_day(question.text, context.as_of, scope), scope), scope)
        text, programme = without_programme(text, scope)
        scope = (programme,) if programme else scope
        text = matter_of(without_opening(text, scope, self._lookup.added))
        bare = (
            replace(understand(text), original=question.original, english=question.english, sought=question.sought)
            if text != question.text
            else question
        )
        return bare, replace(context, scope=scope)

    def best(self, text: str, context: Context) -> Candidate | None:
        """The best that is found for a question."""
        found = self.search(*self.bare(understand(text), context))
        return found[0] if found else None

    def scores(self, part: str, context: Context) -> float:
        """The score of the best that is found for a part of a message; minus infinity for nothing."""
        best = self.best(part, context)
        return best.score if best else -math.inf

    def each_answers(self, text: str, asked: Sequence[tuple[Document, str]], context: Context) -> bool:
        """Whether each of several documents answers what it is asked, and no other answers the whole of it better."""
        best = self.best(text, context)
        if best is None or best.document_id not in {document.id for document, _ in asked}:
            return False
        return all(self.scores(part, replace(context, only=document)) >= ALONE for document, part in asked)

    def one_document(self, parts: Sequence[str], context: Context) -> frozenset[str]:
        """The one document in which those parts of a message are found that are surely found, which the others are about, too,
        as a rule; none where there are several."""
        best = [self.best(part, context) for part in parts] if len(parts) > 1 else []
        firm = frozenset(found.document_id for found in best if found and found.score >= FIRM)
        return firm if len(firm) == 1 else frozenset()

    def of_one_law(self, premise: str, text: str, documents: Collection[str], context: Context) -> bool:
        """Whether what is asked behind a premise is found, with the premise before it, in one of the documents that put that right,
        and no better without."""
        both = f"{premise}，{text}"
        best = self.best(both, context)
        here = best is not None and best.document_id in documents
        return here and self.scores(both, context) > self.scores(text, context)

    def stands_alone(self, part: str, context: Context) -> bool:
        """Whether a part of a message can be answered without the rest of it."""
        return len(content_terms(normalise(part))) >= TELLING and self.scores(part, context) >= ALONE

    def each_found_apart(self, parts: Sequence[str], context: Context) -> bool:
        """Whether each of several questions is found by itself, in another document than the others, or surely, in another
        place."""
        found = [one for part in parts if (one := self.best(part, context))]
        least = min((one.score for one in found), default=-math.inf)
        documents = {one.document_id for one in found}
        # What an editor says is left open may have no clause near it.
        places = {(one.document_id, one.clauses[0].id if one.clauses else one.gap) for one in found}
        if len(documents) == len(parts):
            return least >= NEAR
        return len(places) == len(parts) and least >= ALONE

    def only_first(self, parts: Sequence[str], answered: Sequence[str], context: Context) -> bool:
        """Whether only the first of several parts is answered, and the others ask for something else of the same thing (谁来建,
        要留几年), which they don't name."""
        leant = not any(self.stands_alone(part, context) for part in parts[1:])
        return leant and list(answered) == [parts[0]] and apart(parts)

    def rounds_missing(self, asked: Question, answer: str, context: Context) -> list[Document]:
        """The documents of the year that is asked about, which are not held, where they would be about what is asked: without
        the year it is found in one of the same series."""
        rounds = self._lookup.rounds_not_held(asked, answer)
        best = self.best(without_year(asked.text), context) if rounds else None
        return [one for one in rounds if best and of_one_series(one, self.index.documents[best.document_id])]

    def only_later(self, asked: Question, question: Question, whole: str, context: Context) -> Draft | None:
        """That what is `asked` has its answer only in a document as it has been since after the day asked about; None where it
        has not. `question` is what is searched for."""
        later = self._lookup.begun_later(asked.text, context.as_of)
        if not later:
            return None
        then = meanwhile(question.text, context.as_of)
        question = understand(then[1]) if then else question
        scope = {document.id: document for document in context.scope} | {
            id_: self.index.documents[id_] for id_ in later
        }
        found = self.search(question, replace(context, scope=tuple(scope.values())), whole)
        best = next((candidate for candidate in found if not candidate.gap), None)
        if best is None or best.document_id not in later or is_open(self.index, question, found):
            return None
        document, documents = self.index.documents[best.document_id], self.index.documents.values()
        return say_begun_later(asked, document, later[document.id], documents, best)

    def only_before(self, question: Question, whole: str, context: Context) -> Draft | None:
        """That what is asked has its answer only in a document whose time has run out, and that nothing has replaced; None
        where it has not."""
        lapsed = [document for document in self.index.held if has_lapsed(document, self.index.documents, context.as_of)]
        if not lapsed:
            return None
        found = self.search(question, replace(context, scope=(*context.scope, *lapsed)), whole)
        best = next((candidate for candidate in found if not candidate.gap), None)
        if best is None or not is_enough(best) or is_open(self.index, question, found):
            return None
        document = self.index.documents[best.document_id]
        return say_lapsed(question, document, best) if document in lapsed else None

    def only_elsewhere(self, asked: Question, candidates: Sequence[Candidate], context: Context) -> Draft | None:
        """That the place which is `asked` about has no document on that, where only another's has; None where it may have."""
        local = of_place(asked.text, self.index.held)
        if not local:
            return say_other_place(self.index, asked, candidates)
        bare = without_place(asked.text, local)
        for document, subject in on_subject(bare, self.index.held, local):
            if self.scores(bare, replace(context, only=document)) > self.scores(asked.text, context):
                return say_other_subject(local, document, subject)
        return None


def _without(said: re.Pattern[str], found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates on no clause that says so."""
    return [c for c in found if not any(said.search(clause.text) for clause in c.clauses)]
