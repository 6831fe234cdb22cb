"""Rosters as they really come, each defect by its name."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from exchange.conftest import SaveText, SaveXlsx, old_excel

from jinlin.core.errors import FileError
from jinlin.exchange.file import workbook
from jinlin.exchange.file.opener import Lines, write_sheets
from jinlin.exchange.table.reader import SheetTable, read_table, read_tables

HOUSEHOLD = ("building", "entrance", "floor", "room", "gross_area", "owner", "phone")
HEADER = ["楼栋", "房号", "业主", "联系电话"]
HOME = ["3号楼", "502", "张美华", "13805911234"]


@pytest.fixture(autouse=True)
def _opened_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open workbooks without a process for each; test_bad_files.py tries the process."""

    def opened(_path: Path, data: bytes) -> bytes:
        out = BytesIO()
        write_sheets(data, Lines(out))
        return out.getvalue()

    monkeypatch.setattr(workbook, "_opened", opened)


def values(table: SheetTable, *fields: str) -> list[tuple[str, ...]]:
    return [tuple(row.text(field) for field in fields) for row in table.rows()]


def test_title_row_note_row_blank_lines_totals_and_signatures(save_xlsx: SaveXlsx) -> None:
    table = read_table(
        save_xlsx(
            {
                "Sheet1": [
                    ["梅苑小区业主花名册"],
                    [],
                    ["填报单位：梅苑社区", None, None, "2026年11月"],
                    HEADER,
                    ["必填", "必填，如502", "选填", "选填"],
                    HOME,
                    [],
                    ["3号楼", "503", "李四", ""],
                    ["小计", 2],
                    ["合 计：", None, "2户"],
                    ["注：以上信息仅供支部使用"],
                    ["制表人：王芳", None, "审核人：林秀英"],
                ]
            }
        ),
        HOUSEHOLD,
    )
    assert table.headers.row == 4
    assert [(row.number, row.text("room")) for row in table.rows()] == [(6, "502"), (8, "503")]
    assert [skipped.row for skipped in table.skipped] == [5, 9, 10, 11, 12]
    assert table.skipped[1].text == "小计"


def test_header_cells_with_spaces_line_ends_stars_and_units(save_xlsx: SaveXlsx) -> None:
    header = [
        "序号",
        "1、楼栋*",
        "楼 层",
        "房\n号：",
        "建筑面积（㎡）",
        "姓 名（必填）",
        "联系\n电话(选填)",
    ]
    table = read_table(
        save_xlsx({"a": [header, [1, "3", 5, 502, 89.5, "张三", 13805911234]]}), HOUSEHOLD
    )
    assert values(table, "building", "floor", "room", "gross_area", "owner", "phone") == [
        ("3", "5", "502", "89.5", "张三", "13805911234")
    ]
    assert table.headers.left_out == {"序号": "ignored"}


def test_columns_in_any_order_and_columns_nobody_asked_for(save_xlsx: SaveXlsx) -> None:
    header = ["身份证号", "电话", "房号", "党费", "宠物"]
    table = read_table(save_xlsx({"a": [header, ["x", "1", "502", "2", "猫"]]}), HOUSEHOLD)
    assert table.headers.columns == {"phone": 1, "room": 2}
    assert table.headers.left_out == {"身份证号": "left_out", "党费": "open"}
    assert table.headers.unknown == ("宠物",)


def test_two_header_rows_one_above_the_other(save_xlsx: SaveXlsx) -> None:
    rows = [
        ["房屋", None, "业主", None, "租户", None],
        ["楼栋", "房号", "姓名", "电话", "姓名", "电话"],
        ["3", "502", "张三", "13800000001", "李四", "13800000002"],
    ]
    table = read_table(
        save_xlsx({"a": rows}, merged=["A1:B1", "C1:D1", "E1:F1"]),
        [*HOUSEHOLD, "tenant", "tenant_phone"],
    )
    assert table.headers.row == 2
    assert values(table, "building", "owner", "phone", "tenant", "tenant_phone") == [
        ("3", "张三", "13800000001", "李四", "13800000002")
    ]


def test_cells_joined_downwards_hold_for_each_row_but_amounts_do_not(save_xlsx: SaveXlsx) -> None:
    rows = [
        ["楼栋", "房号", "业主", "建筑面积"],
        ["3号楼", "501", "张三", 180],
        [None, "502", None, None],
        [None, "503", "李四", 90],
        ["4号楼", "501", "王五", 90],
    ]
    table = read_table(save_xlsx({"a": rows}, merged=["A2:A4", "C2:C3", "D2:D3"]), HOUSEHOLD)
    assert values(table, "building", "room", "owner", "gross_area") == [
        ("3号楼", "501", "张三", "180"),
        ("3号楼", "502", "张三", ""),
        ("3号楼", "503", "李四", "90"),
        ("4号楼", "501", "王五", "90"),
    ]


def test_what_a_joined_cell_leaves_in_a_csv_is_not_guessed(save_text: SaveText) -> None:
    table = read_table(save_text("楼栋,房号\n3号楼,501\n,502\n"), HOUSEHOLD)
    assert values(table, "building", "room") == [("3号楼", "501"), ("", "502")]


def test_ditto_words_repeat_the_cell_above(save_text: SaveText) -> None:
    table = read_table(
        save_text("楼栋,房号,业主\n3号楼,501,张三\n同上,502,〃\n〃,503,李四\n"), HOUSEHOLD
    )
    assert values(table, "building", "room", "owner") == [
        ("3号楼", "501", "张三"),
        ("3号楼", "502", "张三"),
        ("3号楼", "503", "李四"),
    ]


def test_words_for_nothing_are_nothing(save_text: SaveText) -> None:
    table = read_table(save_text("楼栋,房号,业主,电话\n3,501,不详,/\n3,502,无,—\n"), HOUSEHOLD)
    assert values(table, "owner", "phone") == [("", ""), ("", "")]


def test_a_header_printed_again_on_each_page_is_no_data(save_text: SaveText) -> None:
    table = read_table(save_text("楼栋,房号\n3,501\n楼栋,房号\n3,502\n"), HOUSEHOLD)
    assert [row.number for row in table.rows()] == [2, 4]


def test_rows_can_be_read_twice(save_text: SaveText) -> None:
    table = read_table(save_text("楼栋,房号\n3,501\n合计,1\n"), HOUSEHOLD)
    assert values(table, "room") == values(table, "room") == [("501",)]
    assert len(table.skipped) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_in_any_encoding_with_any_delimiter_and_line_end(
    save_text: SaveText, encoding: str, delimiter: str, end: str
) -> None:
    text = end.join([delimiter.join(HEADER), "", delimiter.join(HOME), ""])
    table = read_table(save_text(text, encoding), HOUSEHOLD)
    assert values(table, "building", "room", "owner", "phone") == [tuple(HOME)]
    assert [row.number for row in table.rows()] == [3]


def test_rare_characters_of_names_survive_gb18030(save_text: SaveText) -> None:
    table = read_table(save_text("房号,业主\n502,林𬱖䶮\n", "gb18030"), HOUSEHOLD)
    assert values(table, "owner") == [("林𬱖䶮",)]


def test_quoted_commas_and_line_ends_stay_in_their_cell(save_text: SaveText) -> None:
    table = read_table(save_text('房号,业主\n502,"张三,\n李四"\n503,王五\n'), HOUSEHOLD)
    assert [(row.number, row.text("owner")) for row in table.rows()] == [
        (2, "张三,\n李四"),
        (3, "王五"),
    ]


def test_exactly_one_guard_is_taken_off_in_a_csv(save_text: SaveText) -> None:
    table = read_table(save_text("房号,业主\n'-101,'=1+1\n502,''quoted\n503,it's\n"), HOUSEHOLD)
    assert values(table, "room", "owner") == [("-101", "=1+1"), ("502", "'quoted"), ("503", "it's")]


def test_full_width_digits_and_invisible_characters(save_text: SaveText) -> None:
    table = read_table(
        save_text("房号,楼层,电话,业主\n５０２,５,１３８０５９１１２３４,\u200e张三\u202c\x07\n"),
        HOUSEHOLD,
    )
    row = next(table.rows())
    assert (row.floor("floor"), row.phone("phone"), row.name("owner")) == (5, "13805911234", "张三")
    assert row.text("room") == "５０２"


def test_cells_of_a_workbook_come_as_a_person_sees_them(save_xlsx: SaveXlsx) -> None:
    row: list[Any] = [
        502,
        89.5,
        0.1 + 0.2,
        True,
        date(2026, 11, 5),
        datetime(2026, 11, 5, 8, 30),  # noqa: DTZ001  (a spreadsheet knows no zone)
        -1,
        "0502",
        1e6,
    ]
    sheet = read_tables(save_xlsx({"a": [["房号"], row]}), ["room"])[0].source
    assert list(sheet.lines())[1] == (
        2,
        ["502", "89.5", "0.3", "是", "2026-11-05", "2026-11-05 08:30", "-1", "0502", "1000000"],
    )


def test_numbers_with_lost_digits_show_it(save_xlsx: SaveXlsx) -> None:
    table = read_table(
        save_xlsx({"a": [["房号", "证件号"], [502, 350102197001011234]]}), ["room", "id_number"]
    )
    assert values(table, "id_number") == [("3.50102197001011E+17",)]


def test_a_table_that_starts_in_the_middle_of_the_sheet_keeps_its_row_numbers(
    save_xlsx: SaveXlsx,
) -> None:
    table = read_table(
        save_xlsx({"a": [[], [], [None, None, "楼栋", "房号"], [None, None, "3", "502"]]}),
        HOUSEHOLD,
    )
    assert [(row.number, row.text("building"), row.text("room")) for row in table.rows()] == [
        (4, "3", "502")
    ]


def test_of_several_sheets_the_one_that_explains_most_is_read_and_the_others_named(
    save_xlsx: SaveXlsx,
) -> None:
    path = save_xlsx(
        {
            "说明": [["请先看说明"]],
            "1号楼": [["房号"], ["101"]],
            "2号楼": [HEADER, HOME],
            "旧": [HEADER, HOME],
        },
        hidden=["旧"],
    )
    table = read_table(path, HOUSEHOLD)
    assert (table.sheet, table.others) == ("2号楼", ("1号楼",))
    assert [table.sheet for table in read_tables(path, HOUSEHOLD)] == ["1号楼", "2号楼"]
    assert read_table(path, HOUSEHOLD, sheet="1号楼").sheet == "1号楼"
    with pytest.raises(FileError):
        read_table(path, HOUSEHOLD, sheet="9号楼")


def test_old_xls_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "名册.xls"
    path.write_bytes(
        old_excel(
            {
                (0, 0): "房号",
                (0, 1): "楼层",
                (1, 0): 502.0,
                (1, 1): 5.0,
                (2, 0): "店面1#",
                (2, 1): 1.0,
            }
        )
    )
    assert values(read_table(path, HOUSEHOLD), "room", "floor") == [("502", "5"), ("店面1#", "1")]


@pytest.mark.parametrize("name", ["名册.csv", "名册.xls", "名册", "名册.docx"])
def test_a_wrong_ending_does_not_matter(save_xlsx: SaveXlsx, tmp_path: Path, name: str) -> None:
    path = tmp_path / "x" / name
    path.parent.mkdir()
    save_xlsx({"a": [HEADER, HOME]}).rename(path)
    assert values(read_table(path, HOUSEHOLD), "room") == [("502",)]


def test_a_csv_named_xlsx_is_read_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_text("房号,楼层\n502,5\n", "utf-8")
    assert values(read_table(path, HOUSEHOLD), "floor") == [("5",)]


def test_what_our_own_csv_writes_reads_back(tmp_path: Path) -> None:
    from jinlin.core.columns import Column
    from jinlin.output.listing.values import as_csv

    texts = ["=1+1", "+86", "-101", "@x", "'x", "''", "＝x", "502", "a'b"]
    column = Column(key="room", heading="房号")
    path = tmp_path / "a.csv"
    lines = ["房号,备注", *(f"{as_csv(column, text)},x" for text in texts)]
    path.write_text("\n".join(lines), "utf-8-sig")
    assert [row.cells[0] for row in read_table(path, ["room"]).rows()] == texts
