"""What puts right the premise of a message, which takes something for granted before it asks: 每市给三亿，首年给多少."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import Draft
from assistant.figures.bounds import bound_verdict, turns_bound
from assistant.reading.read import LIMIT
from assistant.refusal.refuse import is_enough
from assistant.retrieval.retrieve import Candidate, Retriever
from assistant.saying.say_read import say_read
from assistant.talk.parts import about_what, is_of_same, states_rule
from assistant.understanding.period_brackets import of_case
from assistant.understanding.question import Question, is_yes_no, understand
from assistant.understanding.rule_words import COUNTS_IN
from assistant.understanding.values import find_values
from assistant.verdicts.verdict import NOT_SO
from store.index import Index
from store.text import normalise

MEANT = 2.7  # score from which a clause is on what a claim is about, though in other words
NEAR = 0.15  # by which what answers a claim may score less than the best that is found for it
_GIVEN = re.compile("[给拨发奖补领]|资助|支持|拿")
_FUNDS = re.compile("资金|经费|预算|总额|总量|规模|上限|下限|最[多高低少]|[每各]")  # of which a rule speaks, too
# What is asked of whatever is allowed or due: 有数量限制吗, 最多几次, 要办什么手续.
_HOW_THEN = re.compile(
    "那|最[多少高低]|一共|总共|有(?:没有)?|要(?:不要)?|需要|办|走|是|什么|啥|哪些|[几多]少?[次个天年]?|[吗么呢吧?？的]"
    "|数量|金额|比例|时间|次数|额度|上限|下限|限制|限额|条件|要求|手续|程序|流程|标准"
)
# What stands between a thing and the question whether it counts, and between the names of several.
_BESIDES, _ENUMERATED = re.compile("[也都还要能]+$"), re.compile("[、，。；]|以及|和")


def claim_of_premise(premise: str) -> Question:
    """The question whether a premise is so."""
    return understand(f"{premise}，对吗")


def affirmed(index: Index, retriever: Retriever, premise: str, found: Sequence[Candidate]) -> bool:
    """Whether the best of the candidates `found` for a premise says that it is so."""
    answers = [candidate for candidate in found if not candidate.gap and is_enough(candidate)][:1]
    judged = say_read(index, retriever, claim_of_premise(premise), answers, LIMIT).judgement if answers else None
    return bool(judged and judged.verdict == "yes")


def counted_in(premise: str, righting: Draft, asked: str) -> str:
    """What is asked of something that is named where the premise is put right (要扶持90家以上，书店算在内吗), behind the premise with its
    right figure; any other question as it is asked."""
    right = find_values(righting.judgement.right) if righting.judgement else []
    wrong = next((value for value in find_values(premise) if right and value.kind == right[0].kind), None)
    plain = normalise(asked)
    counts = COUNTS_IN.search(plain) if is_yes_no(plain) else None
    thing = _BESIDES.sub("", plain[: counts.start()]) if counts else ""
    named = any(_in_short(thing, one) for one in _ENUMERATED.split(normalise(righting.said[0].text)))
    if wrong is None or not thing or not named:
        return asked
    return f"{premise[: wrong.start]}{right[0].text}{premise[wrong.end :]}，{asked}"


def _of_given(premise: str, right: str, said: str) -> bool:
    """Whether the right figure limits what is given, and the premise says nothing of anything given: 进货花了五千 is no subsidy."""
    limits = (part for part in re.findall("[^，。；]+", said) if right in part)
    given = any(_GIVEN.search(part) and any(value.bound for value in find_values(part)) for part in limits)
    return given and not (_GIVEN.search(premise) or _FUNDS.search(premise))


def _in_short(thing: str, name: str) -> bool:
    """Whether the characters of a thing stand in a name in their order: 高校 for 高等学校."""
    rest = iter(name)
    return all(char in rest for char in thing)


def denied(righting: Draft, asked: str) -> Draft | None:
    """What puts right a premise as all there is to say, and a no to who asks for a yes or a no, where it is not so at all and what
    is asked is how it is then (可以带狗，有数量限制吗), with no word of anything else; None for any other."""
    judged, plain = righting.judgement, normalise(asked)
    if judged is None or judged.lead != NOT_SO or not plain or about_what(_HOW_THEN.sub("，", plain)):
        return None
    return replace(righting, judgement=replace(judged, verdict="no" if understand(asked).yes_no else None))


def put_right(
    index: Index,
    retriever: Retriever,
    premise: str,
    found: Sequence[Candidate],
    answering: Candidate | None,
    limit: int,
) -> Draft | None:
    """What puts right a premise, by one of the candidates `found` for it, best first: by the one that answers what is asked
    where that is among the best of them. None where it is not surely wrong."""
    claim = claim_of_premise(premise)
    if claim.values and all(of_case(claim, value) for value in claim.values):
        return None  # 房龄25年的二手房 is what is the case
    answers = [candidate for candidate in found if not candidate.gap and is_enough(candidate)]
    near = [candidate for candidate in answers if candidate.score >= answers[0].score - NEAR]
    for candidate in sorted(near, key=lambda c: not (answering and c.shares_clause(answering))):
        draft = say_read(index, retriever, claim, [candidate], limit)
        judged, first = draft.judgement, draft.said[0]
        if judged is None or judged.verdict == "yes":
            return None
        stated = first.text.removeprefix(judged.lead)
        limited = turns_bound(claim, stated) or bound_verdict(claim, stated) == "no"
        if not (judged.right or (judged.puts_right and (limited or states_rule(normalise(premise))))):
            continue  # 合同是五百万 is nothing that a clause could deny
        # What has no word of the premise denies nothing of it.
        related = about_what(normalise(premise)) & about_what(normalise(stated))
        same = candidate.score >= MEANT or is_of_same(premise, judged.right, stated)
        same = same and not _of_given(premise, judged.right, stated)
        if same if judged.right else related:
            lead = judged.correction or NOT_SO
            said = (replace(first, text=lead + stated), *draft.said[1:])
            return replace(draft, said=said, judgement=replace(judged, verdict=None, lead=lead))
    return None
