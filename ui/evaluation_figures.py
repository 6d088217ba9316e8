"""The figures of a run: tiles, the table by category, the trend, the table of everything."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from evals.history import history
from evals.metrics.intervals import Estimate
from evals.runs import Run
from evals.score import Scored, by_category, summarise
from evals.show import COLUMNS, quantity
from ui.evaluation_texts import EvaluationTexts

HEADLINE = ("right", "fact_200", "verdict", "citation_precision", "refusal_recall", "false_refusal")
INK, RED = "#22262b", "#8f1d21"
PERCENT = alt.Axis(format="%", tickCount=5)


def headline(scored: Sequence[Scored], texts: EvaluationTexts) -> None:
    """The figures that matter most, a tile each, with the interval under it."""
    rates = summarise(scored).rates
    with st.container(key="figures", horizontal=True, gap="small"):
        for name in HEADLINE:
            if rate := rates.get(name):
                st.metric(
                    texts.metric_name(name),
                    percent(rate.value),
                    f"{100 * rate.low:.1f} – {percent(rate.high)}",
                    delta_color="off",
                    delta_arrow="off",
                    help=texts.interval.format(n=rate.n),
                    border=True,
                    width=168,  # two beside each other on a phone
                )


def categories(scored: Sequence[Scored], texts: EvaluationTexts) -> None:
    """Right answers of each category with their intervals, and the other figures beside them."""
    groups = {texts.category_name(name): summarise(group) for name, group in by_category(scored).items()}
    rows = [_point(name, summary.rates["right"]) for name, summary in groups.items()]
    base = alt.Chart(pd.DataFrame(rows)).encode(y=alt.Y("name:N", sort=None, title=None))
    bars = base.mark_bar(color="#d9b3b4").encode(
        x=alt.X("value:Q", title=texts.metric_name("right"), scale=alt.Scale(domain=[0, 1]), axis=PERCENT),
        tooltip=_tooltip(texts),
    )
    intervals = base.mark_rule(color=INK).encode(x="low:Q", x2="high:Q")
    st.altair_chart(alt.layer(bars, intervals).properties(height=alt.Step(24)), alt=texts.by_category)
    table: dict[str, list[Any]] = {texts.category: list(groups), texts.count: [one.n for one in groups.values()]}
    for name in COLUMNS:
        cells = [summary.rates.get(name) for summary in groups.values()]
        if any(cells):
            table[texts.metric_name(name)] = [100 * rate.value if rate else None for rate in cells]
    shares = {name: st.column_config.NumberColumn(format="%.0f%%") for name in list(table)[2:]}
    st.dataframe(table, hide_index=True, column_config=shares, placeholder="", height="content")


def trend(runs: Sequence[Run], run: Run, texts: EvaluationTexts) -> None:
    """One figure over all runs on the same questions, each with its interval."""
    past = history(runs, run)
    names = list(dict.fromkeys(name for one in past for name in one.summary.rates))
    if len(past) < 2 or not names:
        st.caption(texts.trend_alone)
        return
    figure = st.selectbox(texts.figure, names, format_func=texts.metric_name)
    rows = [
        _point(f"{_local(one.run):%m-%d %H:%M:%S}", one.summary.rates[figure]) | {"run": one.run.name}
        for one in past
        if figure in one.summary.rates
    ]
    base = alt.Chart(pd.DataFrame(rows)).encode(
        x=alt.X("name:O", sort=None, title=None, axis=alt.Axis(labelAngle=-30)),
        tooltip=[alt.Tooltip("run:N", title=texts.run), *_tooltip(texts)],
    )
    # The axis begins where the intervals do: from 0 % on they would be too short to be seen.
    share: dict[str, Any] = {"title": None, "scale": alt.Scale(zero=False), "axis": PERCENT}
    line = base.mark_line(color=RED).encode(y=alt.Y("value:Q", **share))
    points = base.mark_circle(color=RED, size=60, opacity=1).encode(y=alt.Y("value:Q", **share))
    intervals = base.mark_rule(color=RED, strokeWidth=2, opacity=0.5).encode(y=alt.Y("low:Q", **share), y2="high:Q")
    ends = [
        base.mark_tick(color=RED, opacity=0.5, size=14).encode(y=alt.Y(f"{end}:Q", **share)) for end in ("low", "high")
    ]
    chart = alt.layer(intervals, *ends, line, points).properties(height=320)
    st.altair_chart(chart, alt=f"{texts.trend}: {texts.metric_name(figure)}")
    st.caption(texts.trend_note)


def all_figures(scored: Sequence[Scored], texts: EvaluationTexts) -> None:
    """Every figure with its interval, then what is no share."""
    summary = summarise(scored)
    rows = [
        (texts.metric_name(name), percent(rate.value), between(percent(rate.low), percent(rate.high)), str(rate.n))
        for name, rate in summary.rates.items()
    ]
    rows += [(texts.metric_name(name), quantity(name, value), "", "") for name, value in summary.quantities.items()]
    titles = (texts.figure, texts.value, "95 %", texts.count)
    st.table({title: [row[place] for row in rows] for place, title in enumerate(titles)})


def percent(share: float) -> str:
    """A share as the page writes it."""
    return f"{100 * share:.1f}%"


def between(low: str, high: str) -> str:
    """An interval on one line."""
    return f"{low}\u00a0–\u2060\u00a0{high}"


def _local(run: Run) -> datetime:
    return datetime.fromisoformat(run.manifest["started"]).astimezone()


def _point(name: str, rate: Estimate) -> dict[str, str | float]:
    return {"name": name, "value": rate.value, "low": rate.low, "high": rate.high, "n": rate.n}


def _tooltip(texts: EvaluationTexts) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("value:Q", title=texts.value, format=".1%"),
        alt.Tooltip("low:Q", title="≥", format=".1%"),
        alt.Tooltip("high:Q", title="≤", format=".1%"),
        alt.Tooltip("n:Q", title=texts.count),
    ]
