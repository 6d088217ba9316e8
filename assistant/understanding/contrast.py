"""Contrast: what in a question a clause speaks against without a word of denial.

Who acts (省里批 against 由市政府…), which way things go (少监管 against 加强监管), how it is shared out (平均 against 分档), whose it is (归导演 against 由制作者享有), from when (签完就有 against 自公告之日起),
and which of several values is meant (实用新型二十年 against 发明二十年，实用新型十年). Knows levels of government, businesses, who may own and words
of direction and time, not any rule.
"""

import re
from itertools import pairwise

_PART = re.compile(r"[^，。；：]+[，。；：]?")
# Pairs of characters more than any other part must share with the question before a part is taken for what is meant.
CLEARLY = 2

_LEVELS = {
    "central": re.compile(r"中央|国家(?!级)|部里|财政部|国务院|部委"),
    "province": re.compile(r"省(?![得事心钱略去下])"),
    "city": re.compile(r"城市|(?<!城)市(?![场值面民])|地方"),
    "district": re.compile(r"园区|管委会|区里|县里|区县"),
    "business": re.compile(r"企业|公司|个人|高校|院校"),
}
_ACTS = (
    r"(?:里|级|财政|方面|上头?|[一-鿿]{0,4}(?:厅|局|政府|部门))*(?:可不可以|能不能|可以|能|可|来|去|自己|单独|直接|统一|出面)*"
    r"(是责任主体|说了算|负责|承担|印发|制定|出台|制订|编制|编写|审批|审核|批准|推荐|申报|行文|组织|评审|拨付|核拨|管理|牵头|监督|检查|兜底)"
)

_LESS = re.compile(
    r"放松|松松?绑|放宽|减少|削减|压缩|缩小|缩减|降低|减轻|弱化|削弱|淡化|别管|(?<![不至最多])少(?=[监管搞建做花投用])"
)
_MORE = re.compile(r"加强|强化|加大|扩大|提高|提升|增加|增强|从严|严格|丰富|拓宽")

_EQUAL = re.compile(r"平均(?![每增年值数水达到下])|均分|平分|等额|一样多|一刀切|平摊|均摊|人人有份")
_GRADED = re.compile(r"分档|分级|分类|择优|差别|差异|奖优罚劣|(?:根据|按照?)[^，。；]{2,16}(?:结果|绩效|贡献)")

# Who may own, each with those that it is contrasted with.
_OWNERS = (
    {
        "person": re.compile(
            r"我(?!们?(?:单位|公司|学校|厂|院|所))|自己|个人|本人|员工|职工|发明人|设计人|(?<!制)作者|导演|编剧|老师|教师|学生|人员"
        ),
        "employer": re.compile(r"单位|公司|企业|学校|高校|院校|研究所|法人|制作者|制片|老板|厂"),
        "state": re.compile(r"国家|国库|国有|财政|政府"),
    },
    {
        "principal": re.compile(r"(?<!受)委托[人方]|甲方|定作人|客户|出钱"),
        "agent": re.compile(r"受托[人方]|乙方|承揽人|研究开发人|开发方"),
    },
)
# The one who asks, and has commissioned the thing.
_COMMISSIONER = {"principal": re.compile("我|咱|单位|公司|委托"), "agent": _OWNERS[1]["agent"]}
_CLAIMED = re.compile(
    r"(?:归|属于|上[交缴]|交给|[交缴](?=财政|国库|国家|政府))(?P<owner>[一-鿿]{1,8}?)(?:所有|享有|的)?(?:[吗么吧嘛]|$)|[算是](?P<own>[一-鿿]{1,8}?)的(?:[吗么吧嘛]|$)"
    r"|^(?P<taker>公司|单位|学校|老板|厂里?|院里?)(?:能|可以|有权)[^,，。]{0,8}(?:[要拿收]过去|[要拿收]走|收回去|要回去)"
    r"|(?:^|[,，])(?P<gets>公司|单位|学校|老板|老师|厂里?|院里?)(?:能不能|能|可不可以|可以|有权)(?:就|都|直接|白)*(?:拿走?|占有?|要走?|取得|享有)[一-鿿]{0,8}权(?:[吗么吧嘛]|$)"
    r"|[用以拿](?P<name>[一-鿿]{1,8}?)的?名[字义]"
)
# Who says this of himself is the one who commissions.
_COMMISSIONS = re.compile(r"(?<!受)委托|(?<!申)请(?![问求])|雇|出钱|花钱|找[^,，。]{1,10}(?:做|画|写|设计|开发)")
_OWNED = re.compile(r"由(?:该|其)?([^，。；]{1,16}?)(?:共同)?(?:享有|所有)|(?:归(?!属)|属于)([^，。；]{1,16})")
_DENIES_OWNER = re.compile(
    "(?:(?<![是要能该会可归属])不|没|未)(?:[该能会]|可以|有权)?(?:就|都|直接|白|再)*(?:归|属|算|是|上[交缴]|交给|拿|占|要|取得|享有|收)"
)

# 市场内 against 市场外面; not 市场外摆摊的摊主, of whom something is asked, nor 市外国人.
_OUTSIDE = re.compile("([一-鿿]{2})[之以]?外[面边头]?(?![国资地观商籍]|[^,，。]{0,8}的[一-鿿])")
_INSIDE = re.compile("([一-鿿]{2})[之以]?[内里][面边头]?(?![容部]|[^,，。]{0,8}的[一-鿿])")

# What several hold, or owe, together, and what one does.
_SHARED, _ALONE = (
    re.compile("共同(?:的)?(?:财产|债务|所有)|共有"),
    re.compile("个人(?:的)?(?:财产|债务)|一方的?(?:财产|债务)"),
)

_AT_ONCE = re.compile(r"当天|当场|当日|马上|立刻|立马|立即|即刻|签[了完好]?就|交[了完]?就")
_HOLDS_FROM = re.compile(
    "自[^，。；]{0,10}?(登记|公告|批准|交付|备案|公布)[^，。；]{0,3}(?:时|之日)起?(?:设立|生效|成立|发生效力|取得)"
)
# What is taken to make a thing hold by itself: 签了合同就, 合同一签就.
_ONCE_DONE = re.compile(
    "(?:[签交付写拿办谈给打盖][了完好过]?[^,，。]{0,6}|一[签交付写拿办谈给打盖][了完好过]?)就[^,，。不没]{0,3}(?:成立|生效|设立|有效|取得|算|有了|行)"
)
_DUE = re.compile(r"自([^，。；]{2,16}?)之日起|(?:经|待)([^，。；]{2,10}?)(?:后|，)")


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters in `text`."""
    return frozenset(first + second for first, second in pairwise(text))


def closest_part(text: str, question: str) -> str:
    """The comma part of `text` that shares most with the question; all of it where none stands out."""
    asked = pairs(question)
    parts = sorted(_PART.findall(text), key=lambda part: -len(pairs(part) & asked))
    if len(parts) < 2:
        return text
    ahead = len(pairs(parts[0]) & asked) - len(pairs(parts[1]) & asked)
    return parts[0] if ahead >= CLEARLY else text


def names_actor(text: str) -> bool:
    """Whether the text has a level of government, or a business, do something that clauses give to one to do."""
    return any(re.search(f"(?:{pattern.pattern}){_ACTS}", text) for pattern in _LEVELS.values())


def levels(text: str) -> frozenset[str]:
    """The levels of government that the text names, and "business" where it names one."""
    return frozenset(level for level, pattern in _LEVELS.items() if pattern.search(text))


def other_actor(question: str, stretch: str) -> bool:
    """Whether the question has one level of government, or a business, do what the clause has another do."""
    for level, pattern in _LEVELS.items():
        acting = re.search(f"(?:{pattern.pattern}){_ACTS}", question)
        if not acting:
            continue
        does = _levels_that(acting[1].removeprefix("是"), stretch)
        if does and level not in does:
            return True
    return False


def _levels_that(act: str, stretch: str) -> set[str]:
    """Who is named with an act, or before it where its own part of the sentence names none."""
    named: set[str] = set()
    for part in _PART.findall(stretch):
        named = set(levels(part)) or named
        if act in part:
            return named
        if part.endswith(("。", "；")):
            named = set()
    return set()


def other_direction(question: str, stretch: str) -> bool:
    """Whether the question takes for less what the clause wants more of, or the other way round."""
    part = closest_part(stretch, question)
    less, more = bool(_LESS.search(question)), bool(_MORE.search(question))
    if less == more:
        return False
    against, along = (_MORE, _LESS) if less else (_LESS, _MORE)
    return bool(against.search(part)) and not along.search(part)


def equal_where_graded(claim: str, stretch: str) -> bool:
    """Whether the question has shared out equally what the clause shares out by merit."""
    return bool(_EQUAL.search(claim) and _GRADED.search(stretch) and not _EQUAL.search(stretch))


def other_owner(claim: str, stretch: str, told: str = "") -> bool:
    """Whether the claim gives to one what the clause gives to another, and to no one of his kind. What was `told` before
    it says whether he commissioned the thing."""
    claimed = _CLAIMED.search(claim)
    said = (
        (claimed["owner"] or claimed["own"] or claimed["taker"] or claimed["gets"] or claimed["name"])
        if claimed
        else ""
    )
    given = "，".join(first or second for first, second in _OWNED.findall(stretch))
    owners = (_COMMISSIONER, *_OWNERS) if _COMMISSIONS.search(told) else _OWNERS
    for kinds in owners if said else ():
        asked = {kind for kind, words in kinds.items() if words.search(said)}
        owning = {kind for kind, words in kinds.items() if words.search(given)}
        if asked and owning:
            return not asked & owning
    return False


def denies_owner(claim: str) -> bool:
    """Whether a claim denies to somebody that a thing is his: 不归我, though 没人要的归我 denies nothing of that."""
    return bool(_DENIES_OWNER.search(claim))


def other_side(claim: str, stretch: str) -> bool:
    """Whether the claim has outside of a place what the clause has inside of it, or the other way round."""
    for this, that in ((_INSIDE, _OUTSIDE), (_OUTSIDE, _INSIDE)):
        claimed, said = set(this.findall(claim)), set(that.findall(stretch))
        if claimed & said and not claimed & set(this.findall(stretch)):
            return True
    return False


def other_holding(claim: str, stretch: str) -> bool:
    """Whether the claim has shared what the clause has one alone hold or owe, or the other way round: 共同财产, 个人财产."""
    for this, that in ((_SHARED, _ALONE), (_ALONE, _SHARED)):
        if this.search(claim) and that.search(stretch):
            return not (that.search(claim) or this.search(stretch))
    return False


def not_yet(question: str, stretch: str) -> bool:
    """Whether what makes a thing hold (自办理登记时设立) was, by the question, not done: 还没登记，成立了吗."""
    undone = "(?:(?:没|未)[^,，。]{0,5}|不去?(?:办理?|做|作|进行)?)"
    return any(re.search(undone + deed, question) for deed in _HOLDS_FROM.findall(stretch))


def other_deed_holds(question: str, stretch: str) -> bool:
    """Whether the question has a thing hold as soon as something is done (签了合同就生效) which isn't what makes it hold."""
    done, deeds = _ONCE_DONE.search(question), _HOLDS_FROM.findall(stretch)
    return bool(deeds) and done is not None and not any(set(deed) & set(done[0]) for deed in deeds)


def only_by(question: str, stretch: str) -> bool:
    """Whether the question says that a thing holds only by what makes it hold: 不登记就没设立, 得登记才算."""
    return any(
        re.search(f"(?:不|没|未)[^,，。]{{0,6}}{deed}[^。]{{0,14}}就(?:没|不|无)", question)
        or re.search(f"(?:得|要|必须|须)[^,，。不没]{{0,6}}{deed}[^,，。]{{0,6}}才", question)
        for deed in _HOLDS_FROM.findall(stretch)
    )


def earlier_than_due(question: str, stretch: str) -> bool:
    """Whether the question takes for immediate what the clause ties to an event that the question does not name."""
    events = [first or second for first, second in _DUE.findall(stretch)]
    return bool(events and _AT_ONCE.search(question)) and not any(pairs(event) & pairs(question) for event in events)
