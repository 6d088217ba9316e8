"""Resolve: how a message of a conversation is to be read, where the documents tell.

Each earlier message is read as it was when it was sent, so that the topic is that of the question that was answered.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.answer import Turn
from assistant.lookups.lookup import Located, Lookup
from assistant.refusal.refuse import is_enough
from assistant.retrieval.named import find_reference
from assistant.retrieval.places import of_place, with_place, without_place
from assistant.retrieval.retrieve import MEANT, Candidate
from assistant.retrieval.unnoted import share_said, telling_terms
from assistant.retrieval.version_day import coming_day, past_day, says_today
from assistant.talk.about_answer import passes_over
from assistant.talk.context import Context, articles_of, asks_start, left_open_by, quoted_passages
from assistant.talk.conversation import ALONE, Rewrite, Thread, rewrites, talk
from assistant.talk.leans import lacks, leans, supposes
from assistant.talk.still_quoted import is_liker, still_meant
from assistant.talk.turns_of_talk import asked_again
from assistant.understanding.polarity import affirmed
from assistant.understanding.question import MAX_CHARACTERS, Question, content_terms, understand
from assistant.understanding.topic import has_subject
from store.index import Index
from store.text import normalise, simplified

# How far a message as it stands is behind where what it finds is in none of the documents spoken of.
ELSEWHERE = 0.5
# How far ahead of the documents spoken of what a message finds elsewhere is, where it has turned to something else.
FAR = 0.6
# How much more a message counts that is kept to what a reader added: that is its topic already.
HERE = 0.4
# Likeness of an ask that says the same, whatever words its clause has.
SAME = 0.85
# Content words from which a message that leans on the talk may be read without its topic, where that finds only what was
# said already.
OWN_WORDS = 2
# Content words of a message that may be about something else than the talk, and by how much it is then liker what it finds alone, or
# how many more of its words that says. (A topic put before a message only ever finds more of what was talked about.)
WHOLE = 3
LONG = 7
SAYS_MORE = 2
# Words that stand for what was said before; 这笔钱 names what it points at.
_STANDS_FOR = re.compile("它|其(?!他)|[他她]们|人家|除了|上面|前面|刚才")
_POINTS = re.compile("[那这](?![些笔]?(?:钱|资金|经费|补助|款))")
# 押金也算吗: whether what was said is so of another thing, too.
_TOO = re.compile("也(?:能|可以|可|要|得|需要?|算|行|成|给|补|包括|包含|归|属于?|适用)")
_PAUSE = re.compile("[,，;；。?？]")
_REMEMBERED = 256  # turns
_STEP = 20  # turns, of which twice as many are read at most


class Resolver:
    """Reads messages by what was said before them, in one index version. `best` is the best that is found for a question
    in a context."""

    def __init__(self, index: Index, lookup: Lookup, best: Callable[[str, Context], Candidate | None]) -> None:
        self._index = index
        self._lookup = lookup
        self._best = best
        self._thread = lru_cache(maxsize=_REMEMBERED)(self._follow)

    def context(self, asked: Question, history: Sequence[Turn], as_of: date) -> Context:
        """What a question is asked in."""
        last = (self._lookup.names.find(normalise(turn.content), as_of) for turn in history[-2:])
        spoken_of = frozenset(document.id for named in last for document in named) | self._lookup.perhaps_named(asked)
        quoted = quoted_passages(self._index, history)
        if spoken_of & {id_ for id_, _, _ in quoted}:  # statutes say some things in the same words
            quoted = tuple(place for place in quoted if place[0] in spoken_of)
        spoken_of |= {id_ for id_, _, _ in quoted} or left_open_by(self._index, history)
        documents = self._index.documents.values()
        day, then = coming_day(asked.text, as_of, documents), past_day(asked.text, as_of, documents)
        articles = articles_of(self._index, quoted)
        return Context(history, day or as_of, spoken_of, quoted, articles=articles, then=then, asked_on=as_of)

    def resolve(self, asked: Question, context: Context) -> tuple[str, Context]:
        """The question with what the conversation adds to it, and the context in which that is answered."""
        # Only the turns before it say which document's 第五条 is meant, so it is looked up before it is rewritten.
        history = context.history
        if find_reference(asked.text) and (not history or self._lookup.find(asked, history, context.as_of)):
            return asked.original, context
        # Cut off in steps, so that the next message finds what was read for this one.
        recent = history[max(0, (len(history) // _STEP - 1) * _STEP) :]
        ways = self._placed(rewrites(asked.original, self._thread(tuple(recent), context.as_of)), asked, context)
        way = ways[0] if len(ways) == 1 else self._likeliest(ways, simplified(asked.original), context)
        if way.text == simplified(asked.original):
            return asked.original, self._staying(way.text, context)
        context = self._on_its_day(way, asked, context)
        context = replace(context, talk=talk(history), onward=way.onward, more=way.more, still=way.still)
        context = replace(context, starts=asks_start(asked.original))
        context = self._staying(way.text, context)
        alone = self._staying(way.own, context) if way.own else context
        if self._finds_more_alone(way, asked.original, context, alone):
            return way.own, alone
        if further := self._beyond_article(way, asked, context):
            return further, context
        return way.text, replace(context, own=content_terms(normalise(affirmed(way.own))))

    def _placed(self, ways: Sequence[Rewrite], asked: Question, context: Context) -> tuple[Rewrite, ...]:
        """The ways to read a message that leans on the talk, each with the place that the talk is of (see `places`), unless
        it names another document."""
        held = self._index.held
        said = (turn.content for turn in reversed(context.history) if turn.role == "user")
        whole = next((text for text in said if of_place(normalise(text), held)), "")
        local = {document.id for document in of_place(normalise(whole), held)}
        if context.spoken_of and not local & context.spoken_of:  # the talk has gone elsewhere since
            return tuple(ways)
        alone = simplified(asked.original)
        return tuple(
            way
            if not whole or way.text == alone or self._lookup.names.find(normalise(way.text), context.as_of)
            else replace(way, text=with_place(way.text, whole, held))
            for way in ways
        )

    def _staying(self, text: str, context: Context) -> Context:
        """The context, kept to the documents spoken of if a message names no other and they answer it, where else a document that
        a reader added would, or where they are such documents themselves and what others say is not far better, or they have
        all its words."""
        noted = self._index.searched("ask")
        plain = normalise(text)
        named = self._lookup.names.find(plain, context.as_of) or of_place(plain, self._index.held)
        best = self._best(text, context) if context.spoken_of and not named else None
        if best is None or (best.document_id in noted and context.spoken_of & noted):
            return context
        inside = replace(context, within=context.spoken_of)
        if best.document_id in context.spoken_of:
            return context if best.document_id in noted else inside
        if not context.spoken_of & noted and best.covered[0] == 0 and best.features.ask_vector < SAME:
            return inside  # 家里人能代办吗 is asked of any rule, and this one says none of its words
        within = self._best(text, inside)
        if within is None or not is_enough(within):
            return context
        if best.document_id not in noted or best.score - within.score <= FAR:
            return inside
        # Scores with notes and without are not alike: whose words the document spoken of has is hardly about another; what
        # another leaves open tells nothing of it.
        said = share_said((self._index.documents[id_] for id_ in context.spoken_of), plain)
        return inside if said == 1 or (best.gap and said) else context

    def _on_its_day(self, way: Rewrite, asked: Question, context: Context) -> Context:
        """The context as of the day still to come that what a message leans on is about, where the message says no day."""
        if context.as_of != context.asked_on or context.then or says_today(asked.text):
            return context
        day = coming_day(normalise(way.text), context.as_of, self._index.documents.values())
        return replace(self.context(asked, context.history, day), asked_on=context.as_of) if day else context

    def _finds_more_alone(self, way: Rewrite, said: str, context: Context, by_itself: Context) -> bool:
        """Whether the own words of what was `said` find what is meant, `by_itself`: where they are much like it, or it says them,
        and less so what the topic before them finds; or where that finds only what was said already."""
        terms = content_terms(normalise(affirmed(way.own)))
        leant = lacks(way.own) or supposes(way.own) or _stands_for(way.own) or _TOO.search(way.own)
        if leant or not has_subject(way.own):
            return False
        joined, alone = self._best(way.text, context), self._best(way.own, by_itself)
        if joined is None or alone is None:
            return False
        if len(terms) >= WHOLE and _is_rather_meant(alone, joined, terms):
            return True
        if len(terms) >= WHOLE and alone.shares_clause(joined):  # which the topic did not help to find
            return not leans(said) or alone.features.ask_vector >= MEANT
        if len(terms) >= LONG and context.quotes(joined) and not leans(said) and not _words_said(joined, terms):
            return True  # so many words, and none of them in what was quoted
        if len(terms) < OWN_WORDS or _POINTS.search(way.own) or not context.quotes(joined) or context.quotes(alone):
            return False
        if joined.features.kind > 0:  # what was said holds the kind of value asked for
            return False
        if context.spoken_of and alone.document_id not in context.spoken_of:
            return False
        enough = alone.score >= ALONE if alone.note else is_enough(alone)
        return enough and alone.features.ask_vector >= MEANT

    def _beyond_article(self, way: Rewrite, asked: Question, context: Context) -> str:
        """What follows in another case than an article that was looked up (对处理结果不服呢), asked of its document as a whole where
        another of its articles answers it better; "" for any other message."""
        article = None if find_reference(asked.text) else find_reference(normalise(way.text))
        if article is None or not article.title or not way.text.endswith("怎么办"):
            return ""
        case = way.text.rpartition("，")[2]
        found = self._lookup.find(understand(way.text), context.history, context.as_of)
        said = normalise(found.document.text[found.node.start : found.node.end]) if isinstance(found, Located) else ""
        terms = [term for term in content_terms(normalise(case.removesuffix("怎么办"))) if len(term) > 1]
        words = [term for term in terms if not any(other != term and other in term for other in terms)]
        if not said or all(word in said for word in words):
            return ""
        whole = f"{article.title}，{case}"
        best = self._best(whole, context)
        return whole if best and is_enough(best) and not best.gap and not context.quotes(best) else ""

    def _likeliest(self, ways: Sequence[Rewrite], original: str, context: Context) -> Rewrite:
        """The reading that the documents answer best."""
        scored = list[tuple[float, Rewrite, Candidate]]()
        for way in ways:
            here = self._staying(way.text, context)
            best = self._best(way.text, here)
            if best is None:
                continue
            elsewhere = way.text == original and context.spoken_of and best.document_id not in context.spoken_of
            found = best.score >= ALONE and best.features.ask_vector >= MEANT
            lead = way.lead_if_found if found else way.lead
            if elsewhere and len(content_terms(normalise(affirmed(way.text)))) == 1:
                lead -= ELSEWHERE  # one word, such as 登记, is in many documents
            lead += HERE * (bool(here.within) and not here.within & self._index.searched("ask"))
            scored.append((best.score + lead - ELSEWHERE * bool(elsewhere), way, best))
        if new := [one for one in scored if self._tells_anew(one[2], original, context)]:
            scored = [one for one in scored if one in new or one[2].note or not context.was_said(one[2])]
        likeliest = max(scored, key=lambda one: one[0], default=None)
        if likeliest is None:
            return ways[0]
        question = understand(original)
        leaning = (one for one in scored if one[1].own and likeliest[1].text == original)
        meant = (one for one in leaning if still_meant(self._index, question, likeliest[2], one[2], context))
        still = next(meant, None)
        return replace(still[1], own="", still=True) if still else likeliest[1]

    def _tells_anew(self, found: Candidate, original: str, context: Context) -> bool:
        """Whether what a reader's own document, spoken of before, says in a message's own words was not said yet: what was said
        scores more under its topic, and is not what is asked for."""
        if found.note or found.document_id not in context.spoken_of or context.was_said(found) or not is_enough(found):
            return False
        said = normalise(" ".join(clause.text for clause in found.clauses))
        return any(term in said for term in telling_terms(normalise(original)))

    def _follow(self, history: tuple[Turn, ...], as_of: date) -> Thread:
        """Where the turns have got to."""
        if not history:
            return Thread()
        *earlier, last = history
        thread = self._thread(tuple(earlier), as_of)
        if last.role == "assistant":  # the reply to thanks or doubt is no answer to be pointed at
            return thread if earlier and passes_over(earlier[-1].content) else thread.answered(last.content)
        said = last.content[:MAX_CHARACTERS]
        if again := asked_again(said, earlier):
            return self._thread((*again[1], Turn("user", again[0])), as_of)
        if passes_over(said) or not normalise(said).strip():
            return thread
        asked = understand(said)
        resolved = self.resolve(asked, self.context(asked, earlier, as_of))[0]
        # A place is no part of what is asked, and would be taken for one: 临江区硕士 has a 江区硕士 in it.
        local = of_place(normalise(resolved), self._index.held)
        return thread.asked(without_place(resolved, local) if local else resolved)


def _stands_for(text: str) -> bool:
    """Whether a message has a word that stands for what was said before it, and not for what one of its own pieces names (船卖了，
    它的…)."""
    found = _STANDS_FOR.search(text)
    before = _PAUSE.split(text[: found.start()])[:-1] if found else []
    return found is not None and not has_subject("，".join(before))


def _is_rather_meant(alone: Candidate, joined: Candidate, terms: Sequence[str]) -> bool:
    """Whether a message of these words is rather told by what it finds `alone` than by what its topic finds with it."""
    more = _words_said(alone, terms) - _words_said(joined, terms)
    return is_liker(alone, joined) or more >= SAYS_MORE


def _words_said(candidate: Candidate, terms: Sequence[str]) -> int:
    said = normalise(" ".join(clause.text for clause in candidate.clauses))
    return sum(len(term) > 1 and term in said for term in terms)
