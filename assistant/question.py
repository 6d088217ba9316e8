"""Understand a question: its language, what kind of value it asks for, the values and locators it names.

Knows how people ask, not what the documents say: no term here belongs to a particular policy.
"""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.values import Value, find_values
from store.errors import QuestionError
from store.text import normalise, words

Sought = Literal[
    "date", "amount", "share", "count", "figure", "year", "list", "yes-no", "who", "how", "definition", "contact", "why"
]

MAX_CHARACTERS = 1000
RAMBLING = 60  # characters; a longer message tells a story before it asks

# The first group of each pair is Chinese after `normalise`, the second English.
_SOUGHT: tuple[tuple[Sought, str], ...] = (
    ("contact", r"电话|联系方式|号码|怎么联系|联系人|找谁|打给|\bphone\b|\bcontact\b|\bcall\b"),
    (
        "date",
        r"什么时候|啥时候|何时|几时|几号|哪天|哪一天|哪年|哪几年|截止|截至|期限|最晚|最迟|多久|多长时间|几个月"
        r"|哪个月|第?几个?月|[几多]少?年|多少天|多少个?月|时限|时间节点|什么日子|^when\b|\bwhen (?:is|does|do|will|are|must|should)\b|deadline|how long|what (is the )?(latest )?date|by what date",
    ),
    (
        "share",
        r"比例|比列|百分之几|几成|占比|百分比|多大比重|增幅|增速|增长多少|\bpercent|proportion|what share|\brate\b",
    ),
    (
        "amount",
        r"多少钱|多少资金|多少经费|多少补助|多少万|多少亿|几个亿|几千万|金额|给多少|拿多少|拨多少|到账多少|到手多少|多少元|总额|投多少|花多少|拨了?多少"
        r"|how much|what amount|total (funding|amount)",
    ),
    (
        "count",
        r"(?<!哪)几(?:个(?!月)|家|项|条|类|种|方面)|多少个|多少家|几名|多少名|多少件|几件|几单|多少单|几座|名额|数量"
        r"|多少项|几点|几块|how many|number of",
    ),
    ("year", r"哪[一几]?年|年份|几几年|年度|which year|what years?"),
    ("figure", r"是多少|多少[?？。]?$|为多少"),
    (
        "list",
        r"哪些|哪几|有什么要求|包括什么|包括啥|都有什么|都有啥|有啥|分别是|列举|列出|列全|列一下|清单|要交什么|要交啥"
        r"|准备什么|几条|哪三|哪两|哪四|what are|list (the|all)|which .*s\b|what (documents|materials|tasks|kinds)",
    ),
    (
        "who",
        r"谁|哪个部门|哪个单位|哪家单位|哪些部门|哪个机构|哪两家|哪个司|由哪|什么部门|什么单位|\bwho\b|which (body|agency|department|authority)",
    ),
    ("how", r"怎么|咋|如何|怎样|流程|程序|步骤|什么方式|啥方式|\bhow (do|does|should|to|can|is|are)\b"),
    ("definition", r"什么是|是什么意思|啥意思|指什么|指的是|指啥|含义|什么东西|定义|口径|what does .* mean|definition"),
    ("why", r"为什么|为啥|为何|目的|凭什么|依据|\bwhy\b|purpose"),
)
_SOUGHT_PATTERNS = tuple((sought, re.compile(pattern)) for sought, pattern in _SOUGHT)
_YES_NO = re.compile(
    r"吗|真的假的|是真的|有这回事|([一-鿿])不\1|(?<!什)么[?？。]?$|嘛[?？]?$|能不能|可不可以|可以不|是否|是不是|行不行|中不中|成不成|对不对|对吧|是吧|有没有|有无|可否|要不要"
    r"|能否|需不需要|用不用|算不算|会不会|该不该|属不属于|让不让|收不收|给不给|准不准|管不管|够不够|得不得|还收不|允不允许"
    r"|行得通|合不合|[一-鿿]不[?？]?$|没[?？]?$|没有[?？]$|[吧][?？]$"
    r"|(?:^|[.,;!?] )(?:is|are|can|could|does|do|did|may|must|should|will|would|has|have|so)\b.*\?"
)
# What people want to know of a thing, where the thing's own clause often does not say it. The words of asking, not of
# any document: a clause that never mentions the attribute asked for is near the answer, not the answer.
_ATTRIBUTE = re.compile(
    "邮箱|电子邮件|邮件|传真|地址|邮编|网址|网站|链接|微信|罚|处分|追责|问责|后果|收回|追回|退回|奖金|奖励|名单|打分|评分|得分|加分"
    "|分值|权重|占分|面积|平方米|手续|格式|模板|页数|多少页|字数|盖章|签字|利率|费率|贴息|基数|被扣|扣减|额度|上限|封顶|最高|起算|算起|保存|保管|保留|有效期|废止|失效|公示|公布"
    "|下达时间|到账时间|答辩|现场|配套|编制|工资|学历|职称|税|年费|官费|价格|申诉|复议|延期|宽限|补交|补报|频次|多久一次|几次|抽查|资质|牌照"
    "|email|e-mail|website|address|penalt|fine|score|scoring|weight|maximum|max|list of|bonus|fee|template|format|appeal|extension"
)
_MEASURE = re.compile(r"(?:多少|(?<![哪第])几)个?(平方米|公里|亩|百分点|分|份|页|人|名|倍|档|期|批|次|轮|米|吨|字)")
_STOP = frozenset(
    [
        "的",
        "了",
        "是",
        "在",
        "和",
        "与",
        "及",
        "或",
        "我",
        "你",
        "您",
        "他",
        "她",
        "它",
        "们",
        "我们",
        "你们",
        "他们",
        "这",
        "那",
        "这个",
        "那个",
        "哪",
        "哪个",
        "哪些",
        "哪几",
        "什么",
        "啥",
        "多少",
        "几",
        "几个",
        "怎么",
        "咋",
        "如何",
        "怎样",
        "吗",
        "呢",
        "吧",
        "啊",
        "呀",
        "嘛",
        "么",
        "请问",
        "请",
        "问",
        "一下",
        "想",
        "要",
        "能",
        "可以",
        "可",
        "会",
        "不",
        "没",
        "没有",
        "有",
        "有没有",
        "能不能",
        "可不可以",
        "是否",
        "是不是",
        "是不是",
        "对",
        "对吗",
        "就",
        "都",
        "也",
        "还",
        "又",
        "再",
        "很",
        "把",
        "被",
        "给",
        "让",
        "从",
        "到",
        "对于",
        "关于",
        "里",
        "里面",
        "中",
        "上",
        "下",
        "个",
        "家",
        "项",
        "年",
        "月",
        "日",
        "时候",
        "什么时候",
        "时间",
        "吧",
        "谁",
        "为什么",
        "为啥",
        "到底",
        "究竟",
        "具体",
        "一共",
        "总共",
        "大概",
        "告诉",
        "知道",
        "说",
        "讲",
        "看",
        "应该",
        "需要",
        "必须",
        "得",
        "通知",
        "文件",
        "规定",
        "一个",
        "这些",
        "那些",
        "其",
        "该",
        "本",
        "此",
        "等",
        "最",
        "更",
        "将",
        "所",
        "以",
        "而",
        "但",
        "如果",
        "假如",
        "要是",
        "的话",
        "话",
        "用",
        "来",
        "去",
        "做",
        "搞",
        "弄",
        "办",
        "行",
        "不行",
        "咱",
        "咱们",
        "俺",
        "哈",
        "哦",
        "哟",
        "喂",
        "您好",
        "你好",
        "谢谢",
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "for",
        "and",
        "or",
        "is",
        "are",
        "be",
        "by",
        "on",
        "at",
        "what",
        "which",
        "who",
        "when",
        "how",
        "much",
        "many",
        "does",
        "do",
        "did",
        "can",
        "may",
        "must",
        "should",
        "will",
        "would",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "with",
        "from",
        "as",
        "any",
        "there",
        "our",
        "we",
        "us",
        "i",
        "my",
        "you",
        "your",
        "they",
        "their",
        "if",
        "under",
        "city",
        "cities",
        "notice",
        "document",
    ]
)
_ENGLISH = re.compile(r"[a-z]{2,}")
_HAN = re.compile(r"[㐀-鿿]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPLIT = re.compile(r"[?？;；,，。]\s*(?=\S)|(?<=\S)\s*(?=\band (?:how|what|which|who|when|where)\b)")
_ASKS = re.compile(
    r"[几多]少|哪|谁|几[个家项条类种天年成]|什么|啥|咋|怎|如何|何时|多久|吗|能不能|是否|可否|\b(?:how|what|which|who|when|where)\b"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. `text` is normalised; `original` is what the user typed, trimmed."""

    original: str
    text: str
    sought: frozenset[Sought]
    values: tuple[Value, ...]
    terms: tuple[str, ...]  # content words, in order, without the words of asking
    english: bool
    attributes: frozenset[str] = frozenset()  # what is wanted of a thing: 邮箱, 处罚 …
    measures: frozenset[str] = frozenset()  # the unit asked for: 分 in 多少分

    @property
    def yes_no(self) -> bool:
        """Whether a verdict is expected."""
        return "yes-no" in self.sought


def understand(text: str) -> Question:
    """Understand one self-contained question. Raises QuestionError when it is empty or too long."""
    original = _CONTROL.sub("", text).strip()
    if not original:
        raise QuestionError("请输入一个问题。")
    if len(original) > MAX_CHARACTERS:
        raise QuestionError(f"问题有{len(original)}个字，最多{MAX_CHARACTERS}个字，请缩短后再问。")
    plain = normalise(original)
    sought: set[Sought] = {name for name, pattern in _SOUGHT_PATTERNS if pattern.search(plain)}
    if is_yes_no(plain):
        sought.add("yes-no")
    english = len(_ENGLISH.findall(plain)) > len(_HAN.findall(plain))
    return Question(
        original,
        plain,
        frozenset(sought),
        tuple(find_values(plain)),
        content_terms(plain),
        english,
        frozenset(_ATTRIBUTE.findall(plain)),
        frozenset(_MEASURE.findall(plain)),
    )


def is_yes_no(text: str) -> bool:
    """Whether normalised `text` asks for a yes or a no."""
    return bool(_YES_NO.search(text))


def content_terms(text: str) -> tuple[str, ...]:
    """The content words of normalised `text`, each once, in order."""
    return tuple(dict.fromkeys(word for word in words(text) if word not in _STOP))


def focus(question: Question) -> str:
    """The part of a long-winded message that asks, with what stands just before it; the whole of a short one."""
    pieces = [piece for piece in re.split(r"(?<=[。！!；;，,？?])", question.original) if piece.strip()]
    if len(question.original) <= RAMBLING or len(pieces) < 4:
        return question.original
    asking = [n for n, piece in enumerate(pieces) if _ASKS.search(normalise(piece)) or is_yes_no(normalise(piece))]
    if not asking:
        return question.original
    return "".join(pieces[max(0, asking[-1] - 2) : asking[-1] + 1])


def split_parts(question: Question) -> tuple[str, ...]:
    """The questions within one message, in order; a single one where it does not fall apart into askings."""
    pieces = [piece.strip(" ,，。?？;；") for piece in _SPLIT.split(question.original)]
    pieces = [piece for piece in pieces if piece]
    asking = [piece for piece in pieces if _ASKS.search(normalise(piece))]
    return tuple(pieces) if 1 < len(pieces) == len(asking) <= 3 else (question.original,)
