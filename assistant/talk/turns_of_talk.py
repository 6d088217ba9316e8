"""Turns of talk: messages that correct the question before, put it to another document or aside, or go back to an earlier one.

「说错了，是转让」, 「对了，电话多少」, 「回到刚才的奖励，谁来发」, 「第一个再说一遍」: each is taken apart here, not answered.
"""

import re
from collections.abc import Sequence

from assistant.answer import Turn
from assistant.talk.about_answer import passes_over
from assistant.talk.items import list_in
from assistant.understanding.asking import ASKS
from store.numerals import parse_number
from store.text import normalise

_PAUSE = r"[,，。:：!！\s]*"
_WRONG = r"(?:哦|噢|啊)?(?:不是这个|不对|不是(?=[,，。!！\s我])|不(?=[,，])|我?[说打问写搞]?错了?(?!了?(?:[过失]|还|怎|咋|能|会|可|要|罚))|你?理解错了|我不是问这个|答非所问|算了|其实)"
_MEANT = "(?:(?:我|问你)?的?(?:真正)?(?:是|想|要)*(?:[问说]的?)?(?:其实)?(?:意思)?是|是问|应该是|还是|问你的是)"
_CORRECTION = re.compile(rf"^(?:{_WRONG}{_PAUSE})+{_MEANT}?{_PAUSE}")
_I_MEAN = re.compile(
    rf"^我的?意思是{_PAUSE}|^我(?:要|想)?(?:问|说)的(?:其实)?是{_PAUSE}|^我是(?:要|想)?问(?:的是)?{_PAUSE}"
)
_CONTRAST = re.compile(
    r"^我?(?:要|想)?问?的?不是(?P<old>[^,，。]{1,12})[,，](?:而是|我?(?:要|想)?问的?是|是)(?P<new>.+)$"
)
_NOT_THAT = re.compile(r"[,，](?:而)?不是[^,，。?？]+$")
_ENDS = re.compile(r"(?:吧|啊|呀|哈)?[?？。!！]*$")
_TERM = re.compile(r"(?:吧|啊)?[,，](?=.{2,})")
_SWITCH = re.compile(
    rf"^(?:先|我|那|咱们?)*不[说问聊谈讲提管]了?[这那]?(?:个|些|事儿?|件事儿?|问题|话题)*了?(?:[,，。!！]{_PAUSE}|\s+)"
    rf"|^.{{0,12}}(?:先放一放|先不说|不说了|放一边|换一?个(?:问题|话题|事儿?|事情)|另外问一?个?){_PAUSE}"
    rf"|^(?:对了|还有(?:一?个)?(?:事儿?|问题)|顺便(?:再?问)?(?:一下|一句)?|另外[,，]|再问(?:一?个|件)(?:别的)?(?:事儿?|问题)?){_PAUSE}"
)
_BACK = re.compile(
    r"^(?:那?(?:再|我们|咱们)*(?:回到|说回|回过头来?[说看问]?)(?:到)?(?:刚才|之前|前面|开头|最?开始)?(?:[说问提]的?)?的?"
    r"|(?:刚才|刚刚|之前|前面|上面)(?:[说问提讲]+(?:到|过)*的?)的?)(?:那个|这个)?"
    r"(?P<about>[^,，。?？]{2,12})(?:[,，]|$)(?P<rest>.*)$"
)
_THAT_ONE = re.compile(
    r"^(?:刚才|刚刚|之前|前面|上面)?(?:[说问提讲]+(?:到|过)*的?)?(?P<about>(?!最后|之后|以后|[然随今]后|接着|到时)[一-鿿]{2,6})那[个项条块][,，]?(?:里面?)?(?:[说提讲]+到?的)?(?P<rest>(?!也)[^呢]{3,})$"
)

# 预算法怎么规定的: the same asked of another document.
_IN_DOCUMENT = re.compile(
    "(?:那么?|在|按照?)?(?P<document>《[^》]+》|[一-鿿]{1,10}?(?:(?<!办)法|法典|条例|通知))(?:里|中|上|的)?(?:头|面)?(?:是|对此|又|有没有|有)?"
    "(?:怎么|咋|如何|什么|啥)?(?:规定|说|写|讲)?(?:的|法|过|吗|呢)*[?？]?"
)
_NAMED_FIRST = re.compile("^(?:《[^》]+》|[一-鿿]{1,10}(?:法|法典|条例|通知))(?:，|(?=第))")

_POLITELY = r"(?:那么?|请|麻烦|能不能|可不可以|可以|能|帮我|[给跟]我|你|您|把|我|刚才|刚刚|之前|前面|上面|[说问讲提]|到|过|的|没[听看]清楚?|什么|忘了|,|\?|\s)*"
_WHICH = r"(?:第(?P<nth>[一二两三四五六七八九十\d]{1,2})个?|(?P<first>最?开[头始]|最早|头一?个?|最先)(?:的?那个)?|上一?个|前一个?|最后一?个|那个|这个)"
_THE_QUESTION = r"(?P<question>问题|提问|[问说]的|回答|答案|答复)"
_ONCE_MORE = r"(?:(?:再|重新)(?:[给跟帮]我)?(?:[说讲答念]|回答|答复|解答|重复)(?:一[遍次下]|遍|次|下)|重复(?:[说讲])?(?:一[遍次下]|下))"
_CLOSING = r"(?:[吧吗么呗呢的了]|好吗|行吗|可以吗|谢谢|,|\W)*"
_SAID_AGAIN = (
    re.compile(rf"{_POLITELY}(?:{_WHICH}的?{_THE_QUESTION}?的?(?:回答|答案)?)?{_POLITELY}{_ONCE_MORE}{_CLOSING}"),
    re.compile(rf"{_POLITELY}{_ONCE_MORE}{_POLITELY}{_WHICH}的?{_THE_QUESTION}?的?(?:回答|答案)?{_CLOSING}"),
    re.compile(
        rf"(?:回到|还是)?(?:刚才|刚刚|之前|前面|上面|我|[问说]|的)+{_WHICH}{_THE_QUESTION}(?:是什么)?{_CLOSING}"
    ),
    re.compile(rf"{_WHICH}{_THE_QUESTION}(?:的?(?:回答|答案)(?:是什么)?|呢)\W*"),
    re.compile(
        r"(?:please |can you |could you )*(?:(?:say|repeat) (?:that|it)(?: again| once more)?|once more|come again)(?:\W+please)?\W*"
    ),
)
_LONGEST = 24  # characters


def correction(text: str) -> tuple[str, str, str] | None:
    """What a message puts in the place of something: (the old, "" if it isn't said; the new; what it asks besides)."""
    if contrast := _CONTRAST.match(text):
        return contrast["old"], _ENDS.sub("", contrast["new"]), ""
    match = _CORRECTION.match(text) or _I_MEAN.match(text)
    new = _NOT_THAT.sub("", text[match.end() :]) if match else ""
    if not new:
        return None
    comma = _TERM.search(new)
    term, rest = (new[: comma.start()], new[comma.end() :]) if comma else (new, "")
    return "", term if rest else _ENDS.sub("", term), rest


def in_document(text: str, question: str) -> str:
    """The question before asked of the document that a message names (预算法怎么规定的); "" where a message asks nothing of the kind,
    such as 谁来通知."""
    asked = _IN_DOCUMENT.fullmatch(text)
    named = asked is not None and not ASKS.search(normalise(asked["document"]))
    return f"{asked['document']}，{_NAMED_FIRST.sub('', question)}" if asked and named else ""


def other_matter(text: str) -> str:
    """What a message asks that puts the talk before it aside; "" for any other message."""
    match = _SWITCH.match(text)
    return text[match.end() :] if match else ""


def taken_up_again(text: str) -> tuple[str, str] | None:
    """What a message goes back to, and what it asks of that."""
    match = _BACK.match(text) or _THAT_ONE.match(text)
    return (match["about"], match["rest"]) if match else None


def asked_again(text: str, history: Sequence[Turn]) -> tuple[str, Sequence[Turn]] | None:
    """The earlier message that a message wants answered once more (再说一遍, 第一个再说一遍), and the turns before it; None for any
    other message. 第一个 of a list shown last is its item, and no question."""
    plain = normalise(text).strip()
    said = (
        next((m for pattern in _SAID_AGAIN if (m := pattern.fullmatch(plain))), None)
        if len(plain) <= _LONGEST
        else None
    )
    asked = [
        at
        for at, turn in enumerate(history)
        if said
        and turn.role == "user"
        and not passes_over(turn.content)
        and not asked_again(turn.content, history[:at])
    ]
    if said is None or not asked:
        return None
    of = {"nth": None, "first": None, "question": None, **said.groupdict()}
    if of["nth"] and not of["question"] and list_in(history[-1].content):
        return None
    number = int(parse_number(of["nth"]) or 0) if of["nth"] else 1 if of["first"] else len(asked)
    if not 0 < number <= len(asked):
        return None
    at = asked[number - 1]
    return history[at].content, history[:at]
