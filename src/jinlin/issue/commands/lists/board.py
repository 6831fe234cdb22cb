"""`jinlin issue board`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.issue.commands.shared.filter_options import chosen
from jinlin.issue.lists import board as boards
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.statuses import Status
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def board(
    ctx: typer.Context,
    days: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=3660, help=_("For how many days what was closed stays.")
        ),
    ] = boards.CLOSED_DAYS,
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        wanted = chosen(ctx, reader)
        limit = rows_wanted(call)
        name = reader.value("SELECT name FROM complex") or ""
        day = reader.clock.today.isoformat()
        whole = call.json or call.csv
        rows = (
            (
                row.number, row.reported_on.isoformat(),
                row.title if whole else _overdue(row.title, overdue=row.overdue), row.building,
                row.status, row.level, row.age_days, row.overdue,
                row.closed_on and row.closed_on.isoformat(),
            )
            for row in boards.board(reader, wanted, days=days, limit=limit)
        )  # fmt: skip
        show(
            call,
            Listing(
                key="board",
                title=_("{complex}: front-line handling, {day}").format(complex=name, day=day),
                columns=_columns(),
                aside=frozenset() if whole else frozenset({"number", "overdue", "closed_on"}),
                rows=rows,
                total=boards.board_count(reader, wanted, days=days) if limit else None,
                empty=_("There is nothing to show on the board."),
            ),
        )


def _overdue(title: str, *, overdue: bool) -> str:
    return _("{title} (overdue)").format(title=title) if overdue else title


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="number", heading=_("Number")),
        Column(key="reported_on", heading=_("Date"), kind=Kind.DATE),
        Column(key="title", heading=_("Issue title")),
        Column(key="building", heading=_("Building")),
        Column(key="status", heading=_("Status"), labels=Status.labels()),
        Column(key="level", heading=_("Level"), labels=Level.labels()),
        Column(key="age_days", heading=_("Days"), kind=Kind.INTEGER),
        Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN),
        Column(key="closed_on", heading=_("Closed on"), kind=Kind.DATE),
    )
