"""Number support: can a reader check every figure of an answer in the clauses it cites?

    figures of a statement that one of its checkable citations says / figures, over all statements of the answer

Figures are numbers with their unit, parts of dates, shares, document numbers (〔2020〕40号) and 《titles》. The locator
and the title of a citation count as its words. The result of a calculation is excepted where the statement shows its
inputs (`1.5亿元-1亿元=0.5亿元`), and so is a count of the statement's own citations. Applies to answers that state a
figure. Source: the check of quantities in summaries by Zhao et al. 2020 (HERMAN).
"""

import re

from assistant.answer import Citation, Statement
from evals.matching import plain, says
from evals.metrics.case import Case

_CHINESE = "一二两三四五六七八九十百千万亿"
_UNIT = r"(?:%|[百千万亿]+元?|元|个|家|单|项|年|月|日|号|条|款|倍|:\d+)?"
_NUMBER = rf"\d[\d,]*(?:\.\d+)?{_UNIT}"
_FIGURE = re.compile(
    r"《[^《》]+》"
    r"|[〔\[（(]\d{4}[〕\]）)]\d+号"
    rf"|[百千万]分之[{_CHINESE}\d.]+|[{_CHINESE}]+(?:年|个月|月|日|天|倍|条|款)"
    rf"|{_NUMBER}"
)
_RESULT = re.compile(rf"\d[^=]*=\s*({_NUMBER})")
_COUNT = re.compile(rf"[共有]((\d+){_UNIT})")
_MARK = re.compile(r"\[\d+\]")


def number_support(case: Case) -> float | None:
    """Between 0 and 1; None for a refusal and for an answer without figures."""
    if not case.replied:
        return None
    answer = case.replied
    checked: list[bool] = []
    for statement in answer.statements:
        citations = [answer.citations[place] for place in statement.citations]
        checked += _support(case.question.question, statement, [c for c in citations if case.checkable(c)])
    return sum(checked) / len(checked) if checked else None


def figures(text: str) -> list[str]:
    """The figures that a text states, in order."""
    return _FIGURE.findall(plain(_MARK.sub("", text)))


def _support(question: str, statement: Statement, citations: list[Citation]) -> list[bool]:
    """For each figure of the statement that needs support, whether it has it."""
    text = plain(_MARK.sub("", statement.text))
    source = "\n".join(f"{c.document_title}\n{c.locator}\n{c.quote}" for c in citations)
    results = set(_RESULT.findall(text))
    if results:
        source += "\n" + question  # what is calculated with may be what the user said
    if (count := _COUNT.search(text)) and int(count[2]) == len(citations):
        results.add(count[1])
    return [says(plain(source), figure) for figure in figures(text) if figure not in results]
