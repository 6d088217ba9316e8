"""The figures of `make bench`: that its commands run, on a corpus of one small document, and say what they took."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evals.growth import measure_growth
from evals.speed import measure
from store.errors import PolicyError

CATALOG = """
[[document]]
id = "example"
title = "关于做好示例工作的通知"
short_title = "示例通知"
kind = "policy"

[document.source]
file = "example.txt"
origin = "测试"
"""
QUESTION = '{"id": "a", "question": "每个县多少钱？", "answerable": true, "category": "amount"}'


def test_every_figure_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "sources").mkdir(parents=True)
    (corpus / "catalog.toml").write_text(CATALOG, encoding="utf-8")
    (corpus / "sources" / "example.txt").write_text("一、资金\n每个县支持30万元。\n", encoding="utf-8")
    monkeypatch.setenv("POLICY_CORPUS", str(corpus))
    (tmp_path / "set.jsonl").write_text(QUESTION, encoding="utf-8")
    figures = {figure: value for figure, value, _ in measure([tmp_path / "set.jsonl"])}
    assert figures.pop("questions asked") == "1"
    assert len(figures) == 7
    assert all(float(value.split()[0]) > 0 for value in figures.values())


@pytest.mark.parametrize("figures_of", [lambda path: measure([path]), lambda _: measure_growth(["？"])])
def test_what_a_process_complains_of_is_a_sentence(
    figures_of: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICY_CORPUS", str(tmp_path / "nowhere"))
    (tmp_path / "set.jsonl").write_text(QUESTION, encoding="utf-8")
    with pytest.raises(PolicyError, match="nowhere"):
        figures_of(tmp_path / "set.jsonl")
