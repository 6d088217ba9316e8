"""What a document tells apart is no answer for each other."""

from pathlib import Path

import pytest
from own_texts import assistant_over, parsed

from assistant.retrieval.rivals import speaks_of_parallel, speaks_of_rival

PRIZES = parsed(
    "prizes",
    "码头奖励办法\n第一条 获得优秀金锚奖的，每项奖励100万元；获得优秀银锚奖的，每项奖励50万元。船员每人奖励1万元。\n"
    "第二条 新建码头的，每座奖励30万元。\n改建码头的，按照新建码头的一半奖励。\n"
    "本条所称新建码头，是指在岸上建造；改建码头，是指换掉木板。",
)
PASSAGE = next(passage for passage in PRIZES.passages if "金锚奖" in passage.text)
GOLD, SILVER, _ = PASSAGE.clauses


@pytest.mark.parametrize(
    ("text", "parallel"),
    [
        ("拿了优秀金锚奖奖多少钱", {SILVER.text}),
        ("银锚奖奖多少", {GOLD.text}),
        ("金锚奖和银锚奖各奖多少", set()),
        ("船员奖多少", set()),
    ],
)
def test_a_sentence_that_differs_in_what_is_asked_about_is_on_another(text: str, parallel: set[str]) -> None:
    assert {one.text for one in PASSAGE.clauses if speaks_of_parallel(text, PASSAGE, one)} == parallel


@pytest.mark.parametrize(
    ("text", "said", "rival"),
    [
        ("改建码头奖多少", "新建码头的，每座奖励30万元。", True),
        ("改建码头奖多少", "改建码头的，按照新建码头的一半奖励。", False),
        ("新建码头奖多少", "新建码头的，每座奖励30万元。", False),
        ("码头奖多少", "新建码头的，每座奖励30万元。", False),
    ],
)
def test_terms_defined_one_after_the_other_are_rivals(text: str, said: str, rival: bool) -> None:
    assert speaks_of_rival(text, PRIZES.document.text, said) == rival


def test_the_prize_asked_about_is_told(tmp_path: Path) -> None:
    with assistant_over(tmp_path, prizes=PRIZES.document.text) as assistant:
        assert "每项奖励100万元" in assistant.ask("拿了优秀金锚奖奖多少钱").text
        assert "新建码头的，每座" not in assistant.ask("改建码头奖多少").text.partition("[")[0]
