"""Which value stands out: of the kind asked for, tied to the subject asked about, or none."""

import pytest

from assistant.reading.standing_out import standing_out
from assistant.understanding.question import understand

TERMS = "红木桥的期限为三十年，石桥的期限为六十年，铁索桥的期限为九年，均自验收之日起计算。"
PARTS = "市里对每座桥补助800万元，其中2031年拨付500万元，余下资金按照验收结果拨付。"
FINES = "在桥上停车的，处五十元以上二百元以下的罚款；情节严重的，处二百元以上九百元以下的罚款。"
ROW = "灯具 | 按购置费的40%补助 | 最高7万元"
BUILT = "建设1座浮桥，架设3座以上拱桥，铺设一批栈道。"
PUBLIC = "本规定自2031年4月1日起施行，有效期四年。"


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("铁索桥能用多少年", TERMS, "九年"),
        ("石桥的期限是几年", TERMS, "六十年"),
        ("桥的期限是多久", TERMS, ""),  # of which, is not said
        ("2031年拨付多少钱", PARTS, "500万元"),
        ("每座桥补助多少钱", PARTS, "800万元"),
        ("余下资金是多少", PARTS, ""),  # its part states none
        ("在桥上停车罚多少钱", FINES, "五十元以上二百元"),
        ("在桥上停车最多罚多少钱，情节很严重的", FINES, "九百元"),
        ("灯具最高补助多少", ROW, "7万元"),
        ("有效期是几年", PUBLIC, "四年"),
        ("浮桥最少建几座", BUILT, "1座"),
        ("拱桥最少建几座", BUILT, "3座"),
        ("施行日期是哪天", PUBLIC, "2031年4月1日"),
        ("给每座桥补800万元对吗，补助多少钱", PARTS, "800万元"),
        ("由谁补助", PARTS, ""),
    ],
)
def test_the_value_that_is_asked_for_stands_out(question: str, text: str, value: str) -> None:
    assert standing_out(understand(question), text, text) == value


def test_of_values_as_near_the_one_found_stands_out() -> None:
    found = "石桥的期限为六十年"
    assert standing_out(understand("期限是几年"), found, TERMS) == "六十年"


def test_what_is_not_said_does_not_stand_out() -> None:
    assert not standing_out(understand("石桥的期限是几年"), TERMS, "铁索桥从略。")
