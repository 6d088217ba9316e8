"""Whether a document speaks of something at all."""

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.catalogue.mentioned import asks_mention
from assistant.draft import Draft
from assistant.lookups.lookup import Lookup
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("预算法里提到过国债吗", "国债"),
        ("通知有没有写到保险", "保险"),
        ("那份办法是否涉及奖金？", "奖金"),
        ("通知里提到什么", ""),
        ("通知里写到这个吗", ""),
        ("材料写到哪里", ""),
        ("保险的提法是什么", ""),
    ],
)
def test_what_the_mention_is_asked_of(question: str, thing: str) -> None:
    assert asks_mention(understand(question)) == thing


def test_a_named_document_mentions_it_or_not(assistant: Assistant) -> None:
    lookup = Lookup(assistant.index)
    said, silent = (
        lookup.find(understand(text), (), date.today())
        for text in ("自行车道通知里提到过车辆吗", "自行车道通知里提到过奖金吗")
    )
    assert isinstance(said, Draft)
    assert said.said[0].text.startswith("提到了。《")
    assert said.judgement
    assert said.judgement.verdict == "yes"
    assert isinstance(silent, Draft)
    assert silent.refused
    assert silent.said[0].text.endswith("没有提到“奖金”。")
