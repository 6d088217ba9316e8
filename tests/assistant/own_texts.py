"""Documents made for the tests: texts as users add them (no notes, the title in the first line), and articles."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from assistant.assistant import Assistant
from ingest.outline import outline
from ingest.passages import passages
from store.builder import build_index
from store.index import Index
from store.records import Document, Node, Parsed
from store.settings import Settings

NOTICE = "每个城市安排资金五百万元，分两年拨付。\n资金不得用于征收土地。"


def parsed(document_id: str, text: str) -> Parsed:
    title = text.partition("\n")[0]
    document = Document(document_id, title, title, "policy", text=text.rstrip())
    nodes = outline(document)
    return Parsed(document, nodes, passages(document, nodes))


def document_of(document_id: str, title: str, articles: tuple[str, ...]) -> Parsed:
    """A statute of these articles."""
    text = "\n".join(articles)
    document = Document(document_id, title, title, "statute", text=text)
    nodes = [Node(document_id, "", "root", "", "", 0, len(text), f"《{title}》")]
    for number, article in enumerate(articles, start=1):
        start = text.index(article)
        nodes.append(Node(document_id, str(number), "article", "", "", start, start + len(article), f"第{number}条"))
    return Parsed(document, tuple(nodes), passages(document, nodes))


def policy(document_id: str, title: str, *texts: str) -> Parsed:
    """A policy of these articles."""
    parsed = document_of(document_id, title, texts)
    return replace(parsed, document=replace(parsed.document, kind="policy"))


@contextmanager
def assistant_over(home: Path, **texts: str) -> Iterator[Assistant]:
    """An assistant over the texts, by their ids."""
    settings = Settings(home=home, chroma_url=None)
    build_index([parsed(id_, text) for id_, text in texts.items()], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)
