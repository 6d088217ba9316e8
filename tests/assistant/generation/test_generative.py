"""The generative mode as a whole: prose where it holds, the extractive answer and a reason where it does not."""

import pytest
from model_stub import Reply, StubModel

from assistant.answer import Citation, Turn
from assistant.assistant import Assistant
from assistant.generation.fallback import Why
from assistant.generation.generative import GenerativeAssistant
from assistant.generation.support import Evidence
from store.errors import ModelError
from store.settings import Settings

MONEY = "每个城市给多少钱？"
RIGHT = Reply("每个城市可获补助2000万元[1]。")


@pytest.fixture
def generative(assistant: Assistant, stub: StubModel) -> GenerativeAssistant:
    stub.replies = [RIGHT]
    return GenerativeAssistant.open(assistant, Settings(llm_model="stub", llm_base_url=stub.url, llm_timeout=10))


def test_the_answer_is_in_the_models_words_with_its_clause(generative: GenerativeAssistant) -> None:
    stated = generative.ask(MONEY)
    assert (stated.mode, stated.note) == ("generative", "")
    assert stated.text == "每个城市可获补助2000万元。[1]"
    assert "中央财政对每个城市补助2000万元" in stated.citations[0].quote
    assert stated.statements[0].value == "2000万元"
    assert stated.latency_ms > 0


def test_without_a_model_there_is_no_generative_mode(assistant: Assistant) -> None:
    with pytest.raises(ModelError, match="POLICY_LLM_MODEL"):
        GenerativeAssistant.open(assistant, Settings(llm_model=""))


@pytest.mark.parametrize("question", ["评审打分标准是什么？", "你好"])
def test_where_no_clause_answers_the_model_is_not_asked(
    question: str, generative: GenerativeAssistant, assistant: Assistant, stub: StubModel
) -> None:
    assert generative.ask(question).text == assistant.ask(question).text
    assert stub.requests == []


def test_what_failed_is_named_in_one_retry(generative: GenerativeAssistant, stub: StubModel) -> None:
    stub.replies = [Reply("每个城市补助3000万元[1]。"), RIGHT]
    assert generative.ask(MONEY).mode == "generative"
    assert len(stub.requests) == 2
    assert "3000万元" not in stub.prompts[0]
    assert "所引条款里没有“3000万元”" in stub.prompts[1]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (MONEY, "每个城市补助3000万元[1]。"),
        (MONEY, "每个城市补助2000万元[9]。"),
        (MONEY, "各市应于6月30日前报送方案。"),  # true, and no answer
        (MONEY, "2000万元是首年拨付的资金[1]。"),
        ("补助资金能不能用于发放工资？", "不能。[1]"),  # true, and no reason
        ("补助资金不得用于什么？", "补助资金不得用于购买车辆[1]。"),  # true, and half of the list
        (MONEY, "！？。……\n\n[1]"),
    ],
)
def test_two_failures_end_in_the_extractive_answer_and_why(
    question: str, text: str, generative: GenerativeAssistant, assistant: Assistant, stub: StubModel
) -> None:
    stub.replies = [Reply(text)]
    fallen = generative.ask(question)
    assert fallen.text == assistant.ask(question).text
    assert (fallen.mode, fallen.note) == ("extractive", Why.UNSUPPORTED.note)
    assert len(stub.requests) == 2


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(status=503), Why.FAILED),
        (Reply(status=429), Why.BUSY),
        (Reply(""), Why.SILENT),
        (Reply("抱歉，我不能回答。"), Why.DECLINED),
        (Reply("Each city gets 20 million yuan [1]."), Why.NOT_CHINESE),
        (Reply("每个城市补助", finish="length"), Why.BROKEN_OFF),
    ],
)
def test_a_failing_server_ends_in_the_extractive_answer_and_why(
    reply: Reply, why: Why, generative: GenerativeAssistant, assistant: Assistant, stub: StubModel
) -> None:
    stub.replies = [reply]
    fallen = generative.ask(MONEY)
    assert fallen.text == assistant.ask(MONEY).text
    assert fallen.note == why.note


def test_the_time_limit_is_for_the_whole_answer(assistant: Assistant, stub: StubModel) -> None:
    stub.replies = [Reply("每个城市补助3000万元[1]。", pause=0.05), Reply(RIGHT.text, pause=5)]
    settings = Settings(llm_model="stub", llm_base_url=stub.url, llm_timeout=1)
    fallen = GenerativeAssistant.open(assistant, settings).ask(MONEY)
    assert fallen.note == Why.SLOW.note
    assert fallen.latency_ms < 3000


def test_an_answer_that_was_complete_before_the_reply_broke_off_stands(
    generative: GenerativeAssistant, stub: StubModel
) -> None:
    stub.replies = [Reply("每个城市补助2000万元[1]。其中首年拨付1500万元[1]。其余", finish="length")]
    assert generative.ask(MONEY).text.startswith("每个城市补助2000万元。[1]")


def test_a_wrong_sentence_is_removed_and_the_right_one_stays(generative: GenerativeAssistant, stub: StubModel) -> None:
    stub.replies = [Reply("每个城市补助2000万元[1]。该款项可用于购买车辆[1]。")]
    assert generative.ask(MONEY).text == "每个城市补助2000万元。[1]"
    assert len(stub.requests) == 1


def test_a_wrong_mark_on_a_true_sentence_gives_way_to_the_right_one(
    generative: GenerativeAssistant, stub: StubModel
) -> None:
    stub.replies = [Reply("每个城市补助2000万元[3]。")]
    assert "补助2000万元" in generative.ask(MONEY).citations[0].quote


def test_the_answer_stays_short(generative: GenerativeAssistant, stub: StubModel) -> None:
    stub.replies = [Reply("每个城市补助2000万元[1]。" * 40)]
    answer = generative.ask(MONEY)
    assert len(answer.statements) == 2
    assert len(answer.text) <= 200


def test_the_answer_grows_sentence_by_sentence(generative: GenerativeAssistant, stub: StubModel) -> None:
    stub.replies = [Reply("每个城市补助2000万元[1]。其中首年拨付1500万元[1]。")]
    *before, last = generative.stream(MONEY)
    assert [len(answer.statements) for answer in before] == [1]
    assert last.text.startswith(before[0].text)
    assert len(last.statements) == 2


def test_the_part_that_is_not_in_the_documents_stays_said(
    generative: GenerativeAssistant, assistant: Assistant, stub: StubModel
) -> None:
    both = "每个城市给多少钱？评审打分标准是什么？"
    drawn = assistant.ask(both)
    assert drawn.coverage == "partial"
    answer = generative.ask(both)
    assert answer.mode == "generative"
    assert answer.coverage == "partial"
    assert answer.statements[-1] == drawn.statements[-1]


def test_an_english_question_is_answered_without_the_model(generative: GenerativeAssistant, stub: StubModel) -> None:
    answer = generative.ask("How much does each city get?")
    assert answer.mode == "extractive"
    assert answer.note == Why.ENGLISH.note
    assert stub.requests == []


def test_evidence_is_fitted_to_the_window(assistant: Assistant, stub: StubModel) -> None:
    stub.replies = [RIGHT]

    def clauses(window: int) -> int:
        settings = Settings(llm_model="stub", llm_base_url=stub.url, llm_window=window)
        GenerativeAssistant.open(assistant, settings).ask(MONEY)
        return sum(line.startswith("[") for line in stub.prompts[-1].splitlines())

    assert 1 <= clauses(1500) < clauses(8192)


def test_a_question_that_leaves_no_room_for_evidence_is_not_sent(assistant: Assistant, stub: StubModel) -> None:
    settings = Settings(llm_model="stub", llm_base_url=stub.url, llm_window=1024)
    answer = GenerativeAssistant.open(assistant, settings).ask("我们市情况特殊，" * 100 + MONEY)
    assert stub.requests == []
    assert answer.refused or answer.note == Why.NO_ROOM.note


def test_where_all_that_was_found_speaks_to_the_reader_the_note_says_so(
    generative: GenerativeAssistant, assistant: Assistant, stub: StubModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Citation("bikes-2021", "", "", "请您于6月30日前报送方案。", 0, 14)
    monkeypatch.setattr(assistant, "evidence", lambda *_: [Evidence(words, ())])
    answer = generative.ask(MONEY)
    assert (answer.mode, stub.requests) == ("extractive", [])
    assert answer.note == Why.ADDRESSED.note


def test_a_follow_up_is_sent_as_it_was_understood(
    generative: GenerativeAssistant, assistant: Assistant, stub: StubModel
) -> None:
    first = generative.ask(MONEY)
    history = [Turn("user", MONEY), Turn("assistant", first.text)]
    understood = assistant.ask("那首年呢？", history).understood_as
    generative.ask("那首年呢？", history)
    assert understood
    assert understood in stub.prompts[-1]
