"""What only the version to come names."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from own_texts import document_of

from assistant.assistant import Assistant
from store.builder import build_index
from store.index import Index
from store.records import Parsed
from store.settings import Settings

TODAY = date(2030, 11, 29)


def _version(id_: str, vehicles: str, **dates: object) -> Parsed:
    articles = (f"第一条 {vehicles}等轻便车辆，可以驶入湖滨绿道。", "第二条 驶入湖滨绿道的车辆应当慢行。")
    parsed = document_of(id_, "中华人民共和国绿道法", articles)
    return replace(parsed, document=replace(parsed.document, short_title="绿道法", **dates))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def greenways(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = Settings(home=tmp_path_factory.mktemp("greenways"), chroma_url=None)
    old = _version("green-2020", "自行车、滑板车", in_force_from=date(2020, 1, 1), in_force_until=date(2030, 12, 31))
    new = _version("green-2030", "自行车、滑板车、平衡车", in_force_from=date(2031, 1, 1), replaces=("green-2020",))
    build_index([old, new], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


def test_what_the_later_version_is_the_first_to_name_gets_no_yes(greenways: Assistant) -> None:
    answer = greenways.ask("平衡车可以驶入湖滨绿道吗", as_of=TODAY)
    assert answer.verdict is None
    assert "没有提到“平衡车”" in answer.text
    assert {c.document_id for c in answer.citations} == {"green-2020", "green-2030"}


def test_what_both_name_gets_its_verdict(greenways: Assistant) -> None:
    assert greenways.ask("滑板车可以驶入湖滨绿道吗", as_of=TODAY).verdict == "yes"
    assert greenways.ask("平衡车可以驶入湖滨绿道吗", as_of=date(2031, 2, 1)).verdict == "yes"
