"""Several things asked about at once: which of either kind (哪些剧院或学校可以报名), and of which of them each asking is."""

import re
from collections.abc import Callable, Sequence

from assistant.reading.read import nodes_at
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.topic import cut
from store.index import Index
from store.text import normalise

# A kind of things that scores no less has a sentence of its own.
OF_ITS_OWN = 2.6
_EITHER = re.compile(
    r"(?P<which>(?:.*[,，。])?哪[些类种])(?P<one>[一-鿿]{2,6}?)(?:或者?|和|与|以?及|、)(?P<rest>[一-鿿]{4,})[?？]?"
)
_SAME_ASKED = 2  # words that the askings of several things end with


def either_parts(index: Index, text: str, best: Callable[[str], Candidate | None]) -> tuple[str, ...]:
    """What is asked of each of two kinds of things, where the `best` that is found for each is a sentence of its own in one
    paragraph; () for any other question."""
    parts = _of_either(text)
    found = [one for part in parts if (one := best(part)) and one.score >= OF_ITS_OWN and not one.gap]
    if not parts or len(found) < len(parts) or found[0].shares_clause(found[1]):
        return ()
    around = [nodes_at(index, one.document_id, one.start)[-1:] for one in found]
    return parts if around[0] == around[1] else ()


def _of_either(text: str) -> tuple[str, ...]:
    match = _EITHER.fullmatch(text)
    said = cut(match["rest"]) if match else ()
    nouns = next((n for n, (_, tag) in enumerate(said) if tag[0] != "n"), len(said))
    if match is None or not 0 < nouns < len(said) or cut(match["one"])[-1][1][0] != "n":
        return ()
    other, asked = ("".join(word for word, _ in some) for some in (said[:nouns], said[nouns:]))
    return tuple(f"{match['which']}{thing}{asked}" for thing in (match["one"], other))


def things_of(parts: Sequence[str]) -> dict[str, str]:
    """The thing of which each of several parts asks the same, normalised; nothing where they do not."""
    said = [[word for word, _ in cut(part)] for part in parts]
    shortest = min(map(len, said), default=0)
    first = next((n for n in range(shortest) if len({one[n] for one in said}) > 1), shortest)
    last = next((n for n in range(shortest - first) if len({one[-n - 1] for one in said}) > 1), shortest - first)
    if len(parts) < 2 or last < _SAME_ASKED:
        return {}
    things = {part: normalise("".join(one[first:-last])) for part, one in zip(parts, said, strict=True)}
    return things if all(things.values()) else {}
