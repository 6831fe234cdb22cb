"""Payments from a list of the bank or of WeChat: each row a receipt, looked at like a typed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from jinlin.complex.building.queries import complex_name
from jinlin.complex.exchange.home_keys import building_of_sheet, read_key, said_columns
from jinlin.complex.rules.address import Address
from jinlin.core.clock import Clock
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.elevator.money.account import needed_account
from jinlin.elevator.money.door_accounts import standings
from jinlin.elevator.money.dues import DueDoor, check_taking
from jinlin.elevator.money.known_doors import Columns, KnownDoors
from jinlin.elevator.money.payment_form import ASKED, payment_form_number
from jinlin.elevator.money.plausibility import Doubts, Fact, PlausibilityCheck, fact_of, too_much
from jinlin.elevator.money.queries import BookEntry
from jinlin.elevator.money.receipts import NewPayment, receive
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import Books, PaymentMethod
from jinlin.exchange.table.fields import FORM
from jinlin.exchange.table.rows import Row, RowError
from jinlin.output.importing.form import is_empty, left_empty, on_form
from jinlin.output.importing.outcome import Change, Details, Outcome, Rejected, rejected
from jinlin.output.importing.report_words import few
from jinlin.store.transaction.tx import Tx

WANTED: Final = (
    "building", "entrance", "room", "address", "paid", "paid_on", "payer", "method",
    "transfer_note", FORM,
)  # fmt: skip
NEEDED: Final = (("room", "address", "transfer_note"), ("paid",))


class StatementTerms(NamedTuple):
    """How a list is taken.

    Attributes:
        method: how it was paid where a row does not say.
        day: the day of a row that does not say it, ISO text; None to refuse such a row.
        force: take also what may be a mistake: twice, too much; what was taken back in the books
            only where it stands alone or was given back.
        rest: its rows were refused before, so that none is in the books by this list.
    """

    project: Project
    book: Books
    method: PaymentMethod
    day: str | None = None
    force: bool = False
    rest: bool = False


def take_payments(
    tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str], terms: StatementTerms
) -> Outcome:
    """Write a receipt for each payment of a list that is not in the books.

    A payment is in the books when the same door paid the same amount on the same day, also where
    its receipt was taken back; a whole list never books such a one again. One that stands twice in
    the list and once in the books, or goes beyond all the door owes, is refused unless forced.
    A row of a form on which nothing was filled in is told and no payment.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
        terms: how it is taken.

    Raises:
        RuleError: no account is named, no plan is adopted, or the project was given up.
    """
    check_taking(tx, terms.project, terms.book)
    account = needed_account(tx, terms.project)
    read = list(on_form(rows, payment_form_number(tx, terms.project, terms.book)))
    reading = _StatementReading(tx, terms, alone=len(read) == 1)
    for row in read:
        reading.take(row)
    new = sorted(reading.new, key=lambda payment: payment.day)
    if new:
        receive(tx, terms.project, terms.book, new, account)
    words: dict[str, Value] = {"added": len(new), "project": terms.project.label, **origin}
    tx.describe(
        Message(N_("Imported payments for {project}: {added} receipts (from {source})"), words),
        reverse=Message(N_("take back the import of payments for {project}: {added}"), words),
        subject=terms.project.label,
    )
    return Outcome(
        added=len(new),
        unchanged=len(reading.known),
        rejected=tuple(reading.refused),
        notes=tuple(reading.notes()),
        details=Details(
            added=(Change(payment.door.label, _what(payment)) for payment in new),
            unchanged=(
                Change(payment.door.label, f"{_what(payment)} = {entry.label}")
                for payment, entry in reading.known
            ),
        ),
    )


class _StatementReading:
    """What comes of the rows of a list, one after another."""

    def __init__(self, tx: Tx, terms: StatementTerms, *, alone: bool) -> None:
        found = standings(tx, terms.project, terms.book)
        self.new: list[NewPayment] = []
        self.known: list[tuple[NewPayment, BookEntry]] = []
        self.refused: list[Rejected] = []
        self.empty: list[str] = []
        self._forced: list[tuple[int, NewPayment, str]] = []
        self._meant = terms.force and (alone or terms.rest)
        self._doubtful = 0
        self._doors = KnownDoors(standing.door for standing in found)
        self._look = PlausibilityCheck(tx, terms.project, terms.book, found)
        self._first: dict[Fact, tuple[int, BookEntry | None]] = {}
        self._place = complex_name(tx)
        self._clock, self._terms = tx.clock, terms

    def take(self, row: Row) -> None:
        """Sort a row: new, in the books, refused, or a row of a form that was left empty."""
        if row.text(FORM) and is_empty(row, ASKED):
            self.empty.append(row.text("address") or row.text("room"))
            return
        try:
            new = _payment(row, _door(row, self._doors, self._place), self._clock, self._terms)
            self._check_begun(row, new)
            doubts = self._look.doubts(new)
            if doubts.same and not self._terms.rest:
                self._look.recognise(new)
                self._first.setdefault(fact_of(new), (row.number, doubts.same))
                if doubts.same.reversed_by is None or not self._meant:
                    self.known.append((new, doubts.same))
                    return
            self._refuse(row, new, doubts)
        except RowError as error:
            self.refused.append(rejected(row, *error.problems))
            return
        self._first.setdefault(fact_of(new), (row.number, None))
        self._look.take(new)
        self.new.append(new)

    def _check_begun(self, row: Row, new: NewPayment) -> None:
        """Refuse a payment of a day on which the project had not begun.

        Raises:
            RowError: it is.
        """
        begun = self._terms.project.started_on
        if new.day < begun:
            raise row.error("paid_on", _("the project began only on {day}").format(day=begun))

    def _refuse(self, row: Row, new: NewPayment, doubts: Doubts) -> None:
        """Refuse a payment that speaks against itself.

        Raises:
            RowError: it does, and is not forced, or its sub-account does not hold it.
        """
        if doubts.left is not None:
            raise row.error(
                "paid",
                _("its sub-account of the maintenance fund holds only {left} yuan").format(
                    left=yuan(doubts.left)
                ),
            )
        row_of, before = self._first.get(fact_of(new), (0, doubts.same))
        reasons = [*filter(None, (_seen(row_of, before), too_much(new, doubts)))]
        if not reasons:
            return
        taken_back = before is not None and before.reversed_by is not None
        if not self._terms.force or (taken_back and not self._meant):
            self._doubtful += 1
            raise row.error("paid", reasons[0])
        self._forced.append((row.number, new, _("; ").join(reasons)))

    def notes(self) -> Iterator[str]:
        """Say what was taken, what is in the books already, and how to force what is refused."""
        if self.new:
            yield _("Together {amount} yuan.").format(
                amount=yuan(sum(payment.amount for payment in self.new))
            )
        yield from left_empty(self.empty)
        for row, payment, why in self._forced:
            yield _("Booked all the same (--force), row {row}: {door} {what}: {why}.").format(
                row=row, door=payment.door.label, what=_what(payment), why=why
            )
        by_receipt = {
            False: N_("In the books already, not booked again: {payments}."),
            True: N_(
                "Their receipts were taken back, so not booked again: {payments}."
                " If one of them has been paid after all:"
                " jinlin elevator pay DOOR MONEY --date DATE"
            ),
        }
        for taken_back, text in by_receipt.items():
            payments = [
                _("{door} {what} ({number})").format(
                    door=payment.door.label, what=_what(payment), number=entry.label
                )
                for payment, entry in self.known
                if (entry.reversed_by is not None) is taken_back
            ]
            if payments:
                yield _(text).format(payments=few(payments))
        if self._doubtful:
            yield _(
                "If a payment that stands twice or goes beyond what is owed is right all the same:"
                " leave only that row in the file of what was refused (its name ends in -退回), and"
                " import that file, not the whole list, with --force."
            )


def _what(payment: NewPayment) -> str:
    return f"{yuan(payment.amount)} {payment.day}"


def _door(row: Row, known: KnownDoors[DueDoor], place: str) -> DueDoor:
    """Return the door a row is about: of its own columns, else named in the words beside it.

    Raises:
        RowError: it names none that takes part in the project, or several.
    """
    field = next((name for name in ("room", "address") if row.text(name)), "")
    if field:
        try:
            (building, entrance, room), _note = read_key(row, place)
        except RowError as error:
            problem = error
        else:
            door = known.at(Address(building=building, entrance=entrance, room=room))
            if door is None:
                raise row.error(field, _("this door takes no part in the project"))
            return door
        texts = [(field, row.text(field))]
    else:
        texts = [("transfer_note", text) for _header, text in row.texts("transfer_note")]
        problem = row.error(
            "transfer_note" if texts else "room",
            _("it names no door of the project") if texts else _("nothing is filled in"),
        )
    columns = Columns(*said_columns(row))
    if columns.building is None:
        house, stair = building_of_sheet(row.headers.sheet)
        columns = Columns(house, columns.entrance or stair)
    found = {door.label: door for _f, text in texts for door in known.within(text, columns)}
    if len(found) > 1:
        raise row.error(
            texts[0][0], _("it names several doors: {doors}").format(doors=_(", ").join(found))
        )
    if not found:
        raise _no_door(row, problem)
    return next(iter(found.values()))


def _no_door(row: Row, problem: RowError) -> RowError:
    """Return why a row names no door; that its building is not said is no reason by itself."""
    if problem.problem.column != row.headers.name("building") or row.text("building"):
        return problem
    return row.error(
        "room" if row.text("room") else "address", _("this door takes no part in the project")
    )


def _payment(row: Row, door: DueDoor, clock: Clock, terms: StatementTerms) -> NewPayment:
    """Read what a door paid.

    Raises:
        RowError: the amount or the day cannot be read.
    """
    amount = row.money("paid")
    if not amount:
        raise row.error("paid", _("nothing is filled in"))
    day = _day(row, clock) or terms.day
    if day is None:
        raise row.error("paid_on", _("nothing is filled in"))
    return NewPayment(door, amount, day, _method(row, terms.method), row.name("payer") or None)


def _day(row: Row, clock: Clock) -> str | None:
    day = row.day("paid_on", clock, past=True)
    if day is not None and day > clock.today:
        raise row.error("paid_on", _("{day} has not come yet").format(day=day))
    return day.isoformat() if day else None


def _method(row: Row, usual: PaymentMethod) -> PaymentMethod:
    said = row.text("method")
    return row.read("method", lambda: PaymentMethod.read(said)) if said else usual


def _seen(row: int, before: BookEntry | None) -> str:
    """Return that a payment was seen before; empty when it was not.

    Args:
        row: the row of the list that says the same; 0 where none does.
        before: the receipt of the books that it looks like.
    """
    if before and before.reversed_by is not None:
        return _("in the books already as {number}, which {other} took back").format(
            number=before.label, other=before.reversed_by
        )
    if row and before:
        return _(
            "the same door, day and amount as row {row}, which is in the books as {number}"
        ).format(row=row, number=before.label)
    if before:
        return _("in the books already as {number}: same door, day and amount").format(
            number=before.label
        )
    return _("the same door, day and amount as row {row}").format(row=row) if row else ""
