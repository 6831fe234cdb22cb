"""One set of figures in the form that was asked for."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import BinaryIO

from jinlin.core.call import Call
from jinlin.core.i18n import _, speaking
from jinlin.core.text import shown
from jinlin.output.files import write_whole
from jinlin.output.listing import Listing, Record, rows_wanted
from jinlin.output.screen import screen_width
from jinlin.output.show import show, tell
from jinlin.report.as_json import month_json
from jinlin.report.figures import MonthFigures
from jinlin.report.layout import PAGE_WIDTH, markdown_lines, text_lines
from jinlin.report.pages import monthly_page
from jinlin.report.tables import category_sheet
from jinlin.report.wording import wording


def hand_in(call: Call, month: MonthFigures) -> None:
    """Print a monthly report, or write it to the file named by `-o`.

    The screen and Markdown show the page, JSON all figures, csv and workbooks the table by
    category.

    Raises:
        UsageError: two forms at once, or a file ending that is not known.
        FileError: the file cannot be written.
    """
    ending = PurePath(call.output).suffix.lower() if call.output else ""
    if ending == ".json" or (call.json and not call.output):
        show(call, Record(title="", columns=(), values=(), extra=month_json(month)))
    elif (call.output and ending != ".md") or (call.csv and not call.output):
        show(call, _sheet(month))
    elif call.output:
        path = write_whole(call, call.output, partial(_write_markdown, call, month))
        tell(call, _("Written to {path}.").format(path=path))
    elif call.md:
        call.environment.stdout.flush()
        _write_markdown(call, month, call.environment.stdout.buffer)
    else:
        _print(call, month)


def _sheet(month: MonthFigures) -> Listing:
    say = wording(speaking())
    columns, rows = category_sheet(month, say)
    title = say("page.title", month=say.month(month.period.month))
    return Listing(key="categories", title=title, columns=columns, rows=rows)


def _write_markdown(call: Call, month: MonthFigures, file: BinaryIO) -> None:
    page = monthly_page(month, wording(speaking()), listed=rows_wanted(call))
    file.writelines(f"{line}\n".encode() for line in markdown_lines(page))


def _print(call: Call, month: MonthFigures) -> None:
    page = monthly_page(month, wording(speaking()), listed=rows_wanted(call))
    columns = min(screen_width(call), PAGE_WIDTH)
    for line in text_lines(page, columns=columns):
        call.environment.stdout.write(f"{shown(line)}\n")
