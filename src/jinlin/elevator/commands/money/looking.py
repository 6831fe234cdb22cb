"""`jinlin elevator ledger`, `arrears`, `remind`, `receipt` and `disclose`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import typer

from jinlin.complex.queries import complex_name
from jinlin.core.clock import parse_day
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.numerals import in_capitals
from jinlin.core.text import compact
from jinlin.elevator import money_pages
from jinlin.elevator.commands.money.common import (
    ProjectOption,
    ProjectWord,
    Running,
    book_of,
    door_meant,
    first_rows,
    is_project,
    last_rows,
)
from jinlin.elevator.commands.money.paying import balance_data, entry_data
from jinlin.elevator.dues import Standing, standings
from jinlin.elevator.ledger import KIND_LABELS, METHOD_LABELS, Book, EntryKind, running_balance
from jinlin.elevator.money_queries import (
    Entry,
    Wanted,
    account_of,
    entries,
    find_entry,
    totals,
)
from jinlin.elevator.paper_doors import unsigned
from jinlin.elevator.projects import Project, project, project_label
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, Record
from jinlin.output.show import done, show, tell
from jinlin.store.command import reading
from jinlin.store.tx import Reader

MESSAGE_LIMIT = 500
"""WeChat folds what is longer."""
TEMPLATE = "收款收据"
DISCLOSURE_TEMPLATE = "电梯资金公开"


def ledger(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="X1|3-1-502|R12|V3",
            help=_("A project, a door of it, or one entry; the project that goes on otherwise."),
        ),
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar=_("DATE"), help=_("From this day on."))
    ] = None,
    stop: Annotated[
        str | None, typer.Option("--to", metavar=_("DATE"), help=_("Up to this day."))
    ] = None,
    running: Running = False,
    project_: ProjectOption = None,
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        if what is not None and re.fullmatch(r"(?:x\d+-)?[rv]\d+", compact(what)):
            show(call, _entry_record(reader, find_entry(reader, what)))
            return
        first = parse_day(start, reader.clock).isoformat() if start else None
        last = parse_day(stop, reader.clock).isoformat() if stop else None
        book = book_of(running)
        if what is None or is_project(what):
            which = project(reader, what or project_)
            opening = totals(reader, which, book, before=first).balance if first else 0
            wanted = Wanted(book, None, first, last)
            title = _("Ledger of project {project}").format(project=which.label)
            notes = _account_notes(reader, which, book)
        else:
            meant = door_meant(reader, what, project_, book)
            which, opening = meant.project, 0
            wanted = Wanted(book, meant.door.id, first, last)
            title = _("Ledger of {door}").format(door=meant.door.label)
            notes = _door_notes(meant.standing)
            if first:
                before = entries(reader, which, wanted._replace(start=None))
                opening = sum(entry.effect for entry in before if entry.day < first)
        found = entries(reader, which, wanted)
    show(call, last_rows(call, _listing(title, found, opening, notes)))


def _listing(title: str, found: list[Entry], opening: int, notes: tuple[str, ...]) -> Listing:
    balances = running_balance((entry.effect for entry in found), opening)
    return Listing(
        key="entries",
        title=title,
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="day", heading=_("Day"), kind=Kind.DATE),
            Column(
                key="kind",
                heading=_("What moved"),
                labels={kind.value: _(label) for kind, label in KIND_LABELS.items()},
            ),
            Column(key="door", heading=_("Door")),
            Column(key="amount_fen", heading=_("Yuan"), kind=Kind.MONEY),
            Column(key="balance_fen", heading=_("Balance"), kind=Kind.MONEY),
            Column(key="purpose", heading=_("What for")),
            Column(key="reverses", heading=_("Takes back")),
            Column(key="reversed_by", heading=_("Taken back by")),
        ),
        rows=[
            (
                entry.label,
                entry.day,
                entry.kind.value,
                entry.door,
                entry.effect,
                balance,
                entry.purpose,
                entry.reverses,
                entry.reversed_by,
            )
            for entry, balance in zip(found, balances, strict=True)
        ],
        aside=frozenset({"reversed_by"}),
        notes=notes,
        empty=_("There is no entry. Take money: jinlin elevator pay 3-1-502 20000"),
    )


def _account_notes(reader: Reader, which: Any, book: Book) -> tuple[str, ...]:
    sums = totals(reader, which, book)
    return (
        _(
            "Received {received} + maintenance fund {fund} + subsidies {subsidies} + other {other}"
            " - spent {spending} - paid back {refunds} = {balance} yuan"
        ).format(
            balance=yuan(sums.balance),
            **{name: yuan(amount) for name, amount in sums._asdict().items()},
        ),
    )


def _door_notes(standing: Standing) -> tuple[str, ...]:
    balance = standing.balance
    notes = [
        _("Owes {due} yuan, due by now {due_now} yuan, in {net} yuan; left {left} yuan.").format(
            due=yuan(balance.due),
            due_now=yuan(balance.due_now),
            net=yuan(balance.net),
            left=yuan(balance.outstanding),
        )
    ]
    if balance.credit:
        notes.append(_("To have back: {credit} yuan.").format(credit=yuan(balance.credit)))
    return tuple(notes)


def _entry_record(reader: Reader, entry: Entry) -> Record:
    from jinlin.store.proofs import file_states, proof_state

    fields: list[tuple[Column, object]] = [
        (Column(key="number", heading=_("Number")), entry.label),
        (
            Column(
                key="kind",
                heading=_("What moved"),
                labels={kind.value: _(label) for kind, label in KIND_LABELS.items()},
            ),
            entry.kind.value,
        ),
        (Column(key="amount_fen", heading=_("Amount (yuan)"), kind=Kind.MONEY), entry.effect),
        (Column(key="day", heading=_("Day"), kind=Kind.DATE), entry.day),
        (Column(key="door", heading=_("Door")), entry.door),
        (
            Column(
                key="method",
                heading=_("Way of paying"),
                labels={m.value: _(label) for m, label in METHOD_LABELS.items()},
            ),
            entry.method.value if entry.method else None,
        ),
        (Column(key="counterparty", heading=_("From or to")), entry.counterparty),
        (Column(key="purpose", heading=_("What for")), entry.purpose),
        (Column(key="payee", heading=_("Payee")), entry.payee),
        (Column(key="account", heading=_("Account")), entry.account),
        (Column(key="handled_by", heading=_("Handled by")), entry.handled_by),
        (Column(key="approved_by", heading=_("Checked by")), entry.approved_by),
        (Column(key="voucher", heading=_("Voucher")), entry.voucher),
        (
            Column(
                key="voucher_state",
                heading=_("The voucher is"),
                labels=file_states(),
            ),
            proof_state(entry.voucher, entry.voucher_sha256, reader.path),
        ),
        (Column(key="voucher_sha256", heading="SHA-256"), entry.voucher_sha256),
        (Column(key="reverses", heading=_("Takes back")), entry.reverses),
        (Column(key="reason", heading=_("Reason")), entry.reason),
        (Column(key="reversed_by", heading=_("Taken back by")), entry.reversed_by),
    ]
    return Record(
        title=entry.label,
        columns=tuple(column for column, _value in fields),
        values=[value for _column, value in fields],
    )


def arrears(
    ctx: typer.Context,
    number: ProjectWord = None,
    everybody: Annotated[
        bool, typer.Option("--all", help=_("Doors that owe nothing too."))
    ] = False,
    running: Running = False,
    public: Annotated[
        bool, typer.Option("--public", help=_("Refused: such a list is never posted."))
    ] = False,
) -> None:
    call = called(ctx)
    if public:
        raise RuleError(
            _("Arrears by door never enter a public paper (Civil Code 1033, 1034)."),
            hint=_("What may be posted: jinlin elevator disclose. One to one: remind DOOR"),
        )
    with reading(call) as reader:
        which = project(reader, number)
        book = book_of(running)
        found = standings(reader, which, book)
        late = [s for s in found if s.balance.arrears]
        free = _not_bound(reader, which, book, late)
    shown = found if everybody else late
    listing = Listing(
        key="doors",
        title=_(
            "Where the doors of project {project} stand (for the leader, not to be posted)"
        ).format(project=which.label),
        columns=(
            Column(key="door", heading=_("Door")),
            Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
            Column(key="due_fen", heading=_("Owes"), kind=Kind.MONEY),
            Column(key="due_now_fen", heading=_("Due by now"), kind=Kind.MONEY),
            Column(key="net_fen", heading=_("Paid in"), kind=Kind.MONEY),
            Column(key="arrears_fen", heading=_("Not yet in"), kind=Kind.MONEY),
            Column(key="prepaid_fen", heading=_("Ahead"), kind=Kind.MONEY),
            Column(key="credit_fen", heading=_("To have back"), kind=Kind.MONEY),
        ),
        rows=[
            (
                s.door.label,
                s.door.floor,
                s.balance.due,
                s.balance.due_now,
                s.balance.net,
                s.balance.arrears,
                s.balance.prepaid,
                s.balance.credit,
            )
            for s in shown
        ],
        notes=(
            _(
                "{count} doors, {amount} yuan not yet in. Remind them one by one: remind DOOR"
            ).format(count=len(late), amount=yuan(sum(s.balance.arrears for s in late))),
            *free,
        ),
        empty=_("No door is behind."),
    )
    show(call, first_rows(call, listing))


def _not_bound(reader: Reader, which: Project, book: Book, behind: Sequence[Standing]) -> list[str]:
    """Return the caution that a ballot binds nobody to pay (民法典 283), where it is needed."""
    if book is Book.RUNNING or not behind:
        return []
    doors = unsigned(reader, which, [s.door.household_id for s in behind])
    if not doors:
        return []
    return [
        _(
            "No payment agreement signed: {doors}. A ballot that passed does not oblige them to pay"
            " the amount of the scheme (Civil Code art. 283); talk of the agreement first."
        ).format(doors=_(", ").join(doors[:10]) + (" …" if doors[10:] else ""))
    ]


def remind(
    ctx: typer.Context,
    door: Annotated[str, typer.Argument(metavar=_("DOOR"), help=_("The door, like 3-1-502."))],
    running: Running = False,
    project_: ProjectOption = None,
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        meant = door_meant(reader, door, project_, book_of(running))
        if not meant.standing.balance.outstanding:
            raise RuleError(
                _("{door} owes nothing: there is nothing to remind it of.").format(
                    door=meant.door.label
                ),
                hint=_("See: jinlin elevator ledger {door}").format(door=meant.door.label),
            )
        text = money_pages.reminder(
            meant.standing,
            meant.project,
            complex_name(reader),
            account_of(reader, meant.project),
            reader.clock.today.isoformat(),
        )
        free = _not_bound(reader, meant.project, book_of(running), [meant.standing])
    if len(text) >= MESSAGE_LIMIT:
        raise RuleError(
            _("The text has {count} characters; WeChat wants less than 500.").format(
                count=len(text)
            ),
            hint=_("Give the account a shorter name: jinlin elevator account"),
        )
    done(
        call,
        text,
        data={
            "door": meant.door.label,
            "text": text,
            "characters": len(text),
            **balance_data(meant.standing),
        },
    )
    for caution in free:
        tell(call, caution)


def receipt(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="R12", help=_("Its number: R12 or X1-R12."))],
) -> None:
    from jinlin.output.page import show_pages

    call = called(ctx)
    with reading(call) as reader:
        entry = find_entry(reader, number)
        if entry.series != "R":
            raise UsageError(
                _("{number} is no receipt.").format(number=entry.label),
                hint=_("See it: jinlin elevator ledger {number}").format(number=entry.label),
            )
        which = project(reader, project_label(entry.project))
        of_door = entries(reader, which, Wanted(entry.book, entry.household_id))
        so_far = sum(one.effect for one in of_door if one.id <= entry.id)
        page = money_pages.receipt_page(entry, which, complex_name(reader), so_far)
    data = {
        **entry_data(entry),
        "payer": entry.counterparty,
        "amount_in_words": in_capitals(entry.amount),
        "reversed_by": entry.reversed_by,
        "so_far_fen": so_far,
    }
    show_pages(call, [page], data=data, template=TEMPLATE)


def disclose(
    ctx: typer.Context,
    number: ProjectWord = None,
    start: Annotated[
        str | None,
        typer.Option("--from", metavar=_("DATE"), help=_("The first day; else the first entry's.")),
    ] = None,
    stop: Annotated[
        str | None, typer.Option("--to", metavar=_("DATE"), help=_("The last day; else today."))
    ] = None,
    running: Running = False,
) -> None:
    from jinlin.member.fund_queries import residents_in
    from jinlin.output.page import show_pages

    call = called(ctx)
    with reading(call) as reader:
        which, book = project(reader, number), book_of(running)
        last = parse_day(stop, reader.clock) if stop else reader.clock.today
        first = parse_day(start, reader.clock) if start else None
        found = entries(
            reader,
            which,
            Wanted(book, None, first.isoformat() if first else None, last.isoformat()),
        )
        first = first or (date.fromisoformat(found[0].day) if found else last)
        if first > last:
            raise UsageError(
                _("The period ends before it begins."),
                hint=_("Write it like --from 7-1 --to 9-30."),
            )
        period = money_pages.Period(
            which,
            book,
            first.isoformat(),
            last.isoformat(),
            totals(reader, which, book, before=first.isoformat()).balance,
            found,
            account_of(reader, which),
        )
        texts = [
            part
            for e in found
            for part in (e.purpose, e.counterparty, e.reason)
            if part and e.kind is not EntryKind.PAYMENT
        ]
        page = money_pages.disclosure_page(
            period, complex_name(reader), residents_in(reader, "\n".join(texts))
        )
    sums = period.sums()
    data = {
        "project": which.label,
        "book": book.value,
        "start": period.start,
        "stop": period.stop,
        "before_fen": period.before,
        **{f"{name}_fen": amount for name, amount in sums._asdict().items()},
        "balance_fen": period.before + sums.balance,
    }
    show_pages(call, [page], data=data, template=DISCLOSURE_TEMPLATE)
