"""What an English question is told in English: the items of a list, and all that two questions ask of one clause."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from ingest.parse import parse_corpus
from store.builder import build_index
from store.index import Index
from store.settings import Settings

CATALOG = """
[[document]]
id = "market"
title = "关于办好早市的通知"
short_title = "早市通知"
kind = "policy"
source = { file = "market.txt", origin = "写给测试的文件" }
"""
TEXT = """关于办好早市的通知
一、补贴标准
每个摊位补贴3000元，其中开业当月发放2000元，其余年底发放。
二、开办要求
（一）统一棚架
棚架由街道统一搭建。
（二）分类摆放
蔬菜和水产分开摆放。
三、附加服务
有条件的早市可以从下列服务中选择不少于一项。代客磨刀；修补雨伞；寄存行李。
"""
NOTES = """
[[note]]
anchor = "每个摊位补贴3000元"
asks = ["一个摊位补多少钱", "how much does each stall get altogether"]
english = "Each stall gets 3,000 yuan."

[[note]]
anchor = "每个摊位补贴3000元，其中开业当月发放2000元，其余年底发放"
asks = ["补贴分几次发"]
english = "Each stall gets 3,000 yuan: 2,000 in the month it opens, the rest at the end of the year."

[[note]]
anchor = "二、开办要求"
asks = ["早市有哪些要求", "what are the requirements for a market"]
english = "II. Requirements"

[[note]]
anchor = "（一）统一棚架"
asks = ["棚架怎么搭"]
english = "(1) Uniform sheds"

[[note]]
anchor = "（二）分类摆放"
asks = ["菜怎么摆"]
english = "(2) Goods kept apart"

[[note]]
anchor = "有条件的早市可以从下列服务中选择不少于一项"
asks = ["附加服务选哪些", "what are the extra services a market can choose from"]
english = "Markets may choose at least one of the following services."

[[note]]
anchor = "代客磨刀；修补雨伞；寄存行李"
asks = ["能磨刀吗", "有修伞的吗", "services such as umbrella repair"]
points = ["代客磨刀", "修补雨伞", "寄存行李"]
english = "Extra services: knife grinding, umbrella repair, luggage storage."
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    root: Path = tmp_path_factory.mktemp("market") / "corpus"
    for name, text in {"catalog.toml": CATALOG, "sources/market.txt": TEXT, "notes/market.toml": NOTES}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    settings = Settings(home=root.parent / "home", corpus=root)
    build_index(parse_corpus(settings), settings)
    return Assistant(Index.open(settings))


def test_the_items_under_a_heading_are_told_in_english_too(assistant: Assistant) -> None:
    text = assistant.ask("What are the requirements for a market?").text
    assert text.startswith("Requirements: 1. Uniform sheds; 2. Goods kept apart.")


def test_what_two_questions_ask_of_one_clause_is_told_of_both(assistant: Assistant) -> None:
    whole = assistant.ask("How much does each stall get altogether, and how much of that when it opens?").text
    assert whole.startswith("Each stall gets 3,000 yuan: 2,000 in the month it opens")
    assert assistant.ask("How much does each stall get altogether?").text.startswith("Each stall gets 3,000 yuan. ")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What are the extra services a market can choose from?", "knife grinding, umbrella repair, luggage storage"),
        ("附加服务选哪些？", "代客磨刀；修补雨伞；寄存行李"),
    ],
)
def test_a_list_is_told_and_not_only_what_introduces_it(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text
