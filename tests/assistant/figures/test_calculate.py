import re
from datetime import date

import pytest

from assistant.figures.calculate import calculate
from assistant.figures.calendar_sums import sum_days
from assistant.figures.sums import amount_in_english
from assistant.understanding.question import understand

TOTAL = "中央财政对每个城市补助2000万元，其中首年拨付1500万元"
SHARE = "用于隔离设施的资金比例不得低于30%"
LIMIT = "资金下达的3个月内，城市印发实施细则"
TERM = "发明专利权的期限为二十年，实用新型专利权的期限为十年，均自申请日起计算"


@pytest.mark.parametrize(
    ("question", "stretches", "result"),
    [
        ("总额减去首年的，还剩多少钱？", (TOTAL, SHARE), "500万元"),
        ("剩余的资金是多少", (TOTAL, SHARE), "500万元"),
        ("按2000万元算，隔离设施至少要花多少钱？", (SHARE, TOTAL), "600万元"),
        ("隔离设施至少要花多少钱？", (SHARE, TOTAL), "600万元"),
        ("每年增长10%，三年后是基数的多少倍？", ("年均增幅10%以上",), "1.33倍"),
        (
            "基数2亿元，每年最低增幅不变，三年后到多少？",
            ("中央财政对每个城市补助2000万元", "年均增幅10%以上"),
            "2.66亿元",
        ),
        ("今年办了500件，按最低增幅明年该办多少件？", ("业务量年均增幅20%以上",), "600件"),
        ("去年办了500件，按最低增幅今年该办多少件？", ("业务量年均增幅20%以上",), "600件"),
        ("2031年办了500件，2033年至少要办多少件？", ("业务量年均增幅20%以上",), "720件"),
        ("成交额上年5亿，下一年至少是几亿？", ("成交额年均增幅40%以上",), "7亿元"),
        ("三个城市一共给多少钱？", ("中央财政对每个城市补助2000万元",), "6000万元"),
        ("首年拨的占总额几分之几？", (TOTAL,), "四分之三"),
        ("2021年3月31日下达资金，细则最晚什么时候印发？", (LIMIT,), "2021年6月30日"),
        ("6月30日报送和3月12日落款之间隔多少天？", ("6月30日前报送方案",), "110天"),
        ("从印发那天到报送截止，隔几天？", ("6月30日前报送方案", "2021年3月12日"), "110天"),
        ("2015年6月1日申请的实用新型哪年到期？", (TERM,), "2025年6月1日"),
        ("2015年6月1日申请的发明，什么时候期满？", (TERM,), "2035年6月1日"),
        ("5月20日收到通知，最晚哪天起诉？", ("可以自收到通知之日起十五日内起诉",), "6月4日"),
    ],
)
def test_sums_that_clauses_define(question: str, stretches: tuple[str, ...], result: str) -> None:
    found = calculate(understand(question), stretches)
    assert found is not None
    assert found.result == result


def test_into_how_many_grades_the_rest_falls_is_no_sum() -> None:
    assert calculate(understand("剩余资金分几档，最高一档多少"), (TOTAL, SHARE)) is None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("资金3月31日下达，我们打算6月初印发细则，来得及吗？", "yes"),
        ("资金3月31日下达，我们打算7月中旬印发细则，来得及吗？", "no"),
        ("资金3月31日下达，6月30日印发行不行？", "yes"),
    ],
)
def test_a_planned_day_keeps_to_the_limit_or_does_not(question: str, verdict: str) -> None:
    found = calculate(understand(question), (LIMIT,))
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("4个城市一共拿多少？", "8000万元"),
        ("4个城市今年一共拿多少？", "6000万元"),
        ("4个城市2031年一共到账多少？", "6000万元"),
        ("4个城市第一年要拨多少？", "6000万元"),
        ("4个城市后续资金合计多少？", "2000万元"),
        ("2031年入选的4个城市一共拿多少？", "8000万元"),
        ("2031年一共选了4个市，按全额要拨多少？", "8000万元"),
        ("今年拨的占总数百分之多少？", "四分之三"),
    ],
)
def test_a_sum_takes_the_part_that_is_asked_for(question: str, result: str) -> None:
    clause = "对每个城市补助2000万元，其中2031年拨付1500万元，剩余资金以后拨付"
    found = calculate(understand(question), (clause, "对每个城市补助2000万元"))
    assert found is not None
    assert found.result == result


@pytest.mark.parametrize(
    ("question", "verdict"), [("合同300万，追加20万行吗？", "yes"), ("合同300万，追加40万行吗？", "no")]
)
def test_a_share_of_an_amount_that_the_question_tells(question: str, verdict: str) -> None:
    found = calculate(understand(question), ("补充合同的金额不得超过原合同金额的百分之十。",))
    assert found is not None
    assert found.verdict == verdict


def test_what_is_counted_otherwise_than_each_is_given_an_amount_gets_none() -> None:
    clauses = ("数量年均增幅20%以上", "对每个城市补助2000万元")
    found = calculate(understand("去年一共300件，增20%这条线对应今年多少件？"), clauses)
    assert found is not None
    assert found.result == "360件"


def test_what_is_counted_in_is_no_sum() -> None:
    each = ("对每个县补助2000万元",)
    assert calculate(understand("数那三个县的时候新区要算进去吗"), each) is None
    found = calculate(understand("那三个县一共算下来多少钱"), each)
    assert found is not None
    assert found.result == "6000万元"


def test_nothing_to_work_out() -> None:
    assert calculate(understand("申报材料有哪些？"), (TOTAL, SHARE)) is None
    assert calculate(understand("资金下达后多久印发细则？"), (LIMIT,)) is None
    assert calculate(understand("6月30日是报送方案的最后一天吗？"), (LIMIT,)) is None


@pytest.mark.parametrize(
    ("question", "verdict"), [("共8000万，隔离设施排了2000万，够吗？", "no"), ("8000万里投3000万行吗？", "yes")]
)
def test_whether_one_amount_is_enough_of_another_is_worked_out(question: str, verdict: str) -> None:
    found = calculate(understand(question), (SHARE, TOTAL))
    assert found is not None
    assert found.verdict == verdict
    assert "÷" in found.shown


def test_a_figure_of_last_year_is_not_grown_by_a_rate_that_was_not_asked_for() -> None:
    asked = understand("去年拿过1.5亿，今年还能再拿多少？")
    assert calculate(asked, ("中央财政对每个城市补助2000万元", "成交额年均增幅40%以上")) is None


def test_a_year_before_the_figure_s_own_is_none_to_grow_to() -> None:
    asked = understand("2033年办了500件，比2031年多办了几件？")
    assert calculate(asked, ("业务量年均增幅20%以上",)) is None


def test_a_rate_of_growth_is_not_applied_to_another_thing() -> None:
    asked = understand("果园面积三年后要涨多少？")
    clauses = ("果园面积和茶园面积显著扩大", "果汁销量年均增幅40%以上")
    assert calculate(asked, clauses) is None
    assert calculate(understand("果汁销量三年后要涨多少？"), clauses[::-1]) is not None


def test_the_sum_that_is_shown_is_one() -> None:
    found = calculate(understand("基数2亿元，每年最低增幅不变，三年后到多少？"), ("年均增幅10%以上",))
    assert found is not None
    assert found.shown == "2亿元×（1＋10%）的3次方＝2.66亿元"


def test_the_year_that_is_named_counts_the_growth() -> None:
    found = calculate(understand("去年1000件，按年均增两成，第三年末应到多少件？"), ("年均增幅20%以上",))
    assert found is not None
    assert found.result == "1728件"


@pytest.mark.parametrize(
    ("question", "clause", "result", "verdict"),
    [
        ("资金12月20日下达，4月1日印发细则来得及吗", "资金下达后3个月内印发细则。", "期限是3月20日", "no"),
        ("资金12月20日下达，1月5日印发细则来得及吗", "资金下达后3个月内印发细则。", "期限是3月20日", "yes"),
        ("从12月20日到1月5日有几天", "12月20日前报送。", "16天", None),
        ("方案9月1日印的，办法10月18日发，超没超", "方案印发后2个月内印发办法。", "期限是11月1日", "no"),
        ("方案9月1日印的，办法拖到11月才发，违规了没", "方案印发后1个月内印发办法。", "期限是10月1日", "yes"),
        ("方案9月5日印的，办法10月才发，违规了没", "方案印发后1个月内印发办法。", "期限是10月5日", None),
        ("方案9月1日印的，办法10月20日才发，超期没", "方案印发后1个月内印发办法。", "期限是10月1日", "yes"),
    ],
)
def test_days_around_the_end_of_a_year(question: str, clause: str, result: str, verdict: str | None) -> None:
    found = calculate(understand(question), (clause,))
    assert found is not None
    assert (found.result, found.verdict) == (result, verdict)


@pytest.mark.parametrize(
    "question",
    [
        "0000年5月1日下达，最晚几号印发",
        "9995年1月1日申请，什么时候到期",
        "现在1000件，年均增长，连续500年后多少件",
        f"投入{'9' * 30}元，40%是多少",
    ],
)
def test_figures_beyond_reason_are_in_no_sum(question: str) -> None:
    for clause in ("年均增幅20%以上。", "期限为二十年，自申请日起计算。", "资金下达后3个月内印发。"):
        found = calculate(understand(question), (clause,))
        assert found is None or re.fullmatch(r"\d月1日", found.result)  # of a year that cannot be read, the day


def test_the_clause_that_gives_the_whole_stands_among_the_inputs() -> None:
    clauses = ("用于甲的资金比例不得少于40%。", "每市支持1.5亿元。")
    found = calculate(understand("甲8000万、乙7000万，行吗？"), clauses[:1], lambda: clauses)
    assert found is not None
    assert "每市支持1.5亿元。" in found.inputs


@pytest.mark.parametrize("planned", ["2024年2月28日", "2024年2月29日"])
def test_a_day_without_a_year_comes_before_one_with_it(planned: str) -> None:
    clause = "对决定不服的，可以自收到通知之日起三个月内申请复审。"
    found = calculate(understand(f"12月20日收到驳回通知，{planned}申请复审晚不晚？"), (clause,))
    assert found
    assert found.verdict == "no"
    assert "2024年3月20日" in found.result


def test_what_began_on_a_day_is_judged_as_things_stand() -> None:
    clause = "请求赔偿的期间为三年，自知道损害之日起计算。"
    asked = understand("2029年6月知道损害，现在请求赔偿还来得及吗？")
    in_time, late = (calculate(asked, (clause,), as_of=date(year, 1, 1)) for year in (2031, 2033))
    assert in_time
    assert late
    assert (in_time.verdict, late.verdict) == ("yes", "no")
    assert calculate(asked, (clause,)) is None


def test_a_fine_is_worked_out_at_both_ends() -> None:
    clause = "违规出租的，处违法所得二倍以上四倍以下的罚款。"
    found = calculate(understand("违法所得10万，罚多少？"), (clause,))
    assert found
    assert found.result == "20万元至40万元"


@pytest.mark.parametrize(
    ("question", "verdict", "result"),
    [
        ("今天5月12号，批文明天下来，现在送去来得及吗？", "yes", "期限是5月20日"),
        ("5月31日截止，今天5月25号来得及吗？", "no", "期限是5月20日，不是5月31日"),
        ("听说截止日是5月31日，那我们5月19日交没问题吧？", "yes", "期限是5月20日，不是5月31日"),
    ],
)
def test_what_is_done_now_is_done_on_the_day_that_today_is_said_to_be(question: str, verdict: str, result: str) -> None:
    found = calculate(understand(question), ("各省务必于5月20日前报送方案",))
    assert found is not None
    assert (found.verdict, found.result) == (verdict, result)


def test_what_is_left_as_a_part_of_the_whole() -> None:
    found = calculate(understand("尾款是多少钱，占总额几分之几？"), (SHARE, TOTAL))
    assert found is not None
    assert found.result == "500万元，占四分之一"
    assert calculate(understand("评得最差的，尾款还能拿几百万？"), (TOTAL,)) is None


def test_a_share_is_of_what_the_question_says_was_given() -> None:
    found = calculate(understand("给我们1个亿，隔离设施打算花3500万，够不够"), (SHARE,), lambda: (TOTAL,))
    assert found is not None
    assert (found.result, found.verdict) == ("35%", "yes")


def test_what_ends_is_counted_by_what_lasts() -> None:
    priority = "申请人自实用新型第一次在外国申请之日起十二个月内，可以享有优先权"
    found = calculate(understand("2028年3月5日申请的实用新型，什么时候到期？"), (priority, TERM))
    assert found is None or found.result != "2029年3月5日"
    found = calculate(understand("2028年3月5日申请的实用新型，什么时候到期？"), (TERM, priority))
    assert found is not None
    assert found.result == "2038年3月5日"


def test_what_several_must_have_in_all() -> None:
    halls = "每县建设1座剧院，培育3家以上剧团"
    found = calculate(understand("7个县都按下限培育剧团，合计多少家"), (TOTAL, halls))
    assert found is not None
    assert (found.result, found.shown) == ("21家", "3家×7＝21家")
    assert calculate(understand("培育剧团多少家"), (halls,)) is None


def test_what_lasts_ends_though_the_clause_on_its_beginning_is_found_first() -> None:
    begins = "收到申请文件之日为申请日。"
    found = calculate(understand("2028年3月5日申请的实用新型，保护到哪天？"), (begins, TERM))
    assert found is not None
    assert found.result == "2038年3月5日"


def test_the_earliest_day_is_told_by_the_least_period() -> None:
    least, other = "自开始发出之日起至截止之日止，不得少于二十日。", "自成交之日起三十日内签订合同。"
    found = calculate(understand("报名表12月1日开始发，最早哪天可以截止？"), (least, other))
    assert found is not None
    assert (found.result, found.inputs) == ("12月21日", (least,))
    assert calculate(understand("报名表12月1日开始发，最早哪天可以截止？"), (other,)) is None


def test_a_term_to_the_end_of_a_year() -> None:
    clause = "保护期截止于绘者死亡后第五十年的12月31日；合作的，截止于最后死亡的绘者死亡后第五十年的12月31日。"
    found = calculate(understand("我爷爷画的，他2001年7月去世，保护到哪天为止？"), (clause,))
    assert found is not None
    assert (found.result, found.shown) == ("2051年12月31日", "2001年＋50年＝2051年")
    assert calculate(understand("他画了50年，保护到哪天为止？"), (clause,)) is None


@pytest.mark.parametrize(
    ("question", "clause", "result"),
    [
        (
            "支出20亿元，机动费最少留多少，最多留多少？",
            "按照支出额的百分之一至百分之三设置机动费，用于增加的支出。",
            "2000万元至6000万元",
        ),
        ("支出20亿元，机动费最多留多少钱？", "按照支出额的百分之一至百分之三设置机动费。", "6000万元"),
        (
            "一年总共采购1000万，至少给小店留多少，其中小摊至少多少？",
            "留给小店的份额占百分之三十以上；其中，留给小摊的不低于百分之六十。",
            "300万元，其中180万元",
        ),
        (
            "采购1000万，至少给小店留多少？",
            "留给小店的份额占百分之三十以上；其中，留给小摊的不低于百分之六十。",
            "300万元",
        ),
    ],
)
def test_a_range_of_shares_and_a_share_of_a_share(question: str, clause: str, result: str) -> None:
    found = calculate(understand(question), (clause,))
    assert found is not None
    assert found.result == result


def test_how_many_of_a_body_must_be_of_a_kind() -> None:
    clause = "评审组由三人以上的单数组成，其中行家的人数不得少于成员总数的三分之二。"
    for members, least in (("七个人", "至少5人"), ("9人", "至少6人")):
        found = calculate(understand(f"评审组一共{members}，行家至少得几个？"), (clause,))
        assert found is not None
        assert found.result == least


def test_what_there_is_in_all_is_no_sum_asked_for() -> None:
    least = ("用于展厅的比例不得少于30%", "用于库房的比例不得少于30%")
    found = calculate(understand("我们总共1亿元，展厅至少花多少？"), least)
    assert found is not None
    assert found.result == "3000万元"
    found = calculate(understand("我们有1亿元，展厅和库房一共至少花多少？"), least)
    assert found is not None
    assert found.result == "6000万元"


def test_a_fine_is_no_share_of_another_fine() -> None:
    fines = ("处二万元以上十万元以下的罚款", "处以采购金额千分之五以上千分之十以下的罚款")
    assert calculate(understand("销毁了票根，罚多少钱？"), fines[::-1], lambda: fines) is None


def test_a_day_in_english_plus_the_clauses_period() -> None:
    clause = "摊主应当在公告发布之日起三十日内签订合同。"
    question = "The notice was published on 1 December 2026; by what date must the contract be signed?"
    found = calculate(understand(question), (clause,))
    assert found is not None
    assert found.result == "2026年12月31日"


def test_which_of_several_terms_is_meant_in_english_is_not_guessed() -> None:
    clause = "木棚的期限为二十年，铁棚的期限为十年，均自登记日起计算。"
    assert calculate(understand("My shed was registered on 3 March 2022. When does it expire?"), (clause,)) is None


def test_a_fine_asked_for_by_its_range() -> None:
    clause = "违法经营额五万元以上的，可以并处违法经营额一倍以上五倍以下的罚款。"
    found = calculate(understand("经营额有12万元，罚款在什么范围"), (clause,))
    assert found is not None
    assert found.result == "12万元至60万元"


def test_damages_are_several_times_the_loss_where_the_deed_was_wilful() -> None:
    clause = "赔偿数额按照损失确定。对故意侵权的，可以在按照上述方法确定数额的一倍以上五倍以下确定赔偿数额。"
    found = calculate(understand("有人故意抄我的花样，我损失60万，最多赔多少"), (clause,))
    assert found is not None
    assert found.result == "300万元"
    assert calculate(understand("有人抄了我的花样，我损失60万，最多赔多少"), (clause,)) is None


def test_who_asks_what_becomes_of_the_balance_asks_for_no_sum() -> None:
    clause = "每个镇补助2000万元，其中首年拨付1500万元，剩余资金根据评价结果分档拨付。"
    assert calculate(understand("What happens to the balance if the review goes badly?"), (clause,)) is None
    assert calculate(understand("What is the balance?"), (clause,)) is not None


def test_a_share_is_not_hidden_by_the_clause_that_says_how_much_there_is() -> None:
    whole = "对每个社区支持800万元"
    given = (whole, f"市财政{whole}", "用于屋顶绿化的资金不得少于40%。")
    found = calculate(understand("一个社区把800万全拿到手，屋顶绿化上至少得花多少万"), given)
    assert found is not None
    assert found.result == "320万元"
    assert calculate(understand("一个社区把800万全拿到手，喷泉上至少得花多少万"), given) is None


def test_what_may_still_be_had_is_what_is_left() -> None:
    given = ("对每个社区支持800万元，其中首年拨付500万元。",)
    found = calculate(understand("考核之后一个社区最多还能再拿多少"), given)
    assert found is not None
    assert found.result == "300万元"
    assert calculate(understand("考核之后还能报名吗"), given) is None


def test_a_share_is_of_no_amount_that_merely_stands_elsewhere() -> None:
    row = "对象：学徒，摊位租金：8，减免比例：90%"
    income, car = "月收入不高于2600元。", "名下有购置价格12万元以上车辆的，不得申请。"
    assert calculate(understand("学徒一平米多少钱"), (row, income), lambda: (income, car)) is None
    assert calculate(understand("学徒租摊位多少钱"), ("学徒按租金的10%缴纳。", income), lambda: (income, car)) is None
    assert calculate(understand("隔离设施至少要花多少钱？"), (SHARE,), lambda: (income, TOTAL)) is not None


def test_what_each_has_to_have_at_least_is_nobodys_gain() -> None:
    question = understand("我有20件展品，一年展览补助一共多少")
    assert calculate(question, ("每件展品的保证金不低于3万元。",)) is None
    assert calculate(question, ("每件展品补助3万元。",)) is not None


@pytest.mark.parametrize("question", ["今天4月2号，离报名还有几天", "今天4月2号，到截止还剩几天"])
def test_the_days_left_are_counted(question: str) -> None:
    found = calculate(understand(question), ("4月20日前报名",))
    assert found is not None
    assert found.result == "18天"


def test_a_figure_is_grown_to_the_next_year() -> None:
    found = calculate(understand("业务量从50件要涨到明年多少件才达标"), ("业务量年均增幅20%以上",))
    assert found is not None
    assert found.result == "60件"


def test_shares_are_neither_counted_nor_taken_from_an_amount() -> None:
    each = ("对每个县补助2000万元，其中2031年拨付1000万元",)
    assert calculate(understand("两个30%加起来，还剩多少比例"), each) is None


def test_a_term_that_runs_from_a_death_is_not_reckoned_from_another_year() -> None:
    clause = "皮影图样的保护期为绘制人终身及其去世后第三十年，截止于绘制人去世后第三十年的12月31日。"
    told = calculate(understand("绘制人2001年去世，皮影图样保护到哪年？"), (clause,))
    assert told is not None
    assert told.result == "2031年12月31日"
    assert calculate(understand("2001年画的皮影图样，保护到哪年？"), (clause,)) is None


@pytest.mark.parametrize(
    ("amount", "english"),
    [
        ("5000万元", "50 million yuan"),
        ("1.5亿元", "150 million yuan"),
        ("30万元", "300,000 yuan"),
        ("500元", "500 yuan"),
        ("5000万元，占三分之一", "5000万元，占三分之一"),
        ("720件", "720件"),
    ],
)
def test_an_amount_is_told_as_an_english_reader_expects_it(amount: str, english: str) -> None:
    assert amount_in_english(amount) == english


def test_what_has_to_be_spent_is_worked_out_in_english() -> None:
    question = understand("If we get 20m, what must be spent on barriers?")
    calculation = calculate(question, (SHARE, TOTAL))
    assert calculation is not None
    assert calculation.result == "600万元"


def test_which_term_is_meant_may_be_told_in_another_piece_than_the_day() -> None:
    terms = "长租船位的期限为二十年，短租船位的期限为十年，均自登记日起计算。"
    question = understand("我租的短租船位，2024年3月1日登记的，能用到哪天")
    worked = sum_days(question, (terms,))
    assert worked is not None
    assert worked.result == "2034年3月1日"
