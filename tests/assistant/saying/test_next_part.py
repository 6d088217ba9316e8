"""The context in which the next question of a message is asked."""

from datetime import date
from pathlib import Path

from own_texts import document_of

from assistant.draft import Draft, Said
from assistant.saying.next_part import asked_next
from assistant.talk.context import Context
from assistant.understanding.question import understand
from store.builder import build_index
from store.index import Index
from store.settings import Settings

FERRY = document_of("ferry-law", "渡船法", ("第一条 船票三日内可以退。", "第二条 渡船不得夜航。"))
CABLE = document_of("cable-law", "索道法", ("第一条 索道票五日内可以退。", "第二条 索道每年检修。"))


def test_it_is_beside_what_was_told_unless_it_is_on_what_another_law_is(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, chroma_url=None)
    build_index([FERRY, CABLE], settings)
    index = Index.open(settings)
    told = Draft((Said("三日内可以退。", (("ferry-law", 0, 12),)),))
    context = Context((), date(2026, 1, 1))

    def asked(text: str) -> Context:
        return asked_next(index, context, [told], understand(text))

    assert asked("索道票几天内退") == context
    assert asked("渡船票怎么退").beside == told.places
    assert asked("座位怎么选").spoken_of == {"ferry-law"}
    assert not asked("座位怎么选").within
    assert asked("过期了怎么办").within == {"ferry-law"}
    index.close()
