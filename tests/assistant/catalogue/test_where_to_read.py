"""Where what a document refers to can be read is told by the catalogue."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "自行车道通知提到的办法在哪里看",
        "自行车道通知所依据的一份文件去哪下载",
        "自行车道通知引用的文件网址是什么",
        "自行车道通知提到了哪些文件",
        "自行车道通知里引用的办法有哪些",
    ],
)
def test_the_documents_named_are_listed_with_where_they_are(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    told = "《自行车道通知》提到的文件，目录里有1份：1.《城市道路管理办法》，官方地址：https://example.org/lanes。"
    assert answer.text.partition("[")[0] == told
    assert "城市道路管理办法" in answer.citations[0].quote
    assert answer.missing == ("lanes-2019",)


@pytest.mark.parametrize(
    "question",
    ["根据文件，评审结果在哪里看", "自行车道通知依据哪些文件", "自行车道在哪里看", "骑行法提到的办法在哪里看"],
)
def test_who_asks_for_something_else_gets_no_list(assistant: Assistant, question: str) -> None:
    assert "目录里有" not in assistant.ask(question).text
