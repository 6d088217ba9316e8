"""Single questions of a run: the wrong ones, and those that flipped from one run to another."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from evals.dataset import Gold
from evals.metrics.case import Case
from evals.metrics.table import METRICS
from evals.runs import Run
from evals.score import Scored, by_category, summarise
from evals.show import quantity
from store.errors import DatasetError
from store.index import Index
from ui import frame
from ui.evaluation_figures import between, percent
from ui.evaluation_texts import EvaluationTexts
from ui.evidence import cards
from ui.markup import document_address, label, link
from ui.texts import current_texts

if TYPE_CHECKING:
    from evals.compare import Difference

Item = TypeVar("Item")
PAGE = 20  # questions drawn at once


def failures(scored: Sequence[Scored], index: Index, texts: EvaluationTexts) -> None:
    """The wrong answers, by category and cause if asked for, each to be opened."""
    wrong = [one for one in scored if one.cause]
    if not wrong:
        st.caption(texts.no_failures)
        return
    with st.container(horizontal=True):
        category = st.selectbox(
            texts.category,
            ["", *by_category(wrong)],
            format_func=lambda name: texts.category_name(name) if name else texts.all_categories,
        )
        cause = st.selectbox(
            texts.cause,
            ["", *summarise(wrong).causes],
            format_func=lambda name: texts.cause_name(name) if name else texts.all_causes,
        )
    chosen = [one for one in wrong if category in ("", one.case.question.category) and cause in ("", one.cause)]
    st.caption(texts.shown.format(n=len(chosen)))
    for one in _page(chosen, "failures"):
        with st.expander(_heading(one, texts.cause_name(one.cause))):
            st.html(_question_html(one, index, texts))
            if one.case.answer:
                st.html(f'<div class="evidence">{cards(one.case.answer.citations, index, current_texts())}</div>')


def comparison(
    run: Run,
    scored: Sequence[Scored],
    runs: Sequence[Run],
    scores: Callable[[Run], list[Scored]],
    texts: EvaluationTexts,
) -> None:
    """This run beside another: every figure with its interval, and the questions that flipped."""
    from evals.compare import compare, flipped, pair  # a second of import that the other views need not wait for

    others = [other for other in reversed(runs) if other.name != run.name]
    if not others:
        st.caption(texts.nothing_to_compare)
        return
    other = st.selectbox(texts.compared_with, others, format_func=lambda one: one.name)
    try:
        pairs = pair(scores(other), scored)
    except DatasetError as error:
        frame.note(f"{texts.nothing_to_compare}（{error}）")
        return
    st.table(_differences(compare(pairs), texts))
    st.subheader(texts.flips, anchor=False)
    flips = flipped(pairs)
    if not flips:
        st.caption(texts.no_flips)
    for before, after in _page(flips, "flips"):
        with st.expander(_heading(after, texts.lost if after.cause else texts.gained)):
            st.html(_definitions({texts.before: _answer_html(before.case), texts.after: _answer_html(after.case)}))


def _differences(differences: "Sequence[Difference]", texts: EvaluationTexts) -> dict[str, list[str]]:
    """A table of what changed, a column each."""
    rows = [_difference(one, texts) for one in differences]
    titles = (texts.figure, texts.count, texts.before, texts.after, texts.change, "95 %", "p", texts.chance)
    return {title: [row[place] for row in rows] for place, title in enumerate(titles)}


def _difference(one: "Difference", texts: EvaluationTexts) -> tuple[str, ...]:
    written = percent if METRICS[one.metric].is_rate else lambda value: quantity(one.metric, value)
    verdict = (texts.worse if one.is_regression else texts.better) if one.is_significant else ""
    p = "" if one.p is None else f"{one.p:.3f}"
    shown = [written(figure) for figure in (one.a, one.b, one.change)]
    return texts.metric_name(one.metric), str(one.n), *shown, between(written(one.low), written(one.high)), p, verdict


def _page(items: Sequence[Item], key: str) -> Sequence[Item]:
    """The items of the page that is turned to, under a row of page numbers if there is more than one."""
    pages = -(-len(items) // PAGE)
    if pages < 2:
        return items
    at = st.pagination(pages, key=f"page-{key}-{len(items)}")
    return items[(at - 1) * PAGE : at * PAGE]


def _heading(one: Scored, what: str) -> str:
    question = one.case.question
    return f"{label(what)} · **{label(question.id)}** · {label(question.question)}"


def _question_html(one: Scored, index: Index, texts: EvaluationTexts) -> str:
    """What was asked, answered and expected, and what went wrong."""
    case, question = one.case, one.case.question
    said = "<br>".join(f"{turn.role}：{escape(turn.content)}" for turn in question.history)
    return _definitions(
        {
            texts.cause: texts.meanings[one.cause],
            texts.earlier: said,
            texts.question: escape(question.question),
            texts.answer: _answer_html(case) if case.answer else escape(texts.no_answer.format(error=case.error)),
            texts.expected: "<br>".join(map(escape, _expected(case, texts))),
            texts.gold: "<br>".join(_gold_html(case, gold, index) for gold in question.gold),
        }
    )


def _expected(case: Case, texts: EvaluationTexts) -> list[str]:
    question = case.question
    if not question.answerable:
        return [texts.refusal_expected]
    verdicts = {"yes": current_texts().yes, "no": current_texts().no}
    return [
        *([texts.verdict.format(words=verdicts[question.verdict])] if question.verdict else []),
        *(texts.fact.format(words=" / ".join(alternatives)) for alternatives in question.facts),
        *(texts.forbidden.format(words=words) for words in question.forbidden),
    ]


def _gold_html(case: Case, gold: Gold, index: Index) -> str:
    """A gold clause with the way to it; without the place where the document has changed since the run."""
    start, end = case.gold[gold][0]
    words = escape(gold.quote or gold.locator or "")
    document, then = index.documents.get(gold.document), case.corpus[gold.document].text
    if document is None:
        return words
    unchanged = document.text[start:end] == then[start:end]
    place = document_address(gold.document, start, end) if unchanged else document_address(gold.document)
    return f"{words} {link(place, current_texts().in_document)}"


def _answer_html(case: Case) -> str:
    return escape(case.answer.text if case.answer else case.error)


def _definitions(entries: dict[str, str]) -> str:
    """Terms and their HTML; those without any are left out."""
    listed = "".join(f"<dt>{term}</dt><dd>{html}</dd>" for term, html in entries.items() if html)
    return f'<dl class="case">{listed}</dl>'
