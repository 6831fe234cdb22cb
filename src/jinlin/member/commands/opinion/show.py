"""`jinlin member opinion show`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.member.commands.opinion.shared import Number, cause_column, state_column
from jinlin.member.report_in.letter import duration
from jinlin.member.report_in.opinions import (
    Facts,
    OpinionRow,
    facts,
    find_opinion,
)
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.command.command import reading


def show_(call: Call, number: Number) -> None:
    with reading(call) as reader:
        opinion = find_opinion(reader, number)
        known = facts(reader, opinion)
    _show(call, opinion, known)


def _show(call: Call, opinion: OpinionRow, known: Facts) -> None:
    asked = opinion.asked
    show(
        call,
        Record(
            title=f"{opinion.label} {opinion.person.name}",
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="person", heading=_("Person")),
                Column(key="name", heading=_("About whom")),
                Column(key="asked_by", heading=_("Asked by")),
                Column(key="letter", heading=_("Letter no.")),
                cause_column(),
                Column(key="received_on", heading=_("Letter came"), kind=Kind.DATE),
                Column(key="reply_by", heading=_("Reply by"), kind=Kind.DATE),
                state_column(),
                Column(key="reported_on", heading=_("Reported in on"), kind=Kind.DATE),
                Column(key="times", heading=_("Services"), kind=Kind.INTEGER),
                Column(key="time", heading=_("Time served")),
                Column(key="discussed_on", heading=_("Discussed on"), kind=Kind.DATE),
                Column(key="text", heading=_("Opinion")),
                Column(key="replied_on", heading=_("Reply sent"), kind=Kind.DATE),
            ),
            values=(
                opinion.label, opinion.person.label, opinion.person.name, asked.asked_by,
                asked.letter, asked.cause, asked.received_on, asked.reply_by, opinion.state,
                known.reported_on, len(known.services),
                duration(known.minutes) if known.minutes else None, opinion.discussed_on,
                opinion.text, opinion.replied_on,
            ),
            listings=(
                Listing(
                    key="services",
                    title=_("Services"),
                    columns=(
                        Column(key="done_on", heading=_("Day"), kind=Kind.DATE),
                        Column(key="service", heading=_("Service")),
                        Column(key="minutes", heading=_("Minutes served"), kind=Kind.INTEGER),
                    ),
                    rows=[(one.done_on, one.what, one.minutes) for one in known.services],
                    empty=_("No service is recorded."),
                ),
            ),
            extra={"minutes": known.minutes},
        ),
    )  # fmt: skip
