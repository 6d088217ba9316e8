"""Excerpts: a document's words cut to the room there is, at commas, so that what is asked for stays in."""

import re
from collections.abc import Sequence

from assistant.understanding.asked_for import PENAL, asks_consequence
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from assistant.understanding.values import Value, find_values

BRACKET = re.compile(r"（[^（）]*）")
PARTS = re.compile(r"[^，；：。]*[，；：。]|[^，；：。]+")
# What a part says beside the words it shares with the question: a value of the kind asked for, what is done about a deed, the
# bracket that an amount of the question falls into (不足五万元的).
_VALUE, _PENALTY, _BRACKET_MET = 3, 4, 6

_LEAST = 8  # characters that an item of a list has in any case


def telling_part(question: Question, words: str, limit: int) -> str:
    """`words` if they fit; else the run of their comma parts, of `limit` characters at most, that speaks to the question most.
    A case's amount leaves of a penalty's brackets the one that it falls into."""
    parts = PARTS.findall(words)
    if bracket := own_bracket(question, words):
        return shorten(bracket, limit)
    if len(BRACKET.sub("", words)) <= limit:
        return shorten(words, limit)
    told = [_tells(question, part) for part in parts]
    best, first, last = -1.0, 0, 0
    for start in range(len(parts)):
        room, said = limit - 2, 0.0
        for end in range(start, len(parts)):
            room -= len(parts[end])
            if room < 0:
                break
            said += told[end]
            if said > best:
                best, first, last = said, start, end + 1
    while last < len(parts) and sum(map(len, parts[first : last + 1])) <= limit - 2:
        last += 1
    while first + 1 < last < len(parts) and parts[last - 1].endswith("的，"):
        last -= 1  # a condition without what it comes to
    if not first:
        return shorten(words, limit)
    return "…" + sentence("".join(parts[first:last]))


def _tells(question: Question, part: str) -> float:
    stated = find_values(part)
    said = float(len(pairs(part) & pairs(question.text)))
    said += _VALUE * any(value.kind in question.value_kinds for value in stated)
    said += _PENALTY * bool(asks_consequence(question) and PENAL.search(part))
    return said + _BRACKET_MET * _brackets(question, part)


def own_bracket(question: Question, words: str) -> str:
    """Of a penalty's brackets the one that an amount of the question falls into, with what it comes to (不足五万元的，可以处…罚款);
    "" where no consequence is asked for, or no bracket is met."""
    parts = PARTS.findall(words)
    first = next((n for n, part in enumerate(parts) if _brackets(question, part)), None)
    if first is None or not asks_consequence(question):
        return ""
    last = next((n for n in range(first, len(parts)) if PENAL.search(parts[n])), None)
    return "" if last is None or not first else "…" + "".join(parts[first : last + 1])


def _brackets(question: Question, part: str) -> bool:
    asking = "，".join(
        re.split("[,，。;；?？]", question.text.rstrip("?？。"))[-2:]
    )  # what was told before is another case's
    own = [value for value in find_values(asking) if value.kind == "amount" and value.size]
    return any(within(mine, one) for mine in own for one in find_values(part)) and not PENAL.search(part)


def within(own: Value, stated: Value) -> bool:
    """Whether an amount falls into a bracket: 三万 into 不足五万元, not into 五万元以上."""
    if stated.kind != "amount" or not stated.bound or own.size is None or stated.size is None:
        return False
    if own.bound and own.bound != stated.bound:
        return False  # 不到五万 is not 五万元以上
    return own.size >= stated.size if stated.bound == "min" else own.size <= stated.size


def enumerate_items(items: list[str], room: int) -> str:
    """1.…；2.…, each item cut to its share of `room` where they don't fit as they are."""
    if sum(len(item) + 3 for item in items) > room:
        share = _share(items, room)
        items = [BRACKET.sub("", item) if len(item) > share else item for item in items]
    if sum(len(item) + 3 for item in items) > room:
        share = _share(items, room)
        items = [item if len(item) <= share else _cut(item, share) for item in items]
    # 3.200家 would be a number with a fraction.
    return "；".join(f"{n}.{' ' if item[:1].isdigit() else ''}{item}" for n, item in enumerate(items, start=1))


def _share(items: Sequence[str], room: int) -> int:
    """The most characters that each item may have for all to fit: what the short ones leave is the long ones' room."""
    share, left = _LEAST, room - 3 * len(items)
    for n, length in enumerate(sorted(map(len, items))):
        share = left // (len(items) - n)
        if length > share:
            break
        left -= length
    return max(_LEAST, share)


def fitted(clauses: Sequence[str], room: int) -> list[str]:
    """Clauses that stand one behind another, none of them left out: as long as they don't fit, the longest that has several
    comma parts loses its last."""
    parts, ends = [PARTS.findall(clause) for clause in clauses], [clause[-1:] for clause in clauses]
    cut = [False] * len(clauses)

    def told(n: int) -> str:
        return "".join(parts[n]).rstrip("，；：。") + "…" * cut[n] + ends[n] if cut[n] else clauses[n]

    while sum(len(told(n)) for n in range(len(clauses))) > room:
        several = [n for n in range(len(clauses)) if len(parts[n]) > 1]
        if not several:
            break
        longest = max(several, key=lambda n: len(told(n)))
        parts[longest].pop()
        cut[longest] = True
    return [told(n) for n in range(len(clauses))]


def _cut(item: str, room: int) -> str:
    parts = re.split(r"(?<=[，；：])", item)
    kept = parts[0]
    for part in parts[1:]:
        if len(kept) + len(part) > room:
            break
        kept += part
    return (kept[: room - 1] if len(kept) > room else kept.rstrip("，；：")) + "…"


def shorten(words: str, limit: int) -> str:
    if len(words) > limit:
        words = BRACKET.sub("", words)
    if len(words) > limit:
        words = _cut(words, limit - 2)
    return sentence(words)


def sentence(words: str) -> str:
    return words if words.endswith("…") else words.rstrip("，；：。、 ") + "。"
