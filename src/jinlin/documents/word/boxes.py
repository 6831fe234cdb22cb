"""Boxed forms in a Word document: labels in the middle, room to write, seals at the foot."""

from __future__ import annotations

from typing import Any

from jinlin.documents.box import Box, BoxCell
from jinlin.documents.columns import shared
from jinlin.documents.measures import Laid
from jinlin.documents.word import styles as house
from jinlin.documents.word.grid import KEPT_TOGETHER, GridCell, GridLine, GridRow, add_grid


def add_box(document: Any, box: Box, laid: Laid) -> None:
    """Append a boxed form to a document."""
    from docx.shared import Mm

    few = len(box.rows) <= KEPT_TOGETHER
    rows = [
        GridRow([_cell(cell, keep=few and left > 0) for cell in row.cells], Mm(row.height))
        for left, row in zip(range(len(box.rows) - 1, -1, -1), box.rows, strict=True)
    ]
    add_grid(document, shared(box.widths, laid.width), rows, air=laid.size.air)


def _cell(cell: BoxCell, *, keep: bool) -> GridCell:
    style = house.BOX_LABEL if cell.label else house.CELL
    lines = [GridLine(style, line, keep=keep) for line in cell.text.split("\n")]
    if not cell.foot:
        return GridCell(lines, cell.span)
    foot = [GridLine(house.BOX_FOOT, line, keep=keep) for line in cell.foot.split("\n")]
    return GridCell([*lines, *foot] if cell.text else foot, cell.span, foot=not cell.text)
