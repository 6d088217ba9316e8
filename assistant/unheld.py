"""National statutes that a question names and the catalogue does not know: 劳动合同法的试用期多长 is answered by no other law.

`statute_names.txt` has the titles of the statutes in force, as the legislature publishes them, without 中华人民共和国.
"""

import re
from pathlib import Path

from store.records import STATE, Document
from store.text import normalise

OFFICIAL_SITE = "https://flk.npc.gov.cn/"  # the legislature's database of statutes
_TITLES = Path(__file__).with_name("statute_names.txt").read_text(encoding="utf-8").split()
_NAMED = re.compile(
    rf"(?P<before>^(?:请问|那么?|问一?下|想?[了问]解?一?下?|按照?|根据|依据?|\W)*)?(?:{normalise(STATE)})?"
    rf"(?P<title>{'|'.join(sorted(map(normalise, _TITLES), key=len, reverse=True))})(?![律规子官人院学理])"
)


def statutes_named(text: str, known: str, answer: str) -> list[Document]:
    """The statutes that normalised `text` is about where neither `known`, the titles of the catalogue, nor `answer`, the
    stretch that comes nearest, speaks of them; what the answer only refers to does not tell what the statute says."""
    return [
        Document(
            id="", title=f"{STATE}{title}", short_title=title, kind="statute", status="", site=OFFICIAL_SITE, held=False
        )
        for match in _NAMED.finditer(text)
        if (title := match["title"]) not in known and (match["before"] is not None or title not in normalise(answer))
    ]
