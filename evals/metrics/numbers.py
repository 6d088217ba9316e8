"""Number support: can a reader check every figure of an answer in the clauses it cites?

    figures of a statement that one of its checkable citations says / figures, over all statements of the answer

Figures are numbers with their unit, parts of dates, shares, document numbers (〔2020〕40号) and 《titles》. The locator
and the title of a citation count as its words, and the title of a held document needs no citation. Excepted are

- the numbers of items in a list;
- the result of a calculation that shows its inputs (`1.5亿元-1亿元=0.5亿元`), of which the question may have given one;
- a count of what the statement lists right after it (`共3项：…`), if it lists that many;
- what the question said and the statement denies (`不是3亿元`).

English millions and billions are compared as 亿, and 百分之二十 is 20 % too. Applies to answers that state a figure.
Source: the check of quantities in summaries by Zhao et al. 2020 (HERMAN).
"""

import re
from collections.abc import Iterable

from assistant.answer import Citation
from evals.matching import plain, says, without_marks
from evals.metrics.case import Case
from store.numerals import parse_number

_CHINESE = "一二两三四五六七八九十百千万亿"
_UNIT = r"(?:%|[百千万亿]+元?|元|个月|个|家|单|项|年|月|日|号|条|款|倍|:\d+)?"
_NUMBER = rf"\d[\d,]*(?:\.\d+)?{_UNIT}"
_FIGURE = re.compile(
    r"《[^《》]+》"
    r"|[〔\[（(]\d{4}[〕\]）)]\d+号"
    rf"|[百千万]分之[{_CHINESE}\d.]+|[{_CHINESE}]+(?:年|个月|月|日|天|倍|条|款)"
    rf"|{_NUMBER}"
)
_SHARE = re.compile(rf"百分之([{_CHINESE}零]+)")
_RESULT = re.compile(rf"\d[^=]*=\s*({_NUMBER})(?:.{{0,3}}即({_NUMBER}))?")
_COUNT = re.compile(rf"共((\d+){_UNIT}):([^。]+)")
_BETWEEN = re.compile(r"[、,;]|以及|和|及")
_DENIED = re.compile(rf"不是({_FIGURE.pattern})")
_ITEM = re.compile(r"(?:(?<=[:;。\n])|^)\s*\d+[.、](?!\d(?!\d{3}[-—年]))")
_ENGLISH = re.compile(r"(\d+(?:\.\d+)?) (million|billion)")


def number_support(case: Case) -> float | None:
    """Between 0 and 1; None for a refusal and for an answer without figures."""
    answer = case.replied
    if not answer:
        return None
    checked = [
        supported
        for statement in answer.statements
        for supported in supported_figures(statement.text, case.cited_by(statement), case)
    ]
    return sum(checked) / len(checked) if checked else None


def supported_figures(text: str, citations: Iterable[Citation], case: Case) -> list[bool]:
    """Of each figure that `text` states and that needs it, whether one of `citations` says it."""
    text = plain(text)
    needy = [figure for figure in figures(text) if figure not in _exempt(text, case.question.question)]
    if not needy:
        return []
    held = [f"{text.title}\n{text.nodes[0][0]}" if text.nodes else text.title for text in case.corpus.values()]
    quoted = [f"{c.document_title}\n{c.locator}\n{c.quote}" for c in citations]
    given = [case.question.question] if _RESULT.search(text) else []
    source = plain("\n".join([*held, *quoted, *given]))
    source += "\n" + "\n".join(f"{parse_number(share)}%" for share in _SHARE.findall(source))
    return [says(source, figure) for figure in needy]


def figures(text: str) -> list[str]:
    """The figures that a text states, in order."""
    text = _ITEM.sub("", plain(without_marks(text)))
    return _FIGURE.findall(_ENGLISH.sub(_in_yi, text))


def _in_yi(match: re.Match[str]) -> str:
    return f"{float(match[1]) * {'million': 0.01, 'billion': 10}[match[2]]:g}亿"


def _exempt(text: str, question: str) -> set[str]:
    """Figures that a statement need not have from its citations."""
    results = {figure for match in _RESULT.finditer(text) for figure in match.groups() if figure}
    counts = {match[1] for match in _COUNT.finditer(text) if int(match[2]) <= len(_BETWEEN.split(match[3]))}
    denied = {match[1] for match in _DENIED.finditer(text) if says(plain(question), match[1])}
    return results | counts | denied
