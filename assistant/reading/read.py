"""Read: turn the best stretch into a statement of one or two sentences, in the document's own words.

A heading is answered by the list of what stands under it, a list by its counted items, everything else by the sentence
part that carries the answer, cut at commas so that it stays short.
"""

import re
from dataclasses import dataclass, replace

from assistant.reading.answered import answer_to
from assistant.reading.article_lists import fined_alike, lead_in, of_list
from assistant.reading.doer import with_doer
from assistant.reading.introduced import Introduced, introduces, list_of
from assistant.reading.standing_out import asks_grave, is_graver, standing_out
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.asked_for import PENAL, asks_consequence, deed_in_time
from assistant.understanding.asking import SEVERAL
from assistant.understanding.contrast import pairs
from assistant.understanding.excerpt import BRACKET, enumerate_items, fitted, sentence, shorten, telling_part
from assistant.understanding.question import Question
from assistant.understanding.values import find_values
from store.index import Index
from store.numerals import ANSWER, ENUMERATOR, parse_number
from store.records import Clause, Node

LIMIT = 185  # characters of an answer; with marks it stays within the 200 that a reader takes in at a glance
_COMFORTABLE = 110  # characters of a sentence up to which it is told whole
_PART = re.compile(r"[，；。：]")
_NUMBER, _PART_WORD = "([二两三四五六七八九十]|\\d)", "(?:[个条项件大类种块样步句]|方面|部分)"
_SO_MANY = re.compile(
    rf"哪{_NUMBER}{_PART_WORD}|{_NUMBER}{_PART_WORD}[^,。?]{{1,8}}(?:叫|各是|分别是|是|有)(?:什么|哪些|啥|哪)"
)
_TELLING = 4  # characters of a part of a clause by which it is known again
_ROOM = 40  # characters in which something is told of what comes of a deed
MAINLY = 0.4  # share of a sentence that its counted points make up
_CASE = re.compile(r"(?:^|(?<=的，)(?:或者)?)([^。；]{4,60}?的，)")
_GOES_ON = re.compile("(?:有|没有|情节|构成|造成|拒不|逾期|可以|并处?|对(?:单位|其|直接))[^。；]*?，|(?:可以|并处?)")
_ITEMS = re.compile("[、，；]|以及|和|及(?!其)")
# Times the room that clauses may have together to be told by their beginnings; of more the first are told.
_SOME_CUT = 1.35
_IN_TIME = 0.3  # of a clause that has the very deed whose time is asked for, beside others with times of other deeds
_NEAREST = 2  # nodes: the one found and the one around it
_ENUMERATOR = re.compile(
    rf"^(?:{ENUMERATOR.pattern}|{ANSWER.pattern}|第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)? )"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is said and the spans that carry it; `value` is the asked-for value inside `text`, `count` our own count of what
    it lists (3项), "" where it counts nothing."""

    text: str
    spans: tuple[tuple[int, int], ...]
    value: str = ""
    count: str = ""


def read(index: Index, question: Question, candidate: Candidate, limit: int) -> Reading:
    """Read one candidate within `limit` characters."""
    text = index.documents[candidate.document_id].text
    answer = answer_to(index, candidate)
    if answer is not candidate and (listed := list_of(index, answer)):
        return _read_list(index, question, answer, listed, limit)
    if node := counted_node(index, question, candidate) or headed_node(index, candidate):
        return read_node(index, node, limit)
    node = part_of_article(index, candidate)
    if (node is None or introduces(candidate.clauses[0])) and (listed := list_of(index, candidate)):
        return _read_list(index, question, candidate, listed, limit)
    if node:
        return _read_article_part(index, question, candidate, node, limit)
    spans = tuple((clause.start, clause.end) for clause in candidate.clauses)
    if candidate.note and candidate.note.points and _wants_list(question, candidate_text(index, candidate)):
        own = question.sought == {"count"} and any(
            v.kind == "count" for v in find_values(candidate_text(index, candidate))
        )
        count = f"{len(candidate.note.points)}项" if question.sought & {"list", "count"} and not own else ""
        return Reading(_listed(question, text, candidate, limit, count), spans, count=count)
    start, end = _around_value(question, text, candidate)
    if not candidate.note and end - start > _COMFORTABLE:
        words = telling_part(question, unnumbered(text[start:end]), min(limit, _COMFORTABLE))
        return Reading(words, spans, standing_out(question, words, words))
    window = _window(text, candidate, start, end, limit)
    return Reading(window, spans, standing_out(question, text[start:end], window))


def _read_list(index: Index, question: Question, candidate: Candidate, listed: Introduced, limit: int) -> Reading:
    """All items of a list, counted, behind what introduces it; of one that was found no more than that."""
    text = index.documents[candidate.document_id].text
    lead, items = unnumbered(listed.lead.text), listed.items
    spans = [(listed.lead.start, listed.lead.end)]
    if candidate.clauses[0].id == listed.lead.id:
        count = f"{len(items)}项"
        head = f"{lead[:-1]}（共{count}）："
        names = [_name(text[item.start : item.end].replace("\n", "")) for item in items]
        spans += [(item.start, item.end) for item in items]
        return Reading(f"{head}{enumerate_items(names, limit - len(head) - 1)}。", tuple(spans), count=count)
    words = sentence(unnumbered(text[candidate.clauses[0].start : candidate.clauses[-1].end]))
    spans = [*spans, *((clause.start, clause.end) for clause in candidate.clauses)]
    if len(lead) + len(words) > limit:
        lead, spans = "", spans[1:]
    return Reading(lead + shorten(words, limit), tuple(spans), standing_out(question, words, lead + words))


def part_of_article(index: Index, candidate: Candidate) -> Node | None:
    """The innermost part of an article that holds a candidate's clauses; None in a document without articles."""
    first, last = candidate.clauses[0], candidate.clauses[-1]
    around = [node for node in nodes_at(index, candidate.document_id, first.start) if last.end <= node.end]
    return around[-1] if any(node.kind == "article" for node in around) else None


def _read_article_part(index: Index, question: Question, candidate: Candidate, node: Node, limit: int) -> Reading:
    """All items of a list where they are asked for; one item behind the words that introduce it; else the sentences
    that speak to the question most, as many as fit."""
    text = index.documents[node.document_id].text
    items = [child for child in _children(index, node) if child.kind == "item"]
    listed = "list" in question.sought or not (question.sought or fined_alike(question, text, items))
    if items and not question.yes_no and listed:
        spans = ((node.start, items[0].start), *((item.start, item.end) for item in items))
        return replace(read_article(index, node, limit), spans=spans)
    kept = _fitting(question, of_list(question, candidate.clauses, items, limit), limit)
    inner = part_of_article(index, replace(candidate, clauses=kept[:1]))
    if inner is not None and inner.kind == "item":
        start, end = lead_in(index, inner)
        words = unnumbered(text[start:end]) + _name(text[inner.start : inner.end])
        if len(words) > limit:
            words = _with_what_comes_of_it(question, text[start:end], _name(text[inner.start : inner.end]), limit)
        return Reading(shorten(words, limit), ((start, end), (inner.start, inner.end)))
    said = "".join(unnumbered(clause.text) for clause in kept)
    words = telling_part(question, said, limit)
    case = _case_of(question, candidate.clauses, kept[0])
    if case and words.startswith(said[:_TELLING]) and len(case) < limit - len(words):
        words, kept = f"{case}…{words}", candidate.clauses
    # Of an excerpt the last value is what a case comes to (不足五万元的，可以处二十五万元以下), of the whole the first.
    stretch = words.rpartition("，")[2] if words.startswith("…") else said
    spans = tuple((clause.start, clause.end) for clause in kept if is_said(clause, words))
    return Reading(words, spans, standing_out(question, stretch, words))


def _case_of(question: Question, clauses: tuple[Clause, ...], clause: Clause) -> str:
    """The case that a clause goes on about (情节严重的，…), as the beginning of its sentence tells it; of several the one that
    shares most with the question; "" where the clause goes on about none."""
    before = [one for one in clauses if one.end <= clause.start]
    if not before or not before[-1].text.rstrip().endswith("；") or not _GOES_ON.match(clause.text):
        return ""
    ended = [n for n, one in enumerate(before, start=1) if not one.text.rstrip().endswith("；")]
    cases: list[str] = _CASE.findall(unnumbered(before[ended[-1] if ended else 0].text))
    return max(cases, key=lambda case: len(pairs(case) & pairs(question.text)), default="")


def _with_what_comes_of_it(question: Question, introduced: str, item: str, limit: int) -> str:
    """An item whose list is introduced at length: behind what the introduction says is done about it, if that is asked for."""
    room = limit - len(item) - 1
    if not asks_consequence(question) or room < _ROOM:
        return item
    return f"{telling_part(question, unnumbered(introduced), room).rstrip('。')}：{item}"


def unnumbered(words: str) -> str:
    """The words of a node in one line, without its number."""
    return _ENUMERATOR.sub("", words.replace("\n", ""))


def is_said(clause: Clause, words: str) -> bool:
    """Whether part of a clause stands in `words`."""
    return any(len(part) >= _TELLING and part in words for part in _PART.split(unnumbered(clause.text)))


def _fitting(question: Question, clauses: tuple[Clause, ...], limit: int) -> tuple[Clause, ...]:
    """All clauses if they fit; else the one that shares most with the question and holds the kind of value it asks
    for, with its neighbours as far as they fit, those after it first."""
    wanted = question.value_kinds
    asked, deed = set(question.text), deed_in_time(question.text)

    def speaks(clause: Clause) -> float:
        values = find_values(clause.text)
        stated = any(value.kind in wanted for value in values)
        stated = stated or bool(values and asks_consequence(question) and PENAL.search(clause.text))
        graver = is_graver(clause.text) and not asks_grave(question)
        said = len(asked & set(clause.text)) / len(asked) + _IN_TIME * bool(deed and deed in clause.text)
        return said + (0.5 if stated else 0.0) - (0.5 if graver else 0.0)

    first = max(range(len(clauses)), key=lambda n: speaks(clauses[n]))
    last = first + 1
    room = limit - len(clauses[first].text)
    while last < len(clauses) and len(clauses[last].text) <= room:
        room -= len(clauses[last].text)
        last += 1
    while first and len(clauses[first - 1].text) <= room:
        first -= 1
        room -= len(clauses[first].text)
    return clauses[first:last]


def _wants_list(question: Question, stretch: str) -> bool:
    """Whether the items are the answer: they are asked for, counted where no number is stated, or nothing else is."""
    if question.yes_no:
        return False
    stated = any(value.kind == "count" for value in find_values(stretch)) or SEVERAL.search(stretch)
    counted = "count" in question.sought and not stated
    return "list" in question.sought or counted or not question.sought


def _listed(question: Question, text: str, candidate: Candidate, limit: int, count: str) -> str:
    """The items in the sentence they stand in; numbered one by one, behind their `count` if there is one, where the sentence is
    too long, or says much else and their number is asked for."""
    points = candidate.note.points if candidate.note else ()
    head = f"共{count}：" if count else ""
    whole = _window(text, candidate, points[0][0], points[-1][1], 10_000)
    if len(whole) <= limit - len(head):
        if "count" not in question.sought:
            return whole  # a count belongs before items that stand one by one, and before a sentence only where it is asked for
        # A sentence may say much else than what the editor made points of.
        span = text[points[0][0] : points[-1][1]]
        told = span.split("；") if "；" in span else _ITEMS.split(span)
        if len(told) == len(points) and len(span) > MAINLY * len(whole):
            return head + whole
    return f"{head}{enumerate_items([_name(text[start:end]) for start, end in points], limit - len(head) - 1)}。"


def _around_value(question: Question, text: str, candidate: Candidate) -> tuple[int, int]:
    """The stretch, from the part on that names who does what it says where that is asked for; or the place in its clauses that states
    the kind of value asked for where the stretch does not."""
    wanted = question.value_kinds
    if not any(value.kind in wanted for value in find_values(text[candidate.start : candidate.end])):
        for clause in candidate.clauses:
            for value in find_values(clause.text):
                if value.kind in wanted:
                    return clause.start + value.start, clause.start + value.end
    who = "who" in question.sought
    return with_doer(text, candidate.clauses[0].start, candidate.start) if who else candidate.start, candidate.end


def headed_node(index: Index, candidate: Candidate) -> Node | None:
    """The node whose heading the candidate's stretch is, if it is one that has something under it."""
    words = candidate_text(index, candidate).strip("。 ")
    for node in nodes_at(index, candidate.document_id, candidate.start):
        head_end = node.start + len(node.number) + len(node.heading) + 3  # a space and a full stop, at most
        in_head = candidate.end <= head_end and candidate.end < node.end
        if node.heading and in_head:
            asked_there = node.heading.endswith(("？", "?"))  # in two sentences, of which one was found
            return node if words.endswith(node.heading) or asked_there else None
    return None


def counted_node(index: Index, question: Question, candidate: Candidate) -> Node | None:
    """The node around a candidate that has just as many parts as the question asks for (哪三件事, 四条原则叫什么): one
    of them was found, and all are wanted."""
    match = _SO_MANY.search(question.text)
    if question.yes_no or not match:
        return None
    wanted = parse_number(match[1] or match[2])
    if candidate.note and len(candidate.note.points) == wanted:
        return None
    around = reversed(nodes_at(index, candidate.document_id, candidate.start)[-_NEAREST:])
    return next((node for node in around if len(listed_children(index, node)) == wanted), None)


def nodes_at(index: Index, document_id: str, position: int) -> list[Node]:
    """The nodes around a position of a document, outermost first, the root left out."""
    return [node for node in index.nodes(document_id) if node.path and node.start <= position < node.end]


def candidate_text(index: Index, candidate: Candidate) -> str:
    """The words of a candidate's stretch."""
    return index.documents[candidate.document_id].text[candidate.start : candidate.end]


def clause_text(candidate: Candidate) -> str:
    """The words of a candidate's clauses: the force of a rule often stands outside the stretch itself."""
    return " ".join(clause.text for clause in candidate.clauses)


def _children(index: Index, node: Node) -> list[Node]:
    return [child for child in index.nodes(node.document_id) if child.parent == node.path]


def has_list(index: Index, node: Node) -> bool:
    """Whether several headed or numbered nodes stand under this one."""
    return len(listed_children(index, node)) > 1


def listed_children(index: Index, node: Node) -> list[Node]:
    """The parts of a node that have a heading or a number."""
    return [child for child in _children(index, node) if child.heading or child.number]


def read_node(index: Index, node: Node, limit: int) -> Reading:
    """What stands under a node: its children, counted, or its own words where it has none."""
    text = index.documents[node.document_id].text
    children = listed_children(index, node)
    if len(children) < 2:
        inner = _children(index, node)
        whole = text[inner[0].start : inner[0].end] if inner else text[node.start : node.end]
        start = inner[0].start if inner else node.start
        end = start + len(whole)
        clauses = [c for p in index.passages(node.document_id) for c in p.clauses if start <= c.start < end]
        words = [_ENUMERATOR.sub("", clause.text) for clause in clauses]
        spans = tuple((clause.start, clause.end) for clause in clauses)
        if sum(map(len, words)) <= limit * _SOME_CUT:
            return Reading(sentence("".join(fitted(words, limit))), spans)
        said = list[str]()
        for one in words:
            if (room := limit - sum(map(len, said))) < len(one):
                said += [shorten(one, room)] if not said or room > limit // 2 else []  # behind a heading, say
                break
            said.append(one)
        return Reading(f"{''.join(said).rstrip('。…')}…", spans[: len(said)])
    names = [_name(child.heading or _own_words(index, child)) for child in children]
    count = f"{len(names)}项"
    head = f"{node.heading}共{count}："
    spans_of = tuple(heading_span(one, text) for one in ([node, *children] if node.heading else children))
    return Reading(f"{head}{enumerate_items(names, limit - len(head) - 1)}。", spans_of, count=count)


def _own_words(index: Index, node: Node) -> str:
    """The words of a node, but for those of a list that it only introduces."""
    text, (below, *_) = index.documents[node.document_id].text, [*listed_children(index, node), None]
    whole = text[node.start : below.start if below else node.end].replace("\n", "")
    return whole.rstrip("：")


def read_article(index: Index, node: Node, limit: int) -> Reading:
    """An article, or a paragraph or item of one: its words as far as they fit, its items each cut to its share."""
    text = index.documents[node.document_id].text
    items = [child for child in _children(index, node) if child.kind == "item"]
    end = items[0].start if items else node.end
    words = _ENUMERATOR.sub("", text[node.start : end].replace("\n", ""))
    if items:
        words += enumerate_items([_name(text[item.start : item.end]) for item in items], limit - len(words) - 1)
    return Reading(shorten(words, limit), ((node.start, node.end),))


def heading_span(node: Node, text: str) -> tuple[int, int]:
    """Where a node's heading stands in its document's text, with its number; all of a node that has none."""
    if not node.heading:
        return node.start, node.end
    end = text.find(node.heading, node.start) + len(node.heading)
    return node.start, end + (text[end : end + 1] == "。")


def _name(item: str) -> str:
    return _ENUMERATOR.sub("", item).strip("。；， ")


def _window(text: str, candidate: Candidate, begin: int, stop: int, limit: int) -> str:
    """The candidate's clauses if they are short, else the comma parts that hold begin..stop and what fits after them."""
    first, last = candidate.clauses[0].start, candidate.clauses[-1].end
    whole = _ENUMERATOR.sub("", text[first:last].replace("\n", ""))
    comfortable = min(limit, _COMFORTABLE)
    if len(whole) <= comfortable:
        return sentence(whole)
    cuts = [first, *(first + m.end() for m in _PART.finditer(text[first:last])), last]
    starts = [cut for cut in cuts if cut <= begin]
    start = starts[-1] if starts else first
    end = next((cut for cut in cuts if cut >= stop), last)
    for cut in cuts:
        if cut > end and cut - start <= comfortable and len(BRACKET.sub("", text[start:end])) < 50:
            end = cut
    return shorten(_ENUMERATOR.sub("", text[start:end].replace("\n", "")), limit)
