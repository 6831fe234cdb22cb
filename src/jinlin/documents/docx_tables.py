"""Tables in a Word document: ruled, headed on each sheet, their columns as wide as their texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from jinlin.core.text import holds_day, width
from jinlin.documents import docx_styles as house
from jinlin.documents.page import Page, Table
from jinlin.documents.xmltext import xml_text

_ROW_TO_WRITE_IN: Final = 30
"""The least height of a row that is filled in with a pen; points."""


_KEPT_TOGETHER: Final = 4
"""So few rows to write in are not torn apart by the end of a sheet."""


_NARROWEST, _WIDEST = 4, 40
"""Columns of a screen that a table's column is taken for, at least and at most."""


_DAY_WIDE: Final = 26.0
"""What 2026-12-01 takes in a cell with its margins; millimetres."""


_BESIDE: Final = 2
"""What the margins of a cell take, in such columns; else 楼栋 breaks beside a long text."""


def add_table(document: Any, table: Table, page: Page) -> None:
    """Append a table to a document."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
    from docx.shared import Pt

    numeric = table.numeric or (False,) * len(table.headings)
    made = document.add_table(rows=1, cols=len(table.headings))
    _rule(made)
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _write_row(made.rows[0], table.headings, house.HEAD_CELL)
    _on_each_sheet(made.rows[0])
    for texts in table.rows:
        row = made.add_row()
        _write_row(row, texts, house.CELL, numeric)
        if table.tall:
            row.height, row.height_rule = Pt(_ROW_TO_WRITE_IN), WD_ROW_HEIGHT_RULE.AT_LEAST
    if table.tall and len(table.rows) <= _KEPT_TOGETHER:
        _keep_together(made.rows)
    _set_widths(made, table, page)


def _keep_together(rows: Any) -> None:
    """Keep the few rows to write in on one sheet, under their heading."""
    for row in list(rows)[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _rule(made: Any) -> None:
    """Draw all lines of a table; a branch's template may lack the style that does it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = made._tbl.tblPr  # noqa: SLF001  (python-docx has no other way)
    properties.insert_element_before(
        borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption"
    )


def _write_row(row: Any, texts: Sequence[str], style: str, numeric: Sequence[bool] = ()) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run(xml_text(text))
        if numeric and numeric[place]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _on_each_sheet(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _set_widths(made: Any, table: Table, page: Page) -> None:
    """Share the text's width among the columns, by their longest text where none is told."""
    from docx.shared import Mm

    whole = text_width(page)
    shares = table.widths or tuple(
        min(_WIDEST, max(_NARROWEST, *map(width, cells))) + _BESIDE
        for cells in zip(table.headings, *table.rows, strict=True)
    )
    days = [any(map(holds_day, cells)) for cells in zip(*table.rows, strict=True)] or [False] * len(
        shares
    )
    for column, wide in zip(made.columns, _widths(whole, shares, days), strict=True):
        column.width = Mm(wide)  # LibreOffice reads this, Word the cells
        for cell in column.cells:
            cell.width = column.width


def _widths(whole: float, shares: Sequence[int], days: Sequence[bool]) -> list[float]:
    """Return the widths of columns in millimetres; in one with days a date stays whole."""
    narrow = {
        place
        for place, day in enumerate(days)
        if day and whole * shares[place] / sum(shares) < _DAY_WIDE
    }
    rest = sum(share for place, share in enumerate(shares) if place not in narrow)
    left = whole - _DAY_WIDE * len(narrow)
    if not rest or left <= 0:
        return [whole * share / sum(shares) for share in shares]
    return [
        _DAY_WIDE if place in narrow else left * share / rest for place, share in enumerate(shares)
    ]


def text_width(page: Page) -> float:
    """Return how wide the text is, in millimetres."""
    top, right, bottom, left = house.MEASURES[page.form].margins
    return 297 - top - bottom if page.wide else 210 - right - left
