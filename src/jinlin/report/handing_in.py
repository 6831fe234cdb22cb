"""One set of figures in the form that was asked for."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from typer.core import TyperOption

from jinlin.core.call import Call
from jinlin.core.i18n import speaking
from jinlin.output.grammar import ListingCommand, global_options, report_options
from jinlin.output.listing import Listing, Record, rows_wanted
from jinlin.output.page import show_pages
from jinlin.output.show import show
from jinlin.report.as_json import figures_json
from jinlin.report.figures import PeriodFigures
from jinlin.report.pages import report_page
from jinlin.report.tables import category_sheet
from jinlin.report.wording import wording

_TABLES: Final = frozenset({".csv", ".xlsx"})


class ReportCommand(ListingCommand):
    """A report: a page, or the tables behind it."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return what can be done with it; the file may also be a page."""
        return (*report_options(), *global_options())


def hand_in(call: Call, figures: PeriodFigures) -> None:
    """Print a report, or write it to the file named by `-o`.

    The screen, Word, html and Markdown show the page, JSON all figures, csv and workbooks the
    table by category.

    Raises:
        UsageError: two forms at once, or a file ending that is not known.
        FileError: the file cannot be written.
    """
    ending = PurePath(call.output).suffix.lower() if call.output else ""
    if ending in _TABLES or (call.csv and not call.output):
        show(call, _sheet(figures))
    elif ending == ".json" or (call.json and not call.output):
        show(call, Record(title="", columns=(), values=(), extra=figures_json(figures)))
    else:
        say = wording(speaking(), figures.period.stretch.length)
        page = report_page(figures, say, listed=rows_wanted(call))
        show_pages(call, [page], data=figures_json(figures), template="月报")


def _sheet(figures: PeriodFigures) -> Listing:
    say = wording(speaking(), figures.period.stretch.length)
    columns, rows = category_sheet(figures, say)
    title = say("page.title", period=say.stretch(figures.period.stretch))
    return Listing(key="categories", title=title, columns=columns, rows=rows)
