"""What a question takes for granted: who asks 为什么可以用来买车 presumes that it may. Tells where the clause that answers says
otherwise, so that the answer begins with that. Judged more warily than what is asked, as most that is presumed is so."""

import re

from assistant.bounds import bound_verdict
from assistant.claimed_values import sets_own, turns_bound, wrong_values
from assistant.contrast import equal_where_graded, other_actor, other_direction, other_owner
from assistant.learned import leaning
from assistant.polarity import affirmed, claim_of, is_negative
from assistant.question import Question, understand
from assistant.rules import claims_too_much, denies, rule_verdict

_WHY = re.compile("为什么|为啥|为何|凭什么|凭啥")
_DENIES = re.compile("[不没未别]")  # 不一次给完, too
_DISOWNS = re.compile("[不没未](?:能|得|该)?(?:归|属|是)")
# The log of the odds below which what is learned speaks against what is presumed: one right claim of thirty falls below it.
SURE = -2.0


def presumes_wrong(question: Question, stretch: str) -> bool:
    """Whether the question asks for the reason of something that the stretch says is not so."""
    presumed = _WHY.sub("", question.text).strip("?？,，。")
    if question.yes_no or question.english or not _WHY.search(question.text) or not presumed:
        return False
    return contradicts(stretch, understand(f"{presumed}，对吗"))


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
    if not (denies(stretch, claim) or claims_too_much(claim, said, stretch)):
        return False
    return leaning(claim, stretch, rule_verdict(claim, stretch)) < SURE
