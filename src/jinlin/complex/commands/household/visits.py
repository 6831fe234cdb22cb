"""`jinlin household visits`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from jinlin.complex.building.queries import building_id
from jinlin.complex.commands.household import options
from jinlin.complex.commands.household.visit import visit_columns, visit_values
from jinlin.complex.household.door import find_household
from jinlin.complex.household.visits import DueVisit, VisitFilter, VisitRow, due, visits_made
from jinlin.complex.rules.address import parse_building
from jinlin.complex.rules.visits import VisitReason
from jinlin.core.call import Call
from jinlin.core.clock import parse_bound
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def visits(
    call: Call,
    home: options.Home = None,
    building: Annotated[
        str | None,
        typer.Option(metavar=_("BUILDING"), help=_("Only this building; several: 3,5.")),
    ] = None,
    due_only: Annotated[
        bool, typer.Option("--due", help=_("Not those made: those whose day has come."))
    ] = False,
    from_: options.FromDay = None,
    to: options.ToDay = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar=_("PERSON"), help=_("Only where she went along."))
    ] = None,
) -> None:
    if due_only and (from_ or to or by):
        raise UsageError(
            _("--due lists visits still to be made; nobody has made them on any day."),
            hint=_("Leave --due away, or --from, --to and --by."),
        )
    with reading(call) as reader:
        codes = [parse_building(code) for code in listed(building or "")]
        buildings = tuple(building_id(reader, code) for code in codes)
        door = find_household(reader, home) if home else None
        if due_only:
            found = [
                visit
                for visit in due(reader, on=reader.clock.today.isoformat(), limit=0)
                if (not codes or visit.building in codes)
                and (door is None or visit.household_id == door.id)
            ]
            listing = _due_listing(found, rows_wanted(call), reader.clock.today)
        else:
            wanted = VisitFilter(
                household_id=door.id if door else None,
                buildings=buildings,
                start=_day(reader, from_),
                stop=_day(reader, to),
                by=(by or "").strip() or None,
            )
            listing = _made_listing(*visits_made(reader, wanted, limit=rows_wanted(call)))
    show(call, listing)


def _made_listing(rows: list[VisitRow], total: int) -> Listing:
    number, day, *others = visit_columns()
    return Listing(
        key="visits",
        title=_("Visits"),
        columns=(
            number,
            day,
            Column(key="household", heading=_("Home")),
            *(c._replace(personal=Personal.NAME) if c.key == "met" else c for c in others),
        ),
        rows=[
            (values[0], values[1], row.home, *values[2:])
            for row in rows
            for values in [visit_values(row)]
        ],
        total=total,
        empty=_("No visit is recorded. Record one: jinlin household visit 3-1-502 --result TEXT"),
    )


def _due_listing(found: list[DueVisit], limit: int, today: date) -> Listing:
    return Listing(
        key="due_visits",
        title=_("Visits that are due"),
        columns=(
            Column(key="household", heading=_("Home")),
            Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
            Column(key="due_on", heading=_("Visit due"), kind=Kind.DATE),
            Column(key="days_overdue", heading=_("Days overdue"), kind=Kind.INTEGER),
            Column(
                key="reason",
                heading=_("Reason"),
                labels=VisitReason.labels(),
            ),
            Column(key="last_met_on", heading=_("Last met"), kind=Kind.DATE),
        ),
        rows=[
            (
                visit.home, visit.floor, visit.due_on,
                (today - date.fromisoformat(visit.due_on)).days, visit.reason, visit.last_met_on,
            )
            for visit in found[: limit or None]
        ],
        total=len(found),
        empty=_("No visit is due."),
    )  # fmt: skip


def _day(reader: Reader, text: str | None) -> str | None:
    return parse_bound(text, reader.clock).isoformat() if text else None
