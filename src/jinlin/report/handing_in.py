"""One set of figures in the form that was asked for."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from jinlin.core.call import Call
from jinlin.core.i18n import speaking
from jinlin.output.listing import Listing, Record, rows_wanted
from jinlin.output.page import show_pages
from jinlin.output.show import show
from jinlin.report.as_json import month_json
from jinlin.report.figures import MonthFigures
from jinlin.report.pages import monthly_page
from jinlin.report.tables import category_sheet
from jinlin.report.wording import wording

_TABLES: Final = frozenset({".csv", ".xlsx"})


def hand_in(call: Call, month: MonthFigures) -> None:
    """Print a monthly report, or write it to the file named by `-o`.

    The screen, Word, html and Markdown show the page, JSON all figures, csv and workbooks the
    table by category.

    Raises:
        UsageError: two forms at once, or a file ending that is not known.
        FileError: the file cannot be written.
    """
    ending = PurePath(call.output).suffix.lower() if call.output else ""
    if ending in _TABLES or (call.csv and not call.output):
        show(call, _sheet(month))
    elif ending == ".json" or (call.json and not call.output):
        show(call, Record(title="", columns=(), values=(), extra=month_json(month)))
    else:
        page = monthly_page(month, wording(speaking()), listed=rows_wanted(call))
        show_pages(call, [page], data=month_json(month), template="月报")


def _sheet(month: MonthFigures) -> Listing:
    say = wording(speaking())
    columns, rows = category_sheet(month, say)
    title = say("page.title", month=say.month(month.period.month))
    return Listing(key="categories", title=title, columns=columns, rows=rows)
