"""Payments from a bank list: each row a receipt; what is in the books already stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jinlin.complex.roster import read_key
from jinlin.core.clock import Clock, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.elevator.arrangements import needed_account
from jinlin.elevator.dues import DueDoor, Standing, standings
from jinlin.elevator.ledger import Book, Method, parse_method
from jinlin.elevator.projects import Project
from jinlin.elevator.receiving import NewPayment, check_sub_accounts, receive
from jinlin.exchange.rows import Row, RowError
from jinlin.exchange.serial_days import day_in_words
from jinlin.output.import_outcome import Change, Details, Outcome, Rejected, rejected
from jinlin.store.tx import Tx

WANTED: Final = ("building", "entrance", "room", "address", "paid", "paid_on", "payer", "method")
NEEDED: Final = (("room", "address"), ("paid",))

Place = tuple[str, str | None, str]
Fact = tuple[int, int, str]


class Terms(NamedTuple):
    """How a bank list is taken.

    Attributes:
        method: how it was paid where a row does not say.
    """

    project: Project
    book: Book
    method: Method


def take_payments(
    tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str], terms: Terms
) -> Outcome:
    """Write a receipt for each payment of a list that is not in the books.

    A payment is in the books when the same door paid the same amount on the same day; where a list
    has it twice and the books once, one more receipt is written.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
        terms: how it is taken.

    Raises:
        RuleError: no account is named, no plan is adopted, or a sub-account does not reach.
    """
    account = needed_account(tx, terms.project)
    known = _doors(standings(tx, terms.project, terms.book))
    read: list[NewPayment] = []
    refused: list[Rejected] = []
    for row in rows:
        try:
            read.append(_payment(row, known, tx.clock, terms.method))
        except RowError as error:
            refused.append(rejected(row, *error.problems))
    new = _new(read, _in_books(tx, terms))
    drawn = Counter[int]()
    for payment in new:
        if payment.method is Method.FUND:
            drawn[payment.door.household_id] += payment.amount
    if drawn:
        check_sub_accounts(tx, terms.project, drawn, [payment.door for payment in new])
    if new:
        receive(tx, terms.project, terms.book, new, account)
    words: dict[str, Value] = {"added": len(new), "project": terms.project.label, **origin}
    tx.describe(
        Message(N_("Imported payments for {project}: {added} receipts (from {source})"), words),
        reverse=Message(N_("take back the import of payments for {project}: {added}"), words),
        subject=terms.project.label,
    )
    total = sum(payment.amount for payment in new)
    return Outcome(
        added=len(new),
        unchanged=len(read) - len(new),
        rejected=tuple(refused),
        notes=(_("Together {amount} yuan.").format(amount=yuan(total)),) if new else (),
        details=Details(
            added=(
                Change(payment.door.label, f"{yuan(payment.amount)} {payment.day}")
                for payment in new
            )
        ),
    )


def _doors(found: Iterable[Standing]) -> dict[Place, DueDoor]:
    """Return the doors by building, entrance and room; by building and room too where one fits."""
    doors: dict[Place, DueDoor] = {}
    short = Counter[Place]()
    for standing in found:
        door = standing.door
        doors[door.building or "", door.entrance, door.room] = door
        short[door.building or "", None, door.room] += 1
    for door in list(doors.values()):
        place = (door.building or "", None, door.room)
        if short[place] == 1:
            doors.setdefault(place, door)
    return doors


def _payment(row: Row, known: Mapping[Place, DueDoor], clock: Clock, usual: Method) -> NewPayment:
    """Read one row.

    Raises:
        RowError: the door takes no part, the amount or the day cannot be read.
    """
    place = read_key(row)
    door = known.get(place)
    if door is None:
        raise row.error(
            "room" if row.text("room") else "address", _("this door takes no part in the project")
        )
    amount = row.money("paid")
    if not amount:
        raise row.error("paid", _("nothing is filled in"))
    return NewPayment(
        door, amount, _day(row, clock), _method(row, usual), row.name("payer") or None
    )


def _day(row: Row, clock: Clock) -> str:
    said = row.text("paid_on")
    try:
        day = parse_day(day_in_words(said).partition(" ")[0], clock) if said else clock.today
    except UsageError as error:
        raise row.error("paid_on", error.message.rstrip(".。")) from error
    if day > clock.today:
        raise row.error("paid_on", _("{day} has not come yet").format(day=day))
    return day.isoformat()


def _method(row: Row, usual: Method) -> Method:
    said = row.text("method")
    try:
        return parse_method(said) if said else usual
    except UsageError as error:
        raise row.error("method", error.message.rstrip(".。")) from error


def _in_books(tx: Tx, terms: Terms) -> Counter[Fact]:
    return Counter(
        (row[0], row[1], row[2])
        for row in tx.rows(
            "SELECT e.household_id, e.amount, e.day FROM elevator_entry AS e"
            " LEFT JOIN elevator_entry AS r ON r.reverses = e.id"
            " WHERE e.project_id = ? AND e.book = ? AND e.series = 'R' AND r.id IS NULL",
            (terms.project.id, terms.book.value),
        )
    )


def _new(read: Iterable[NewPayment], known: Counter[Fact]) -> list[NewPayment]:
    """Return the payments that are not in the books, in the order of their days."""
    left = Counter(known)
    new = []
    for payment in read:
        fact = (payment.door.household_id, payment.amount, payment.day)
        if left[fact]:
            left[fact] -= 1
        else:
            new.append(payment)
    return sorted(new, key=lambda payment: payment.day)
