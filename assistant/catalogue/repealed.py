"""Whether an older document that is not held still holds (旧航道法还有效吗, 2015年那个渡口办法还管用吗), where a held one says that it ends
with it, or goes on."""

import re

from assistant.draft import Draft, Said
from assistant.understanding.question import Question, content_terms
from assistant.verdicts.verdict import Judgement, verdict_of
from store.index import Index
from store.records import STATE, Clause
from store.text import normalise

_KIND = "法|条例|办法|规定|通则|总则|细则|方案|意见|规则"
_ASKED = re.compile(
    rf"(?:请问|那么?|\W)*(?P<name>[\w〔〕〈〉《》()（）]{{1,30}}?(?:{_KIND}))[》>]?(?P<more>[\w()（）〔〕]{{0,12}}?)"
    r"(?:是不是|是否|现在|目前|如今|现行|还|仍|已经?|都|早就|在)*"
    r"(?P<state>有没?有?效|有效|生效|管用|适用|能用|可以用|在用|用|算数|作数|执行|废止|失效|作废|废除|取消)(?:着|了|的)*(?:吗|么|吧|没有?|不)?\W*"
)
_ENDED = re.compile("废止|失效|作废|废除|取消")
_SAID = re.compile(
    r"(?:(?P<year>\d{4})年[^，。；《]{0,16})?(?P<title>《[^《》]+》)(?P<number>（[^（）]*）)?"
    # With others, as the case may be: 《甲》、《乙》同时废止.
    r"(?=(?:(?:、|和|及|以及|与)?《[^《》]+》(?:（[^（）]*）)?)*(?:(?P<ends>(?:同时|即行|一并|予以|相应)?(?:废止|失效|停止执行))|(?:仍然?)?(?P<lasts>继续(?:有效|执行|施行))))"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FEWEST = 2  # words of a title that tell it from others
_OF_ANY = frozenset(re.split(r"\|", _KIND)) | {"暂行", "管理", "实施", "试行"}  # and what most titles have


def say_repealed(index: Index, question: Question) -> Draft | None:
    """That a document is no longer in force, or still is, with the clause that says so; None where something else is asked, the
    document is catalogued, or no clause says so."""
    asked = _ASKED.fullmatch(question.text)
    if not asked or not question.yes_no:
        return None
    name = normalise(asked["name"]).removeprefix(normalise(STATE))
    if any(name in (normalise(d.short_title), *map(normalise, d.aliases)) for d in index.documents.values()):
        return None
    for document in index.held:
        if "》" not in document.text:
            continue
        for clause in index.clauses(document.id):
            for said in _SAID.finditer(clause.text):
                if _is_named(name, asked["more"], said):
                    return _told(question, asked["state"], clause, said, document.id)
    return None


def _is_named(name: str, more: str, said: re.Match[str]) -> bool:
    """Whether a clause speaks of the document that is asked about: by its whole title, or by some words of it and its year."""
    title = normalise(said["title"].strip("《》")).removeprefix(normalise(STATE))
    if name == title:
        return True
    years = _YEAR.findall(name + more)
    terms = [term for term in content_terms(_YEAR.sub(" ", name)) if len(term) > 1]
    telling = [term for term in terms if term not in _OF_ANY]
    whole = len(telling) >= _FEWEST and all(term in title for term in terms)
    return whole and bool(years) and all(year in said[0] for year in years)


def _told(question: Question, state: str, clause: Clause, said: re.Match[str], document_id: str) -> Draft:
    asks_end = bool(_ENDED.search(state))
    if said["ends"]:
        # Who asks 还有效吗 is told what has become of the law: 无效 would be that it never bound anyone.
        ended = Judgement("no", f"已经{re.sub('^(?:同时|即行|一并|予以|相应)', '', said['ends'])}。")
        judgement = verdict_of(question, "yes") if asks_end else ended
    else:
        judgement = verdict_of(question, "no") if asks_end else Judgement("yes", f"{said['lasts']}。")
    text = f"{judgement.lead}{clause.locator}：{said['title']}{said['ends'] or said['lasts']}。"
    return Draft((Said(text, ((document_id, clause.start, clause.end),)),), judgement)
