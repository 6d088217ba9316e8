"""Chapters: what stands in a part, chapter or section of a statute (预算法第三章讲什么), and how many of them there are (预算法有几章),
or of what parts a document without any is made (全文分几部分); of what it is made, too, to who asks what it says in all.

The words are those of the articles, which are too many: named are the sections, if there are any, and the articles held.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.catalogue.introduce import without_names
from assistant.draft import Draft, Said, placed
from assistant.lookups.locate import ASKED
from assistant.reading.read import LIMIT, heading_span
from assistant.retrieval.named import NUMERAL
from assistant.understanding.question import Question
from store.index import Index
from store.numerals import parse_number
from store.records import Document, Node
from store.text import normalise

_NAMED = re.compile(rf"[》>]?(?:的|里的?|中的?)?((?:第?{NUMERAL}[编章节]的?)+){ASKED}")
_COUNTED = re.compile(
    "[》>]?的?(?:一共|总共|共|都|总的|分成?为?|有|包括|是|[讲说写]了?)*(?:几|多少|哪些|哪几)个?(?:大|主要)?"
    "(?P<level>[编章条]|部分|块|板块|方面)(?:内容)?[呢啊吗?？。]*(?:[,，]?(?:分别|各|都)(?:自|是|叫|有|讲)*(?:什么|哪些|啥)[呢啊?？。]*)?"
)
_WHOLE = re.compile("^(?:这|那|本|该)?(?:一?[份个篇])?(?:红头)?(?:文档|全文|正文|文|内容)(?:全文|正文|内容)?(?:里面?)?")
# What a document says in all: 总结一下…的主要内容, …讲了什么. Behind it stands nothing.
_ABOUT = re.compile(
    "(?P<sum>(?:请|麻烦)?(?:帮我)?(?:总结|概括|归纳|概述|简述|梳理|介绍|说说|讲讲|what (?:is|does))(?:一下|下)?)?"
    "(?:[这那本该](?:一?[份个篇部项])?)?(?:文档|政策|全文|the)?[》>]?(?:的|里面?|中|这份文档)*(?:主要|核心|大概|大致|总体|全部|基本|整体|到底|究竟|都|是|具体)*"
    "(?P<said>(?:[讲说写谈]|规定|涉及|包括|包含)(?:了|的|到)?(?:是)?些?(?:什么|啥|哪些)(?:内容|方面|东西|事情?)?"
    "|(?:内容|要点|重点|框架|结构|大意|概要)(?:都?是什么|都?有哪些|是啥|有啥)?|about|say)?[呢啊吧?？。!！\\s]*"
)
_TOP = re.compile(rf"{NUMERAL}、|第{NUMERAL}部分")
_STEP = re.compile(rf"({NUMERAL})([编章节])")


def say_chapter(index: Index, meant: Sequence[Document], question: Question) -> Draft | None:
    """What the part, chapter or section of one document holds that a question names and asks no more of, that there is none, or
    that there are several; how many a document has. None to any other question, and of a document without chapters."""
    if len(meant) != 1:
        return None
    document, rest = meant[0], _behind_name(question.text, meant[0])
    about = _ABOUT.fullmatch(without_names(question.text, document))
    if about and (about["sum"] or about["said"]):
        return _made_of(index, document)
    counted, named = _COUNTED.fullmatch(rest), _NAMED.fullmatch(rest)
    parts = [node for node in index.nodes(document.id) if _STEP.search(node.number)] if counted or named else []
    if not parts:
        return _sections(index, document, counted["level"]) if counted else None
    if counted:
        return _counted(index, document, parts, counted["level"])
    wanted = _steps(named[1]) if named else []
    found = [node for node in parts if _holds(_steps(node.locator), wanted)]
    if len(found) == 1:
        return _told(index, document, found[0])
    written = "".join(f"第{number}{level}" for number, level in wanted)
    if found:
        listed = "、".join(node.locator.partition("》")[2] for node in found)
        return _cannot(f"《{document.short_title}》有几个{written}：{listed}，请说明是哪一个。")
    return _cannot(f"《{document.short_title}》没有{written}，{_listed(_outermost(parts))}。")


def _behind_name(text: str, document: Document) -> str:
    """What normalised `text` says behind the document's name, "" where that is not said."""
    names = {document.title, document.short_title, document.number, *document.aliases}
    said = (name for name in sorted(map(normalise, filter(None, names)), key=len, reverse=True) if name in text)
    return text.rpartition(name)[2] if (name := next(said, "")) else _WHOLE.sub("", text) if _WHOLE.match(text) else ""


def _sections(index: Index, document: Document, level: str) -> Draft | None:
    """Of which headed parts a document is made that has neither articles nor chapters; None where it has articles, or no parts."""
    nodes = index.nodes(document.id)
    tops = [node for node in nodes if node.heading and _TOP.match(node.number)]
    tops = [node for node in tops if node.parent == tops[0].parent]
    if len(tops) < 2 or any(node.kind == "article" for node in nodes):
        return None
    listed = "；".join(f"{node.number}{node.heading}" for node in tops)
    none = f"不分{level}，" if level in "编章条" else ""
    text = f"《{document.short_title}》{none}分{len(tops)}部分：{listed}。"
    return Draft(
        (Said(text, placed(document.id, [heading_span(node, document.text) for node in tops])),), allowed=(text,)
    )


def _made_of(index: Index, document: Document) -> Draft | None:
    """A document's title, and of which parts or chapters it is made; None where it has none."""
    parts = [node for node in index.nodes(document.id) if _STEP.search(node.number)]
    level = _outermost(parts)[0].number[-1] if parts else "部分"
    draft = _counted(index, document, parts, level) if parts else _sections(index, document, level)
    if draft is None:
        return None
    text = draft.said[0].text.replace(f"《{document.short_title}》", document.full_name, 1)
    return replace(draft, said=(replace(draft.said[0], text=text),), allowed=(text,))


def _steps(locator: str) -> list[tuple[int, str]]:
    """第二编第三章 as its numbers and levels, from the outermost."""
    return [(int(parse_number(number) or 0), level) for number, level in _STEP.findall(locator)]


def _holds(steps: Sequence[tuple[int, str]], wanted: Sequence[tuple[int, str]]) -> bool:
    """Whether a node is the one wanted: the last step is its own, the others lead to it."""
    return bool(steps) and steps[-1] == wanted[-1] and set(wanted) <= set(steps)


def _outermost(parts: Sequence[Node]) -> list[Node]:
    return [node for node in parts if node.parent == parts[0].parent]


def _counted(index: Index, document: Document, parts: Sequence[Node], level: str) -> Draft | None:
    """How many articles a document has, or of which parts or chapters it is made."""
    if level == "条":
        articles = [node for node in index.nodes(document.id) if node.kind == "article"]
        if not articles:
            return None
        text = f"《{document.short_title}》共{len(articles)}条，最后一条是{articles[-1].number}。"
        nodes = [articles[-1]]
    elif (nodes := _outermost(parts))[0].number.endswith(level):
        text = f"《{document.short_title}》{_listed(nodes)}。"
    else:
        return None
    spans = [heading_span(node, document.text) if node.heading else _number_span(node) for node in nodes]
    return Draft((Said(text, placed(document.id, spans)),), allowed=(text,))


def _told(index: Index, document: Document, node: Node) -> Draft:
    nodes = index.nodes(document.id)
    articles = [one for one in nodes if one.kind == "article" and one.path.startswith(f"{node.path}.")]
    inside = [one for one in nodes if one.parent == node.path and _STEP.search(one.number)]
    held = f"，{articles[0].number}至{articles[-1].number}，共{len(articles)}条" if len(articles) > 1 else ""
    text = f"{node.locator} {node.heading}{held}"
    text += f"，{_listed(inside)}。" if inside else "。"
    spans = [heading_span(one, document.text) for one in (node, *inside)]
    spans += [_number_span(one) for one in dict.fromkeys((*articles[:1], *articles[-1:]))]
    return Draft((Said(text, placed(document.id, spans)),), allowed=(text,))


def _number_span(node: Node) -> tuple[int, int]:
    return node.start, node.start + len(node.number)


def _listed(nodes: Sequence[Node]) -> str:
    listed = "；".join(f"{one.number} {one.heading}" for one in nodes)
    return f"分{len(nodes)}{nodes[0].number[-1]}：{listed if len(listed) <= LIMIT else listed[:LIMIT].rpartition('；')[0] + '…'}"


def _cannot(text: str) -> Draft:
    return Draft((Said(text),), refused=True)
