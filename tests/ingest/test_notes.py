"""Editors' notes find their places, and say so where they don't."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.catalog import load_catalog
from ingest.notes import read_notes
from ingest.parse import parse_document
from store.errors import NoteError
from store.records import Note, Parsed

Add = Callable[[str, str], Path]
NOTE = '[[note]]\nanchor = "{anchor}"\nasks = ["怎么问"]\n'


def _parse(corpus: Path) -> Parsed:
    return parse_document(load_catalog(corpus).entry("example"), corpus)


def _quotes(parsed: Parsed) -> list[str]:
    return [parsed.document.text[note.start : note.end] for note in parsed.notes]


def test_notes_and_gaps(corpus: Path, add: Add) -> None:
    add(
        "notes/example.toml",
        '[[note]]\nanchor = "用于培训；不得用于装修"\nasks = ["能装修吗"]\npoints = ["培训", "装修"]\n'
        'english = "No works."\n'
        '[[gap]]\nasks = ["何时拨付"]\ngap = "没有说拨付时间。"\nanchor = "每个县支持30万元"\n'
        '[[gap]]\nasks = ["谁评审"]\ngap = "没有说谁评审。"\n',
    )
    parsed = _parse(corpus)
    note, gap, nowhere = parsed.notes
    assert _quotes(parsed) == ["用于培训；不得用于装修", "每个县支持30万元", ""]
    assert [parsed.document.text[start:end] for start, end in note.points] == ["培训", "装修"]
    assert (note.asks, note.english, note.gap) == (("能装修吗",), "No works.", "")
    assert (gap.asks, gap.gap) == (("何时拨付",), "没有说拨付时间。")
    assert nowhere == Note("example", 0, 0, ("谁评审",), gap="没有说谁评审。")


def test_yes_and_no_are_askings_too(corpus: Path, add: Add) -> None:
    add(
        "notes/example.toml",
        '[[note]]\nanchor = "不得用于装修"\nasks = ["装修呢"]\nyes = ["是不是不能装修"]\nno = ["能装修吗"]\n'
        '[[note]]\nanchor = "用于培训"\nyes = ["能培训吗"]\n',
    )
    works, training = _parse(corpus).notes
    assert works.asks == ("装修呢", "是不是不能装修", "能装修吗")
    assert training.asks == ("能培训吗",)
    file = read_notes("example", corpus)
    assert (file.note[0].yes, file.note[0].no) == (("是不是不能装修",), ("能装修吗",))


def test_a_note_that_nobody_asks_for_is_a_mistake(corpus: Path, add: Add) -> None:
    add("notes/example.toml", '[[note]]\nanchor = "用于培训"\n')
    with pytest.raises(NoteError, match="needs asks, yes or no"):
        _parse(corpus)


def test_an_anchor_that_is_there_once_within_a_part(corpus: Path, add: Add) -> None:
    add("notes/example.toml", NOTE.format(anchor="申报") + 'within = "二、2."\n')
    (note,) = _parse(corpus).notes
    assert _parse(corpus).document.text[: note.start].endswith("2. ")


def test_a_note_at_a_whole_part(corpus: Path, add: Add) -> None:
    add(
        "notes/example.toml",
        '[[note]]\nat = "二、2."\nasks = ["要交什么"]\n[[gap]]\nat = "二、1."\nasks = ["？"]\ngap = "没有说。"',
    )
    parsed = _parse(corpus)
    spans = {node.locator: (node.start, node.end) for node in reversed(parsed.nodes)}
    assert [(note.start, note.end) for note in parsed.notes] == [
        spans["《示例通知》二、2."],
        spans["《示例通知》二、1."],
    ]


def test_without_a_file_there_are_no_notes(corpus: Path) -> None:
    assert _parse(corpus).notes == ()


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        (NOTE.format(anchor="每个镇"), "“每个镇” stands 0 times"),
        (NOTE.format(anchor="申报"), "“申报” stands 4 times"),
        (NOTE.format(anchor="申报") + 'within = "一、"', "0 times in the document within 一、"),
        (NOTE.format(anchor="用于培训") + 'points = ["装修"]', "the point “装修”"),
        (NOTE.format(anchor="用于培训；不得用于装修") + 'points = ["装修", "培训"]', "the point “培训”"),
        (NOTE.format(anchor="用于培训") * 2, "two notes on “用于培训”"),
        ('[[note]]\nanchor = "用于培训"\nasks = []', "note 1: needs asks, yes or no"),
        ('[[note]]\nasks = ["？"]', "note 1: needs an anchor"),
        ('[[note]]\nanchor = "用于培训"\nat = "一、"\nasks = ["？"]', "note 1: has both at and anchor"),
        ('[[note]]\nat = "九、"\nasks = ["？"]', "the document has no 九、"),
        ('[[gap]]\nasks = ["？"]', "gap 1, field gap"),
        ('[[note]]\nanchor = "用于培训"\nasks = ["？"]\nask = "？"', "note 1, field ask: "),
    ],
)
def test_what_is_wrong_with_a_note_is_named(corpus: Path, add: Add, notes: str, message: str) -> None:
    add("notes/example.toml", notes)
    with pytest.raises(NoteError, match=message) as raised:
        _parse(corpus)
    assert "example.toml" in str(raised.value)
