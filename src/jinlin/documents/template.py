"""Tables to be filled in: a header, a row of notes, what is known, lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.core.text import STARTS_FORMULA, width
from jinlin.documents.xlsx import FONT, MADE, sheet_name
from jinlin.documents.xlsx_cells import safe_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FILLED_TO: Final = 5000
"""How many rows get lists to choose from."""
MAX_CHOICES: Final = 255
"""The characters a list to choose from may have in a workbook."""
_NARROWEST, _WIDEST = 10, 24
_ASKED: Final = 14
"""The characters a column to be filled in has room for, beside what is known."""
_TALL: Final = 22
"""The points a row has for a hand that writes."""
_UPRIGHT: Final = 75
"""The characters a row may have to be printed on a sheet of paper that stands upright."""
_HEAD: Final = 2
"""The rows above the data: the header and the notes."""
_NOTE_LINES: Final = 5


class Blank(NamedTuple):
    """A column to be filled in.

    Attributes:
        heading: what stands above it.
        note: how to fill it in; it begins with “required” or “optional” in the user's language,
            by which an import knows that the row of notes is no data.
        number: whether people write numbers into it; else all stays the text that was typed.
        choices: what may stand in it; empty for anything.
        given: whether it is filled in already.
    """

    heading: str
    note: str
    number: bool = False
    choices: tuple[str, ...] = ()
    given: bool = False


def write_template(
    target: BinaryIO,
    *,
    title: str,
    blanks: Sequence[Blank],
    rows: Sequence[Sequence[str | float]] = (),
    above: str = "",
) -> None:
    """Write a table to be filled in as a workbook; the same table gives the same bytes.

    Args:
        target: a file open for writing bytes.
        title: what the sheet's tab says.
        blanks: the columns in their order.
        rows: what is known, in the order of the columns; they are ruled, to be written on too.
        above: what is printed above each page of what is known.
    """
    from xlsxwriter.workbook import Workbook

    with Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"title": safe_text(title), "created": MADE})
        sheet = book.add_worksheet(sheet_name(title))
        _fill(book, sheet, blanks)
        if rows:
            _write_known(book, sheet, blanks, rows)
            sheet.set_header("&C" + safe_text(above).replace("&", "&&"))
            sheet.set_footer("&C&P / &N")


def _write_known(
    book: Workbook,
    sheet: Worksheet,
    blanks: Sequence[Blank],
    rows: Sequence[Sequence[str | float]],
) -> None:
    """Write what is known, grey, and beside it cells with room for a pen."""
    common = {"font_name": FONT, "font_size": 11, "valign": "vcenter", "border": 1}
    styles = [
        {
            **common,
            "num_format": ("#,##0.00" if blank.given else "General") if blank.number else "@",
            "text_wrap": True,
            "border_color": "#999999",
        }
        for blank in blanks
    ]
    empty = [book.add_format(style) for style in styles]
    known = [
        book.add_format({**style, "bg_color": "#F2F2F2"} if blank.given else style)
        for blank, style in zip(blanks, styles, strict=True)
    ]
    for place, row in enumerate(rows, _HEAD):
        sheet.set_row(place, _TALL)
        for column, value in enumerate(row):
            style = (known if row[0] else empty)[column]
            if isinstance(value, str):
                sheet.write_string(place, column, safe_text(value), style)
            else:
                sheet.write_number(place, column, value, style)
    taken = [
        max(width(str(text)) for text in (blank.heading, *(row[column] for row in rows)))
        if blank.given
        else _ASKED
        for column, blank in enumerate(blanks)
    ]
    for column, letters in enumerate(taken):
        sheet.set_column(column, column, min(_WIDEST + _ASKED, letters + 2))
    if sum(taken) <= _UPRIGHT:
        sheet.set_portrait()
    sheet.freeze_panes(_HEAD, 1)
    sheet.print_area(0, 0, len(rows) + _HEAD - 1, len(blanks) - 1)


def _fill(book: Workbook, sheet: Worksheet, blanks: Sequence[Blank]) -> None:
    common = {"font_name": FONT, "font_size": 11, "valign": "top"}
    bold = {**common, "bold": True, "bottom": 1, "bg_color": "#E8EEF4"}
    head, quoted_head = book.add_format(bold), book.add_format({**bold, "quote_prefix": True})
    note = book.add_format(
        {
            **common,
            "font_size": 9,
            "font_color": "#666666",
            "text_wrap": True,
            "num_format": "@",
            "bottom": 1,
            "bg_color": "#F7F7F2",
        }
    )
    text: Format = book.add_format({**common, "num_format": "@"})
    number: Format = book.add_format(common)
    lines = 1
    for place, blank in enumerate(blanks):
        columns = max(_NARROWEST, min(_WIDEST, max(width(blank.heading), width(blank.note) // 2)))
        sheet.set_column(place, place, columns + 2, number if blank.number else text)
        quoted = safe_text(blank.heading).startswith(STARTS_FORMULA)
        sheet.write_string(0, place, safe_text(blank.heading), quoted_head if quoted else head)
        sheet.write_string(1, place, safe_text(blank.note), note)
        lines = max(lines, -(-width(blank.note) // columns) + 1)
        if blank.choices and len(",".join(blank.choices)) <= MAX_CHOICES:
            sheet.data_validation(2, place, FILLED_TO, place, _one_of(blank))
    sheet.set_row(1, 13 * min(lines, _NOTE_LINES + 1))
    sheet.freeze_panes(2, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _one_of(blank: Blank) -> dict[str, Any]:
    """Return the list to choose from; another word is warned of and not forbidden."""
    return {
        "validate": "list",
        "source": list(blank.choices),
        "error_type": "warning",
        "error_title": safe_text(blank.heading)[:32],
        "error_message": _("Choose one from the list, if it is there."),
    }
