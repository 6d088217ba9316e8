"""Feedback becomes a test case that the evals can read, or a sentence says why it cannot."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Answer, Citation, Statement
from assistant.kept import exchange, pack
from evals.candidates import propose, read_case, write_accepted
from evals.corpus import CorpusText
from evals.dataset import load_questions
from store.errors import DatasetError
from store.feedback import Feedback, Opinion

QUOTE = "每个县支持30万元"
CORPUS = {"example": CorpusText("example", "通知", f"一、资金\n{QUOTE}，逾期不予受理。", (("《通知》一、", 0, 20),))}
ANSWER = Answer(
    "能给钱吗",
    (Statement("可以，每个县支持30万元。", (0,), "30万元"),),
    (Citation("example", "通知", "《通知》一、", QUOTE, 5, 14),),
    verdict="yes",
)
HISTORY = [{"role": "user", "content": "前问"}, {"role": "assistant", "content": "前答"}]


def feedback(judgement: Opinion, answer: Answer = ANSWER, **changed: Any) -> Feedback:
    given_at = datetime(2024, 5, 6, tzinfo=UTC)
    return Feedback(7, given_at, judgement, "", "v1", HISTORY, pack(exchange(answer, {}, "v1")), **changed)


@pytest.mark.parametrize(
    ("judgement", "answerable", "facts", "forbidden", "verdict", "gold"),
    [
        ("right", "true", "30万元", "", "yes", f"example: {QUOTE}"),
        ("wrong_citation", "true", "30万元", "", "yes", ""),
        ("wrong_answer", "true", "", "30万元", "", f"example: {QUOTE}"),
        ("should_refuse", "false", "", "", "", ""),
    ],
)
def test_proposal_leaves_open_what_was_wrong(
    judgement: Opinion, answerable: str, facts: str, forbidden: str, verdict: str, gold: str
) -> None:
    assert propose(feedback(judgement)) == {
        "question": "能给钱吗",
        "answerable": answerable,
        "category": "feedback",
        "facts": facts,
        "forbidden": forbidden,
        "verdict": verdict,
        "gold": gold,
    }


def test_a_refusal_that_was_right_stays_one() -> None:
    refusal = Answer("谁评审", (Statement("文件中没有规定。"),), coverage="none")
    assert propose(feedback("right", refusal))["answerable"] == "false"
    assert propose(feedback("wrong_answer", refusal))["answerable"] == "true"


def test_an_accepted_case_loads_as_a_question_set(tmp_path: Path) -> None:
    given = feedback("wrong_answer")
    cells = propose(given) | {"facts": "三十万|30万元; 每县", "forbidden": ""}
    case = read_case(given, cells, CORPUS)
    path = tmp_path / "out.jsonl"
    assert write_accepted([feedback("wrong_answer", case=case.model_dump(mode="json"))], path) == 1
    (question,) = load_questions([path])
    assert question == case
    assert question.id == "feedback-20240506-7"
    assert question.facts == (("三十万", "30万元"), ("每县",))
    assert [message.content for message in question.history] == ["前问", "前答"]
    assert question.gold[0].quote == QUOTE


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"gold": "", "facts": ""}, "至少要写"),
        ({"gold": "example: 通知里没有的话"}, "没有“通知里没有的话”"),
        ({"gold": "nowhere: 某句"}, "nowhere"),
        ({"question": " "}, "question"),
        ({"category": ""}, "category"),
    ],
)
def test_a_case_that_could_not_be_scored_is_one_sentence(changed: dict[str, str], said: str) -> None:
    given = feedback("right")
    with pytest.raises(DatasetError) as raised:
        read_case(given, propose(given) | changed, CORPUS)
    assert said in raised.value.chinese


def test_gold_in_no_known_notation_is_named() -> None:
    given = feedback("right")
    with pytest.raises(DatasetError, match="field gold"):
        read_case(given, propose(given) | {"gold": "没有冒号"}, CORPUS)


def test_a_locator_will_do_for_a_clause() -> None:
    given = feedback("wrong_citation")
    case = read_case(given, propose(given) | {"gold": "example § 《通知》一、"}, CORPUS)
    assert case.gold[0].locator == "《通知》一、"


def test_nothing_accepted_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="No feedback"):
        write_accepted([feedback("right")], tmp_path / "out.jsonl")
    assert not (tmp_path / "out.jsonl").exists()


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    given = feedback("right")
    case = read_case(given, propose(given), CORPUS).model_dump(mode="json")
    with pytest.raises(DatasetError, match="cannot be written"):
        write_accepted([feedback("right", case=case)], tmp_path / "none" / "out.jsonl")
