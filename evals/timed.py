"""Questions answered and timed: `python -m evals.timed`, which `evals.speed` and `evals.growth` run in a fresh process.

Reads a list of (question, messages before it) in JSON, prints one JSON object: when the first answer was there, the
seconds that each answer and each question's vector took, and the peak of memory in MB.
"""

import json
import resource
import sys
import time

from assistant.answer import Turn
from assistant.assistant import Assistant
from store.command_line import run
from store.index import Index
from store.settings import load_settings


def main() -> None:
    """Asks on the index in use."""
    index = Index.open(load_settings())
    assistant = Assistant(index)
    questions = json.load(sys.stdin)
    assistant.ask(questions[0][0])
    first = time.time()
    took, embedding = [], []
    for question, history in questions:
        began = time.perf_counter()
        index.embed(question)
        embedded = time.perf_counter()
        assistant.ask(question, [Turn(*turn) for turn in history])
        embedding.append(embedded - began)
        took.append(time.perf_counter() - embedded)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"first": first, "took": took, "embedding": embedding, "peak": peak}))


if __name__ == "__main__":
    run(main)
