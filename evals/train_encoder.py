"""Train how questions are embedded: `python -m evals.train_encoder` writes store/query_layers.npz.

Needs the index of the whole corpus and torch (`pip install torch`), which is not among the dependencies; two cores take
half an hour. The last layers of multilingual-e5-small learn, from the editors' askings alone, to put a question

1. near the other askings of its note: softmax over all notes' proxies, vectors that are learned along (started at the
   mean of a note's askings), and supervised contrast over the batch, both at temperature 0.05;
2. near the unchanged vectors of the note's clauses: softmax over all clauses at 0.02, weighing half.

No question of evals/datasets is trained on. Two versions of one law say the same, so that neither's notes count as
wrong for the other's. A batch holds askings of like length, two of a note each, so that little is padding. Seed 0.
Afterwards `python -m ingest vectors` makes the askings' vectors anew, which takes half an hour.

Of questions that nobody had looked at, by the likest asking alone, the right note came first for 83 of 100 answerable
ones on the notice (74 by the model as it is), 77 on the statutes (70); by the likest clause alone 80 (44) and 52 (45).
On laws it was not trained on (STARD, 2,458 articles) it is no better than the model as it is, R@10 .688 for both: so
documents without notes are asked by the latter.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (everybody's name for it)
from rich.progress import track
from torch import Tensor, nn

from evals.encoder_model import Encoder, States, Tokens
from store.command_line import run
from store.index import Index
from store.levels import embedded_text
from store.query_encoder import LAYERS
from store.records import Note
from store.settings import load_settings

TRAINED, EPOCHS, PAIRS, RATE, DROPOUT = 4, 4, 64, 1e-4, 0.1
ALIKE, CLAUSES, CLAUSE_WEIGHT = 0.05, 0.02, 0.5
PROXY_PACE = 10  # times as fast as the layers
WARM_UP, LEAST = 20, 0.05  # steps; share of RATE at the end
STATUTES = 3  # of a statute's askings every third is seen in an epoch, of a policy's all


class Askings:
    """The askings of all notes, and the clauses they stand on."""

    def __init__(self, index: Index) -> None:
        held = index.held
        self.notes: list[Note] = [note for document in held for note in index.notes(document.id)]
        texts = [ask for note in self.notes for ask in note.askings]
        self.owner = [number for number, note in enumerate(self.notes) for _ in note.askings]
        tokens = Tokens()
        self.ids = [tokens.of(text) for text in track(texts, "reading askings")]
        self.policy = [index.documents[note.document_id].kind == "policy" for note in self.notes]
        known = index.known("clause")
        clauses = [
            (document, clause, known[embedded_text(document, passage, clause)])
            for document in held
            for passage in index.passages(document.id)
            for clause in passage.clauses
        ]
        self.clauses = torch.from_numpy(np.array([vector for _, _, vector in clauses], np.float32))
        self.right = torch.tensor(
            [
                [
                    not note.gap and clause.document_id == note.document_id and _touch(note, clause.start, clause.end)
                    for _, clause, _ in clauses
                ]
                for note in track(self.notes, "finding clauses")
            ]
        )
        family = {document.id: min([document.id, *document.replaces]) for document in held}
        numbers = {name: number for number, name in enumerate(sorted(index.documents))}

        def numbered(ids: Sequence[str]) -> tuple[Tensor, Tensor]:
            return torch.tensor([numbers[i] for i in ids]), torch.tensor([numbers[family[i]] for i in ids])

        self._of_note = numbered([note.document_id for note in self.notes])
        self._of_clause = numbered([document.id for document, _, _ in clauses])

    def versions(self, rows: Tensor, columns: Tensor | None = None) -> Tensor:
        """Whether a note and a note (a clause, without `columns`) are of different versions of one law."""
        document, family = self._of_note
        others, families = self._of_clause if columns is None else (document[columns], family[columns])
        return (family[rows][:, None] == families) & (document[rows][:, None] != others)

    def batches(self, chance: random.Random) -> Iterator[list[int]]:
        """One epoch: positions of askings, two of a note side by side."""
        by_note = defaultdict(list)
        for position, owner in enumerate(self.owner):
            by_note[owner].append(position)
        pairs = []
        for owner, positions in by_note.items():
            seen = len(positions) if self.policy[owner] else max(2, len(positions) // STATUTES)
            chosen = chance.sample(positions, min(seen, len(positions)))
            pairs += [chosen[n : n + 2] for n in range(0, len(chosen), 2)]
        pairs.sort(key=lambda pair: max(len(self.ids[n]) for n in pair) + 3 * chance.random())
        batches = [pairs[n : n + PAIRS] for n in range(0, len(pairs), PAIRS)]
        chance.shuffle(batches)
        yield from ([n for pair in batch for n in pair] for batch in batches)


def _touch(note: Note, start: int, end: int) -> bool:
    return start < note.end and note.start < end


def loss_of(vectors: Tensor, owners: Tensor, proxies: Tensor, askings: Askings) -> Tensor:
    """The loss of a batch: how far its askings are from their notes, from each other and from their clauses."""
    everyone = torch.arange(len(askings.notes))
    to_notes = vectors @ F.normalize(proxies, dim=1).T / ALIKE
    loss = F.cross_entropy(to_notes.masked_fill(askings.versions(owners, everyone), -1e4), owners)
    itself = torch.eye(len(owners), dtype=torch.bool)
    same = (owners[:, None] == owners) & ~itself
    loss = loss + _contrast(vectors @ vectors.T / ALIKE, same, itself | askings.versions(owners, owners))
    right = askings.right[owners]
    return loss + CLAUSE_WEIGHT * _contrast(vectors @ askings.clauses.T / CLAUSES, right, askings.versions(owners))


def _contrast(logits: Tensor, right: Tensor, left_out: Tensor) -> Tensor:
    """Mean cross entropy of the right columns, each row's weighed alike; rows without a right one do not count."""
    log_share = F.log_softmax(logits.masked_fill(left_out & ~right, -1e4), dim=1)
    rows = right.any(1)
    return -((log_share * right).sum(1)[rows] / right.sum(1)[rows]).mean()


def train(askings: Askings) -> Encoder:
    """The encoder after all epochs."""
    torch.manual_seed(0)
    chance = random.Random(0)
    encoder = Encoder(TRAINED)
    encoder.eval()
    states = _below(encoder, askings.ids)
    with torch.no_grad():
        vectors = torch.cat([encoder(states[n : n + 256]) for n in range(0, len(states), 256)])
    means = torch.zeros(len(askings.notes), vectors.shape[1]).index_add_(0, torch.tensor(askings.owner), vectors)
    proxies = nn.Parameter(F.normalize(means, dim=1))
    layers = list(encoder.top.parameters())
    optimizer = torch.optim.AdamW(
        [{"params": layers, "weight_decay": 0.01}, {"params": [proxies], "weight_decay": 0.0}], RATE
    )
    steps = [batch for _ in range(EPOCHS) for batch in askings.batches(chance)]
    encoder.train()
    for number, batch in enumerate(track(steps, "training"), start=1):
        share = min(1.0, number / WARM_UP) * max(LEAST, 1 - number / len(steps))
        for group, pace in zip(optimizer.param_groups, (share, float(PROXY_PACE)), strict=True):
            group["lr"] = RATE * pace
        owners = torch.tensor([askings.owner[n] for n in batch])
        loss = loss_of(encoder([states[n] for n in batch], DROPOUT), owners, proxies, askings)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(layers, 1.0)
        optimizer.step()
    return encoder


def _below(encoder: Encoder, ids: Sequence[list[int]]) -> States:
    by_length = sorted(range(len(ids)), key=lambda n: len(ids[n]))
    states: dict[int, Tensor] = {}
    for first in track(range(0, len(by_length), 128), "lower layers"):
        some = by_length[first : first + 128]
        states.update(zip(some, encoder.below([ids[n] for n in some]), strict=True))
    return [states[n] for n in range(len(ids))]


def main() -> None:
    """Trains on the index in use and writes the layers into the product."""
    encoder = train(Askings(Index.open(load_settings())))
    layers: dict[str, Any] = dict(encoder.packed())
    np.savez_compressed(LAYERS, **layers)


if __name__ == "__main__":
    run(main)
