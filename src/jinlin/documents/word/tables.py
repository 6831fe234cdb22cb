"""Tables in a Word document: ruled, headed on each sheet, their columns as wide as their texts."""

from __future__ import annotations

from itertools import repeat
from typing import Any

from jinlin.documents.columns import column_widths
from jinlin.documents.fitting import ROW_TO_WRITE_IN
from jinlin.documents.measures import MM_A_POINT, Laid
from jinlin.documents.page import Table
from jinlin.documents.word import styles as house
from jinlin.documents.word.grid import KEPT_TOGETHER, GridCell, GridLine, GridRow, add_grid


def add_table(document: Any, table: Table, laid: Laid) -> None:
    """Append a table to a document."""
    from docx.shared import Pt

    together = table.tall and len(table.rows) <= KEPT_TOGETHER
    height = Pt(ROW_TO_WRITE_IN) if table.tall else 0
    numeric = table.numeric or (False,) * len(table.headings)
    head = tuple(
        GridCell((GridLine(house.HEAD_CELL, text, keep=together and bool(table.rows)),))
        for text in table.headings
    )
    rows = [GridRow(head, heading=True)]
    for left, texts in zip(range(len(table.rows) - 1, -1, -1), table.rows, strict=True):
        lines = map(GridLine, repeat(house.CELL), texts, numeric, repeat(together and left > 0))
        rows.append(GridRow([GridCell((line,)) for line in lines], height))
    add_grid(document, column_widths(table, laid.width, laid.size.cell * MM_A_POINT), rows)
