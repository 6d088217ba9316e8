"""The assistant: one question in, one answer out. Reads from an index, keeps no state."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.answer import Answer, Turn
from assistant.catalogue.unheld import with_not_held
from assistant.catalogue.versions import version_remarks
from assistant.draft import (
    Draft,
    Said,
    citation_of,
    lead_alone,
    places_of,
    says_as_much,
    verdict_alone,
    verified,
)
from assistant.finder import FIRM, Finder
from assistant.generation.support import Evidence
from assistant.lookups.each_document import each_document, each_of_places, each_subject, told_apart, with_sameness
from assistant.lookups.each_place import MOST, each_place
from assistant.lookups.each_version import each_version
from assistant.lookups.lookup import Lookup
from assistant.one_question import OneQuestion
from assistant.reading.read import (
    LIMIT,
    nodes_at,
)
from assistant.reading.several_things import either_parts, things_of
from assistant.refusal.refuse import refuse
from assistant.retrieval.named_in_part import with_name
from assistant.retrieval.places import with_place
from assistant.retrieval.retrieve import Retriever
from assistant.saying.next_part import asked_next
from assistant.saying.say_premise import affirmed, claim_of_premise, counted_in, denied, put_right
from assistant.saying.suggest import Suggester
from assistant.saying.whom_to_ask import without_asked_twice
from assistant.talk.about_answer import about_answer
from assistant.talk.announced import announced_parts, marked_parts
from assistant.talk.context import Context
from assistant.talk.conversation import ALONE
from assistant.talk.leans import leans
from assistant.talk.parts import (
    asked_last,
    goes_on,
    hangs_on,
    premise_and_ask,
    split_parts,
    told_parts,
    without_told,
)
from assistant.talk.resolve import Resolver
from assistant.talk.several_kinds import asks_each
from assistant.talk.small_talk import answer_small_talk, is_small_talk
from assistant.talk.turns_of_talk import asked_again
from assistant.talk.what_about import new_term
from assistant.understanding.question import Question, as_typed, content_terms, understand
from assistant.understanding.spelling import Spelling
from assistant.understanding.topic import has_subject, only_points
from store.index import Index
from store.text import normalise

_SENTENCES = re.compile(r"[?？。；;]\s*\S")
_PERSON = re.compile("[我咱谁]")
_LEANS = re.compile("[这该此](?:[条项个款]|一[条项点])")  # on what was said before it: 这条写在哪里
_WITHIN = 3  # answers, the length of which those for several places have together
TOO_MANY = Draft((Said(f"一次最多列出{MOST}处，其余的请另外提问。"),), refused=True)


def _said(draft: Draft) -> str:
    return "".join(one.text for one in draft.said)


class Assistant:
    """Answers questions from one index version."""

    def __init__(self, index: Index) -> None:
        self.index = index
        index.warm_up()
        self._retriever = Retriever(index)
        self._lookup = Lookup(index)
        self._spelling = Spelling(index)
        self._finder = Finder(index, self._retriever, self._lookup)
        self._resolver = Resolver(index, self._lookup, self._finder.best)
        self._suggester = Suggester(index, self._retriever)
        self._answer_part = OneQuestion(index, self._retriever, self._lookup, self._finder).draft

    def ask(self, question: str, history: Sequence[Turn] = (), as_of: date | None = None) -> Answer:
        """Answer `question`, given the turns before it, by what is in force on `as_of` (today by default).

        Raises QuestionError when it is empty or too long.
        """
        return replace(self._answer(question, history, as_of), question=as_typed(question))

    def _answer(self, question: str, history: Sequence[Turn], as_of: date | None) -> Answer:
        began = time.perf_counter()
        asked = understand(question)
        if is_small_talk(asked.original):
            return answer_small_talk(asked.original)
        if again := asked_again(asked.original, history):
            answer = self._answer(*again, as_of)
            return replace(answer, understood_as=answer.understood_as or again[0])
        context = self._resolver.context(asked, history, as_of or date.today())
        if told := about_answer(self.index, asked, history, context.as_of):
            return self._verified(asked, asked.original, [told], context, began)
        resolved, context = self._resolver.resolve(asked, context)
        mended = self._spelling.mend(resolved)
        message = understand(mended)
        parts = self._one_after_other(message, context)
        drafts = self._told_each(parts, context) if parts else self._told(message, asked, context, LIMIT)
        named = self._lookup.names.find(message.text, context.as_of)
        drafts = with_not_held(self.index, message, named, drafts, context.as_of)
        return self._verified(asked, mended, drafts, context, began)

    def _one_after_other(self, message: Question, context: Context) -> tuple[str, ...]:
        """The questions that a message puts one after the other, where none needs the others to be understood."""
        parts = announced_parts(message)
        if parts and not any(leans(part) and self._finder.scores(part, context) < ALONE for part in parts[1:]):
            return parts
        parts = marked_parts(message)
        return parts if parts and self._finder.each_found_apart(parts, context) else ()

    def _told_each(self, parts: Sequence[str], context: Context) -> list[Draft]:
        """What is said to each of several questions, each with its share of the room and what the others leave of theirs."""

        def told(part: str, limit: int) -> list[Draft]:
            return self._told(understand(part), understand(part), context, limit)

        share = LIMIT // len(parts)
        drafts = {part: told(part, share) for part in parts}
        for part in [part for part, of_part in drafts.items() if any("…" in _said(one) for one in of_part)]:
            others = sum(len(_said(one)) for other, of_part in drafts.items() if other != part for one in of_part)
            drafts[part] = told(part, max(LIMIT - others, share))
        every = [draft for of_part in drafts.values() for draft in of_part]
        return [draft for n, draft in enumerate(every) if not any(says_as_much(one, draft) for one in every[:n])]

    def _told(self, message: Question, asked: Question, context: Context, limit: int) -> list[Draft]:
        """What is said to a message: what it takes for granted and is wrong put right first."""
        premise, asked_next = self._premise(message, asked, context)
        righting = self._put_right(premise, asked_next, context, limit) if premise else None
        if righting:
            return self._behind(premise, righting, asked_next, asked, context)
        granted = premise and goes_on(message) and self._affirmed(premise, context)
        return self._drafts(asked_next if granted else message.original, asked, context, limit)

    def _premise(self, message: Question, asked: Question, context: Context) -> tuple[str, str]:
        """What a message takes for granted and what it asks, or all of it where that can't be asked without; "" where it
        takes nothing for granted. Nothing is of the topic that the talk gives what was `asked`."""
        premise, rest = premise_and_ask(message)
        if message.text != asked.text and normalise(premise) not in asked.text:
            premise = ""
        leans = _LEANS.match(rest)
        alone = (
            premise
            and not leans
            and len(content_terms(normalise(rest))) > 1
            and self._finder.scores(rest, context) >= ALONE
        )
        return premise, rest if alone else message.original

    def _put_right(self, premise: str, asked: str, context: Context, limit: int) -> Draft | None:
        """What puts right the premise of a message that asks something; None where it is not surely wrong."""
        found = self._finder.search(*self._finder.bare(claim_of_premise(premise), context))
        return put_right(self.index, self._retriever, premise, found, self._finder.best(asked, context), limit)

    def _affirmed(self, premise: str, context: Context) -> bool:
        """Whether a premise is so, and what is asked behind it to be asked by itself."""
        found = self._finder.search(*self._finder.bare(claim_of_premise(premise), context))
        return affirmed(self.index, self._retriever, premise, found)

    def _behind(self, premise: str, righting: Draft, text: str, asked: Question, context: Context) -> list[Draft]:
        """What puts right a premise, and behind it what is asked; in a few words where both rest on one place, and not where
        it hangs on the premise."""
        said, asks = premise_and_ask(asked)
        if hangs_on(said, asks):
            return [righting]
        if alone := denied(righting, asks):
            return [alone]
        text = counted_in(premise, righting, text)
        room = max(LIMIT - len(_said(righting)), LIMIT // 2)
        drafts = [d for d in self._drafts(text, asked, context, room) if not says_as_much(righting, d)]
        if drafts and self._finder.of_one_law(premise, text, righting.documents, context):
            drafts = [d for d in drafts if d.refused or d.documents & righting.documents]
        if not drafts:
            return [righting]
        if short := next((lead for draft in drafts if (lead := lead_alone(righting, draft))), None):
            return [short, *self._drafts(text, asked, context, LIMIT - len(_said(short)))]
        left = max(LIMIT - sum(len(_said(draft)) for draft in drafts), LIMIT // 2)
        return [self._put_right(premise, text, context, left) or righting, *drafts]

    def _drafts(self, text: str, asked: Question, context: Context, limit: int) -> list[Draft]:
        """What is said to each part of a message."""
        if several := self._of_each_named(text, context):
            return several
        parts = self._parts(text, context)
        # A 那…呢 says again what a question begins with; where that has a topic before it, it is what is new in it.
        term = new_term(asked.text)
        repeats = only_points(asked.text) or (term and text.startswith(term))
        # What names nothing but a person (我们几点来) tells by itself nothing of what is meant.
        unnamed = _PERSON.search(asked.text) and not has_subject(asked.text)
        alone = text == asked.original or repeats or context.still or unnamed
        own = "" if alone else asked.text
        whole = normalise(text) if len(parts) > 1 else own
        told_by = without_asked_twice(self._answer_parts(parts, whole, context, limit))
        drafts = list(told_by.values())
        answered = [part for part, draft in told_by.items() if not draft.refused]
        halved = len(answered) < len(drafts) and not _SENTENCES.search(text)
        if halved and asks_each(parts):
            least = ALONE if self._finder.only_first(parts, answered, context) else FIRM
            halved = not all(self._finder.scores(part, context) >= least for part in answered)
        if len(parts) > 1 and (halved or len(drafts) == 1):
            # Half an answer is one only to who asks for two things, not to who asks for one in two breaths; and where one
            # clause answers both, it has all the room there is.
            together = self._answer_part(understand(text), "", context, limit)
            if together.refused if halved else says_as_much(together, drafts[0]):
                drafts = [together]
        if len(parts) == 1 and drafts[0].refused and (short := without_told(understand(text))):
            drafts = [self._answer_part(understand(short), "", context, limit)]
        last = asked_last(understand(text)) if len(parts) == 1 and drafts[0].unknown else ""
        if last and self._finder.stands_alone(last, context):
            again = self._answer_part(understand(last), "", context, limit)
            drafts = drafts if again.refused else [again]
        return drafts

    def _of_each_named(self, text: str, context: Context) -> list[Draft]:
        """What is said of each of several places that a message names, or by each of several documents on one matter, told
        apart; nothing where it names no two. What is left out, as there are too many, is said to be."""
        plain = understand(text).text
        there = partial(self._lookup.is_there, history=context.history, as_of=context.as_of)
        best = partial(self._finder.best, context=context)
        documents = each_document(plain, self._lookup.names, context.as_of)
        documents = documents or each_version(plain, self._lookup.names, self.index.documents, best, context.as_of)
        subjects = () if documents else each_subject(plain, self._lookup.names, context.as_of)
        if subjects and not self._finder.each_answers(plain, subjects, context):
            subjects = ()
        named = each_place(plain, there) or each_of_places(plain, self.index.held)
        parts = [(place, context) for place in named] or [
            (asked, replace(context, only=document if document.held else None))
            for document, asked in documents or subjects
        ]
        versions = len({document.short_title for document, _ in documents}) == 1 and not understand(text).yes_no
        room = min(LIMIT, (1 if versions else _WITHIN) * LIMIT // max(len(parts), 1))
        answered = [self._answer_part(understand(part), "", within, room) for part, within in parts[:MOST]]
        if subjects and any(draft.refused for draft in answered):
            return []
        told = told_apart(self.index, answered, [within.only for _, within in parts[:MOST]])
        drafts = with_sameness(understand(text), told)
        return [*drafts, TOO_MANY] if len(parts) > MOST else drafts

    def _answer_parts(self, parts: Sequence[str], whole: str, context: Context, limit: int) -> dict[str, Draft]:
        """What is said to each part of the message `whole`, but for those to which an earlier one's says as much."""
        told, again = dict[str, Draft](), dict[str, Callable[[int], Draft]]()
        things = things_of(parts)
        if not context.spoken_of:
            context = replace(context, spoken_of=self._finder.one_document(parts, context))
        for part in parts:
            if told and self._asks_of_unsaid(part, list(told.values())[-1], context):
                continue
            # 里面要写什么 is asked of what was asked about before it.
            alone = len(parts) > 1 and not (told and leans(part)) and self._finder.stands_alone(part, context)
            within = asked_next(self.index, context, told.values(), understand(part))
            besides = tuple(thing for other, thing in things.items() if other != part)
            within = replace(within, thing=things.get(part, ""), others=besides)
            placed = with_place(part, whole or part, self.index.held)
            placed = placed if alone else with_name(placed, whole or part, self._lookup.added, self.index.held)
            answered = partial(self._answer_part, understand(placed), "" if alone else whole, within)
            draft = answered(limit // len(parts))
            if draft.refused and alone and told:  # the whole message tells what it is about
                of_whole = self._answer_part(understand(placed), whole, within, limit // len(parts))
                draft = of_whole if of_whole.refused else draft
            if leant := [one for one in told if verdict_alone(told[one], draft)]:
                # Its words are said by an earlier one, which has its room, too.
                told[leant[0]] = again[leant[0]](limit - len(draft.judgement.lead if draft.judgement else ""))
                draft = verdict_alone(told[leant[0]], draft) or draft
            again_said = any(says_as_much(earlier, draft) for earlier in told.values()) and not leans(part)
            if again_said and self._finder.scores(part, context) >= FIRM:  # it may be left open what this part asks
                of_part = self._answer_part(understand(placed), "", context, limit // len(parts))
                draft = of_part if of_part.refused and not of_part.unknown else draft
            if not any(says_as_much(earlier, draft) for earlier in told.values()):
                told[part], again[part] = draft, answered
        for part in [part for part in told if "…" in _said(told[part])]:  # cut to its share, where others leave room
            others = sum(len(_said(draft)) for other, draft in told.items() if other != part)
            told[part] = again[part](max(limit - others, limit // len(parts)))
        return told

    def _asks_of_unsaid(self, part: str, before: Draft, context: Context) -> bool:
        """Whether a part that names nothing asks for a figure of what no document says anything of, by what was said `before` it."""
        leans = understand(part).value_kinds and not has_subject(part)
        unsaid = before.refused and before.unknown
        return bool(leans) and unsaid and not self._finder.stands_alone(part, context)

    def _verified(
        self, asked: Question, resolved: str, drafts: Sequence[Draft], context: Context, began: float
    ) -> Answer:
        """The answer that the drafts make, with what is to be known of the versions they cite."""
        remarks = version_remarks(self.index, drafts, context.asked_on or context.as_of, asked.english)
        answer = verified(asked.original, resolved, [*drafts, *remarks], self.index)
        if not answer.statements:  # nothing of what was to be said stood in its citations
            nothing = refuse(asked, [], self._lookup.scope(asked.text, context.as_of))
            answer = verified(asked.original, resolved, [nothing], self.index)
        return replace(answer, latency_ms=(time.perf_counter() - began) * 1000)

    def with_suggestions(self, answer: Answer, as_of: date) -> Answer:
        """The answer with what may be asked next, which takes a search for each and is found once the answer is there."""
        return replace(answer, suggestions=self._suggester.next_questions(answer, as_of))

    def _parts(self, text: str, context: Context) -> tuple[str, ...]:
        """The questions within a message; those told in a story only where each can be answered without it."""
        question = understand(text)
        # What a message names, or the talk before it, is the ground of all that it asks.
        grounded = context.talk or self._lookup.names.find(question.text, context.as_of)
        told = () if grounded else told_parts(question)
        if told and all(self._finder.stands_alone(part, context) for part in told):
            return told
        return either_parts(self.index, text, lambda part: self._finder.best(part, context)) or split_parts(question)

    def evidence(self, answer: Answer, count: int, as_of: date | None = None) -> list[Evidence]:
        """What `answer` rests on, then the clauses nearest to its question: `count` in all, no place twice."""
        found = [(c.document_id, c.start, c.end) for c in answer.citations]
        question = understand(answer.understood_as or answer.question)
        near = self._finder.search(*self._finder.bare(question, Context((), as_of or date.today())))
        for span in places_of([c for c in near[: 2 * count] if not c.gap]):
            if not any(span[0] == id_ and span[1] < end and start < span[2] for id_, start, end in found):
                found.append(span)
        around = {place: nodes_at(self.index, place[0], place[1]) for place in found[:count]}
        return [
            Evidence(citation_of(self.index, place), tuple(node.heading for node in nodes if node.heading))
            for place, nodes in around.items()
        ]
