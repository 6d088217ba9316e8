"""Refuse: whether the documents leave a question open, and what is said then.

A score is what the retriever gives (`assistant.retrieval.retrieve`); the limits were chosen on the development halves of
evals/datasets, where a refused question that has an answer and an answered one that has none count the same.
"""

import math
import re
from collections.abc import Sequence
from datetime import date

from assistant.catalogue.introduce import where_to_get
from assistant.draft import Draft, Place, Said, places_of
from assistant.figures.calculate import calculate
from assistant.figures.claimed_values import wrong_values
from assistant.figures.sums import Calculation
from assistant.reading.read import candidate_text
from assistant.reading.rows import passage_of
from assistant.refusal.deed_unsaid import deed_unsaid, deed_untold, thing_of_deed_untold
from assistant.refusal.detail_unsaid import detail_unsaid
from assistant.refusal.left_open import gap_told
from assistant.refusal.own_words import has_more, is_listed
from assistant.refusal.thing_unsaid import thing_unsaid
from assistant.refusal.unstated import is_unstated, leaves_kinds, leaves_number, says_no_time, tells_who
from assistant.retrieval.retrieve import Candidate
from assistant.retrieval.rounds import year_of
from assistant.retrieval.unnoted import share_of_said, with_introduction
from assistant.understanding.asked_for import asks_change, deed_said, goes_by_name
from assistant.understanding.asking import ASKS, Sought
from assistant.understanding.grades import of_other_grades
from assistant.understanding.question import Question, focus
from assistant.understanding.topic import what_is_said
from store.index import Index
from store.records import Document
from store.text import simplified

NOT_SAID = "The documents do not say this."
# Below this score nothing found is taken for an answer.
ENOUGH = 1.45
# Nor where no ask is nearer than UNLIKE and it holds less than UNHEARD of the question's words.
UNLIKE = 0.52
UNHEARD = 0.2
# The same for a clause without notes, which has no ask to be like.
ENOUGH_BARE = 0.5
UNLIKE_BARE = 0.86
# Unless it has the attribute asked for, or with its document's title more than this share of the words.
HEARD = 0.75
# Who asks how a deed is fined is told by a clause that is like the question, or that its words or asks say the deed of: the
# likeness and the share of the deed's words are this much together.
DEED = 1.02
# A gap wins that is further than this ahead of the answer: where the answer lacks the kind of thing asked for; where it
# does not; where nothing in particular is asked, only a topic named; over a wrong figure or a sum.
LACKING, AHEAD, TOPIC, FAR_AHEAD = 0.0, 0.05, 0.3, 1.0
AHEAD_OF_YES = 0.2  # the last of them, where a yes or a no is asked for
# Who asks for one of these is not served by a stretch that states none.
_VALUES: frozenset[Sought] = frozenset({"date", "amount", "share", "year", "figure"})
_BESIDES: frozenset[Sought] = frozenset({"how", "who"})  # 啥时候给、咋给
# What one document leaves open another may answer: its gap wins only where it is this far ahead of that answer.
ELSEWHERE = 0.05
# A statute named in no word says nothing of what a policy leaves open: the gap of one wins so little behind its yes or no.
OF_POLICY = 0.2
# An English question is nearer to English asks of any topic than to the rendering that answers it.
ELSEWHERE_ENGLISH = 0.3
# A gap on the very attribute asked for wins over an answer without it as far behind as this.
NEAR = 0.2
_TOLD_OTHERWISE = frozenset({"起算", "算起"})  # 收到后的三十日内 says from when, too
# A gap wins over an answer that says nothing of the time asked about, as far behind it as this.
TIMELESS = 0.3
# How far ahead a gap is that has a word of a yes-no question (申请复核吗) which the answer has not.
OWN_WORD = 0.15
# The same of a gap that says that the kinds asked for in particular are open, or the number.
KINDS = 0.2
# How much less a gap counts whose asks are less like the question than those of the answer, and how much more one whose
# asks are liker by more than so much.
LESS_ALIKE, MORE_ALIKE, LIKER = 0.5, 1.0, 0.1
# A gap so little behind the answer to a yes-no question that what is asked may be left open.
GAP_NEAR = 0.4
# On what something depends, as it is asked and as clauses say it.
_ASKS_BASIS = re.compile(
    "(?:凭|看|根据|依据|取决于)(?:的?是)?(?:什么|啥|哪)|(?:什么|啥|哪些)(?:前提)?条件|(?:前提|条件)是(?:什么|啥)"
)
# That no limit is set to the other side of one that is, and how that one is asked for.
_NO_UTMOST, _ASKS_UTMOST = (
    re.compile("没有[^，]*(?:上限|封顶)"),
    re.compile("最[多高大]|上限|封顶|至多|顶格|超|[高多大]于"),
)
_STATES_BASIS = re.compile(
    "根据|依据|按照?(?!期|时)|视[^，。；]{1,12}(?:情况|结果)|以[^，。；]{1,16}为(?:前提|条件|依据)"
)
# Below ENOUGH by more than this, what was found is not even worth showing.
WORTH_SHOWING = 0.4
_WORD = re.compile(r"[^\W_]")
QUOTED = 40  # characters of a question that a refusal repeats
SPEAKING = 3  # stretches of which one speaks of a deed, where another decides who is meant
CONSIDERED = 15  # stretches a sum may be made from


def is_open(index: Index, question: Question, candidates: Sequence[Candidate]) -> bool:
    """Whether the documents leave the question open, given the candidates found for it, best first."""
    answers = [candidate for candidate in candidates if not candidate.gap]
    if not answers or not is_enough(best := answers[0]):
        return True
    unlike = best.features.ask_vector < (UNLIKE if best.note else UNLIKE_BARE) and max(best.covered) < UNHEARD
    document = index.documents[best.document_id]
    told, beside = _introduced(index, considered(answers)[:SPEAKING])
    bare = best.document_id not in index.searched("ask")
    heard = best.features.attribute > 0 or share_of_said(question.text, document.title + told) > HEARD
    if (unlike and not (bare and heard)) or _passed_over(index, question, best):
        return True
    gaps = [candidate for candidate in candidates if candidate.gap]
    if question.yes_no and document.kind == "statute" and _open_in_policy(index, best, gaps):
        return True
    near = any(best.score - gap.score < GAP_NEAR for gap in gaps)
    asks = best.note.askings if best.note else ()
    untold = near and thing_of_deed_untold(question, told, asks, document.text)
    if best.note and (untold or deed_untold(question, told, beside, asks)):
        return True
    lacks = best.lacks_attribute and not question.yes_no  # and no ask tells that it is meant all the same
    if bare and (lacks or deed_unsaid(question, told, beside) or thing_unsaid(index, question, best)):
        return True
    if bare and of_other_grades(question.text, told):
        return True
    if (
        best.lacks_kind
        and not question.yes_no
        and question.sought & _VALUES
        and not question.sought & _BESIDES
        and not _worked_out(index, question, answers)
    ):
        return True
    if best.lacks_attribute and not question.attributes & _TOLD_OTHERWISE and _on_attribute(candidates):
        return True
    ahead = max((_ahead(gap, best, question) for gap in gaps), default=-1.0)
    if ahead <= _needed(question, best):
        return False
    # A figure put right tells nothing of the attribute asked for, nor of another thing that a yes or a no is asked on.
    far = AHEAD_OF_YES if question.yes_no else FAR_AHEAD
    return ahead > far or best.lacks_attribute or not _worked_out(index, question, answers)


def _open_in_policy(index: Index, best: Candidate, gaps: Sequence[Candidate]) -> bool:
    """Whether a gap of a policy comes near an answer that is a statute's."""
    of_policies = (gap for gap in gaps if index.documents[gap.document_id].kind == "policy")
    return any(best.score - gap.score < OF_POLICY for gap in of_policies)


def _introduced(index: Index, found: Sequence[Candidate]) -> tuple[str, list[str]]:
    """The words of the first of some stretches, with what introduces them, and those of the others."""
    told = [with_introduction(passage_of(index, one), one.clauses) for one in found]
    return told[0], told[1:]


def is_enough(found: Candidate) -> bool:
    """Whether what was found scores enough to be taken for an answer."""
    return found.score >= (ENOUGH if found.note else ENOUGH_BARE)


def with_gap_first(question: Question, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates, with the gap first that wins over a best answer which scores more."""
    if not candidates or candidates[0].gap:
        return candidates
    best = candidates[0]
    gap = max((c for c in candidates if c.gap), key=lambda c: _ahead(c, best, question), default=None)
    if gap is None or _ahead(gap, best, question) <= _needed(question, best):
        return candidates
    return [gap, *(candidate for candidate in candidates if candidate is not gap)]


def _on_attribute(candidates: Sequence[Candidate]) -> Candidate | None:
    """The best gap on the attribute asked for that comes near the best answer, which lacks it."""
    best = next(candidate for candidate in candidates if not candidate.gap)
    near = (c for c in candidates if c.gap and c.features.attribute > 0 and best.score - c.score < NEAR)
    return next((gap for gap in near if gap.document_id == best.document_id), None)


def _passed_over(index: Index, question: Question, best: Candidate) -> bool:
    """Whether the best answer says nothing of what is asked about its subject: of another deed, attribute or change."""
    text = candidate_text(index, best)
    if (best.lacks_attribute and goes_by_name(question)) or is_unstated(question, best):
        return True
    # A law says of all what it says of nobody in particular, an office only what it says.
    of_office = index.documents[best.document_id].kind == "policy"
    if asks_change(question, text) or (of_office and detail_unsaid(question, best)):
        return True
    asks = best.note.askings if best.note else ()
    clauses = (clause.text for clause in best.clauses)
    return best.features.ask_vector + deed_said(question, text, *clauses, *asks) < DEED


def _needed(question: Question, best: Candidate) -> float:
    """How far a gap must be ahead of the best answer to win."""
    if best.lacks_kind and question.measures:
        return -math.inf  # so many metres, points, people: nothing else will do
    if best.lacks_kind or best.lacks_attribute:
        return LACKING
    if question.yes_no and says_no_time(question, best):
        return -TIMELESS
    asks = question.sought or ASKS.search(question.text)
    return AHEAD if asks and not what_is_said(question.original) else TOPIC


def _worked_out(index: Index, question: Question, answers: Sequence[Candidate]) -> bool:
    """Whether a wrong figure in the question can be put right, or a sum done, although its detail is left open."""
    wrong = wrong_values(question, candidate_text(index, answers[0]))
    return bool(wrong) or work_out(index, question, answers) is not None


def _ahead(gap: Candidate, best: Candidate, question: Question) -> float:
    """How far a gap is ahead of the best answer."""
    if _is_told(question, gap, best):
        return -math.inf
    elsewhere = ELSEWHERE_ENGLISH if question.english else ELSEWHERE
    liker = gap.features.ask_vector - best.features.ask_vector
    elsewhere = 0.0 if gap.document_id == best.document_id else elsewhere
    alike = LESS_ALIKE * min(0.0, liker) + MORE_ALIKE * max(0.0, liker - LIKER)
    ahead = gap.score - best.score + alike - elsewhere
    if not question.yes_no:
        return ahead + KINDS * (leaves_kinds(question, gap, best) or leaves_number(question, gap, best))
    near = ahead > -OWN_WORD  # further behind no word makes a difference
    return ahead + OWN_WORD * (near and has_more(question, gap, best))


def _is_told(question: Question, gap: Candidate, best: Candidate) -> bool:
    """Whether the best answer tells what is asked, and a gap on its clause only what detail is missing: where it is asked on what
    something depends (凭什么发), what is said of a thing, or a limit whose other side is open; or names what a gap says not to be
    listed."""
    if best.lacks_attribute:
        return False
    if is_listed(question, gap, best):
        return True
    if not gap.shares_clause(best):
        return False
    if tells_who(question, gap, best):
        return True
    if _NO_UTMOST.search(gap.gap) and best.features.kind > 0 and not question.yes_no:
        return not _ASKS_UTMOST.search(question.text) and best.features.ask_vector >= gap.features.ask_vector
    if _ASKS_BASIS.search(question.text):
        return not question.yes_no and any(_STATES_BASIS.search(clause.text) for clause in best.clauses)
    says = what_is_said(question.original) and not question.value_kinds
    return says and best.features.ask_vector >= gap.features.ask_vector


def considered(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that a sum may be made from: of the document that answers, for amounts of another mean nothing."""
    return [candidate for candidate in candidates if candidate.document_id == candidates[0].document_id][:CONSIDERED]


def work_out(
    index: Index, question: Question, candidates: Sequence[Candidate], as_of: date | None = None
) -> Calculation | None:
    """The sum that the question asks for, from what was found for it; a share may be of any amount a policy states."""
    document = index.documents[candidates[0].document_id]

    def known() -> list[str]:
        return [clause.text for clause in index.clauses(document.id)] if document.kind == "policy" else []

    return calculate(question, tuple(candidate_text(index, one) for one in considered(candidates)), known, as_of)


def refuse(
    question: Question,
    candidates: Sequence[Candidate],
    searched: Sequence[Document],
    missing: Sequence[Document] = (),
    beside: Sequence[Place] = (),
) -> Draft:
    """Say that the documents leave the question open, what would hold the answer, and show the nearest clauses.
    `missing` are the documents that the question is about where they are not held, `beside` the places that answer the
    other questions of the message. Who asks in English is told so in English first."""
    gap, referral = ("", "") if missing or not candidates else _open_about(question, candidates, beside)
    if gap:
        text = gap
    elif missing:
        number = f"（{missing[0].number}）" if missing[0].number else ""
        text = (
            f"已收录的文件没有回答这个问题；需查《{missing[0].title}》{number}，本库未收录。{where_to_get(missing[0])}"
        )
    elif not _WORD.search(question.text):
        text, candidates = "没有看出要问什么，请写明要问的事，再问一次。", ()
    elif referral:
        text = f"文件中没有规定{_asked(question)}{referral}"
    else:
        text = f"文件中没有规定{_asked(question)}。已检索{_listed(searched)}，没有找到能回答这个问题的条款。"
    text = f"{NOT_SAID} {text}" if question.english else text
    near = [candidate for candidate in candidates[:4] if candidate.clauses][:2]
    if not gap and near and candidates[0].score < ENOUGH - WORTH_SHOWING:
        near = []
    named = tuple(document.id for document in missing[:1])
    unknown = not (gap or missing or referral)
    return Draft((Said(text),), refused=True, related=places_of(near), missing=named, unknown=unknown)


def refuse_year(question: Question, document: Document, candidates: Sequence[Candidate]) -> Draft:
    """Say that a document of one year says nothing of the year asked about."""
    text = f"《{document.short_title}》是{year_of(document)}年的，没有规定{_asked(question) or '另一年的情况'}。"
    text = f"{NOT_SAID} {text}" if question.english else text
    return Draft((Said(text),), refused=True, related=places_of(candidates[:1]))


def _open_about(question: Question, candidates: Sequence[Candidate], beside: Sequence[Place]) -> tuple[str, str]:
    """What the candidates' gaps say is left open, or else only what would hold it."""
    best = candidates[0]
    if best.score < ENOUGH or best.features.ask_vector < UNLIKE:
        return "", ""
    return gap_told(question, candidates, beside)


def _asked(question: Question) -> str:
    """What is asked, in the user's own words, quoted; "" where there are too many."""
    asked = simplified(focus(question)).strip(" ,，.。?？!！;；")
    return f"“{asked}”" if len(asked) <= QUOTED and not question.english else ""


def _listed(documents: Sequence[Document]) -> str:
    names = dict.fromkeys(f"《{document.short_title}》" for document in documents)
    return "、".join(list(names)[:3]) + (f"等{len(documents)}份文件" if len(names) > 3 else "")
