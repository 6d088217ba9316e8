"""Special cases: a sentence that takes some out of the general one before it (残疾人免缴押金。 自用的车辆，不适用本办法。) decides for who is one
of them, and for nobody else. Knows the words of exceptions, not any exception."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.figures.table_cells import cells_of, is_row
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.contrast import pairs
from assistant.understanding.grades import grades_in
from assistant.understanding.paired_values import comparable
from assistant.understanding.polarity import claim_of
from assistant.understanding.question import Question, content_terms
from assistant.understanding.rule_words import ASKS_LEAVE, FORBIDS
from store.index import Index
from store.records import Clause
from store.text import normalise

_EXCEPTS = re.compile(
    r"免[收缴交征予除于]|(?P<outside>不适用本)|不受[^，。；]{1,12}(?:限制|约束)|[暂尚](?:不|未)[^，。；]{1,6}|不在此限|无需|无须"
)
# By these some get less than the sentence before gives, or nothing for doing it again.
_LESS = re.compile("减[半收免]|不再[一-鿿]{2}")
_AGAIN, _ASKS_AGAIN = re.compile("再次|重新|第二次"), re.compile("(?<!不)再(?!说)|重新|第二次|又")
_EXEMPT = re.compile(r"，([^，。；：]{2,20}?)(?:的|者|人员)?，?(?:可以)?不受[^，。；]{1,12}限制")
_CLASS = re.compile("[a-z甲乙丙丁戊一二三四五六七八九十\\d][类级档等]")
# Before these a question says whom it is about.
_ASKS = re.compile(r"要|需|能|可以|可不|是否|该|用不|会|算|受")
_ITEM, _SEVERAL = re.compile("[\n ]*（[一二三四五六七八九十]+）"), 2
# Candidates among which an exception is looked for: it shares little with a question on the general thing.
_AMONG = 8


def special_case(index: Index, question: Question, candidates: Sequence[Candidate]) -> Candidate | None:
    """The sentence on a special case that a yes-no question is about, behind the best candidate or found near it; the general one
    where the best is on a case that the question is not about; None where there is neither, or the best has a note, which was
    chosen for what it says."""
    best = candidates[0]
    if not question.yes_no or best.note:
        return None
    found = {c.clauses[-1].id for c in candidates[:_AMONG] if c.document_id == best.document_id}
    asked = grades_in(question.text)
    for general, special in pairwise(index.clauses(best.document_id)):
        excepts = _EXCEPTS.search(special.text) if general.path == special.path else None
        if excepts is None or _EXCEPTS.search(general.text) or asked & grades_in(special.text):
            continue
        meant = general
        if any(is_one_of(question.text, whom, normalise(general.text)) for whom in _named_in(special.text)):
            meant = special
        outside = excepts["outside"] and special.id in found and meant is special
        if outside or best.clauses[-1].id == (general if meant is special else special).id:
            return _at(best, meant)
    return _given_less(index, question, best)


def _named_in(special: str) -> list[str]:
    """Those of whom a sentence says that they are excepted, or get less."""
    named = [normalise(special[: excepts.start()]) for excepts in _EXCEPTS.finditer(special)][:1]
    return named + [_whom(special[: less.start()]) for less in _LESS.finditer(special)]


def _whom(before: str) -> str:
    return normalise(re.split("[，。；]", before.rstrip("，"))[-1])


def _given_less(index: Index, question: Question, best: Candidate) -> Candidate | None:
    """The sentence right behind the best candidate by which those of whom the question tells get less, or who does again what it
    tells gets nothing (首次办卡的，赠送水杯；再次办卡的，不再赠送); None where there is none."""
    own = best.clauses[-1]
    behind = next((one for one in index.clauses(best.document_id) if one.start >= own.end), None)
    if behind is None or behind.path != own.path:
        return None
    for less in _LESS.finditer(behind.text):
        whom = _whom(behind.text[: less.start()])
        again = _AGAIN.search(whom) and _ASKS_AGAIN.search(question.text) and pairs(whom) & pairs(question.text)
        if again or is_one_of(question.text, whom, normalise(own.text)):
            return _at(best, behind)
    return None


def without_others(question: Question, stretch: str, document_text: str) -> str:
    """The stretch without those whom it frees of its limit (年龄不超过60周岁，甲类会员不受年龄限制), where the question tells a figure for
    that, and is about none of them, nor about one whom a row of a table in the document puts in their class."""
    exempt = _EXEMPT.search(stretch)
    if exempt is None or not question.values:
        return stretch
    rest, whom = stretch[: exempt.start()] + stretch[exempt.end() :], normalise(exempt[1])
    named = any(name in question.text for name in _CLASS.findall(whom))
    one_of_them = named or is_one_of(question.text, whom, normalise(rest))
    if one_of_them or not comparable(question, rest) or _in_rows(question, whom, document_text):
        return stretch
    return rest


def item_alone(question: Question, stretch: str) -> str:
    """Of a stretch that forbids what it lists (下列船只不得出租：（一）…) the ban and the one item that shares most with the question,
    which asks for leave; all of it where none stands out."""
    lead, *items = _ITEM.split(stretch)
    if len(items) < _SEVERAL or not FORBIDS.search(lead) or not ASKS_LEAVE.search(claim_of(question)):
        return stretch
    asked = pairs(question.text) - pairs(normalise(lead))
    shared = [len(asked & pairs(normalise(item))) for item in items]
    most = max(shared)
    return lead + items[shared.index(most)] if most and shared.count(most) == 1 else stretch


def _in_rows(question: Question, whom: str, document_text: str) -> bool:
    """Whether rows of one of the classes that are named, and no others, have a word of the question."""
    classes = set(_CLASS.findall(whom))
    rows = [cells_of(row) for row in document_text.splitlines() if is_row(row)]
    told = [normalise("，".join(words for _, words in cells)) for cells in rows]
    own = "，".join(words for words in told if any(name in words for name in classes))
    others = "，".join(words for words in told if not any(name in words for name in classes))
    terms = [term for term in content_terms(question.text) if len(term) > 1]
    return any(term in own and term not in others and term not in whom for term in terms)


def is_one_of(question: str, whom: str, general: str = "") -> bool:
    """Whether a question tells of one of those whom a rule names, maybe in short (低保 for 最低生活保障家庭), and the `general` rule does
    not. What they are all called (家庭) tells of none of them."""
    asks = _ASKS.search(question)
    told = question[: asks.start()] if asks and asks.start() else question
    named = whom.rstrip("，,的")
    return any(
        term not in general and not named.endswith(term) and _in_short(term[:2], whom)
        for term in content_terms(told)
        if len(term) > 1
    )


def _in_short(term: str, words: str) -> bool:
    """Whether the characters of a term stand in words in their order."""
    rest = iter(words)
    return all(char in rest for char in term)


def _at(candidate: Candidate, clause: Clause) -> Candidate:
    return replace(candidate, start=clause.start, end=clause.end, clauses=(clause,))
