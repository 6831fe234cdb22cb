"""The foot of a sheet in a Word document: which sheet of how many, and a code in small letters."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from jinlin.core.i18n import _
from jinlin.documents.measures import Laid
from jinlin.documents.page import Form
from jinlin.documents.word import styles as house
from jinlin.documents.xmltext import xml_text

if TYPE_CHECKING:
    from docx.section import Section

_SIZE: Final = {Form.OFFICIAL: 14.0, Form.SHEET: 10.5, Form.DENSE: 10.5}
"""How large a page's number is: 四号 on what is official (GB/T 9704), else 五号; points."""


def add_foot(section: Section, laid: Laid) -> None:
    """Put the page's number and its code at the foot of a section's sheets."""
    page = laid.page
    section.footer.is_linked_to_previous = False
    foot = section.footer.paragraphs[0]
    if not page.one_sheet:
        _number(foot, page.form)
        foot = section.footer.add_paragraph() if page.code else foot
    if page.code:
        foot.style = house.SMALL
        foot.add_run(xml_text(page.code))


def _number(foot: Any, form: Form) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.paragraph_format.first_line_indent = Pt(0)
    for text, field in _said(form):
        run = foot.add_run(text)
        run.font.size = Pt(_SIZE[form])
        house.set_fonts(run._element.get_or_add_rPr(), house.SONGTI)  # noqa: SLF001  (python-docx has no other way)
        if field:
            number = OxmlElement("w:fldSimple")
            number.set(qn("w:instr"), field)
            number.append(deepcopy(run._element))  # noqa: SLF001
            run._element.addnext(number)  # noqa: SLF001
            run._element.getparent().remove(run._element)  # noqa: SLF001


def _said(form: Form) -> Iterator[tuple[str, str]]:
    """Yield the texts of a page's number, each with the field that Word puts in its place."""
    if form is Form.OFFICIAL:
        yield from (("— ", ""), ("1", "PAGE"), (" —", ""))
        return
    before, between, after = (
        _("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    )
    yield from ((before, ""), ("1", "PAGE"), (between, ""), ("1", "NUMPAGES"), (after, ""))
