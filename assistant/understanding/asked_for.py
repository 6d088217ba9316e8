"""Whether a stretch states what a question asks for: a value of the kind, the unit, the attribute (邮箱, 处罚 …)."""

import re

from assistant.understanding.asking import CHANGED, SEVERAL, VALUE_KINDS
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question, content_terms
from assistant.understanding.values import find_values
from store.numerals import ENUMERATOR
from store.text import normalise

# Who asks when, and not how long, may be told an event: 自办理登记时设立, 自公告之日起生效.
_IN_HOW_LONG = re.compile(
    r"(?:多久|多长时间|(?:几|多少)个?(?:天|日|月|年|工作日))(?:之内|以内|内)(?:可以|必须|应当|应该|要|能|得|去)*(?P<deed>[一-鿿]{2})[一-鿿]{0,2}[?？]?$"
)
_WHEN = re.compile(
    r"什么时候|啥时候|何时|几时|(?:从|自|打)?(?:哪[一]?[天日]|什么)(?:时候)?(?:起|开始)|哪[一]?[天日]|\bwhen\b"
)
_EVENT = re.compile(r"自[^，。；]{1,40}(?:时|之日|日|[当次][年月日])|时[，起]|之日|[以之]后[，]|后方可|另行[一-鿿]{2}")
_SO_MUCH = re.compile(
    "(?<!每个)(?:[给拿分奖提得]|补贴|补助|奖励|资助|费用?|租金|押金|奖金)(?:是|要|为)?多少(?![钱元万亿])|(?:金额|数额)(?:的)?(?:上限|下限)"
)
_COUNTED = frozenset("份批类")
# A unit of one character stands in many words (单位, 人才, 本次, 分档), so that only a number before it says how many.
_NUMERAL = r"[\d零〇一二两三四五六七八九十百千万]\s*个?"
_PERSONS = frozenset("人名位")
# A thing that is issued, as Taiwan counts it (三檔基金) and as others do; no grade, as in 分几档.
_ISSUED = re.compile(r"(?<!分)(?<![分成第]为)(?:多少|几)档(?![次位])")
_ISSUING = re.compile("发行|推出|上市")  # which all that is issued has in common
_SO_MANY_ISSUED, _AROUND = re.compile(_NUMERAL + "[单只支笔款]"), 14  # and the characters around it that name the thing
# What is asked of a limit is told by whatever sets one, in other words.
_IN_OTHER_WORDS = {"收费": ("费",), "贴息": ("贴息", "利息"), "被通报": ("通报批评", "予以通报")} | dict.fromkeys(
    ("什么标准", "啥标准", "哪些标准"), ("标准", "认定")
)
_IN_OTHER_WORDS |= {how + deed: (deed,) for how in ("怎么", "如何", "怎样") for deed in ("认定", "界定")}
# Whatever is taken off is told by a word for that.
_IN_OTHER_WORDS |= dict.fromkeys(("扣多少", "扣几", "扣分", "扣钱"), ("扣", "减"))
# A contract, or a village, has no fine but a penalty.
_IN_OTHER_WORDS |= {"罚": ("罚", "违约金", "滞纳金")}
# Until when a document holds is said by the term it has.
_IN_OTHER_WORDS |= {"失效": ("失效", "有效期")}
_IN_OTHER_WORDS |= {"男的": ("男",), "女的": ("女",)}
# What is asked in English is said in a document's Chinese.
IN_CHINESE = {
    "fine": "罚",
    "penalt": "罚",
    "fee": "费",
    "email": "邮箱",
    "e-mail": "邮箱",
    "fax": "传真",
    "website": "网站",
    "address": "地址",
    "score": "分",
    "scoring": "分",
    "weight": "权重",
    "list of": "名单",
    "bonus": "奖",
    "template": "模板",
    "format": "格式",
    "appeal": "复议",
    "extension": "延期",
    "interest rate": "利率",
    "loan rate": "利率",
    "floor area": "面积",
    "square met": "面积",
    "postcode": "邮编",
    "nationalit": "国籍",
    "job title": "职称",
}
_IN_OTHER_WORDS |= {asked: (asked, said) for asked, said in IN_CHINESE.items()}
# Who asks what comes of a deed is told by what is done about it.
_LIABLE = frozenset({"法律责任", "什么责任", "啥责任"})
_WHATEVER = _LIABLE | frozenset(
    ["后果", "下场", "会怎样", "会怎么样", "怎么处理", "怎么处置", "什么处理", "啥处理", "怎么追究"]
)
CONSEQUENCES = _WHATEVER | {"罚", "处分", "追责", "问责", "被通报", "通报批评", "吃官司", "坐牢", "fine", "penalt"}
PENAL = re.compile(
    r"罚款|处分|责令|吊销|没收|警告|追究|刑事责任|承担[^，。；]{0,8}责任|赔偿|不予|不再|无效|取消|撤销|收回|追回|扣减|停止"
)
# What nothing tells but a text that says the word itself: a rule on the staff says nothing of their age.
_BY_NAME = frozenset(
    [
        "手机",
        "分机",
        "传真",
        "fax",
        "email",
        "e-mail",
        "邮箱",
        "电子邮件",
        "微信",
        "邮编",
        "postcode",
        "interest rate",
        "loan rate",
        "floor area",
        "square met",
        "nationalit",
        "job title",
        "学历",
        "职称",
        "年龄",
        "多大年纪",
        "国籍",
        "性别",
        "男的",
        "女的",
        "几楼",
        "楼层",
        "授牌",
        "字体",
        "加密",
    ]
)
# How a fine is asked for, which is no word of the deed. A deed told at length is told in many words that no rule has.
_FINED = re.compile(
    "被(?:处|重)?罚款?(?:的|了|[之以]?后)|受(?:到|过)?处?罚(?:款)?的"
)  # who is, which is no asking for a fine
_FINE = re.compile("罚|多少|几倍|分之几|违法|违反|规定|最高|最多|顶格")
_AT_LENGTH = re.compile(r"[,，;；。.!！?？](?=.)")
_IN_A_BREATH = 2  # pieces
# Who asks how long something lasts may be told that it has no end.
_NO_TERM = re.compile("期限?(?:为)?(?:不受限制|不限)|(?<!不)长期有效|永久|无限期|没有(?:期限|时间)限制")
# So many times another amount is one, too.
_TIMES = re.compile(r"[双两二三四五六七八九十\d]倍")
_UTMOST = frozenset({"最高", "上限", "封顶", "maximum", "max"})
# Who asks for a number that is to be reached is not told by how long a list is.
_TO_REACH = re.compile(
    r"(?:至少|最少|起码|最低|不少于|不低于|不到|不足|[满够]|达到|超过)[^,。?]{0,8}(?:多少|几)"
    r"|\bat (?:the )?(?:very )?least\b|\bminimum (?:number|of)\b"
)
_INDEFINITE = ("一批", "一种", "一类", "一次", "一位", "一所")  # no count, though they look like one


def asks_consequence(question: Question) -> bool:
    """Whether a question asks what comes of a deed: 怎么罚, 会怎么样."""
    return bool(question.attributes) and question.attributes <= CONSEQUENCES


def asks_change(question: Question, text: str) -> bool:
    """Whether a question asks if something has become otherwise since (涨了没有), and `text` speaks of no such change."""
    asked = CHANGED.search(question.text)
    return asked is not None and (asked["change"] or asked["turn"]) not in text


def asks_liability(question: Question) -> bool:
    """Whether a question asks who answers for a deed and how."""
    return bool(question.attributes & _LIABLE)


def goes_by_name(question: Question) -> bool:
    """Whether an attribute is asked for that only a text which names it can tell."""
    return bool(question.attributes & _BY_NAME)


def deed_said(question: Question, *texts: str) -> float:
    """Share of the words of a deed, which the texts hold, where a question asks in a breath how it is fined (盗伐林木罚几倍); 1
    where it asks nothing of the kind."""
    asks_fine = "罚" in question.attributes and "罚" in _FINED.sub("", question.text)
    if not asks_fine or len(_AT_LENGTH.findall(question.text)) >= _IN_A_BREATH:
        return 1.0
    deed = [word for word in content_terms(question.text) if len(word) > 1 and not _FINE.search(word)]
    together = " ".join(map(normalise, texts))
    return sum(len(word) for word in deed if word in together) / sum(map(len, deed)) if deed else 1.0


def mentions(question: Question, *texts: str) -> float:
    """1 where the texts mention the attribute asked for, -1 where they don't; 0 where none is asked, or where what comes of
    a deed is told in other words than asked for."""
    if not question.attributes:
        return 0.0
    together = " ".join(texts).lower()
    limited = question.attributes & _UTMOST and any(value.bound == "max" for value in find_values(together))
    words = (word for attribute in question.attributes for word in _IN_OTHER_WORDS.get(attribute, (attribute,)))
    said = any(word in together for word in words)
    penal = asks_consequence(question) and PENAL.search(together)
    if question.attributes <= _WHATEVER:
        return 1.0 if penal else -1.0
    if penal and not said:
        return 0.0
    return 1.0 if limited or said else -1.0


def carries(question: Question, text: str, listed: bool = False) -> float:
    """1 where `text` states a value of the kind asked for, -1 where it states none of them, 0 where none is asked.

    What can be counted answers a count too: a list (`listed`), or a heading by what stands under it.
    """
    specific = (question.sought & VALUE_KINDS.keys()) - {"figure"} or question.sought
    wanted = [kinds for sought, kinds in VALUE_KINDS.items() if sought in specific]
    by_length = (listed or bool(ENUMERATOR.match(text))) and not _TO_REACH.search(question.text)
    by_length = by_length and not SEVERAL.search(text)
    values = [value for value in find_values(text) if value.text not in _INDEFINITE]
    units = {value.unit for value in values}
    units |= _PERSONS if units & _PERSONS else set()
    missing = {unit for unit in question.measures - units if not _numbered(unit, text)}
    if "档" in missing and _counts_issued(question, text):
        return 1.0
    if missing:
        # How many copies, of whom: a list tells by its length. How many metres or points, it does not.
        return 0.0 if missing <= _COUNTED and by_length else -1.0
    if not wanted:
        return 0.0
    if "amount" in question.sought and _SO_MUCH.search(question.text):
        wanted = [*wanted, frozenset({"share"})]  # 分多少 may be told as a part
    stated = {value.kind for value in values}
    if "date" in question.sought and _WHEN.search(question.text) and _EVENT.search(text):
        return 1.0
    endless = "date" in question.sought and not question.measures and _NO_TERM.search(text)
    multiple = question.sought & {"amount", "figure"} and _TIMES.search(text)
    if endless or multiple or any(kinds & stated for kinds in wanted):
        return 1.0
    return 0.0 if "count" in question.sought and by_length else -1.0


def _counts_issued(question: Question, text: str) -> bool:
    """Whether a text says how many there are of the thing issued that a question counts in 档."""
    about = pairs(_ISSUING.sub("，", _ISSUED.sub("，", question.text))) if _ISSUED.search(question.text) else set()
    return any(
        about & pairs(normalise(text[max(0, count.start() - _AROUND) : count.end() + _AROUND]))
        for count in _SO_MANY_ISSUED.finditer(text)
    )


def _numbered(unit: str, text: str) -> bool:
    """Whether a text says how many of a unit, 一批 and the like aside."""
    for words in _INDEFINITE:
        text = text.replace(words, "")
    return bool(re.search(_NUMERAL + re.escape(unit), text)) if len(unit) == 1 else unit in text


def deed_in_time(text: str) -> str:
    """What is to be done in the time that normalised `text` asks for (多久内开航), "" where it asks for none so."""
    asked = _IN_HOW_LONG.search(text)
    return asked["deed"] if asked else ""
