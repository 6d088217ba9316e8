"""Read a source as it was received: text, web page, Word document or PDF, told apart by content, never by name."""

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ingest.columns import mark_columns
from ingest.layout import CELL_MARK
from ingest.plain_text import unwrapped, without_marks
from ingest.tables import spell_lines
from store.errors import SourceError
from store.text import normalise

MAX_BYTES = 50_000_000
MAX_CHARACTERS = 1_000_000  # nine times the Civil Code; some ten minutes of embedding

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A page begins with a tag; a text that merely speaks of tags doesn't.
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 4000  # characters that are enough to tell what a text is


@dataclass(frozen=True, slots=True)
class Loaded:
    """The text of a source, a paragraph or a table's row a line; `scanned` are its spans that OCR has read, `about` is
    what a web page says of the document beside its text, by the fields of an entry (see `page_facts`), `headings` are
    the lines that a Word document or Markdown sets as such, with their levels."""

    text: str
    scanned: tuple[tuple[int, int], ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was read of the source with this SHA-256."""

    sha256: str
    loaded: Loaded


_KEPT = TypeAdapter(Kept)


def load_source(folder: Path, name: str) -> Loaded:
    """What the file `name` in the folder of sources says.

    Raises SourceError as `read_source` does, or for a file that is missing, unreadable or outside the folder.
    """
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise SourceError(f"The source {name} is outside the folder {folder}.", f"文件 {name} 不在资料文件夹之内。")
    content = read_file(path)
    return _kept(path, content) or read_source(content, str(path))


def keep_reading(path: Path, content: bytes, loaded: Loaded) -> None:
    """Keep what OCR has read of the source at `path` beside it, so that a page is read once."""
    _beside(path).write_bytes(_KEPT.dump_json(Kept(hashlib.sha256(content).hexdigest(), loaded)))


def _kept(path: Path, content: bytes) -> Loaded | None:
    """What was kept of the reading of a source, None if there is none or the source is another by now."""
    try:
        kept = _KEPT.validate_json(_beside(path).read_bytes())
    except (OSError, ValidationError):
        return None
    return kept.loaded if kept.sha256 == hashlib.sha256(content).hexdigest() else None


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".read.json")


def read_file(path: Path) -> bytes:
    """The bytes of a file within the size limit. Raises SourceError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path.name)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror
        raise SourceError(f"The source {path} cannot be read ({reason}).", f"文件无法读取：{path}。") from error


def read_source(content: bytes, name: str) -> Loaded:
    """What a file says. `name` is what its reader calls it.

    Raises SourceError for a file that is empty, too large, protected, damaged, or of no kind that can be read.
    """
    if not content.strip():
        raise SourceError(f"The source {name} is empty.", f"“{name}”是空文件。")
    if len(content) > MAX_BYTES:
        raise _too_large(name)
    loaded = _read(content, name)
    if not loaded.text.strip():
        raise no_text(name)
    if len(loaded.text) > MAX_CHARACTERS:
        raise SourceError(
            f"{name} has {len(loaded.text):,} characters; the most is {MAX_CHARACTERS:,}. Split it.",
            f"“{name}”有{len(loaded.text)}字，超过上限{MAX_CHARACTERS}字，请拆分后再添加。",
        )
    return loaded


def no_text(name: str) -> SourceError:
    """What to say of a file without any words."""
    return SourceError(f"No text was found in {name}.", f"在“{name}”中没有找到文字。")


def _too_large(name: str) -> SourceError:
    limit = MAX_BYTES // 1_000_000
    return SourceError(f"{name} is larger than {limit} MB; split it.", f"“{name}”超过{limit}MB，请拆分后再添加。")


def _read(content: bytes, name: str) -> Loaded:
    # Each reader brings a library that takes a moment to load, and most sources are plain text.
    if b"%PDF-" in content[:1024]:
        from ingest.load_pdf import read_pdf

        paragraphs = read_pdf(content, name)
        told = spell_lines([paragraph for paragraph, _ in paragraphs])
        return _joined([*zip(told, (by_ocr for _, by_ocr in paragraphs), strict=True)])
    if content.startswith(_ZIP):
        from ingest.load_docx import read_docx

        lines, headings = read_docx(content, name)
        return Loaded("\n".join(lines), headings=headings)
    if content.startswith(_COMPOUND):
        raise _compound(content, name)
    text = decode(content, name)
    if not _HTML.match(text):
        typed, headings = without_marks(text.splitlines())
        lines = [*mark_columns(unwrapped(typed))]
        told = spell_lines(lines) if any(CELL_MARK.strip() in line for line in lines) else lines
        return Loaded("\n".join(told), headings=headings)
    from ingest.load_html import read_html

    lines, about = read_html(text)
    return Loaded("\n".join(lines), about=about)


def _joined(paragraphs: list[tuple[str, bool]]) -> Loaded:
    """Paragraphs, each with whether OCR has read it, as one text."""
    scanned: list[tuple[int, int]] = []
    start = 0
    for paragraph, by_ocr in paragraphs:
        end = start + len(paragraph)
        if by_ocr:
            scanned.append((start, end))
        start = end + 1
    return Loaded("\n".join(paragraph for paragraph, _ in paragraphs), tuple(scanned))


def _compound(content: bytes, name: str) -> SourceError:
    """What to say of a file in Microsoft's old container: Word puts both .doc and protected .docx into it."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return SourceError(
            f"{name} is protected by a password; save it without one.", f"“{name}”设有密码，请去掉密码后再添加。"
        )
    return SourceError(
        f"{name} is in an old Office format; save it as .docx.", f"“{name}”是旧版Office格式，请另存为.docx后再添加。"
    )


def decode(content: bytes, name: str) -> str:
    """Text in UTF-8, UTF-16 with a mark, GB18030 or Big5. Raises SourceError for anything else."""
    mark = next((mark for mark in _BYTE_ORDER_MARKS if content.startswith(mark)), b"")
    try:
        text = content.decode(_BYTE_ORDER_MARKS.get(mark, "utf-8"))
    except UnicodeDecodeError as error:
        if mark or error.reason == "unexpected end of data":
            raise SourceError(
                f"{name} ends in the middle of a character; it is not complete.",
                f"“{name}”在一个字的中间断开，文件不完整。",
            ) from error
        text = _decode_chinese(content)
    if not text or _CONTROL.search(text):
        raise SourceError(
            f"{name} is not a text, web page, Word document (.docx) or PDF, or it is damaged.",
            f"“{name}”不是文本、网页、Word文档（.docx）或PDF，或者已经损坏。",
        )
    return text


def _decode_chinese(content: bytes) -> str:
    """The text in the one of the two old Chinese encodings that makes better sense of it, "" if none does.

    Most of either is valid in the other, but as characters that hardly anyone uses. (Detectors of encodings need more
    text than a short notice has.)
    """
    guesses = []
    for encoding in ("gb18030", "big5"):
        with suppress(UnicodeDecodeError):
            guesses.append(content.decode(encoding))
    return max(guesses, key=_share_of_common, default="")


def _share_of_common(text: str) -> float:
    """How much of a text's beginning is characters in common use: level 1 of GB 2312, lead bytes B0 to D7."""
    leads = [char.encode("gb2312", "ignore")[:1] for char in normalise(text[:_SAMPLE])]
    return sum(b"\xb0" <= lead <= b"\xd7" for lead in leads) / max(len(leads), 1)
