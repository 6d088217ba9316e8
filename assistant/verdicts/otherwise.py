"""A clause that has it otherwise than a claim says: it counts from another event (自申请日起, not 从授权那天), it frees of what would
have to be paid (免收), it speaks of the deed only as one done without leave (擅自转租的, 未经同意转租的), forbids it only for gain, or has one choose
between what is wanted together.
Knows the words of events, of leave, of gain and of choice, not any rule."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import closest_part
from assistant.understanding.polarity import affirmed, claim_of, denies_asked, is_negative
from assistant.understanding.question import Question, content_terms
from assistant.understanding.rule_words import AGREED, ASKS_LEAVE, DISAGREED, FORBIDS, REMEDY
from store.text import normalise

# Events from which times count, each in the words of people and of rules.
_EVENTS = (
    re.compile("申请|申报|递交|提交|交上去|报上去|寄出|受理"),
    re.compile("授权|授予|核准|注册|登记|批准|批下|获批|拿证|下证|发证|颁发"),
    re.compile("签|订立|成立"),
    re.compile("创作完成|写完|画完|做完|完成"),
    re.compile("发表|出版|首次|第一次"),
    re.compile("死亡|去世|死"),
    re.compile("知道|得知|知晓|发现|应知"),
    re.compile("收到|送达|接到|到手|到账"),
    re.compile("发生|出事|造成"),
)
_CLAIMS_START = re.compile(
    "(?:从|自|打|按)(?P<event>[^,，。;；?？]{2,14}?)(?:那[一]?[天日]|之日|当[天日]|的?(?:时候|日子)|日|后|以后|之后)?(?:起|开始|算|计)"
)
_NOT_FROM = re.compile("(?<!是)不是?(?:从|自|打|按)")
_STARTS = re.compile("自(?P<event>[^，,。；;自]{2,24}?)(?:之日|日|之时)?起")
_PAYS = re.compile("(?<![提递])[交收缴付掏](?!通|易|款人)|出钱")
_FREES = re.compile("免[收交缴征]|免予[收交缴]|不(?:再)?收取?|免费")
_NTH = re.compile(r"第[一二三四五六七八九十\d]+")
_ARBITRARY = re.compile(
    "(?:擅自|未经[^，,。；;、]{1,12}(?:同意|许可|批准|授权)[，,]?(?:而|就|擅自)?)(?:将[^，,。；;、]{1,8}?)?([一-鿿]{2})"
)
_WITH_LEAVE = re.compile("同意|批准|许可|允许(?!吗)|审批|打.{0,3}招呼")


_SPOKEN, _IN_WRITING = re.compile(r"\b(?:verbal(?:ly)?|oral(?:ly)?|unwritten)\b"), re.compile("应当?[^，。；]{0,6}书面")
# Two things at once, and the choice of one of them.
_BOTH = re.compile("(?P<one>[一-鿿]{2})(?:和|跟|与|、|及|又[一-鿿]{1,2})(?P<other>[一-鿿]{2})")
_AT_ONCE = re.compile("一[起块并]|同时|都(?!可以?不|不)|[两俩][个样种份]?都")
_CHOICE = re.compile("选择(?P<of>[^。；]{0,20}或者?[^。；]{0,20})")
# What a deed is forbidden for, and who says that he does it for himself: 自己吃, 不卖.
_FOR_GAIN = re.compile("(?<![不非])(?:为|以)(?:生产经营|经营|商业|营利|牟利)(?:为)?目的")
_FOR_ONESELF = re.compile(
    "自用|自家|家里[^,，。]{0,4}用|自己(?:一个人|在家|家里?)?[^,，。卖]{0,4}[用玩看穿吃喝](?!户)|个人(?:使用|兴趣|爱好|欣赏)|不(?:是)?(?:拿来|拿去|用来|为了?|对外|往外|打算)?(?:卖|销售|出售|赚钱|挣钱|营利|盈利|经营|做生意)|非(?:商业|营利)"
)
_OTHERS_MAY = re.compile("(?:[他她]们?|人家|对方|[权主老]人|老板)[^，,。]{0,3}(?:能|可以)")
_IN_BUSINESS = re.compile("公司|企业|单位|工厂|厂[里子]|店里?|生产线|车间")


def otherwise_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict where the stretch has it otherwise; None where it does not, or that is not certain."""
    claim, rule = claim_of(question), normalise(stretch)
    if question.english:
        return _unwritten(claim, rule)
    told = affirmed(claim)
    if _for_oneself(question, rule):
        may = ASKS_LEAVE.search(told) and not (REMEDY.search(told) or _OTHERS_MAY.search(told))
        return "yes" if bool(may) != is_negative(claim) else "no"
    if _with_leave(question, told, rule):
        return "no" if denies_asked(claim) else "yes"
    if _together(question, told, rule):
        return "yes" if is_negative(claim) else "no"
    if not (_other_start(told, rule) or _frees(question, told, rule) or _arbitrary(question, told, rule)):
        return None
    return "yes" if is_negative(claim) or _NOT_FROM.search(claim) else "no"


def _for_oneself(question: Question, rule: str) -> bool:
    """Whether the rule forbids what is done for gain, and the question tells that its deed is not."""
    told = _FOR_ONESELF.search(question.text) and not _IN_BUSINESS.search(question.text)
    return bool(told and _FOR_GAIN.search(rule) and FORBIDS.search(rule))


def _unwritten(claim: str, rule: str) -> Verdict | None:
    """Whether it holds by word of mouth what the rule has in writing, as it is asked in English."""
    spoken = _SPOKEN.search(claim) and _IN_WRITING.search(rule)
    return ("yes" if re.search(r"\b(?:not|invalid|void)\b", claim) else "no") if spoken else None


def _together(question: Question, claim: str, rule: str) -> bool:
    """Whether the claim has both of two things that it names at once, between which the rule has one choose."""
    choice, both = _CHOICE.search(rule), _BOTH.search(question.text)
    if choice is None or both is None or not _AT_ONCE.search(claim):
        return False
    return both["one"] in choice["of"] and both["other"] in choice["of"]


def _other_start(claim: str, rule: str) -> bool:
    """Whether the claim has a time count from one event, and the only start that the rule names is another."""
    claimed, starts = _CLAIMS_START.search(claim), _STARTS.findall(rule)
    if claimed is None or len(set(starts)) != 1:
        return False
    said, ruled = _events(claimed["event"]), _events(starts[0])
    return bool(said and ruled) and not said & ruled


def _events(text: str) -> frozenset[int]:
    return frozenset(n for n, words in enumerate(_EVENTS) if words.search(text))


def _frees(question: Question, claim: str, rule: str) -> bool:
    """Whether it is asked if something is to be paid of which the part of the rule on that frees."""
    pays = _PAYS.search(claim) and not (ASKS_LEAVE.search(claim) or "免" in claim)
    parts = re.split("[，,；;。]", closest_part(rule, question.text)) if pays else []
    asked = set(_NTH.findall(normalise(question.original)))
    freed = [set(_NTH.findall(part)) for part in parts if _FREES.search(part)]
    return any(not (asked and nth) or asked & nth for nth in freed)


def _arbitrary(question: Question, claim: str, rule: str) -> bool:
    """Whether leave is asked for what the rule names as done without it, and the question tells of none, or that there is none."""
    without = DISAGREED.search(question.text) or not _WITH_LEAVE.search(claim)
    return bool(without) and any(_asks_leave(claim, deed) for deed in _ARBITRARY.findall(rule))


def _with_leave(question: Question, claim: str, rule: str) -> bool:
    """Whether leave is asked for what the rule names only as done without it, and the question tells that it was given."""
    agreed = AGREED.search(question.text) and not DISAGREED.search(question.text)
    return bool(agreed) and any(_asks_leave(claim, deed) for deed in _ARBITRARY.findall(rule))


def _asks_leave(claim: str, deed: str) -> bool:
    """Whether a claim asks for leave to do a deed, and not for something else that comes of it."""
    leave = ASKS_LEAVE.search(claim)
    behind = claim[leave.end() :] if leave else ""
    return leave is not None and deed in (behind if content_terms(behind) else claim)
