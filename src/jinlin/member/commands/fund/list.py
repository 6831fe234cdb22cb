"""`jinlin branch fund balance`, `list` and `show`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_bound
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.people.parties import PARTY_LABELS
from jinlin.member.fund import queries
from jinlin.member.fund.queries import EntryFilter, EntryRow, PurseRow
from jinlin.member.rules.purses import OWNERS_MONEY, PURSE_RULE_LABELS, Direction, Purse, quarter_of
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.store.check.proofs import file_states, proof_state
from jinlin.store.command.command import reading

ASIDE = frozenset({
    "direction", "counterparty_kind", "handled_by", "approved_by", "voucher", "disclosed_on",
    "overdue", "reverses", "reason",
})  # fmt: skip
"""Columns of the list that the screen has no room for."""


def balance(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        purses = queries.purses(reader)
    show(
        call,
        Listing(
            key="purses",
            title=_("Purses"),
            columns=(
                _purse_column(),
                Column(key="income_fen", heading=_("Income"), kind=Kind.MONEY),
                Column(key="spending_fen", heading=_("Spending"), kind=Kind.MONEY),
                Column(key="balance_fen", heading=_("Balance"), kind=Kind.MONEY),
                Column(key="undisclosed", heading=_("Not disclosed"), kind=Kind.INTEGER),
                Column(key="overdue", heading=_("Overdue"), kind=Kind.INTEGER),
                Column(
                    key="held",
                    heading=_("Held by the branch"),
                    kind=Kind.BOOLEAN,
                ),
                Column(key="rule", heading=_("May be used")),
            ),
            rows=[
                (
                    row.purse.value, row.income, row.spending, row.balance, row.undisclosed,
                    row.overdue, row.purse not in OWNERS_MONEY, _(PURSE_RULE_LABELS[row.purse]),
                )
                for row in purses
            ],
            aside=frozenset({"held", "rule"}),
            notes=tuple(_advice(purses)),
        ),
    )  # fmt: skip


def _advice(purses: list[PurseRow]) -> Iterator[str]:
    if sum(row.overdue for row in purses):
        yield _(
            "Entries of quarters that have ended without disclosure: {count}. See: jinlin branch"
            " fund list --overdue; disclose: jinlin branch fund disclose"
        ).format(count=sum(row.overdue for row in purses))
    theirs = [r.purse.label for r in purses if r.entries and r.purse in OWNERS_MONEY]
    if theirs:
        yield _("Owners' money, written about and not held by the branch: {purses}.").format(
            purses=_(", ").join(theirs)
        )


def list_(
    ctx: typer.Context,
    purse: Annotated[
        str | None, typer.Option(metavar=_("PURSE"), help=_("Only this purse."))
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("DATE"), help=_("From this day on."))
    ] = None,
    to: Annotated[str | None, typer.Option(metavar=_("DATE"), help=_("Up to this day."))] = None,
    undisclosed: Annotated[
        bool, typer.Option("--undisclosed", help=_("Only what was not disclosed yet."))
    ] = False,
    overdue: Annotated[
        bool,
        typer.Option("--overdue", help=_("Only what was not disclosed when its quarter ended.")),
    ] = False,
    text: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Stands in purpose, names or reason."))
    ] = None,
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        today = reader.clock.today
        start = parse_bound(from_, reader.clock).isoformat() if from_ else None
        stop = parse_bound(to, reader.clock).isoformat() if to else None
        if start and stop and stop < start:
            raise UsageError(
                _("{stop} lies before {start}.").format(stop=stop, start=start),
                hint=_("Compare --from and --to."),
            )
        wanted = EntryFilter(
            purse=Purse.read(purse) if purse else None,
            start=start,
            stop=stop,
            undisclosed=undisclosed or overdue,
            ended_before=quarter_of(today)[0].isoformat() if overdue else None,
            text=(text or "").strip(),
        )
        rows = queries.entries(reader, wanted, limit=rows_wanted(call))
        total = queries.count_entries(reader, wanted)
    show(
        call,
        Listing(
            key="entries",
            title=_("Income and spending"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="day", heading=_("Day"), kind=Kind.DATE),
                _purse_column(),
                _direction_column(),
                Column(key="income_fen", heading=_("Income"), kind=Kind.MONEY),
                Column(key="spending_fen", heading=_("Spending"), kind=Kind.MONEY),
                Column(key="purpose", heading=_("What for"), personal=Personal.TEXT),
                Column(key="counterparty", heading=_("From or to"), personal=Personal.ACTING),
                _party_column(),
                Column(key="handled_by", heading=_("Handled by")),
                Column(key="approved_by", heading=_("Approved by")),
                Column(key="voucher", heading=_("Voucher")),
                Column(key="disclosed", heading=_("Posted"), kind=Kind.BOOLEAN),
                Column(key="disclosed_on", heading=_("Disclosed on"), kind=Kind.DATE),
                Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN),
                Column(key="reverses", heading=_("Takes back")),
                Column(key="reason", heading=_("Reason"), personal=Personal.TEXT),
            ),
            rows=[_row(call, entry, today) for entry in rows],
            aside=ASIDE,
            total=total,
            empty=_("There is no such entry. Enter one: jinlin branch fund income, or spend"),
        ),
    )


def show_(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        entry = queries.find_entry(reader, number)
        database = reader.path
    fields = [
        (Column(key="number", heading=_("Number")), entry.label),
        (_purse_column(), entry.purse.value),
        (_direction_column(), entry.direction.value),
        (Column(key="amount_fen", heading=_("Amount (yuan)"), kind=Kind.MONEY), entry.signed),
        (Column(key="day", heading=_("Day"), kind=Kind.DATE), entry.day),
        (Column(key="purpose", heading=_("What for")), entry.purpose),
        (Column(key="counterparty", heading=_("From or to")), entry.counterparty),
        (_party_column(), entry.party.value),
        (Column(key="handled_by", heading=_("Handled by")), entry.handled_by),
        (Column(key="approved_by", heading=_("Approved by")), entry.approved_by),
        (Column(key="voucher", heading=_("Voucher")), entry.voucher),
        (
            Column(
                key="voucher_state",
                heading=_("The voucher is"),
                labels=file_states(),
            ),
            proof_state(entry.voucher, entry.voucher_sha256, database),
        ),
        (Column(key="voucher_sha256", heading="SHA-256"), entry.voucher_sha256),
        (Column(key="disclosed_on", heading=_("Disclosed on"), kind=Kind.DATE), entry.disclosed_on),
        (Column(key="disclosed_at_place", heading=_("Put up at")), entry.disclosed_at_place),
        (Column(key="reverses", heading=_("Takes back")), _label(entry.reverses)),
        (Column(key="reason", heading=_("Reason")), entry.reason),
        (Column(key="reversed_by", heading=_("Taken back by")), _label(entry.reversed_by)),
    ]  # fmt: skip
    show(
        call,
        Record.of(
            title=f"{entry.label} {entry.purpose}",
            fields=fields,
        ),
    )


def _row(call: Call, entry: EntryRow, today: date) -> tuple[object, ...]:
    income = entry.direction is Direction.INCOME
    open_name = call.unmask or entry.party.open
    return (
        entry.label,
        entry.day,
        entry.purse.value,
        entry.direction.value,
        entry.signed if income else None,
        None if income else entry.signed,
        entry.purpose,
        entry.counterparty if open_name else masked(entry.counterparty, Personal.NAME),
        entry.party.value,
        entry.handled_by,
        entry.approved_by,
        entry.voucher,
        entry.disclosed_on is not None,
        entry.disclosed_on,
        entry.overdue(today),
        _label(entry.reverses),
        entry.reason,
    )


def _label(number: int | None) -> str | None:
    return None if number is None else f"F{number}"


def _purse_column() -> Column:
    return Column(
        key="purse",
        heading=_("Purse"),
        labels=Purse.labels(),
    )


def _party_column() -> Column:
    return Column(
        key="counterparty_kind",
        heading=_("Other side"),
        labels={party.value: _(label) for party, label in PARTY_LABELS.items()},
    )


def _direction_column() -> Column:
    return Column(
        key="direction",
        heading=_("Direction"),
        labels=Direction.labels(),
    )
