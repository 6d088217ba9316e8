"""What both versions of a document say on one matter, where a message asks of them in turn (新航道法夜航限速多少，老的是多少;
夜航限速现在是多少，明年呢) or in one word (夜航限速新旧法有啥不同). Knows how versions are told apart, not which there are."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from assistant.lookups.each_document import without_comparison
from assistant.retrieval.named import Names
from assistant.retrieval.retrieve import Candidate
from assistant.retrieval.standing import successors
from assistant.understanding.asking import ASKS
from assistant.understanding.question import content_terms, is_yes_no
from store.records import Document

_BOTH = re.compile(
    r"(?:新旧|新老)(?:法律?|规定|两?[部个版]本?|版本?)的?|新法[和与跟、][旧老原]法的?|[旧老原]法[和与跟、]新法的?|修[订改正]前后的?"
)
_NEW = r"(?:明年|后年|20\d\d年)(?:以后|之后|起|开始)?的?(?:新(?:法|版|规)?的?)?|(?<![创更])新(?:法|版|规)?的?"
_OLD = r"现[在行](?:适用|有效)?的?|目前的?|今年的?|以前的?|原[来先]?的?|过去的?|[旧老](?:法|版)?的?|修[订改正]前的?"
_ASKS_SAME = (
    r"(?:又|则|还|都|应该|会|要)*(?:是|为|有|改[成为]了?|变[成为]了?)?"
    r"(?:多少|几[一-鿿]{0,3}|多[久长高]|什么|啥|怎么(?:样|说|规定|算)?|哪[一-鿿]{0,2})?[呢了啊]?"
)
# A last piece that says nothing but which version is meant, and asks it the same.
_IN_TURN = re.compile(rf"^(?:那么?|而|还有)?(?:(?P<new>{_NEW})|(?P<old>{_OLD}))(?:那[部个版])?{_ASKS_SAME}[?？]*$")
_BEGINS = re.compile(rf"^(?:那么?|而|还有)?(?:(?P<new>{_NEW})|(?P<old>{_OLD}))")
_PIECES = re.compile(r"^(?P<first>.+?)[,，?？;；。]\s*(?P<last>[^,，?？;；。]+[?？]?)$")
_VERSION = re.compile(rf"(?:{_NEW}|{_OLD})(?=[一-鿿])")
_CHANGES = re.compile("改[成为]了?|变[成为]了?|调整[成为]了?")
_TURNED = re.compile("把(?=[^,，。?？]*(?:改[成为]|变[成为]|调整[成为]))")


def version_matter(text: str) -> str:
    """What normalised `text` asks both versions of some document to say, without the words for the versions; "" where it asks
    no two."""
    if _BOTH.search(text):
        matter = without_comparison(_BOTH.sub("", text))
        return matter if matter != _BOTH.sub("", text) or ASKS.search(matter) else ""
    two = _PIECES.match(text.strip())
    last = (_IN_TURN.match(two["last"]) or _again(two["last"], two["first"])) if two else None
    if two is None or last is None or not (ASKS.search(two["first"]) or is_yes_no(two["first"])):
        return ""
    # 明年呢 after a question of today's law tells it apart by itself; 以前呢 may be of any time of the asker's own.
    other = _OLD if last["new"] else _NEW
    if not (last["new"] or re.search(other, two["first"])):
        return ""
    first = _CHANGES.sub("是", _TURNED.sub("", two["first"])) if last["old"] else two["first"]
    return _VERSION.sub("", first, count=1)


def _again(piece: str, before: str) -> re.Match[str] | None:
    """The version that a piece begins with which says besides only what the one before it says: 新法限多少 after 现在限多少."""
    begins = _BEGINS.match(piece)
    rest = piece[begins.end() :].rstrip("呢?？") if begins else ""
    return begins if len(rest) > 1 and before.endswith(rest) else None


def each_version(
    text: str,
    names: Names,
    documents: Mapping[str, Document],
    best: Callable[[str], Candidate | None],
    as_of: date,
) -> tuple[tuple[Document, str], ...]:
    """The two versions held of the document that normalised `text` asks both of, the earlier first, with what each is asked; ()
    where it asks no two, or what it is about has no two. `best` is what is found first for a matter."""
    matter = version_matter(text)
    named = names.mentions(matter, as_of)
    if named:
        document = named[0].document
        matter = (matter[: named[0].start] + matter[named[0].end :]).strip("的,， ")
    if not content_terms(matter):
        return ()
    if not named:
        found = best(matter)
        if found is None or found.gap:
            return ()
        document = documents[found.document_id]
    later = [other for other in successors(document, documents) if other.held]
    earlier = [documents[id_] for id_ in document.replaces if id_ in documents and documents[id_].held]
    pair = (document, later[0]) if later else (earlier[0], document) if earlier else ()
    return tuple((one, matter) for one in pair)
