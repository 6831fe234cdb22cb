"""Pages as a Word document that Word and WPS open and people go on writing in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from jinlin.core.i18n import _
from jinlin.core.text import width
from jinlin.documents.box import Box
from jinlin.documents.fitting import TABLES_APART, columns_of, fitted
from jinlin.documents.measures import STEPS, Laid
from jinlin.documents.page import (
    BLANK,
    Attachments,
    Block,
    Chart,
    Closing,
    Cut,
    Field,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
    attached,
    led,
)
from jinlin.documents.titles import title_lines
from jinlin.documents.word import styles as house
from jinlin.documents.word.boxes import add_box
from jinlin.documents.word.charts import add_chart
from jinlin.documents.word.foot import add_foot
from jinlin.documents.word.tables import add_table
from jinlin.documents.word.template import fill, opened
from jinlin.documents.xlsx import MADE
from jinlin.documents.xmltext import xml_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section


_SHORT_LABEL: Final = 10
"""So long a label leaves room for a text beside it; columns of a screen."""
_HANG: Final = 4
"""So far the lines below the first of a field stand in where its label is longer; such columns."""
_TITLE_SPARE: Final = 2
"""So many columns of a title's line are left, as fonts differ in how wide their figures are."""


def write_docx(
    target: BinaryIO, pages: Sequence[Page], *, template: Path | None = None
) -> set[str]:
    """Write pages as one document.

    Args:
        target: a file open for writing bytes.
        pages: the pages; each begins on a new sheet of paper.
        template: the branch's own document to fill (see `template`); else the house's style.

    Returns:
        The names in the template that no page knows; they are left blank.

    Raises:
        FileError: the template cannot be read, or has no place for the text.
    """
    size = fitted(pages) if template is None else STEPS[pages[0].form][0]
    sheets = [Laid(page, size) for page in pages]
    document = _new(sheets[0]) if template is None else opened(template, pages[0].form)
    _remember_styles(document)
    unknown = fill(document, sheets, _blocks) if template else set()
    if template is None:
        for number, laid in enumerate(sheets):
            if number:
                _begin_sheet(document, laid)
            _add(document, laid)
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


def _new(laid: Laid) -> Document:
    import docx

    document = docx.Document()
    house.styled(document, laid.page.form, laid.size)
    _set_section(document.sections[0], laid)
    return document


def _begin_sheet(document: Document, laid: Laid) -> None:
    from docx.enum.section import WD_SECTION
    from docx.text.paragraph import Paragraph as Line

    section = document.add_section(WD_SECTION.NEW_PAGE)
    _shrink(Line(document.element.body[-2], document))  # it only ends the section before
    _set_section(section, laid)


def _shrink(paragraph: Any, points: float = 1) -> None:
    """Make a paragraph that says nothing so small that it takes no sheet of its own."""
    from docx.shared import Pt

    paragraph.paragraph_format.line_spacing = Pt(points)
    paragraph.paragraph_format.space_before = Pt(0)


def _set_section(section: Section, laid: Laid) -> None:
    house.set_paper(section, laid)
    add_foot(section, laid)


def _add(document: Document, laid: Laid) -> None:
    page = laid.page
    for line in page.above:
        document.add_paragraph(xml_text(line), house.ABOVE)
    columns = columns_of(laid.width, laid.size.title) - _TITLE_SPARE
    document.add_paragraph("\n".join(title_lines(xml_text(page.title), columns)), house.TITLE)
    for line in page.below:
        document.add_paragraph(xml_text(line), house.BELOW)
    _blocks(document, laid)


def _blocks(document: Any, laid: Laid) -> None:
    """Append the blocks of a page to a document."""
    before: Block | None = None
    earlier: Block | None = None
    for block, lead in led(laid.page.blocks):
        announced = isinstance(before, Paragraph) and isinstance(block, Table | Box)
        ending = before is not None and isinstance(block, Attachments | Closing)
        if announced or ending:
            _hold_to_next(document)
            if ending and isinstance(before, Paragraph) and isinstance(earlier, Table | Box):
                _hold_to_next(document, back=3)
        if isinstance(before, Table | Box) and isinstance(block, Table | Box):
            _shrink(document.add_paragraph(), TABLES_APART)  # else Word makes one table of two
        _block(document, block, lead, laid)
        earlier, before = before, block
    if isinstance(before, Table | Box):
        _shrink(document.add_paragraph())  # Word wants one below a table


def _hold_to_next(document: Any, back: int = 2) -> None:
    """Keep the last lines so far on one sheet with what comes next.

    Args:
        document: what is written so far.
        back: which element counted from the end; the last is the section's.
    """
    from docx.table import Table as Made
    from docx.text.paragraph import Paragraph as Line

    last = document.element.body[-back]
    if last.tag.endswith("}tbl"):
        rows = list(Made(last, document).rows)[-2:]
        lines = [line for row in rows for cell in row.cells for line in cell.paragraphs]
    else:
        lines = [Line(last, document)]
    for line in lines:
        line.paragraph_format.keep_with_next = True


def _block(document: Any, block: Block, lead: str, laid: Laid) -> None:  # noqa: C901  (one case a block)
    match block:
        case Heading(text=text, level=level):
            line = document.add_paragraph(xml_text(block.lead or text), f"Heading {min(level, 3)}")
            line.paragraph_format.keep_with_next = True  # whatever a template says of the style
        case Paragraph():
            _paragraph(document, block, lead)
        case Field(label=label, text=text):
            _field(document, label, text, laid)
        case Items():
            _items(document, block)
        case Table():
            add_table(document, block, laid)
        case Box():
            add_box(document, block, laid)
        case Attachments():
            _attachments(document, block, laid)
        case Closing():
            _closing(document, block, laid)
        case Cut(text=text):
            document.add_paragraph(f"- - - - - - {xml_text(text)} - - - - - -", house.CUT)
        case Chart():
            add_chart(document, block, laid)


def _attachments(document: Any, block: Attachments, laid: Laid) -> None:
    """Add what lies with a paper: the lines below the first stand under its text."""
    from docx.shared import Pt

    for number, line in enumerate(attached(block)):
        paragraph = document.add_paragraph(xml_text(line), house.ITEM)
        if number:
            paragraph.paragraph_format.left_indent = Pt(3 * laid.size.body)
        paragraph.paragraph_format.keep_with_next = True


def _closing(document: Any, block: Closing, laid: Laid) -> None:
    from docx.shared import Pt

    lines = [
        document.add_paragraph(xml_text(text), house.FLUSH if block.left else house.CLOSING)
        for text in block.texts
    ]
    if lines and not block.left:
        lines[0].paragraph_format.space_before = Pt(laid.size.line * laid.size.gap)
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _paragraph(document: Any, block: Paragraph, lead: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.add_paragraph(style=house.FLUSH if block.flush else house.BODY)
    if lead:
        paragraph.add_run(_label(lead), house.LABEL)
    paragraph.add_run(xml_text(block.text))
    if BLANK in block.text:  # which stays whole: the line before it would be stretched
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _label(text: str) -> str:
    """Return a text that others follow on its line, with the blank at its end."""
    kept = text.rstrip()
    return xml_text(kept) + text[len(kept) :]


def _field(document: Any, label: str, text: str, laid: Laid) -> None:
    """Add a field; the lines below its first stand under the text where its label is short."""
    from docx.shared import Pt

    head = _("{label}: ").format(label=label)
    paragraph = document.add_paragraph(style=house.FIELD)
    paragraph.add_run(_label(head), house.LABEL)
    for number, line in enumerate(text.split("\n")):
        if number:
            paragraph.add_run().add_break()
        paragraph.add_run(xml_text(line))
    columns = width(head) if width(head) <= _SHORT_LABEL else _HANG
    hang = columns / 2 * laid.size.body
    paragraph.paragraph_format.left_indent = Pt(hang)
    paragraph.paragraph_format.first_line_indent = Pt(-hang)


def _items(document: Any, items: Items) -> None:
    for number, text in enumerate(items.texts, 1):
        mark = f"{number}. " if items.numbered else "— "
        document.add_paragraph(mark + xml_text(text), house.ITEM)
