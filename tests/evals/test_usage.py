"""Tokens of model calls, whoever makes them."""

from langchain_core.language_models import FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from evals.usage import counting
from store.text import count_tokens


def test_what_the_server_reports_is_taken():
    reported = {"input_tokens": 900, "output_tokens": 77, "total_tokens": 977}
    model = GenericFakeChatModel(messages=iter([AIMessage("好", usage_metadata=reported)]))
    with counting() as usage:
        model.invoke("问")
    assert usage.tokens == 977


def test_a_server_that_reports_nothing_is_counted_for():
    model = FakeListChatModel(responses=["不予受理。", "可以。"])
    with counting() as usage:
        model.invoke([SystemMessage("按条款回答"), HumanMessage("逾期还能报吗？")])
        "".join(chunk.text for chunk in model.stream("还能吗？"))
    texts = ("按条款回答", "逾期还能报吗？", "不予受理。", "还能吗？", "可以。")
    assert usage.tokens == sum(map(count_tokens, texts))


def test_only_calls_inside_the_block_count():
    model = FakeListChatModel(responses=["好"])
    model.invoke("问")
    with counting() as usage:
        pass
    model.invoke("问")
    assert usage.tokens == 0
