"""Questions that a message puts one after the other, each with what is told around it: announced (…，另外想问…; 两个问题：…；…), or
each ended by its mark (…，谁来批？…，几天办完？).

Askings within one sentence are told apart in `assistant/talk/parts.py`.
"""

import re
from itertools import pairwise

from assistant.talk.leans import leans
from assistant.talk.parts import only_tells
from assistant.understanding.asking import ASKS, SPLIT
from assistant.understanding.question import Question, content_terms, understand

_ASK = "(?:请?问|请教|咨询|确认|了解|打听)(?:你们?|您)?(?:[一两]?[下个句声](?:问题)?)?"
# 另外，还想请教一下，…; but 另外的钱什么时候给 and 还有哪些 ask of what was spoken of.
_OF_IT = r"(?!的|一[部半]|[\d一二两三四五六七八九十几多.]+[亿万千百%元块家个项成笔份]|呢)"
_NEXT = re.compile(
    rf"(?:另外|此外|再者|其次|顺便|顺带|对了|以及|(?:还有|再有)(?![哪什啥谁没])|(?=[还再也])(?=.{{0,3}}{_ASK})){_OF_IT}"
    rf"(?:我?[还再也又]?(?:想|要)?{_ASK})?[,，:：是]*"
)
# 两个问题：…
_SEVERAL = re.compile("^[^,，。?？:：]{0,6}[两二三2-3][个点件][^,，。?？:：]{0,6}[:：,，]")
_SENTENCE = re.compile(r"(?<=[;；?？。])\s*(?=\S)")
_MARK = re.compile(r"(?<=[?？])\s*(?=[^\s?？])")
_ENDS = " ,，。?？;；"
_MOST = 3
TELLING = 3  # content words that a part must have to be searched alone: 从哪天算 has fewer


def announced_parts(question: Question) -> tuple[str, ...]:
    """The questions that a message announces, in order, without the words that announce them; none where it announces none,
    more than can be answered, or what asks nothing."""
    text = question.original
    if several := _SEVERAL.match(text):
        return _all_asking(_SENTENCE.split(text[several.end() :]))
    groups = [""]
    for piece in _pieces(text):
        next_ = _NEXT.match(piece)
        if next_ and groups[-1]:
            groups.append(piece[next_.end() :])
        else:
            groups[-1] += piece
    return _all_asking(groups)


def marked_parts(question: Question) -> tuple[str, ...]:
    """The questions of a message that each end with a question mark, in order, with those behind them that say too little to be
    asked alone (有哪些路子, 那押金呢); none where one of them asks nothing."""
    groups = list[str]()
    for sentence in _MARK.split(question.original):
        alone = len(content_terms(understand(sentence.strip(_ENDS) or sentence).text)) >= TELLING and not leans(
            sentence
        )
        if alone or not groups:
            groups.append(sentence)
        else:
            groups[-1] += sentence
    return _all_asking(groups)


def _all_asking(groups: list[str]) -> tuple[str, ...]:
    told = tuple(group.strip(_ENDS) for group in groups)
    return told if 1 < len(groups) <= _MOST and all(map(_asks, groups)) else ()


def _pieces(text: str) -> list[str]:
    """A message in pieces, each with the mark that ends it."""
    cuts = [0, *(match.end() for match in SPLIT.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def _asks(group: str) -> bool:
    asked = understand(group.strip(_ENDS))
    asks = (asked.sought or asked.measures or ASKS.search(asked.text)) and not only_tells(asked.text)
    return bool((asks or group.endswith(("?", "？"))) and content_terms(asked.text))
