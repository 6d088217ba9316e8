"""A document's words cut to the room there is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.understanding.excerpt import enumerate_items, fitted, shorten, telling_part
from assistant.understanding.question import understand

PENALTY = (
    "工作人员弄虚作假，情节轻微的，由主管部门责令改正，违法经营额五万元以上的，可以处违法经营额五倍以下的罚款，"
    "违法经营额不足五万元的，可以处二十五万元以下的罚款，并予以公告。"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("卖了三万块的货，罚多少", "不足五万元的，可以处二十五万元以下的罚款"),
        ("卖了八万块的货，罚多少", "五万元以上的，可以处违法经营额五倍以下的罚款"),
        ("工作人员弄虚作假，情节轻微的找谁", "工作人员弄虚作假，情节轻微的"),
    ],
)
def test_the_part_that_is_asked_for_stays(question: str, told: str) -> None:
    said = telling_part(understand(question), PENALTY, 60)
    assert told in said
    assert len(said) <= 60


def test_no_condition_ends_what_is_said_without_what_it_comes_to() -> None:
    said = telling_part(understand("五万元以上由主管部门责令改正吗"), PENALTY, 30)
    assert said == "…情节轻微的，由主管部门责令改正。"


def test_what_fits_is_not_cut() -> None:
    assert telling_part(understand("罚多少"), PENALTY, 200) == PENALTY


@given(st.text("甲乙，；。5万元不足", max_size=120), st.integers(20, 60))
@example("5" * 15 + "。5。。5万", 20)
def test_a_part_is_the_documents_own_words(words: str, limit: int) -> None:
    said = telling_part(understand("罚多少"), words, limit)
    assert all(piece.strip("，；。") in words for piece in said.split("…"))
    assert len(said) <= limit + 1


def test_items_are_numbered_and_cut_to_their_share() -> None:
    assert enumerate_items(["甲", "乙"], 50) == "1.甲；2.乙"
    cut = enumerate_items(["很长的第一项，后面还有许多的话要说", "第二项"], 20)
    assert cut.startswith("1.很长的第一项…；2.")
    assert shorten("一句话（括号里的话）说得很长很长", 10) == "一句话说得很长很长。"


def test_the_number_of_an_item_is_no_part_of_a_number_in_it() -> None:
    assert enumerate_items(["修路", "300盏路灯"], 50) == "1.修路；2. 300盏路灯"


def test_of_a_penaltys_brackets_only_the_one_met_is_said() -> None:
    said = telling_part(understand("卖了三万块的货，罚多少"), PENALTY, 200)
    assert said == "…违法经营额不足五万元的，可以处二十五万元以下的罚款。"
    assert telling_part(understand("卖的货不到五万元，最多罚多少"), PENALTY, 200) == said
    assert telling_part(understand("卖了三万块的货，找谁"), PENALTY, 200) == PENALTY
    assert telling_part(understand("卖了二十万的货，要是一件都没卖呢，罚多少"), PENALTY, 200) == PENALTY


def test_of_clauses_that_do_not_fit_the_longest_lose_their_ends_and_none_is_left_out() -> None:
    clauses = ["开馆要热闹，请乐队，放烟花；", "门口要干净，不放杂物；", "座位够用。"]
    assert fitted(clauses, 40) == clauses
    assert fitted(clauses, 27) == ["开馆要热闹，请乐队…；", "门口要干净，不放杂物；", "座位够用。"]
    assert "".join(fitted(clauses, 5)) == "开馆要热闹…；门口要干净…；座位够用。"
