"""The plots of a report, as SVG text to be put into its page."""

import io
import warnings
from collections.abc import Mapping, Sequence

import matplotlib
from matplotlib.figure import Figure

from evals.metrics.intervals import Estimate
from evals.score import Summary
from evals.show import label

# Letters stay letters, so that the reader's browser draws Chinese with its own fonts and the page stays small; the
# salt makes the same run give the same file.
matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "evals", "font.size": 10})


def plot_rates(summary: Summary) -> str:
    """Every share with its 95 % interval."""
    return _bars("Shares with 95 % intervals", [(label(name), rate) for name, rate in summary.rates.items()])


def plot_categories(categories: Mapping[str, Summary]) -> str:
    """The share of right answers of each category, with its interval; the worst at the end."""
    shares = [(f"{name} ({summary.n})", summary.rates["right"]) for name, summary in categories.items()]
    return _bars("Right answers by category", sorted(shares, key=lambda share: -share[1].value))


def _bars(title: str, shares: Sequence[tuple[str, Estimate]]) -> str:
    figure = Figure(figsize=(8, 0.8 + 0.28 * len(shares)), layout="constrained")
    axes = figure.subplots()
    values = [100 * estimate.value for _, estimate in shares]
    below = [100 * max(0.0, estimate.value - estimate.low) for _, estimate in shares]
    above = [100 * max(0.0, estimate.high - estimate.value) for _, estimate in shares]
    axes.barh([name for name, _ in shares], values, xerr=[below, above], color="#4c78a8", ecolor="#333", capsize=2)
    axes.invert_yaxis()
    axes.set(xlim=(0, 100), xlabel="%", title=title)
    axes.spines[["top", "right"]].set_visible(False)
    drawn = io.StringIO()
    with warnings.catch_warnings():
        # Matplotlib's own font has no Chinese; the browser's has.
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    return drawn.getvalue()[drawn.getvalue().index("<svg") :]
