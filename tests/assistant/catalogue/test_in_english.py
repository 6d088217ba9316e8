"""What is asked in English of documents as a whole is told in English."""

from datetime import date

import pytest

from assistant.assistant import Assistant

OLD = (
    "Cycling Law (amended 2015), 《中华人民共和国骑行法（2015年修正）》, issued on 2015-03-01, "
    "in force from 2015-05-01 until 2030-12-31."
)
NEW = (
    "Cycling Law (revised 2030), 《中华人民共和国骑行法（2030年修订）》, issued on 2030-06-01, "
    "in force from 2031-01-01."
)
REPLACED = "In force. To be replaced by 《骑行法》（2030年修订） on 2031-01-01."
NOT_HELD = "《2020年自行车道通知》（交办〔2020〕3号）, 《关于试点建设自行车道的通知》. In force. Its text is not held"
BEFORE = date(2030, 11, 29)


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        ("When was the Cycling Law last amended?", f"{OLD} {REPLACED}", None),
        (
            "What replaces the 2015 cycling law?",
            f"{OLD} In force. To be replaced by 《骑行法》（2030年修订） on 2031-01-01.",
            None,
        ),
        ("Does the new cycling law apply today?", f"No. {NEW} Not yet in force.", "no"),
        ("is the cycling law still in force", f"Yes. {OLD} In force.", "yes"),
        ("Has the cycling law been repealed?", f"No. {OLD}", "no"),
        ("Do you have the cycling law?", f"Yes. {OLD}", "yes"),
        (
            "Do you have the 2020 notice?",
            "《2020年自行车道通知》（交办〔2020〕3号）, 《关于试点建设自行车道的通知》. In force. Its text is not held",
            None,
        ),
        ("Which laws do you have?", "2 laws are held: Cycling Law (amended 2015), Cycling Law (revised 2030).", None),
    ],
)
def test_the_catalogue_is_told_in_english(assistant: Assistant, question: str, said: str, verdict: str | None) -> None:
    answer = assistant.ask(question, as_of=BEFORE)
    assert answer.text.startswith(said)
    assert answer.verdict == verdict


def test_all_documents_are_listed_with_what_is_only_catalogued(assistant: Assistant) -> None:
    text = assistant.ask("How many documents are in your library?", as_of=BEFORE).text
    assert text.startswith("3 documents are held: 《自行车道通知》（交办〔2021〕7号）, Cycling Law")
    assert text.endswith("The catalogue has 2 more without their text.")


@pytest.mark.parametrize(
    "question",
    [
        "When does a cycling permit take effect?",
        "Does the cycling law apply to tricycles?",
        "What laws apply to tricycles?",
    ],
)
def test_what_a_document_says_is_not_asked_of_the_catalogue(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question, as_of=BEFORE).text
    assert "issued on" not in text
    assert "are held" not in text
