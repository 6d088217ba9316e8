"""The documents from the command line: build the index, say how it stands, show a document, change the library."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console

from ingest import editing
from ingest.catalog import load_catalog
from ingest.errata import load_errata
from ingest.inputs import inputs_digest, remember, unchanged
from ingest.parse import parse_corpus, parse_document
from ingest.progress import progress_bars
from ingest.shelves import load_shelves
from ingest.show import find_node, package_lines, show_outline, show_passages, show_repairs, status_lines
from store.command_line import run
from store.errors import IndexDamagedError, IndexMissingError, NotFoundError
from store.records import Parsed
from store.seal import is_whole
from store.settings import Settings, load_settings
from store.version import current_version

app = typer.Typer(
    help="Make the documents of the corpus ready to be asked about.\n\n"
    "The catalogue, the sources and the editors' files are in the folder corpus/; `build` reads them and builds the "
    "index that the app and `python -m assistant` answer from. `show` lets you look at what was made of a document.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.command()(editing.add)
app.command()(editing.remove)
app.command()(editing.fetch)
out = Console(highlight=False)


@app.command()
def build(
    first: Annotated[
        bool,
        typer.Option("--first", help="Where there is no index at all, index the policies and stop; else do nothing."),
    ] = False,
) -> None:
    """Build the index anew where the corpus has changed. The one in use serves until the new one is complete.

    Where there is none yet, the policies are indexed first, and can be asked about while the statutes are.
    """
    settings = load_settings()
    digest = inputs_digest(settings)
    same = unchanged(settings, digest)
    built = _is_readable(settings, same)
    if built and first:
        return
    if built and same:
        out.print("The index is up to date.")
        return
    parsed = parse_corpus(settings)
    policies = [one for one in parsed if one.document.kind == "policy"]
    if not built and (first or len(policies) < len(parsed)):
        _build(policies, settings)
    if first:
        return
    remember(settings, _build(parsed, settings), digest)
    # What was added between parsing and building, while nothing was locked, is not in what was built.
    while not unchanged(settings, digest := inputs_digest(settings)):
        remember(settings, _build(parse_corpus(settings), settings), digest)


def _build(parsed: Sequence[Parsed], settings: Settings) -> str:
    """Build the index of `parsed` if it is another than the one in use, and say so. Returns the version that is in use
    then."""
    from store.builder import build_index  # brings the vectors with it, which take a second; `show` needs none

    there = {path.name for path in settings.index_home.glob("*")}
    with progress_bars() as progress:
        report = build_index(parsed, settings, progress)
    if report.version in there:  # other files, and the same was made of them
        out.print("The index is up to date.")
        return report.version
    out.print(
        f"Built version {report.version} in {report.seconds:.1f} s: "
        f"{report.embedded} texts embedded, {report.reused} had their vectors.",
        soft_wrap=True,
    )
    return report.version


@app.command()
def status() -> None:
    """Say what the index in use holds, whether the corpus has changed since, and which statutes' data has faults."""
    from store.builder import corpus_digest
    from store.index import Index

    settings = load_settings()
    index = Index.open(settings)
    out.print(f"Index: version {index.version}, built {index.built_at.astimezone():%Y-%m-%d %H:%M}", soft_wrap=True)
    # Files that have changed need not make another index; parsing them tells, and takes longer.
    if unchanged(settings, inputs_digest(settings)) or index.digest == corpus_digest(parse_corpus(settings)):
        out.print("The corpus has not changed since.")
    else:
        out.print("The corpus has changed since: `python -m ingest build` brings the index up to date.", soft_wrap=True)
    parsed = [index.parsed(document_id) for document_id in index.documents]
    for line in (*status_lines(parsed), *package_lines(load_catalog(settings.corpus))):
        out.print(line, markup=False, soft_wrap=True)


@app.command()
def vectors() -> None:
    """Make the vectors that come with the corpus, after its sources or notes have changed."""
    from store.kept_vectors import write_vectors

    settings = load_settings()
    for entry in load_catalog(settings.corpus).document:
        if entry.source:
            made = write_vectors(parse_document(entry, settings.corpus), settings.corpus)
            out.print(f"{entry.id}: {made} vectors made.", markup=False, soft_wrap=True)


@app.command()
def show(
    document_id: Annotated[str, typer.Argument(metavar="DOC", help="The document's id, as `status` lists it.")],
    locator: Annotated[
        str | None, typer.Argument(metavar="[LOCATOR]", help="A part of it, such as 四、（一）3. — by default all.")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="The canonical text.")] = False,
    passages: Annotated[bool, typer.Option("--passages", help="The passages and their clauses.")] = False,
    repairs: Annotated[bool, typer.Option("--repairs", help="What is not as received, and why.")] = False,
) -> None:
    """Show a document's outline, or the text of one part of it.

    The index is not needed: the steps are run on the sources as they are now.
    """
    settings = load_settings()
    shelves = load_shelves(settings)
    folder = shelves.folder(document_id)
    parsed = parse_document(shelves.catalog.entry(document_id), folder)
    document = parsed.document
    if not document.held:
        official = document.address or document.site
        address = f" Its official {'address' if document.address else 'site'}: {official}" if official else ""
        raise NotFoundError(f"{document.id} ({document.title}) is catalogued, but its text is not held.{address}")
    part = find_node(parsed, locator) if locator else parsed.nodes[0]
    if passages:
        show_passages(out, parsed, part.start, part.end)
    if repairs:
        show_repairs(out, document, load_errata(folder, document.id), part.start, part.end)
    if text or (locator and not passages and not repairs):
        out.print(document.text[part.start : part.end], markup=False, soft_wrap=True)
    if not (locator or text or passages or repairs):
        show_outline(out, parsed)


def _is_readable(settings: Settings, same: bool) -> bool:
    """Whether there is an index, and all of it can be read. One of the `same` inputs was made by this code, and is not
    opened, which takes seconds, where its files tell."""
    version = current_version(settings) if same else None
    if version and not settings.chroma_url:
        return is_whole(settings.index_home / version)
    from store.index import Index

    try:
        Index.open(settings)
    except (IndexMissingError, IndexDamagedError):
        return False
    return True


if __name__ == "__main__":
    run(app)
