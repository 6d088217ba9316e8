"""Why the words are not the model's, for both readers."""

import re

import pytest

from assistant.generation.fallback import UnwordedError, Why, note_for


@pytest.mark.parametrize("why", Why)
def test_each_reason_is_one_sentence_in_either_language(why: Why) -> None:
    error = UnwordedError(why)
    assert re.fullmatch(r"[A-Z][^一-鿿.]+\.", str(error))
    assert re.fullmatch(r"[^。.]+[一-鿿）]。", error.chinese)


@pytest.mark.parametrize("why", Why)
def test_a_note_is_kept_in_chinese_and_read_in_either_language(why: Why) -> None:
    assert note_for(why.note, english=False) == why.note
    assert note_for(why.note, english=True).startswith(why.english)


def test_a_note_that_is_none_of_these_stays() -> None:
    assert note_for("模型服务出错（503），以下为原文作答。", english=True) == "模型服务出错（503），以下为原文作答。"
