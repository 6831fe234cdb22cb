"""Workbooks: tables as Excel and WPS open them, text that stays text and numbers that add up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

from jinlin.core.columns import Column, Kind
from jinlin.core.errors import FileError
from jinlin.core.i18n import _, speaking
from jinlin.core.text import STARTS_FORMULA, width
from jinlin.documents.chart_marks import ChartMark, mark_of
from jinlin.documents.page import Chart, Shape
from jinlin.documents.xlsx_cells import safe_text, stored_in, text_in

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MAX_ROWS: Final = 1_048_575
"""What a sheet holds below its header."""

MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment a file's properties name, so that equal tables give equal bytes."""

FONT: Final = "宋体"
NUMBER_FORMATS: Final = {
    Kind.INTEGER: "0",
    Kind.MONEY: "#,##0.00",
    Kind.AREA: "0.00",
    Kind.RATE: "0.0%",
    Kind.DECIMAL: "General",
}
_DAYS: Final = {"zh": "yyyy.m.d", "en": "d mmm yyyy"}
"""A day as it stands in the narrow columns of a paper, by language."""
_ASIDE: Final[Mapping[Kind, Mapping[str, str]]] = {
    kind: {"align": "center"} for kind in (Kind.DATE, Kind.TIME)
}
"""A day at the right edge of its column would run into the text of the next."""
_KINDS: Final = {Shape.LINES: "line", Shape.COLUMNS: "column", Shape.ROWS: "bar"}
_SHOWN_DIGITS = {Kind.DATE: 11, Kind.TIME: 17}
_WIDEST = 50
_MEASURED_ROWS = 500
_UPRIGHT: Final = 94
"""So many columns of a screen fit on A4 that stands upright, in letters of 11 pt."""
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def number_formats() -> Mapping[Kind, str]:
    """Return how a cell of each kind is shown in the user's language."""
    day = _DAYS[speaking()]
    return {**NUMBER_FORMATS, Kind.DATE: day, Kind.TIME: f"{day} hh:mm"}


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """The sheet being written, and how wide its columns have grown.

    Attributes:
        quoted: for a text that would become a formula once somebody edits its cell.
        blank: for a column beyond its rows.
        ruled: for an empty cell of a row.
    """

    worksheet: Worksheet
    text: Format
    quoted: Format
    blank: Format
    ruled: Format
    number: Mapping[Kind, Format]
    widths: list[int]


class OwnKind(NamedTuple):
    """A value of another kind than the others below its heading.

    Attributes:
        column: what it is.
        value: as the kind of that column says.
    """

    column: Column
    value: Any


class Leaf(NamedTuple):
    """One sheet of a workbook.

    Attributes:
        title: the sheet's name, and what is printed above each page.
        columns: the columns in their order.
        rows: the values in the order of the columns, as `Kind` says; or each an `OwnKind`.
        chart: how the sheet's own figures are drawn beside them; None for not at all.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    chart: Shape | None = None


def chart_leaf(chart: Chart) -> Leaf:
    """Return a chart as a sheet: its figures, and beside them a chart that can be edited."""
    return Leaf(
        chart.title,
        (
            Column(key="label", heading=""),
            *(
                Column(key=f"series{number}", heading=one.name, kind=Kind.INTEGER)
                for number, one in enumerate(chart.series)
            ),
        ),
        list(zip(chart.labels, *(one.values for one in chart.series), strict=True)),
        chart.drawn,
    )


def write_table(
    target: Path | BinaryIO,
    *,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any]],
    made: datetime = MADE,
) -> None:
    """Write one table as a workbook; as `write_tables`.

    Args:
        target: a path, or a file open for writing bytes.
        title: the sheet's name, and what is printed above each page.
        columns: the columns in their order.
        rows: the values in the order of the columns, as `Kind` says.
        made: the moment the file's properties name.

    Raises:
        FileError: there are more rows than a sheet holds, or the file cannot be written.
    """
    write_tables(target, [Leaf(title, columns, rows)], made=made)


def write_tables(target: Path | BinaryIO, leaves: Sequence[Leaf], *, made: datetime = MADE) -> None:
    """Write tables as the sheets of a workbook; equal tables give equal bytes.

    No text can become a formula, a link or a number. Money is shown in yuan and areas in square
    metres, both to their last decimal. Rows are streamed, so that memory does not grow with them;
    where there is a chart, they are held until it has its figures.

    Args:
        target: a path, or a file open for writing bytes.
        leaves: the sheets; the first title is the workbook's.
        made: the moment the file's properties name.

    Raises:
        FileError: there are more rows than a sheet holds, or the file cannot be written.
        OSError: there is no room for its parts.
    """
    from xlsxwriter.exceptions import FileCreateError, FileSizeError
    from xlsxwriter.workbook import Workbook

    with TemporaryDirectory(prefix="jinlin-") as folder:
        charted = any(leaf.chart is not None for leaf in leaves)
        options = {"constant_memory": not charted, "tmpdir": folder}
        book = Workbook(str(target) if isinstance(target, Path) else target, options)
        book.set_properties({"title": safe_text(leaves[0].title), "created": made})
        worksheets: list[Worksheet] = []
        try:
            for leaf in leaves:
                names = {worksheet.get_name().casefold() for worksheet in worksheets}
                worksheets.append(book.add_worksheet(_free_name(leaf.title, names)))
                _fill(book, worksheets[-1], leaf)
            book.close()
        except (FileCreateError, FileSizeError) as error:
            cause = error.args[0] if error.args else None
            if isinstance(cause, OSError) and not isinstance(target, Path):
                clear_frames(cause.__traceback__)  # ends the archive while its file is open
                raise cause from None
            raise FileError(
                _("{path} cannot be written.").format(path=target),
                hint=_("If it is open in Excel, WPS or Word, close it there; then try again."),
                detail=str(error),
            ) from error
        finally:
            for worksheet in worksheets:
                if worksheet.row_data_fh:
                    worksheet.row_data_fh.close()  # still open when the book was not closed


def _fill(book: Workbook, worksheet: Worksheet, leaf: Leaf) -> None:
    columns = leaf.columns
    common = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
    ruled = {**common, "border": 1}
    bold = {**ruled, "bold": True, "align": "center", "num_format": "@", "bg_color": "#E8EEF4"}
    head, quoted_head = book.add_format(bold), book.add_format({**bold, "quote_prefix": True})
    text = {**ruled, "num_format": "@", "text_wrap": True}
    sheet = _Sheet(
        worksheet=worksheet,
        text=book.add_format(text),
        quoted=book.add_format({**text, "quote_prefix": True}),
        blank=book.add_format(common),
        ruled=book.add_format(ruled),
        number={
            kind: book.add_format({**ruled, "num_format": shown, **_ASIDE.get(kind, {})})
            for kind, shown in number_formats().items()
        },
        widths=[width(column.heading) for column in columns],
    )
    for index, column in enumerate(columns):
        heading = safe_text(column.heading)
        quoted = heading.startswith(STARTS_FORMULA)
        worksheet.write_string(0, index, heading, quoted_head if quoted else head)
    last = 0
    for last, row in enumerate(leaf.rows, start=1):
        if last > MAX_ROWS:
            raise FileError(
                _("A sheet holds at most {count} rows.").format(count=MAX_ROWS),
                hint=_("Write csv instead, or narrow the list with filters."),
            )
        _write_row(sheet, last, columns=columns, row=row)
    _lay_out(sheet, title=leaf.title, last=last)
    if leaf.chart is not None and last:
        _insert_chart(book, worksheet, leaf, last)


def _insert_chart(book: Workbook, worksheet: Worksheet, leaf: Leaf, last: int) -> None:
    """Draw a sheet's figures beside them, from its own cells, so that both change together."""
    kind = _KINDS[leaf.chart or Shape.LINES]
    count = len(leaf.columns) - 1
    chart = book.add_chart({"type": kind})
    name = worksheet.get_name()
    for place in range(1, count + 1):
        chart.add_series(
            {
                "name": [name, 0, place],
                "categories": [name, 1, 0, last, 0],
                "values": [name, 1, place, last, place],
                "gap": 40,
                **_look(kind, mark_of(place - 1)),
            }
        )
    font = {"name": FONT, "size": 10}
    chart.set_title({"name": safe_text(leaf.title), "name_font": {"name": FONT, "size": 12}})
    labels, values = ("y", "x") if kind == "bar" else ("x", "y")
    axes = {"x": chart.set_x_axis, "y": chart.set_y_axis}
    axes[labels]({"num_font": font, "reverse": kind == "bar", "major_tick_mark": "none"})
    axes[values]({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    if kind == "line":
        chart.set_table({"show_keys": True, "font": font, "outline": False, "vertical": False})
    shown = kind != "line" and count > 1
    chart.set_legend({"position": "bottom", "font": font} if shown else {"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 720, "height": max(320, 28 * last + 120 if kind == "bar" else 0)})
    worksheet.insert_chart(1, count + 2, chart)
    worksheet.set_landscape()


def _look(kind: str, mark: ChartMark) -> dict[str, Any]:
    """Return how a series is drawn: its values at its bars, those of lines in a table below."""
    line = {"color": mark.colour, "width": 2 if kind == "line" else 0.75}
    if kind == "line":
        fill = {"color": mark.colour}
        return {
            "line": {**line, "dash_type": mark.dash},
            "marker": {"type": mark.point, "size": 7, "fill": fill, "border": fill},
        }
    bars = (
        {"pattern": {"pattern": mark.pattern, "fg_color": mark.colour, "bg_color": "#FFFFFF"}}
        if mark.pattern
        else {"fill": {"color": mark.colour}}
    )
    labels = {"value": True, "position": "outside_end", "font": {"name": FONT, "size": 10}}
    return {"border": line, **bars, "data_labels": labels}


def _write_row(
    sheet: _Sheet, number: int, *, columns: Sequence[Column], row: Sequence[Any]
) -> None:
    for index, (whole, cell) in enumerate(zip(columns, row, strict=True)):
        column, value = cell if isinstance(cell, OwnKind) else (whole, cell)
        empty = value is None or value == ""
        stored = (
            None if empty or column.labelled(value) is not None else stored_in(column.kind, value)
        )
        if stored is None:
            text = "" if empty else text_in(column, value)
            if not text:
                sheet.worksheet.write_blank(number, index, None, sheet.ruled)
                continue
            quoted = text.startswith(STARTS_FORMULA)
            sheet.worksheet.write_string(
                number, index, text, sheet.quoted if quoted else sheet.text
            )
            taken = max(map(width, text.split("\n"))) if number <= _MEASURED_ROWS else 0
        elif isinstance(stored, datetime):
            kind = Kind.DATE if stored.time() == time.min else column.kind
            sheet.worksheet.write_datetime(number, index, stored, sheet.number[kind])
            taken = _SHOWN_DIGITS[kind]
        else:
            sheet.worksheet.write_number(number, index, stored, sheet.number[column.kind])
            taken = len(f"{stored:,.2f}")
        sheet.widths[index] = max(sheet.widths[index], taken)


def sheet_name(title: str) -> str:
    r"""Return the title as Excel allows it on a tab: 31 characters, none of `[]:*?/\\`."""
    name = _NO_SHEET_NAME.sub(" ", safe_text(title).replace("\n", " "))
    return name[:31].strip(" '") or "Sheet1"


def _free_name(title: str, taken: set[str]) -> str:
    """Return the name of a sheet, with a number behind it where another one is called so."""
    name, serial = sheet_name(title), 1
    while name.casefold() in taken:
        serial += 1
        name = f"{sheet_name(title)[:28]} {serial}"
    return name


def _lay_out(sheet: _Sheet, *, title: str, last: int) -> None:
    """Set what the reader sees first, and how it comes out of a printer on A4."""
    worksheet = sheet.worksheet
    widths = [min(_WIDEST, taken + 2) for taken in sheet.widths]
    for index, taken in enumerate(widths):
        worksheet.set_column(index, index, taken, sheet.blank)
    if sum(widths) > _UPRIGHT:
        worksheet.set_landscape()
    end = max(0, len(sheet.widths) - 1)
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, last, end)
    worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    printed = safe_text(title)[:80].replace("&", "&&").replace("\n", " ")
    worksheet.set_header("&C" + (printed or "&A"))
    worksheet.set_footer("&C" + _("Page {page} of {pages}").format(page="&P", pages="&N"))
