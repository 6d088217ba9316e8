from assistant.answer import Citation
from assistant.verify import quote_holds, unsupported
from store.records import Document

DOCUMENT = Document("d", "标题", "通知", "policy", text="每个城市补助2000万元。")


def cite(start: int, end: int, quote: str) -> Citation:
    return Citation("d", "标题", "《通知》", quote, start, end)


def test_a_quote_holds_only_to_the_letter() -> None:
    assert quote_holds(cite(0, 4, "每个城市"), {"d": DOCUMENT})
    assert not quote_holds(cite(0, 4, "每个城镇"), {"d": DOCUMENT})
    assert not quote_holds(cite(0, 0, ""), {"d": DOCUMENT})
    assert not quote_holds(cite(0, 4, "每个城市"), {})


def test_a_value_that_no_quote_holds_is_found() -> None:
    assert [v.text for v in unsupported("补助3000万元", [DOCUMENT.text])] == ["3000万元"]
    assert [v.text for v in unsupported("补助000万元", [DOCUMENT.text])] == ["000万元"]  # the end of 2000万元
    assert not unsupported("补助2000万元", [DOCUMENT.text])
    assert not unsupported("补助0.2亿元", [DOCUMENT.text])


def test_what_is_allowed_needs_no_quote() -> None:
    assert not unsupported("共3项", [DOCUMENT.text], ["3项"])


def test_a_span_of_years_is_the_same_with_any_dash() -> None:
    assert not unsupported("in 2017–2019", ["2017—2019年的数据"])
    assert unsupported("in 2017–2018", ["2017—2019年的数据"])
