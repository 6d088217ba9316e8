"""The words that begin the answer to a yes-no question: the question's own predicate, affirmed or denied.

「还收吗」 is answered by 还收 or 不收, 「合不合规」 by 合规 or 不合规, 「给不给」 by 给 or 不给; what is not understood so, by 是 or 不是.
"""

import re

from assistant.answer import Verdict
from assistant.understanding.polarity import affirmed, claim_of, core_of, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import (
    ASKS_LEAVE,
    CERTAIN,
    CONFIRM,
    FLOOR_WORDS,
    LEFT_OUT,
    NOT_EVEN,
    SETTLED,
    UNRELATED,
)

_END = r"(?:[了的得]?(?:吗|么|嘛|吧|没有?|不)|了|$)"
# What is affirmed or denied by another word than its own: 能不能 by 可以.
_IN_OTHER_WORDS = {
    "有": ("有", "没有"),
    "能": ("可以", "不可以"),
    "可": ("可以", "不可以"),
    "可以": ("可以", "不可以"),
    "让": ("可以", "不可以"),
    "准": ("可以", "不可以"),
    "允许": ("可以", "不可以"),
    "成": ("行", "不行"),
    "要": ("需要", "不需要"),
    "得": ("需要", "不需要"),
    "需": ("需要", "不需要"),
    "用": ("需要", "不需要"),
    "对": ("是", "不是"),
    "合": ("合规", "不合规"),
    "达": ("达标", "不达标"),
    "过": ("是", "不是"),
}
# Judgements whose denial is a word of its own; who asks 不达标吧 is answered by 是 or 不是.
_DENIED = re.compile(
    r"(?<![够合达行])不(?:够|足|达标|合[规法格]|合要求|符合|及格|过关|生效|通过|允许|赞成|认可|鼓励|支持)"
)
_LEADS = (
    (CERTAIN, "是", "不一定"),
    (re.compile(r"(?:一定|肯定|保证)(?:都|就|还)?(?:给|有|拨|发|收|批)[^，,]{0,4}[吗么吧]"), "是", "不一定"),
    (
        re.compile(rf"(?:一次性?|一把|平均|全额|足额|全都?|提前)[^，,]{{0,2}}(?:给|拨|付|发|收)[^，,]{{0,4}}{_END}"),
        "是",
        "不是",
    ),
    (UNRELATED, "是", "不是"),
    (re.compile(r"才(?:会|能|够|行|算|可以|合格|达标)"), "是", "不是"),
    (re.compile("合法(?=[吗么吧嘛不没]|$)"), "合法", "不合法"),
    (re.compile("合规矩?(?=[吗么吧嘛不没]|$)"), "合规", "不合规"),
    (re.compile("没有?问题|没事|没关系"), "没问题", "不行"),
    (re.compile("还(?:给|能|会|让)?收(?![费取])[一-鿿]{0,4}?(?:[吗么吧不没]|$)"), "还收", "不收"),
    (re.compile("来得及|赶得上"), "来得及", "来不及"),
    (re.compile("违法(?!经营|所得|行为)"), "违法", "不违法"),
    (re.compile("犯法"), "犯法", "不犯法"),
    (re.compile("违[反规]"), "违规", "不违规"),
    (re.compile("达标"), "达标", "不达标"),
    (re.compile("符合|合要求"), "符合", "不符合"),
    (re.compile(rf"达到[一-鿿]{{0,4}}{_END}"), "达到", "没有达到"),
    (re.compile(rf"完成{_END}"), "完成了", "没有完成"),
    (re.compile(rf"合格{_END}"), "合格", "不合格"),
    (re.compile(rf"过得去{_END}"), "过得去", "不行"),
    (re.compile(r"过得?了关"), "过得了关", "过不了关"),
    (re.compile(rf"过关{_END}"), "过关", "不过关"),
    (re.compile(r"受[^，,]{0,10}保护"), "受保护", "不受保护"),
    (re.compile(r"受[^，,]{0,12}限制"), "受限制", "不受限制"),
    (re.compile(r"够(?=[了吗吧么没数线格指标]|$)"), "够", "不够"),
    (re.compile(rf"(?<![执进施实银])行{_END}"), "行", "不行"),
    (re.compile("只(?:能(?!力)|可以|准|许|有)"), "是", "不是"),
    (ASKS_LEAVE, "可以", "不可以"),
    (re.compile(r"是[^，,]{1,12}的[吗么吧不]"), "是", "不是"),
    (
        re.compile(r"(?<!只)需要|必须|一定得|非得|(?<![只主重])要(?![求素件点紧]).{0,12}(?:[吗么]|[不没]$)"),
        "需要",
        "不需要",
    ),
    (re.compile("(?:还|就|都|也|我|你|他|们|是不是|^)得(?![到了出])[^，,]{1,10}[吗么]"), "需要", "不需要"),
    (SETTLED, "有", "没有"),
    (re.compile("就[^，,]{0,2}(?:成立|生效|设立|有效)"), "是", "不是"),
    (re.compile("生效了"), "已经生效", "还没有生效"),
    (re.compile(rf"成立{_END}"), "成立", "没有成立"),
    (re.compile(r"(?<!没)有效(?!期|率|地)|生效|作数|算数"), "有效", "无效"),
    (re.compile(r"(?<![起计预决结打核])算|属于"), "算", "不算"),
    (re.compile(r"有.{0,12}吗|有无|(?:^|[，,])有[^，,]{1,12}没有?[?？]?$"), "有", "没有"),
    (re.compile(r"会(?![计议儿])"), "会", "不会"),
)
_COMPLIES = re.compile("(?:合不|(?<![符不]))合规矩?[吗么不]?[?？。]*$")
_A_NOT_A = re.compile(r"(?<![一-鿿]不)(?<!该)([一-鿿]{1,2})[不没]\1(?P<able>得)?")
_ABLE = re.compile(r"([一-鿿])得([一-鿿]{1,2})\1不\2")
_MAY_REFUSE = re.compile("(?:能够?|可以?|能否|可否)不[让准许给]")  # 能不让他用吗 asks for leave
_WRONGS = frozenset(["违法", "违规", "违约", "违章", "犯法", "犯罪", "侵权", "超标", "超期", "逾期"])
_TWO_CHARACTERS = _WRONGS | frozenset(
    ["包括", "包含", "符合", "允许", "支持", "受理", "鼓励", "认可", "影响", "属于", "达标"]
)  # 包不包括
_PREDICATE = re.compile(
    rf"(支持|赞成|鼓励|承认|认可|受理|处罚|罚款|罚|赔偿|赔|认|给|管|包括|包含|影响|通过|优先|公开){_END}"
)


def lead_of(question: Question, verdict: Verdict) -> str:
    """The words for a verdict, with a full stop."""
    if question.english:
        return "Yes. " if verdict == "yes" else "No. "
    core = core_of(question)
    claim = LEFT_OUT.sub("", core) if LEFT_OUT.search(core) else claim_of(question)
    able, form = _ABLE.search(claim), _A_NOT_A.search(claim_of(question))
    told, _, last = question.text.replace(",", "，").rpartition("，")
    if _COMPLIES.search(question.original):  # understood as 可以吗
        yes, no = "合规", "不合规"
    elif told and CONFIRM.fullmatch(last):  # …都一样给，是这样吧
        yes, no = "是", "不是"
    elif NOT_EVEN.search(claim):
        yes, no = "不行", "可以"
    elif _MAY_REFUSE.search(affirmed(claim)):
        yes, no = "可以", "不可以"
    elif FLOOR_WORDS.search(claim):  # 不能低于三成吧 says what the rule is
        yes, no = "是", "不是"
    elif able:
        yes, no = f"{able[1]}得{able[2]}", f"{able[1]}不{able[2]}"
    elif form and form["able"] and form[1] != "是":  # 是不是得交 asks for no leave
        yes, no = "可以", "不可以"
    elif form and re.search("合法[?？]?$", claim):  # 合不合法
        yes, no = "合法", "不合法"
    elif form and (word := form[1] + claim_of(question)[form.end() : form.end() + 1]) in _TWO_CHARACTERS:
        yes, no = word, f"不{word}"
    elif form:
        yes, no = _IN_OTHER_WORDS.get(form[1], (form[1], f"不{form[1]}"))
    else:
        yes, no = ("是", "不是") if is_negative(claim) or _DENIED.search(claim) else _words(claim)
    return f"{yes if verdict == 'yes' else no}。"


def _words(claim: str) -> tuple[str, str]:
    for pattern, yes, no in _LEADS:
        if pattern.search(claim):
            return yes, no
    predicate = _PREDICATE.search(claim)
    return (predicate[1], f"不{predicate[1]}") if predicate else ("是", "不是")
