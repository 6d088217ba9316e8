"""Conversation: what the earlier turns make of a follow-up. Rules only; no model.

A follow-up is rewritten into a question that stands alone, which is shown to the user (「理解为：…」). What does not lean on
the conversation is left as it is, so that a switch of topic does not drag the old topic along.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.about_answer import passes_over
from assistant.answer import Turn
from assistant.own_follow_up import own_follow_up, tells_own, with_month
from assistant.polarity import affirmed
from assistant.question import content_terms, understand
from assistant.small_talk import is_small_talk
from assistant.values import find_values
from assistant.version_day import only_names_version
from store.numerals import parse_number
from store.text import normalise

_LEAD = re.compile(r"^(?:(?:好的?|行|嗯|哦|噢|明白了?|知道了|懂了|谢谢|收到|ok)[,，。!！\s]*)+(?=\S{3,})", re.I)
_CORRECTION = re.compile(
    r"^(?:不是这个|不对|错了|你理解错了|我不是问这个|答非所问)[^我问,，。]*[,，。\s]*(?:我(?:是)?(?:想)?问的?是|我要问的是|我说的是|是问)?[:：,，\s]*"
)
_ASIDE = re.compile(
    r"^.{0,12}(?:先放一放|先不说|不说了|放一边|换一?个(?:问题|话题|事儿?|事情)|另外问一?个?)[,，。:：]*"
)
_LEANS = re.compile(
    r"^(?:都(?=包括|包含|有|是|指|算|要)|那么?|那个|这个|这些|那些|它们?|其中?|该|此|他们?|她们?|还有|另外|以及|再|剩下|余下|具体|前者|后者|上面|上述|刚才|同样)"
    r"|它们?|[这那](?:个|些|笔|项|类|种|条|部分|里|样|块|一步|办法|方案|平台|任务|材料|钱|比例|指标|时候)|前面说|刚才|上述|该项|[呢嘞咧哩][?？]?$|^[^,，。?？]{1,14}[呢嘞咧哩][,，]"
    r"|^(?:会|要|该|得|那么?)*(?:被)?(?:怎么样?|咋样?|如何)(?:个)?(?:罚|处罚|处理|处分|赔|追究|办)?[法呢]?[?？]?$"
    r"|^(?:要|会|得|能)?(?:被)?(?:罚|赔|判)(?:款)?(?:多少|几)(?:钱|年)?[?？]?$|^(?:会|要|得)?(?:有|负|承担|担)(?:什么|啥)(?:后果|处罚|责任)|^情[节况](?:特别)?(?:严重|轻)|^严重的(?:话|呢)?"
    r"|^谁(?:来|去)?[一-鿿]{1,2}的?[?？]?$"
    r"|^(?:and|what about|how about|then|what if)\b|\b(?:it|they|them|those|that one|this one)\b"
)
_ABOUT = re.compile(
    r"^(?:那么?(?!样|种|些|个|边)|还有|另外|and|what about|how about)?[,，\s]*(.+?)(?:[呢嘞咧哩]|又如何|怎么样)?[?？]*$"
)
_ORDINAL = re.compile(r"第([一二三四五六七八九十\d]{1,2})(?:个|项|条|点|类|种|款|块|件|方面)?")
_ITEM = re.compile(r"(?:^|[：:；;。])\s*(?:(\d{1,2})[.、]\s*|（?([一二三四五六七八九十])(?:是|）|、))([^；;。\[]+)")
_ASKING = re.compile(
    r"(?:都|分别|一共|总共|大概|具体|应该|应当|需要|可以|必须|要|该|能|会|是|有|由)*"
    r"(?:做|干|负责|包括|提供|准备|交|注意|完成|至少|最[少多]|选|挑|办)*(?:哪些|哪个|哪几|什么|多少|几(?=[个家项条类种天年成])|怎么|怎样|如何|谁|多久|何时|是否|能不能|可不可以|吗|啥|咋).*$"
)
# 有三个：甲、乙、丙。
_LISTED = re.compile(r"[:：]([^:：;；。]+、[^:：;；。]+)[。;；]?$")
# 项目数也一样吗: whether the value that was just given holds for something else too.
_SAME = re.compile(
    r"也是?(?:一样|同样|这么[多少久高]|[这那]个(?:要求|标准|数字?|比例|期限|时间|比率|幅度)?)(?:的|要求)?(?=[吗么嘛吧不没]|$)"
)
# The end of a question: 要涨多少 of 绩效目标里质押融资要涨多少.
_TAIL = re.compile(
    r"(?:要|该|得|能|会|是|有|由|可以|必须|应当?|需要?)[一-鿿]{0,4}?(?:哪|什么|多少|几|怎么|怎样|如何|谁|多久|何时|吗|啥|咋).*$"
)
_MORE = re.compile(r"^那?呢[?？]*$|^(?:还有(?:呢|吗|别的吗|其他的?吗)?|继续|然后呢|别的呢|就这些吗?)[?？。]*$")
_AND = re.compile("、|(?:以?及|和)(?=[^、]+$)")
_LONGEST_TERM = 14  # characters
_BODY_ENDS = "部局委厅办院府会司"
_RECALLED = 400  # characters of talk: they tell the document as well as all of it does, and weigh 3 ms


def rewrite(text: str, history: Sequence[Turn]) -> str:
    """`text` as a question of its own, given the turns before it; `text` itself where it needs none of them."""
    previous, last_answer = _fold(history)
    return _rewrite_once(text, previous, last_answer)


def retarget(text: str, history: Sequence[Turn]) -> str:
    """What a 「那…呢」 asks for with the end of the question before it alone; "" for any other message.

    「那转让的笔数呢」 after 「目标里质押融资要涨多少」 is 「转让的笔数要涨多少」: nothing tells which words it replaces.
    """
    term = "" if find_values(normalise(text)) else _new_term(text)
    tail = _TAIL.search(_fold(history)[0]) if term else None
    return f"{term}{tail[0]}" if tail else ""


def join(text: str, history: Sequence[Turn]) -> str:
    """`text` under the topic of the question before it, for a follow-up that nothing marks as one; "" without one."""
    previous, _ = _fold(history)
    return f"{_topic(previous)}，{text}" if previous else ""


def talk(history: Sequence[Turn]) -> str:
    """What was said last, by both sides: it tells which document a follow-up is about."""
    said = (turn.content for turn in history if not is_small_talk(turn.content))
    return "\n".join(said)[-_RECALLED:]


def _fold(history: Sequence[Turn]) -> tuple[str, str]:
    """The last question, rewritten turn by turn, and the last answer."""
    resolved = last_answer = ""
    for turn in history:
        if turn.role == "user" and not passes_over(turn.content):
            resolved = _rewrite_once(turn.content, resolved, last_answer)
        elif turn.role == "assistant":
            last_answer = turn.content
    return resolved, last_answer


def _rewrite_once(text: str, previous: str, last_answer: str) -> str:
    text = text.strip()
    if not previous:
        return text
    if only_names_version(normalise(text)):
        return previous
    if _MORE.match(text):
        return f"{previous.rstrip('?？。')}，还有哪些"
    stripped = _ASIDE.sub("", _LEAD.sub("", _CORRECTION.sub("", text))) or text
    if stripped != text and _ASIDE.search(text):
        return stripped
    if item := _item(stripped, last_answer):
        return item
    stripped = with_month(stripped, previous, last_answer)
    if not _leans(stripped) and not tells_own(stripped):
        return stripped
    if own := own_follow_up(stripped, previous):
        return own
    if value := _given(last_answer, previous):
        stripped = _SAME.sub(f"也是{value}", stripped)
    return _substitute(stripped, previous) or f"{_topic(previous)}，{_bare(stripped)}"


def _given(last_answer: str, previous: str) -> str:
    """The value that the last answer gave to the question before; "" if it gave none."""
    values = find_values(normalise(last_answer))
    wanted = understand(previous).value_kinds
    return next((value.text for value in values if value.kind in wanted), values[0].text if values else "")


def _leans(text: str) -> bool:
    plain = normalise(text)
    if _LEANS.search(plain) or _SAME.search(plain):
        return True
    for value in reversed(find_values(plain)):  # 是两成吗 says nothing of what is so much
        plain = plain[: value.start] + plain[value.end :]
    return not content_terms(plain)


def _item(text: str, last_answer: str) -> str:
    """The question with 「第二个」 replaced by the item the last answer numbered so."""
    match = _ORDINAL.search(text)
    items = {parse_number(digit or numeral): words.strip() for digit, numeral, words in _ITEM.findall(last_answer)}
    if not items and (listed := _LISTED.search(last_answer)):
        items = {Decimal(n): words.strip() for n, words in enumerate(_AND.split(listed[1]), start=1)}
    if not match or not items:
        return ""
    number = parse_number(match[1])
    if number not in items:
        return ""
    rest = text[match.end() :].strip(" ，,？?。呢")
    return f"{items[number]}{rest if len(rest) > 1 else '具体包括什么'}？"


def _bare(text: str) -> str:
    return re.sub(r"^(?:那个|那么?(?!样|种|些|边)|还有|另外|and|then)[,，\s]*", "", text)


def _topic(previous: str) -> str:
    """What the previous question was about: its words before those of asking, all of it where these come first."""
    previous = affirmed(previous)  # what was to be affirmed or denied is not asked again
    topic = _ASKING.sub("", previous).strip(" ，,？?。")
    return topic if len(topic) >= 4 else previous.strip(" ？?。")


def _new_term(text: str) -> str:
    """What a 「那…呢」 asks about; "" for any other message."""
    match = _ABOUT.match(text)
    if not match or not re.search(r"[呢嘞咧哩][?？]*$|^(?:what|how) about", text.lower()):
        return ""
    term = re.sub(r"的?[这那](?:块|个|部分|种|边|头|样)$", "", match[1]).strip(" ，,的")
    return term if len(term) <= _LONGEST_TERM else ""


def _substitute(text: str, previous: str) -> str:
    """「那选做任务呢」 after 「必做任务有哪些」: the new term in the place of the old one that ends or begins alike."""
    term = _new_term(text)
    if not term:
        return ""
    for old in sorted(content_terms(normalise(previous)), key=len, reverse=True):
        if len(old) >= 2 and old != term and (term.endswith(old[-2:]) or term[:2] == old[:2]):
            at = previous.find(old)
            if at >= 0 and old not in term:
                return previous[:at] + term + previous[at + len(old) :]
            if at >= 0:
                # The old term stands inside a longer word of the question (必做｜任务): take that word's modifier away too.
                return previous[: max(0, at - (len(term) - len(old)))] + term + previous[at + len(old) :]
        if old[-1] in _BODY_ENDS and term[-1] in _BODY_ENDS and old in previous:
            return previous.replace(old, term, 1)
    if "的" in previous:
        return term + previous[previous.index("的") :]
    asking = _ASKING.search(previous)
    return f"{_topic(previous)}，{term}{asking.group()}" if asking else ""
