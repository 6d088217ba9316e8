"""A case's own figures against the thresholds of clauses."""

import pytest

from assistant.figures.calculate import calculate
from assistant.figures.own_figures import growth_reached, members_enough
from assistant.understanding.question import understand

GROWTH = "业务量年均增幅20%以上"
FLOOR = "托管服务累计覆盖企业800家以上"
SHARE = "用于隔离设施的资金比例不得低于30%"
BOTH = "用于隔离设施的资金比例不得低于30%；用于培训的资金比例不得低于20%"


@pytest.mark.parametrize(
    ("question", "stretch", "result"),
    [
        ("现在覆盖了655家，离下限还缺多少？", FLOOR, "145家"),
        ("我们才覆盖500家企业，还差多少家？", FLOOR, "300家"),
        ("已经覆盖820家了，还差多少？", FLOOR, "不差"),
        ("780家企业再发展几家达标", FLOOR, "20家"),
        ("前年500件，今年720件，年均增速多少", GROWTH, "20%"),
        ("隔离设施只占了22%，还差几个点？", SHARE, "8个百分点"),
        ("去年500件今年560件，增速是多少？", GROWTH, "12%"),
        ("业务量2019年500件，2021年720件，年均增速多少？", GROWTH, "20%"),
        ("2000万元里隔离设施和培训合起来至少投多少钱？", BOTH, "1000万元"),
    ],
)
def test_what_ones_own_figures_come_to(question: str, stretch: str, result: str) -> None:
    found = calculate(understand(question), (stretch,))
    assert found is not None
    assert found.result == result


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("去年500件，今年560件，达标没？", "no"),
        ("上年500件，今年600件，算完成了吗？", "yes"),
        ("业务量2019年500件，2021年720件，达标吗？", "yes"),
    ],
)
def test_growth_reached_or_not(question: str, verdict: str) -> None:
    found = calculate(understand(question), (GROWTH,))
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("question", "result", "verdict"),
    [
        ("总共2000万，隔离设施700万、培训600万，行吗？", "35%、30%", "yes"),
        ("总共2000万，隔离设施700万、培训500万，行吗？", "35%、25%", "no"),
        ("隔离设施700万、培训600万，行吗？", "35%、30%", "yes"),
    ],
)
def test_several_amounts_are_each_set_against_the_share(question: str, result: str, verdict: str) -> None:
    found = calculate(understand(question), (SHARE,), lambda: ["每个城市补助2000万元"])
    assert found is not None
    assert (found.result, found.verdict) == (result, verdict)


def test_amounts_of_two_years_are_no_shares_of_a_third() -> None:
    found = calculate(understand("去年6亿，今年7亿，过线没？"), (GROWTH,), lambda: ["每个城市补助1.5亿元"])
    assert found is not None
    assert (found.result, found.verdict) == ("16.67%", "no")
    assert calculate(understand("甲有6亿，乙有7亿，行吗？"), (GROWTH,), lambda: ["每个城市补助1.5亿元"]) is None
    assert calculate(understand("甲有6亿，乙有7亿，行吗？"), (SHARE,), lambda: ["每个城市补助1.5亿元"]) is None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("6月29日交，行吗？", "yes"),
        ("7月1日交可以吗？", "no"),
        ("7月2号才报上去，晚了吗？", "yes"),
        ("6月初就报送，晚了吗？", "no"),
    ],
)
def test_a_day_on_which_somebody_acts_keeps_to_the_last_one(question: str, verdict: str) -> None:
    found = calculate(understand(question), ("各市应于6月30日前报送方案",))
    assert found is not None
    assert found.verdict == verdict


def test_a_day_taken_for_the_last_one_is_no_plan() -> None:
    assert calculate(understand("截止是7月5日吗？"), ("各市应于6月30日前报送方案",)) is None
    assert calculate(understand("是7月5日前报送吗？"), ("各市应于6月30日前报送方案",)) is None


@pytest.mark.parametrize("question", ["去年500件，今年怎么申报？", "覆盖了655家企业的名单在哪里？", "还差哪些材料？"])
def test_figures_of_a_story_are_no_sum(question: str) -> None:
    assert calculate(understand(question), (FLOOR,)) is None


@pytest.mark.parametrize(
    ("question", "clause", "result"),
    [
        ("目标200家，已完成64家，还差多少", "200家以上企业通过认证。", "136家"),
        ("贯标完成230家，超了几家", "200家以上企业通过认证。", "30家"),
        ("贯标完成130家，超了几家", "200家以上企业通过认证。", "没有超出，差70家"),
        ("贯标还剩63家没过，说明我们过了多少家", "200家以上企业通过认证。", "137家"),
        ("任务完成了三分之一，还差多少家", "100家以上企业通过认证。", "67家"),
        ("任务完成一半，还差几家", "200家以上企业通过认证。", "100家"),
        ("分三年平均每年要新增几家", "覆盖企业1000家以上。", "334家"),
        ("现在15%，离要求还差多少", "比例不得超过20%。", None),
    ],
)
def test_a_figure_against_a_threshold(question: str, clause: str, result: str | None) -> None:
    found = calculate(understand(question), (clause,))
    assert (found.result if found else None) == result


def test_the_rate_is_that_of_what_is_asked_about() -> None:
    clauses = ("专利技术合同成交额年均增幅40%以上。", "知识产权转让、许可数量年均增幅20%以上。")
    found = calculate(understand("专利转让去年400件今年500件，涨幅够吗"), clauses)
    assert found is not None
    assert found.verdict == "yes"
    assert calculate(understand("质押融资从8亿涨到10亿，及格吗"), ("质押融资金额年均增幅30%以上。",)).verdict == "no"


def test_a_share_is_of_the_years_amount_where_a_year_is_named() -> None:
    clauses = ("用于甲的资金比例不得少于40%。", "每市支持1.5亿元，其中2020年拨付1亿元。")
    assert calculate(understand("今年那笔钱里至少多少万用于甲"), clauses).result == "4000万元"
    assert calculate(understand("至少多少万用于甲"), clauses).result == "6000万元"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("三年从200家到300家，达标吗？", "no"),
        ("从200家涨到500家，三年，达标吗？", "yes"),
        ("两年一共涨了30%，达标没？", "no"),
        ("两年累计增长60%，达标没？", "yes"),
    ],
)
def test_growth_over_several_years_is_judged_by_the_year(question: str, verdict: str) -> None:
    found = growth_reached(understand(question), ("服务企业数年均增幅25%以上",))
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("评委7人里专家5个，合规吗？", "yes"),
        ("评委7人里专家4个，合规吗？", "no"),
        ("评委6人里专家5个，合规吗？", "no"),  # an even number
        ("评委3人里专家3个，合规吗？", "no"),  # too few in all
    ],
)
def test_those_of_a_kind_among_the_members(question: str, verdict: str) -> None:
    clause = "成员人数为五人以上单数，其中专家不得少于成员总数的三分之二。"
    found = members_enough(understand(question), (clause,))
    assert found is not None
    assert found.verdict == verdict


def test_growth_that_is_asked_for_has_no_verdict() -> None:
    clause = "游客人数年均增幅20%以上。"
    asked, judged = (understand(f"游客去年500人次，今年560人次，{end}") for end in ("增长了多少", "达标没"))
    assert (found := growth_reached(asked, (clause,)))
    assert found.verdict is None
    assert (found := growth_reached(judged, (clause,)))
    assert found.verdict == "no"


def test_the_highest_is_not_what_goes_beyond() -> None:
    row = "投资额：50万元以上，减免比例：30%，最高减免：8万元"
    assert calculate(understand("投资90万元，最高减免多少"), (row,)) is None
    assert calculate(understand("投资90万元，高出多少"), (row,)) is not None


def test_what_is_not_asked_to_grow_is_not_grown() -> None:
    built = "新建站点2座以上"
    assert growth_reached(understand("站点去年1座，今年2座，达标没"), (built, GROWTH)) is None
    assert growth_reached(understand("业务量去年100件，今年120件，达标没"), (built, GROWTH)) is not None
