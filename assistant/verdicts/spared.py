"""Spared: a clause that says of some harm that it does not come about (不构成侵权, 不丧失资格, 不影响合同的效力). Who asks whether it
does is told no; who asks for leave, or whether the thing still holds, yes. Knows words of harm, not any rule."""

import re

from assistant.answer import Verdict
from assistant.understanding.polarity import affirmed, claim_of, denies_asked, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import ASKS_LEAVE, HOLDS, OMITS, PROVISO, REMEDY

_SPARES = re.compile(
    r"不(?:构成|视为)[^，。；]{0,12}(?:侵犯|侵权|侵害|违法|违约)|不丧失|不影响[^，。；]{0,24}(?:效力|权利?)(?=[，。；]|$)"
)
# What needs nobody's leave is no wrong to him; whether it may be done for money, or by whom, is another matter.
_FREE = re.compile("可以?不(?:必|需)?经[^，。；]{1,12}(?:许可|同意)")
_WRONG = re.compile("侵权|侵犯|侵害|违法|犯法")
_ITEM = re.compile("(?:^|[\n 。；：])（[一二三四五六七八九十]+）")
# What is done to the asker, or comes of his deed, and what he would have to do first.
_HARM = re.compile(
    rf"影响|丧失|失去|丢|无效|失效|作废|不算[数新]|不作数|不认|侵权|侵犯|侵害|违法|犯法|违约|被告|赔|追究|没了|完了|泡汤|{REMEDY.pattern}"
    r"|[让叫逼催][我他她它]|赶(?!得上|紧|快)|撵|轰|搬|腾|停(?!车)|收回|要回|[一-鿿]不了|没法|没戏|没救|能[^，,。]{0,2}[管说拦咬]|[他她][^，,。]{0,2}能"
    r"|(?:用|(?<![重想主])要|得(?!及|上)|需|必须)[^，,。]{0,6}(?:问|许可|同意|授权|打招呼|批准|点头)"
)
_HOPES = re.compile(
    rf"赶得上|来得及|有救|有戏|脱身|继续|照样|照旧|算新|行不|行(?=[吗么吧?？]|$)|{ASKS_LEAVE.pattern}|{HOLDS.pattern}"
)
# Who asks whether his case is one of those, or wants something else of it.
_ANY = re.compile("随便")  # 随便哪个展 is none of those that a clause names
_BESIDES = re.compile("享受|例外|宽限|免责|[赢胜]")
_BEYOND = re.compile("仅|只[能限]")
_OF_WHOM = re.compile("(?:没有?|未|不)[^，,。]{1,6}的")


def spared_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by such a clause; None for any other, for a list of cases of which it is open which is meant, and for what is asked
    besides."""
    rule = PROVISO.sub("", stretch)
    free = _FREE.search(rule) and _WRONG.search(claim_of(question))
    if question.english or not (free or _SPARES.search(rule)) or len(_ITEM.findall(stretch)) > 1:
        return None
    claim = _OF_WHOM.sub("", claim_of(question))
    asked = affirmed(claim)
    harm, hope = (max((one.end() for one in words.finditer(asked)), default=-1) for words in (_HARM, _HOPES))
    if harm == hope == -1 or _BESIDES.search(claim) or _ANY.search(question.text) or OMITS.search(asked):
        return None
    if harm >= hope:
        part = next((part for part in re.split("[，,]", claim) if _HARM.search(affirmed(part))), claim)
        # 租期没满，我能让他搬吗 denies nothing that it asks for.
        denied = denies_asked(part) if ASKS_LEAVE.search(affirmed(part)) else is_negative(_HARM.sub("。", part))
        return "yes" if denied else "no"
    return None if _BEYOND.search(rule) else "no" if is_negative(claim) else "yes"
