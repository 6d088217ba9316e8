"""Topic: what a question is about, and its end that asks: 评标委员会 and 要几个人 of 「评标委员会要几个人」.

Words are cut as the dictionary cuts them, so that no asking word is found inside another word.
"""

import re
from functools import lru_cache
from itertools import pairwise

import rjieba

from assistant.understanding.polarity import affirmed
from assistant.understanding.question import content_terms, is_yes_no
from assistant.understanding.values import ValueKind, without_values
from store.text import normalise

_PIECES = re.compile(r"[,，;；。?？!！]+")
_SUPPOSES = re.compile("我|咱|要是|如果|假如|假设|万一|以前|之前")  # what is told of one case
_INQUIRES = re.compile("我?(?:就|只)?[想要来]?(?:请|先)?(?:问|咨询|打听|请教|了解|确认)(?:问|一?下)?")
_GREETS = re.compile("[你您]好|请问$|谢谢")
_COUNTERS = "个家项件份张场单条类种天日年月号点名位所倍次款档岁"
# What asks, with the thing counted and the bound on it: 几号前, 哪几项, 多少个工作日.
_ASKED = re.compile(
    rf"(?:为什么|为啥|(?:什么|啥)(?:时候|情况下?|样|方式|形式|方法|途径|渠道)?|[百千万]分之(?:[几多]少?)|哪(?:些|里|儿|几?[{_COUNTERS}])?|(?<![好这那近头第])(?<!(?<!提)前)几(?:个月|个?工作日|个人|[{_COUNTERS}成])?"
    rf"|多少(?:个月|个?工作日|个人|[{_COUNTERS}钱])?|多[久长](?:时间)?|多[大高远]|谁|怎么?[样办]?|咋[样办]?|如何|何时)(?:之?前|[之以]?内)?"
)
# Words that ask for a yes or a no at the end.
_ENDS = re.compile("也|吗|么|嘛|呢|吧|不|没|没有|行|行吗|可以|好|对|对吗|能|有|呀|啊|来着|的")
# Words that only lead up to what asks, or away from it.
_LEADS = re.compile(
    "也|要|会|能|可以|是|有|由|得|该|应该|应当|需要|必须|至少|最少|最多|最晚|最迟|最|晚|迟|包括|包含|大概|一共|总共|总的|分别|具体|都|来|去|算|归|的|还|又|被|按|先|只|就"
)
_HOW = re.compile("怎|咋|如何|为")
_COMING = re.compile("^[来去](?=.$)")  # 谁来编
# What is left hanging where an asked-for figure is cut out: 要在, 按, 从; and what it was to be enough for: 才行.
_HANGS = re.compile("等|再等|在|于|自|从|用|按|按照|把|由|到|[报交发付寄送还]?给")
_ENOUGH = re.compile("才(?:行|够|算|算数|可以|合格|达标|能行)$")
_POINTS = re.compile("[这那][个些样件项]|它")
# Who asks how much money is given asks about the money, and not only about who gives it.
_GIVEN = re.compile("(?:给|拨|发|补助?|奖励?|资助|支持|拿到?|得到)$")
_MEANING = re.compile("意思|含义|东西")  # who asks what a thing is asks about the thing
_NEEDED = re.compile("[一-鿿]{2,6}(?=(?P<needs>(?:至少|最少|一共|总共)?(?:需要|应该?|要|得|有|达到)))")
_UP_TO = re.compile("[到至]")
# Who asks what is said of a thing (违约金法律里怎么规定的) asks about the thing.
_IS_SAID = re.compile("(?:说|写|讲|提|提到|规定)(?:的|了|过)*")
_IS_RULED = re.compile("(?:都|是|又)?(?:有(?:什么|哪些|啥)(?:样的)?规定|(?:怎么|如何)规定的?)[呢啊?？。]*$")
_WHERE_SAID = re.compile("(?:在?[这那]?[个份]?(?:通知|文件|文档|政策|法律)[里中上]?(?:[头面])?)?(?:对此|又|都|是)*$")
# An attribute of whatever is talked about, asked for: 补多少比例, 按什么标准.
_OF_IT = re.compile(
    "(?:多[少大高长]|什么|啥|几多)的?(?:比例|标准|额度|金额|数额|期限|费率|利率|上限|下限|门槛|费用|手续|力度|程序|流程)"
)
_SHORT_VERB = re.compile("[要能会可该]?[^组局部委院厅室队团]")
_MODAL = re.compile(
    r"能不能|可不可以|可以不可以|要不要|会不会|算不算|是不是|有没有|是否|能否|可否|还?(?:可以|能|会|要|得|算|应该|需要)"
)
_NOUN, _VERB = re.compile("^(?:n|l|i|j|eng)"), re.compile("^(?:v|b)")
_OPEN_CLASS = re.compile("^(?:n|v[nid]|l|i|j|b|eng|s)")  # nouns, and what stands for them
# Nouns that point at nothing of their own.
EMPTY = re.compile(
    "时候|时间|情况|问题|话题|东西|意思|方面|部分|内容|规定|要求|后果|金额|数字|理由|原因|上面|下面|里面"
)
_JUDGED: frozenset[ValueKind] = frozenset(
    {"amount", "share", "date"}
)  # kinds of figures that a yes-no question asks to have judged
_NAMED = re.compile(
    r"^[那这]?[一-鿿]{2,4}(?<!具体)(?<!另外)(?<!主要)(?<!分别)的(?=(?:一共|总共|都)?(?:有|是|要)(?:几|哪|多少))"
)  # 必修的有几门
_LEFT_OVER = re.compile("剩|余|其他|别的")
_CHINESE = re.compile("[㐀-鿿]")
_ENGLISH = re.compile(
    r"\b(?:how (?:much|many|long)|what|which|who|when|where|why|is|are|can|could|do|does|did|may|must|should|will|would|the|a)\b",
    re.I,
)
# What a case brings, asked for: 罚多少, 怎么处理.
BRINGS = re.compile(
    r"会?(?:怎么|怎样|如何|咋)(?:处?罚|处[理分置]|赔|判|追究)[^,，。?？]{0,4}[?？]?$"
    r"|(?:最[多高]|顶格)?(?:罚|赔|判|奖)(?:款|偿|金)?(?:多少|几倍)[^,，。?？]*[?？]?$"
)
_HAN = re.compile("[㐀-鿿]{2,}|[a-zA-Z]{3,}")


@lru_cache(maxsize=512)
def cut(text: str) -> tuple[tuple[str, str], ...]:
    """The words of `text` with their classes (n noun, v verb …), nothing left out."""
    return tuple(rjieba.tag(text))


def topic_of(question: str) -> str:
    """What a question is about: its words without those that ask, the case it supposes and a figure to be judged."""
    if not _CHINESE.search(question):
        return " ".join(_ENGLISH.sub(" ", question).split()).strip("?. ")
    pieces = [piece for piece in _PIECES.split(question) if piece and not _GREETS.match(piece)]
    stated = [piece for piece in pieces if not _SUPPOSES.match(piece)]
    about = map(_without_asking, stated if has_subject("，".join(stated)) else pieces)
    return "，".join(said for said in about if len(said) > 1)


def case_of(question: str) -> str:
    """The case that a question tells before it asks, where `topic_of` leaves that out: 我把样品摆出来了 of 我把样品摆出来了，还能申请吗."""
    pieces = [piece for piece in _PIECES.split(question) if piece]
    told = [piece for piece in pieces[:-1] if _SUPPOSES.match(piece) and not _INQUIRES.fullmatch(piece)]
    return "，".join(told) if has_subject("，".join(told)) and told[0] not in topic_of(question) else ""


def parted(question: str) -> tuple[str, str]:
    """What the last piece that asks says before its verb, and the rest of it: (发明专利, 保护多少年). ("", "") where
    nothing asks."""
    for piece in reversed(_PIECES.split(question)):
        start = _tail_start(piece)
        if start >= 0:
            start = start or _named_first(piece)
            return _without_end(piece[:start]), piece[start:]
    return "", ""


def _named_first(piece: str) -> int:
    """Where what asks begins behind the word that a piece begins with, be that a verb (培训要多少人); 0 where nothing of the kind
    does."""
    named = _NEEDED.match(piece)
    return named.end() if named and _ASKED.match(piece, named.end("needs")) else 0


def what_is_said(question: str) -> bool:
    """Whether a question only asks what is said of its topic: 租金通知里怎么说."""
    last = [piece for piece in _PIECES.split(question) if piece][-1:] or [""]
    asked = _ASKED.search(last[0])
    return bool(asked and _HOW.match(asked[0]) and _IS_SAID.fullmatch(last[0][asked.end() :]))


def matter_of(text: str) -> str:
    """Normalised `text` that asks what is ruled on a matter (夜航有什么规定), that alone: 规定 stands in many clauses that are on
    something else."""
    matter = _IS_RULED.sub("", text)
    return matter if content_terms(matter) else text


def only_points(text: str) -> bool:
    """Whether a message says nothing but what it points at: 为什么要做这个."""
    return bool(_POINTS.search(text)) and not content_terms(normalise(text))


def has_subject(text: str) -> bool:
    """Whether a text names a thing, so that it can be understood without what was said before it: by a noun, or two
    words that make one (认证审核)."""
    said = cut(_ASKED.sub(" ", _OF_IT.sub(" ", affirmed(without_values(normalise(text), " ")))))
    tags = [tag if _HAN.fullmatch(word) and not EMPTY.fullmatch(word) else "" for word, tag in said]
    if any(map(_NOUN.match, tags)) or any(_VERB.match(a) and _VERB.match(b) for a, b in pairwise(tags)):
        return True
    if _NAMED.search(text) and not _LEFT_OVER.search(text):
        return True
    # 审计组: what is done, and who does it, in one word.
    return any(
        tag and _VERB.match(tag) and len(word) == 1 and kind[0] in "nz"
        for tag, (word, kind) in zip(tags, said[1:], strict=False)
    )


def _without_asking(piece: str) -> str:
    yes_no = is_yes_no(normalise(piece) + "?")
    told = affirmed(piece)
    if yes_no:
        told = _without_end(without_values(told, kinds=_JUDGED), _ENDS)
    asked = _ASKED.search(told)
    if asked:
        end = asked.end()
        if (up_to := _UP_TO.match(told, end)) and (other := _ASKED.match(told, up_to.end())):  # 从哪天到哪天
            end = other.end()
        after = _COMING.sub("", _without_beginning(told[end:]))
        if _HOW.match(asked[0]) and _IS_SAID.fullmatch(after):
            return _WHERE_SAID.sub("", told[: asked.start()]).strip()
        if len(after) == 1 and not _HOW.match(asked[0]):
            after = ""  # 预算什么时候批 is about 预算, 押金怎么退 about its return
        before = _GIVEN.sub(r"\g<0>的钱", told[: asked.start()]) if asked[0] == "多少钱" else ""
        before = _without_end(before or told[: asked.start()])
        after = "" if before and _MEANING.fullmatch(after) else after
        of_it = (
            before
            and len(after) > 1
            and all(cut(words)[place][1][0] == "n" for words, place in ((before, -1), (after, 0)))
        )
        told = f"{before}{'的' if of_it else ''}{after}"  # 剧院有几名讲解员 is about 剧院的讲解员
        return _ENOUGH.sub("", _ASKED.sub("", told)).strip()
    return told.strip()


def _without_end(text: str, idle: re.Pattern[str] = _LEADS) -> str:
    """`text` without the words at its end that only lead up to what asks, and a verb of one character (要涨, 推)."""
    kept = list(cut(text.strip()))
    while kept and (
        idle.fullmatch(kept[-1][0])
        or _HANGS.fullmatch(kept[-1][0])
        or (_SHORT_VERB.fullmatch(kept[-1][0]) and kept[-1][1][0] in "vz")
    ):
        kept.pop()
    return "".join(word for word, _ in kept)


def _without_beginning(text: str) -> str:
    """`text` without the words at its beginning that only lead away from what asks."""
    kept = [word for word, _ in cut(text.strip())]
    while kept and _LEADS.fullmatch(kept[0]):
        kept.pop(0)
    return "".join(kept)


def _tail_start(piece: str) -> int:
    """Where the end of a piece begins that asks; -1 where nothing does."""
    asked = _ASKED.search(piece)
    if asked is None:
        modal = _MODAL.search(piece) if is_yes_no(normalise(piece) + "?") else None
        return modal.start() if modal else -1
    start = at = 0
    before = ""
    for word, tag in cut(piece):
        at += len(word)
        if at > asked.start():
            break
        if _OPEN_CLASS.match(tag) or tag[0] in "rmfu" or before == "的":
            start = at
        before = word
    return min(start, asked.start())
