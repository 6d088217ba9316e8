"""Runs from beginning to end, with answerers made up for the purpose."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from langchain_core.language_models import FakeListChatModel

from assistant.answer import Answer, Citation, Statement
from evals.ask import resume, start
from evals.dataset import Question
from evals.runs import Run, find_run
from evals.score import score, summarise
from store.errors import DatasetError
from store.text import count_tokens

CONDITIONS = {"started": "2026-01-01", "asked": {"repeat": 1}}
QUESTIONS = [
    Question.model_validate(fields)
    for fields in (
        {
            "id": "money",
            "question": "每市多少钱？",
            "answerable": True,
            "category": "amount",
            "facts": [["1.5亿元"]],
            "gold": [{"document": "notice", "quote": "每市支持1.5亿元"}],
        },
        {
            "id": "late",
            "question": "5月20日还能报吗？",
            "answerable": True,
            "category": "yes-no",
            "facts": [["5月15日"]],
            "verdict": "no",
            "gold": [{"document": "notice", "quote": "务必于5月15日前上报材料，逾期不予受理"}],
        },
        {"id": "score", "question": "评分标准？", "answerable": False, "category": "near-miss"},
    )
]


class Fake:
    """Answers from a list, and remembers what it was asked."""

    def __init__(self, answers):
        self.answers = answers
        self.asked = []

    def ask(self, question, history=(), as_of=None):
        self.asked.append(question)
        answer = self.answers(question)
        if isinstance(answer, Exception):
            raise answer
        return replace(answer, question=question)


def said(text, *citations, **fields):
    return Answer("", (Statement(text, tuple(range(len(citations)))),), citations, **fields)


@pytest.fixture
def perfect(cite):
    answers = {
        "每市多少钱？": said("每市1.5亿元。", cite("每市支持1.5亿元")),
        "5月20日还能报吗？": said("不能，5月15日前。", cite("务必于5月15日前上报材料，逾期不予受理"), verdict="no"),
        "评分标准？": said("没有。", coverage="none"),
    }
    return lambda question: answers[question]


@pytest.fixture
def dump(corpus):
    document = corpus["notice"]
    whole = Citation("notice", document.title, "《通知》", document.text, 0, len(document.text))
    return lambda _: said(document.text, whole)


@pytest.fixture
def dump_by_clause(corpus):
    text = corpus["notice"].text
    edges = [0, *(place + 1 for place, char in enumerate(text) if char in "。\n"), len(text)]
    clauses = [Citation("notice", "", "", text[a:b], a, b) for a, b in pairwise(edges) if a < b]
    return lambda _: said(text, *clauses)


def figures(folder, answers, corpus):
    run = start(folder, Fake(answers), QUESTIONS, corpus, CONDITIONS)
    return {name: rate.value for name, rate in summarise([score(case) for case in run.cases()]).rates.items()}


def test_perfect_answers_score_in_full(tmp_path, perfect, corpus):
    rates = figures(tmp_path / "r", perfect, corpus)
    assert rates.pop("false_refusal") == 0
    assert set(rates.values()) == {1.0}


def test_empty_answers_score_nothing(tmp_path, corpus):
    rates = figures(tmp_path / "r", lambda _: said(""), corpus)
    assert set(rates.values()) == {0.0}


def test_refusing_everything_wins_only_refusal_recall(tmp_path, corpus):
    rates = figures(tmp_path / "r", lambda _: said("没有。", coverage="none"), corpus)
    assert rates["refusal_recall"] == rates["false_refusal"] == 1
    assert rates["refusal_precision"] == rates["right"] == pytest.approx(1 / 3)
    assert rates["fact_600"] == rates["verdict"] == rates["citation_recall"] == 0
    assert "citation_precision" not in rates
    assert "verbatim" not in rates
    assert "number_support" not in rates


def test_dumping_the_document_wins_nothing(tmp_path, perfect, dump, dump_by_clause, corpus):
    best = figures(tmp_path / "perfect", perfect, corpus)
    for number, answers in enumerate((dump, dump_by_clause)):
        rates = figures(tmp_path / str(number), answers, corpus)
        assert all(rates[name] <= best[name] for name in rates)
        assert rates["right"] == rates["verdict"] == rates["refusal_recall"] == 0
        assert rates["citation_precision"] < 0.2
    assert figures(tmp_path / "again", dump, corpus)["number_support"] == 0


def test_failed_calls_are_recorded_and_only_they_are_asked_again(tmp_path, perfect, corpus):
    failing = Fake(lambda question: RuntimeError("down") if question.startswith("每市") else perfect(question))
    run = start(tmp_path / "r", failing, QUESTIONS, corpus, CONDITIONS)
    first = {case.question.id: case for case in run.cases()}
    assert first["money"].error == "RuntimeError: down"
    assert score(first["money"]).cause == "error"

    mended = Fake(perfect)
    assert resume(run, mended) == 1
    assert mended.asked == ["每市多少钱？"]
    assert [score(case).cause for case in run.cases()] == ["", "", ""]


def test_a_run_stopped_in_the_middle_of_a_line_goes_on(tmp_path, perfect, corpus):
    run = start(tmp_path / "r", Fake(perfect), QUESTIONS, corpus, CONDITIONS)
    answers = run.folder / "answers.jsonl"
    answers.write_bytes(answers.read_bytes()[:-40])
    assert len(run.cases()) == 2
    assert resume(run, Fake(perfect)) == 1
    assert len(run.cases()) == 3


def test_repeats_are_asked_and_kept_apart(tmp_path, perfect, corpus):
    conditions = CONDITIONS | {"asked": {"repeat": 2}}
    run = start(tmp_path / "r", Fake(perfect), QUESTIONS, corpus, conditions)
    assert [(case.question.id, case.repeat) for case in run.cases()][:3] == [("money", 1), ("money", 2), ("late", 1)]


def test_tokens_of_the_model_behind_an_answer_are_kept(tmp_path, corpus):
    model = FakeListChatModel(responses=["没有。"])
    run = start(tmp_path / "r", Fake(lambda question: said(model.invoke(question).text)), QUESTIONS, corpus, CONDITIONS)
    assert [case.model_tokens for case in run.cases()] == [count_tokens(q.question + "没有。") for q in QUESTIONS]


def test_history_and_day_reach_the_answerer(tmp_path, corpus):
    fields = QUESTIONS[2].model_dump() | {"as_of": "2020-05-01", "history": [{"role": "user", "content": "你好"}]}
    seen = []

    class Listening:
        def ask(self, question, history=(), as_of=None):
            seen.append(([(turn.role, turn.content) for turn in history], str(as_of)))
            return said("没有。", coverage="none")

    start(tmp_path / "r", Listening(), [Question.model_validate(fields)], corpus, CONDITIONS)
    assert seen == [([("user", "你好")], "2020-05-01")]


def test_inspect_reads_the_log(tmp_path, perfect, corpus):
    from inspect_ai.log import list_eval_logs, read_eval_log

    run = start(tmp_path / "r", Fake(perfect), QUESTIONS, corpus, CONDITIONS)
    (log,) = [read_eval_log(info) for info in list_eval_logs(str(run.folder))]
    assert log.status == "success"
    assert {sample.id: sample.scores["deterministic"].value["right"] for sample in log.samples} == dict.fromkeys(
        ("money", "late", "score"), 1
    )
    means = {one.name: one.metrics["mean"].value for one in log.results.scores}
    assert means["verdict"] == 1  # of the one question that expects a verdict
    assert "有关事项另行通知" not in log.model_dump_json()  # else a log would hold the corpus once a sample


def test_a_name_is_used_once(tmp_path, perfect, corpus):
    start(tmp_path / "r", Fake(perfect), QUESTIONS, corpus, CONDITIONS)
    with pytest.raises(DatasetError, match="There is a run named r"):
        start(tmp_path / "r", Fake(perfect), QUESTIONS, corpus, CONDITIONS)


def test_a_name_that_no_folder_can_have_is_a_sentence(tmp_path, corpus):
    with pytest.raises(DatasetError, match="cannot be made"):
        start(tmp_path / ("x" * 300), Fake(str), QUESTIONS, corpus, CONDITIONS)
    with pytest.raises(DatasetError, match="no run named x"):
        find_run(tmp_path, "x" * 300)


@pytest.mark.parametrize("manifest", ["{}", "[]", "{"])
def test_a_manifest_without_conditions_is_damaged(tmp_path, manifest):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "manifest.json").write_text(manifest)
    with pytest.raises(DatasetError, match=r"manifest\.json is damaged"):
        find_run(tmp_path, "latest")


def test_gold_that_the_corpus_does_not_hold_is_named_before_anything_is_asked(tmp_path, perfect, corpus):
    fields = QUESTIONS[0].model_dump() | {"gold": [{"document": "notice", "quote": "每市支持9亿元"}]}
    with pytest.raises(DatasetError, match=r"Question money, field gold: .*每市支持9亿元"):
        start(tmp_path / "r", Fake(perfect), [Question.model_validate(fields)], corpus, CONDITIONS)
    assert not (tmp_path / "r").exists()


def test_runs_are_found_by_name_folder_or_as_the_latest(tmp_path, perfect, corpus):
    for name, day in (("b", "2026-01-01"), ("a", "2026-01-02")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(json.dumps(CONDITIONS | {"started": day}))
    assert find_run(tmp_path, "b") == find_run(tmp_path, str(tmp_path / "b")) == Run(tmp_path / "b")
    assert find_run(tmp_path, "latest").name == "a"
    with pytest.raises(DatasetError, match="no run named c"):
        find_run(tmp_path, "c")
