"""Boxed forms in a Word document: labels in the middle, room to write, seals at the foot."""

from __future__ import annotations

from typing import Any

from jinlin.documents.box import Box, BoxCell, BoxRow
from jinlin.documents.columns import shared
from jinlin.documents.measures import Laid
from jinlin.documents.word import styles as house
from jinlin.documents.word.tables import keep_few_together, keep_whole, new_table, set_widths
from jinlin.documents.xmltext import xml_text


def add_box(document: Any, box: Box, laid: Laid) -> None:
    """Append a boxed form to a document."""
    made = new_table(document, len(box.widths))
    _let_in_air(made, laid.size.air)
    for _more in box.rows[1:]:
        made.add_row()
    set_widths(made, shared(box.widths, laid.width))
    for place, row in enumerate(box.rows):
        _fill_row(made.rows[place], row)
    keep_few_together(made)


def _let_in_air(made: Any, air: float) -> None:
    """Keep the texts of all cells off the lines above and below them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    margins = OxmlElement("w:tblCellMar")
    for edge in ("top", "bottom"):
        margin = OxmlElement(f"w:{edge}")
        margin.set(qn("w:w"), str(round(Mm(air).twips)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    made._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption")  # noqa: SLF001


def _fill_row(made: Any, row: BoxRow) -> None:
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    keep_whole(made)
    if row.height:
        made.height, made.height_rule = Mm(row.height), WD_ROW_HEIGHT_RULE.AT_LEAST
    place, cells = 0, list(made.cells)
    for cell in row.cells:
        whole = cells[place].merge(cells[place + cell.span - 1]) if cell.span > 1 else cells[place]
        _fill_cell(whole, cell)
        place += cell.span


def _fill_cell(made: Any, cell: BoxCell) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as AT

    made.vertical_alignment = AT.BOTTOM if cell.foot and not cell.text else AT.CENTER
    first, style = made.paragraphs[0], house.BOX_LABEL if cell.label else house.CELL
    first.style = style
    lines = cell.text.split("\n") if cell.text or not cell.foot else []
    for number, line in enumerate(lines):
        paragraph = made.add_paragraph(style=style) if number else first
        paragraph.add_run(xml_text(line))
    for number, line in enumerate(cell.foot.split("\n") if cell.foot else ()):
        paragraph = made.add_paragraph() if number or lines else first
        paragraph.style = house.BOX_FOOT
        paragraph.add_run(xml_text(line))
