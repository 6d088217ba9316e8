import pytest

from assistant.understanding.question import MAX_CHARACTERS, focus, understand
from store.errors import QuestionError


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("材料什么时候截止？", "date"),
        ("每个城市给多少钱", "amount"),
        ("讲解员的工资是多少", "amount"),
        ("比例是多少", "share"),
        ("利息贴几个点", "share"),
        ("风险几比几分担", "share"),
        ("果园产量要涨百分之多少", "share"),
        ("租金不得低于几%", "share"),
        ("租金補貼幾趴", "share"),
        ("果园产量每年要涨多少个点", "share"),
        ("租金要降几个百分点", "share"),
        ("金额要涨多少", "share"),
        ("要入库多少位专家", "count"),
        ("要建几家中心", "count"),
        ("必做任务有哪些", "list"),
        ("自选的那几样都是什么", "list"),
        ("能不能发工资", "yes-no"),
        ("the grant，Can we pay wages with it?", "yes-no"),
        ("鼓不鼓励企业参加", "yes-no"),
        ("由谁负责", "who"),
        ("塘泥是哪家清的", "who"),
        ("塘租低到多少算优惠", "figure"),
        ("养殖规模要多大", "figure"),
        ("How much does each city get?", "amount"),
        ("電話是多少", "contact"),
        ("申报的事找谁联系", "contact"),
    ],
)
def test_what_is_sought(text: str, sought: str) -> None:
    assert sought in understand(text).sought


@pytest.mark.parametrize(
    "text",
    [
        "商标品牌那块要做什么？",
        "申报的截止日期是？",
        "谁都能报？",
        "使用范围和要求？",
        "那托管的呢？",
        "预备金谁决定能不能动用？",
        "给不给看什么？",
        "能不能拿到取决于什么？",
        "判断一幅画算不算馆藏，要看哪些方面？",
    ],
)
def test_what_is_no_yes_no_question(text: str) -> None:
    assert not understand(text).yes_no


@pytest.mark.parametrize(
    "text",
    [
        "开机那几声也能拿去注册商标？",
        "我们区去年拿过钱，今年还能再报？",
        "咱省里就只能推一个是伐",
        "租户得唔得？",
        "任何城市都能申报？",
    ],
)
def test_a_statement_is_asked_by_its_question_mark_alone(text: str) -> None:
    assert understand(text).yes_no


@pytest.mark.parametrize("text", ["", "  \n", "\x00\x07"])
def test_an_empty_question_is_refused(text: str) -> None:
    with pytest.raises(QuestionError):
        understand(text)


def test_a_question_too_long_is_refused_and_says_how_long() -> None:
    with pytest.raises(QuestionError, match="10000"):
        understand("问" * 10_000)
    assert understand("问" * MAX_CHARACTERS).original


def test_control_characters_are_dropped_and_markup_is_text() -> None:
    assert understand("每个\x00城市<b>多少</b>钱").original == "每个城市<b>多少</b>钱"
    assert understand("每\u202e个摊\u2066位\u2069多少钱\u202c").original == "每个摊位多少钱"
    with pytest.raises(QuestionError):
        understand("\u202e\u2069")


def test_a_rambling_message_is_cut_to_what_asks() -> None:
    story = (
        "我去年冬天才调到这个单位。之前管这摊的同事退休走了。前任留下的柜子里堆满了旧报纸。"
        "材料摞了整整一桌子。别的先不说，材料最晚什么时候交？外面又下起了雪。"
    )
    assert "什么时候交" in focus(understand(story))
    assert "同事" not in focus(understand(story))


def test_what_a_story_mentions_is_not_what_is_asked_of_the_clause() -> None:
    assert not understand("材料卡在省里盖章，5月18号才送到，还受理吗？").attributes
    assert understand("材料要不要盖章？").attributes == {"盖章"}


def test_a_request_to_agree_before_the_last_words_wants_a_verdict() -> None:
    assert understand("市局自己出个函就可以报了吧，不用惊动市政府").yes_no


def test_by_how_much_asks_for_no_sum_of_money() -> None:
    assert "amount" not in understand("By how much per year should lending grow?").sought
    assert "amount" in understand("How much does each city get?").sought
    assert "amount" in understand("How much reward is there for a found bicycle?").sought


@pytest.mark.parametrize("text", ["这是必须做的么", "通知提没提要搞联盟"])
def test_what_wants_a_verdict_in_other_forms(text: str) -> None:
    assert understand(text).yes_no


def test_a_letter_typed_for_a_nought_is_read_as_one() -> None:
    assert understand("2O20年拨付多少钱").text == "2020年拨付多少钱"


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("一个省几个名额", frozenset()),
        ("要几名讲解员", {"名"}),
        ("船票买了好几份，以哪张为准", frozenset()),
        ("贴息贴几个点", frozenset()),
        ("几个工作日给答复", {"工作日"}),
        ("培训多少人次", {"人"}),
        ("引进多少人才", frozenset()),
        ("风险按几分担", frozenset()),
        ("How many pages may the report have?", {"页"}),
        ("What is the maximum number of copies?", {"份"}),
        ("Must all pages be stamped?", frozenset()),
    ],
)
def test_the_unit_asked_for(text: str, measures: frozenset[str]) -> None:
    assert understand(text).measures == measures


def test_a_share_told_as_taiwan_does_is_one_per_cent_by_per_cent() -> None:
    assert [value.size for value in understand("租金补40趴够吗").values] == [40]
    assert not understand("他趴在柜台上").values


def test_points_are_a_share_and_no_count() -> None:
    assert understand("贴息贴几个点").sought == {"share"}


@pytest.mark.parametrize(
    "question",
    [
        "Is the market 40% private?",
        "How many of the 3 may be skipped?",
        "May 3 halls apply?",
        "Do we decide 2 things?",
        "In March 2020?",
    ],
)
def test_what_only_looks_like_an_english_day_is_none(question: str) -> None:
    assert not any(value.kind == "date" and "日" in value.text for value in understand(question).values)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Is it 30 May?", "5月30日"),
        ("by May 20 or later?", "5月20日"),
        ("due on the 1st of June?", "6月1日"),
        ("Can June 5 be met?", "6月5日"),
        ("on 5 Sept. 2020?", "2020年9月5日"),
    ],
)
def test_english_days_in_numbers(question: str, day: str) -> None:
    assert [value.text for value in understand(question).values] == [day]


def test_english_days_and_amounts_are_values() -> None:
    asked = understand("I heard each city gets 200 million yuan by May 20th, 2031, right?")
    assert asked.english
    assert asked.yes_no
    assert [(value.kind, value.text, value.size) for value in asked.values] == [
        ("amount", "200百万元", 200_000_000),
        ("date", "2031年5月20日", None),
    ]


def test_when_something_may_be_done_asks_for_no_day() -> None:
    assert "date" not in understand("When may a town buy without a tender?").sought
    assert "date" in understand("When must the plan be sent?").sought


@pytest.mark.parametrize("text", ["至少要分多少给组里的人", "要给小店留多少，怎么算"])
def test_how_much_is_left_or_given_asks_for_a_figure(text: str) -> None:
    assert "figure" in understand(text).sought


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("押金不是300元吗？", "押金是300元,对吧?"),
        ("难道摊位不就是摆三天吗", "摊位摆三天,对吧"),
        ("难道不能赊账吗", "能赊账吗"),
        ("难道摊主不用盖章吗", "摊主要盖章吗"),
        ("难道夜里摆摊也不行吗", "夜里摆摊也行吗"),
        ("难道还没到期吗", "还没到期吗"),
        ("不是说押金300元吗，怎么退", "押金300元,对吧,怎么退"),
        ("不是100人以上的店能报吗", "不是100人以上的店能报吗"),
        ("是不是300元吗", "是不是300元吗"),
        ("这不是违法吗", "这不是违法吗"),
        ("Isn't the deposit 300 yuan?", "is the deposit 300 yuan?"),
        ("Can't a stall open at night?", "can a stall open at night?"),
    ],
)
def test_a_claim_put_as_the_denial_of_it_is_read_as_the_claim(asked: str, text: str) -> None:
    assert understand(asked).text == text


@pytest.mark.parametrize("question", ["哪些人可以不买票", "什么情况可以不带伞？", "哪种船可以不登记"])
def test_who_asks_which_wants_no_verdict(question: str) -> None:
    assert not understand(question).yes_no
    assert understand("孩子可以不买票吗").yes_no
    assert understand("可以不带伞").yes_no


def test_a_word_with_a_year_in_it_asks_for_none() -> None:
    assert "year" not in understand("年度报表要交吗").sought
    assert "year" in understand("放映年度是怎么算的").sought


def test_a_denial_before_a_question_mark_asks_for_a_yes_or_a_no_though_more_follows() -> None:
    assert understand("雨棚能搭不？帐篷的那种呢").yes_no
    assert not understand("雨棚我不搭了，帐篷的那种多少钱").yes_no


@pytest.mark.parametrize(
    ("question", "sought", "never"),
    [
        ("How many days does a ferry take to be repaired?", "date", "count"),
        ("How many working days for a mooring permit", "date", "count"),
        ("number of months a lease runs", "date", "count"),
        ("How soon must the berth be cleared?", "date", "how"),
        ("How many yuan go to the lamps?", "amount", "count"),
        ("How much a skipper gets for a rescue", "amount", "count"),
        ("How many boats may be moored?", "count", "date"),
    ],
)
def test_how_many_days_and_how_much_one_gets_are_no_number_of_things(question: str, sought: str, never: str) -> None:
    found = understand(question).sought
    assert sought in found
    assert never not in found


@pytest.mark.parametrize(
    ("question", "attributes"),
    [
        ("What information must the report contain?", set()),
        ("Is coffee sold on board?", set()),
        ("How is a harbour defined?", set()),
        ("What is the interest rate on boat loans?", {"interest rate"}),
        ("How many square metres must a shed have?", {"square met"}),
        ("Are fees charged?", {"fee"}),
        ("What penalties are there?", {"penalt"}),
        ("What is the fine?", {"fine"}),
    ],
)
def test_an_attribute_asked_for_in_english_is_a_word_of_its_own(question: str, attributes: set[str]) -> None:
    assert understand(question).attributes == attributes


def test_what_a_thing_is_for_asks_for_no_yes() -> None:
    assert not understand("这座桥是干嘛的？").yes_no
    assert not understand("建立桥梁核算制度？").yes_no
    assert understand("过桥的船也算？").yes_no


def test_whether_in_one_go_or_in_several_asks_for_no_number() -> None:
    assert not understand("押金是一次交清还是分几次").measures
    assert not understand("押金是一次交清还是分几次").attributes
    assert not understand("押金分几次交").measures
    assert understand("押金最多补交几次").measures == {"次"}
    assert understand("电梯一年检查几次").attributes == {"几次"}


def test_whether_it_complies_is_asked_as_whether_it_may_be() -> None:
    assert understand("用押金买桌椅合规吗").text == "用押金买桌椅可以吗"
    assert understand("这份合同符合规定吗").text == "这份合同符合规定吗"


@pytest.mark.parametrize("text", ["What is the fee for a stall?", "What are the official fees for it?"])
def test_who_asks_what_the_fee_is_asks_for_a_figure(text: str) -> None:
    assert "figure" in understand(text).sought
    assert "figure" not in understand("What is the fee stall?".replace("the fee", "a")).sought
