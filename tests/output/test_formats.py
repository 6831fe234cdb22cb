"""One listing in every form, with values that mean harm."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from calls import call_in, said_err, said_out
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import FileError, UsageError
from jinlin.core.text import width
from jinlin.output.delivery.show import show
from jinlin.output.listing import formats
from jinlin.output.listing.listing import Listing, Record

HOSTILE = [
    "[red]红[/red]", "[/]", "\x1b[31m红\x1b]0;标题\x07", "=1+1", "＝1+1", "+1", "-1", "@SUM(A1)",
    "\t=1", "a\nb", "a\r\nb", "\u202e反\u202c", "|竖|线|", "**粗**", "<script>", "`x`", "#标题",
    'a"b,c', "'引", "", "\x00", "很" * 200,
]  # fmt: skip

COLUMNS = (
    Column(key="title", heading="标题"),
    Column(key="name", heading="姓名", personal=Personal.NAME),
    Column(key="amount_fen", heading="金额", kind=Kind.MONEY),
    Column(key="area_m2", heading="面积", kind=Kind.AREA),
    Column(key="rate", heading="比例", kind=Kind.RATE),
    Column(key="at", heading="时间", kind=Kind.TIME),
    Column(key="done", heading="完成", kind=Kind.BOOLEAN),
    Column(key="state", heading="状态", labels={"open": "未办结"}),
)
MOMENT = datetime(2026, 11, 5, 4, tzinfo=UTC)


def row(title: str | None) -> tuple[Any, ...]:
    return (title, "张伟", 48_000_005, 8950, Fraction(1, 3), MOMENT, True, "open")


def listing(*titles: str | None) -> Listing:
    return Listing(key="things", title="清单", columns=COLUMNS, rows=[row(t) for t in titles])


def written(write: formats.Writer, what: Listing | Record, **options: Any) -> bytes:
    file = io.BytesIO()
    write(call_in(Path(), **options), what, file)
    return file.getvalue()


def csv_rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_json_keeps_every_value_exactly() -> None:
    data = json.loads(written(formats.write_json, listing(*HOSTILE)))
    assert data["schema"] == 1
    assert [thing["title"] for thing in data["data"]] == HOSTILE
    assert {key: value for key, value in data["data"][0].items() if key != "title"} == {
        "name": "张**",
        "amount_fen": 48_000_005,
        "area_m2": "89.50",
        "rate": "1/3",
        "at": "2026-11-05T04:00:00+00:00",
        "done": True,
        "state": "open",
    }


def test_nothing_is_null_in_json_and_empty_in_csv() -> None:
    nothing = Listing(key="t", title="t", columns=COLUMNS, rows=[(None,) * len(COLUMNS)])
    [thing] = json.loads(written(formats.write_json, nothing))["data"]
    assert set(thing.values()) == {None}
    assert csv_rows(written(formats.write_csv, nothing))[1] == [""] * len(COLUMNS)


def test_an_empty_listing_is_an_empty_list() -> None:
    assert json.loads(written(formats.write_json, listing()))["data"] == []
    assert len(csv_rows(written(formats.write_csv, listing()))) == 1


FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def test_csv_carries_no_formula_and_takes_nothing_away() -> None:
    rows = csv_rows(written(formats.write_csv, listing(*HOSTILE)))[1:]
    for title, cells in zip(HOSTILE, rows, strict=True):
        assert not cells[0].startswith(FORMULA)
        assert cells[0].removeprefix("'" if title.startswith(("'", *FORMULA)) else "") == title
        assert cells[2:5] == ["480000.05", "89.50", "33.3%"]


@given(st.text(min_size=1, max_size=30))
def test_any_text_comes_back_from_csv(text: str) -> None:
    what = Listing(key="t", title="t", columns=COLUMNS[:1], rows=[(text,)])
    [_heading, [cell]] = csv_rows(written(formats.write_csv, what))
    assert not cell.startswith(FORMULA)
    assert cell in {text, f"'{text}"}


def test_a_file_does_not_say_what_to_type() -> None:
    what = listing("甲")._replace(notes=("欠缴2户。请逐户提醒：jinlin 电梯 催缴 房号",))
    assert written(formats.write_markdown, what).decode().rstrip().endswith("欠缴2户。")


def test_headings_are_guarded_and_escaped_as_values_are() -> None:
    field = Column(key="extra", heading="+1+1")
    one = Listing("things", "清单", (field,), [("=a\u2028b",)])
    record = Record.of("清单", [(field, "=a\u2028b")])
    for what in (one, record):
        said = written(formats.write_csv, what).decode("utf-8-sig")
        assert all(
            cell[:1] not in "+=" for cells in csv.reader(io.StringIO(said)) for cell in cells
        )
        assert "\u2028" not in said
    assert written(formats.write_markdown, one).decode().splitlines()[2] == "| \\+1+1 |"
    assert "- **\\+1+1**: \\=a b" in written(formats.write_markdown, record).decode().splitlines()


def test_negative_money_in_csv_is_a_number() -> None:
    money = Column(key="a", heading="金额", kind=Kind.MONEY)
    what = Listing(key="t", title="t", columns=(money,), rows=[(-5,)])
    assert csv_rows(written(formats.write_csv, what))[1] == ["-0.05"]


def test_markdown_keeps_one_line_a_row_and_shows_marks_as_they_are() -> None:
    lines = written(formats.write_markdown, listing(*HOSTILE)).decode().split("\n")
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == len(HOSTILE) + 2
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {len(COLUMNS) + 1}
    assert not re.search(r"(?<!\\)<script", "\n".join(lines))


def cells_of(content: bytes) -> list[Any]:
    sheet: Any = openpyxl.load_workbook(io.BytesIO(content)).active
    return [cell for line in sheet.iter_rows() for cell in line]


def test_a_workbook_holds_text_as_text() -> None:
    content = written(formats.write_xlsx, listing(*HOSTILE))
    cells = cells_of(content)
    assert "f" not in {cell.data_type for cell in cells}
    assert {"=1+1", "@SUM(A1)", "[red]红[/red]"} <= {cell.value for cell in cells}


def screen(what: Listing | Record, columns: int = 80, **options: Any) -> str:
    call = call_in(Path(), variables={"COLUMNS": str(columns)}, **options)
    show(call, what)
    return said_out(call)


def test_the_screen_cannot_be_steered() -> None:
    seen = screen(listing(*HOSTILE))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", seen)
    assert "[red]红[/red]" in seen.replace("\n", "")


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_a_table_is_never_wider_than_the_screen_and_cuts_nothing(columns: int) -> None:
    what = Listing(
        key="t",
        title="清单",
        columns=COLUMNS[:2],
        rows=[("很长的标题" * 30, "张伟"), ("x" * 100, "李娜")],
    )
    seen = screen(what, columns)
    assert max(map(width, seen.splitlines())) <= columns
    assert "…" not in seen
    assert "".join(seen.split()).count("很") == 30
    assert "".join(seen.split()).count("x") == 100


def test_an_empty_column_is_left_out_on_the_screen_only() -> None:
    what = listing(None)
    assert "标题" not in screen(what)
    assert "标题" in csv_rows(written(formats.write_csv, what))[0]


def test_a_listing_without_rows_says_so() -> None:
    what = Listing(key="t", title="t", columns=COLUMNS, rows=[], empty="还没有。")
    assert screen(what) == "还没有。\n"


def record() -> Record:
    return Record(
        title="2026-0001 路灯不亮",
        columns=COLUMNS,
        values=row("=1+1"),
        listings=(Listing(key="history", title="经过", columns=COLUMNS[:1], rows=[("登记",)]),),
        notes=("备注",),
        extra={"more": [1]},
    )


def test_a_record_is_a_workbook_of_its_fields_and_of_each_listing_that_has_rows() -> None:
    history = record().listings[0]
    what = record()._replace(
        listings=(history, history._replace(title="没有", rows=[]), history._replace(title="经过"))
    )
    book = openpyxl.load_workbook(io.BytesIO(written(formats.write_xlsx, what)))
    assert book.sheetnames == ["2026-0001 路灯不亮", "经过", "经过 2"]
    fields, first, _second = ([*sheet.iter_rows(values_only=True)] for sheet in book)
    assert first == [("标题",), ("登记",)]
    assert dict(fields[1:]) == {
        "标题": "=1+1", "姓名": "张**", "金额": 480_000.05, "面积": 89.5, "比例": pytest.approx(1 / 3),
        "时间": MOMENT.replace(tzinfo=None), "完成": "yes", "状态": "未办结",
    }  # fmt: skip
    assert book.worksheets[0]["B4"].number_format == "#,##0.00"


def test_a_record_carries_what_belongs_to_it() -> None:
    data = json.loads(written(formats.write_json, record()))["data"]
    assert (data["title"], data["more"], data["history"]) == ("=1+1", [1], [{"title": "登记"}])
    assert csv_rows(written(formats.write_csv, record()))[1] == ["标题", "'=1+1"]
    text = written(formats.write_markdown, record()).decode()
    assert text.index("# 2026-0001") < text.index("## 经过") < text.index("备注")
    seen = screen(record())
    assert seen.index("2026-0001") < seen.index("经过") < seen.index("备注")


@pytest.mark.parametrize("write", formats.BY_ENDING.values(), ids=formats.BY_ENDING)
@pytest.mark.parametrize("unmask", [False, True])
def test_names_are_masked_in_every_format(write: formats.Writer, *, unmask: bool) -> None:
    content = written(write, listing("x"), unmask=unmask)
    if write is formats.write_xlsx:
        text = " ".join(str(cell.value) for cell in cells_of(content))
    elif write is formats.write_docx:
        text = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    else:
        text = content.decode()
    assert ("张伟" in text) is unmask


def test_the_ending_decides_the_format(tmp_path: Path) -> None:
    for ending in formats.BY_ENDING:
        call = call_in(tmp_path, output=f"清单{ending.upper()}")
        show(call, listing("路灯"))
        assert said_out(call) == ""
        assert "清单" in said_err(call)
    starts = [(tmp_path / f"清单{ending.upper()}").read_bytes()[:4] for ending in formats.BY_ENDING]
    assert starts == [b'{"sc', b"\xef\xbb\xbf\xe6", b"# \xe6\xb8", b"PK\x03\x04",
                      b"PK\x03\x04", b"<!DO", b"\xef\xbb\xbf ", b'{"ti']  # fmt: skip


@pytest.mark.parametrize("name", ["清单.pdf", "清单", ".csv.bak", "x.odt"])
def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        show(call_in(tmp_path, output=name), listing("x"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_never_replaced_unless_told(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("mine")
    with pytest.raises(FileError):
        show(call_in(tmp_path, output="a.csv"), listing("x"))
    assert target.read_text() == "mine"
    show(call_in(tmp_path, output="a.csv", force=True), listing("x"))
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Any:
        yield row("x")
        raise KeyboardInterrupt

    what = Listing(key="t", title="t", columns=COLUMNS, rows=failing())
    with pytest.raises(KeyboardInterrupt):
        show(call_in(tmp_path, output="a.csv"), what)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["no/such/a.csv", "a.db/b.csv", "dir.csv"])
def test_a_place_that_cannot_be_written_is_an_error_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.db").touch()
    (tmp_path / "dir.csv").mkdir()
    with pytest.raises(FileError) as refused:
        show(call_in(tmp_path, output=name), listing("x"))
    assert refused.value.hint


def test_two_forms_at_once_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        show(call_in(tmp_path, json=True, csv=True), listing("x"))
