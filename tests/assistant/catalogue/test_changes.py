"""Whether and when a document changes is told by the catalogue's versions."""

from datetime import date

import pytest

from assistant.assistant import Assistant

COMING = (
    "《中华人民共和国骑行法（2030年修订）》2030年6月1日发布，2031年1月1日起施行，届时代替"
    "《中华人民共和国骑行法（2015年修正）》。"
)
NONE_KNOWN = "本库只收录《关于支持城市建设自行车道的通知》（交办〔2021〕7号），没有更晚的版本，也不知道有更晚的修改。"
NOT_COMPARED = "改了哪些条文，本库没有逐条比对，可分别查看两个版本。"
BEFORE, AFTER = date(2030, 11, 29), date(2031, 3, 1)


@pytest.mark.parametrize(
    ("question", "as_of", "said", "verdict"),
    [
        ("骑行法明年有变化吗", BEFORE, f"有。{COMING}", "yes"),
        ("骑行法会不会改", BEFORE, f"会。{COMING}", "yes"),
        ("骑行法要改了吗", BEFORE, f"会。{COMING}", "yes"),
        ("骑行法什么时候改", BEFORE, COMING, None),
        ("现在的骑行法以后被什么代替", BEFORE, COMING, None),
        ("哪部法律取代了老骑行法", BEFORE, COMING, None),
        ("骑行法明年有啥变化", BEFORE, f"{COMING}{NOT_COMPARED}", None),
        ("新旧骑行法有什么区别", BEFORE, f"{COMING}{NOT_COMPARED}", None),
        ("骑行法修订前后有哪些不同", BEFORE, f"{COMING}{NOT_COMPARED}", None),
        ("骑行法有哪些修改", BEFORE, f"{COMING}{NOT_COMPARED}", None),
        ("骑行法今年有变化吗", BEFORE, COMING, None),
        ("骑行法有变化吗", AFTER, f"有。{COMING.replace('届时代替', '代替了')}本库没有更晚的版本。", "yes"),
        ("骑行法会不会改", AFTER, f"{COMING.replace('届时代替', '代替了')}本库没有更晚的版本。", None),
        ("自行车道通知会不会改", BEFORE, NONE_KNOWN, None),
        ("自行车道通知最近修改过吗", BEFORE, NONE_KNOWN, None),
        ("新版自行车道通知什么时候施行", BEFORE, NONE_KNOWN, None),
    ],
)
def test_what_the_catalogue_knows_of_versions_is_told(
    assistant: Assistant, question: str, as_of: date, said: str, verdict: str | None
) -> None:
    answer = assistant.ask(question, as_of=as_of)
    assert (answer.text.partition("[")[0], answer.verdict) == (said, verdict)


@pytest.mark.parametrize(
    "question",
    [
        "骑行法改了什么",
        "骑行法规定头盔可以更新吗",
        "骑行法对三轮车有变化吗",
        "骑行法修改申请要多久",
        "新骑行法什么时候施行",
        "骑行法改过没有",
        "有变化吗",
    ],
)
def test_other_questions_are_not_about_versions(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question, as_of=BEFORE).text
    assert "届时代替" not in text
    assert "本库只收录" not in text


def test_of_a_document_that_is_not_held_the_entry_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("城市道路管理办法会不会改")
    assert answer.refused
    assert answer.text.startswith("《城市道路管理办法》，现行有效。本库没有收录它的正文。")
