"""Items: what 「第二个」, 「最后一项」 or 「前者」 of a list shown before is, 「第二款」 or 「下一条」 of an article, and 「这个验收」 of what was told."""

import re
from decimal import Decimal

from assistant.understanding.asking import ASKS
from assistant.understanding.question import is_yes_no
from assistant.understanding.topic import EMPTY, cut, has_subject
from store.numerals import parse_number
from store.text import normalise

_MARK = re.compile(r"\[\d+\]")
_NUMBERED = re.compile(r"(?:^|[：:；;。])\s*(?:(\d{1,2})[.、]\s*|（?([一二三四五六七八九十])(?:是|）|、))([^；;。]+)")
# 共3项：甲；乙；丙。
_SHOWN = re.compile(r"(?:共\d+项|[下以][列下][^：:。；]*)[：:]([^。]+；[^。]+)")
# 有三个：甲、乙、丙。
_LISTED = re.compile(r"[:：]([^:：;；。]+、[^:：;；。]+)[。;；]?$")
# 甲要…；乙要…；丙要…。, before anything else.
_TOLD = re.compile(r"([^：:。；《》]+(?:；[^：:。；《》]+){2,})。")
_PAIR = re.compile(r"(?:包括|分为|有)([^，。；：、和与]{2,14})[和与]([^，。；：、和与]{2,14})[。；]")
_AND = re.compile("、|(?:以?及|和)(?=[^、]+$)")

_N = "([一二两三四五六七八九十百\\d]{1,4})"
_OF = "(?:个|项|条|点|类|种|块|件|方面|样)(?![月年])"
# Each way to point at an item, and the items meant by it, of `items` and a number.
_POINTS = (
    (re.compile(f"倒数第{_N}{_OF}?"), lambda items, n: items[-n : len(items) - n + 1]),
    (re.compile(f"第{_N}(?:{_OF}|(?![年月日章节款期批方产]))"), lambda items, n: items[n - 1 : n]),
    (re.compile(f"前{_N}{_OF}"), lambda items, n: items[:n] if n > 1 else items[:1]),
    (re.compile(f"后{_N}{_OF}"), lambda items, n: items[-n:]),
    (re.compile(f"最后(?:(?:[一那这])?{_OF})|最末{_OF}|末项"), lambda items, n: items[-1:]),
    (re.compile("前者[和与跟]后者"), lambda items, n: (items[0], items[-1])),
    (re.compile("前者"), lambda items, n: items[:1]),
    (re.compile("后者"), lambda items, n: items[-1:]),
)
_ARTICLE = re.compile(r"《([^《》]+)》第([零〇一二三四五六七八九十百千\d]+)条(之[一二三四五六七八九十]+)?")
_PART = re.compile(f"^(?:那么?|它|该条|这一?条|其中)?的?(第{_N}款(?:第[(（]?{_N}[)）]?项)?|第[(（]?{_N}[)）]?项)")
_BESIDE = re.compile("^(?:那么?)?(?:它的?)?(?:(下一|后一|再下一)|(上一|前一))条")
_THIS = re.compile("^(?:那么?)?[那这][个项条种份](?=[一-鿿]{2,})")
_TRAILS = " ，,？?。呢嘞"


def list_in(answer: str) -> tuple[str, ...]:
    """The items that an answer lists, in order; () where it lists none."""
    said = _MARK.sub("", answer)
    numbered = {parse_number(digit or numeral): words.strip() for digit, numeral, words in _NUMBERED.findall(said)}
    in_order = tuple(numbered[Decimal(n)] for n in range(1, len(numbered) + 1) if Decimal(n) in numbered)
    shown, first = _SHOWN.search(said), _NUMBERED.search(said)
    if len(in_order) > 1 and not (shown and first and shown.end() <= first.start()):
        return in_order
    if shown:
        return tuple(item.strip() for item in shown[1].split("；") if item.strip())
    if listed := _LISTED.search(said):
        return tuple(item.strip() for item in _AND.split(listed[1]))
    if told := _TOLD.match(said.strip()):
        return tuple(item.strip() for item in told[1].split("；"))
    pair = _PAIR.search(said)
    return (pair[1], pair[2]) if pair else ()


def item_meant(text: str, items: tuple[str, ...]) -> str:
    """The question with the item in the place of what points at it; "" where it points at none."""
    for pattern, chosen in _POINTS:
        match = pattern.search(text)
        if not match or not items or has_subject(text[: match.start()]):
            continue
        number = int(parse_number(match[1]) or 0) if pattern.groups else 1
        meant = chosen(items, number) if 0 < number <= len(items) else ()
        rest = text[match.end() :].strip(_TRAILS)
        if rest.startswith(items):  # 第一个必修课 is one of what stands under that, and no item of this list
            return ""
        asked = rest if len(rest) > 1 else "具体包括什么"
        asks = ASKS.search(normalise(asked)) or is_yes_no(normalise(asked))  # 展开说说 asks for no yes
        return f"{'和'.join(meant)}{asked}{'？' if asks else ''}" if meant else ""
    return ""


def part_meant(text: str, answer: str) -> str:
    """「第二款呢」 or 「下一条呢」 with the article that the last answer quoted first; "" for any other message."""
    article = _ARTICLE.search(answer)
    part, beside = _PART.match(text), _BESIDE.match(text)
    if not article or not (part or beside):
        return ""
    law, number, inserted = article[1], article[2], article[3] or ""
    if part:
        return f"《{law}》第{number}条{inserted}{part[1]}{text[part.end() :].strip(_TRAILS)}"
    assert beside
    step = 1 if beside[1] else -1
    return f"《{law}》第{int(parse_number(number) or 0) + step}条{text[beside.end() :].strip(_TRAILS)}"


def thing_meant(text: str, answer: str, topic: str) -> str:
    """A message without what points at the thing that it names (这个检查谁来做), where the last answer spoke of that, and what was talked
    about did not; "" for any other."""
    rest = _THIS.sub("", text)
    named = cut(rest)[0][0] if rest != text else ""
    if len(named) < 2 or named not in answer or named in topic or EMPTY.fullmatch(named):
        return ""
    return rest if ASKS.search(normalise(rest)) or is_yes_no(normalise(rest)) else ""
