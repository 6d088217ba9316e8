"""Parts, chapters and sections that a question names, and how many there are."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant
from assistant.talk.context import Context
from assistant.understanding.question import understand

POOLS = """泳池管理条例
第一编 通则
第一章 总则
第一条 为了管好泳池，制定本条例。
第二条 泳池每日换水。
第二章 开放
第一节 时间
第三条 泳池每日六时开门。
第四条 泳池每日二十时关门。
第二节 票价
第五条 成人票每张十元。
第二编 附则
第一章 施行
第六条 本条例自2031年1月1日起施行。
"""


@pytest.fixture(scope="module")
def pools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("pools"), pools=POOLS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said", "refused"),
    [
        (
            "泳池管理条例第二章讲什么",
            "第一编第二章 开放，第三条至第五条，共3条，分2节：第一节 时间；第二节 票价。",
            False,
        ),
        ("《泳池管理条例》第二章第二节", "第一编第二章第二节 票价。", False),
        ("泳池管理條例第二章講咩", "第一编第二章 开放，第三条至第五条", False),
        ("泳池管理条例第一编第一章的内容", "第一编第一章 总则，第一条至第二条，共2条。", False),
        ("泳池管理条例第一章", "有几个第1章：第一编第一章、第二编第一章，请说明是哪一个。", True),
        ("泳池管理条例第三编写了什么", "没有第3编，分2编：第一编 通则；第二编 附则。", True),
        ("总结一下泳池管理条例的主要内容", "《泳池管理条例》分2编：第一编 通则；第二编 附则。", False),
        ("泳池管理条例主要讲了什么", "《泳池管理条例》分2编：第一编 通则；第二编 附则。", False),
        ("泳池管理条例一共几编", "分2编：第一编 通则；第二编 附则。", False),
        ("泳池管理条例有多少条？", "共6条，最后一条是第六条。", False),
    ],
)
def test_what_a_chapter_holds(pools: Assistant, question: str, said: str, refused: bool) -> None:
    answer = pools.ask(question)
    assert said in answer.text
    assert answer.refused == refused
    assert bool(answer.citations) != refused


def test_a_document_of_chapters_without_articles_counts_none(tmp_path: Path) -> None:
    text = "泳池手册\n第一章 开放\n泳池每日六时开门。\n第二章 票价\n成人票每张十元。\n"
    with assistant_over(tmp_path, pools=text) as assistant:
        assert "最后一条" not in assistant.ask("泳池手册有多少条").text


@pytest.mark.parametrize("question", ["泳池管理条例第二章有没有规定票价", "泳池管理条例第三条", "几点开门"])
def test_who_asks_something_else_is_answered_by_an_article(pools: Assistant, question: str) -> None:
    assert "共" not in pools.ask(question).text


@pytest.mark.parametrize(
    ("question", "told"), [("泳池管理条例从哪一年施行", True), ("泳池管理条例从哪一年换水", False)]
)
def test_from_when_a_law_applies_is_told_to_who_asks_for_that(pools: Assistant, question: str, told: bool) -> None:
    found = pools._finder.search(*pools._finder.bare(understand(question), Context((), date(2032, 1, 1))))
    assert found
    assert any("起施行" in clause.text for candidate in found for clause in candidate.clauses) == told


SLIPS = "船台管理通知\n一、开放\n船台每日六时开门。\n二、票价\n成人票每张十元。\n三、安全\n不得夜泳。\n"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("船台管理通知分几个大部分", "分3部分：一、开放；二、票价；三、安全。"),
        ("全文一共几块", "分3部分：一、开放；二、票价；三、安全。"),
        ("船台管理通知有几个部分，分别是什么", "分3部分：一、开放；二、票价；三、安全。"),
        ("正文一共讲了几个方面", "分3部分：一、开放；二、票价；三、安全。"),
        ("这份文件有几条？", "不分条，分3部分：一、开放"),
    ],
)
def test_a_document_without_chapters_is_made_of_its_headed_parts(tmp_path: Path, question: str, said: str) -> None:
    with assistant_over(tmp_path, slips=SLIPS) as assistant:
        answer = assistant.ask(question)
        assert said in answer.text
        assert [one.locator[-2:] for one in answer.citations] == ["一、", "二、", "三、"]


def test_who_asks_how_many_parts_something_in_it_has_is_not_told_the_documents(tmp_path: Path) -> None:
    with assistant_over(tmp_path, slips=SLIPS) as assistant:
        assert "部分：" not in assistant.ask("船台分几块").text
