"""English follow-ups that only name another thing."""

import pytest

from assistant.talk.english_terms import another_term


@pytest.mark.parametrize(
    ("text", "question", "asked"),
    [
        ("And on repairs?", "Can the money be spent on wages?", "Can the money be spent on repairs?"),
        ("what about for buses?", "How much is set aside for bikes?", "How much is set aside for buses?"),
        ("And for designs?", "How much does a utility model cost?", "How much does a designs cost?"),
        ("and trademarks?", "Who examines patents?", "Who examines trademarks?"),
        ("and the evening ones?", "Who teaches the morning classes?", "Who teaches the evening classes?"),
        ("what about evening classes", "Who teaches the morning classes?", "Who teaches the evening classes?"),
        ("And a bus?", "How much is set aside for bikes?", ""),
        ("And with whom?", "When must the plan be sent?", ""),
        ("and the evening ones?", "Who teaches?", ""),
        ("and where does it open?", "Who teaches the morning classes?", ""),
    ],
)
def test_what_is_named_takes_the_place_of_its_like(text: str, question: str, asked: str) -> None:
    assert another_term(text, question) == asked
