"""Workbooks as property companies keep them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl


def book_of(
    sheets: Mapping[str, Sequence[Sequence[Any]]], *, merged: Sequence[str] = ()
) -> openpyxl.Workbook:
    """Return a workbook of sheets of rows; `merged` names joined ranges of the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    return book
