"""A document of one's own whose time has run out, and that nothing has replaced."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import own_texts
import pytest

from assistant.assistant import Assistant
from store.builder import build_index
from store.index import Index
from store.settings import Settings

ENDS = date(2024, 8, 31)
TEXT = "渡口奖励办法\n一、每个渡口奖励五万元。\n二、本办法自2021年9月1日起施行，有效期3年。"


@pytest.fixture(scope="module")
def lapsing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home: Path = tmp_path_factory.mktemp("lapsing")
    made = own_texts.parsed("ferry", TEXT)
    document = replace(made.document, in_force_from=date(2021, 9, 1), in_force_until=ENDS)
    settings = Settings(home=home, chroma_url=None)
    build_index([replace(made, document=document)], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "as_of", "verdict", "said"),
    [
        ("渡口奖励办法还有效吗", ENDS, "yes", "有效。《渡口奖励办法》"),
        ("渡口奖励办法还有效吗", date(2024, 9, 1), "no", "无效。《渡口奖励办法》"),
        ("渡口奖励办法失效了吗", date(2024, 9, 1), "yes", "是。《渡口奖励办法》"),
    ],
)
def test_whether_it_is_valid_is_told_by_its_days(
    lapsing: Assistant, question: str, as_of: date, verdict: str, said: str
) -> None:
    answer = lapsing.ask(question, as_of=as_of)
    assert (answer.verdict, answer.text.startswith(said)) == (verdict, True)
