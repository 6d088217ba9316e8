"""One question, which has no other within it, put into a draft: by the catalogue, by a number that it names, or by what the
search finds. What a message is taken apart into is the assistant's."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.catalogue.by_catalogue import say_by_catalogue
from assistant.catalogue.closed import say_closed
from assistant.catalogue.issued_by import say_issue, say_issuer
from assistant.draft import (
    Draft,
    Said,
    places_of,
)
from assistant.finder import Finder
from assistant.lookups.all_values import say_all_values
from assistant.lookups.chapters import say_chapter
from assistant.lookups.highest_fines import say_highest_fines
from assistant.lookups.locate import item_named, say_where, seeks_locator
from assistant.lookups.lookup import Lookup
from assistant.lookups.nth_item import say_nth
from assistant.lookups.placed_under import say_count, say_heading
from assistant.reading.preceding import with_referred_first
from assistant.reading.read import candidate_text
from assistant.reading.rows import passage_of, row_kept, without_totals
from assistant.refusal.deed_first import with_deed_first
from assistant.refusal.refuse import is_enough, is_open, refuse, refuse_year, with_gap_first, work_out
from assistant.retrieval.kind_first import with_kind_first
from assistant.retrieval.other_right import without_other_rights
from assistant.retrieval.retrieve import Candidate, Retriever
from assistant.retrieval.unnoted import with_introduction
from assistant.saying.inside import same_item
from assistant.saying.say_coming import coming_version, newly_named, say_coming
from assistant.saying.say_read import say_located, say_read
from assistant.saying.say_sum import say_sum
from assistant.talk.context import Context
from assistant.talk.conversation import ALONE
from assistant.understanding.question import RAMBLING, Question, focus, understand
from store.index import Index
from store.records import Document

NO_MORE = "关于这一点，文件里没有更多规定。"


class OneQuestion:
    """Answers questions one by one from one index version."""

    def __init__(self, index: Index, retriever: Retriever, lookup: Lookup, finder: Finder) -> None:
        self.index = index
        self._retriever, self._lookup, self._finder = retriever, lookup, finder

    def draft(self, question: Question, whole: str, context: Context, limit: int) -> Draft:
        """What is said to `question`, in some `limit` characters; `whole` is what it is a part of, "" where it is none."""
        return self._by_name(question, context, limit) or self._by_search(question, whole, context, limit)

    def _by_name(self, question: Question, context: Context, limit: int) -> Draft | None:
        """What the catalogue tells, or the part of a document that the question names by its number; None where neither does."""
        meant = self._lookup.meant_as_whole(question, context.as_of)
        if told := say_by_catalogue(self.index, meant, question, context.asked_on or context.as_of):
            return told
        if closed := say_closed(self.index, meant, question, context.as_of):
            return closed
        if part := say_chapter(self.index, meant, question) or say_nth(self.index, meant, question):
            return part
        if listed := say_all_values(self.index, meant, question):
            return listed
        if fines := say_highest_fines(self.index, meant, question):
            return fines
        found = self._lookup.find(question, context.history, context.as_of, context.then)
        if isinstance(found, Draft):
            return found
        issued = say_issuer(self.index, meant, question, context.as_of) or say_issue(self.index, meant, question)
        if issued:
            return issued
        return say_located(self.index, self._retriever, question, found, limit) if found else None

    def _by_search(self, question: Question, whole: str, context: Context, limit: int) -> Draft:
        asked = question
        question, context = self._finder.bare(question, context)
        focused = focus(question)
        if focused != question.original:
            whole, question = question.text, understand(focused)
        candidates = self._candidates(question, whole, context)
        if other_day := self._finder.only_later(asked, question, whole, context):
            return other_day
        if other_place := self._finder.only_elsewhere(asked, candidates, context):
            return other_place
        answers = [candidate for candidate in candidates if not candidate.gap]
        enough = [answer for answer in answers if is_enough(answer)]
        missing = self._missing(asked, answers, context)
        if told := say_heading(self.index, question, enough) or say_count(self.index, question, answers):
            return told
        # Where a thing is written does not depend on what is left open about it.
        where = seeks_locator(question)
        elsewhen = bool(answers) and self._lookup.other_year(asked, answers[0].document_id, context.then)
        left_open = is_open(self.index, question, answers if where else candidates)
        # A document that a reader added may rule on anything, in words of its own.
        if not (missing or left_open) and answers[0].note:
            missing = self._lookup.not_held_on_it(question, self._told(answers[0]), answers[0].note.askings)
        if missing or elsewhen or (left_open and not (answers and context.refers(answers[0]))):
            if elsewhen and not missing:
                return refuse_year(asked, self.index.documents[answers[0].document_id], answers)
            lapsed = None if missing else self._finder.only_before(question, whole, context)
            gaps = with_gap_first(question, candidates)
            return lapsed or refuse(question, gaps, context.scope, missing, context.beside)
        if context.more:
            near, answers = answers[:1], [c for c in answers if c.score >= ALONE and context.goes_on(c)]
            if not answers:
                return Draft((Said(NO_MORE),), refused=True, related=places_of(near))
        return self._read(asked, question, answers, context, limit)

    def _candidates(self, question: Question, whole: str, context: Context) -> list[Candidate]:
        found = without_other_rights(self.index, question, self._finder.search(question, context, whole))
        candidates = list(with_deed_first(question, with_kind_first(found), self._told))
        candidates = without_totals(question, with_referred_first(self.index, question, candidates))
        candidates = same_item(self.index, question, candidates, context.beside)
        if context.history and (context.talk or context.within):
            candidates = row_kept(self.index, question, candidates, context.history[-1].content)
        return candidates

    def _told(self, found: Candidate) -> str:
        return with_introduction(passage_of(self.index, found), found.clauses)

    def _missing(self, asked: Question, answers: Sequence[Candidate], context: Context) -> list[Document]:
        """The catalogued documents that would answer and are not held."""
        best = candidate_text(self.index, answers[0]) if answers else ""
        return self._lookup.not_held(asked, best, context.as_of) or self._finder.rounds_missing(asked, best, context)

    def _read(
        self,
        asked: Question,
        question: Question,
        answers: Sequence[Candidate],
        context: Context,
        limit: int,
    ) -> Draft:
        if seeks_locator(question):
            return say_where(self.index, item_named(question, answers[0]))
        summed = asked if len(asked.original) <= RAMBLING else question  # whose year may be that of a payment
        if calculation := work_out(self.index, summed, answers, context.as_of):
            return say_sum(self.index, question, answers, calculation, limit)
        draft = say_read(self.index, self._retriever, question, answers, limit)
        return self._by_version_to_come(question, draft, answers[0], context, limit) or draft

    def _by_version_to_come(
        self, question: Question, draft: Draft, best: Candidate, context: Context, limit: int
    ) -> Draft | None:
        """What is said instead of a yes where only the version to come names what is asked about; None where today's does."""
        later = coming_version(self.index, best.document_id, context.as_of)
        if later is None or draft.judgement is None or draft.judgement.verdict != "yes":
            return None
        found = self._finder.search(question, replace(context, scope=(later,)))
        document = self.index.documents[best.document_id]
        if not (name := newly_named(question, document, found)):
            return None
        said = [
            say_read(self.index, self._retriever, question, some, limit // 2)
            for some in ([best], [candidate for candidate in found if not candidate.gap])
        ]
        return say_coming(self.index, name, said[0], said[1], (document, later))
