"""The lines of an answer: every character once, items with their own marks, a rendering apart."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from assistant.answer import Answer, Citation, Statement
from assistant.lines import lines


def cite(quote: str) -> Citation:
    return Citation("example", "示例办法", "《办法》一、", quote, 0, len(quote))


LIST = Statement("材料共3项：1.申请表；2.2019年以来的账目（含附表）；3.其他材料。", (0, 1, 2, 3))
QUOTES = tuple(map(cite, ("材料：", "1. 申请表。", "2. 2019年以来的账目（含附表）。", "3. 其他材料。")))


def said(answer: Answer) -> list[str]:
    return [line.text for line in lines(answer)]


def test_each_item_stands_on_its_line_with_its_mark() -> None:
    assert said(Answer("要什么", (LIST,), QUOTES)) == [
        "材料共3项：[1]", "1.申请表；[2]", "2.2019年以来的账目（含附表）；[3]", "3.其他材料。[4]",
    ]  # fmt: skip


def test_marks_that_are_no_items_own_stand_behind_the_last() -> None:
    one = Answer("要什么", (replace(LIST, citations=(0,)),), QUOTES[:1])
    assert said(one) == ["材料共3项：", "1.申请表；", "2.2019年以来的账目（含附表）；", "3.其他材料。[1]"]
    assert said(Answer("要什么", (LIST,), QUOTES[::-1]))[-1] == "3.其他材料。[1][2][3][4]"


def test_chinese_numbers_and_what_follows_the_list() -> None:
    answer = Answer(
        "哪些", (Statement("下列费用不补：（一）工资；（二）房租。"), Statement("另有规定。"), Statement("从其规定。"))
    )
    assert said(answer) == ["下列费用不补：", "（一）工资；", "（二）房租。", "另有规定。从其规定。"]


def test_the_value_stands_out_in_its_line() -> None:
    answer = Answer("多少", (Statement("分两档：1.甲类20万元；2.乙类8万元。", (), "8万元"),))
    assert [line.statements[0].value for line in lines(answer)] == ["", "", "8万元"]


def test_figures_are_no_items() -> None:
    text = "标准如下：1.5万元起；每增1人加0.2万元。"
    assert said(Answer("多少", (Statement(text),))) == [text]


def test_a_rendering_stands_by_itself() -> None:
    answer = Answer("How much?", (Statement("Each county gets 0.3 million yuan. 2021年每个县支持30万元。", (0,)),))
    rendering, words = lines(answer)
    assert (rendering.text, rendering.rendering) == ("Each county gets 0.3 million yuan.", True)
    assert (words.text, words.rendering) == ("2021年每个县支持30万元。[1]", False)
    located = Answer("How much?", (Statement("《办法》第三条：Each gets some. 每个县都有。", (0,)),))
    assert said(located) == ["Each gets some.", "《办法》第三条：每个县都有。[1]"]
    no, _ = lines(Answer("May I?", (Statement("No. 逾期不予受理。"),)))
    assert (no.text, no.rendering) == ("No.", False)
    assert said(Answer("哪个", (Statement("按ISO 9001 标准办理。"),))) == ["按ISO 9001 标准办理。"]


@given(some.lists(some.text("1一2二.（）：；。a 甲", max_size=20), max_size=3))
def test_every_character_is_there_once(texts: list[str]) -> None:
    answer = Answer("", tuple(map(Statement, texts)))
    assert "".join(said(answer)).replace(" ", "") == answer.text.replace(" ", "")


def test_a_rendering_behind_the_words_is_read_before_them() -> None:
    told = "No. 获得过补助的城市，本次不再支持。 Cities that had a grant get no other this time."
    assert said(Answer("Can we?", (Statement(told, (0,)),), (cite("获得过补助的城市，本次不再支持。"),))) == [
        "No. Cities that had a grant get no other this time.", "获得过补助的城市，本次不再支持。[1]",
    ]  # fmt: skip


def test_an_english_sentence_that_names_documents_is_no_rendering() -> None:
    told = "No. Harbour Law (new), 《港口法（2031年修订）》, in force. To be replaced by 《新港口法》（2040年） soon."
    (line,) = lines(Answer("Is it in force?", (Statement(told),)))
    assert (line.text, line.rendering) == (told, False)
