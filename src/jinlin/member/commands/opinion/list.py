"""`jinlin member opinion list`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.member.commands.opinion.shared import cause_column, state_column
from jinlin.member.report_in.opinions import opinions
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(call: Call) -> None:
    with reading(call) as reader:
        found = opinions(reader)
    show(
        call,
        Listing(
            key="opinions",
            title=_("Requests for opinion"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("About whom"), personal=Personal.NAME),
                Column(key="asked_by", heading=_("Employer")),
                cause_column(),
                Column(key="received_on", heading=_("Letter came"), kind=Kind.DATE),
                Column(key="reply_by", heading=_("Reply by"), kind=Kind.DATE),
                state_column(),
                Column(key="replied_on", heading=_("Reply sent"), kind=Kind.DATE),
            ),
            rows=[
                (
                    one.label, one.person.name, one.asked.asked_by, one.asked.cause,
                    one.asked.received_on, one.asked.reply_by, one.state, one.replied_on,
                )
                for one in found[: rows_wanted(call) or None]
            ],
            total=len(found),
            empty=_("No letter is recorded. Record one: jinlin member opinion add WHO"),
        ),
    )  # fmt: skip
