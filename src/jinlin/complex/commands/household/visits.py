"""`jinlin household visits`."""

from __future__ import annotations

from datetime import date

from jinlin.complex.commands.household import options
from jinlin.complex.commands.household.visit import visit_cells
from jinlin.complex.household.door import find_household
from jinlin.complex.household.filters import VISITS
from jinlin.complex.household.visits import DueVisit, VisitRow, at_home, due, visits_made
from jinlin.complex.rules.visits import VisitReason
from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import EVERYTHING, FilterWords
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading


def visits(call: Call, asked: FilterWords, home: options.AnyHome = None) -> None:
    with reading(call) as reader:
        where = VISITS.condition(reader, asked)
        door = find_household(reader, home) if home else None
        if "due" in asked:
            buildings = VISITS.values(reader, asked, "building")
            found = [
                visit
                for visit in due(reader, on=reader.clock.today.isoformat(), limit=0)
                if all(visit.building_id in ids for ids in buildings)
                and (door is None or visit.household_id == door.id)
            ]
            listing = _due_listing(found, rows_wanted(call), reader.clock.today)
        else:
            where &= at_home(door) if door else EVERYTHING
            listing = _made_listing(*visits_made(reader, where, limit=rows_wanted(call)))
    show(call, listing)


def _made_listing(rows: list[VisitRow], total: int) -> Listing:
    number, day, *others = visit_cells()
    return Listing.of(
        "visits",
        _("Visits"),
        (
            number,
            day,
            Cell("household", _("Home"), "home"),
            *(c._replace(personal=Personal.NAME) if c.key == "met" else c for c in others),
        ),
        rows,
        total=total,
        empty=_("No visit is recorded. Record one: jinlin household visit 3-1-502 --result TEXT"),
    )


def _due_listing(found: list[DueVisit], limit: int, today: date) -> Listing:
    return Listing.of(
        "due_visits",
        _("Visits that are due"),
        (
            Cell("household", _("Home"), "home"),
            Cell("floor", _("Floor"), kind=Kind.INTEGER),
            Cell("due_on", _("Visit due"), kind=Kind.DATE),
            Cell(
                "days_overdue",
                _("Days overdue"),
                lambda visit: (today - date.fromisoformat(visit.due_on)).days,
                Kind.INTEGER,
            ),
            Cell("reason", _("Reason"), labels=VisitReason.labels()),
            Cell("last_met_on", _("Last met"), kind=Kind.DATE),
        ),
        found[: limit or None],
        total=len(found),
        empty=_("No visit is due."),
    )
