"""Left open: which of the editors' gaps says that the very detail is missing which a question asks for.

The gap nearest to a question may be on another detail of the same thing: on the time of a review where its marks are asked
for. What a gap's sentence names tells, not its asks, for the sentence is what is said. Knows how people name a detail,
not any rule.
"""

import re
from collections.abc import Collection, Sequence

from assistant.draft import Place
from assistant.refusal.unstated import asks_time_of_deed, names_deed
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.asked_for import IN_CHINESE
from assistant.understanding.asking import Sought
from assistant.understanding.question import Question, content_terms
from store.text import normalise

# A gap this far behind the best that was found may be told in its place; the second where it is on the clause that answers
# another question of the message.
REACH, REACH_BESIDE = 0.45, 1.0
# Gaps of two documents hardly differ in their scores.
TIE = 0.1
# What is open on the clause found is told though nothing in particular is asked for, where it is asked in words this near.
ALIKE = 0.75
# So near, or with a word in common, what would hold the one detail would hold the other, too.
NEAR = 0.7
# Less near, without a word in common, a gap is on something else.
UNRELATED = 0.6
# A gap is told whatever its sentence names where the very question was thought of.
SURE = 0.85
# Characters of a thing that has kinds (登记证, 管理费); a shorter word stands in many others.
THING = 3
_ENDS = "(?=[的、，,和或]|$)"  # no part of a longer word
_DENIED = re.compile("没有")  # the document's own title stands before it
_TIME = "时间|[期时]限|[周工日长假]期|有效期|日期|多久|时候|何时|哪[一几]?[年天]|[几多]少?个?[年月天点]|截止|频|进度|节点|起算|年度"
_SHARE = "比例|幅|率|份额|几成|占|[权比]重|[到分]多少|%|标准"
# How the sentence of a gap names each kind of value that may be asked for.
_KINDS: dict[Sought, str] = {
    "date": _TIME,
    "year": _TIME,
    "amount": "金额|资[金本]|钱|费|额|待遇|价|规模|标准|[拨给补付奖分]多少",
    "share": _SHARE,
    "count": "数|量|几|多少|名单|规模|份|批|档",
    "figure": "额|资[金本]|费|价|标准|数|量|比例|幅|多少",
    "contact": "电话|联系|邮|手机|传真|地址",
}
# How it names what is measured so: 多少页, 多少人.
_MEASURES = dict.fromkeys("页字", "[页字]数|篇幅|格式") | dict.fromkeys("人名位", "人|名单|数|标准")
_MEASURES |= {
    "分": "(?<!不)分(?![年期别配担级类几档成次批不])|权重|标准",
    "平方米": "面积|场地",
    "亩": "面积|场地",
    "百分点": _SHARE,
    "工作日": _TIME,
}
_COUNTED = "|数|几|多少"
# Attributes asked for in one word and named in another.
_SAME = (
    "网站|网址|链接",
    "公示|公布|公开|名单|哪些",
    "地址|住址|楼层|几楼",
    "邮编|邮政编码",
    "邮箱|电子邮件",
    "邮寄|快递|寄送|邮件|寄",
    "罚|处分|追责|问责|后果|责任|怎么追究|吃官司|坐牢|会怎么?样|怎么处理",
    "打分|评分|得分|加分|分值|占分|权重|标准|..认定|..界定|算",
    "页数|多少页|字数|篇幅|格式|模板|样式|字体",
    "面积|平方米|场地",
    "保存|保管|保留",
    "申诉|复议|复核|异议",
    "延期|宽限|延长",
    "补交|补报|补正",
    "频次|频率|多久一次|(?<!分)几次|次数|抽查",
    "利率|费率|收费|年费|官费|价格|费|税",
    "奖励|奖金|奖",
    "贴息|利息|补贴",
    "收回|追回|退回|被扣|扣减|扣",
    "手续|程序|办法",
    "年龄|多大年纪|学历|职称|编制|人员|国籍|性别|男的|女的",
    "下达时间|到账时间|时间|到账",
    "有效期|废止|失效|有效",
    "资质|牌照|资格",
)
_UTMOST = re.compile("最高|上限|封顶|额度")  # of whatever is asked for
_COUNTS = re.compile("[几多年月天日周个家]")  # of 几天内 only 天内 is a word
# Where a gap's sentence goes on to say what would hold the answer.
_REFERS, _HOLDER = re.compile("[，,](?=要|可|由|只能)"), re.compile("，(?=要|可)")


def gap_told(question: Question, candidates: Sequence[Candidate], beside: Sequence[Place] = ()) -> tuple[str, str]:
    """The sentence of the gap, among candidates that are best first, that says what is missing, and "", or "" and the words
    that say what would hold it (，要看城市的办法。); both "" where no gap tells. `beside` is where the other questions of the same
    message are answered."""
    best = _likest(candidates)
    about = [c for c in candidates if c.document_id == best.document_id]
    near = [c for c in about if best.score - c.score < (REACH_BESIDE if _is_beside(c, beside) else REACH)]
    first = next((c for c in near if c.gap), None)
    if first is None:
        return "", ""
    patterns, terms = _patterns(question), _telling(question.text)
    own = _own(question, patterns, near)
    gap = _meant(first, near, patterns, terms, own, beside)
    if _is_beside_the_point(question, gap, patterns, own):
        told = first.gap if first.features.ask_vector >= SURE else ""
        holds = best.gap and (first.features.ask_vector > NEAR or _says(first, terms))
        return told, _referral(first) if holds and not told else ""
    alike = gap.shares_clause(best) and gap.features.ask_vector > ALIKE
    return (gap.gap if best.gap or patterns or alike or gap.features.attribute > 0 else ""), ""


def _likest(candidates: Sequence[Candidate]) -> Candidate:
    """The best candidate; where that is a gap, and a gap of another document scores hardly less and was thought of in words
    liker the question, that one."""
    best = candidates[0]
    near = (c for c in candidates if c.gap and c.document_id != best.document_id and best.score - c.score < TIE)
    other = max(near, key=lambda c: c.features.ask_vector, default=best)
    return other if best.gap and other.features.ask_vector > best.features.ask_vector else best


def _is_beside_the_point(question: Question, gap: Candidate, patterns: Sequence[str], own: Collection[str]) -> bool:
    """Whether a gap is on something else than what is asked for: on no detail that is, on another thing, or on none of the
    question's `own` words."""
    if question.english and patterns:
        return False  # how Chinese names the detail is no more than likely
    if asks_time_of_deed(question) and not names_deed(question, gap):
        return True
    if patterns:
        return not _named(patterns, gap) or _of_another(question, gap)
    if question.sought == {"yes-no"} and own and not _thought_of(gap, own):
        return True
    return gap.features.ask_vector < UNRELATED and not _says(gap, _telling(question.text))


def _meant(
    first: Candidate,
    near: Sequence[Candidate],
    patterns: Sequence[str],
    terms: Collection[str],
    own: Collection[str],
    beside: Sequence[Place],
) -> Candidate:
    """The gap that is meant: of those on the same thing as the first the one that names most of the details asked for, or
    else has the question's `own` words."""

    def is_related(gap: Candidate) -> bool:
        return gap is first or gap.shares_clause(first) or _is_beside(gap, beside) or _says(gap, terms)

    def tells(gap: Candidate) -> tuple[int, bool, bool, float]:
        has_own = _says(gap, own) if patterns else _thought_of(gap, own)
        return _named(patterns, gap), bool(patterns) and _is_beside(gap, beside), has_own, gap.score

    return max((c for c in near if c.gap and is_related(c)), key=tells)


def _own(question: Question, patterns: Sequence[str], near: Sequence[Candidate]) -> frozenset[str]:
    """The words of a question, but for the details it asks for, that stand in no clause near it."""
    rest = re.sub("|".join(patterns), "，", question.text) if patterns else question.text
    said = normalise(" ".join(map(_clauses, near)))
    return frozenset(term for term in _telling(rest) if term not in said)


def _thought_of(gap: Candidate, words: Collection[str]) -> bool:
    """Whether a gap's sentence or asks have one of the words."""
    asks = normalise(" ".join(gap.note.askings if gap.note else ()))
    return _says(gap, words) or any(word in asks for word in words)


def _of_another(question: Question, gap: Candidate) -> bool:
    """Whether a gap's sentence speaks of another kind of the thing asked about: of 清洁押金 where 装修押金 is asked for."""
    kinds, missing = _telling(question.text), _DENIED.split(normalise(_missing(gap)), maxsplit=1)[-1]
    said = [re.escape(term) for term in content_terms(missing)]
    return any(
        kind + thing in question.text
        and kind not in missing
        and any(re.search(f"{other}{thing}{_ENDS}", missing) for other in said)
        for thing in kinds
        if len(thing) >= THING and thing in missing
        for kind in kinds
    )


def _telling(text: str) -> frozenset[str]:
    """The words of a question that may tell what it is about."""
    return frozenset(term for term in content_terms(text) if len(term) > 1 and not _COUNTS.match(term))


def _patterns(question: Question) -> list[str]:
    """How a sentence names the details that a question asks for: attributes, what is measured, kinds of value."""
    if question.english:
        asked = [IN_CHINESE[attribute] for attribute in question.attributes if attribute in IN_CHINESE]
        return [_named_alike(one) for one in asked]
    attributes = [attribute for attribute in question.attributes if not _UTMOST.fullmatch(attribute)]
    found = [_named_alike(one) for one in attributes]
    if question.yes_no:
        return found
    found += [_MEASURES.get(unit, unit + _COUNTED) for unit in question.measures]
    return found + [
        pattern for sought, pattern in _KINDS.items() if sought in question.sought and not question.measures
    ]


def _named_alike(attribute: str) -> str:
    return next((same for same in _SAME if re.fullmatch(same, attribute)), re.escape(attribute))


def _named(patterns: Sequence[str], gap: Candidate) -> int:
    """How many of the details a gap's sentence names."""
    return sum(bool(re.search(pattern, _missing(gap))) for pattern in patterns)


def _missing(gap: Candidate) -> str:
    """What the sentence of a gap says to be missing, without what would hold it."""
    return _REFERS.split(gap.gap)[0]


def _is_beside(candidate: Candidate, beside: Sequence[Place]) -> bool:
    return any(
        candidate.document_id == id_ and candidate.start < end and start < candidate.end for id_, start, end in beside
    )


def _says(gap: Candidate, terms: Collection[str]) -> bool:
    """Whether what a gap says to be missing has one of the terms, which are normalised."""
    said = normalise(_missing(gap))
    return any(term in said for term in terms)


def _referral(gap: Candidate) -> str:
    refers = _HOLDER.search(gap.gap)
    return gap.gap[refers.start() :] if refers else ""


def _clauses(candidate: Candidate) -> str:
    return normalise(" ".join(clause.text for clause in candidate.clauses))
