"""Whether a law that is not held is still in force (旧航道法还有效吗), where a held one says that it ends with it."""

import re

from assistant.draft import Draft, Said
from assistant.understanding.question import Question
from assistant.verdicts.verdict import Judgement, verdict_of
from store.index import Index
from store.records import STATE
from store.text import normalise

_ASKED = re.compile(
    r"(?:请问|那么?|\W)*(?P<name>[一-鿿]{1,20}?(?:法|条例|办法|规定|通则|总则|细则))[》>]?(?:是不是|是否|现在|目前|如今|现行|还|仍|已经?|都|早就|在)*"
    r"(?P<state>有没?有?效|有效|生效|管用|适用|能用|可以用|在用|用|废止|失效|作废|废除|取消)(?:着|了|的)*(?:吗|么|吧|没有?|不)?\W*"
)
_ENDED = re.compile("废止|失效|作废|废除|取消")


def say_repealed(index: Index, question: Question) -> Draft | None:
    """That a law is no longer in force, with the clause that ends it; None where something else is asked, the law is catalogued,
    or no clause says so."""
    asked = _ASKED.fullmatch(question.text)
    if not asked or not question.yes_no:
        return None
    name = normalise(asked["name"]).removeprefix(normalise(STATE))
    if any(name in (normalise(d.short_title), *map(normalise, d.aliases)) for d in index.documents.values()):
        return None
    ends = re.compile(rf"(?P<title>《(?:{STATE})?{re.escape(name)}》)[^。]*?(?P<ends>(?:同时)?(?:废止|失效|停止执行))")
    for document in index.held:
        if not ends.search(document.text):
            continue
        for clause in index.clauses(document.id):
            if said := ends.search(clause.text):
                # Who asks 还有效吗 is told what has become of the law: 无效 would be that it never bound anyone.
                ended = Judgement("no", f"已经{said['ends'].removeprefix('同时')}。")
                judgement = verdict_of(question, "yes") if _ENDED.search(asked["state"]) else ended
                text = f"{judgement.lead}{clause.locator}：{said['title']}{said['ends']}。"
                return Draft((Said(text, ((document.id, clause.start, clause.end),)),), judgement)
    return None
