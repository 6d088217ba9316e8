"""Of a note's asks only one that a ministry would print is offered."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from own_texts import document_of

from assistant.saying.suggest import plain_question
from store.builder import build_index
from store.index import Index
from store.records import Note
from store.settings import Settings

RULE = "渡船的安全检查由区交通局负责。"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    home: Path = tmp_path_factory.mktemp("suggest")
    settings = Settings(home=home)
    parsed = document_of("ferry", "渡船办法", (RULE,))
    build_index([replace(parsed, notes=(Note("ferry", 0, len(RULE), ("谁查船",)),))], settings)
    with closing(Index.open(settings)) as opened:
        return opened


@pytest.mark.parametrize(
    ("asks", "offered"),
    [
        (("船咋查", "安全检查由谁负责", "渡船的安全检查由谁负责"), "渡船的安全检查由谁负责？"),
        (("听说渡船的安全检查由谁负责都行",), ""),  # hearsay
        (("渡船的安全检察由谁负责",), ""),  # a typo: not the document's word
        (("我家渡船的安全检查由谁负责",), ""),  # a story
        (("渡船的安全检查，由谁负责",), ""),  # in two breaths
        (("渡船的安全检查必须年年做吗",), ""),  # asks for what the rule does not say
        (("渡船的安全检查可以免吗",), ""),
        (("渡船的安全檢查由誰負責",), ""),  # not in the document's script
        (("谁负责检查",), ""),  # too short to say of what
    ],
)
def test_a_suggestion_is_plain_and_in_the_documents_words(index: Index, asks: tuple[str, ...], offered: str) -> None:
    assert plain_question(index, Note("ferry", 0, len(RULE), asks)) == offered
