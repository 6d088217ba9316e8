"""Each metric on examples worked by hand."""

from dataclasses import replace

import pytest

from assistant.answer import Citation
from evals.causes import cause
from evals.metrics.alce import alce_precision, alce_recall
from evals.metrics.citations import citation_precision, citation_recall, cited_any
from evals.metrics.consistency import consistent, repeatable
from evals.metrics.facts import fact_accuracy
from evals.metrics.intervals import estimate
from evals.metrics.latency import latency
from evals.metrics.length import answer_length
from evals.metrics.numbers import figures, number_support
from evals.metrics.refusal import false_refusal, refusal_precision, refusal_recall
from evals.metrics.table import METRICS
from evals.metrics.tokens import evidence_tokens, model_tokens
from evals.metrics.verbatim import verbatim_rate
from evals.metrics.verdict import verdict_accuracy

MONEY = {"document": "notice", "quote": "每市支持1.5亿元"}
USES = {"document": "notice", "quote": "资金不得用于房屋装修、征地拆迁"}


class TestFacts:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("每市1.5亿元。", 1.0),
            ("每市 １．５ 億元", 1.0),  # width, space and script make no difference
            ("每市1亿元", 0.0),
            ("每市1.5亿元，其中先拨1亿元", 1.0),
            ("每市1.5亿元，一共3亿元", 0.0),  # forbidden
            ("每市11.5亿元", 0.0),  # a number is not found within a longer one
        ],
    )
    def test_says_a_fact(self, make_case, text, right):
        case = make_case(text, facts=[["1.5亿元", "一亿五千万"]], forbidden=["3亿元"])
        assert fact_accuracy(case, 200) == right

    def test_every_group_must_be_said(self, make_case):
        assert fact_accuracy(make_case("有甲。", facts=[["甲"], ["乙", "丙"]]), 200) == 0
        assert fact_accuracy(make_case("有甲、丙。", facts=[["甲"], ["乙", "丙"]]), 200) == 1

    def test_limit_counts_raw_characters_without_marks(self, make_case, cite):
        padding = "，" * 197
        assert fact_accuracy(make_case(padding + "[1][2]" + "答案乙", facts=[["答案乙"]]), 200) == 1
        assert fact_accuracy(make_case(padding + "，答案乙", facts=[["答案乙"]]), 200) == 0
        assert fact_accuracy(make_case(padding + "，答案乙", facts=[["答案乙"]]), 600) == 1

    def test_refusal_is_wrong_and_unanswerable_does_not_apply(self, make_case):
        assert fact_accuracy(make_case("没有说1.5亿元", facts=[["1.5亿元"]], coverage="none"), 200) == 0
        assert fact_accuracy(make_case("1.5亿元", facts=[["1.5亿元"]], answerable=False), 200) is None


class TestVerdict:
    def test_compares(self, make_case):
        assert verdict_accuracy(make_case("可以", said="yes", verdict="yes")) == 1
        assert verdict_accuracy(make_case("不可以", said="no", verdict="yes")) == 0
        assert verdict_accuracy(make_case("可以", verdict="yes")) == 0
        assert verdict_accuracy(make_case("可以", said="yes")) is None


class TestCitations:
    def test_two_golds_one_cited_by_one_of_two(self, make_case, cite):
        case = make_case("答", cite("每市支持1.5亿元，其中2020年拨付1亿元"), cite("逾期不予受理"), gold=[MONEY, USES])
        assert (cited_any(case), citation_recall(case), citation_precision(case)) == (1, 0.5, 0.5)

    def test_same_leaf_is_precise_but_no_recall(self, make_case, cite):
        case = make_case("答", cite("其中40%用于集聚区"), gold=[USES])
        assert (cited_any(case), citation_precision(case)) == (0, 1)

    def test_gold_in_opening_words_does_not_open_the_whole_section(self, make_case, cite):
        assert citation_precision(make_case("答", cite("逾期不予受理"), gold=[MONEY])) == 0

    def test_gold_by_locator(self, make_case, cite):
        gold = [{"document": "notice", "locator": "二、（二）"}]
        assert citation_recall(make_case("答", cite("逾期不予受理"), gold=gold)) == 1

    def test_no_citation_has_no_precision(self, make_case):
        assert citation_precision(make_case("答", gold=[MONEY])) == 0
        assert citation_precision(make_case("没有", gold=[MONEY], coverage="none")) is None

    def test_quote_that_is_not_there_cites_nothing(self, make_case, cite):
        real = cite("每市支持1.5亿元")
        forged = Citation("notice", "", "", "每市支持2.5亿元", real.start, real.end)
        case = make_case("答", forged, gold=[MONEY])
        assert (citation_recall(case), citation_precision(case), verbatim_rate(case)) == (0, 0, 0)


def test_verbatim_rate_counts_quotes(make_case, cite):
    real = cite("逾期不予受理")
    shifted = Citation("notice", "", "", real.quote, real.start + 1, real.end + 1)
    assert verbatim_rate(make_case("答", real, shifted)) == 0.5
    assert verbatim_rate(make_case("答")) == 0
    assert verbatim_rate(make_case("没有", coverage="none")) is None


class TestAlce:
    def test_each_of_two_quotes_carries_its_part(self, make_case, cite):
        both = make_case(
            "资金不得用于征地拆迁，逾期不予受理。", cite("资金不得用于房屋装修、征地拆迁"), cite("逾期不予受理")
        )
        assert (alce_recall(both), alce_precision(both)) == (1, 1)

    def test_a_quote_that_is_not_missed_is_irrelevant(self, make_case, cite):
        case = make_case("逾期不予受理。", cite("逾期不予受理"), cite("其中40%用于集聚区"))
        assert (alce_recall(case), alce_precision(case)) == (1, 0.5)

    def test_an_unsupported_statement_has_no_relevant_quote(self, make_case, cite):
        case = make_case("每市支持2亿元。", cite("每市支持1.5亿元"))
        assert (alce_recall(case), alce_precision(case)) == (0, 0)
        assert alce_recall(make_case("可以随时补报材料。", cite("逾期不予受理"))) == 0

    def test_words_without_a_quote_are_not_carried(self, make_case):
        assert (alce_recall(make_case("逾期不予受理。")), alce_precision(make_case("逾期不予受理。"))) == (0, None)

    def test_what_does_not_apply(self, make_case, cite):
        assert alce_recall(make_case("没有。", coverage="none")) is None
        assert alce_recall(make_case("Late reports are not accepted.", cite("逾期不予受理"))) is None


class TestTokens:
    def test_evidence_counts_the_quotes(self, make_case, cite):
        # In cl100k_base 40 is one token, and 不 is one.
        case = make_case("甲", cite("40"), cite("不"))
        assert evidence_tokens(case) == 2
        assert evidence_tokens(make_case("没有", coverage="none")) is None

    def test_model_tokens_are_those_recorded(self, make_case):
        assert model_tokens(make_case("甲")) == 0
        assert model_tokens(replace(make_case("甲"), model_tokens=120)) == 120
        assert model_tokens(replace(make_case("甲"), answer=None)) is None


class TestNumbers:
    def test_finds_figures(self):
        text = "依据《预算法》和财办建〔2020〕40号，每市1.5亿元、40%，5月15日前[1]，为期三年。"
        assert figures(text) == ["《预算法》", "〔2020〕40号", "1.5亿元", "40%", "5月", "15日", "三年"]

    def test_supported_share(self, make_case, cite):
        assert number_support(make_case("5月15日前，共2000万元", cite("务必于5月15日前上报材料"))) == pytest.approx(
            2 / 3
        )

    def test_figure_without_citation_is_unsupported(self, make_case):
        assert number_support(make_case("1.5亿元")) == 0

    def test_result_with_inputs_needs_no_support(self, make_case, cite):
        money = cite("每市支持1.5亿元，其中2020年拨付1亿元")
        assert number_support(make_case("1.5亿元-1亿元=0.5亿元", money)) == 1
        assert number_support(make_case("剩余0.5亿元（1.5亿元-1亿元=0.5亿元）", money)) == 1
        assert number_support(make_case("剩余0.5亿元", money)) == 0
        assert number_support(make_case("3个×1.5亿元=4.5亿元", money, question="3个城市呢？")) == 1
        assert number_support(make_case("3个×1.5亿元=4.5亿元", money)) == 0.5

    def test_a_count_of_what_is_listed_needs_no_support(self, make_case, cite):
        uses = cite("不得用于房屋装修、征地拆迁")
        assert number_support(make_case("共2项：房屋装修、征地拆迁", uses)) is None
        assert number_support(make_case("共3项：房屋装修、征地拆迁", uses)) == 0

    def test_english_millions(self, make_case, cite):
        assert figures("150 million yuan, 1.2 billion") == ["1.5亿", "12亿"]
        assert number_support(make_case("It is 150 million yuan.", cite("每市支持1.5亿元"))) == 1

    def test_a_share_in_words_is_the_share_in_digits(self, make_case, corpus):
        text = corpus["notice"].text + "不得超过百分之二十五。"
        quote = Citation("notice", "", "", text[-11:], len(text) - 11, len(text))
        case = make_case("不超过25%，也不超过百分之二十五；20%、5%另算。", quote)
        longer = replace(case, corpus={"notice": replace(corpus["notice"], text=text)})
        assert number_support(longer) == 0.5

    def test_a_number_denied_is_the_users(self, make_case, cite):
        money = cite("每市支持1.5亿元")
        assert number_support(make_case("应为1.5亿元，不是3亿元", money, question="3亿元吗？")) == 1
        assert number_support(make_case("应为1.5亿元，不是3亿元", money, question="2亿元吗？")) == 0.5
        assert number_support(make_case("是3亿元", money, question="3亿元吗？")) == 0

    def test_numbers_of_items_are_no_figures(self):
        assert figures("共3项：1.专利；2.商标；3.地理标志。4、其他") == ["3项"]
        assert figures("支持：1.5亿元") == ["1.5亿元"]
        assert figures("；4.2017—2020年") == ["2017", "2020年"]

    def test_a_held_title_needs_no_citation(self, make_case):
        assert number_support(make_case("已检索《关于资金的通知》")) == 1
        assert number_support(make_case("已检索《关于人员的通知》")) == 0

    def test_does_not_apply_without_figures(self, make_case, cite):
        assert number_support(make_case("不予受理", cite("逾期不予受理"))) is None


def test_refusals(make_case):
    right = make_case("没有", answerable=False, coverage="none")
    false = make_case("没有", coverage="none")
    missing = make_case("有", answerable=False)
    assert [refusal_precision(c) for c in (right, false, missing)] == [1, 0, None]
    assert [refusal_recall(c) for c in (right, false, missing)] == [1, None, 0]
    assert [false_refusal(c) for c in (right, false, missing)] == [None, 1, None]


def test_retrieval_ranks_cited_before_related(make_case, cite):
    case = make_case("答", cite("逾期不予受理"), related=(cite("每市支持1.5亿元"),), gold=[MONEY, USES])
    assert METRICS["recall_5"].measure(case) == 0.5
    assert METRICS["mrr"].measure(case) == 0.5
    # DCG 1/log2(3), best DCG 1/log2(2) + 1/log2(3)
    assert METRICS["ndcg_10"].measure(case) == pytest.approx(0.6309 / 1.6309, abs=1e-4)


def test_length_leaves_marks_out(make_case, cite):
    assert answer_length(make_case("不予受理。", cite("逾期不予受理"))) == 5


class TestManyCases:
    def test_a_group_is_consistent_when_all_its_answers_are_right(self, make_case, cite):
        money = cite("每市支持1.5亿元")
        expected = {"gold": [MONEY], "facts": [["1.5亿元"]]}
        right, wrong = make_case("1.5亿元", money, **expected), make_case("1亿元", money, **expected)
        alone = make_case("不行", money, facts=[["不行"]], gold=[USES])
        assert consistent([right, right, alone]).value == 1
        assert consistent([right, wrong, alone]).value == 0
        assert consistent([alone]) is None

    def test_repeats_must_be_the_same(self, make_case):
        assert repeatable([make_case("甲"), make_case("甲")]).value == 1
        assert repeatable([make_case("甲"), make_case("乙")]).value == 0
        assert repeatable([make_case("甲")]) is None

    def test_latency_percentiles(self, make_case):
        cases = [make_case("甲") for _ in range(5)]
        for number, case in enumerate(cases):
            object.__setattr__(case, "latency_ms", 100.0 * number)
        assert latency(cases) == {"p50": 200, "p95": pytest.approx(380)}
        assert latency([]) == {}

    def test_wilson_interval(self):
        # 8 of 10, a textbook example: 0.490 to 0.943
        eight = estimate([1.0] * 8 + [0.0] * 2)
        assert (eight.value, eight.n) == (0.8, 10)
        assert (eight.low, eight.high) == (pytest.approx(0.4902, abs=1e-4), pytest.approx(0.9433, abs=1e-4))
        assert estimate([]) is None


@pytest.mark.parametrize(
    ("expected", "text", "words", "more", "wanted"),
    [
        ({"facts": [["1.5亿元"]], "gold": [MONEY]}, "1.5亿元", "每市支持1.5亿元", {}, ""),
        ({"answerable": False}, "有", "", {}, "missing refusal"),
        ({"answerable": False}, "没有", "", {"coverage": "none"}, ""),
        ({"facts": [["1.5亿元"]], "gold": [MONEY]}, "没有", "", {"coverage": "none"}, "wrong refusal"),
        ({"facts": [["1.5亿元"]], "gold": [MONEY]}, "甲", "逾期不予受理", {}, "not retrieved"),
        ({"facts": [["1.5亿元"]], "gold": [MONEY]}, "甲", "每市支持1.5亿元", {}, "fact not said"),
        ({"facts": [["1.5亿元"]], "gold": [MONEY]}, "1.5亿元", "逾期不予受理", {}, "citation"),
        ({"verdict": "no", "gold": [MONEY]}, "可以", "每市支持1.5亿元", {"said": "yes"}, "wrong verdict"),
    ],
)
def test_causes(make_case, cite, expected, text, words, more, wanted):
    citations = (cite(words),) if words else ()
    assert cause(make_case(text, *citations, **expected, **more)) == wanted


def test_related_gold_was_retrieved_but_not_read(make_case, cite):
    case = make_case("甲", related=(cite("每市支持1.5亿元"),), facts=[["1.5亿元"]], gold=[MONEY])
    assert cause(case) == "wrong clause read"
