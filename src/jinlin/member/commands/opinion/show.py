"""`jinlin member opinion show`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.days.lasting import duration
from jinlin.core.i18n import _
from jinlin.member.commands.opinion.shared import Number
from jinlin.member.report_in.opinions import LETTERS, Facts, facts
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.output.register.pages import page_of
from jinlin.store.command.command import reading


def show_(call: Call, which: Number) -> None:
    with reading(call) as reader:
        letter = LETTERS.find(reader, which)
        known = facts(reader, letter)
    page = page_of(LETTERS, letter)
    whole = (column._replace(personal=None) for column in page.columns)
    recorded = (
        (Column("reported_on", _("Reported in on"), Kind.DATE), known.reported_on),
        (Column("times", _("Services"), Kind.INTEGER), len(known.services)),
        (Column("time", _("Time served")), duration(known.minutes) if known.minutes else None),
    )
    show(
        call,
        page._replace(
            title=f"{letter.label} {letter.name}",
            columns=(*whole, *(column for column, _value in recorded)),
            values=[*page.values, *(value for _column, value in recorded)],
            listings=(_services(known),),
            extra={"minutes": known.minutes},
        ),
    )


def _services(known: Facts) -> Listing:
    return Listing.of(
        "services",
        _("Services"),
        (
            Cell("done_on", _("Date"), kind=Kind.DATE),
            Cell("service", _("Service"), "what"),
            Cell("minutes", _("Minutes served"), kind=Kind.INTEGER),
        ),
        known.services,
        empty=_("No service is recorded."),
    )
