"""Assistants over texts as users add them: without notes, the title in the first line."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.assistant import Assistant
from ingest.outline import outline
from ingest.passages import passages
from store.builder import build_index
from store.index import Index
from store.records import Document, Parsed
from store.settings import Settings


def parsed(document_id: str, text: str) -> Parsed:
    title = text.partition("\n")[0]
    document = Document(document_id, title, title, "policy", text=text.rstrip())
    nodes = outline(document)
    return Parsed(document, nodes, passages(document, nodes))


@contextmanager
def assistant_over(home: Path, **texts: str) -> Iterator[Assistant]:
    """An assistant over the texts, by their ids."""
    settings = Settings(home=home, chroma_url=None)
    build_index([parsed(id_, text) for id_, text in texts.items()], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)
