"""Corpora of a few sentences, made by hand: what the store is tested with."""

from collections.abc import Sequence
from datetime import date

from store.index import Index
from store.records import Clause, Deadline, Document, Node, Note, Parsed, Passage, Repair

MONEY = "每个城市安排资金五百万元，分两年拨付。"
LAND = "资金不得用于征收土地。"
REPORT = "市长每年三月报告进展。"
SEED = "种子入库前应当检验发芽率。"


def document_of(document_id: str, sentences: Sequence[str], asks: Sequence[str] = (), gap: str = "") -> Parsed:
    """A document with one item a sentence, each a passage of one clause, and a note with `asks` on the first."""
    text = "\n".join(sentences)
    nodes = [Node(document_id, "", "root", "", "", 0, len(text), f"《{document_id}》")]
    passages = []
    start = 0
    for place, sentence in enumerate(sentences, 1):
        path, end, locator = str(place), start + len(sentence), f"《{document_id}》{place}."
        nodes.append(Node(document_id, path, "item", f"{place}.", "", start, end, locator))
        clause = Clause(document_id, path, start, end, locator, sentence)
        passages.append(Passage(document_id, path, start, end, locator, ("一、总则",), sentence, (clause,)))
        start = end + 1
    notes = (
        (Note(document_id, 0, len(sentences[0]), tuple(asks), ((0, 2), (2, 4)), "In English.", gap),) if asks else ()
    )
    document = Document(
        document_id,
        f"关于{document_id}的办法",
        document_id,
        "policy",
        number="测办〔2021〕1号",
        issued_on=date(2021, 3, 1),
        replaces=("old",),
        aliases=("办法",),
        text=text,
        repairs=(Repair(0, 1, "?", "a byte was lost"),),
        deadline=Deadline(date(2021, 5, 1), 0, 4),
        examples=(("资金", ("有多少钱",)),),
        english_examples=(("Funds", ("How much?",)),),
    )
    return Parsed(document, tuple(nodes), tuple(passages), notes)


def small_corpus() -> list[Parsed]:
    """Three documents: one on money with a note, one on seeds, one that is catalogued but not held."""
    return [
        document_of("money", [MONEY, LAND, REPORT], asks=["一个城市能拿多少钱", "钱分几年给"]),
        document_of("seed", [SEED, "仓库应当通风。"]),
        Parsed(Document("absent", "未收录的规定", "规定", "policy", held=False)),
    ]


def clause_of(index: Index, clause_id: str) -> Clause:
    """The clause that a hit names."""
    (found,) = (clause for clause in index.parsed(clause_id.rpartition(":")[0]).clauses() if clause.id == clause_id)
    return found
