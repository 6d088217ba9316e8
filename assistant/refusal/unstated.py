"""Unstated: what is asked beside the rule that was found, and that the rule says nothing of: what comes of not keeping to it
(没清淤会怎么样), how long a deed takes that it does not name (清淤方案公示多久). And the reverse: who does a thing, where the
rule names the body and a gap only leaves open something else about it.
"""

import re

from assistant.retrieval.retrieve import Candidate
from assistant.understanding.asked_for import asks_consequence
from assistant.understanding.question import Question, content_terms
from assistant.understanding.values import find_values
from store.text import normalise

# That a duty was not kept.
_NOT_KEPT = re.compile(
    r"(?<!有)没有?(?=[一-鿿\d%]{1,24}(?:怎么|咋|会|要|被|有|罚|扣|啥|什么|的))|[不没][到达满足够]|未(?![来必])|[逾超]期|违反|不(?:按|照|交|报|办|做|建|设|履行|落实|执行|遵守)"
)
# What a duty may be made to keep to by, which nobody asks for by the word for a consequence.
_TAKEN = frozenset(["被扣", "扣减", "扣多少", "扣几", "扣分", "扣钱", "收回", "追回", "退回"])
# How soon a body has to do something is asked, and a sentence says in what time somebody may do something, or how soon
# one who has to do with a body must.
_BODY_DUE = re.compile(
    "(?:[局厅]|法院|机关|部门|委员会)[^?？]{0,14}(?:多久|多长时间|(?:几|多少)个?(?:天|日|月|年|工作日))(?:之内|以内|内)?[^,，。?？]{0,3}(?:必须|[要须得](?!到)|应|给|审|判|答复|出结果|办[完结])"
    "|(?:多久|多长时间|(?:几|多少)个?(?:天|日|月|年|工作日))(?:之内|以内|内)?(?:必须|[要须得]|应当?|能|会)?(?:给(?:个|出)?(?:答复|结果|说法)|出结果|审完|批下来|办[完结])"
)
_OWN_TIME = re.compile("[我咱]|本[局院部委厅]|可以|[能可]否|能不能")
_LEAVE, _BOUND = re.compile("可以|有权"), re.compile("应当?|必须|须|即行|不得")
_PARTY_BOUND = re.compile("(?:[人者方主户商]|单位|企业|公司)(?:应当?|必须|须)")
_REPLIES = re.compile("[作做给]出[^，。；]{0,6}(?:答复|决定|裁定|结论)|予以答复")  # whoever does it
_SENTENCE = re.compile("[^。；]+")
# The time of day, as it is asked for and told.
_CLOCK, _OCLOCK = (
    re.compile("几点(?!建议|要求|意见)"),
    re.compile("\\d[:：时]|[\\d一二三四五六七八九十两]点|小时|凌晨|[上下中]午|早|晚|夜"),
)
# What comes of something, beside what is done to whoever did it.
_COMES_OF = re.compile("终止|丧失|失去|视为|加收|滞纳|挂钩|失效|[逾超]期|未按|超过[^，。；]{1,10}的")
# A case of a list whose introduction tells what it comes to.
_CASE = re.compile("(?:没有?|未|不|逾期)[^，。；]{1,30}的[；。]?$")
# Who asks who pays is told by no clause that speaks of no money.
_PAYER = re.compile(
    "(?:费用?|钱|经费|开销|损失)[^,。?]{0,4}(?:谁|哪[家个])[^,。?]{0,4}(?:出|付|掏|承担|负担|垫|补|给)|(?:谁|哪[家个])[^,。?]{0,4}(?:出钱|出资|掏钱|付[钱费]|买单)"
)
_MONEY = re.compile("[费钱款]|资金|出资|财政|补[贴助偿]|拨|支付|缴")
# So much a firm, a piece or a project is asked for, and what a rule gives to each place or person.
_A_PIECE = re.compile("(?:每一?|一)(?:[户件单项]|家(?=[^,，。?]{0,4}[补奖贴]))[^,，。?]{0,6}(?:多少|几)")
_A_PLACE = re.compile("每一?个?(城市|省|市|州|县|区|镇|乡|村|人|学生|职工|孩子)")
# Which person, office, school or firm it is, as it is asked, and how a rule that names any has it.
_WHICH = tuple(
    (re.compile(f"哪一?[个位名家所][一-鿿]{{0,4}}?(?:{asked})"), re.compile(named))
    for asked, named in (
        ("领导|[市县区省局厅处科]长|书记|主任|负责人", "领导|负责人|书记|主任|[市县区省局厅处科]长"),
        ("(?<!公)司(?![法机])", "(?<!公)司(?![法机])"),
        ("[处科](?![理罚分置技学研])", "处(?![理罚分置于])|科(?![技学研])"),
        ("大学|高校|学[院校]", "大学|高校|高等|院校|学[院校]"),
        ("公司", "公司|企业|机构"),
        ("银行", "银行|金融"),
        ("协会|学会", "协会|学会|组织"),
        ("第三方", "第三方|机构"),
    )
)
# Deeds that take their time, which no other deed's time tells, with how a sentence may name them.
_DEEDS = {
    "公示": "公[示布开]",
    "公布": "公[示布开]",
    "保存": "保[存管留]",
    "保管": "保[存管留]",
    "保留": "保[存管留]",
    "答辩": "答辩",
    "复议": "复[议核]|申诉|异议",
    "申诉": "复[议核]|申诉|异议",
    "补交": "补[交报正]",
    "补报": "补[交报正]",
}
_BODY = re.compile("[部局厅委院会府]|中心|机构|单位|部门|城市")
_ASKS_BODY = re.compile("哪一?家|(?:哪一?[个些]|什么|啥)(?:部门|单位|机构|机关)")
_LEAVES_BODY = re.compile("谁|哪[个家些一]|部门|单位|机构|主体")
_LEAVES_WHO = re.compile(f"{_LEAVES_BODY.pattern}|人员|名单")
_ASKED = re.compile("(?:谁|哪一?[个家些]?(?:部门|单位|机构|机关)?|什么部门)(?:来|去|负责|会|要|给)*(?!的)([一-鿿])")
_LEFT_OPEN = re.compile("没有(?:写明|写|说|规定|给出|列出|解释)?")
_REFERS = re.compile("[，,](?=要|可|由|只能|只说)")
# How much less alike to the question than a gap the clause may be that names who does it.
_ALIKE = 0.08
_ASKS_KINDS = re.compile("具体[^，,。?？]{0,8}(?:哪|什么|啥)|哪(?:些|几[个种])(?:种类|品种|类型|类别)|哪几[种类]")
_LEAVES_KINDS = re.compile("哪些|具体|种类|类型")

_BY_WHEN = re.compile(
    "(?:年|月|季度|周)(?:底|末)[之以]?前|(?:年内|月内|本周|下周|下个?月|明年|后年)(?=[^年月]{0,6}(?:能|会|可以|到|下|拨|发))"
)
_LATER = re.compile(r"(20\d\d)年[^,，。]{0,4}(?:还|也|继续|再|会)")
_YEAR = re.compile(r"(20\d\d)年")


def is_unstated(question: Question, best: Candidate) -> bool:
    """Whether what comes of not keeping to a rule is asked, the time of a deed or who pays, and the best answer has no word of it."""
    said = " ".join(clause.text for clause in best.clauses)
    if (_PAYER.search(question.text) and not _MONEY.search(said)) or _times_others(question, said):
        return True
    if _CLOCK.search(question.text) and not question.yes_no and not _OCLOCK.search(said):
        return True
    if _gives_to_others(question, said) or _names_none(question, said):
        return True
    if not best.lacks_attribute:
        return False
    if asks_consequence(question) or question.attributes & _TAKEN:
        return bool(_NOT_KEPT.search(question.text)) and not (_COMES_OF.search(said) or _CASE.search(said))
    return asks_time_of_deed(question)


def _times_others(question: Question, said: str) -> bool:
    """Whether how soon a body has to act is asked, and all times told are those in which others may, or have to."""
    if not _BODY_DUE.search(question.text) or _OWN_TIME.search(question.text):
        return False
    timed = [one for one in _SENTENCE.findall(said) if any(value.kind == "period" for value in find_values(one))]
    return bool(timed) and all(
        not _REPLIES.search(one) and ((_LEAVE.search(one) and not _BOUND.search(one)) or _PARTY_BOUND.search(one))
        for one in timed
    )


def _gives_to_others(question: Question, said: str) -> bool:
    """Whether what one firm, piece or project gets is asked, and what is told is what each place or person gets, of whom the
    question has no word."""
    asked = "amount" in question.sought and _A_PIECE.search(question.text)
    given = _A_PLACE.findall(said) if asked else []
    return bool(given) and not any(one in question.text for one in given)


def _names_none(question: Question, said: str) -> bool:
    """Whether it is asked which person, office, school or firm it is, and what is told has no word of any."""
    asked = [] if question.yes_no else [named for words, named in _WHICH if words.search(question.text)]
    return any(not named.search(said) for named in asked)


def leaves_number(question: Question, gap: Candidate, best: Candidate) -> bool:
    """Whether a number of things is asked for that the best answer does not state, and a gap is on its very clause."""
    if question.sought != {"count"} or question.values or not gap.shares_clause(best):
        return False
    return not any(value.kind == "count" for clause in best.clauses for value in find_values(clause.text))


def asks_time_of_deed(question: Question) -> bool:
    """Whether a question asks how long, or until when, such a deed takes that has a time of its own."""
    return bool(question.attributes & _DEEDS.keys()) and "date" in question.sought and not question.yes_no


def names_deed(question: Question, gap: Candidate) -> bool:
    """Whether a gap's sentence names the deed whose time is asked for, and another word of the question: of what."""
    missing = normalise(_REFERS.split(gap.gap)[0])
    named = (re.search(pattern, missing) for deed, pattern in _DEEDS.items() if deed in question.attributes)
    others = (term for term in content_terms(question.text) if len(term) > 1 and term not in question.attributes)
    return any(named) and any(term in missing for term in others)


def tells_who(question: Question, gap: Candidate, best: Candidate) -> bool:
    """Whether who does a thing is asked, which the best answer, on the clause that the gap is on, tells by naming a body; the
    gap leaves open something else about it."""
    leaves = _LEAVES_BODY if _ASKS_BODY.search(question.text) else _LEAVES_WHO
    missing = _LEFT_OPEN.split(_REFERS.split(gap.gap)[0], maxsplit=1)[-1]
    deed = _ASKED.search(question.text)
    if question.sought != {"who"} or leaves.search(missing) or (deed and deed[1] in missing):
        return False  # of 谁补, what is left open about 补偿 is meant
    alike = gap.features.ask_vector - best.features.ask_vector <= _ALIKE
    return alike and any(_BODY.search(clause.text) for clause in best.clauses)


def leaves_kinds(question: Question, gap: Candidate, best: Candidate) -> bool:
    """Whether it is asked which kinds there are in particular, and a gap on the best answer's clause, no less alike, says that this
    is open."""
    alike = gap.features.ask_vector >= best.features.ask_vector and gap.shares_clause(best)
    missing = _REFERS.split(gap.gap)[0]
    return alike and bool(_ASKS_KINDS.search(question.text) and _LEAVES_KINDS.search(missing))


def says_no_time(question: Question, best: Candidate) -> bool:
    """Whether a question asks if something is so by some time or in a later year, of which the best answer says nothing."""
    told = " ".join(clause.text for clause in best.clauses)
    if _BY_WHEN.search(question.text):
        return not any(value.kind in ("date", "period") for value in find_values(told))
    later = [int(year) for year in _LATER.findall(question.text)]
    stated = [int(year) for year in _YEAR.findall(told)]
    return bool(later and stated) and min(later) > max(stated)
