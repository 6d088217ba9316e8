"""Tables whose columns are of classes (甲类景区门票) that a sentence of the same document lists (甲类景区：东湖、西山): the cell of the
class that what a question names is of. Knows how classes are listed and which cities are capitals, not any list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.draft import Draft, Said
from assistant.figures.table_cells import cells_of, is_row, most_shared, shared_with
from assistant.reading.read import unnumbered
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question
from assistant.understanding.topic import cut
from store.index import Index
from store.records import Clause
from store.text import normalise

_LISTS = re.compile(r"([^，。；：、\n]{2,12})：([^。；：\n]+)")
_IN_BRACKETS = re.compile("（[^（）]*）")
_BETWEEN = re.compile("、|，|以及|和|及|与")
_REST = re.compile("其[他它余]")
_CHANGES = re.compile("涨|上浮|上调|提高|下调|超[出过标]")  # of what the cell says
_GOES_TO = "(?:去|到|在|往|来|飞)"
_PER = re.compile("[每一]个?([一-鿿])")
_KINDS = {
    "省会": "石家庄|太原|呼和浩特|沈阳|长春|哈尔滨|南京|杭州|合肥|福州|南昌|济南|郑州|武汉|长沙|广州|南宁|海口|成都|贵阳|昆明|拉萨"
    "|西安|兰州|西宁|银川|乌鲁木齐",
    "计划单列": "大连|青岛|宁波|厦门|深圳",
    "直辖": "北京|上海|天津|重庆",
}


@dataclass(frozen=True, slots=True)
class _Class:
    name: str
    members: tuple[str, ...]
    clause: Clause


def say_classed(index: Index, question: Question, found: Candidate) -> Draft | None:
    """The cell of the row and the class that the question names, with the list that says so; None where it names none, or
    asks of another column."""
    if question.yes_no or found.note or question.english or _CHANGES.search(question.text):
        return None
    clauses = tuple(index.clauses(found.document_id))
    rows = [clause for clause in clauses if is_row(clause.text)]
    classes = [*_classes(clauses, rows)] if rows else []
    named = _named(question, classes) if len(classes) > 1 else None
    row = _row(question, rows, named) if named else None
    cell = _cell(question, row, named) if row and named else ""
    if not row or not named or not cell:
        return None
    words = (f"{cell}。{row.text.rstrip('。；')}。", unnumbered(named.clause.text))
    places = tuple((found.document_id, clause.start, clause.end) for clause in (row, named.clause))
    return Draft(tuple(Said(text, (place,)) for text, place in zip(words, places, strict=True)))


def _classes(clauses: Sequence[Clause], rows: Sequence[Clause]) -> list[_Class]:
    """The classes that clauses list and columns of rows are called by."""
    columns = {column for row in rows for column, _ in cells_of(row.text)}
    lists = ((_LISTS.match(unnumbered(clause.text)), clause) for clause in clauses if clause not in rows)
    return [
        _Class(listed[1], tuple(map(normalise, _BETWEEN.split(_IN_BRACKETS.sub("", listed[2].rstrip("。；"))))), clause)
        for listed, clause in lists
        if listed and any(column.startswith(listed[1]) and column != listed[1] for column in columns)
    ]


def _named(question: Question, classes: Sequence[_Class]) -> _Class | None:
    """The class that the question names itself or a member of, the last where it names several; that of all others where it
    names a place of none."""
    found = [
        (match.start(), -n, one)
        for n, one in enumerate(classes)
        for member in (normalise(one.name), *one.members)
        for match in re.finditer(_as_named(member), question.text)
    ]
    places = [word for word, tag in cut(question.text) if tag == "ns"]
    elsewhere = [re.search(f"{_GOES_TO}({re.escape(place)})", question.text) for place in places]
    rest = [one for one in classes if any(map(_REST.match, one.members))]
    found += [(place.start(1), -len(classes), one) for place in elsewhere if place for one in rest]
    return max(found, key=lambda one: one[:2])[2] if found else None


def _as_named(member: str) -> str:
    kind = next((cities for kind, cities in _KINDS.items() if member.startswith(kind)), "")
    return f"{re.escape(member)}|{kind}" if kind else re.escape(member)


def _row(question: Question, rows: Sequence[Clause], named: _Class) -> Clause | None:
    """The row of a table with columns of that class whose first cell the question names."""
    told = [row for row in rows if any(column.startswith(named.name) for column, _ in cells_of(row.text))]
    meant = most_shared(question, [(cells_of(row.text)[0][1], row) for row in told])
    return meant[0] if len(meant) == 1 else None


def _cell(question: Question, row: Clause, named: _Class) -> str:
    """The one cell of the class that is of what the question asks: by the words of its column, or by its unit (一晚 for 元/晚),
    unless what is asked last is of another unit."""
    cells = [(column, words) for column, words in cells_of(row.text) if column.startswith(named.name)]
    if len(cells) != 1:
        return ""
    column, words = cells[0]
    unit = words.rpartition("/")[2] if "/" in words else ""
    *before, last = re.split("[,，]", question.text)
    asked = set(_PER.findall(last)) or set(_PER.findall("，".join(before)))
    own_units = {words.rpartition("/")[2] for _, words in cells_of(row.text) if "/" in words}
    if asked & own_units and unit not in asked:
        return ""
    about = shared_with(question, column.removeprefix(named.name)) or unit in asked
    return f"{column}：{words}" if about else ""
