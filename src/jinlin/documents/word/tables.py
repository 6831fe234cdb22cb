"""Tables in a Word document: ruled, headed on each sheet, their columns as wide as their texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from jinlin.documents.columns import column_widths
from jinlin.documents.fitting import ROW_TO_WRITE_IN
from jinlin.documents.measures import MM_A_POINT, Laid
from jinlin.documents.page import Table
from jinlin.documents.word import styles as house
from jinlin.documents.xmltext import xml_text

_KEPT_TOGETHER: Final = 4
"""So few rows to write in, or of a boxed form, are not torn apart by the end of a sheet."""


def add_table(document: Any, table: Table, laid: Laid) -> None:
    """Append a table to a document."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Pt

    numeric = table.numeric or (False,) * len(table.headings)
    made = new_table(document, len(table.headings))
    _write_row(made.rows[0], table.headings, house.HEAD_CELL)
    _on_each_sheet(made.rows[0])
    for texts in table.rows:
        row = made.add_row()
        _write_row(row, texts, house.CELL, numeric)
        if table.tall:
            row.height, row.height_rule = Pt(ROW_TO_WRITE_IN), WD_ROW_HEIGHT_RULE.AT_LEAST
    if table.tall:
        keep_few_together(made, besides=1)
    set_widths(made, column_widths(table, laid.width, laid.size.cell * MM_A_POINT))


def new_table(document: Any, columns: int) -> Any:
    """Append a table of one empty row, ruled, as wide as its columns will say."""
    from docx.enum.table import WD_TABLE_ALIGNMENT

    made = document.add_table(rows=1, cols=columns)
    _rule(made)
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    return made


def keep_whole(row: Any) -> None:
    """Keep a row from being torn apart by the end of a sheet."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def keep_few_together(made: Any, *, besides: int = 0) -> None:
    """Keep the rows of a table on one sheet where they are few.

    Args:
        made: the table.
        besides: so many rows, its headings, do not count.
    """
    rows = list(made.rows)
    if len(rows) - besides > _KEPT_TOGETHER:
        return
    for line in (line for row in rows[:-1] for cell in row.cells for line in cell.paragraphs):
        line.paragraph_format.keep_with_next = True


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

    keep_whole(row)
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


def set_widths(made: Any, widths: Sequence[float]) -> None:
    """Set how wide the columns of a table are, in millimetres."""
    from docx.shared import Mm

    for column, wide in zip(made.columns, widths, strict=True):
        column.width = Mm(wide)  # LibreOffice reads this, Word the cells
        for cell in column.cells:
            cell.width = column.width
