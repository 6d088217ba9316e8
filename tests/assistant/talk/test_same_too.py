"""「也一样吗」: whether the value told of one thing is also that of another."""

import pytest

from assistant.talk.same_too import SAME, same_too, value_told


@pytest.mark.parametrize(
    ("question", "answer", "text", "first"),
    [
        ("培训的经费占多少", "不得低于20%。", "宣传的也一样吗", "宣传的经费也是20%吗"),
        ("讲解员要几名", "讲解员3名以上。", "保安呢，也是这个数吗", "保安也是3名吗"),
        ("台账要记哪几年的", "记2011—2014年的台账。", "那门票的数据呢，也是这几年吗", "门票的数据也是2011—2014年吗"),
        ("台账要记哪几年的", "记2011—2014年的台账。", "门票数据是不是也一样", "门票数据也是2011—2014年吗"),
        ("讲解员要几名", "讲解员3名以上。", "保安也是这几年吗", ""),
        ("讲解员由谁选", "由馆长选定。", "保安也一样吗", ""),
        ("讲解员要几名", "讲解员3名以上。", "是不是保安也一样", "保安也是3名吗"),
        ("讲解员要几名", "讲解员3名以上。", "保安要几名", ""),
        ("讲解员要几名", "讲解员3名以上。", "讲解员和保安的要求一样吗", ""),
        ("讲解员要几名", "讲解员3名以上。", "明年也是这个数吗", ""),
        ("今年要请多少讲解员来给小学生讲戏", "请9名以上。", "义工的呢，也是这个数？", "义工也是9名吗"),
        ("剧院已经有几个就不让报了", "3个以上不再支持。", "学校的标准也一样吗", "学校的标准也是3个吗"),
        ("退票不成怎么办", "十日内申诉。", "退卡也是二十日内吗", "退卡也是二十日吗"),
        ("讲解员由谁选", "由馆长选定。", "保安也是三名吗", ""),
        ("讲解员要几名", "讲解员3名以上。", "保安也是三年吗", ""),
        ("外墙几年一刷", "十年一刷。", "内墙也这么久吗", "内墙一刷也是十年吗"),
        ("外墙几年一刷", "十年一刷。", "内墙的呢？也是十年吗", "内墙一刷也是十年吗"),
        ("外墙几年一刷", "十年一刷。", "内墙呢？也是这么久吗", "内墙一刷也是十年吗"),
        (
            "商标被仿冒又查不清损失，最高赔多少",
            "赔九万元。",
            "专利也是这个数吗",
            "专利被仿冒又查不清损失，最高也是九万元吗",
        ),
    ],
)
def test_the_value_told_is_asked_of_the_other_thing(question: str, answer: str, text: str, first: str) -> None:
    assert next(iter(same_too(text, question, question, answer)), "") == first


def test_of_several_values_that_on_what_was_asked_about_was_told() -> None:
    told = value_told("建1座剧院，培养3名以上讲解员，种树。", "培养几名讲解员")
    assert told is not None
    assert told.text == "3名"
    assert value_told("由馆长选定。", "谁来选") is None


def test_what_is_so_ruled_is_no_value() -> None:
    assert SAME.search("也是这个数吗")
    assert not SAME.search("也还是这么规定吗")
