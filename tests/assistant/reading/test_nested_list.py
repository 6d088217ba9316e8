"""Lists of headings, with what stands under each where that is asked for."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant

MARKET = """关于做好集市工作的通知
各街道：
为办好集市，通知如下：
一、摊位布置
（一）布置要求
1.划定摊位。一是画线编号。摊位按先后编号，200个以上摊位画白线。二是留出通道。通道宽三米。
2.保证用水。一是接好水管。二是清理水沟。每晚清理一次。
3.收拾场地。
二、收费办法
（一）收费标准
每个摊位每天十元，共设三项减免。
（二）缴费时间
每月五日前缴清。
"""


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("market"), market=MARKET) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "布置要求有哪些，每项具体包括什么",
        "布置要求有哪几项？各项又有什么",
        "三项布置要求的具体内容是什么",
        "请详细列出布置要求",
    ],
)
def test_the_details_of_each_item_are_told_where_they_are_asked_for(market: Assistant, question: str) -> None:
    answer = market.ask(question)
    assert answer.text.startswith(
        "布置要求共3项：1.划定摊位（一是画线编号，二是留出通道）；2.保证用水（一是接好水管，二是清理水沟）；3.收拾场地。"
    )
    assert [one.quote[:6] for one in answer.citations[1:]] == ["1.划定摊位", "2.保证用水", "3.收拾场地"]


@pytest.mark.parametrize(
    "question", ["布置要求有哪些", "布置要求一共几条", "布置要求共几项", "布置要求是什么", "布置要求有几项，分别叫啥"]
)
def test_else_the_items_alone(market: Assistant, question: str) -> None:
    assert market.ask(question).text == "布置要求共3项：1.划定摊位；2.保证用水；3.收拾场地。[1][2][3][4]"


def test_items_without_parts_of_their_own_have_no_details(market: Assistant) -> None:
    assert market.ask("请详细列出收费办法").text.startswith("收费办法共2项：1.收费标准；2.缴费时间。")
