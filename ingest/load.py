"""Read a source as it was received: so far the text of a web page."""

from pathlib import Path

from store.errors import SourceError


def load_page(path: Path) -> str:
    """The page's text. Raises SourceError for a file that is missing, unreadable, empty or not UTF-8."""
    try:
        page = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SourceError(f"The source {path} cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"The source {path} is not UTF-8 text; save it as UTF-8.") from error
    if not page.strip():
        raise SourceError(f"The source {path} is empty.")
    return page
