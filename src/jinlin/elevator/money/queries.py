"""Questions about the books of a project: its account, its entries, and their sums."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from jinlin.complex.rules.address import label
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import (
    LOWERING,
    AccountTotals,
    Books,
    EntryKind,
    PaymentMethod,
)
from jinlin.ledger import book as cash_book
from jinlin.ledger.amounts import SIGNED
from jinlin.ledger.book import CashBook
from jinlin.ledger.rules import BookWords, CashEntry
from jinlin.output.listing.filter import Condition, Filter, FilterTerm, days, having, one_of
from jinlin.store.transaction.tx import Reader

_NUMBER = re.compile(r"(?:x(?P<project>\d{1,9})-)?(?P<series>[rv])0*(?P<number>\d{1,9})")


RECEIPTS: Final = "elevator_receipt:{project}"
VOUCHERS: Final = "elevator_voucher:{project}"
"""Counters; they are outside undo, so that a number is never given twice."""


class ProjectAccount(NamedTuple):
    """Who takes the money of a project, into which account, and who watches over it."""

    payee: str
    account: str
    handler: str
    checker: str


class BookEntry(CashEntry):
    """One movement of money of a project.

    Attributes:
        counterparty: who paid, or was paid.
        payee: as the account stood on that day, and so `account`, `handled_by` and `approved_by`.
        plan: the number of the plan that was in force.
    """

    project: int
    book: Books
    series: str
    kind: EntryKind
    household_id: int | None
    building: str | None
    entrance: str | None
    room: str | None
    method: PaymentMethod | None
    plan: int | None
    version: int | None
    payee: str
    account: str
    approved_by: str

    @property
    def from_fund(self) -> bool:
        """Whether a door paid it from its own sub-account of the maintenance fund."""
        return self.method is PaymentMethod.FUND

    @property
    def door(self) -> str | None:
        """The door it is about; None when it is about none."""
        return None if self.room is None else label(self.building or "", self.entrance, self.room)


class DoorSums(NamedTuple):
    """What one door paid and was paid back, reversals taken off; fen."""

    paid: int = 0
    refunded: int = 0
    fund: int = 0


BOOKS: Final = CashBook(
    table="elevator_entry",
    account=("project_id", "book"),
    kind="kind",
    out=LOWERING,
    repeated=("household_id", "method", "payee", "account", "subsidy_id"),
    label="'X' || x.number || '-' || {0}.series || {0}.number",
    made_at="e.recorded_at",
    entry=BookEntry,
    columns=(
        "x.number AS project, e.book, e.series, e.kind, e.household_id, b.code AS building,"
        " h.entrance, h.room, e.method, p.number AS plan, p.version, e.payee, e.account"
    ),
    joins=(
        "JOIN elevator_project AS x ON x.id = e.project_id"
        " LEFT JOIN household AS h ON h.id = e.household_id"
        " LEFT JOIN building AS b ON b.id = h.building_id LEFT JOIN plan AS p ON p.id = e.plan_id"
    ),
    read={"book": Books, "kind": EntryKind, "method": PaymentMethod},
    person="e.household_id IS NOT NULL",
    words=BookWords(
        short=N_("The account holds {free} yuan on {day}; {amount} yuan cannot be paid out."),
        short_hint=N_("Enter what came in first: jinlin elevator pay, or income"),
        spent=N_("Of this income only {free} yuan is still in the account."),
        spent_hint=N_("Reverse what was spent of it first: jinlin elevator ledger"),
        see=N_("See: jinlin elevator ledger {number}"),
        day="--date",
    ),
)
"""The books of the projects: works and running lift are accounts of their own in each."""


def account_of(reader: Reader, project: Project) -> ProjectAccount | None:
    """Return the account of a project; None while none is named."""
    row = reader.row(
        "SELECT payee, account, handler, checker FROM elevator_account WHERE project_id = ?",
        (project.id,),
    )
    return None if row is None else ProjectAccount(*row)


def totals(reader: Reader, project: Project, book: Books, on: date | None = None) -> AccountTotals:
    """Return the account in sums, as it is or was on a day."""
    found = AccountTotals()
    for kind, fund, amount in reader.rows(
        f"SELECT kind, method IS 'fund', sum({SIGNED}) FROM elevator_entry"
        " WHERE project_id = ? AND book = ? AND day <= ? GROUP BY 1, 2",
        (project.id, book.value, (on or date.max).isoformat()),
    ):
        found = found.plus(EntryKind(kind), amount, fund=bool(fund))
    return found


def door_sums(
    reader: Reader, project: Project, book: Books, *, only: int | None = None
) -> dict[int, DoorSums]:
    """Return what each door, or one alone, paid and was paid back, by household."""
    which = "household_id IS NOT NULL" if only is None else "household_id = ?3"
    return {
        row[0]: DoorSums(*row[1:])
        for row in reader.rows(
            "SELECT household_id, sum(CASE kind WHEN 'payment' THEN signed ELSE 0 END),"
            " sum(CASE kind WHEN 'refund' THEN signed ELSE 0 END),"
            " sum(CASE method WHEN 'fund' THEN signed ELSE 0 END)"
            f" FROM (SELECT *, {SIGNED} AS signed FROM elevator_entry"
            f" WHERE project_id = ?1 AND book = ?2 AND {which})"
            " GROUP BY household_id",
            (project.id, book.value) if only is None else (project.id, book.value, only),
        )
    }


LEDGER: Final = Filter(
    (
        *days("e.day", since=N_("From this day on.")),
        FilterTerm(
            "text", N_("Words in purpose, names or reason."), N_("TEXT"),
            where=having("e.purpose", "e.counterparty", "e.handled_by", "e.reason"),
        ),
    )
)  # fmt: skip
"""What the entries of a project can be asked for."""
IN_BOOKS: Final = one_of("e.book")
OF_DOORS: Final = one_of("e.household_id")


def entries(reader: Reader, project: Project, where: Condition) -> list[BookEntry]:
    """Return the entries `e` asked for, the earliest first."""
    return cash_book.entries(reader, BOOKS, *(Condition("e.project_id = ?", (project.id,)) & where))


def undone_numbers(reader: Reader, project: Project) -> list[tuple[str, int, int]]:
    """Return the numbers that were given to entries which were undone: series, first, last."""
    found: list[tuple[str, int, int]] = []
    for series, counter in (("R", RECEIPTS), ("V", VOUCHERS)):
        name = counter.format(project=project.number)
        given = int(reader.value("SELECT value FROM counter WHERE name = ?", (name,)) or 0)
        kept = reader.rows(
            "SELECT number FROM elevator_entry WHERE project_id = ? AND series = ? ORDER BY number",
            (project.id, series),
        )
        before = 0
        for number in (*(row[0] for row in kept), given + 1):
            if number > before + 1:
                found.append((series, before + 1, number - 1))
            before = number
    return found


def find_entry(reader: Reader, word: str) -> BookEntry:
    """Return the entry a number means: `X1-R12`, `R12` where only one project has it, `V3`.

    Raises:
        UsageError: it is no such number.
        NotFoundError: there is none, or several projects have one.
    """
    match = _NUMBER.fullmatch(compact(word))
    if match is None:
        raise UsageError(
            _("“{text}” is not the number of a receipt or voucher.").format(text=word),
            hint=_("Write it like R12, V3 or X1-R12."),
        )
    project = match["project"]
    found = cash_book.entries(
        reader,
        BOOKS,
        "e.series = ?1 AND e.number = ?2 AND (?3 IS NULL OR x.number = ?3)",
        (match["series"].upper(), int(match["number"]), None if project is None else int(project)),
        order="x.number",
    )
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(
            _("There is no receipt or voucher {number}.").format(number=compact(word).upper()),
            hint=_("See: jinlin elevator ledger"),
        )
    raise NotFoundError(
        _("Several projects have a {number}: {numbers}.").format(
            number=compact(word).upper(),
            numbers=_(", ").join(entry.label for entry in found),
        ),
        hint=_("Say which one, like {number}.").format(number=found[0].label),
    )
