"""The figures of `make bench` over a corpus of one small document: that its commands run and say what they took."""

import json
from pathlib import Path

import pytest

from evals.speed import measure

CATALOG = """
[[document]]
id = "example"
title = "关于做好示例工作的通知"
short_title = "示例通知"
kind = "policy"
status = "现行"

[document.source]
file = "example.txt"
origin = "测试"
"""


def test_every_figure_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "sources").mkdir(parents=True)
    (corpus / "catalog.toml").write_text(CATALOG, encoding="utf-8")
    (corpus / "sources" / "example.txt").write_text("一、资金\n每个县支持30万元。\n", encoding="utf-8")
    monkeypatch.setenv("POLICY_CORPUS", str(corpus))
    question = {"id": "a", "question": "每个县多少钱？", "answerable": True, "category": "amount"}
    (tmp_path / "set.jsonl").write_text(json.dumps(question, ensure_ascii=False), encoding="utf-8")
    figures = {figure: value for figure, value, _ in measure([tmp_path / "set.jsonl"])}
    assert figures.pop("questions asked") == "1"
    assert len(figures) == 7
    assert all(float(value.split()[0]) > 0 for value in figures.values())
