"""What lies inside what was found: a stretch under a heading, an item of a list."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.assistant import Assistant
from assistant.reading.article_lists import item_meant, of_list
from assistant.reading.read import headed_node, read
from assistant.retrieval.retrieve import Candidate, Features, Retriever
from assistant.saying.inside import best_inside, same_item
from assistant.understanding.question import understand
from store.index import Index
from store.records import Clause, Node


@pytest.fixture(scope="module")
def retriever(assistant: Assistant) -> Retriever:
    return Retriever(assistant.index)


def test_what_is_asked_of_a_thing_beyond_its_heading_is_told_by_a_stretch_under_it(
    assistant: Assistant, retriever: Retriever
) -> None:
    found = retriever.search(understand("支持内容有哪些？"))
    heading = next(c for c in found if (node := headed_node(assistant.index, c)) and node.heading == "支持内容")
    assert best_inside(assistant.index, retriever, understand("支持内容有哪些？"), [heading]) == heading
    inner = best_inside(assistant.index, retriever, understand("支持内容里能不能购买车辆？"), [heading])
    assert "购买车辆" in inner.clauses[0].text


def penalty(assistant: Assistant, whole: bool = False) -> Candidate:
    """第三条 with what introduces its list, or all of it."""
    clauses = [c for p in assistant.index.passages("cycling-law-2015") for c in p.clauses if "第三条" in c.locator]
    kept = tuple(clauses if whole else clauses[:1])
    features = Features(*(0.0,) * 7)
    return Candidate("cycling-law-2015", kept[0].start, kept[-1].end, kept, None, features, 2.0)


def test_a_list_gives_way_to_the_item_that_is_meant(assistant: Assistant) -> None:
    found = item_meant(assistant.index, understand("逆向骑车会被罚吗"), penalty(assistant))
    assert [clause.text for clause in found.clauses] == ["（二）逆向行驶的。"]
    said = read(assistant.index, understand("逆向骑车会被罚吗"), found, 185)
    assert said.text == "有下列情形之一的，处五十元以下罚款：逆向行驶的。"


@pytest.mark.parametrize(
    ("question", "behind", "whole"),
    [
        ("首年拨付和隔离设施有哪些要求", 0.05, True),
        ("首年拨付有哪些要求", 0.05, False),  # which the item says by itself
        ("首年拨付和隔离设施的要求能不能改", 0.05, False),
        ("首年拨付和隔离设施有哪些要求", 0.3, False),
    ],
)
def test_an_item_gives_way_to_the_list_where_two_of_its_items_are_asked_for(
    assistant: Assistant, retriever: Retriever, question: str, behind: float, whole: bool
) -> None:
    clauses = tuple(assistant.index.clauses("bikes-2021"))
    first = next(n for n, clause in enumerate(clauses) if "首年拨付" in clause.text)
    item, listed = (tuple(clauses[first : first + n]) for n in (1, 3))
    features = Features(*(0.0,) * 7)
    one = Candidate("bikes-2021", item[0].start, item[-1].end, item, None, features, 2.0)
    wider = Candidate("bikes-2021", listed[0].start, listed[-1].end, listed, None, features, 2.0 - behind)
    best = best_inside(assistant.index, retriever, understand(question), [one, wider])
    assert (best.clauses == listed) == whole


@pytest.mark.parametrize("question", ["哪些情形会被罚", "醉酒会被罚吗"])  # the list is asked for; no item speaks of it
def test_a_list_stays_whole(assistant: Assistant, question: str) -> None:
    assert item_meant(assistant.index, understand(question), penalty(assistant)) == penalty(assistant)


def test_of_a_list_too_long_its_beginning_and_the_item_meant_are_said(assistant: Assistant) -> None:
    clauses, items = penalty(assistant, whole=True).clauses, []
    nodes = assistant.index.nodes("cycling-law-2015")
    items = [node for node in nodes if node.kind == "item"]
    kept = of_list(understand("逆向骑车怎么罚"), clauses, items, 20)
    assert [clause.text for clause in kept] == [clauses[0].text, "（二）逆向行驶的。"]
    assert of_list(understand("醉酒怎么罚"), clauses, items, 20) == clauses[:1]
    assert of_list(understand("哪些情形会被罚"), clauses, items, 20) == clauses
    assert of_list(understand("逆向骑车怎么罚"), clauses, items, 200) == clauses


def test_a_value_that_is_told_is_set_against_the_item_that_states_one(assistant: Assistant) -> None:
    first = penalty(assistant, whole=True).clauses[1]
    found = replace(penalty(assistant), start=first.start, end=first.end, clauses=(first,))
    assert item_meant(assistant.index, understand("戴头盔逆行三个月会被罚吗"), found) == found  # no item states a time


def test_the_item_that_states_a_time_is_the_one_that_a_time_is_set_against() -> None:
    texts = ("（一）住在本镇；", "（二）登记满1年；", "（三）没有欠费。")
    clauses = [Clause("d", f"1.{n}", n * 10, n * 10 + 9, f"第（{n}）项", text) for n, text in enumerate(texts, start=1)]
    nodes = [Node("d", c.path, "item", "", "", c.start, c.end, c.locator) for c in clauses]
    index = cast(Index, SimpleNamespace(nodes=lambda _: nodes, clauses=lambda _: clauses))
    found = Candidate("d", 10, 19, (clauses[0],), None, Features(*(0.0,) * 7), 2.0)
    assert item_meant(index, understand("登记一年半的摊主能申请吗"), found).clauses == (clauses[1],)
    assert item_meant(index, understand("外地的摊主能申请吗"), found) == found


def test_an_articles_list_does_not_give_way_to_the_next_article(assistant: Assistant, retriever: Retriever) -> None:
    whole = penalty(assistant, whole=True)
    clauses = tuple(c for p in assistant.index.passages("cycling-law-2015") for c in p.clauses if "第四条" in c.locator)
    following = replace(whole, start=clauses[0].start, end=clauses[-1].end, clauses=clauses, score=1.9)
    question = understand("哪些情形会被罚")
    assert best_inside(assistant.index, retriever, question, [whole, following]) == whole


def market_law(*parts: str) -> tuple[Index, Candidate]:
    """An index of a law of one article with these clauses, （…） its items, and the candidate that is all of it."""
    text, clauses, nodes = "", [], []
    for n, part in enumerate(parts):
        path = f"1.{n}" if part.startswith("（") else "1"
        clauses.append(Clause("market", path, len(text), len(text) + len(part), "《集市法》第一条", part))
        if path != "1":
            nodes.append(Node("market", path, "item", part[:3], "", len(text), len(text) + len(part), "项"))
        text += part
    nodes.insert(0, Node("market", "1", "article", "第一条", "", 0, len(text), "《集市法》第一条"))
    index = SimpleNamespace(documents={"market": SimpleNamespace(text=text)}, nodes=lambda _: nodes)
    candidate = Candidate("market", 0, len(text), tuple(clauses), None, Features(*(0.0,) * 7), 2.0)
    return cast(Index, index), candidate


def test_what_goes_on_about_a_case_is_said_behind_the_case() -> None:
    index, found = market_law(
        f"摊主以次充好的，摊主缺斤短两的，处一百元以上五百元以下的罚款，{'退还多收的货款，' * 9}并予公告；",
        "有违法所得的，没收违法所得；",
        "情节严重的，一年至三年内不得摆摊。",
    )
    said = read(index, understand("摊主缺斤短两，情节严重的多久不得摆摊"), found, 80)
    assert said.text == "摊主缺斤短两的，…有违法所得的，没收违法所得；情节严重的，一年至三年内不得摆摊。"
    assert len(said.spans) == 3


def test_an_item_is_said_with_what_comes_of_it_where_that_is_asked_for() -> None:
    index, found = market_law(
        f"有下列行为之一的，市场办{'应当查明情况，' * 9}责令改正，没收违法所得，可以并处五百元以下的罚款：",
        "（一）以次充好的；",
        "（二）缺斤短两的。",
    )
    item = replace(found, clauses=found.clauses[2:], start=found.clauses[2].start)
    told = read(index, understand("缺斤短两会怎么罚"), item, 80).text
    assert "可以并处五百元以下的罚款：缺斤短两的" in told
    assert read(index, understand("缺斤短两的是第几项"), item, 80).text == "缺斤短两的。"


def test_what_holds_of_all_items_is_asked_of_the_one_told() -> None:
    index, whole = market_law("下列摊位可以免费使用：", "（一）农户的菜摊；", "（二）学生的书摊。")
    index = cast(Index, SimpleNamespace(**vars(index), clauses=lambda _: whole.clauses))
    first, second = (replace(whole, clauses=(c,), start=c.start, end=c.end) for c in whole.clauses[1:])
    told = [("market", second.start, second.end)]

    def meant(question: str, best: Candidate) -> tuple[Clause, ...]:
        return same_item(index, understand(question), [best], told)[0].clauses

    assert meant("要不要先申请", first) == second.clauses
    assert meant("要不要先申请", whole) == second.clauses
    assert meant("农户也免费吗", first) == first.clauses
    assert same_item(index, understand("要不要先申请"), [first], ()) == [first]


def test_what_is_left_open_and_stands_nowhere_is_no_item(assistant: Assistant) -> None:
    gap = replace(penalty(assistant), start=0, end=0, clauses=())
    beside = (("cycling-law-2015", 0, 5),)
    assert same_item(assistant.index, understand("要不要先问"), [gap], beside) == [gap]
