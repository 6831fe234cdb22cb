"""`jinlin service list`: the service days with their numbers, the latest first."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.days.lasting import duration
from jinlin.core.i18n import _
from jinlin.meeting.commands.record.list import type_column
from jinlin.meeting.service.days import (
    SERVICE_DAYS,
    WAS_HELD,
    ServiceDay,
    count_service_days,
    service_days,
)
from jinlin.meeting.service.totals import ServiceTotals, added_up
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        where = SERVICE_DAYS.condition(reader, asked)
        rows = service_days(reader, where, limit=rows_wanted(call))
        total = count_service_days(reader, where)
        sums = added_up(reader, service_days(reader, where & WAS_HELD))
    show(
        call,
        Listing.of(
            "service_days",
            _("Service days"),
            _cells(),
            rows,
            total=total,
            empty=_("There is none yet. Record one: jinlin service done 爱心日 --people 接龙.txt"),
            notes=(totals_sentence(sums),) if rows else (),
        ),
    )


def totals_sentence(sums: ServiceTotals) -> str:
    """Return what service days add up to, each figure in its own unit."""
    text = (
        _(
            "Held: {days}. Volunteers: {times} person-times by {persons} persons on record, {time}"
            " recorded. Residents served: {served} times."
        )
        if sums.minutes
        else _(
            "Held: {days}. Volunteers: {times} person-times by {persons} persons on record, how"
            " long was not recorded. Residents served: {served} times."
        )
    )
    return text.format(
        days=sums.days,
        times=sums.times,
        persons=sums.persons,
        time=duration(sums.minutes),
        served=sums.served,
    )


def _cells() -> tuple[Cell[ServiceDay], ...]:
    return (
        Cell("number", _("Number"), "meeting.label"),
        Cell("day", _("Date"), kind=Kind.DATE),
        Cell.of(type_column(), "meeting.type"),
        Cell("place", _("Place"), "meeting.place", personal=Personal.TEXT),
        Cell("held", _("Held"), kind=Kind.BOOLEAN),
        Cell("volunteers", _("Volunteers"), kind=Kind.INTEGER),
        Cell("minutes", _("Minutes served"), kind=Kind.INTEGER),
        Cell("served", _("Residents served"), kind=Kind.INTEGER),
    )
