"""`jinlin issue board`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.days.written import day_words
from jinlin.core.i18n import N_, _
from jinlin.issue.lists import board as boards
from jinlin.issue.lists.board import BoardRow
from jinlin.issue.lists.saved_filters import chosen
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.statuses import Status
from jinlin.output.command.kind import Number
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, On, in_form, rows_wanted
from jinlin.store.command.command import reading


def board(
    call: Call,
    asked: FilterWords,
    days: Annotated[
        int, Number(low=0, high=3660).option(help=N_("For how many days what was closed stays."))
    ] = boards.CLOSED_DAYS,
) -> None:
    with reading(call) as reader:
        wanted = chosen(reader, asked)
        limit = rows_wanted(call)
        name = reader.value("SELECT name FROM complex") or ""
        day = day_words(reader.clock.today)
        show(
            call,
            Listing.of(
                "board",
                _("{complex}: front-line handling, {day}").format(complex=name, day=day),
                in_form(call, _cells(), files=call.json or call.csv),
                boards.board(reader, wanted, days=days, limit=limit),
                total=boards.board_count(reader, wanted, days=days) if limit else None,
                empty=_("There is nothing to show on the board."),
            ),
        )


def _cells() -> tuple[Cell[BoardRow], ...]:
    return (
        Cell("number", _("Number"), on=On.FILES),
        Cell("reported_on", _("Date"), kind=Kind.DATE),
        Cell("title", _("Issue title"), _marked, on=On.SCREEN),
        Cell("title", _("Issue title"), on=On.FILES),
        Cell("building", _("Building")),
        Cell("status", _("Status"), labels=Status.labels()),
        Cell("level", _("Level"), labels=Level.labels()),
        Cell("age_days", _("Days"), kind=Kind.INTEGER),
        Cell("overdue", _("Overdue"), kind=Kind.BOOLEAN, on=On.FILES),
        Cell("closed_on", _("Closed on"), kind=Kind.DATE, on=On.FILES),
    )


def _marked(row: BoardRow) -> str:
    return _("{title} (overdue)").format(title=row.title) if row.overdue else row.title
