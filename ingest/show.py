"""What the ingest steps made of a document, for a reader at a terminal."""

import re
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from ingest.catalog import Catalog, PackageSource
from ingest.errata import Errata
from ingest.statutes import package_version, read_statute, statute_versions
from store.errors import NotFoundError
from store.records import Document, Node, Parsed, Repair
from store.text import count_tokens, normalise

_EXCERPT = 24  # characters of a paragraph that has no heading
_CONTEXT = 6  # characters around a repair
_MOST_LISTED, _MOST_FAULTS = 20, 3  # statutes with faults, and faults of one
_MARKS = re.compile(r"[《》（）()、,.\s]")


def find_node(parsed: Parsed, locator: str) -> Node:
    """The outermost node with this locator; 《…》, brackets and points may be left out: 通知四（一）3.

    Raises NotFoundError where there is none.
    """
    document = parsed.document
    wanted = _key(locator, document)
    for node in parsed.nodes:
        if _key(node.locator, document) == wanted:
            return node
    raise NotFoundError(
        f"{document.id} has no “{locator}”; `python -m ingest show {document.id}` lists the locators it has."
    )


def _key(locator: str, document: Document) -> str:
    return _MARKS.sub("", normalise(locator)).removeprefix(_MARKS.sub("", normalise(document.short_title)))


def show_outline(out: Console, parsed: Parsed) -> None:
    """The outline as a tree: each node's number and heading, or how it begins, and its locator."""
    trees: dict[str, Tree] = {}
    for node in parsed.nodes:
        label = _label(parsed.document, node)
        trees[node.path] = Tree(label) if node.parent is None else trees[node.parent].add(label)
    out.print(trees[""])


def _label(document: Document, node: Node) -> Text:
    printed = document.text.find(node.heading, node.start) + len(node.heading) if node.heading else 0
    name = Text((document.text[node.start : printed] or node.number) if node.path else document.id)
    if node.path and not node.heading:
        own = document.text[node.start : node.end].removeprefix(node.number)
        name += Text(own if len(own) <= _EXCERPT else own[:_EXCERPT] + "…", style="dim")
    return name + Text(f"  {node.locator}", style="cyan")


def show_passages(out: Console, parsed: Parsed, start: int, end: int) -> None:
    """The passages within a span: locator, headings, size, and their clauses, one a line."""
    for passage in parsed.passages:
        if start < passage.end and passage.start < end:
            headings = " › ".join(passage.headings)
            size = f"{passage.start}–{passage.end}, {count_tokens(passage.text)} tokens"
            out.print(Text.assemble((passage.locator, "cyan"), f"  {headings}  ", (size, "dim")), soft_wrap=True)
            for clause in passage.clauses:
                out.print(Text(f"  · {clause.text}"), soft_wrap=True)


def show_repairs(out: Console, document: Document, errata: Errata, start: int, end: int) -> None:
    """What in a span is not as received and why, and what looks wrong but was kept."""
    for repair in document.repairs:
        if start <= repair.start < end:
            out.print(_repaired(document, repair), soft_wrap=True)
    for slip in errata.as_received:
        if start <= document.text.index(slip.text) < end:
            out.print(Text(slip.text, "yellow") + Text(f"  {slip.reason}", "dim"), soft_wrap=True)


def _repaired(document: Document, repair: Repair) -> Text:
    before = document.text[max(0, repair.start - _CONTEXT) : repair.start].rpartition("\n")[2]
    after = document.text[repair.end : repair.end + _CONTEXT].partition("\n")[0]
    return Text.assemble(
        before, (repair.received, "red strike"), " → ", (document.text[repair.start : repair.end], "green"), after,
        (f"  {repair.reason}", "dim"),
    )  # fmt: skip


def status_lines(parsed: Sequence[Parsed]) -> Iterator[str]:
    """What documents there are, and how much was made of those that are held."""
    held = [one for one in parsed if one.document.held]
    yield f"Documents: {len(held)} held, {len(parsed) - len(held)} known but not held"
    yield f"Passages: {sum(len(one.passages) for one in held)}"
    yield f"Clauses: {sum(1 for one in held for _ in one.clauses())}"
    notes = [note for one in held for note in one.notes]
    yield f"Editors' notes: {len(notes)}, with {sum(len(note.asks) for note in notes)} ways to ask"
    for one in parsed:
        document = one.document
        yield f"  {document.id}: {document.title}{'' if document.held else ' (not held)'}"


def package_lines(catalog: Catalog) -> Iterator[str]:
    """What is wrong with the data of the statutes' package: each statute whose articles are not numbered one after the
    other, and each day of a catalogued one that cannot be right. The catalogue's own dates are the ones in use."""
    sources = [(entry.id, entry.source) for entry in catalog.document if isinstance(entry.source, PackageSource)]
    if not sources:
        return
    held = {name: read_statute(source.statute, source.adopted) for name, source in sources}
    statutes = [read_statute(name, adopted) for name, adopted in statute_versions()]
    misnumbered = [statute for statute in statutes if statute.misnumbered]
    misdated = sum(bool(statute.misdated) for statute in statutes)
    yield (
        f"Data package {package_version()}: {len(statutes)} statutes, {len(misnumbered)} of them with faults in the "
        f"articles' numbering, {misdated} in force before they were adopted"
    )
    for statute in misnumbered[:_MOST_LISTED]:
        yield f"  {statute.name}, adopted on {statute.issued_on}: {_first(statute.misnumbered)}"
    if len(misnumbered) > _MOST_LISTED:
        yield f"  and {len(misnumbered) - _MOST_LISTED} more"
    for document_id, statute in held.items():
        for fault in statute.misdated:
            yield f"  {document_id}: {fault}"


def _first(faults: Sequence[str]) -> str:
    """The first few of many, and how many there are."""
    more = f"; {len(faults)} faults in all" if len(faults) > _MOST_FAULTS else ""
    return "; ".join(faults[:_MOST_FAULTS]) + more
