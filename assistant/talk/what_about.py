"""What about: 「那…呢」, which asks of something else what was asked before, or what follows in another case."""

import re

from assistant.figures.sums import REST
from assistant.talk.judged_too import judged_too, owned
from assistant.understanding.asking import ASKS
from assistant.understanding.question import is_yes_no, understand
from assistant.understanding.topic import BRINGS, EMPTY, cut, has_subject, parted, topic_of
from assistant.understanding.values import find_values
from store.text import normalise

_ASKS_ABOUT = re.compile(r"[呢嘞咧哩][?？]*$|^(?:what|how) about\b", re.I)
_OPENS = re.compile(
    r"^(?:那么?(?!样|种|些|个|边)|还有|另外|换成|换|如果是|要是是|and|what about|how about)[,，\s]*", re.I
)
_CLOSES = re.compile(r"(?:的话|的?[这那](?:块|个|部分|种|边|头|样))?[呢嘞咧哩]?[?？]*$")
# What happens rather than what there is: 错过了, 不服, 被退回以后.
_HAPPENS = re.compile(
    r"^(?:要是|如果|假如|万一|还是|又|不|没|未|被)|[不没未被][一-鿿]|了[一-鿿]|[了过][一-鿿]{0,2}$|以?后$|^有[一-鿿]{2,}[由因事]|^[逾超过延]期|违[约规法]$"
)
_IS_SO = re.compile("(?:对方|人家|他们?|她们?)(?:是|有|没|不)")  # tells more of the case: 对方是故意的
_INSTEAD = re.compile("^(?:那么?)?换成?|^what about|^how about", re.I)
_DOCUMENT = re.compile(r"(?:(?<!办)法|法典|条例|通知|意见|号文?)$")  # 办法 and 规定 are things to be drawn up, too
_LEAVE = re.compile("能|可以|可否|行不行|准|让")
_MAY_DO = re.compile(r"(?P<may>.*(?:能不能|可不可以|可以|能否|能))(?P<act>[一-鿿]{2,}?)(?P<end>[吗么嘛]?[?？]?)")
# What something is put to, or whom it is given to, be that named by a noun: 能用来买车吗, 能给职工吗.
_PUT_TO = re.compile(
    r"(?P<of>[^,，]*?)(?P<may>(?:能|可以|可否)(?:不能|不可以)?(?:(?:拿|用|花|投|列)(?:来|去|于|在|到|作|做|进|支)+|(?:发|补|借|转|卖|租|送|交)?给))(?P<act>[^,，。?？]{2,}?)(?P<end>[吗么嘛]?[?？]?)"
)
# Whether something is so of which nothing is said before: 要不要照片, 需要盖章吗.
_WHETHER = re.compile(
    r"(?P<may>(?:要不要|需不需要|有没有|能不能|可不可以|用不用|能否|可否|允许|需要|可以|能|有|要|得)用?)(?P<act>[^,，。?？]{2,10}?)(?P<end>[吗么嘛]?[?？]?)"
)
_SPENDS = re.compile("[于在到进给]$")
_MONEY = re.compile("(?:钱|资金|款)$")
_IS_ALLOWED = re.compile(
    r"(?P<before>(?:.*，)?)[^，,]{2,10}?(?P<allowed>(?:可以|行|能行)(?:[吗么]|不行|不可以|不)[?？]?)"
)
_WHEN_MAY = re.compile(
    r"(?P<may>(?:什么|啥|哪[种些]?)(?:情况|时候|条件|情形)下?[^,，。?？]{0,4}?(?:可以|才能|能|要|用|得))[^,，。?？]{2,8}[呢?？]?"
)
_PLACE = re.compile("[一-鿿]{0,3}(?:省|市|县|区|州|镇|乡|村)|自治区|直辖市|外地|别处")
_NAMES = re.compile("^(?:n|vn|l|i|j|b)")
_RIGHTS = (
    frozenset(["专利", "商标", "著作权", "版权", "软著", "商业秘密", "专利权", "商标权", "地理标志"]),
    frozenset(["发明", "实用新型", "外观", "外观设计"]),
)
_BODIES = frozenset("部局委厅办院府会司")
_TWO = 2  # characters of a deed in one word
# 门票也补吗: what is judged, and how.
_GRANTED = re.compile("(?:同意|批准|答应|约定|授权|许可|批|签)了?$")  # 银行同意了
_JUDGED = re.compile("[^，,]{2,10}?(?P<asks>也?(?:能|可以|要|会|补|给|算|用|得)[^，,]{0,8}[吗么嘛][?？]?)")
# What is wanted of a thing, rather than a thing: 泊位的有效期.
_ATTRIBUTE_OF = re.compile(
    "[^的]{2,}的(?P<wanted>[一-鿿]{0,4}(?:时效|期限?|金额|标准|条件|程序|流程|费用?|比例|材料|时间|责任|罚款|范围|数量|义务|后果|主体|部门))"
)
_LONGEST = 14  # characters of a term
_WHOLE = 10  # characters before what asks that are no more than the thing asked about


def new_term(text: str) -> str:
    """What a 「那…呢」 asks about; "" for any other message."""
    if not _ASKS_ABOUT.search(text):
        return ""
    term = _CLOSES.sub("", _OPENS.sub("", text)).strip(" ，,")
    return "" if len(term) > _LONGEST or re.search("[,，?？]", term) or ASKS.search(normalise(term)) else term


def what_follows(text: str, question: str, topic: str) -> str:
    """A 「那…呢」 that tells what happens, written out after `question`, which is on `topic`; "" for any other message."""
    term = new_term(text)
    if term and (judged := judged_too(term, question)):
        return judged
    purpose = _PUT_TO.fullmatch(question) and not _HAPPENS.search(term)  # 股权投资 of 能用于装修吗
    if not term or purpose or _INSTEAD.search(text) or not _happens(term):
        return ""
    if may := _may_too(term, question):
        return may
    if _GRANTED.search(term) and _LEAVE.search(question) and is_yes_no(normalise(question)):
        return f"{term}，{question}"  # whether one may then
    brings = BRINGS.search(question)
    if brings and "严重" in term:  # a worse case of the same
        return f"{question[: brings.start()].rstrip('，')}，{term}{brings[0]}"
    return f"{topic}，{term}{brings[0] if brings else '怎么办'}"


def what_about(text: str, question: str, root: str) -> tuple[str, ...]:
    """The ways to ask of the term of a 「那…呢」, or of a term alone, what `question` or the `root` of its topic asks, the
    likeliest first; () where it is none."""
    term = new_term(text if _ASKS_ABOUT.search(text) else f"{text}呢")
    if not term or any(value.kind != "count" for value in find_values(normalise(term))):
        return ()
    if REST.search(term) and understand(question).sought & {"amount", "figure"}:
        return (f"{term.removesuffix('的')}的钱怎么给",)
    if may := judged_too(term, question) or judged_too(term, root) or _may_too(term, question):
        return (may,)
    attribute = _ATTRIBUTE_OF.fullmatch(term)
    if attribute and not any(attribute["wanted"] in normalise(asked) for asked in (question, root)):
        return (term,)  # which is asked by itself, not with what was asked of another attribute
    topic = topic_of(root)
    if _DOCUMENT.search(term):
        return (f"{term}，{root}",)
    if term.endswith("的") and "的" in root:
        return (_with_deed(term, root),)
    noun = term.removesuffix("的")
    if names_rival(noun, question) and (others := _in_place(noun, question)):
        return tuple(dict.fromkeys(way for way in (others, _in_place(noun, root)) if way))
    brings = BRINGS.search(question)
    another = has_subject(noun) and not _in_place(noun, question)  # who is fined for the same
    if brings and "，" in question and another:
        return (f"{question[: brings.start()].rstrip('，')}，{noun}{brings[0]}",)
    if question.endswith("怎么办") and "，" in question:  # as of what follows in another case
        return (f"{question.rpartition('，')[0]}，{noun}怎么办",)
    if question != root and (replaced := _in_place(noun, question)):
        return (replaced,)
    ways = _from_root(noun, root, topic, named=term != noun)
    if whose := owned(term, root):
        ways = (whose, *ways)
    if (
        question != root
        and question.startswith(f"{topic}，")
        and (asked := parted(f"它{question[len(topic) + 1 :]}")[1])
    ):
        ways = (f"{noun}{asked}", *ways)  # 保护多少年 asked of the topic
    return ways


def _with_deed(term: str, root: str) -> str:
    """What a root asks of what somebody does (写的剧本) asked of what the term does (合写的); where the root tells no deed
    so, only its last piece is asked: 画的，版权归谁 after 找外面的公司设计，版权归谁."""
    said = cut(root)
    place = next((n for n, (word, _) in enumerate(said) if word == "的"), 0)
    if "，" in root and place and said[place - 1][1][0] != "v":
        return f"{term}，{root.rpartition('，')[2]}"
    return term + root[root.index("的") + 1 :]


def _from_root(noun: str, root: str, topic: str, named: bool = False) -> tuple[str, ...]:
    """The ways to ask of a noun what the root of a topic asks; `named` where it is one whatever the dictionary says."""
    subject, asks = parted(root)
    if not subject or not asks:
        judged = _JUDGED.fullmatch(root) if has_subject(noun) else None
        replaced = (
            _in_place(noun, root)
            or _as_object(noun, root)
            or _last_deed(noun, root)
            or (f"{noun}{judged['asks']}" if judged else "")
        )
        return (replaced,) if replaced else _whether(noun, root) or (f"{topic}，{noun}",)
    if replaced := _in_place(noun, subject):
        return (f"{replaced}{asks}",)
    if "，" in root and (replaced := _in_place(noun, root)):
        return (replaced,)
    if _PUT_TO.fullmatch(root) and (ways := _whether(noun, root)):
        return ways
    if (_LEAVE.match(asks) and cut(noun)[0][1][0] in "vp") or (_LEAVE.search(root) and _does_so(noun)):
        return (f"{subject}，{noun}可以吗",)
    both, alone = f"{subject}，{noun}{asks}", f"{noun}{asks}"
    if not (named or has_subject(noun) or noun.endswith("级")):  # 省级, 市级
        if not has_subject(subject):  # 托管 after 培训要多少人, neither of them a noun
            return (alone, both)
        return (f"{noun}{root}" if cut(noun)[0][1] == "t" else both,)
    if len(subject) > _WHOLE or not topic.startswith(subject):
        return both, alone
    before = "".join(word for word, tag in cut(subject)[:1] if tag[0] == "v")  # 转让 of 转让专利
    if other := _other_object(noun, asks):
        return f"{subject}{other}", alone, both
    if named and (head := _head_of(subject, noun)):
        return f"{noun}{head}{asks}", alone, both
    return alone, f"{before}{noun}{asks}", both


def _head_of(subject: str, noun: str) -> str:
    """The noun that a subject of two words ends with (跨省演出 has 演出), which a term without one (同城的) is a kind of; "" where the
    term names a thing itself."""
    said = cut(subject)
    head, tag = said[-1]
    kind = len(said) > 1 and len(head) > 1 and tag[0] == "n" and not has_subject(noun)
    return head if kind and head not in noun else ""


def _other_object(noun: str, asks: str) -> str:
    """What asks, with the noun in the place of what it is done to: 什么时候交方案 of 什么时候交办法."""
    said = cut(asks)
    end = len(said)
    while end and _NAMES.match(said[end - 1][1]):
        end -= 1
    verb = said[end - 1][1] if end else ""
    return "".join(word for word, _ in said[:end]) + noun if end < len(said) and verb[:1] == "v" else ""


def _may_too(term: str, question: str) -> str:
    """Whether what a term says may be done (修楼), where the question asks that of something else: 这笔钱能买车吗."""
    judged = _IS_ALLOWED.fullmatch(question)
    if judged and not term.endswith("的"):
        return f"{judged['before']}{term}{judged['allowed']}"
    put = _PUT_TO.fullmatch(question)
    if put and not _HAPPENS.search(term) and _is_deed(term):
        return f"{put['of']}{put['may']}{term}{put['end']}"
    asked = _MAY_DO.fullmatch(question)
    if not asked or _HAPPENS.search(term) or not _is_deed(term) or not _is_deed(asked["act"]):
        return ""
    return f"{asked['may']}{term}{asked['end']}"


def _whether(noun: str, question: str) -> tuple[str, ...]:
    """The ways to ask of another thing whether it may be put to something, or, where nothing is said of whom, needs to be
    done or had: 要不要照片, 需要盖章吗; () where the question asks nothing of the kind."""
    if not is_yes_no(normalise(question)):
        return ()
    put = _PUT_TO.fullmatch(question)
    if put and _MONEY.search(noun):  # which is what is put to something
        return (f"{noun}{put['may']}{put['act']}{put['end']}",)
    asked = put or _WHETHER.fullmatch(question)
    if asked is None:
        return ()
    before, may, end = put["of"] if put else "", asked["may"], asked["end"]
    (first, tag), *rest = cut(asked["act"])
    alone = f"{before}{may}{noun}{end}"
    if not rest:
        return _of_one_word(alone, f"{noun}{may}{first}{end}", first, noun, may)
    last, does = rest[-1]
    if tag[0] in "ns" and does == "v":  # 需要校长审核吗
        return (f"{before}{may}{noun}{last}{end}", alone)
    if tag != "v" or cut(noun)[0][1] == "v":
        return (alone,)
    kept = f"{before}{may}{first}{noun}{end}"
    return (alone, kept) if put else (kept, alone)


def _of_one_word(alone: str, of_it: str, word: str, noun: str, may: str) -> tuple[str, ...]:
    """Of two ways to ask of a noun what is asked with one word, those that may be meant: 能报名吗 is asked of 夜校班 whole, of 照片 in
    要照片吗 another thing takes its place, as does another deed."""
    if cut(noun)[-1][1] == "v":
        return (alone,)
    done = cut(word[0])[0][1] == "v"
    if _SPENDS.search(may) or "有" in may:
        return (alone, of_it) if done else (alone,)
    return (of_it, alone) if done else (alone, of_it)


def _is_deed(words: str) -> bool:
    """Whether words begin with a verb, with what it is done to or by behind it, or how before it."""
    tags = [tag[0] for _, tag in cut(words)]
    if len(tags) == 1:  # 修路 is a word of its own, and 发工资, but not 软件
        does = cut(words[0])[0][1] == "v"
        return does and (cut(words[1])[0][1][0] in "nuz" if len(words) == _TWO else tags[0] in "vl")
    return tags[0] == "v" or words[0] == "给" or (tags[0] in "ad" and tags[1] == "v")


def _does_so(words: str) -> bool:
    """Whether words tell how something is done: 直接借钱给企业."""
    tags = [tag[0] for _, tag in cut(words)]
    return len(tags) > 2 and tags[0] in "ad" and tags[1] == "v"


def _as_object(term: str, question: str) -> str:
    """The question with the term in the place of what it asks when or why may be done: 什么情况下可以挂牌."""
    asked = _WHEN_MAY.fullmatch(question)
    return f"{asked['may']}{term}" if asked else ""


def _last_deed(term: str, question: str) -> str:
    """The question with the term in the place of the deed in one word that it ends with: 多少家通过验收."""
    said = cut(question.strip("?？"))
    both = len(said[-1][0]) == len(term) == _TWO and said[-1][1][0] == cut(term)[0][1][0] == "v"
    return "".join(word for word, _ in said[:-1]) + term if both else ""


def _happens(term: str) -> bool:
    """Whether a term tells what happens rather than names something: 错过了, 卖家违约, 出假证."""
    words = cut(term)
    (first, opens), (last, closes) = words[0], words[-1]
    acts = opens[0] in "nr" and closes == "v" and len(last) > 1 and not EMPTY.fullmatch(last)
    does = opens[0] == "v" and len(first) == 1 and len(words) > 1
    return (
        "严重" in term
        or bool(_IS_SO.match(term))
        or (not term.endswith("的") and bool(acts or does or _HAPPENS.search(term)))
    )


def _in_place(term: str, text: str) -> str:
    """The text with the term in the place of the words that are of its kind, which end as it does; "" without such."""
    new, old = cut(term), cut(text)
    for end in range(len(old), 0, -1):
        word, start = old[end - 1][0], end - 1
        if len(new) > 1 and word == new[-1][0]:  # the same with something else before it: 必修课, 选修课
            start = max(0, end - len(new))
        elif _PLACE.fullmatch(term) and old[end - 1][1] == "ns":  # 省 after 上海
            pass
        elif word not in term and _NAMES.match(old[end - 1][1]) and _alike(word, new[-1][0]):
            while start and _NAMES.match(old[start - 1][1]):
                start -= 1
        else:
            continue
        return "".join(w for w, _ in old[:start]) + term + "".join(w for w, _ in old[end:])
    return ""


def names_rival(term: str, text: str) -> bool:
    """Whether a term names a right, and a text another of the same kind: 专利 and 商标."""
    new, old = ({word for word, _ in cut(words)} for words in (term, text))
    return any(new & kind and old & kind and not new & old & kind for kind in _RIGHTS)


def _alike(word: str, other: str) -> bool:
    """Whether two words name things of one kind: 直辖市 and 地级市, 财政部 and 税务局, 专利 and 商标."""
    if any(word in kind and other in kind for kind in _RIGHTS) and word != other:
        return True
    if len(word) < 2 or len(other) < 2 or word == other:
        return False
    return word[-1] == other[-1] or (word[-1] in _BODIES and other[-1] in _BODIES)
