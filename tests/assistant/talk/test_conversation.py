import pytest

from assistant.answer import Turn
from assistant.talk.conversation import Thread, rewrite, rewrites
from assistant.talk.conversation import talk as said_before
from assistant.talk.turns_of_talk import asked_again


def talk(*messages: str) -> list[Turn]:
    return [Turn("assistant" if n % 2 else "user", message) for n, message in enumerate(messages)]


def test_a_question_of_its_own_is_left_alone() -> None:
    assert rewrite("申报材料有哪些？", talk("必做任务有哪些？", "共4项")) == "申报材料有哪些？"


def test_what_about_puts_the_new_term_in_the_old_place() -> None:
    assert rewrite("那选做任务呢？", talk("必做任务有哪些？", "共4项")) == "选做任务有哪些"
    assert rewrite("知识产权局的呢？", talk("财政部联系人是谁？", "张三")) == "知识产权局联系人是谁"


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


@pytest.mark.parametrize(
    ("turns", "rewritten"),
    [
        # One topic and the new words, however many turns lie between.
        (["剧院最多坐几个人", "它归谁管", "那里能拍照吗", "它几点关门"], "剧院，它几点关门"),
        (["剧院最多坐几个人", "我们打算坐80个", "那90个呢"], "剧院，我们打算坐90个可以吗"),
        (["门票几号前要退掉", "要是20号才退呢", "那12号退行不行"], "门票退掉，12号退行不行"),
        # What a figure is put to is no topic.
        (["讲解员的工资有没有下限", "我们给30%", "那保安的呢"], "保安的工资有没有下限"),
    ],
)
def test_one_topic_is_kept_and_only_the_new_words_are_added(turns: list[str], rewritten: str) -> None:
    history = talk(*(said for turn in turns[:-1] for said in (turn, "好的规定。")))
    assert rewrite(turns[-1], history) == rewritten


def test_a_short_question_without_a_subject_leans_on_the_one_before() -> None:
    thread = Thread().asked("游泳馆的押金怎么退").answered("原路退回。")
    first, alone = rewrites("从哪天起算", thread)
    assert (first.text, alone.text) == ("游泳馆的押金退，从哪天起算", "从哪天起算")
    assert first.lead > alone.lead
    assert rewrites("评委会要几个人", thread)[0].text == "评委会要几个人"


def test_a_matter_of_its_own_is_asked_without_the_topic() -> None:
    asked = talk("门票多少钱？", "20元。")
    for text in ("对了，讲解员归谁管", "另外，讲解员归谁管", "还有个事，讲解员归谁管", "换个问题，讲解员归谁管"):
        assert rewrite(text, asked) == "讲解员归谁管"


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("说错了，是停车位", "停车位要几个"),
        ("打错了，停车位", "停车位要几个"),
        ("我的意思是停车位", "停车位要几个"),
        ("哦不，停车位", "停车位要几个"),
        ("不是座椅，是停车位", "停车位要几个"),
        ("我问的不是座椅，是停车位", "停车位要几个"),
        ("不对，我问的是票价多少", "票价多少"),
        ("我是问票价多少", "票价多少"),
        ("我说的是剧院法怎么规定的", "剧院法，座椅要几个"),
        ("我是问剧院法怎么规定的票价", "剧院法怎么规定的票价"),
    ],
)
def test_a_correction_puts_the_new_term_into_the_question_before(text: str, rewritten: str) -> None:
    assert rewrite(text, talk("座椅要几个", "30个。")) == rewritten


def test_a_case_that_denies_corrects_nothing() -> None:
    assert rewrite("不是新买的，修过的座椅行吗", talk("座椅要几个", "30个。")) == "不是新买的，修过的座椅行吗"


@pytest.mark.parametrize("text", ["错过了还能退吗", "错失了还能补办吗", "写错了怎么办", "填错了还能改吗"])
def test_a_case_that_something_went_wrong_corrects_nothing(text: str) -> None:
    assert rewrite(text, talk("门票几号前要退掉", "10号前。")).endswith(text)


def test_a_thing_named_before_what_is_asked_of_it_may_be_the_new_topic() -> None:
    thread = Thread().asked("借书证要多久办好").answered("3天。")
    ways = [way.text for way in rewrites("停车证呢，有没有期限", thread)]
    assert ways == ["借书证办好，停车证呢，有没有期限", "停车证，有没有期限"]
    for text in ("剩下的呢，有没有期限", "费用呢，有没有规定"):  # of the topic
        assert len(rewrites(text, thread)) == 1


def test_what_was_spoken_of_before_is_taken_up_again() -> None:
    history = talk("选修课有哪些", "共3项：1.陶艺；2.木工；3.园艺。", "门票多少钱", "20元。")
    assert rewrite("回到刚才的选修课，第三个谁来教", history) == "园艺谁来教？"
    assert rewrite("刚才说的那个选修课，谁来教", history) == "选修课，谁来教"
    assert rewrite("选修课那个什么时候开始", history) == "选修课，什么时候开始"
    assert rewrite("之后那个结业证书多久发下来", history) == "结业证书多久发下来"


def test_whether_a_thing_is_so_too_takes_up_no_other_matter() -> None:
    history = talk("补助能拿来买车吗", "不可以，补助不得用于买车。")
    assert rewrite("发工资那块也是这样吗", history) == "补助能拿来发工资吗"


def test_a_second_item_is_of_the_list_that_was_shown_before_the_first() -> None:
    history = talk("选修课有哪些", "共3项：1.陶艺；2.木工；3.园艺。", "第一个谁来教", "共2项：1.张三；2.李四。")
    assert rewrite("最后一个呢", history) == "园艺具体包括什么？"


def test_english_keeps_one_topic_too() -> None:
    history = talk("How much money does each village get?", "2 million.", "and in 2021?", "1 million.")
    assert rewrite("can it be used for roads?", history) == "money each village get，can it be used for roads?"


def test_another_matter_is_put_by_in_many_words() -> None:
    asked = [Turn("user", "材料什么时候交？"), Turn("assistant", "6月30日前。")]
    assert rewrite("好的，换个事儿：每年的总结归谁报？", asked) == "每年的总结归谁报？"
    assert rewrite("不说这个了，摊位怎么租", asked) == "摊位怎么租"
    assert rewrite("不管谁交，都要盖章吗", asked) != "都要盖章吗"


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
        ("培训的经费占多少？", "不得低于20%。", "宣传的也一样吗？", "宣传的经费也是20%吗"),
        ("培训几名讲解员？", "培训3名以上。", "是5名吗？", "培训讲解员，是5名吗"),
        ("县里做什么？", "县里组织培训。", "乡里呢，要做什么？", "县里，乡里呢，要做什么？"),
    ],
)
def test_what_leans_on_the_last_answer(before: str, answer: str, text: str, rewritten: str) -> None:
    assert rewrite(text, [Turn("user", before), Turn("assistant", answer)]) == rewritten


def test_after_an_item_the_talk_is_of_the_list_but_it_is_the_item() -> None:
    history = talk("选修课有哪些", "共3项：1.陶艺；2.木工；3.园艺。", "第二个谁来教", "张三。")
    assert rewrite("逾期呢", history) == "选修课，逾期怎么办"
    assert rewrite("它在哪里上", history) == "木工，它在哪里上"


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    assert rewrite("第一個誰來教", talk("選修課有哪些", "共2项：1.陶艺；2.木工。")) == "陶艺谁来教？"


def test_a_whole_question_that_ends_in_a_particle_leans_on_nothing() -> None:
    assert rewrite("展览方案什么时候交呢", talk("门票多少钱？", "20元。")) == "展览方案什么时候交呢"


def test_a_third_party_is_no_third_item() -> None:
    history = talk("任务有哪些？", "共3项：1.修路；2.种树；3.挖井。")
    assert rewrite("第三方机构能参加吗", history) == "第三方机构能参加吗"
    assert rewrite("第三个怎么做", history).startswith("挖井")


def test_the_topic_does_not_grow_with_every_follow_up() -> None:
    thread = Thread().asked("游泳馆有什么规定").answered("要戴泳帽。")
    for question in ("游泳馆规定，儿童能进吗", "游泳馆规定，儿童，老人要体检吗"):
        thread = thread.asked(question)
    assert thread.topic == "游泳馆规定，老人要体检"


def test_what_leans_keeps_its_own_words_whatever_the_answer_was() -> None:
    thread = Thread().asked("座椅要几个").answered("30个。")
    (way,) = rewrites("它由谁来修", thread)
    assert way.own == "它由谁来修"


@pytest.mark.parametrize(
    ("before", "answer", "text", "rewritten"),
    [
        ("车辆质押什么时候生效", "自登记时。", "船舶也这样吗？", "船舶质押什么时候生效"),
        ("出票后多久交报告", "三日内。", "剧院法怎么规定的", "剧院法，出票后多久交报告"),
        ("演出法，出票后多久交报告", "三日内。", "剧院法里有规定吗", "剧院法，出票后多久交报告"),
        ("演出法第六条", "《演出法》第六条：三日内。", "剧院法的呢", "剧院法，第六条"),
        ("谁来修", "县里。", "谁来通知", "谁来修，谁来通知"),
        ("出票要多久", "三日内。", "那份报告里写啥", "那份报告里写啥"),
        ("门票补贴怎么算", "按张算。", "比例是多少？", "门票补贴，比例是多少？"),
        ("座椅要几个", "80个。", "那停车位", "停车位要几个"),
        ("剧院由谁审核", "由县里审核。", "然后报给谁？", "剧院审核，然后报给谁？"),
    ],
)
def test_a_few_words_need_what_was_asked_before(before: str, answer: str, text: str, rewritten: str) -> None:
    assert rewrite(text, talk(before, answer)) == rewritten


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("这个验收谁来做", ("验收谁来做", "座椅，这个验收谁来做")),
        ("这个安装谁来做", ("座椅，这个安装谁来做",)),  # of which the answer says nothing
        ("这个座椅谁来做", ("座椅，这个座椅谁来做",)),
        ("这个情况谁来管", ("座椅，这个情况谁来管",)),
    ],
)
def test_what_the_last_answer_spoke_of_may_be_pointed_at(text: str, ways: tuple[str, ...]) -> None:
    thread = Thread().asked("座椅要几个").answered("80个，这些情况在验收时查看。")
    assert tuple(way.text for way in rewrites(text, thread)) == ways


def test_one_word_is_never_searched_alone() -> None:
    thread = Thread().asked("演出许可怎么办").answered("向县里申请。")
    assert [way.text for way in rewrites("要不要登记", thread)] == ["演出许可，要不要登记"]
    assert "要不要先登记备案" in [way.text for way in rewrites("要不要先登记备案", thread)]


def test_what_follows_may_be_of_the_question_before_alone() -> None:
    thread = Thread().asked("剧院归谁管").answered("归县里管。").asked("由谁审核").answered("由县里审核。")
    ways = rewrites("然后报给谁？", thread)
    assert [way.text for way in ways] == ["剧院，然后报给谁？", "由谁审核，报给谁？"]
    assert ways[1].onward
    assert any(way.onward for way in rewrites("审完以后还要干嘛", thread))


def test_the_grave_case_needs_no_particle() -> None:
    thread = Thread().asked("卖假票怎么罚").answered("罚一万元。")
    assert rewrites("情节严重的", thread) == rewrites("情节严重的呢", thread)


def test_a_name_alone_asks_what_was_asked_before() -> None:
    thread = Thread().asked("剧院保护多少年").answered("十年。")
    assert rewrites("展馆", thread)[0].text == "展馆保护多少年"


def test_more_of_the_same_keeps_the_topic() -> None:
    history = talk("不能买什么", "不能买车。", "还有呢", "不能盖楼。")
    (way,) = rewrites("还有吗？除了这些", Thread().asked("不能买什么").answered("不能买车。"))
    assert way.more
    assert rewrite("还有吗", history) == way.text


def test_the_rest_of_a_thing_is_talked_of_in_its_turn() -> None:
    thread = Thread().asked("今年先给多少").answered("一半。").asked("今年先给，剩下多少")
    assert thread.topic == "今年先给，剩下"


def test_a_few_words_may_be_of_what_was_talked_of_before_the_last_topic() -> None:
    thread = Thread().asked("开放许可怎么办").answered("向局里声明。").asked("独占许可行不行").answered("不行。")
    older = [way for way in rewrites("费用谁定？", thread) if way.text.startswith("开放许可")]
    assert [way.text for way in older] == ["开放许可，费用谁定？"]
    assert -0.5 < older[0].lead < 0


def test_a_year_alone_after_a_question_of_a_year_asks_for_its_figure() -> None:
    history = [Turn("user", "全区2024年底的目标是多少"), Turn("assistant", "到2024年底达到4200件。")]
    assert rewrite("2026年呢", history) == "全区2026年底的目标是多少"


def test_what_is_agreed_to_before_a_question_is_no_part_of_it() -> None:
    history = [Turn("user", "超期了会罚款吗"), Turn("assistant", "文件中没有规定。")]
    assert rewrite("好吧，那补助资金里要写明哪些内容", history) == rewrite("那补助资金里要写明哪些内容", history)


def test_this_matter_is_the_one_spoken_of() -> None:
    history = [Turn("user", "自行车道要怎么建"), Turn("assistant", "在主干道划定专用路权。")]
    assert "自行车道" in rewrite("这件事属于必做还是选做", history)


def test_an_english_message_that_says_most_of_what_it_asks_may_stand_alone() -> None:
    thread = Thread().asked("How much does each city get?").answered("20 million yuan.")
    ways = [way.text for way in rewrites("And how much of that is paid in 2021?", thread)]
    assert "how much of that is paid in 2021?" in ways
    assert len(rewrites("And what are they?", thread)) == 1


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("第一个再说一遍", "门票多少钱"),
        ("刚才第一个问题", "门票多少钱"),
        ("麻烦把第二个问题再回答一次", "几点关门"),
        ("没听清，再说一遍", "停车呢"),
        ("上一个再说一遍吧", "停车呢"),
        ("say that again, please", "停车呢"),
        ("第五个再说一遍", ""),
        ("第一个谁来教", ""),
        ("再说一遍停车", ""),
        ("能再报一次名吗", ""),
        ("最后一个问题", ""),
    ],
)
def test_an_earlier_question_may_be_asked_again(text: str, asked: str) -> None:
    history = talk(
        "你好", "您好。", "门票多少钱", "20元。", "几点关门", "五点。", "停车呢", "免费。", "再说一遍", "免费。"
    )
    again = asked_again(text, history)
    assert (again[0] if again else "") == asked
    assert not again or history[len(again[1])].content == asked


def test_the_first_of_a_list_is_no_question_but_that_of_a_question_is() -> None:
    history = talk("门票多少钱", "20元。", "选修课有哪些", "共2项：1.陶艺；2.木工。")
    assert asked_again("第一个再说一遍", history) is None
    assert asked_again("第一个问题再说一遍", history) == ("门票多少钱", [])


def test_who_tells_that_he_is_still_not_content_asks_what_follows() -> None:
    thread = Thread().asked("馆长几天内回复").answered("三天内。")
    ways = rewrites("回复了我们还是不满意，下一步找谁", thread)
    assert all(way.onward for way in ways)
    assert not any(way.onward for way in rewrites("我们不满意找谁", thread))


def test_an_item_of_it_is_of_the_list_just_shown() -> None:
    shown = ("选修课有哪些", "共2项：1.陶艺；2.木工。", "第二个展开说", "木工共2项：1.锯木；2.刨花。")
    assert "刨花" in rewrite("它的第二点呢", talk(*shown))
    assert "木工" in rewrite("第二个谁来教", talk(*shown))


def test_what_happens_is_told_by_its_own_words() -> None:
    thread = Thread("借书没写日期，要付租金吗", "借书没写日期，要付租金吗", "视为没有租金。")
    (way,) = rewrites("那他逾期不还呢", thread)
    assert way.own == "他逾期不还"
