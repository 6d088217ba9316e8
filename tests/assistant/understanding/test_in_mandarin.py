"""Words of asking in Cantonese, or otherwise put, are read as the standard ones."""

import pytest

from assistant.understanding.in_mandarin import in_mandarin
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("借书要唔要登记", "借书要不要登记"),
        ("帮人借书得唔得?", "帮人借书行不行?"),
        ("唔登记得唔得", "不登记行不行"),
        ("唔带证借书唔得?", "不带证借书不行?"),
        ("系咪要带证", "是不是要带证"),
        ("使唔使带证,唔使就好", "用不用带证,不用就好"),
        ("有冇边个可以帮手", "有没有谁可以帮手"),
        ("钱用嚟买书", "钱用来买书"),
        ("唔该", "唔该"),
        ("借几多本,每本几多钱", "借多少本,每本多少钱"),
        ("几多号还书", "几号还书"),
        ("要写边几年的书单", "要写哪几年的书单"),
        ("周边几条街的摊位,两边几家店", "周边几条街的摊位,两边几家店"),
        ("边啲书可以借,边度借", "哪些书可以借,哪里借"),
        ("唔使带证㗎嘛", "不用带证吧"),
        ("迟咗还书系咪唔收㗎喇", "迟了还书是不是不收"),
        ("过咗期仲收唔收书", "过了期还收不收书"),
        ("攞证借书啱唔啱", "拿证借书对不对"),
        ("借书用不着登记吧", "借书不用登记吧"),
        ("没必要带证吧,有没有必要登记", "不用带证吧,有没有必要登记"),
    ],
)
def test_words_of_asking(said: str, read: str) -> None:
    assert in_mandarin(said) == read


def test_who_asks_in_cantonese_is_understood() -> None:
    assert {"amount"} <= understand("每個攤位要幾多億？").sought
    assert {"year"} <= understand("要寫邊幾年嘅書單？").sought
    assert {"who", "yes-no"} <= understand("由邊個蓋章，街道辦得唔得？").sought
