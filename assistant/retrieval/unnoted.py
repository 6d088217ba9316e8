"""Documents without notes, such as users add: what tells that a question is about one of them, and about which clause.

A note's asks are nearer to a question than any clause is, whatever document the question means. The words themselves
tell: a document that holds more of them than all with notes do is the one that is meant.
"""

import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate

import rjieba

from assistant.figures.table_cells import bracketed
from assistant.retrieval.classes import Class, class_meant, classes_of, of_class
from assistant.retrieval.rivals import speaks_of_parallel, speaks_of_rival
from assistant.understanding.asked_for import CONSEQUENCES, asks_consequence, carries, mentions
from assistant.understanding.contrast import pairs
from assistant.understanding.grades import of_other_grades
from assistant.understanding.official_words import in_official_words
from assistant.understanding.question import Question, content_terms
from assistant.understanding.values import ValueKind, find_values
from store.index import Index
from store.levels import Level
from store.records import Clause, Document, Passage
from store.text import normalise

_HITS = 100
# Lead of a document that holds more of the words, and for each e-fold of BM25 by which it does.
_AHEAD, _WORDY = 1.0, 2.0
_MOST = 0.5  # share of the content words
_OFTEN = 5  # times that a document says what it is about
# Words that ask, and of one character, which stand in many others; what a rule need not repeat to answer.
_ASKING = re.compile(r"^.$|[几多哪谁怎啥咋么不]|负责|达到|处理|以后|要交|比例|金额|时间|日期")
# What a clause gains by naming the thing asked for, by stating a value of the kind asked for, and that in the unit asked for or
# right behind what it is asked of; and what it loses by naming what its document tells apart from that.
THING, STATED, KIND, RIVAL = 0.5, 0.5, 0.2, 1.0
ASKED = 0.8  # by its attribute, by setting the utmost or the time in which one acts where these are asked for
DEED = 0.75  # by what is asked to be done, which hardly another clause names
DENIED = 2.0  # by taking something from a case whose figure falls into its bracket
EXEMPT = 1.0  # what a clause gains by exempting what is asked about
OF_CLASS = 2.0  # by naming the class of what is asked about, and loses by naming others only
_WORD = 3  # characters of a title that stand in its every part
_SUBJECT = 4  # characters of a title that name its subject
_LEVELS: tuple[Level, ...] = ("passage", "clause")
_OPENING, _LEFT = 2, 2  # characters of a title that a question begins with; words that tell something besides them
# The thing asked for: 要什么证件, 证件有哪些.
_THING = re.compile(r"(?:什么|哪些|啥)([一-鿿]{2,4})[?？]?$|([一-鿿]{2})(?:有|包括|是|都有)?(?:哪些|什么)[?？]?$")
# What a value is asked for of: 公示几天; and how far before it a clause says so.
_ASKED_OF = re.compile(r"([一-鿿]{2})(?:最[多少长短]|不)?(?:是|要|为|有)?(?:几|多少|多久|多长)")
_BEFORE = 6
_BESIDE = re.compile("[、和或及与]")
_EXEMPTS = re.compile("([一-鿿]{2,16}?)(?:的)?，?(?:不适用本|不受本)")
# What is given or taken, asked for by its size; the kinds of value that tell it, and those that cases have of their own.
_GIVEN = re.compile("[补奖给发领拿减贴罚租费价][一-鿿]{0,3}多少(?![个家项件人名位天日年月页份次倍米])")
_SUMS: frozenset[ValueKind] = frozenset({"amount", "share"})
_MEASURED: frozenset[ValueKind] = frozenset({"amount", "share", "age", "period", "count", "date"})
# What is asked to be done stands behind the last word of leave or duty; what a clause takes from a case below or beyond a limit.
_DEED = re.compile(".*(?:能不能|可不可以|可以|允许|[能要得用])([^,，。;；?？]+)[?？。]*$")
_TOGETHER, _AT_ONCE = re.compile("一[起块并]|同时|都"), re.compile("不[得能可][^，。；]{0,2}(?:同时|重复|兼)")
_IN_CASE = re.compile("[^，。；]{0,8}的，")  # 低于2万元的，…
_UTMOST = re.compile("最[多高大]|上限|封顶|至多|顶格")
_TAKES = re.compile(
    "(?:多久|多长时间|几个?(?:天|日|月|工作日))(?:内|能|会|才|要|可以)?(?:[给出有]结果|答复|回复|批|办[完好]|审|[拨发到打]|下来)"
)
_DECIDES = re.compile("^(?:之|以)?内[^，。；]{0,12}(?:作出|决定|结论|答复|审[核批查]|完成|拨付|发放|支付)")
_SELDOM = 2  # times that a document says what only one of its rules is on
_DENIES = re.compile("不[予得再能]|不享受|全部退|作废|取消|停")
# In what a period is asked for, and what it is then told in.
_UNITS = tuple(
    (re.compile(f"(?:几|多少){asked}"), re.compile(told))
    for asked, told in (("年", "年"), ("个月", "月"), ("(?:个?工作日|天|日)", "[日天]"), ("个?(?:小时|钟头)", "时"))
)


def leads(index: Index, text: str, documents: Collection[str], noted: Collection[str]) -> dict[str, float]:
    """How far each of `documents` is ahead of all that are `noted` in what one passage or clause holds of normalised
    `text`; those behind are left out."""
    if not documents or not noted:
        return {}
    hits = index.matches("passage", text, _HITS, documents)
    speak = {index.passage(hit.id).document_id for hit in hits if _speaks(index, index.passage(hit.id), text)}
    found: dict[str, float] = {}
    for level in _LEVELS if speak else ():
        others = max((hit.score for hit in index.matches(level, text, 1, noted)), default=0.0)
        for hit in index.matches(level, text, _HITS, speak):
            id_ = hit.id.rpartition(":")[0]
            if hit.score > others:
                by = math.log(hit.score / others) if others else 1.0  # where no other holds any word
                found[id_] = max(found.get(id_, 0.0), _AHEAD + _WORDY * by)
    texts = tuple(index.documents[id_].text for id_ in sorted(noted))
    for document in (index.documents[id_] for id_ in documents):
        # A statute is known by its name.
        own = _own_terms(document.title, document.text, texts) if document.kind == "policy" else frozenset[str]()
        if any(term in text for term in own):
            found[document.id] = max(found.get(document.id, 0.0), _AHEAD)
    return found


@lru_cache(maxsize=256)
def _own_terms(title: str, text: str, others: tuple[str, ...]) -> frozenset[str]:
    """The words of a document's title that it says time and again, and none of the others does."""
    own = normalise(text)
    terms = [term for term in content_terms(normalise(title)) if len(term) > 1 and own.count(term) >= _OFTEN]
    return frozenset(term for term in terms if not any(term in normalise(other) for other in others))


def _speaks(index: Index, passage: Passage, text: str) -> bool:
    """Whether a passage, with its document's title, holds most of what `text` asks of the document's subject."""
    title = normalise(index.documents[passage.document_id].title)
    asked = telling_terms(without_subject(text, title, _SUBJECT))
    own = title + normalise(passage.text)
    return sum(term in own for term in asked) > _MOST * len(asked)


def telling_terms(text: str) -> list[str]:
    """The words of normalised `text` that a clause which answers it may repeat."""
    return [term for term in content_terms(text) if not _ASKING.search(term)]


def share_said(documents: Iterable[Document], text: str) -> float:
    """Share of the telling words of normalised `text` that one of the documents says; 0 where it has none."""
    return max((share_of_said(text, document.title + document.text) for document in documents), default=0.0)


def share_of_said(text: str, said: str) -> float:
    """Share of the telling words of normalised `text` that stand in what is `said`; 0 where it has none."""
    asked, own = telling_terms(text), normalise(said)
    return sum(term in own for term in asked) / len(asked) if asked else 0.0


def without_subject(text: str, title: str, least: int = _WORD) -> str:
    """Normalised `text` without the words of a document's normalised `title`, which stand in its every part; all of it
    where these are fewer than `least` characters, or nothing else is said; beside a single word, next to nothing."""
    run = SequenceMatcher(None, text, title, autojunk=False).find_longest_match()
    if run.size < least:
        return text
    rest = (text[: run.a] + text[run.a + run.size :]).removeprefix("的")
    return rest if len(content_terms(rest)) > (run.size < _SUBJECT) else text


def without_matter(text: str, title: str) -> str:
    """Normalised `text` without what it says of a document's normalised `title`, nor the words of that which it begins with (灯塔 and
    资金 of 灯塔资金在网上怎么申报, asked of 灯塔修缮资金办法); of the latter no more than leaves three words that tell something."""
    rest = without_subject(text, title)
    bare = rest
    while size := _begins_with(bare, title):
        bare = bare[size:].lstrip("的和与及、,")
        rest = bare if len(telling_terms(bare)) > _LEFT else rest
    return rest


def _begins_with(text: str, title: str) -> int:
    """How many characters of the title a text begins with, up to the end of a word; 0 for a single one."""
    ends = set(accumulate(len(word) for word in rjieba.cut(text, False)))
    most = next((n for n in range(len(text)) if text[: n + 1] not in title), len(text))
    return max((n for n in range(_OPENING, most + 1) if n in ends), default=0)


def without_subject_asked(question: Question, document: Document, classes: Sequence[Class]) -> Question:
    """The question without the attributes that a document's title names: each of its clauses is on the reward that 奖励办法 is about,
    and need not say so, nor what the class meant is known by. Who asks what comes of a deed asks for nothing else of it."""
    asked = question.attributes & CONSEQUENCES or question.attributes
    meant = class_meant(question, classes)
    subject = normalise(document.title) + (meant.members if meant else "")
    attributes = frozenset(one for one in asked if one not in subject)
    return replace(question, attributes=attributes) if attributes != question.attributes else question


def names_thing(text: str, clause: str) -> bool:
    """Whether a clause names the thing that normalised `text` asks for."""
    thing = _THING.search(text)
    return thing is not None and (thing[1] or thing[2]) in clause


def lead_of_clause(index: Index, question: Question, document: Document, passage: Passage, clause: Clause) -> float:
    """What a clause of a document without notes gains or loses by the very things that it says."""
    added = document.kind == "policy"
    stated = STATED * _states(question, clause.text) if added else KIND * carries(question, clause.text)
    lead = THING * names_thing(question.text, clause.text) + stated
    told = with_introduction(passage, [clause])
    rival = speaks_of_rival(question.text, document.text, told)
    rival = rival or (added and speaks_of_parallel(question.text, passage, clause))
    classes = classes_of(tuple(index.clauses(document.id))) if added else ()
    # A passage may forbid one deed and punish another.
    lead += STATED * mentions(question, clause.text) * (added and asks_consequence(question))
    lead += EXEMPT * (added and _exempts(question.text, clause.text))
    lead += DEED * (added and _names_deed(question, clause.text, document.text))
    lead += ASKED * added * mentions(question, clause.text)
    lead += DENIED * (added and bool(_DENIES.search(told)) and bracketed(question, clause.text) > 0)
    lead += ASKED * (added and (_bounds(question, clause.text) or _due(question, clause.text)))
    lead -= OF_CLASS * (added and question.yes_no and of_other_grades(question.text, told))
    meant = class_meant(question, classes)
    if meant and (clause.id != meant.clause.id or stated <= 0):
        # What only says who is of the class tells nothing else.
        named = of_class(meant, classes, normalise(clause.text)) if clause.id != meant.clause.id else -1
        lead += OF_CLASS * named
    return lead + KIND * (in_unit(question, clause.text) + added * _states_of(question, clause.text)) - RIVAL * rival


def _states(question: Question, text: str) -> float:
    """1 where a text states a value of the kind asked for, or one to set a case's own against; 0 where nothing tells; -1 where it
    states none. A year is no sum to be given."""
    if question.yes_no:
        own = {(value.kind, value.unit) for value in question.values if value.kind in _MEASURED}
        return float(any((value.kind, value.unit) in own for value in find_values(text)))
    if _GIVEN.search(question.text):
        return 1.0 if any(value.kind in _SUMS for value in find_values(text)) else -1.0
    return carries(question, text)


def _names_deed(question: Question, text: str, document: str) -> float:
    """1 where a clause has a word of what a yes-no question asks leave or a duty for that its document hardly says elsewhere; 2 where
    it forbids to have both and that is asked; else 0."""
    deed = _DEED.match(question.text) if question.yes_no else None
    asked = telling_terms(in_official_words(deed[1])) if deed else []
    named = [term for term in asked if len(term) > 1 and term in text]
    if deed and _TOGETHER.search(deed[1]) and _AT_ONCE.search(text):
        return 2.0
    return float(min(2, sum(document.count(term) <= _SELDOM for term in named)))


def _bounds(question: Question, text: str) -> bool:
    """Whether the utmost of a sum is asked for, and a clause sets it."""
    asked = not question.yes_no and _UTMOST.search(question.text)
    return bool(asked) and any(
        value.kind in _SUMS and value.bound == "max" and not _IN_CASE.match(text[value.end :])
        for value in find_values(text)
    )


def _due(question: Question, text: str) -> bool:
    """Whether it is asked how long a body takes, and a clause says within what time one decides or pays."""
    return bool(_TAKES.search(question.text)) and any(
        value.kind == "period" and _DECIDES.search(text[value.end :]) for value in find_values(text)
    )


def _exempts(text: str, clause: str) -> bool:
    """Whether a clause takes out of its document's reach whom or what normalised `text` is about (团体包场的，不适用本办法)."""
    named = (one for found in _EXEMPTS.findall(clause) for one in _BESIDE.split(found))
    whom = [pairs(normalise(one)) - pairs("的活动") for one in named]
    return any(words and len(words & pairs(text)) > len(words) / 2 for words in whom)


def with_introduction(passage: Passage, clauses: Sequence[Clause]) -> str:
    """Clauses of a passage behind its headings and what introduces them there: 申请的人应当：…"""
    before = (one.text for one in passage.clauses if one.end <= clauses[0].start)
    introducing = (words for words in before if words.rstrip().endswith("："))
    return "".join([*passage.headings, *introducing, *(clause.text for clause in clauses)])


def clause_asked(question: Question, passage: Passage, best: Clause) -> Clause:
    """The clause beside `best` that states the value asked for, of what it is asked for, where `best` states it less."""
    if question.sought & {"list", "count"}:
        return best  # what introduces a list states how long it is

    def tells(clause: Clause) -> float:
        text = clause.text
        return carries(question, text) + mentions(question, text) + _states_of(question, text) + in_unit(question, text)

    beside = [best, *(clause for clause in passage.clauses if clause.path == best.path)]
    return max(beside, key=tells)


def in_unit(question: Question, text: str) -> bool:
    """Whether a text states a period in the unit that one is asked for in: 三年 where 几年 is asked."""
    unit = next((unit for asked, unit in _UNITS if asked.search(question.text)), None)
    return unit is not None and any(value.kind == "period" and unit.search(value.text) for value in find_values(text))


def _states_of(question: Question, text: str) -> bool:
    """Whether a value of the kind asked for stands right behind what it is asked for of."""
    of = _ASKED_OF.search(question.text)
    values = (value for value in find_values(text) if value.kind in question.value_kinds)
    return of is not None and any(of[1] in text[max(0, value.start - _BEFORE) : value.start] for value in values)
