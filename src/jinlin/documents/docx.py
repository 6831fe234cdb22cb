"""Pages as a Word document that Word and WPS open and people go on writing in."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from jinlin.core.i18n import _
from jinlin.core.text import holds_day, width
from jinlin.documents import docx_styles as house
from jinlin.documents.docx_template import fill, opened
from jinlin.documents.page import (
    Block,
    Chart,
    Closing,
    Cut,
    Field,
    Form,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
)
from jinlin.documents.xlsx import MADE
from jinlin.documents.xmltext import xml_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

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


def write_docx(
    target: BinaryIO, pages: Sequence[Page], *, template: Path | None = None
) -> set[str]:
    """Write pages as one document.

    Args:
        target: a file open for writing bytes.
        pages: the pages; each begins on a new sheet of paper.
        template: the branch's own document to fill (see `docx_template`); else the house's style.

    Returns:
        The names in the template that no page knows; they are left blank.

    Raises:
        FileError: the template cannot be read, or has no place for the text.
    """
    document = _new(pages[0]) if template is None else opened(template, pages[0].form)
    _remember_styles(document)
    unknown = fill(document, pages, _blocks) if template else set()
    if template is None:
        for number, page in enumerate(pages):
            if number:
                _begin_sheet(document, page)
            _add(document, page)
    properties = document.core_properties
    properties.title, properties.author = xml_text(pages[0].title)[:250], ""
    properties.comments, properties.created, properties.modified = "", MADE, MADE
    properties.last_modified_by = ""
    document.save(target)
    return unknown


def _remember_styles(document: Document) -> None:
    """Look each style up once: python-docx goes through all of them for every paragraph."""
    part: Any = document.part
    part.get_style_id = cache(part.get_style_id)


def _new(page: Page) -> Document:
    import docx

    document = docx.Document()
    house.styled(document, page.form)
    _set_section(document.sections[0], page)
    return document


def _begin_sheet(document: Document, page: Page) -> None:
    from docx.enum.section import WD_SECTION

    _set_section(document.add_section(WD_SECTION.NEW_PAGE), page)


def _set_section(section: Section, page: Page) -> None:
    house.set_paper(section, page.form, wide=page.wide)
    if page.form is not Form.SHEET and not section.footer.paragraphs[0].runs:
        _number_pages(section)


def _number_pages(section: Section) -> None:
    """Put `— 1 —` at the foot: 四号宋体 (GB/T 9704)."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.paragraph_format.first_line_indent = Pt(0)
    for text in ("— ", None, " —"):
        run = foot.add_run(text or "")
        run.font.size = Pt(14)
        house.set_fonts(run._element.get_or_add_rPr(), house.SONGTI)  # noqa: SLF001  (python-docx has no other way)
        if text is None:
            number = OxmlElement("w:fldSimple")
            number.set(qn("w:instr"), "PAGE")
            number.append(deepcopy(run._element))  # noqa: SLF001
            run._element.addnext(number)  # noqa: SLF001


def _add(document: Document, page: Page) -> None:
    for line in page.above:
        document.add_paragraph(xml_text(line), house.ABOVE)
    document.add_paragraph(xml_text(page.title), house.TITLE)
    for line in page.below:
        document.add_paragraph(xml_text(line), house.BELOW)
    _blocks(document, page)


def _blocks(document: Any, page: Page) -> None:
    """Append the blocks of a page to a document."""
    lead = ""
    for block, following in pairwise((*page.blocks, None)):
        if isinstance(block, Heading) and block.lead and isinstance(following, Paragraph):
            lead = block.lead
        elif block is not None:
            _block(document, block, lead, page)
            lead = ""


def _block(document: Any, block: Block, lead: str, page: Page) -> None:
    match block:
        case Heading(text=text, level=level):
            heading = document.add_paragraph(
                xml_text(block.lead or text), f"Heading {min(level, 3)}"
            )
            heading.paragraph_format.page_break_before = block.sheet or None
        case Paragraph():
            _paragraph(document, block, lead)
        case Field(label=label, text=text):
            _field(document, label, text, page.form)
        case Items():
            _items(document, block)
        case Table():
            _table(document, block, page)
        case Closing(texts=texts):
            for text in ("", *texts):
                document.add_paragraph(xml_text(text), house.CLOSING)
        case Cut(text=text):
            document.add_paragraph(f"- - - - - - {xml_text(text)} - - - - - -", house.CUT)
        case Chart():
            _chart(document, block, page)


def _paragraph(document: Any, block: Paragraph, lead: str) -> None:
    paragraph = document.add_paragraph(style=house.FLUSH if block.flush else house.BODY)
    if lead:
        paragraph.add_run(xml_text(lead), house.LABEL)
    paragraph.add_run(xml_text(block.text))


def _field(document: Any, label: str, text: str, form: Form) -> None:
    """Add a field; the lines below its first stand under the text, not under the label."""
    from docx.shared import Pt

    head = _("{label}: ").format(label=label)
    paragraph = document.add_paragraph(style=house.FIELD)
    paragraph.add_run(xml_text(head.rstrip()) + head[len(head.rstrip()) :], house.LABEL)
    for number, line in enumerate(text.split("\n")):
        if number:
            paragraph.add_run().add_break()
        paragraph.add_run(xml_text(line))
    hang = min(width(head), 16) / 2 * house.MEASURES[form].body
    paragraph.paragraph_format.left_indent = Pt(hang)
    paragraph.paragraph_format.first_line_indent = Pt(-hang)


def _items(document: Any, items: Items) -> None:
    for number, text in enumerate(items.texts, 1):
        mark = f"{number}. " if items.numbered else "— "
        document.add_paragraph(mark + xml_text(text), house.ITEM)


def _table(document: Any, table: Table, page: Page) -> None:
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

    whole = _text_width(page)
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


def _text_width(page: Page) -> float:
    """Return how wide the text is, in millimetres."""
    top, right, bottom, left = house.MEASURES[page.form].margins
    return 297 - top - bottom if page.wide else 210 - right - left


def undrawn(pages: Sequence[Page]) -> int:
    """Return how many charts of some pages are tables in Word, as no font here could draw them."""
    charts = sum(isinstance(block, Chart) for page in pages for block in page.blocks)
    if not charts:
        return 0
    from jinlin.documents.charts import chinese_font

    return 0 if chinese_font() else charts


def _chart(document: Any, chart: Chart, page: Page) -> None:
    """Add the drawing; where this machine has no Chinese font, the figures it would show."""
    from docx.shared import Mm

    from jinlin.documents.charts import png_of

    drawing = png_of(chart)
    if drawing is None:
        document.add_paragraph(xml_text(chart.title), house.ABOVE)
        _table(document, chart.table, page)
        return
    paragraph = document.add_paragraph(style=house.ABOVE)
    paragraph.paragraph_format.line_spacing = 1.0
    inline = paragraph.add_run().add_picture(BytesIO(drawing), width=Mm(_text_width(page)))._inline  # noqa: SLF001
    inline.docPr.set("descr", xml_text(chart.alt))
