"""The highest fines of a whole law."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from own_texts import document_of

from assistant.lookups.highest_fines import say_highest_fines
from assistant.understanding.question import understand
from store.builder import build_index
from store.index import Index
from store.settings import Settings

LAW = document_of(
    "ferry-law",
    "渡船法",
    (
        "第一条 渡船应当按时检修。",
        "第二条 超载的，处五千元以上三万元以下的罚款；情节严重的，处三万元以上八万元以下的罚款。",
        "第三条 无证售票，票款一万元以上的，处票款三倍以下的罚款；不足一万元的，处二千元以下的罚款。",
        "第四条 夜航的，处一千元罚款。",
        "第五条 冒用船名的，处八万元以下的罚款。",
    ),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    settings = Settings(home=tmp_path_factory.mktemp("fines"), chroma_url=None)
    build_index([LAW], settings)
    with closing(Index.open(settings)) as index:
        yield index


@pytest.mark.parametrize(
    "text", ["渡船法罚款最高多少", "渡船法里罚款最高能罚多少啊", "渡船法最高可以罚多少钱？", "渡船法的罚款上限是多少"]
)
def test_of_all_fines_the_highest_are_told(index: Index, text: str) -> None:
    draft = say_highest_fines(index, [LAW.document], understand(text))
    assert draft is not None
    said = "".join(one.text for one in draft.said)
    assert "按数额最高的是三万元以上八万元以下的罚款（第2条、第5条）" in said
    assert "按倍数最高的是票款三倍以下的罚款" in said


@pytest.mark.parametrize("text", ["渡船法里超载罚款最高多少", "罚款最高多少", "渡船法罚多少", "渡船法押金最高多少"])
def test_one_deed_or_another_thing_is_searched(index: Index, text: str) -> None:
    assert say_highest_fines(index, [LAW.document], understand(text)) is None
