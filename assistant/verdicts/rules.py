"""What the rules make of a yes-no question and the stretch that answers it: the verdict by the clause's own force.

They compare polarity (不得, 不再 … against 可以, 应 …), conditions, exclusives and directions. They know the language of rules,
not any rule; `assistant.verdicts.learned` weighs what they say with how the two are worded.
"""

import re
from itertools import pairwise

from assistant.answer import Verdict
from assistant.figures.thresholds import condition_holds
from assistant.understanding.contrast import closest_part, earlier_than_due, levels, other_direction, pairs
from assistant.understanding.paired_values import paired
from assistant.understanding.polarity import claim_of, core_of, is_negative, leaves_out, verdict_if
from assistant.understanding.question import Question
from assistant.understanding.rule_words import (
    ALLOWED,
    ALTERNATIVE,
    ASKS_FIGURES,
    ASKS_LEAVE,
    AVOIDED,
    AVOIDING,
    BINDING,
    BODY,
    BREACH,
    CERTAIN,
    CLAUSE_EXCLUSIVE,
    CLAUSE_NEGATIVE,
    COUNTS_IN,
    DEMANDED,
    EXCLUSIVE,
    FLOOR_WORDS,
    FORBIDDEN,
    GRANTS,
    INCLUDED,
    LEFT_OUT,
    NOT_NEEDED,
    OBLIGED,
    OFFERED,
    OMITS,
    OPTIONAL,
    PARTIAL,
    PREFERS,
    PROVISO,
    STANDS_ASIDE,
    UNIVERSAL,
    VALID,
    VOID,
)
from assistant.understanding.values import find_values

_ALL_ALIKE = re.compile("(?<!不)(?:都|均|一律|统一)(?:是|为|算|定|按)?$")
_GIVEN = re.compile("[为是]$")
_NAME = 4  # characters that are a body's name: 专利局 is the end of several
_LAW = "本法"
# The part of a clause that says who does something.
_DOING = re.compile("由([^，。；]{2,24})|([^，。；]{2,24}会同[^，。；]{2,24})")


def rule_verdict(question: Question, stretch: str, found: str = "") -> Verdict | None:
    """The verdict by the force of the stretch that answers, and of `found`, the words in it that did; None where a
    question asks for leave and nothing in the stretch gives or denies any."""
    claim = claim_of(question)
    held = condition_holds(question, stretch)
    if held is not None:
        # An exclusion whose condition is not met does not apply.
        return verdict_if(question, held != (denies(stretch, question) or bool(AVOIDING.match(found))))
    if BREACH.search(claim):
        omission = leaves_out(question) or is_negative(BREACH.sub("", question.text))
        omission = omission and not PARTIAL.search(stretch)
        return "yes" if denies(stretch, question) or omission else "no"
    if leaves_out(question):
        optional = bool(PARTIAL.search(stretch) or NOT_NEEDED.search(stretch))
        return "no" if optional == is_negative(OMITS.sub("", LEFT_OUT.sub("", core_of(question)))) else "yes"
    force = not (denies(stretch, question) or AVOIDING.match(found))
    if force and claims_too_much(question, claim, stretch):
        return "no"
    affirmed = not is_negative(claim)
    if force and affirmed and (other_direction(claim, stretch) or earlier_than_due(question.text, stretch)):
        force = False
    if force and affirmed and ASKS_LEAVE.search(claim) and not GRANTS.search(stretch):
        return None
    return "yes" if force == affirmed else "no"


def claims_too_much(question: Question, claim: str, stretch: str) -> bool:
    """Whether all is claimed of what holds in part, or only one of what has alternatives."""
    if UNIVERSAL.search(claim) and PARTIAL.search(stretch):
        return True
    exclusive = EXCLUSIVE.search(question.text) and not CLAUSE_EXCLUSIVE.search(stretch)
    return bool(exclusive and ALTERNATIVE.search(stretch))


def makes_alike(question: Question, stretch: str) -> bool:
    """Whether the question has one figure hold of all alike (租期都是三年), where the stretch has several, each of something else."""
    return any(
        _ALL_ALIKE.search(question.text[: value.start])
        and len({one.size for one in same if _GIVEN.search(stretch[: one.start])}) > 1
        for value, same in paired(question, stretch)
    )


def is_sure_of_preference(question: Question, stretch: str) -> bool:
    """Whether the question takes for certain what the stretch gives only precedence in."""
    claim = claim_of(question)
    return bool(CERTAIN.search(claim) and PREFERS.search(stretch)) and not is_negative(claim)


def obliges_too_much(question: Question, stretch: str) -> bool:
    """Whether the question takes for an obligation what the stretch only invites or allows."""
    claim = claim_of(question)
    obliged = OBLIGED.search(claim) and not is_negative(claim)
    obliged = obliged or (BREACH.search(claim) and leaves_out(question))  # 不写收据违法吗
    demanded = DEMANDED.search(claim)
    if demanded and not is_negative(claim):
        obliged = obliged or any(set(demanded[1]) & set(allowed) for allowed in ALLOWED.findall(stretch))
    return bool(obliged and OPTIONAL.search(stretch) and not BINDING.search(stretch))


def states_no_figures(question: Question, stretch: str) -> bool:
    """Whether the question asks if there are figures, and the stretch states none."""
    return bool(ASKS_FIGURES.search(claim_of(question))) and not find_values(closest_part(stretch, question.text))


def denies(stretch: str, question: Question) -> bool:
    """Whether the clause denies rather than grants or demands."""
    if COUNTS_IN.search(question.text) and any(words[1] in question.text for words in INCLUDED.finditer(stretch)):
        return False
    if VALID.search(question.text) and VOID.search(stretch):
        return True
    stretch = _without_proviso(stretch, question)
    aside = STANDS_ASIDE.search(stretch)
    if aside and aside[1] not in question.text and ASKS_LEAVE.search(question.text):
        return True
    named = (first + second for words in AVOIDED.finditer(stretch) for first, second in pairwise(words[1]))
    avoided = any(pair in question.text for pair in named)
    return bool(CLAUSE_NEGATIVE.search(FLOOR_WORDS.sub("", stretch))) or (
        avoided and not AVOIDING.search(question.text)
    )


def _without_proviso(stretch: str, question: Question) -> str:
    """The stretch without what is added behind a 但, unless that is what the question is about."""
    main = PROVISO.sub("", stretch)
    forbidden = "，".join(part for added in PROVISO.findall(stretch) for part in FORBIDDEN.findall(added))
    return stretch if (pairs(forbidden) - pairs(main)) & pairs(question.text) else main


def foreign_body(question: Question, stretch: str, document_text: str) -> bool:
    """Whether the question makes a body act that the document never names, where the clause names others."""
    named = [
        body.rpartition("的")[2] for piece in re.split("[和与、及,]", question.text) for body in BODY.findall(piece)
    ]
    return any(not _is_named(body, document_text) for body in named) and bool(BODY.search(stretch))


def _is_named(body: str, text: str) -> bool:
    """Whether a document names a body, by all of what was taken for its name or the end of it: 是不是由国家文物总局; a law
    names none that has another name where it's at home (财政局 for 财政部门)."""
    ends = [body[n:] for n in range(max(1, len(body) - _NAME + 1))]
    return any(end in text for end in ends) or (_LAW in text and body[:2] in text)


def offered_verdict(question: Question, stretch: str) -> Verdict | None:
    """Whether the body which a question who does something offers (谁来盖章，街道办行不行) is the one that the clause has do it; None
    where none is offered, or the clause may have it by another name."""
    offered = OFFERED.search(question.text) if "who" in question.sought else None
    asked = pairs(question.text[: offered.start()]) if offered else frozenset()
    doing = "，".join(part for found in _DOING.findall(stretch) for part in found if asked & pairs(part))
    if offered is None or not doing:
        return None
    named = offered["place"] + offered["name"] in doing
    of_level = offered["name"][:2] in doing and levels(offered[0]) <= levels(doing)  # 市财政局 may be 市级财政部门
    return "yes" if named else None if of_level else "no"
