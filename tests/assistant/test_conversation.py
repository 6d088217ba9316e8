import pytest

from assistant.answer import Turn
from assistant.conversation import retarget, rewrite
from assistant.conversation import talk as said_before


def talk(*messages: str) -> list[Turn]:
    return [Turn("assistant" if n % 2 else "user", message) for n, message in enumerate(messages)]


def test_a_question_of_its_own_is_left_alone() -> None:
    assert rewrite("申报材料有哪些？", talk("必做任务有哪些？", "共4项")) == "申报材料有哪些？"


def test_what_about_puts_the_new_term_in_the_old_place() -> None:
    assert rewrite("那选做任务呢？", talk("必做任务有哪些？", "共4项")) == "选做任务有哪些？"
    assert rewrite("知识产权局的呢？", talk("财政部联系人是谁？", "张三")) == "知识产权局联系人是谁？"


def test_an_item_is_named_by_its_number() -> None:
    history = talk("金融服务有哪些内容？", "共3项：1.拓宽融资渠道；2.增加产品供给；3.推进证券化。[1]")
    assert "增加产品供给" in rewrite("第二个具体讲什么？", history)


def test_a_topic_put_aside_does_not_leak() -> None:
    assert rewrite("换个话题，贯标的目标是多少家？", talk("质押融资增幅是多少？", "30%")) == "贯标的目标是多少家？"


def test_a_correction_is_taken_as_the_question() -> None:
    assert rewrite("不是这个，我问的是申报材料有哪些", talk("申报条件是什么？", "一个城市")) == "申报材料有哪些"


def test_talk_is_what_was_said_last_without_small_talk() -> None:
    history = talk("资金有多少？", "1.5亿元", "谢谢", "不客气")
    assert said_before(history) == "资金有多少？\n1.5亿元\n不客气"
    assert said_before([Turn("user", "甲" * 300), Turn("user", "乙" * 300)]) == "甲" * 99 + "\n" + "乙" * 300


def test_what_about_may_take_the_end_of_the_question_before_alone() -> None:
    asked = [Turn("user", "目标里质押融资要涨多少？"), Turn("assistant", "30%以上。")]
    assert retarget("那转让的笔数呢？", asked) == "转让的笔数要涨多少？"
    assert retarget("转让的笔数要涨多少？", asked) == ""


def test_another_matter_is_put_by_in_many_words() -> None:
    asked = [Turn("user", "材料什么时候交？"), Turn("assistant", "6月30日前。")]
    assert rewrite("好的，换个事儿：每年的总结归谁报？", asked) == "每年的总结归谁报？"


def test_what_all_comprise_leans_on_the_question_before() -> None:
    asked = [Turn("user", "贯标认证要做多少家？"), Turn("assistant", "200家以上。")]
    assert "贯标认证" in rewrite("都包括哪几类单位？", asked)
    assert rewrite("那样做是为了什么？", asked).endswith("那样做是为了什么？")


@pytest.mark.parametrize(
    ("before", "answer", "text", "rewritten"),
    [
        (
            "可以选做的有哪些？",
            "有三个：修建隔离带、培训讲解员和翻译手册。",
            "第二个谁来做？",
            "培训讲解员谁来做？",
        ),
        ("培训的经费占多少？", "不得低于20%。", "宣传的也一样吗？", "培训的经费占，宣传的也是20%吗？"),
        ("培训几名讲解员？", "培训3名以上。", "是5名吗？", "培训讲解员，是5名吗"),
        ("县里做什么？", "县里组织培训。", "乡里呢，要做什么？", "县里做什么，乡里呢，要做什么？"),
    ],
)
def test_what_leans_on_the_last_answer(before: str, answer: str, text: str, rewritten: str) -> None:
    assert rewrite(text, [Turn("user", before), Turn("assistant", answer)]) == rewritten
