"""How a yes-no question is turned: denied, feared, hoped for."""

import pytest

from assistant.understanding.polarity import affirmed, claim_of, fears, is_negative, leaves_out, stated, verdict_if
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("question", "kept", "broken"),
    [
        ("8月20日才印，算不算晚", "no", "yes"),
        ("8月20日才印，超期没", "no", "yes"),
        ("8月20日才印，没超期吧", "yes", "no"),
        ("8月20日才印，不算晚吧？合规吗", "yes", "no"),
        ("5月底补交，还收吗", "yes", "no"),
        ("只投三成，卡不卡我们", "no", "yes"),
        ("只投三成，够不够", "yes", "no"),
        ("只投三成，是不是不够", "no", "yes"),
        ("会不会被退回来", "no", "yes"),
        ("也会因为个数被排除吗", "no", "yes"),
        ("建了三个，还用再加吗", "no", "yes"),
        ("只有一百五十家，过不过得了关", "yes", "no"),
    ],
)
def test_who_fears_a_yes_gets_one_where_the_limit_is_broken(question: str, kept: str, broken: str) -> None:
    asked = understand(question)
    assert verdict_if(asked, True) == kept
    assert verdict_if(asked, False) == broken


def test_a_reason_given_denies_nothing() -> None:
    assert not is_negative("能拿没有业绩当理由拒绝吗")
    assert not is_negative("以未登记为由收走摊位，合法吗")
    assert is_negative("没有业绩就不能报名吧")


def test_a_bare_judgement_is_about_what_was_told_before_it() -> None:
    assert claim_of(understand("方案印了，没超期吧，对吗")) == "方案印了，没超期吧"
    assert not fears(understand("晚三天交可以吗"))
    assert fears(understand("晚三天交算违规吗"))


@pytest.mark.parametrize(
    "text",
    [
        "不打招呼可以吧",
        "能因此不买吗",
        "是评出来的，不是谁报谁得",
        "允许不允许",
        "没开公司的个人也能报吗",
        "不是准他报嘛",
    ],
)
def test_what_only_looks_like_a_denial(text: str) -> None:
    assert not is_negative(text)


@pytest.mark.parametrize("text", ["这笔钱不能发工资吧", "不可以吧", "是不是就不支持了"])
def test_a_denial(text: str) -> None:
    assert is_negative(text)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("每年报一次，对吧", "每年报一次"),
        ("每年报一次，我没理解错吧", "每年报一次"),
        ("每年报一次，是不是？", "每年报一次"),
        ("四月前要交吧", "四月前要交"),
        ("听说要办三场，有没有这回事", "听说要办三场"),
        ("八月交是不是晚了", "八月交是不是晚了"),
        ("可以吧", "可以吧"),
    ],
)
def test_what_only_asks_to_be_confirmed_says_nothing(question: str, says: str) -> None:
    assert stated(understand(question)) == says


@pytest.mark.parametrize("question", ["能不能不办年会", "不办年会成不成", "可以不备案吗", "可不可以不公示"])
def test_who_asks_to_do_without_something(question: str) -> None:
    assert leaves_out(understand(question))


@pytest.mark.parametrize("question", ["能不能报两个", "可以不同意吗", "不少于三家可以吗"])
def test_who_does_not(question: str) -> None:
    assert not leaves_out(understand(question))


def test_a_complement_is_affirmed_or_not() -> None:
    assert affirmed("5月交赶得上赶不上") == "5月交赶得上"
    assert understand("股权这条路走得通走不通").yes_no


def test_an_aside_in_brackets_is_no_part_of_the_claim() -> None:
    asked = understand("提前一个月说一声就行（合同没另说）")
    assert claim_of(asked) == "提前一个月说一声就行"
    assert not is_negative(claim_of(asked))


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("钱跟考评无关对吗", True),
        ("跟考评有没有关系", False),
        ("晚点没关系吧", False),
        ("没批之前能动工吗", False),
        ("三年没用会被收回吗", False),
        ("三年没用不会被收回吧", True),
        ("会没有名额吗", True),
        ("能报多个类别吗", False),
        ("能分级别申报吗", False),
    ],
)
def test_when_something_is_not_yet_so_denies_nothing(text: str, negative: bool) -> None:
    assert is_negative(text) == negative


def test_a_courtesy_at_the_end_claims_nothing() -> None:
    assert claim_of(understand("协会的人也算吗，能帮我确认下吗")) == "协会的人也算吗"


@pytest.mark.parametrize(
    ("question", "claim", "negative"),
    [
        ("我的摊位一直没用，邻居说能让街道撤掉，真的吗", "邻居说能让街道撤掉", False),
        ("能不能拿没经验当理由不录用", "能不能拿没经验当理由不录用", False),
        ("判定无效之前付的钱能要回来吗", "判定无效之前付的钱能要回来吗", False),
    ],
)
def test_what_is_told_of_the_case_denies_nothing(question: str, claim: str, negative: bool) -> None:
    assert (claim_of(understand(question)), is_negative(claim)) == (claim, negative)


def test_who_lets_one_of_two_things_be_leaves_it_out() -> None:
    assert leaves_out(understand("我们光办陶艺课，木工课就不管了，可以吗"))


def test_few_words_with_a_deed_ask_by_themselves() -> None:
    assert claim_of(understand("没有故意撞坏，要赔吗")) == "要赔吗"


def test_what_tells_which_thing_asks_of_no_duty() -> None:
    assert claim_of(understand("年会必须买的票可以先买吗")) == "年会买的票可以先买吗"
    assert claim_of(understand("必须用本地的设备吗")) == "必须用本地的设备吗"


def test_a_duty_said_by_two_denials_is_no_denial() -> None:
    assert claim_of(understand("摊位合同是不是非公证不可")) == "摊位合同是不是必须公证"
    assert not is_negative(claim_of(understand("摊位合同非得公证不可吗")))
    assert claim_of(understand("非营利社团不行吗")) == "非营利社团不行吗"
    assert claim_of(understand("非会员不可入场吗")) == "非会员不可入场吗"
