"""All times, amounts or shares that a policy sets, to who asks for them all: 通知有哪些时间节点, 列出所有金额.

A policy is short enough to be walked through; of a statute, which sets hundreds, nothing is listed.
"""

import re
from collections.abc import Sequence

from assistant.catalogue.introduce import without_names
from assistant.draft import Draft, Said, placed
from assistant.reading.read import LIMIT
from assistant.understanding.excerpt import BRACKET, PARTS, enumerate_items
from assistant.understanding.question import Question
from assistant.understanding.values import ValueKind, find_values
from store.index import Index
from store.records import Clause, Document

_ASKED: tuple[tuple[re.Pattern[str], frozenset[ValueKind]], ...] = (
    (
        re.compile("时间(?:节点|要求|点|限制|规定|安排|表|线)?|时限|期限|截止(?:时间|日期)|日期"),
        frozenset({"date", "period"}),
    ),
    (re.compile("金额|数额|钱数"), frozenset({"amount"})),
    (re.compile("百分比|比例|占比"), frozenset({"share"})),
)
_ALL = re.compile("[哪那]些|[哪那]几|所有|全部|列出|列一下|都有|一共|各个?|几个")
_NOTHING_ELSE = re.compile(
    "(?:哪些|哪几|所有|全部|列出来?|列一下|都|一共|总共|各个?|几个|请|帮我|重要|关键|主要|具体|明确|要求|规定|文档|政策|通知|办法|意见|方案|细则|里面?|中|涉及|提到|到|给"
    r"|设定|了|的|有|是|什么|吗|呢|个|处|项|[这那本该]|和|与|、|\W)*"
)
_DATED = ("》标题", "》文号", "》署名", "》成文日期", "》正文首段")  # what tells of the document itself
_BY = re.compile("(?:按照|根据|结合|依据|依照)")  # what a deed is done by, beside which it stands
_MOST, _FEWEST = 12, 2  # clauses that a list may have


def say_all_values(index: Index, meant: Sequence[Document], question: Question) -> Draft | None:
    """Each clause of the one policy meant that sets a value of the kind asked for, in order; None where something else is asked,
    or where it sets no two, or too many to be told."""
    rest = without_names(question.text, meant[0]) if len(meant) == 1 else ""
    kinds = [found for words, found in _ASKED if words.search(rest)]
    for words, _ in _ASKED:
        rest = words.sub("", rest)
    if not kinds or not _ALL.search(rest) or not _NOTHING_ELSE.fullmatch(rest) or meant[0].kind != "policy":
        return None
    wanted = frozenset[ValueKind]().union(*kinds)
    clauses = [one for one in index.clauses(meant[0].id) if not one.locator.endswith(_DATED) and _set_in(one, wanted)]
    if not _FEWEST <= len(clauses) <= _MOST:
        return None
    count = f"{len(clauses)}处"
    text = f"共{count}：{enumerate_items([_set_in(one, wanted) for one in clauses], LIMIT)}。"
    return Draft((Said(text, placed(meant[0].id, [(one.start, one.end) for one in clauses]), count=count),))


def _set_in(clause: Clause, kinds: frozenset[ValueKind]) -> str:
    """The comma part of a clause that states the first value of these kinds, with what is done by then; "" where none does."""
    parts = PARTS.findall(BRACKET.sub("", clause.text.rstrip("。；")))
    first = next((n for n, part in enumerate(parts) if any(v.kind in kinds for v in find_values(part))), None)
    if first is None:
        return ""
    after = next((n for n in range(first + 1, len(parts)) if not _BY.match(parts[n])), first)
    told = parts[first] + ("…" if after > first + 1 else "") + (parts[after] if after > first else "")
    return (
        re.sub("[，：]…", "…", told)
        .rstrip("，；：")
        .lstrip("—（）一二三四五六七八九十、0123456789. " if first == 0 else "")
    )
