"""Forms as people treat them: filled in, copied, their headers renamed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import openpyxl
from harness import Jinlin


def rows_of(jinlin: Jinlin, name: str) -> list[dict[str, Any]]:
    """Return what stands on a form below its notes, by heading."""
    sheet = openpyxl.load_workbook(jinlin.folder / name).worksheets[0]
    headings, _notes, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def choices_of(jinlin: Jinlin, name: str) -> dict[str, list[str]]:
    """Return what may be chosen in which column."""
    sheet = openpyxl.load_workbook(jinlin.folder / name).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    return {
        str(headings[area.min_col - 1]): rule.formula1.strip('"').split(",")
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
    }


def fill(
    jinlin: Jinlin,
    name: str,
    cells: Mapping[str, Mapping[str, Any]],
    *,
    renamed: Mapping[str, str] | None = None,
    added: list[Mapping[str, Any]] | None = None,
) -> None:
    """Fill in cells by what the first column says, and the heading; last a header is renamed."""
    book = openpyxl.load_workbook(jinlin.folder / name)
    sheet = book.worksheets[0]
    places = {cell.value: cell.column for cell in sheet[1]}
    found = {str(row[0].value): row[0].row for row in sheet.iter_rows(min_row=3)}
    for key, values in cells.items():
        for heading, value in values.items():
            sheet.cell(found[key], places[heading], value)
    for values in added or []:
        below = sheet.max_row + 1
        for heading, value in values.items():
            sheet.cell(below, places[heading], value)
    for cell in sheet[1]:
        cell.value = (renamed or {}).get(str(cell.value), cell.value)
    book.save(jinlin.folder / name)
