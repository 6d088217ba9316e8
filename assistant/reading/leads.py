"""Leads: what puts a candidate ahead of others besides its own score and the conversation.

A text that denies where a question asks what may not be, one that states figures where it asks if there are any, one that
states the unit asked for, an editor's list, or one under the heading named, where a list is asked for; a statute falls
behind where another's subject is named, and a fine on persons where a firm's is asked for. How far was chosen on the development halves of evals/datasets.
"""

import re
from collections.abc import Collection, Iterable

from assistant.reading.read import clause_text, has_list, headed_node
from assistant.reading.standing_out import asks_grave, is_graver
from assistant.retrieval.retrieve import MEANT, Candidate
from assistant.understanding.asked_for import PENAL, asks_consequence, asks_liability
from assistant.understanding.question import Question
from assistant.understanding.rule_words import ASKS_FIGURES, CLAUSE_NEGATIVE, FLOOR_WORDS
from assistant.understanding.values import find_values
from store.index import Index
from store.records import Document
from store.text import normalise

DENIED, FIGURES, PERSONAL, MEASURED, LISTED, HEADED, OTHER_SUBJECT, BARE_DAY = 0.3, 0.2, 0.25, 0.1, 0.12, 0.3, 0.08, 0.4
GRAVE = 1.0  # of what comes of the grave case, where that is asked for
OWED = 0.1  # of what obliges one to do what is asked about
PENALTY_ELSEWHERE = 0.2
_GRAVE = "情节严重"
# Laws punish and have made good in nearly the same words, each what it is on.
_PAYS_FOR_IT = re.compile("罚(?!则)|赔")
ALL_SAID = 1.0
FRAME = 1.0
_HEADING = 4  # characters of a heading that nobody says by chance
# What is said around a heading by who asks for no more than how many parts stand under it, or which.
_AROUND = re.compile(
    r"(?:那|请问|列出|这|有|[几\d一二三四五六七八九十][项条个类种]|\W)*@(?:[都是有分为共包括含总一列出的到底究竟]|具体|详细|全部|所有|内容|要求|事项|哪些|哪几?|几|多少|什么|啥"
    r"|[项条个类种点块方面]|[呢啊呀]|\W)*"
)
# What frames a document, and tells no rule.
_FRAME = re.compile("》(?:文号|发文机关|主送机关|抄送机关|印发机关|署名|成文日期|题注|目录.*|附件说明.*)$")
_INTRODUCES = re.compile(r"(?:通知|公告|通告|说明|解答|规定|意见)如下[：:。]?\s*$")
# Who asks what a firm is fined is not told by what those who answer for it are.
_FIRM_PAYS = re.compile("(?:公司|单位|企业|厂里?|机构)[^,，。?？]{0,3}罚|^(?:公司|单位|企业)给.*罚")
_PERSONS_PAY = re.compile("[^，。；]{0,16}(?:责任人员|法定代表人|主要负责人)")
_DENIED = re.compile(
    r"(?:哪|什么|啥|谁)[^,，。?？]{0,8}(?:不能|不可以|不得|不让|不准|不许|不给|不可|不行|禁止)|(?:不能|不可以|不得|不让|不准|不许|禁止)[^,，。?？]{0,6}(?:哪|什么|啥)"
)
# Who asks what comes of a deed knows that it is forbidden.
_FORBIDS = re.compile(r"不得(?!少于|低于|超过|高于|多于)|禁止|严禁")
# Within how long one has to do something (几天内要回信) is said by what obliges one to do that.
_BY_WHEN = re.compile("(?:几|多少)个?(?:工作)?[天日月年][之以]?内(?:就?[要得须]|必须|应该|应当)([一-鿿]{2})")
_DAY_ALONE = re.compile(r"\s*\d{4}年\d{1,2}月\d{1,2}日。?\s*")
_ISSUED = re.compile("发文|[印下颁]?发[布的出]|成文|落款|署名|出台|文件|通知|日期|issue|date", re.I)
_IN_TIME = re.compile("截止|来得及|赶得上|来不及|赶不上|[算还]?晚|还收|超期|逾期")
_OF_A_LAW = re.compile("法$|促进")  # 商标法 is on 商标


def lead(index: Index, question: Question, candidate: Candidate, named: Collection[str]) -> float:
    """How far a candidate is ahead; `named` are the statutes whose subject the question names."""
    ahead = said_lead(question, clause_text(candidate))
    ahead += MEASURED * (bool(question.measures) and candidate.features.kind > 0)
    if candidate.note is None and not _ISSUED.search(question.text):
        framing = _FRAME.search(candidate.clauses[0].locator) or _INTRODUCES.search(candidate.clauses[0].text)
        ahead -= FRAME * bool(framing)
    if question.sought == {"list"} and _lists(index, candidate):
        ahead += LISTED
    if question.sought & {"list", "count"} or not question.sought:
        ahead += _headed_lead(index, question, candidate)
    if candidate.note is None:
        grave = asks_grave(question) or _GRAVE in question.text
        ahead += GRAVE * (grave and is_graver(clause_text(candidate)))
    statute = index.documents[candidate.document_id].kind == "statute"
    behind = PENALTY_ELSEWHERE if _PAYS_FOR_IT.search(question.text) else OTHER_SUBJECT
    return ahead - behind * (bool(named) and statute and candidate.document_id not in named)


def _lists(index: Index, candidate: Candidate) -> bool:
    """Whether an editor made a list of a candidate, or it heads one and is meant."""
    points = candidate.note is not None and bool(candidate.note.points)
    return points or (candidate.features.ask_vector >= MEANT and headed_node(index, candidate) is not None)


def _headed_lead(index: Index, question: Question, candidate: Candidate) -> float:
    """How far ahead is a candidate that heads a list by just the words that the question says: far, where it says no more."""
    node = headed_node(index, candidate)
    heading = normalise(node.heading) if node and len(node.heading) >= _HEADING and has_list(index, node) else ""
    if not heading or heading not in question.text:
        return 0.0
    alone = _AROUND.fullmatch(question.text.replace(heading, "@"))
    return ALL_SAID if alone else HEADED * bool(question.sought)


def subjects_named(question: Question, documents: Iterable[Document]) -> frozenset[str]:
    """The ids of the statutes whose subject a question names."""
    statutes = (document for document in documents if document.kind == "statute")
    return frozenset(d.id for d in statutes if _OF_A_LAW.sub("", d.short_title) in question.text)


def said_lead(question: Question, text: str) -> float:
    """How far a text is ahead by what it says."""
    if _DAY_ALONE.fullmatch(text) and (_IN_TIME.search(question.text) or not _ISSUED.search(question.text)):
        return -BARE_DAY  # which says nothing of what is done on it
    if question.yes_no:
        return FIGURES if ASKS_FIGURES.search(question.text) and find_values(text) else 0.0
    if _owes_by_when(question, text):
        return OWED
    if asks_consequence(question) and not PENAL.search(text) and (asks_liability(question) or _FORBIDS.search(text)):
        return -DENIED
    if _FIRM_PAYS.search(question.text) and _PERSONS_PAY.match(text):
        return -PERSONAL
    return DENIED if _DENIED.search(question.text) and CLAUSE_NEGATIVE.search(FLOOR_WORDS.sub("", text)) else 0.0


def _owes_by_when(question: Question, text: str) -> bool:
    """Whether a question asks within how long something has to be done, and a text obliges to just that."""
    asked = _BY_WHEN.search(question.text)
    return bool(asked and re.search(f"应当?[^，。；]*[，、]?[^，。；未不]*{asked[1]}", text))
