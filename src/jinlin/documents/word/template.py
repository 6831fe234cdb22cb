"""A branch's own Word document as the frame of what we write.

It is edited in Word or WPS like any other: fonts, margins, a line above or below. Names between
`{{` and `}}` are filled in: 题上, 标题, 题下, what the page calls its own, and, in a paragraph of
its own, 正文: all the blocks. Word cuts a paragraph into pieces wherever it was edited, so a
paragraph with a name is filled as a whole, in the look of its first piece.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from jinlin.core.errors import FileError
from jinlin.core.files.reading import read_file
from jinlin.core.i18n import _
from jinlin.documents.measures import STEPS, Laid
from jinlin.documents.page import Form, Page
from jinlin.documents.word import styles as house
from jinlin.documents.xmltext import xml_text

if TYPE_CHECKING:
    from docx.document import Document

ABOVE, TITLE, BELOW, BODY = "题上", "标题", "题下", "正文"
MAX_SIZE: Final = 10 * 2**20
"""A template is a page or two and perhaps a picture."""
MAX_UNPACKED: Final = 60 * 2**20
"""What a template may unpack to."""
MAX_NAMES: Final = 500
MAX_BODIES: Final = 5
MAX_PARAGRAPHS: Final = 2000
"""More names and paragraphs no template of a page or two has; all are looked at for each page."""
_NAME: Final = re.compile(r"\{\{\s*([^{}\s](?:[^{}]*[^{}\s])?)\s*\}\}")

Writer = Callable[[Any, Laid], None]


def write_template(target: BinaryIO, form: Form) -> None:
    """Write the house's own look as a document to be edited."""
    import docx

    document = docx.Document()
    size = STEPS[form][0]
    house.styled(document, form, size)
    house.set_paper(document.sections[0], Laid(Page("", (), form=form), size))
    for name, style in (
        (ABOVE, house.ABOVE), (TITLE, house.TITLE), (BELOW, house.BELOW), (BODY, house.BODY),
    ):  # fmt: skip
        document.add_paragraph(f"{{{{{name}}}}}", style)
    document.core_properties.author = document.core_properties.comments = ""
    document.save(target)


def opened(path: Path, form: Form) -> Document:
    """Return a branch's template, with the house's styles where it has none of that name.

    Raises:
        FileError: it cannot be read, or has no place for the text.
    """
    import docx

    hint = _("Save it as .docx, or take it away to use the usual look.")
    content = read_file(path, MAX_SIZE)
    try:
        large = _unpacked(content) > MAX_UNPACKED
        document = None if large else docx.Document(io.BytesIO(content))
    except Exception as error:
        raise FileError(
            _("The template {path} cannot be read.").format(path=path),
            hint=hint,
            detail=f"{type(error).__name__}: {error}",
        ) from error
    if document is None or _is_crowded(document):
        raise FileError(
            _("There is more in the template {path} than in any paper of a page or two.").format(
                path=path
            ),
            hint=hint,
        )
    if not any(_names(paragraph) == [BODY] for paragraph in _paragraphs(document.element.body)):
        raise FileError(
            _("The template {path} has no place for the text.").format(path=path),
            hint=_("Write {{{{{name}}}}} in a paragraph of its own.").format(name=BODY),
        )
    house.styled(document, form, STEPS[form][0], keep=True)
    return document


def _unpacked(content: bytes) -> int:
    """Return to how many bytes a document unpacks, as it says itself; nobody reads more."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(member.file_size for member in archive.infolist())


def _is_crowded(document: Document) -> bool:
    """Return whether a template holds more paragraphs, names or places for the text than any."""
    paragraphs = list(islice(_paragraphs(document.element.body), MAX_PARAGRAPHS + 1))
    return (
        len(paragraphs) > MAX_PARAGRAPHS
        or sum(_plain(paragraph).count("{{") for paragraph in paragraphs) > MAX_NAMES
        or sum(_names(paragraph) == [BODY] for paragraph in paragraphs) > MAX_BODIES
    )


def fill(document: Document, pages: Sequence[Laid], write: Writer) -> set[str]:
    """Fill a template, once for each page.

    Args:
        document: the template; it becomes the document.
        pages: the pages.
        write: appends the blocks of a page at the end of a document.

    Returns:
        The names in the template that no page knows; they are left blank.
    """
    body = document.element.body
    frame = [element for element in body if not element.tag.endswith("}sectPr")]
    for element in frame:
        body.remove(element)
    unknown: set[str] = set()
    for number, laid in enumerate(pages):
        own = [deepcopy(element) for element in frame]
        for element in own:
            body.insert(len(body) - 1, element)
        if number:
            _begin_sheet(own[0])
        for paragraph in [found for element in own for found in _paragraphs(element)]:
            if _names(paragraph) == [BODY] and _plain(paragraph).strip().startswith("{{"):
                _put(document, laid, paragraph, write)
            else:
                unknown |= _fill_names(paragraph, laid.page)
    for section in document.sections:
        for part in (section.header, section.footer):
            for paragraph in _paragraphs(part._element):  # noqa: SLF001  (python-docx has no other way)
                unknown |= _fill_names(paragraph, pages[0].page)
    return unknown


def _put(document: Document, laid: Laid, place: Any, write: Writer) -> None:
    """Write a page's blocks where the template says 正文."""
    body = document.element.body
    there = len(body)
    write(document, laid)
    for element in list(body)[there - 1 : -1]:
        place.addprevious(element)
    place.getparent().remove(place)


def _fill_names(paragraph: Any, page: Page) -> set[str]:
    """Put values in the places of names; a paragraph of the text left empty by it goes.

    One in a cell, a header or a box stays: it may be the only one there, and Word wants one.
    """
    from docx.oxml.ns import qn

    names = _names(paragraph)
    if not names:
        return set()
    values = {
        ABOVE: "\n".join(page.above),
        TITLE: page.title,
        BELOW: "\n".join(page.below),
        **page.fields,
    }
    text = _NAME.sub(lambda match: values.get(match[1], ""), _plain(paragraph))
    first, *rest = paragraph.iter(qn("w:t"))
    first.text = ""
    for piece in rest:
        piece.text = ""
    for number, line in enumerate(text.split("\n")):
        if number:
            first.getparent().append(first.makeelement(qn("w:br"), {}))
        said = first if not number else first.makeelement(qn("w:t"), {})
        said.text = xml_text(line)
        said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if number:
            first.getparent().append(said)
    if not text.strip() and paragraph.getparent().tag.endswith("}body"):
        paragraph.getparent().remove(paragraph)
    return {name for name in names if name not in values}


def _begin_sheet(element: Any) -> None:
    """Begin a new sheet of paper before the first paragraph of a repeated frame."""
    paragraph = next(_paragraphs(element), None)
    if paragraph is not None:
        paragraph.get_or_add_pPr().get_or_add_pageBreakBefore()


def _paragraphs(element: Any) -> Iterator[Any]:
    from docx.oxml.ns import qn

    yield from element.iter(qn("w:p"))


def _plain(paragraph: Any) -> str:
    from docx.oxml.ns import qn

    return "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))


def _names(paragraph: Any) -> list[str]:
    return _NAME.findall(_plain(paragraph))
