"""Retrieval and reading sets: how they are read, and what is measured, with the product's index on a small one."""

import json

import platformdirs
import pytest
from typer.testing import CliRunner

from assistant.answer import Answer, Statement
from evals import cli
from evals.beir import CorpusEntry, Places, RetrievalSet, load_set
from evals.reading import Asked, Paragraph, Read, exact, f1, load_paragraphs, read_all, said
from evals.reading import measure as measure_reading
from evals.retrieval import Found, measure
from store.errors import DatasetError

CORPUS = [
    {"_id": "a", "title": "中华人民共和国专利法第一条", "text": "发明专利权的期限为二十年。"},
    {"_id": "b", "title": "中华人民共和国专利法第二条", "text": "专利权人应当缴纳年费。\n没有缴纳的，专利权终止。"},
    {"_id": "c", "title": "租赁法第十条之一", "text": "承租人应当支付租金。"},
]
QUERIES = [
    {"_id": "q1", "text": "专利保护多少年"},
    {"_id": "q2", "text": "那不交会怎么样", "history": [{"role": "user", "content": "专利年费由谁交"}]},
    {"_id": "unjudged", "text": "天气"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\tb\t1\nq2\tc\t0\n"


@pytest.fixture
def folder(tmp_path):
    for name, rows in (("corpus.jsonl", CORPUS), ("queries.jsonl", QUERIES)):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text(QRELS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda _: tmp_path / "cache")


def test_a_set_holds_what_is_judged(folder):
    found = load_set(folder)
    assert [query.id for query in found.queries] == ["q1", "q2"]
    assert found.relevant == {"q1": {"a"}, "q2": {"b"}}
    assert len(found.select("dev")) + len(found.select("test")) == 2


def test_articles_of_one_statute_are_one_document_and_each_passage_knows_its_entry(folder):
    places = Places(load_set(folder).entries)
    assert [(p.document.short_title, p.document.kind, len(p.passages)) for p in places.parsed] == [
        ("专利法", "statute", 2),
        ("租赁法", "statute", 1),
    ]
    held = [(places.entry_at(c.document_id, c.start), c.text) for p in places.parsed for c in p.clauses()]
    assert held == [
        ("a", "发明专利权的期限为二十年。"),
        ("b", "专利权人应当缴纳年费。"),
        ("b", "没有缴纳的，专利权终止。"),
        ("c", "承租人应当支付租金。"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("corpus.jsonl", '{"_id": "a"}', "line 1, field text"),
        ("corpus.jsonl", "{", "line 1 is not JSON"),
        (
            "queries.jsonl",
            '{"_id": "q", "text": "？"}\n{"_id": "q", "text": "！"}',
            "line 2, field _id: 'q' is there twice",
        ),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\tnowhere\t1", "line 2"),
        ("corpus.jsonl", "", "holds nothing"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_field(folder, name, text, says):
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(DatasetError, match=says):
        load_set(folder)


def test_the_measures_of_a_hand_worked_ranking():
    documents = {"a": "x", "b": "x", "c": "y", "d": "y", "o1": "z", "o2": "z", "o3": "z", "o4": "z"}
    entries = tuple(
        CorpusEntry.model_validate({"_id": id_, "text": "", "document": of}) for id_, of in documents.items()
    )
    of = RetrievalSet("s", entries, (), {"q": frozenset("b"), "r": frozenset("cd")})
    figures = measure(of, [Found("q", ("a", "b"), 0.1), Found("r", ("a", "o1", "o2", "o3", "o4", "c"), 0.1)])
    assert figures["R@5"].value == pytest.approx(0.5)
    assert figures["R@10"].value == pytest.approx((1 + 0.5) / 2)
    assert figures["RR@10"].value == pytest.approx((1 / 2 + 1 / 6) / 2)
    assert figures["document@1"].value == 0.5
    assert figures["node@5"].value == 0.5


def test_the_command_finds_with_the_products_own_index(folder, cache):
    done = CliRunner().invoke(cli.app, ["retrieval", str(folder)])
    assert done.exit_code == 0, done.output
    assert "RR@10" in done.output
    assert "1.000" in done.output.split("RR@10")[1].split("\n")[0]


def test_a_folder_without_a_set_is_a_sentence(tmp_path):
    done = CliRunner().invoke(cli.app, ["retrieval", str(tmp_path)])
    assert isinstance(done.exception, DatasetError)
    assert "corpus.jsonl cannot be read" in str(done.exception)


SQUAD = {
    "data": [
        {
            "context": "原告于2014年3月6日成立公司。",
            "qas": [{"id": "1", "question": "公司何时成立？", "answers": ["2014年3月6日"]}],
        },
        {
            "context": "被告没有到庭。",
            "qas": [
                {"id": "2", "question": "被告到庭了吗？", "answers": ["NO"]},
                {"id": "3", "question": "？", "answers": []},
            ],
        },
    ]
}


@pytest.fixture
def squad(tmp_path):
    path = tmp_path / "squad.json"
    path.write_text(json.dumps(SQUAD, ensure_ascii=False), encoding="utf-8")
    return path


def test_the_limit_counts_questions(squad):
    assert [len(one.qas) for one in load_paragraphs(squad)] == [1, 2]
    assert [len(one.qas) for one in load_paragraphs(squad, limit=2)] == [1, 1]
    assert [len(one.qas) for one in load_paragraphs(squad, limit=1)] == [1]


def test_reading_is_scored_by_characters():
    assert (exact("2014年。", ["2014 年"]), exact("2014", ["2014年"]), exact("", [])) == (1, 0, 1)
    assert f1("2014年3月", ["2014年"]) == pytest.approx(2 * 5 / (7 + 5))
    assert (f1("年", []), f1("", ["年"]), f1("YES", ["YES"]), f1("NO", ["YES"]), f1("是", ["YES"])) == (0, 0, 1, 0, 0)


def test_figures_are_told_by_kind_of_question():
    asked = [Asked(id=str(n), question="？", answers=answers) for n, answers in enumerate([("甲",), ("YES",), ()])]
    figures = measure_reading([Read(one, "", 0.1) for one in asked])
    assert {name: figure.value for name, figure in figures.items()} == {
        "EM": pytest.approx(1 / 3),
        "F1": pytest.approx(1 / 3),
        "F1, a span": 0,
        "F1, yes or no": 0,
        "F1, no answer": 1,
        "refused": 1,
    }


def test_what_an_answer_comes_to():
    assert said(Answer("？", (Statement("共1.5亿元。", (), "1.5亿元"),), ())) == "1.5亿元"
    assert said(Answer("？", (Statement("可以。", ()),), (), verdict="yes")) == "YES"
    assert said(Answer("？", (Statement("没有规定。", ()),), (), coverage="none")) == ""


def test_the_command_reads_each_question_over_its_own_passage(squad, cache):
    done = CliRunner().invoke(cli.app, ["reading", str(squad), "--limit", "1"])
    assert done.exit_code == 0, done.output
    assert "1.000" in done.output.split("F1")[1].split("\n")[0]


def test_a_passage_is_read_with_the_punctuation_that_documents_have(tmp_path, cache):
    context = "本馆周一闭馆,周二起照常开放,读者凭证入内," * 5 + "遗失的雨伞由门卫老郑保管,逾期不领的交给社区"
    paragraph = Paragraph(context=context, qas=(Asked(id="1", question="遗失的雨伞由谁保管"),))
    (read,) = read_all("umbrellas", [paragraph])
    assert "由门卫老郑保管" in read.said
    assert len(read.said) < len(context)  # a part of it, which only full-width commas tell
