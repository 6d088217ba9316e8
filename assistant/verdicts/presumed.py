"""What a question takes for granted: who asks 为什么可以用来买车 presumes that it may. Tells where the clause that answers says
otherwise, so that the answer begins with that. Judged more warily than what is asked, as most that is presumed is so."""

import re

from assistant.figures.bounds import bound_verdict, turns_bound
from assistant.figures.claimed_values import sets_own, wrong_values
from assistant.figures.sums import plain
from assistant.understanding.contrast import equal_where_graded, other_actor, other_direction, other_owner, pairs
from assistant.understanding.polarity import affirmed, claim_of, is_negative
from assistant.understanding.question import Question, content_terms, understand
from assistant.understanding.rule_words import WHY
from assistant.verdicts.learned import leaning
from assistant.verdicts.rules import rule_verdict

_DENIES = re.compile("[不没未别]")  # 不一次给完, too
_PARTS = "项条个类种点"
_SOME_OF = re.compile(
    "(?:[第哪几每前后选]|其[中他]|至少|最少|少于|另外?|[多某])$"
)  # before a number that is not of all parts
_DISOWNS = re.compile("[不没未](?:能|得|该)?(?:归|属|是)")
# The log of the odds below which what is learned speaks against what is presumed. Of the askings of the notes, read by a
# model that was not shown them, one right claim of fifty falls below it, and nearly half of the wrong ones.
SURE = -1.5
_LETTERS = 3  # of an English word that tells, at least


def presumes_wrong(question: Question, stretch: str) -> bool:
    """Whether the question asks for the reason of something that the stretch says is not so."""
    presumed = WHY.sub("", question.text).strip("?？,，。")
    if question.yes_no or question.english or not WHY.search(question.text) or not presumed:
        return False
    return contradicts(stretch, understand(f"{presumed}，对吗"))


def miscounted(question: Question, listed: str, count: str) -> str:
    """The words that put right how many parts the question takes a heading to have (六项任务是哪六项), given what was
    `listed` under it and our `count` of that; "" where there is nothing to put right."""
    heading = listed[: listed.index(f"共{count}")] if count and f"共{count}" in listed else ""
    if question.yes_no or not heading or not _is_of(heading, question):
        return ""
    for value in question.values:
        part = value.kind == "count" and value.unit in _PARTS and not _SOME_OF.search(question.text[: value.start])
        if part and value.size is not None and f"{plain(value.size)}项" != count:
            if question.english:
                return f"There are {count.removesuffix('项')}, not {plain(value.size)}. "
            return f"应为{count}，不是{value.text}。"
    return ""


def contradicts(stretch: str, claim: Question) -> bool:
    """Whether the stretch surely says that a claim is not so; a wrong figure, which is told with the right one, aside."""
    said = claim_of(claim)
    bound = bound_verdict(claim, stretch)
    if other_owner(affirmed(said), stretch) and not _DISOWNS.search(said):
        return True
    if bound or is_negative(said) or _DENIES.search(said):
        return bound == "no"
    if wrong_values(claim, stretch) and not sets_own(claim, stretch):
        return False
    if turns_bound(claim, stretch) or other_actor(claim.text, stretch) or equal_where_graded(said, stretch):
        return True
    if other_direction(said, stretch):
        return True
    return leaning(claim, stretch, rule_verdict(claim, stretch)) < SURE


def _is_of(heading: str, question: Question) -> bool:
    """Whether a question has a word of a heading; letters in common are no word in English, which has it before a colon."""
    if not question.english:
        return bool(pairs(heading) & pairs(question.text))
    named = heading.partition(":")[0].lower()
    return any(term in named for term in content_terms(question.text) if len(term) > _LETTERS)
