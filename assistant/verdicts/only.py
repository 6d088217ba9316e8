"""Only: who says that it has to be one thing (只能租帐篷吗, 非得村委会盖章吗), by a clause that lists that among others, has the very body do
it, or states the very figure. Knows how people and rules single out and list, not any of what they do."""

import re

from assistant.answer import Verdict
from assistant.understanding.paired_values import paired
from assistant.understanding.polarity import claim_of, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import OPTIONAL
from store.text import normalise

_ONLY = re.compile("只能(?!力)|只有|只可以|仅限?")
_MUST = re.compile("必须得?|非得|一定[得要]")
_PART = re.compile("[^,;:。\n]+")
_ITEM = re.compile(r"\([一二三四五六七八九十]+\)([^,;。:()\n]{2,20})(?=[;。])")
_AND = re.compile("、|或者?|以?及|和")
_REST = re.compile("等.*$")
# What leaves a choice of what is listed: who must do one of it is asked for no more.
_CHOICE = re.compile("可以|可(?=采|选)|或|等(?:方式|形式|途径)|之一|选择")
_SHORTEST, _LONGEST = 2, 6  # characters by which an item is named
_NAME = 4  # characters by which a second body is known to be claimed, too
# The body that is said to have to do it, and what it has to do.
_BODY = re.compile(
    "(?:是|由|让|归|经)?(?P<who>[一-鿿]{1,20}?(?:政府|部门|机关|委员会|[局厅部院委]))(?P<deed>[^,，。?？]+)"
)
_TOGETHER = re.compile("会同|[和与、或]")
_IDLE = re.compile("[来去的了吗么吧呢才行管办做搞弄]")


def only_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by such a clause; None where nothing is singled out, or the clause doesn't tell."""
    claim = claim_of(question)
    only, must = _ONLY.search(claim), _MUST.search(claim)
    said = only or must
    if question.english or said is None or is_negative(claim):
        return None
    claimed, rule = normalise(claim[said.end() :]), normalise(stretch)
    if question.values:
        return "yes" if must and _states(question, stretch) else None
    if _has_do(claimed, rule):
        return "yes"
    return "no" if _is_one_of_several(claimed, rule, choice=only is None) else None


def _states(question: Question, stretch: str) -> bool:
    """Whether the stretch has just the figures of the question, and leaves nobody a choice."""
    told = paired(question, stretch)
    return (
        bool(told)
        and not OPTIONAL.search(stretch)
        and all({value.size} == {one.size for one in same} for value, same in told)
    )


def _is_one_of_several(claimed: str, rule: str, *, choice: bool) -> bool:
    """Whether just one of the things that the rule lists is claimed; where that has to be done, of things to choose from."""
    if choice and not _CHOICE.search(rule):
        return False
    lists = [_ITEM.findall(rule), *(_AND.split(part) for part in _PART.findall(rule))]
    return any(_names_one(items, claimed) for items in lists if len(items) > 1)


def _names_one(items: list[str], claimed: str) -> bool:
    """Whether one of the items is claimed in more words than the others, none of which is claimed as a whole."""
    named = [_named(items, n, claimed) for n in range(len(items))]
    most = max(named)
    others = [(item, said) for item, said in zip(items, named, strict=True) if said < most]
    return most > 0 and len(others) == len(items) - 1 and not any(0 < len(item) == said for item, said in others)


def _named(items: list[str], n: int, claimed: str) -> int:
    """How many characters of an item are claimed: of the first its end, behind what introduces all, of the last its beginning."""
    item = _REST.sub("", items[n])
    last = n == len(items) - 1
    sizes = range(min(len(item), _LONGEST), _SHORTEST - 1, -1)
    return next((size for size in sizes if (item[:size] if last else item[-size:]) in claimed), 0)


def _has_do(claimed: str, rule: str) -> bool:
    """Whether the rule has the body that is claimed do what is claimed, and no other with it."""
    body = _BODY.match(claimed)
    if body is None:
        return False
    deed = set(_IDLE.sub("", body["deed"]))
    for part in _PART.findall(rule):
        start = part.find(body["who"])
        if start < 0 or not (start == 0 or "由" in part[:start]):
            continue
        rest = part[start + len(body["who"]) :]
        together = _TOGETHER.match(rest) and not body["deed"].startswith(rest[:_NAME])
        if not together and not _CHOICE.search(part) and deed & set(rest):
            return True
    return False
