"""Feared: who asks whether he is turned away (是不是就没戏了, 会不会不收, 那就报不了对吧) is told by the verdict on whether he may,
turned round. Knows how people speak of being turned away, not by what rule."""

import re
from dataclasses import replace

from assistant.understanding.question import Question, understand
from assistant.understanding.rule_words import CANNOT
from assistant.understanding.topic import cut

_TURNED_AWAY = re.compile(
    "(?:是不是|会不会)(?:都|就|也|要)*(?:"
    "(?:没[戏份门](?!票)|没(?:有)?(?:机会|希望|指望)|白搭|泡汤|没用|不行|不(?:给|予)(?:受理|通过|批)|被?(?:打回|退回|拒收|拒绝|刷掉|刷下|淘汰))[来去了的]*"
    "|不(?P<not>[让收准批认](?!费|钱|税|同|为|识)[^,，。?？不]{0,4}?))[了的呢啊]*[?？]?$"
)
_SO = re.compile("(?:那|所以|都|就|也|要|又)+$")
_WHETHER = re.compile("是不是|会不会")
_LEAVE = re.compile("^[让准]")


def hoped(question: Question) -> Question | None:
    """The question whether one may, or is taken, instead of whether one is turned away; None where that isn't asked."""
    if question.english:
        return None
    text = _WHETHER.sub("", question.text)
    if (cannot := CANNOT.search(text)) and question.yes_no:
        return _able(question, cannot["before"], cannot["done"])
    feared = _TURNED_AWAY.search(question.text)
    if feared is None or not question.text[: feared.start()].strip(" ,，"):
        return None
    asked = _LEAVE.sub("能", feared["not"] or "")
    text = f"{question.text[: feared.start()]}{'能行' if asked in ('', '能') else asked}吗"
    return replace(understand(text), original=question.original)


def _able(question: Question, before: str, done: str) -> Question | None:
    """The question whether one can, instead of whether one cannot; None where nothing is said of whom or what."""
    deed = cut(before)[-1][0].lstrip("就都也又") if before else ""
    told = _SO.sub("", before.removesuffix(deed))
    if not told.strip(" ,，"):
        return None
    return replace(understand(f"{told}能{deed}{done}吗"), original=question.original)
