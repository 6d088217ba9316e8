"""The verdict of a yes-no question by the stretch that answers it, and the correction of wrong values in a question.

A wrong figure, one's own figure against a floor or a ceiling, a case that the rule does not reach, an obligation where there
is none, or one who does not act, is told by rule; all else is judged by `assistant.verdicts.learned`, to which what the rules say
(`assistant.verdicts.rules`) is one thing among others. The words that begin the answer are `assistant.verdicts.lead`'s.
"""

import re
from dataclasses import dataclass, replace

from assistant.answer import Verdict
from assistant.figures.bounds import bound_verdict, turns_bound
from assistant.figures.claimed_days import names_right_day
from assistant.figures.claimed_values import (
    favours_others,
    holds_case,
    names_right_age,
    sets_own,
    speaks_of_rule,
    tells_case,
    wrong_values,
)
from assistant.figures.grace import grace_verdict
from assistant.figures.periods import period_verdict, tells_time
from assistant.figures.thresholds import threshold_sentence
from assistant.figures.tiers import tier_verdict
from assistant.understanding.contrast import (
    denies_owner,
    equal_where_graded,
    other_actor,
    other_holding,
    other_owner,
    other_side,
    pairs,
)
from assistant.understanding.grades import on_grade
from assistant.understanding.paired_values import comparable
from assistant.understanding.polarity import affirmed, claim_of, is_negative
from assistant.understanding.question import Question, understand
from assistant.understanding.rule_words import LATE, NOT_AGREED, SANCTION, UNAGREED
from assistant.understanding.values import Value, find_values
from assistant.verdicts.barred import denies_more
from assistant.verdicts.consent import consent_verdict, hangs_on_consent
from assistant.verdicts.deemed import deemed_verdict
from assistant.verdicts.english_figures import figures_verdict
from assistant.verdicts.english_undone import undone_in_english
from assistant.verdicts.exceptions import excepted_verdict, what_holds
from assistant.verdicts.feared import hoped
from assistant.verdicts.held import held_verdict
from assistant.verdicts.lead import lead_of
from assistant.verdicts.learned import learned_verdict
from assistant.verdicts.needed import needed_verdict
from assistant.verdicts.not_done import not_done_verdict
from assistant.verdicts.only import only_verdict
from assistant.verdicts.otherwise import otherwise_verdict
from assistant.verdicts.presumed import contradicts, presumes_wrong
from assistant.verdicts.reach import hangs_on_number, reach_verdict
from assistant.verdicts.rules import (
    foreign_body,
    is_sure_of_preference,
    makes_alike,
    obliges_too_much,
    offered_verdict,
    rule_verdict,
    states_no_figures,
)
from assistant.verdicts.schooling import schooling_verdict
from assistant.verdicts.spared import spared_verdict
from assistant.verdicts.special import item_alone, without_others
from assistant.verdicts.terms_asked import among_other_periods, term_verdict, without_extension
from assistant.verdicts.told import is_untold, told_verdict
from assistant.verdicts.undone import undone_verdict
from assistant.verdicts.void_in_part import VOID_IN_PART, void_in_part

# 能不能参股，还是只能补助 asks whether one may.
_ALTERNATIVE = re.compile(r"(?P<asked>.*(?:能不能|可不可以|是不是|要不要|用不用|算不算|能否|可否|是否).*?)[,，]还是")
# A time that a rule is said to set, and none that has gone by: 两年不用才能收回, 10日内要交; but 我们拖了10日才交.
_RULED = re.compile("(?:内就?(?:必须|要(?!不要)|应当?|须|得)|才(?:能|可以?|准|允许))(?P<deed>[^,，。;；?？]*)")
_ASKS_IF_DUE = re.compile("内就?(?:要|需|须|得)[^,，。;；?？]*[吗么][?？]?$")
_OF_CASE = re.compile("[我咱了过已]")
_DEFINES = re.compile("是指")
# Whose the right is (著作权属于作者) decides not yet whether a deed infringes it.
_INFRINGES = re.compile("侵权|侵犯")
_OF_INFRINGING = re.compile("侵|许可|同意|授权|不视为|责任|不得|不能|禁止|可以|(?<!所)有权|无权|应当")
NOT_SO = "规定并非如此。"
# Whether one's time or money suffices for what a rule is wrongly said to ask is nothing that the right figure decides.
_SUFFICES = re.compile("[,，](?:那|这)?(?:时间|钱|资金|经费|人手|精力|地方)[^,，]{0,4}(?:够|来得及|赶得上)[^,，]{0,4}$")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, None where there is none to give, with the words that begin the answer, whether they surely put right what
    is claimed, the figure that does, "" where none is claimed wrongly, and the words for that."""

    verdict: Verdict | None
    lead: str
    puts_right: bool = False
    right: str = ""
    correction: str = ""


def judge(question: Question, stretch: str, document_text: str, found: str = "") -> Judgement:
    """Judge a question by the stretch of the document that answers it, and `found`, the words in it that did."""
    if alternative := _ALTERNATIVE.match(question.text):
        question = understand(alternative["asked"])
    if (may := hoped(question)) and (judged := judge(may, stretch, document_text, found)).verdict:
        verdict: Verdict = "no" if judged.verdict == "yes" else "yes"
        lead = lead_of(question, verdict)
        lead = lead.replace("。", "，") + judged.correction if judged.correction else lead
        return replace(judged, verdict=verdict, lead=lead)
    stretch = without_extension(question, what_counts(question, stretch))
    stretch = on_grade(question.text, stretch) if question.values else stretch
    stretch = item_alone(question, without_others(question, stretch, document_text))
    if question.yes_no and (excepted := excepted_verdict(question, stretch)):
        return verdict_of(question, excepted)
    stretch = what_holds(question, stretch)
    judged = _judged(question, stretch, document_text, found)
    if judged.verdict == "no" and not judged.puts_right:
        foreign = foreign_body(question, stretch, document_text)
        return replace(judged, puts_right=foreign or contradicts(stretch, question))
    return judged


def _judged(question: Question, stretch: str, document_text: str, found: str) -> Judgement:
    # English has no characters by which to tell which of a clause's figures is meant.
    figures = found if question.english and find_values(found) else stretch
    wrong = tuple(wrong_values(question, figures))
    if not question.yes_no:
        told = holds_case(question, stretch) or tells_case(question, stretch) or tells_time(question, stretch)
        presumed = "" if wrong or not presumes_wrong(question, stretch) else NOT_SO
        return Judgement(None, presumed or ("" if told else _correction(question, wrong)))
    if makes_alike(question, stretch):
        return verdict_of(question, "yes" if is_negative(claim_of(question)) else "no")
    if void_in_part(question, stretch):
        return Judgement("no", VOID_IN_PART)
    own = sets_own(question, figures)
    ruled_time = _sets_time(question, stretch)
    past = own or (tells_time(question, stretch) and not ruled_time)
    settled = tier_verdict(question, stretch) or term_verdict(question, stretch) or schooling_verdict(question, stretch)
    settled = settled or otherwise_verdict(question, stretch) or grace_verdict(question, stretch)
    settled = settled or undone_in_english(question, stretch)
    settled = settled or undone_verdict(question, stretch) or deemed_verdict(question, stretch)
    if settled:
        return verdict_of(question, settled)
    reached = bound_verdict(question, stretch) or needed_verdict(question, stretch) or told_verdict(question, stretch)
    reached = reached or not_done_verdict(question, stretch) or reach_verdict(question, stretch)
    reached = reached or (None if ruled_time else period_verdict(question, stretch))
    reached = reached or spared_verdict(question, stretch) or consent_verdict(question, stretch)
    reached = reached or offered_verdict(question, stretch)
    corrects = ruled_time or speaks_of_rule(question) or not comparable(question, figures)
    corrects = corrects and bool(wrong) and not past
    if reached and not (corrects and reached == "no"):
        return verdict_of(question, reached)
    if _INFRINGES.search(claim_of(question)) and not _OF_INFRINGING.search(stretch):
        return Judgement(None, "")
    if hangs_on_number(question, stretch) or hangs_on_consent(question, stretch):
        return Judgement(None, "")
    if favours_others(question, stretch) or is_untold(question, stretch):
        return Judgement(None, "")
    if corrects and among_other_periods(wrong[0], stretch):
        return verdict_of(question, "no")
    if corrects and denies_more(question, *wrong[0]):
        return Judgement("yes", lead_of(question, "yes"))
    if corrects:
        lead = lead_of(question, "no")
        lead = lead if question.english else lead.replace("。", "，")
        correction = _correction(question, wrong)
        lead = "" if ruled_time and _ASKS_IF_DUE.search(question.text) else lead  # 不需要 would deny the duty, too
        if _SUFFICES.search(question.text):
            return Judgement(None, correction, True, wrong[0][1].text, correction)
        return Judgement("no", lead + correction, True, wrong[0][1].text, correction)
    if turns_bound(question, figures):
        return verdict_of(question, "yes" if is_negative(claim_of(question)) else "no")
    if not own and (stated := figures_verdict(question, figures)):
        return verdict_of(question, stated)
    if names_right_day(question, stretch) or names_right_age(question, stretch):
        return verdict_of(question, "no" if is_negative(claim_of(question)) else "yes")
    if only := only_verdict(question, stretch):
        return verdict_of(question, only)
    if foreign_body(question, stretch, document_text) or other_actor(question.text, stretch):
        return verdict_of(question, "no")
    if states_no_figures(question, stretch):
        return verdict_of(question, "yes" if is_negative(claim_of(question)) else "no")
    if obliges_too_much(question, stretch) or is_sure_of_preference(question, stretch):
        return verdict_of(question, "no")
    claim = claim_of(question)
    if equal_where_graded(claim, stretch) or other_side(claim, stretch) or other_holding(claim, stretch):
        return verdict_of(question, "yes" if is_negative(claim) else "no")
    if other_owner(affirmed(claim), stretch, question.text):
        return verdict_of(question, "yes" if denies_owner(claim) else "no")
    if not own and (held := held_verdict(question, stretch)):
        return verdict_of(question, held)
    ruled = rule_verdict(question, threshold_sentence(question, figures) if own else stretch, found)
    verdict = ruled if own else learned_verdict(question, stretch, ruled)
    # What only says what a thing is denies nobody anything.
    defined = ruled is None and verdict == "no" and _DEFINES.search(stretch)
    return Judgement(None, "") if defined else verdict_of(question, verdict)


def _sets_time(question: Question, stretch: str) -> bool:
    """Whether the question says what time a rule sets for a deed of which the stretch speaks, and not how long something of its
    own has been."""
    ruled = _RULED.search(question.text) if any(value.kind == "period" for value in question.values) else None
    return bool(ruled and pairs(ruled["deed"]) & pairs(stretch)) and not _OF_CASE.search(question.text)


def what_counts(question: Question, stretch: str) -> str:
    """The stretch without what happens to who is late, which says nothing of who is not; of one that says what holds where
    nothing is agreed, no more than that where the question says that nothing is."""
    if (unagreed := UNAGREED.search(stretch)) and NOT_AGREED.search(question.text):
        return unagreed[0].rpartition("的，")[2]
    late = LATE.search(question.text) or any(value.kind == "date" for value in question.values)
    return stretch if late else SANCTION.sub("", stretch)


def verdict_of(question: Question, verdict: Verdict | None) -> Judgement:
    """A verdict that was worked out, with the words that begin the answer; none for a question that wants none."""
    return Judgement(verdict, lead_of(question, verdict) if verdict else "")


def _correction(question: Question, wrong: tuple[tuple[Value, Value], ...]) -> str:
    if question.english:  # which is told by the rendering, where a figure has Chinese in it
        return "".join(
            f"{right.text}, not {value.text}. " for value, right in wrong[:1] if (right.text + value.text).isascii()
        )
    value, right = wrong[0] if wrong else (None, None)
    if value is None or right is None:
        return ""
    # Who asks of two 家 is not told of one 个 in the same breath.
    otherwise_counted = value.kind == "count" and not value.text.endswith(right.unit)
    return f"应为{right.text}。" if otherwise_counted else f"应为{right.text}，不是{value.text}。"
