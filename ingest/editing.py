"""The library from the command line: add a document of one's own, remove it, fetch an official text."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from ingest.catalog import Entry
from ingest.fetch import fetch as fetch_page
from ingest.load import read_file
from ingest.progress import progress_bars
from ingest.shelves import load_shelves
from ingest.show import show_outline
from store.errors import NetworkError, NotFoundError, PolicyError, SourceError
from store.settings import Settings, load_settings

if TYPE_CHECKING:  # it brings the vectors with it, which take a second; `show` needs none
    from ingest.library import Proposal

out = Console(highlight=False)
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")]


def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Text, web page, Word document (.docx) or PDF.")],
    id_: Annotated[str | None, typer.Option("--id", help="Its name on the command line and in addresses.")] = None,
    title: Annotated[str | None, typer.Option()] = None,
    short_title: Annotated[str | None, typer.Option(help="As locators name it.")] = None,
    number: Annotated[str | None, typer.Option(help="文号")] = None,
    issuer: Annotated[str | None, typer.Option()] = None,
    issued_on: Day = None,
    in_force_from: Day = None,
    in_force_until: Day = None,
    replaces: Annotated[list[str] | None, typer.Option(metavar="ID", help="The document that it replaces.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Add it without asking.")] = False,
) -> None:
    """Add a document of your own and index it.

    Title, number, issuer and dates are guessed from the text; look at them and at the outline before you say yes, and
    give as options what was guessed wrong.
    """
    from ingest.library import corrected, propose

    settings = load_settings()
    given = {
        "id": id_,
        "title": title,
        "short_title": short_title,
        "number": number,
        "issuer": issuer,
        "issued_on": issued_on and issued_on.date(),
        "in_force_from": in_force_from and in_force_from.date(),
        "in_force_until": in_force_until and in_force_until.date(),
        "replaces": replaces and tuple(replaces),
    }
    fields = {name: value for name, value in given.items() if value is not None}
    proposal = corrected(propose(read_file(file), file.name, settings), settings, **fields)
    _show(proposal)
    if not yes and not typer.confirm("Add it?"):
        out.print("Nothing was added.")
        return
    _add(proposal, settings)


def remove(document_id: Annotated[str, typer.Argument(metavar="DOC", help="The id of a document you added.")]) -> None:
    """Take a document that you added out of the library, its file included."""
    from ingest import library

    with progress_bars() as progress:
        library.remove(document_id, load_settings(), progress)
    out.print(f"Removed {document_id}.", soft_wrap=True)


def fetch(
    document_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A catalogued document that is not held; by default all.")
    ] = None,
) -> None:
    """Get the official text of documents that are catalogued but not held. Needs a network."""
    from ingest.library import propose_fetched

    settings = load_settings()
    failed = False
    for entry in _to_fetch(document_id, settings):
        try:
            _add(propose_fetched(fetch_page(entry.address), entry, date.today(), settings), settings)
        except NetworkError:
            raise
        except PolicyError as error:
            if document_id:
                raise
            failed = True
            out.print(f"{entry.id}: {error}", markup=False, soft_wrap=True)
    if failed:
        raise SourceError("Not every document could be fetched; those that could are in use.")


def _to_fetch(document_id: str | None, settings: Settings) -> list[Entry]:
    """The entries that can be fetched: the one asked for, or all. Raises NotFoundError where there is none."""
    catalog = load_shelves(settings).catalog
    if document_id is None:
        entries = [entry for entry in catalog.document if entry.address and not entry.source]
        if not entries:
            raise NotFoundError("Every document with an official address is held already.")
        return entries
    entry = catalog.entry(document_id)
    if entry.source:
        raise NotFoundError(f"{document_id} is held already.")
    if entry.site and not entry.address:
        number = f" by its number, {entry.number}" if entry.number else ""
        raise NotFoundError(
            f"The catalogue knows the site that has {document_id}, {entry.site}, but not the page; "
            f"find it there{number}, and add its file."
        )
    if not entry.address:
        raise NotFoundError(f"The catalogue has no official address of {document_id}; add its file instead.")
    return [entry]


def _add(proposal: "Proposal", settings: Settings) -> None:
    from ingest import library

    with progress_bars() as progress:
        report = library.add(proposal, settings, progress)
    entry, count = proposal.entry, len(proposal.parsed.passages)
    out.print(
        f"Added {entry.id} ({entry.title}): {count} passages, {report.embedded} texts embedded.",
        markup=False,
        soft_wrap=True,
    )


def _show(proposal: "Proposal") -> None:
    """The entry, the outline, and what is worth a second look."""
    fields: dict[str, Any] = proposal.entry.model_dump(
        include={
            "id",
            "title",
            "short_title",
            "number",
            "issuer",
            "issued_on",
            "in_force_from",
            "in_force_until",
            "replaces",
        }
    )
    for name, value in fields.items():
        shown = ", ".join(value) if isinstance(value, tuple) else str(value or "—")
        out.print(f"{name.replace('_', ' ')}: {shown}", markup=False, soft_wrap=True)
    show_outline(out, proposal.parsed)
    for jump in proposal.jumps:
        after = f"after {jump.before}" if jump.before else "first of its kind"
        out.print(f"The numbering jumps: {jump.after} stands {after}.", markup=False, soft_wrap=True)
    if proposal.loaded.scanned:
        out.print("Part of it was read from pictures of pages; compare it with the original.", soft_wrap=True)
