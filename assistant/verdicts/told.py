"""Verdicts that a clause tells in so many words: who pays nothing (免收), or less, what is not given or not supported yet, what one may
do who cannot do something else, what comes of a deed that is listed. Knows the words of rules, not any rule."""

import re

from assistant.answer import Verdict
from assistant.figures.table_cells import bracketed, none_cell
from assistant.figures.thresholds import condition_holds
from assistant.understanding.contrast import closest_part, pairs
from assistant.understanding.polarity import affirmed, claim_of, denies_asked, is_negative
from assistant.understanding.question import Question, content_terms
from assistant.understanding.rule_words import ASKS_DUTY, ASKS_LEAVE, ASKS_PAY, CLAUSE_NEGATIVE, OMITS, PROVISO
from assistant.understanding.values import find_values
from assistant.verdicts.special import is_one_of
from store.text import normalise

_FREE = re.compile(
    r"免(?:收|缴|交|征|付|费)|免除[^，。；]{0,10}[费金租]|不(?:再)?收取?[^，。；]{0,8}[费金]|(?:无需|无须|不需|不用)(?:另行)?(?:缴|交|支?付)"
)
_MUST_PAY = re.compile(r"(?:应当?|须|由[^，。；]{1,10})(?:按[^，。；]{1,12})?(?:缴|交纳|支付|承担|负担)|收取")
_REDUCED = re.compile(r"减[收半缴征免]|优惠|打[\d一二三四五六七八九]+折")
_PAYS = re.compile(
    r"(?:(?<![重主想])要|需要?|得|用|必须|应该?)[^，,。?？不]{0,12}[交缴付掏](?!通|流|接|代|给谁|材料)[^，,。?？]{0,14}(?:[吗么吧嘛不没]|$)"
    r"|(?P<pays>[交缴付收])不(?P=pays)"
    r"|收[^，,。?？]{0,4}[费钱](?:[吗么吧嘛不没]|$)"
)
_CLAIMS_FREE = re.compile(r"免费|免[收缴交]|不要钱|不花钱|不收[费钱]|不用(?:花钱|[交缴付掏][^，,。?？]{0,8})")
_NOT_GIVEN = re.compile(
    r"(?:暂不|暂未|尚未|尚不)(?:支持|开放|开通|办理|提供|受理|开展|纳入|实行)|不(?:予|再)?(?:支持|发放|享受|给予|资助|补助|补贴|奖励|退还|返还|报销|补发)"
)
# What says that something is to be paid for, and what is given or a penalty.
_PRICE, _AID = re.compile("[费票]|押金|租金|收取|价格"), re.compile("[补奖罚赔]|资助|支持|免")
# Who asks whether something counts as aid asks whether it gets any.
_GETS = re.compile(r"[能给]|(?:还|会)?[退补发报](?:吗|么|$)|可以|有|算[^，,。?？]{0,6}(?:补助|补贴|资助|奖励|支持)")
# Who cannot do the one may do the other: 本人不能到场的，可以委托他人.
_INSTEAD = re.compile(r"(?:^|[，。；])([^，。；]*(?:不能|无法|不便|未能|不方便)[^，。；]*的)，([^。；]*?可以?[^。；]*)")
# What may be left undone: 可以不提交样品.
_MAY_NOT = re.compile("(?P<whom>[^，。；：]{0,20}?)(?:的，)?可以?不(?:再|必|用)?(?P<deed>[^，。；]{2,12})")
# What somebody else may not refuse: 馆方不让我带伞，可以吗.
_REFUSED = re.compile("不(?:让|准|许|允许)[^，,。]{2,16}[，,]?(?:这样)?(?:可以|行|成)[吗么不]")
_RIGHT = re.compile("(?<!所)有权|享有|可以")
_UNLIMITED = re.compile(r"不受[^，。；]{1,12}限制")
_INFRINGES = re.compile("侵(?:权|犯)")
_OUTSIDE = re.compile(r"不适用本(?!条|款)|本(?:法|条例|办法|规定)不适用于")
# What is paid over and over, and a rule by which money must not be spent so.
_RUNNING = re.compile("工资|薪[水酬资]|奖金|津贴|福利|[水电暖]费|办公费|招待|差旅")
_NO_RUNNING = re.compile("不得[^，。；]{0,6}用于[^。；]{0,30}(?:经常|日常)性?[^，。；]{0,4}(?:支出|开支|费用|开销)")
# What is asked leave for, and what is forbidden by just that word: 能退票吗, 不予退票.
_ASKED_DEED = re.compile("(?:能不能|可不可以|可以|能|允许)(?P<deed>[^能]{2,12}?)[吗么嘛不没]?[?？]*$")
_BANNED = re.compile("(?:^|(?<=[,，。;；]))(?:不予|不得|不能|不可|不再|禁止|严禁)([^,，。;；]{2,30})")
_CONDITION = re.compile("的[,，][^，。；]*$")
_EXCEPTED = re.compile("除外|但")
# What those in a listed case don't get, or no longer.
_NOT_FOR = re.compile("有下列[^，。；]{2,8}的?，[^。；：]*(?:停止?|不予|不得|不再|取消|终止|不享受)")
_ASKS_AID = re.compile("(?:能|会|可以)(?:继续)?[^,，。?？不]{0,6}[领拿享发给补]")
_DUTY = re.compile(r"(?<![重主想])要|需|必须|得|用")
_DEED = re.compile(r"有下列[^，。；]{2,8}之一的，(?!不(?:予|再)?(?:处|追))[^。；]*?(?:应当?|由|处|予以|给予|责令)")
_COMES = re.compile(r"会(?:不会)?(?:被|遭|受到?)|(?:被|受到?)[^，,。?？]{1,8}[吗么吧]")
# The penalties that a rule names by these words: who asks for one that it does not name, is told of those that it does.
_PENALTIES = (
    (re.compile("坐牢|判刑|蹲监|进监|入狱|刑事|抓起来"), re.compile("刑|犯罪|拘留|法律责任|依法(?:处|追究)")),
    (re.compile("扣[分钱]"), re.compile("扣|减")),
    (re.compile("吊销|吊[证照]"), re.compile("吊销|资格|证书|依照|依法处")),
)
_PENAL = re.compile("不予|责令|罚款|警告|没收|处分|取消|吊销|通报批评")


def told_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by such words; None where there are none, or they are on something else."""
    if question.english:
        return None
    claim = affirmed(claim_of(question))
    if none_cell(question, stretch) and _GETS.search(claim):
        return "yes" if is_negative(claim_of(question)) else "no"
    if paying := _paying(question, claim, PROVISO.sub("", stretch)):
        return paying
    if denies_asked(claim_of(question)):
        return None
    if ban_told(question, stretch):
        return "no"
    if ASKS_LEAVE.search(claim) and _bans(claim, stretch):
        return "no"
    return (
        _let_off(claim_of(question), stretch)
        or _not_given(question, claim, stretch)
        or _leave(claim, stretch)
        or _of_rule(question, claim, stretch)
    )


def _paying(question: Question, claim: str, rule: str) -> Verdict | None:
    free, part = _FREE.search(rule), closest_part(rule, question.text)
    claims_free = _CLAIMS_FREE.search(claim)
    pays = _PAYS.search(claim) or _PAYS.search(question.text) or ASKS_PAY.search(claim)
    if not (claims_free or pays) or OMITS.search(claim) or (not claims_free and is_negative(claim_of(question))):
        return None
    if part != rule and _MUST_PAY.search(part) and not _FREE.search(part):
        return "no" if claims_free else None
    if part != rule and _REDUCED.search(rule) and (freed := _FREE.search(part)):  # 学生免收，老人减半收取
        return ("yes" if claims_free else "no") if is_one_of(question.text, normalise(part[: freed.start()])) else None
    if free is None:
        return "no" if claims_free and (_REDUCED.search(rule) or _charges(rule)) else None
    if _MUST_PAY.search(rule) or not _is_on(question, rule, free):
        return None
    return "yes" if claims_free else "no"


def _charges(rule: str) -> bool:
    """Whether a rule says how much something costs, and not what is given for it."""
    priced = any(value.kind == "amount" and value.size for value in find_values(rule))
    return priced and bool(_PRICE.search(rule)) and not _AID.search(rule)


def _is_on(question: Question, rule: str, free: re.Match[str]) -> bool:
    """Whether those who pay nothing, or what costs nothing, are what is asked about, and not merely the payment."""
    sentence = normalise(rule[rule.rfind("。", 0, free.start()) + 1 :])
    what = normalise(rule[free.start() :].partition("，")[0])
    shared = (pairs(question.text) & pairs(sentence)) - pairs(what)
    return bool(shared) or is_one_of(question.text, sentence.partition(what)[0])


def _not_given(question: Question, claim: str, stretch: str) -> Verdict | None:
    """Whether one gets what the sentence that shares most with the claim, or the only one, on the case's own figure, says is not
    given."""
    sentences = re.findall("[^。；]+", PROVISO.sub("", stretch))
    shared = sorted(((len(pairs(normalise(one)) & pairs(claim)), one) for one in sentences), reverse=True)
    clearly = bool(shared) and shared[0][0] > (shared[1][0] if len(shared) > 1 else 0)
    clearly = clearly or (len(shared) == 1 and bracketed(question, stretch) > 0)
    return "no" if clearly and _GETS.search(claim) and _NOT_GIVEN.search(shared[0][1]) else None


def _bans(claim: str, stretch: str) -> bool:
    """Whether a stretch forbids, without a condition or an exception, by its very words what is asked leave for."""
    deed = _ASKED_DEED.search(claim)
    terms = [term for term in content_terms(deed["deed"]) if len(term) > 1] if deed else []
    said = normalise(stretch)
    banned = "，".join(one[1] for one in _BANNED.finditer(said) if not _CONDITION.search(said[: one.start()]))
    return bool(terms) and not _EXCEPTED.search(said) and all(term in banned for term in terms)


def _let_off(claim: str, stretch: str) -> Verdict | None:
    """Whether one has to do what the rule lets just those leave undone whom the question names."""
    if not ASKS_DUTY.search(claim) or ASKS_LEAVE.search(affirmed(claim)) or is_negative(claim):
        return None
    for undone in _MAY_NOT.finditer(PROVISO.sub("", stretch)):
        named = all(term in claim for term in content_terms(normalise(undone["whom"])) if len(term) > 1)
        if named and pairs(normalise(undone["deed"])) & pairs(claim):
            return "no"
    return None


def _leave(claim: str, stretch: str) -> Verdict | None:
    """Whether one may who is freed of a limit, or do the one thing who cannot do the other."""
    if not ASKS_LEAVE.search(claim):
        return None
    if _REFUSED.search(claim):
        return "no" if _RIGHT.search(stretch) and not CLAUSE_NEGATIVE.search(stretch) else None
    instead = _INSTEAD.search(stretch)
    if instead and not CLAUSE_NEGATIVE.search(instead[2]) and pairs(claim) & (pairs(instead[2]) - pairs(instead[1])):
        return "yes"
    return "yes" if _UNLIMITED.search(stretch) and not CLAUSE_NEGATIVE.search(_UNLIMITED.sub("", stretch)) else None


def _of_rule(question: Question, claim: str, stretch: str) -> Verdict | None:
    """Whether a duty falls on who is outside the rule, or something comes of a deed that is among those listed."""
    duty = _DUTY.search(claim) and not ASKS_LEAVE.search(claim)
    if _OUTSIDE.search(stretch) and (duty or _INFRINGES.search(claim)):
        return "no"
    if _NOT_FOR.search(stretch) and _ASKS_AID.search(claim):
        return "no"
    if not _DEED.search(stretch) or not _COMES.search(claim):
        return None
    held = condition_holds(question, stretch) if question.values else True
    return None if held is None else "yes" if held else "no"


def is_untold(question: Question, stretch: str) -> bool:
    """Whether the question asks for a penalty that a stretch which names others does not: another law may."""
    claim = affirmed(claim_of(question))
    asked = (named for words, named in _PENALTIES if words.search(claim))
    return bool(_PENAL.search(stretch)) and any(not named.search(stretch) for named in asked)


def ban_told(question: Question, stretch: str) -> str:
    """The sentence that forbids what is paid over and over, where that decides; "" where it does not."""
    if not (ASKS_LEAVE.search(claim := affirmed(claim_of(question))) and _RUNNING.search(claim)):
        return ""
    sentences = (one for one in re.findall("[^。；]+", stretch) if _NO_RUNNING.search(PROVISO.sub("", one)))
    return next(sentences, "")
