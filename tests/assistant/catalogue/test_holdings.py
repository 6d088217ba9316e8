"""What is held is told by the catalogue."""

from datetime import date

import pytest

from assistant.assistant import Assistant

TODAY = date(2030, 11, 29)
OLD, NEW = "《中华人民共和国骑行法（2015年修正）》", "《中华人民共和国骑行法（2030年修订）》"


@pytest.mark.parametrize(
    "question", ["骑行法有几个版本", "骑行法你们存了几个版本", "请问你们收录了骑行法的哪几个版本？"]
)
def test_the_versions_held_are_told_with_their_days(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    told = f"{OLD}，2015年5月1日起施行，施行到2030年12月31日；{NEW}，2031年1月1日起施行。"
    assert answer.text.partition("[")[0] == f"本库收录《骑行法》的2个版本：{told}"
    assert [citation.document_id for citation in answer.citations] == ["cycling-law-2015", "cycling-law-2030"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("你们收录了哪些法律", "收录的法律共2份：《骑行法》（2015年修正）、《骑行法》（2030年修订）。"),
        (
            "哪些文件没收录",
            "目录里有，但没有收录正文的文件共2份：《2020年自行车道通知》（交办〔2020〕3号）、《道路办法》。",
        ),
    ],
)
def test_documents_are_listed(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    assert answer.text.startswith(said)
    assert answer.coverage == "complete"


def test_what_is_only_catalogued_is_counted_beside_what_is_held(assistant: Assistant) -> None:
    text = assistant.ask("你这里一共有哪些文件？", as_of=TODAY).text
    assert text.startswith("收录的文件共3份：《自行车道通知》")
    assert text.endswith("另有2份在目录里，没有收录正文。")


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        ("骑行法收录了没有", f"有。{OLD}，", "yes"),
        ("2030年修订的骑行法你们有吗", f"有。{NEW}，", "yes"),
        ("骑行法2007年修正的那版这里能看吗", "没有。本库没有收录《骑行法》2007年的版本，收录的是", None),
        ("道路办法库里有吗", "《城市道路管理办法》", None),
        ("骑行法实施细则收录了吗", "没有。本库没有收录《骑行法实施细则》，", None),
        ("你们有骑行法的实施条例吗", "没有。本库没有收录《骑行法实施条例》，", None),
        ("有没有收录轮渡管理办法", "没有。本库没有收录《轮渡管理办法》，", None),
    ],
)
def test_whether_a_document_is_held_is_told(
    assistant: Assistant, question: str, said: str, verdict: str | None
) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    assert answer.text.startswith(said)
    assert (answer.verdict, answer.coverage) == (verdict, "complete" if verdict else "none")


@pytest.mark.parametrize(
    "question",
    [
        "骑行法有规定吗",
        "骑行法有实施细则吗",
        "骑行法有押金吗",
        "有实施办法吗",
        "申报要交哪些文件",
        "有哪些规定",
        "你们收多少钱",
        "骑行法说了几个版本的头盔",
    ],
)
def test_what_documents_say_is_not_asked_of_the_catalogue(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question, as_of=TODAY).text
    assert "本库没有收录《" not in text
    assert "收录的" not in text


@pytest.mark.parametrize(
    ("question", "as_of", "said"),
    [
        ("现在适用的是哪一部骑行法", TODAY, OLD),
        ("骑行法哪个版本有效", date(2031, 2, 1), NEW),
        ("2015年修正的骑行法用到哪天为止", TODAY, OLD),
    ],
)
def test_which_version_applies_is_told(assistant: Assistant, question: str, as_of: date, said: str) -> None:
    assert assistant.ask(question, as_of=as_of).text.startswith(said)


def test_which_office_applies_a_law_is_no_question_of_versions(assistant: Assistant) -> None:
    assert not assistant.ask("骑行法由哪个部门执行", as_of=TODAY).text.startswith("《中华人民共和国骑行法")
