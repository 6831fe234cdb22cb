"""The XML of a ruled table in a Word document, written as a text and read once.

python-docx looks a cell up anew for everything that is said of it: 500 rows of 10 columns took it
nine seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, Final, NamedTuple

from jinlin.documents.xmltext import xml_text

KEPT_TOGETHER: Final = 4
"""So few rows to write in, or of a boxed form, are not torn apart by the end of a sheet."""
_BREAK: Final = re.compile(r"(\t|\r|\n)")
_BREAKS: Final = {"\t": "<w:tab/>", "\r": "<w:br/>", "\n": "<w:br/>"}
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_LOOK: Final = (
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0"'
    ' w:noHBand="0" w:noVBand="1" w:val="04A0"/>'
)


class GridLine(NamedTuple):
    """A paragraph in a cell.

    Attributes:
        style: the name of its style.
        text: what it says.
        right: it stands to the right.
        keep: it stays on one sheet with the row below.
    """

    style: str
    text: str
    right: bool = False
    keep: bool = False


class GridCell(NamedTuple):
    """A cell.

    Attributes:
        lines: its paragraphs, at least one.
        span: how many columns it takes.
        foot: its text stands at its foot, not in its middle.
    """

    lines: Sequence[GridLine]
    span: int = 1
    foot: bool = False


class GridRow(NamedTuple):
    """A row, never torn apart by the end of a sheet.

    Attributes:
        height: how high it is at least; a length of python-docx, or 0.
        heading: it stands at the top of each sheet.
    """

    cells: Sequence[GridCell]
    height: int = 0
    heading: bool = False


def add_grid(
    document: Any, widths: Sequence[float], rows: Sequence[GridRow], *, air: float | None = None
) -> None:
    """Append a table to a document, with all its lines drawn.

    Args:
        document: the document.
        widths: how wide the columns are; millimetres.
        rows: each fills all columns.
        air: how far texts are kept off the lines above and below them; millimetres, or as the
            document's own tables have it.
    """
    from docx.oxml import parse_xml
    from docx.shared import Length, Mm

    twips = [Mm(wide).twips for wide in widths]
    written = _Written(document, twips, Length)
    columns = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in twips)
    table = parse_xml(
        "".join((
            _opening(None if air is None else Mm(air).twips), f"<w:tblGrid>{columns}</w:tblGrid>",
            *(part for row in rows for part in written.row(row)), "</w:tbl>",
        ))
    )  # fmt: skip
    document.element.body.insert_element_before(table, "w:sectPr")


def _opening(air: int | None) -> str:
    """Return how a table begins; a branch's template may lack the style that draws its lines."""
    from docx.oxml.ns import nsdecls

    rules = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES
    )
    margins = (
        ""
        if air is None
        else f'<w:tblCellMar><w:top w:w="{air}" w:type="dxa"/><w:bottom w:w="{air}" w:type="dxa"/>'
        "</w:tblCellMar>"
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:type="auto" w:w="0"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/>{margins}{_LOOK}'
        "</w:tblPr>"
    )  # fmt: skip


class _Written:
    """The rows of one table as XML.

    Args:
        document: knows the styles.
        widths: of the columns; twentieths of a point.
        length: python-docx's lengths.
    """

    def __init__(self, document: Any, widths: Sequence[int], length: Any) -> None:
        self._document = document
        self._widths = widths
        self._length = length
        self._styles: dict[str, str] = {}

    def row(self, row: GridRow) -> Iterator[str]:
        """Yield a row, piece by piece."""
        yield "<w:tr><w:trPr><w:cantSplit/>"
        if row.height:
            yield f'<w:trHeight w:val="{self._length(row.height).twips}" w:hRule="atLeast"/>'
        yield "<w:tblHeader/></w:trPr>" if row.heading else "</w:trPr>"
        place = 0
        for cell in row.cells:
            wide = sum(self._widths[place : place + cell.span])
            place += cell.span
            span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
            at = "bottom" if cell.foot else "center"
            yield (
                f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{wide}"/>{span}<w:vAlign w:val="{at}"/>'
                "</w:tcPr>"
            )
            for line in cell.lines:
                yield self._line(line)
            yield "</w:tc>"
        yield "</w:tr>"

    def _line(self, line: GridLine) -> str:
        keep = "<w:keepNext/>" if line.keep else ""
        right = '<w:jc w:val="right"/>' if line.right else ""
        run = _run(xml_text(line.text))
        return f"<w:p><w:pPr>{self._style(line.style)}{keep}{right}</w:pPr>{run}</w:p>"

    def _style(self, name: str) -> str:
        from docx.enum.style import WD_STYLE_TYPE

        if name not in self._styles:
            known = self._document.part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
            self._styles[name] = f'<w:pStyle w:val="{escape(known)}"/>' if known else ""
        return self._styles[name]


def _run(text: str) -> str:
    if not text:
        return "<w:r/>"
    return f"<w:r>{''.join(map(_piece, _BREAK.split(text)))}</w:r>"


def _piece(text: str) -> str:
    if text in _BREAKS:
        return _BREAKS[text]
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:t{space}>{escape(text, quote=False)}</w:t>" if text else ""
