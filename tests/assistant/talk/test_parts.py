"""The questions within one message."""

import pytest

from assistant.talk.parts import (
    asked_last,
    goes_on,
    hangs_on,
    is_of_same,
    premise_and_ask,
    split_parts,
    told_parts,
    without_told,
)
from assistant.understanding.question import understand


def test_so_many_people_are_no_premise() -> None:
    assert premise_and_ask(understand("评审组一共七个人，行家至少得几个？")) == ("", "")
    assert premise_and_ask(understand("评审组一共七件样品，行家至少看几件合适？"))[0] == "评审组一共七件样品"


def test_two_questions_in_one_are_parted() -> None:
    assert split_parts(understand("中央总共给多少，头一年到账多少？")) == ("中央总共给多少", "头一年到账多少")
    assert len(split_parts(understand("我们是直辖市，可以申报吗？"))) == 1


def test_how_long_before_is_asked_and_days_ago_are_told() -> None:
    assert len(split_parts(understand("木工课要预约吗，老师提前几天通知？"))) == len(("预约", "通知"))
    assert split_parts(understand("前几天报了木工课，能退吗？")) == ("前几天报了木工课，能退吗？",)


def test_what_leads_up_to_two_questions_goes_with_both() -> None:
    parts = split_parts(understand("入选的城市，贯标要过多少家？示范项目又要几个？"))
    assert parts == ("入选的城市，贯标要过多少家", "入选的城市，示范项目又要几个")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("质押和转让，每年各要涨多少？", ("质押，每年要涨多少？", "转让，每年要涨多少？")),
        ("质押和转让的年增幅各要多少？", ("质押的年增幅要多少？", "转让的年增幅要多少？")),
        (
            "一年采购1000万，至少给小店留多少，其中小摊至少多少？",
            ("一年采购1000万，至少给小店留多少，其中小摊至少多少？",),
        ),
        ("实施办法和经费使用规定各要多久印发？", ("实施办法要多久印发？", "经费使用规定要多久印发？")),
        ("转让和质押每年各涨多少", ("转让每年涨多少", "质押每年涨多少")),
        ("一个省能推几个城市？几号前报？", ("一个省能推几个城市", "几号前报")),
        ("雨棚保修几年，从哪天开始算", ("雨棚保修几年，从哪天开始算",)),
        ("怎么让摊主少交钱？文件里写了哪些办法", ("怎么让摊主少交钱？文件里写了哪些办法",)),
        ("怎么让摊主少交钱？摊位费写了几项", ("怎么让摊主少交钱", "摊位费写了几项")),
        ("雨棚能搭不？遮阳伞呢", ("雨棚能搭不", "遮阳伞能搭不")),
        ("门票交现金还是刷卡，一人几份", ("门票交现金还是刷卡", "一人几份")),
        ("老人是不是半价，半价多少钱", ("老人是不是半价", "半价多少钱")),
        ("门票交现金还是刷卡，文件里怎么讲", ("门票交现金还是刷卡，文件里怎么讲",)),  # which is asked once
        ("合同什么时候生效，盖了章就算吗", ("合同什么时候生效，盖了章就算吗",)),
        ("合同什么时候生效，盖章就算违规吗", ("合同什么时候生效", "盖章就算违规吗")),
        ("贯标要多少家、示范项目要几个？", ("贯标要多少家", "示范项目要几个")),
        ("县里和乡镇在这件事里各自做什么", ("县里在这件事里做什么", "乡镇在这件事里做什么")),
        ("馆长与讲解员在开馆时各自做什么", ("馆长在开馆时做什么", "讲解员在开馆时做什么")),
        ("能报几个城市，材料要不要光盘", ("能报几个城市", "材料要不要光盘")),
        ("能报几个城市 材料由谁行文", ("能报几个城市", "材料由谁行文")),
        ("转让和许可有什么区别？", ("转让是什么", "许可是什么")),
        ("转让和许可差在哪？", ("转让是什么", "许可是什么")),
        ("门票和月票哪个管得久", ("门票管多久", "月票管多久")),
        ("账本和门票存根哪一个要保存得更久？", ("账本要保存多久", "门票存根要保存多久")),
        ("省级和市级哪个优先", ("省级和市级哪个优先",)),
        ("任务有几项，分别叫啥", ("任务有几项，分别叫啥",)),
        ("要求有几条？每条标题是什么", ("要求有几条？每条标题是什么",)),
        ("自行车跟电动车的牌照有啥不一样", ("自行车的牌照", "电动车的牌照")),
        ("What's the difference between a licence and a permit?", ("what is a licence", "what is a permit")),
        ("和去年的通知有什么不同", ("和去年的通知有什么不同",)),
        ("钱不能花在哪些地方，一共列了几样", ("钱不能花在哪些地方，一共列了几样",)),
        ("任务有几项？分别是啥", ("任务有几项？分别是啥",)),
        ("商标 续展 多少钱", ("商标 续展 多少钱",)),
        ("前几年建了三个的省，才排除在外吗？", ("前几年建了三个的省，才排除在外吗？",)),
        ("绩效评价谁来搞，财政部吗？", ("绩效评价谁来搞，财政部吗？",)),
        ("省级和市级各部门要做什么", ("省级和市级各部门要做什么",)),
        (
            "想问一下申报到底是市里自己往上递还是省里递，还有最晚哪天必须递到，什么都不懂，麻烦讲清楚一下",
            ("申报到底是市里自己往上递还是省里递", "还有最晚哪天必须递到"),
        ),
    ],
)
def test_what_is_asked_of_several_things_is_asked_of_each(text: str, parts: tuple[str, ...]) -> None:
    assert split_parts(understand(text)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "您好，我在银行做信贷的，想了解这个文件对我们银行放质押贷款有什么要求，另外质押融资每年得增长多少，谢谢了",
            ("这个文件对我们银行放质押贷款有什么要求", "另外质押融资每年得增长多少"),
        ),
        (
            "我们管委会打算建一个平台，平台建几家、谁来具体运行这两点拿不准，园区下面有个促进中心，能不能让它来管",
            (
                "平台建几家",
                "谁来具体运行这两点拿不准",
                "我们管委会打算建一个平台，园区下面有个促进中心，能不能让它来管",
            ),
        ),
    ],
)
def test_askings_in_a_story(text: str, parts: tuple[str, ...]) -> None:
    assert told_parts(understand(text)) == parts


def test_a_story_with_one_asking_stays_whole() -> None:
    story = (
        "我们是直辖市嘛，前几年已经有两个区进过了，我们区自己从来没有过，书记很想争取，我们市今年还在不在支持范围里头"
    )
    assert told_parts(understand(story)) == ()


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("每户发三百元，能拿来买车吗", "每户发三百元"),
        ("听说下月底截止，材料交到哪里，急", ""),
        ("我们拿了三百元，能拿来买车吗", ""),
        ("每户发三百元，够不够", ""),
        ("通知是6月3日发的，那5月20日截止怎么回事", "通知是6月3日发的"),
        ("通知是6月3日发的，5月20日能交吗", ""),
        ("每户发三百元，对吗", ""),
        ("？", ""),
    ],
)
def test_what_is_taken_for_granted_is_told_from_what_is_asked(text: str, premise: str) -> None:
    assert premise_and_ask(understand(text))[0] == premise


def test_a_last_piece_asks_of_another_thing_the_same() -> None:
    assert split_parts(understand("木工课的学费是多少，陶艺课的呢？")) == ("木工课的学费是多少", "陶艺课的学费是多少")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("自行车保修多久，三轮车又是多久？", "三轮车保修多久"),
        ("木工课的学费是多少，陶艺课又要多少？", "陶艺课的学费是多少"),
        ("木工课几天内退费，陶艺课的补课期限呢？", "陶艺课的补课期限是多少"),
    ],
)
def test_a_last_piece_asks_of_another_thing_how_much_or_how_long(text: str, last: str) -> None:
    assert split_parts(understand(text))[-1] == last


def test_a_last_piece_that_asks_for_another_kind_of_value_is_left() -> None:
    assert split_parts(understand("木工课上几天，学费多少？"))[-1] == "学费多少"


def test_the_first_of_two_things_is_asked_about_what_the_second_names() -> None:
    parts = split_parts(understand("童车押金和汽车押金退还期限哪个更长？"))
    assert parts == ("童车押金退还期限多长", "汽车押金退还期限多长")


def test_what_all_have_is_asked_of_each() -> None:
    parts = split_parts(understand("木工课和陶艺课，退费时间都是几天？"))
    assert parts == ("木工课，退费时间是几天？", "陶艺课，退费时间是几天？")


def test_what_is_taken_for_granted_may_be_said_again() -> None:
    parts = premise_and_ask(understand("每户可领三件，那我们领哪三件合适？"))
    assert parts == ("每户可领三件", "那我们领哪三件合适")


def test_several_firms_that_do_something_ask_nothing() -> None:
    assert told_parts(understand("几家公司串通起来报价")) == ()
    assert len(split_parts(understand("有几家公司能报名，要交什么"))) == 2


def test_a_part_of_what_was_asked_before_is_no_question_of_its_own() -> None:
    assert len(split_parts(understand("尾款是多少钱，占总额几分之几？"))) == 1


def test_what_only_tells_with_a_word_of_asking_is_no_question_of_its_own() -> None:
    text = "跟人合买了窑，什么也没约定，我能单独用吗"
    assert split_parts(understand(text)) == (text,)
    assert without_told(understand(text)) == "跟人合买了窑，我能单独用吗"
    assert not without_told(understand("窑归谁，我能单独用吗"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("把一个大摊拆成几个小摊躲开检查，行不行？", 1),
        ("谁来盖章，街道办行不行？", 1),
        ("表格交几份，复印的行不行？", 2),
        ("几点开市，街道办可以去吗？", 2),
    ],
)
def test_what_only_judges_what_was_told_is_no_question_of_its_own(text: str, parts: int) -> None:
    assert len(split_parts(understand(text))) == parts


def test_what_is_summed_up_is_taken_for_granted_of_no_rule() -> None:
    assert premise_and_ask(understand("5个县都要培育剧团，加起来至少多少家")) == ("", "")


def test_what_is_given_as_a_reason_is_taken_for_granted_without_a_figure() -> None:
    assert premise_and_ask(understand("既然补助能买车，那买车最多花多少")) == ("补助能买车", "买车最多花多少")
    assert premise_and_ask(understand("下雨了，那买车最多花多少")) == ("", "")


@pytest.mark.parametrize(
    "premise",
    ["补助可以买车", "方案由省政府印发", "民政部和财政部一起评审", "市政府制定细则", "余款平均发给各村", "逾期也受理"],
)
def test_a_rule_is_taken_for_granted_without_a_figure(premise: str) -> None:
    assert premise_and_ask(understand(f"{premise}，那最多花多少钱"))[0] == premise
    assert premise_and_ask(understand(f"我们听说了{premise}，那最多花多少钱"))[0] == ""


def test_a_share_of_what_was_asked_before_keeps_the_story() -> None:
    text = "我们镇全年的采购预算一共有三千万元整，至少要给小店留多少？其中给夫妻店的至少多少？"
    assert told_parts(understand(text)) == ()


def test_a_figure_puts_a_premise_right_only_where_it_is_of_the_same() -> None:
    said = "新店一次性奖励30万元，展位费每年最高3万元。"
    assert is_of_same("新店一次性奖励50万元", "30万元", said)
    assert not is_of_same("我店押了50万元的货", "3万元", said)
    assert is_of_same("剩下20万元", "10万元（30万元－20万元）", said)  # which was worked out
    assert is_of_same("最少办两项", "一项", "从中选择不少于一项。")


def test_a_day_on_which_somebody_acts_is_no_premise() -> None:
    assert premise_and_ask(understand("9月21号以后交，是不是不受理了")) == ("", "")
    assert premise_and_ask(understand("截止是9月21号，登记表交到哪个办公室")) == (
        "截止是9月21号",
        "登记表交到哪个办公室",
    )


def test_what_is_asked_of_a_wrong_figure_is_asked_of_what_it_is_said_of() -> None:
    premise, asked = premise_and_ask(understand("摊位费必须提前十天交，下雨能不能不等这十天？"))
    assert premise == "摊位费必须提前十天交"
    assert asked == "摊位费必须提前交，下雨能不能不等"


def test_what_comes_of_a_deed_is_no_question_of_its_own() -> None:
    assert split_parts(understand("几家摊主串通好抬价，会怎么样？")) == ("几家摊主串通好抬价，会怎么样？",)
    assert len(split_parts(understand("登记什么时候截止，交晚了会怎样？"))) == 2


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("每户发三百元，那柜台几天内发到", True),
        ("既然每户发三百元，柜台几天内发到", True),
        ("细则一月内印发，这个方案本身又该何时印发", True),
        ("每户发三百元，那些柜台在哪里", False),
        ("每户发三百元，柜台几天内发到", False),
    ],
)
def test_what_goes_on_from_a_premise_asks_of_something_else(text: str, on: bool) -> None:
    assert goes_on(understand(text)) == on


def test_what_only_asks_to_have_it_confirmed_is_asked_of_the_premise() -> None:
    assert premise_and_ask(understand("每户不得少于三百元，我理解得对吧")) == ("", "")
    assert premise_and_ask(understand("店家吃亏了可以退三百元，那柜台几天内退"))[0] == "店家吃亏了可以退三百元"
    assert premise_and_ask(understand("店家吃亏了可以退三百元，柜台几天内退"))[0] == ""


def test_what_is_beyond_a_limit_is_asked_of_a_premise() -> None:
    assert premise_and_ask(understand("一户不得超过三间，超了怎么办")) == ("一户不得超过三间", "超了怎么办")
    assert hangs_on("一户不得超过三间", "超了怎么办")
    assert hangs_on("工期是五年", "那指标也按五年算吗")
    assert not hangs_on("一户可租三间", "租金多少")
    assert not hangs_on("一户可租三间", "多久交一次租")


def test_a_limit_is_of_whatever_it_is() -> None:
    assert not is_of_same("押金不得超过2%", "40%", "摊位的比例不得低于40%")
    assert is_of_same("摊位不得超过2%", "40%", "摊位的比例不得低于40%")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "我们组里为这事吵了好几天，会计说租金分几笔交都行，我说不一定，今早又开了会，最后押金到底怎么退，别的没啥问题",
            "押金到底怎么退",
        ),
        ("我们组里为这事吵了好几天，会计说租金可以分着交，我说不一定，今早又开了会，还是没有定下来，就这样", ""),
        ("租金分着交，押金怎么退", ""),
    ],
)
def test_what_is_asked_last_in_earnest_stands_out_of_a_story(text: str, last: str) -> None:
    assert asked_last(understand(text)) == last
