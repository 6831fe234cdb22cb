"""An empty table: a header, notes, lists to choose from, and text that stays what was typed."""

from __future__ import annotations

import io

import openpyxl

from jinlin.documents.template import MAX_CHOICES, Blank, write_template


def written(*blanks: Blank) -> bytes:
    file = io.BytesIO()
    write_template(file, title="名册：[2026]", blanks=blanks)
    return file.getvalue()


def test_text_stays_text_and_numbers_add_up() -> None:
    content = written(
        Blank("=1+1", "required: =2"), Blank("面积", "optional", number=True),
        Blank("状态", "optional", choices=("自住", "出租")),
    )  # fmt: skip
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert [cell.data_type for row in sheet.iter_rows() for cell in row] == ["s"] * 6
    assert sheet["A1"].value == "=1+1"
    [list_] = sheet.data_validations.dataValidation
    assert (str(list_.formula1), str(list_.sqref)) == ('"自住,出租"', "C3:C5001")
    assert sheet.freeze_panes == "A3"
    assert content == written(
        Blank("=1+1", "required: =2"), Blank("面积", "optional", number=True),
        Blank("状态", "optional", choices=("自住", "出租")),
    )  # fmt: skip


def test_a_list_too_long_for_a_workbook_is_left_away() -> None:
    long = tuple(f"选项{n:03d}" for n in range(MAX_CHOICES // 5))
    sheet = openpyxl.load_workbook(
        io.BytesIO(written(Blank("甲", "optional", choices=long)))
    ).active
    assert sheet is not None
    assert sheet.data_validations.dataValidation == []
