"""`jinlin branch fund show`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.ledger.forms import party_column, proof_fields, reversal_fields
from jinlin.member.commands.branch.fund.columns import (
    direction_column,
    purse_column,
)
from jinlin.member.commands.branch.fund.shared import Number
from jinlin.member.fund import queries
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Record
from jinlin.store.command.command import reading


def show_(
    call: Call,
    number: Number,
) -> None:
    with reading(call) as reader:
        entry = queries.find_entry(reader, number)
        database = reader.path
    fields = [
        (Column(key="number", heading=_("Number")), entry.label),
        (purse_column(), entry.purse.value),
        (direction_column(), entry.direction.value),
        (Column(key="amount_fen", heading=_("Amount (yuan)"), kind=Kind.MONEY), entry.signed),
        (Column(key="day", heading=_("Date"), kind=Kind.DATE), entry.day),
        (Column(key="purpose", heading=_("What for")), entry.purpose),
        (Column(key="counterparty", heading=_("From or to")), entry.counterparty),
        (party_column(), entry.party.value),
        (Column(key="handled_by", heading=_("Handled by")), entry.handled_by),
        (Column(key="approved_by", heading=_("Approved by")), entry.approved_by),
        (Column(key="decided", heading=_("Decision")), entry.decided),
        *proof_fields(entry, database),
        (Column(key="disclosed_on", heading=_("Disclosed on"), kind=Kind.DATE), entry.disclosed_on),
        (Column(key="disclosed_at_place", heading=_("Put up at")), entry.disclosed_at_place),
        *reversal_fields(entry),
    ]  # fmt: skip
    show(
        call,
        Record.of(
            title=f"{entry.label} {entry.purpose}",
            fields=fields,
        ),
    )
