"""Workbooks we write: text stays text, amounts are exact, nothing is left behind."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from jinlin.core.columns import Column, Kind
from jinlin.core.errors import FileError
from jinlin.documents import xlsx
from jinlin.documents.xlsx import write_table
from jinlin.documents.xlsx_cells import MAX_TEXT

MORNING = datetime(2026, 11, 5, 8, 30, tzinfo=UTC)
ROOM = Column(key="room", heading="房号")


def written(columns: list[Column], rows: list[tuple[Any, ...]], title: str = "名册") -> bytes:
    file = io.BytesIO()
    write_table(file, title=title, columns=columns, rows=rows)
    return file.getvalue()


def by_openpyxl(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).active


def cells(*values: tuple[Kind, Any]) -> list[Any]:
    """The cells that values of these kinds become, beside each other."""
    columns = [Column(key=f"x{n}", heading="X", kind=kind) for n, (kind, _) in enumerate(values)]
    return list(by_openpyxl(written(columns, [tuple(value for _, value in values)]))[2])


def test_the_header_is_bold_and_frozen_and_repeats_on_paper() -> None:
    sheet = by_openpyxl(written([ROOM, Column(key="owner", heading="业主")], [("502", "张美华")]))
    assert [cell.value for cell in sheet[1]] == ["房号", "业主"]
    assert all(cell.font.b and cell.font.name == "宋体" for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.title == "名册"


def test_both_readers_see_the_same_table() -> None:
    data = written(
        [ROOM, Column(key="n", heading="户数", kind=Kind.INTEGER)], [("0502", 3), ("1203", None)]
    )
    assert [[c.value for c in row] for row in by_openpyxl(data)] == [
        ["房号", "户数"],
        ["0502", 3],
        ["1203", None],
    ]
    calamine = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert calamine == [["房号", "户数"], ["0502", 3.0], ["1203", ""]]


def test_numbers_that_are_names_stay_text() -> None:
    texts = ("0502", "13805911234", "350102197001011234", "1E5", "2026-11-05", "TRUE")
    made = cells(*((Kind.TEXT, text) for text in texts))
    assert [cell.value for cell in made] == [*texts]
    assert {(cell.data_type, cell.number_format) for cell in made} == {("s", "@")}


def test_money_is_yuan_to_the_fen() -> None:
    shown = {
        0: 0,
        1: 0.01,
        -5: -0.05,
        48_000_010: 480_000.1,
        999_999_999_999_99: 999_999_999_999.99,
    }
    made = cells(*((Kind.MONEY, fen) for fen in shown))
    assert [cell.value for cell in made] == [*shown.values()]
    assert [round(cell.value * 100) for cell in made] == [*shown]
    assert {cell.number_format for cell in made} == {"#,##0.00"}


def test_every_amount_reads_back_as_the_same_fen() -> None:
    chance = random.Random(1)
    amounts = [chance.randrange(10 ** chance.randrange(1, 14)) for _ in range(300)]
    sheet = by_openpyxl(
        written([Column(key="m", heading="元", kind=Kind.MONEY)], [(a,) for a in amounts])
    )
    assert [Fraction(str(row[0].value)) * 100 for row in sheet.iter_rows(min_row=2)] == amounts


def test_other_kinds_become_what_excel_calculates_with() -> None:
    area, rate, day, day_in_words, moment, moment_in_words, yes = cells(
        (Kind.AREA, 8950),
        (Kind.RATE, Fraction(2, 5)),
        (Kind.DATE, date(2026, 11, 5)),
        (Kind.DATE, "2026-11-05"),
        (Kind.TIME, MORNING),
        (Kind.TIME, "2026-11-05T08:30:00+08:00"),
        (Kind.BOOLEAN, True),
    )
    assert area.value == 89.5
    assert (rate.value, rate.number_format) == (0.4, "0.0%")
    for cell in (day, day_in_words):
        assert cell.value.isoformat() == "2026-11-05T00:00:00"
    for cell in (moment, moment_in_words):
        assert cell.value.isoformat() == "2026-11-05T08:30:00"
    assert yes.value == "yes"


def test_what_excel_cannot_keep_as_a_number_stays_readable() -> None:
    made = cells((Kind.INTEGER, 2**60), (Kind.DATE, date(1899, 5, 1)), (Kind.DATE, "去年"))
    assert [cell.value for cell in made] == [str(2**60), "1899-05-01", "去年"]


def test_stored_words_are_shown_as_people_read_them() -> None:
    column = Column(key="state", heading="状态", labels={"let": "出租"})
    sheet = by_openpyxl(
        written(
            [column, Column(key="o", heading="业主")],
            [("let", [{"name": "张三"}, {"name": "李四"}])],
        )
    )
    assert [cell.value for cell in sheet[2]] == ["出租", "张三、李四"]


def test_no_name_becomes_a_formula_a_link_or_a_number() -> None:
    chance = random.Random(2)
    starts = [
        "=",
        "+",
        "-",
        "@",
        "＝",
        "\t",
        "\r",
        "{=",
        "http://",
        "mailto:",
        "internal:",
        "'",
        "1",
        "#N/A",
        "<b>",
        "&amp;",
    ]
    names = [
        chance.choice(starts) + "".join(chance.choices("=1+A()\"<>&'!| 张,;\\", k=6))
        for _ in range(1000)
    ]
    data = written([ROOM], [(name,) for name in names])
    made = [row[0] for row in by_openpyxl(data).iter_rows(min_row=2)]
    assert len(made) == len(names)
    assert {cell.data_type for cell in made} == {"s"}
    assert [cell.value for cell in made] == [name.strip() for name in names]
    assert all(cell.hyperlink is None for cell in made)
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_a_text_that_looks_like_a_formula_stays_text_when_its_cell_is_edited() -> None:
    risky = ["=1+1", "+86 138", "-1", "@a", "＝1", "＋1", "－1", "＠a", "'a", "\t=1", "\r\n=1"]
    plain = ["张三", "3-1-502", "1=1", "138+1"]
    for names, marked in ((risky, True), (plain, False)):
        data = written([Column(key="x", heading=names[0])], [(name,) for name in names])
        made = [cell for (cell,) in by_openpyxl(data).iter_rows()]
        assert {(cell.quotePrefix, cell.data_type) for cell in made} == {(marked, "s")}
        assert made[1].number_format == "@"


def test_control_characters_and_broken_text_are_dropped() -> None:
    text = "张\x00三\x1b[31m\ud800\ufffe\u202e李\n四"
    value = by_openpyxl(written([ROOM], [(text,)]))["A2"].value
    assert value == "张三[31m\ufffd\ufffd李\n四"


def test_text_longer_than_a_cell_is_cut_visibly() -> None:
    value = by_openpyxl(written([ROOM], [("长" * (MAX_TEXT + 5),)]))["A2"].value
    assert len(value) == MAX_TEXT
    assert value.endswith("…")


@pytest.mark.parametrize(
    ("title", "tab"),
    [
        ("梅苑[小区]: 2026/11", "梅苑 小区   2026 11"),
        ("", "Sheet1"),
        ("'名册'", "名册"),
        ("长" * 40, "长" * 31),
        ("a\nb&c", "a b&c"),
    ],
)
def test_any_title_makes_a_valid_tab(title: str, tab: str) -> None:
    assert by_openpyxl(written([ROOM], [], title=title)).title == tab


def test_columns_are_as_wide_as_their_text_on_screen() -> None:
    sheet = by_openpyxl(
        written([ROOM, Column(key="t", heading="事项")], [("502", "路灯不亮三天了没有人管")])
    )
    assert sheet.column_dimensions["A"].width < sheet.column_dimensions["B"].width
    assert sheet.column_dimensions["B"].width >= 22


def test_equal_tables_are_equal_bytes() -> None:
    assert written([ROOM], [("502",)]) == written([ROOM], [("502",)])


def test_a_path_is_written_too(tmp_path: Path) -> None:
    write_table(tmp_path / "名册.xlsx", title="名册", columns=[ROOM], rows=[("502",)])
    assert openpyxl.load_workbook(tmp_path / "名册.xlsx").active is not None


def test_a_folder_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        write_table(tmp_path / "没有" / "名册.xlsx", title="名册", columns=[ROOM], rows=[])
    assert caught.value.hint


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 3)
    with pytest.raises(FileError):
        written([ROOM], [("502",)] * 4)


def test_a_failure_in_the_middle_leaves_no_personal_data_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def rows() -> Iterator[tuple[str]]:
        yield ("502",)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_table(io.BytesIO(), title="名册", columns=[ROOM], rows=rows())
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_is_ruled_numbered_and_turned_where_it_is_wide() -> None:
    wide = [Column(key=f"x{n}", heading="说明") for n in range(4)]
    upright = by_openpyxl(written([ROOM, ROOM._replace(key="other")], [("502", None)]))
    turned = by_openpyxl(written(wide, [("养老助餐托育医疗以及其他事情",) * 4]))
    assert {cell.border.bottom.style for row in upright for cell in row} == {"thin"}
    assert (upright.page_setup.orientation, turned.page_setup.orientation) == (
        "portrait",
        "landscape",
    )
    assert upright.oddFooter.center.text == "Page &P of &N"
    assert upright.page_setup.fitToHeight == 0


def test_midnight_is_a_day_without_a_time() -> None:
    day, moment = (datetime(2026, 11, 5, hour, tzinfo=UTC) for hour in (0, 8))
    made = cells((Kind.TIME, day), (Kind.TIME, moment))
    assert [cell.number_format for cell in made] == ["d mmm yyyy", "d mmm yyyy hh:mm"]


def test_text_beside_decimals_stays_text() -> None:
    made = cells((Kind.DECIMAL, "94.4%\n17/18"), (Kind.DECIMAL, "-1.5"))
    assert [cell.value for cell in made] == ["94.4%\n17/18", -1.5]
