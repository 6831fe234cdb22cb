"""Pages as a Word document that Word and WPS open and people go on writing in."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from jinlin.core.i18n import _
from jinlin.core.text import width
from jinlin.documents import docx_styles as house
from jinlin.documents.docx_tables import add_table, text_width
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
            add_table(document, block, page)
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
        add_table(document, chart.table, page)
        return
    paragraph = document.add_paragraph(style=house.ABOVE)
    paragraph.paragraph_format.line_spacing = 1.0
    inline = paragraph.add_run().add_picture(BytesIO(drawing), width=Mm(text_width(page)))._inline  # noqa: SLF001
    inline.docPr.set("descr", xml_text(chart.alt))
