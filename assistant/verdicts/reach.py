"""Whether a rule reaches the case that a question tells: the years it is about, what it only prefers, how many it lets.

Each gives the verdict by itself, or none where the question is about something else.
"""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import closest_part, not_yet, only_by, other_deed_holds, pairs
from assistant.understanding.polarity import affirmed, claim_of, is_negative, verdict_if
from assistant.understanding.question import Question
from assistant.understanding.rule_words import (
    APART,
    ASKS_DUTY,
    ASKS_EASE,
    ASKS_LEAVE,
    ASKS_PAY,
    ASKS_TAKING,
    BOUND_BY,
    BURDENED,
    BY_ONE,
    CLAIMS_RIGHT,
    EASES,
    FINAL,
    FREED_OF,
    FREES,
    GOES_ON,
    HOLDS,
    LEAVES_UNDONE,
    LEFT_FOR_LATER,
    MAY_GO_ON,
    MUST_BE_DONE,
    MUST_PAY,
    NEED_NOT_PAY,
    NO_RIGHT,
    NOT_FOR,
    NOT_NEEDED,
    NOT_TO_BE_MADE,
    OMITS,
    OPTIONAL,
    PREFERS,
    PROVISO,
    REMEDY,
    SAME_TOO,
    SETTLED,
    TO_COURT,
    TOGETHER,
    TURNED_AWAY,
    UNBOUND,
    USED_UP,
    WRONG,
)
from assistant.verdicts.barred import barred_verdict
from assistant.verdicts.rules import denies
from assistant.verdicts.years import years_verdict

_ALL, _LIMITED = (
    re.compile("全部|全额|全数|所有|全都?(?=[还赔给付担交])"),
    re.compile("以[^，。；]{1,20}为限|应当减轻[^，。；]{0,6}责任"),
)
# Who asks whether he is spared (就不用赔了吗), and who asks for what another owes him.
_SPARED = re.compile(
    "(?:不(?:用|必|需要?|再|会)?|免(?:于|予|掉|除)?)(?:再|去)?(?:赔|担责|担(?=责任)|承担|罚|追究|负责)"
)
_GETS_BACK = re.compile("(?:能|可以|有权)[^,，。不]{0,4}要[^,，。]{0,2}赔|索赔")
_NO_REMEDY = re.compile("不得(?:请求|要求|主张|起诉)|无权(?:请求|要求|主张|起诉)")
_ANY_AGE = re.compile("不受年龄[^，。；]{0,4}限制|不限年龄|年龄不限")
_PREFERRING = re.compile(rf"[^，。；：]*{PREFERS.pattern}[^，。；：]*")
_HAS_NOT = re.compile(r"(?:(?<!是)不是|没有?|并非|不属于|不算)([^，,。?？能可就还够]{2,16})")
_ELIGIBLE = re.compile(
    r"够格|资格|能不?能?报|申报|有戏|报名|能不能|可以|够条件|排除|没门|\b(?:apply|eligible|qualify)\b"
)
_ONE = re.compile(r"(?:可|只[能可]|限|仅)[^，。；]{0,4}(?:1|一)[个家项名件]")
_ANOTHER = re.compile(r"(?:同时|再|另外)[^，。,?]{0,4}(?:报|推|选|申请|提)")
_TAKEN = re.compile(r"(?:已经?|都|报|推|选|定|推荐|上报)了")
_SHUTS_OUT = re.compile(r"\d[个家项次件名]及?以上[^，。；]*的[^，。；]*，?[^，。；]*不(?:再|予|得)")
_GETS = re.compile(
    "申[请报领]|报名|领(?!导)|享受?|拿到?|获得|得到|参[加评]|入选|补[贴助]|奖|资助|报销|认[定证]|评[上选定]|入围|落户"
)
_HAS_BEEN = re.compile(r"过|已|还|前[几两]?[年批次]|去年|往年|以前|曾|\b(?:already|ha[sd]|have|been|was|were|before)\b")


def reach_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by whether the rule reaches the case; None where that decides nothing."""
    for rule in (
        years_verdict,
        _any_age,
        _limited,
        _preferred,
        _taken,
        _freed,
        _wronged,
        _costs,
        _unbound,
        _held_from,
        _alone,
        _same_too,
        _left,
        _goes_on,
        barred_verdict,
        _no_right,
        _turned_away,
        _to_be_done,
    ):
        if (verdict := rule(question, stretch)) is not None:
            return verdict
    return None


def _any_age(question: Question, stretch: str) -> Verdict | None:
    """Whether somebody of an age may, where the clause is for those of any age."""
    told = any(value.kind == "age" for value in question.values) and _ANY_AGE.search(stretch)
    return verdict_if(question, True) if told and ASKS_LEAVE.search(affirmed(claim_of(question))) else None


def _limited(question: Question, stretch: str) -> Verdict | None:
    """Whether all of something is owed, or due, that the clause limits: 以实际收到的货款为限."""
    claim = affirmed(claim_of(question))
    if not (_ALL.search(claim) and _LIMITED.search(stretch)):
        return None
    return "yes" if is_negative(claim) else "no"


def _preferred(question: Question, stretch: str) -> Verdict | None:
    """Who lacks what a rule only prefers is not shut out."""
    preferring = " ".join(_PREFERRING.findall(stretch))
    if not _ELIGIBLE.search(question.text):
        return None
    for lack in _HAS_NOT.finditer(question.text):
        if _share(lack[1], preferring):
            asked = _HAS_NOT.sub(lambda one: one[0] if _ELIGIBLE.search(one[0]) else "", question.text)
            return "no" if is_negative(asked) else "yes"
    return None


def _taken(question: Question, stretch: str) -> Verdict | None:
    """One more than the one that a rule lets is too many."""
    more = _TAKEN.search(question.text) and _ANOTHER.search(question.text)
    return verdict_if(question, False) if more and _ONE.search(stretch) else None


def _freed(question: Question, stretch: str) -> Verdict | None:
    """Whether what the asker fears to bear, or to have to do, is taken from him."""
    claim, rule = claim_of(question), PROVISO.sub("", stretch)
    burdened = BURDENED.search(affirmed(claim)) and (FREES.search(rule) or _NO_REMEDY.search(rule))
    made = NOT_TO_BE_MADE.search(rule)
    if made and OMITS.search(affirmed(claim)):
        return "yes"
    if not burdened and not (ASKS_DUTY.search(claim) and made):
        return None
    if burdened and _GETS_BACK.search(claim):
        return None
    return "yes" if is_negative(claim) or (burdened and _SPARED.search(affirmed(claim))) else "no"


def _costs(question: Question, stretch: str) -> Verdict | None:
    """Whether something is to be paid for, or gets cheaper."""
    claim = affirmed(claim_of(question))
    if is_negative(claim):
        return None
    if ASKS_PAY.search(claim) and bool(MUST_PAY.search(stretch)) != bool(NEED_NOT_PAY.search(stretch)):
        return "yes" if MUST_PAY.search(stretch) else "no"
    return "yes" if ASKS_EASE.search(claim) and EASES.search(stretch) else None


def _alone(question: Question, stretch: str) -> Verdict | None:
    """Whether one does alone what the clause has several do."""
    claim = claim_of(question)
    together = TOGETHER.search(closest_part(stretch, question.text)) and not APART.search(stretch)
    if not BY_ONE.search(claim) or not together:
        return None
    return "yes" if is_negative(claim) else "no"


def _same_too(question: Question, stretch: str) -> Verdict | None:
    """Whether what the clause says holds for something that it names beside the other."""
    same = SAME_TOO.search(claim_of(question))
    return "yes" if same and same[1] in stretch and not denies(stretch, question) else None


def _left(question: Question, stretch: str) -> Verdict | None:
    """Whether one may go to court where another has the last word, or something was settled that is left for later."""
    claim = claim_of(question)
    court = TO_COURT.search(claim) and FINAL.search(stretch) and not TO_COURT.search(stretch)
    if not court and not (SETTLED.search(claim) and LEFT_FOR_LATER.search(stretch)):
        return None
    return "yes" if is_negative(claim) else "no"


def _goes_on(question: Question, stretch: str) -> Verdict | None:
    """Whether one may go on with what the clause lets one go on with."""
    claim = claim_of(question)
    if not GOES_ON.search(affirmed(claim)) or not MAY_GO_ON.search(stretch):
        return None
    return "no" if is_negative(claim) else "yes"


def _no_right(question: Question, stretch: str) -> Verdict | None:
    """Whether one has what the clause says nobody has, or what its law does not give; what no law protects, one may use."""
    claim = affirmed(claim_of(question))
    lacking = "，".join(NO_RIGHT.findall(PROVISO.sub("", stretch)))
    outside = NOT_FOR.search(stretch)
    if is_negative(claim) or question.english or not (outside or pairs(lacking) & pairs(claim)):
        return None
    if outside and ASKS_LEAVE.search(claim) and not REMEDY.search(claim):
        return "no" if _GETS.search(claim) else "yes"  # what a rule grants is not for whom it does not apply to
    return "no" if CLAIMS_RIGHT.search(claim) else None


def _turned_away(question: Question, stretch: str) -> Verdict | None:
    """Whether something is taken that the clause has turned away."""
    claim = claim_of(question)
    away = TURNED_AWAY.search(PROVISO.sub("", stretch))
    return "no" if away and ASKS_TAKING.search(affirmed(claim)) and not is_negative(claim) else None


def _to_be_done(question: Question, stretch: str) -> Verdict | None:
    """Whether one may leave undone what the clause has done."""
    undone = LEAVES_UNDONE.search(affirmed(claim_of(question)))
    due = "，".join(MUST_BE_DONE.findall(PROVISO.sub("", stretch)))
    if not undone or OPTIONAL.search(due) or NOT_NEEDED.search(stretch):
        return None
    return "no" if set(undone[1]) & set(due) else None


def _held_from(question: Question, stretch: str) -> Verdict | None:
    """Whether a thing holds whose condition was not met, or only where it is."""
    claim = claim_of(question)
    if only_by(question.text, stretch):
        return "yes"
    if other_deed_holds(question.text, stretch):
        return "no"
    if not HOLDS.search(claim) or not not_yet(question.text, stretch):
        return None
    return "yes" if is_negative(HOLDS.sub("。", claim)) else "no"  # 还没生效 denies, 生效没 doesn't


def _unbound(question: Question, stretch: str) -> Verdict | None:
    """Whether something is bound by what the clause frees it of."""
    claim = affirmed(claim_of(question))
    freed, bound = UNBOUND.search(stretch), BOUND_BY.search(claim)
    no_bound = FREED_OF.search(stretch)
    if no_bound and USED_UP.search(question.text) and _share(no_bound[1], question.text):
        return "no" if is_negative(claim) else "yes"
    if not freed or not bound or freed[1] != bound[1]:
        return None
    return "yes" if is_negative(claim) else "no"


def _wronged(question: Question, stretch: str) -> Verdict | None:
    """Who asks whether he may go against a deed may, where the clause forbids it or makes somebody answer for it."""
    claim = claim_of(question)
    if not REMEDY.search(affirmed(claim)):
        return None
    if _NO_REMEDY.search(PROVISO.sub("", stretch)) and not _NO_REMEDY.search(claim):
        return "yes" if is_negative(claim) else "no"
    if not WRONG.search(stretch) or FREES.search(stretch):
        return None
    return "no" if is_negative(claim) else "yes"


def hangs_on_number(question: Question, stretch: str) -> bool:
    """Whether the stretch shuts out who has so many or more, and the question tells of none: it may go either way."""
    told = question.values or _HAS_BEEN.search(question.text)
    return not told and bool(_ELIGIBLE.search(question.text) and _SHUTS_OUT.search(stretch))


def _share(lack: str, words: str) -> bool:
    return any(lack[n : n + 2] in words for n in range(len(lack) - 1))
