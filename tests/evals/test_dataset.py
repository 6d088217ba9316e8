"""Reading question sets: every format gives the same questions, and errors name file, line and field."""

import csv
import hashlib
import json
import re
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from evals.dataset import Question, load_questions, select
from store.errors import DatasetError

LINE = {
    "id": "a",
    "question": "还能报吗？",
    "history": [{"role": "user", "content": "你好"}, {"role": "assistant", "content": "请讲"}],
    "answerable": True,
    "category": "yes-no",
    "facts": [["5月15日", "五月十五日"], ["逾期"]],
    "forbidden": ["可以", "能报"],
    "verdict": "no",
    "gold": [
        {"document": "notice-2020-40", "quote": "逾期不予受理"},
        {"document": "notice-2020-40", "locator": "四、（一）3."},
    ],
    "as_of": "2020-05-20",
}
ROW = {
    "id": "a",
    "question": "还能报吗？",
    "history": "user: 你好\nassistant：请讲",
    "answerable": "是",
    "category": "yes-no",
    "facts": "5月15日|五月十五日; 逾期",
    "forbidden": "可以；能报",
    "verdict": "no",
    "gold": "notice-2020-40: 逾期不予受理\nnotice-2020-40 § 四、（一）3.",
    "as_of": "2020-05-20",
}


def write(path, *lines):
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def test_all_formats_say_the_same(tmp_path):
    jsonl = write(tmp_path / "q.jsonl", LINE)
    with (tmp_path / "q.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([list(ROW), list(ROW.values())])
    book = Workbook()
    book.active.append(list(ROW))
    book.active.append(list(ROW.values()))
    book.save(tmp_path / "q.xlsx")
    (expected,) = load_questions([jsonl])
    assert expected.gold[1].locator == "四、（一）3."
    assert load_questions([tmp_path / "q.csv"]) == load_questions([tmp_path / "q.xlsx"]) == [expected]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"question": " "}, "question"),
        ({"answerable": "vielleicht"}, "answerable"),
        ({"verdict": "maybe"}, "verdict"),
        ({"facts": [["。"]]}, r"facts\.0\.0"),
        ({"facts": [[]]}, r"facts\.0"),
        ({"gold": [{"document": "d"}]}, r"gold\.0"),
        ({"gold": [{"document": "d", "quote": "x", "locator": "y"}]}, r"gold\.0"),
        ({"as_of": "morgen"}, "as_of"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_errors_name_file_line_and_field(tmp_path, change, field):
    path = write(tmp_path / "q.jsonl", LINE, LINE | {"id": "b"} | change)
    with pytest.raises(DatasetError, match=rf"q\.jsonl, line 2, field {field}: "):
        load_questions([path])


def test_an_id_is_used_once_over_all_files(tmp_path):
    with pytest.raises(DatasetError, match=r"two\.jsonl, line 1, field id"):
        load_questions([write(tmp_path / "one.jsonl", LINE), write(tmp_path / "two.jsonl", LINE)])


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("q.jsonl", b'{"id": \n', "line 1 is not JSON"),
        ("q.jsonl", b"\xff\xfe", "not UTF-8"),
        ("q.jsonl", b"\n\n", "no questions"),
        ("q.csv", b"id,frage\na,b\n", "line 1: the first row must name"),
        ("q.csv", b"id,question,gold\na,b,nothing\n", "line 2, field gold"),
        ("q.csv", b"id,question,history\na,b,nobody: x\n", "line 2, field history"),
        ("q.csv", "id,question\na,问".encode("gbk"), "not UTF-8"),
        ("q.csv", b"id,question,\na,b,,c\n", "line 2: “c” stands in a column that the first row does not name"),
        ("q.csv", b'id,question\na,"b' + b"\nc,d" * 50_000, "line 2 is not CSV: .*is a quotation mark missing"),
        ("q.xlsx", b"no workbook", "not an XLSX workbook"),
    ],
)
def test_files_that_are_no_question_sets(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DatasetError, match=message):
        load_questions([tmp_path / name])


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_damaged_workbook_is_a_sentence(tmp_path, part):
    book = Workbook()
    book.active.append(list(ROW))
    for n in range(100):
        book.active.append(list((ROW | {"id": n}).values()))
    book.save(tmp_path / "whole.xlsx")
    with ZipFile(tmp_path / "whole.xlsx") as whole, ZipFile(tmp_path / "xml.xlsx", "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            broken.writestr(name, content[: len(content) // 2] if name == part else content)
        place = whole.getinfo(part).header_offset + 200
    packed = bytearray((tmp_path / "whole.xlsx").read_bytes())
    packed[place : place + 40] = b"\xff" * 40
    (tmp_path / "zip.xlsx").write_bytes(packed)
    for name in ("xml.xlsx", "zip.xlsx"):
        with pytest.raises(DatasetError, match=rf"{name} is not an XLSX workbook, or is damaged"):
            load_questions([tmp_path / name])


@pytest.mark.parametrize("name", ["q.jsonl", "q.csv", "q.xlsx"])
def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path, name):
    (tmp_path / name).symlink_to("/proc/self/mem")  # there, and unreadable even to root
    with pytest.raises(DatasetError, match=name):
        load_questions([tmp_path / name])


def test_what_unpacks_to_too_much_is_not_opened(tmp_path):
    with ZipFile(tmp_path / "bomb.xlsx", "w", ZIP_DEFLATED) as bomb:
        for part in range(5):
            bomb.writestr(f"xl/worksheets/sheet{part}.xml", b" " * 50_000_000)
    with pytest.raises(DatasetError, match=r"bomb\.xlsx would unpack to more than 200 MB") as raised:
        load_questions([tmp_path / "bomb.xlsx"])
    assert raised.value.chinese


def changed_sheet(path, changes):
    """A workbook of one question, its sheet's XML changed by patterns."""
    book = Workbook()
    book.active.append(list(ROW))
    book.active.append(list(ROW.values()))
    book.save(path.with_suffix(".whole"))
    sheet = "xl/worksheets/sheet1.xml"
    with ZipFile(path.with_suffix(".whole")) as whole, ZipFile(path, "w") as changed:
        for name in whole.namelist():
            content = whole.read(name)
            for old, new in changes.items() if name == sheet else ():
                assert re.search(old, content)
                content = re.sub(old, new, content)
            changed.writestr(name, content)
    return path


@pytest.mark.timeout(40)
def test_a_sheet_is_as_large_as_what_is_in_it(tmp_path):
    path = changed_sheet(tmp_path / "q.xlsx", {rb'ref="A1:\w+"': b'ref="A1:XFD1048576"', b'r="2"': b'r="90000"'})
    assert [question.id for question in load_questions([path])] == [ROW["id"]]


def test_rows_are_not_numbered_without_end(tmp_path):
    path = changed_sheet(tmp_path / "q.xlsx", {b'r="2"': b'r="999999999999"'})
    with pytest.raises(DatasetError, match="has more than 100,000 rows"):
        load_questions([path])


def test_missing_file(tmp_path):
    with pytest.raises(DatasetError, match="is not there"):
        load_questions([tmp_path / "none.jsonl"])


@given(st.text(min_size=1).filter(str.strip))
def test_split_follows_the_hash_of_the_id(name):
    question = Question.model_validate(LINE | {"id": name})
    even = int(hashlib.sha1(question.id.encode()).hexdigest(), 16) % 2 == 0
    assert question.split == ("dev" if even else "test")


def test_select():
    questions = [Question.model_validate(LINE | {"id": str(n), "category": "ab"[n % 2]}) for n in range(40)]
    dev, test = select(questions, split="dev"), select(questions, split="test")
    assert sorted([*dev, *test], key=lambda q: int(q.id)) == questions
    assert {q.category for q in select(questions, category="b")} == {"b"}
    assert select(questions, limit=3) == questions[:3]
    with pytest.raises(DatasetError, match="No question is left"):
        select(questions, category="c")
