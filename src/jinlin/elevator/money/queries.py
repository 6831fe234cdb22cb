"""Questions about the books of a project: its account, its entries, and their sums."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jinlin.complex.rules.address import label
from jinlin.core.clock import stamp
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.money import ASKED_AGAIN
from jinlin.core.people.parties import Party
from jinlin.core.text import compact
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import AccountTotals, Books, EntryKind, PaymentMethod, effect
from jinlin.store.parties import judged
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


class BookEntry(NamedTuple):
    """One movement of money; amount in fen, day ISO text.

    Attributes:
        door: the door it is about; None when it is about none.
        counterparty: who paid, or was paid.
        reverses: which entry it takes back, as people write it.
        reversed_by: which entry took it back.
        party: what the other side of a spending or an income is, as it was said, is recorded or can
            be read from its name; of what doors pay, a person.
    """

    id: int
    project: int
    book: Books
    series: str
    number: int
    kind: EntryKind
    amount: int
    day: str
    household_id: int | None
    door: str | None
    building: str | None
    entrance: str | None
    method: PaymentMethod | None
    counterparty: str | None
    purpose: str | None
    plan: int | None
    version: int | None
    payee: str
    account: str
    handled_by: str
    approved_by: str
    voucher: str | None
    voucher_sha256: str | None
    reverses: str | None
    reversed_by: str | None
    reason: str | None
    recorded_at: str
    party: Party

    @property
    def label(self) -> str:
        """Its number: `X1-R12`."""
        return entry_label(self.project, self.series, self.number)

    @property
    def effect(self) -> int:
        """What it added to the account; below zero when it took out."""
        return effect(self.kind, self.amount, reversal=self.reverses is not None)


class BookFilter(NamedTuple):
    """Which entries; days are ISO text, both included."""

    book: Books | None = None
    household_id: int | None = None
    start: str | None = None
    stop: str | None = None


class DoorSums(NamedTuple):
    """What one door paid and was paid back, reversals taken off; fen."""

    paid: int = 0
    refunded: int = 0
    fund: int = 0


def entry_label(project: int, series: str, number: int) -> str:
    """Return the number of an entry as people write it: `X1-R12`."""
    return f"X{project}-{series}{number}"


def account_of(reader: Reader, project: Project) -> ProjectAccount | None:
    """Return the account of a project; None while none is named."""
    row = reader.row(
        "SELECT payee, account, handler, checker FROM elevator_account WHERE project_id = ?",
        (project.id,),
    )
    return None if row is None else ProjectAccount(*row)


_SIGNED: Final = "CASE WHEN reverses IS NULL THEN amount ELSE -amount END"


def totals(
    reader: Reader, project: Project, book: Books, *, before: str | None = None
) -> AccountTotals:
    """Return the account in sums.

    Args:
        reader: the database.
        project: whose.
        book: which books.
        before: only what came before this day, ISO text; None for all.
    """
    found = AccountTotals()
    for kind, fund, amount in reader.rows(
        f"SELECT kind, method IS 'fund', sum({_SIGNED}) FROM elevator_entry"
        " WHERE project_id = ?1 AND book = ?2 AND (?3 IS NULL OR day < ?3) GROUP BY 1, 2",
        (project.id, book.value, before),
    ):
        name = _PLACE[EntryKind(kind)] if not fund else "fund"
        found = found._replace(**{name: getattr(found, name) + amount})
    return found


_PLACE: Final[Mapping[EntryKind, str]] = {
    EntryKind.PAYMENT: "received",
    EntryKind.REFUND: "refunds",
    EntryKind.SUBSIDY: "subsidies",
    EntryKind.INTEREST: "other",
    EntryKind.AID: "other",
    EntryKind.REVENUE: "other",
    EntryKind.OTHER: "other",
    EntryKind.SPENDING: "spending",
}


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
            f" FROM (SELECT *, {_SIGNED} AS signed FROM elevator_entry"
            f" WHERE project_id = ?1 AND book = ?2 AND {which})"
            " GROUP BY household_id",
            (project.id, book.value) if only is None else (project.id, book.value, only),
        )
    }


_ENTRIES: Final = """
    SELECT e.id, x.number AS project, e.book, e.series, e.number, e.kind, e.amount, e.day,
           e.household_id, h.room AS door, b.code AS building, h.entrance, e.method,
           e.counterparty, e.purpose, p.number AS plan, p.version, e.payee, e.account,
           e.handled_by, e.approved_by, e.voucher, e.voucher_sha256,
           'X' || x.number || '-' || o.series || o.number AS reverses,
           'X' || x.number || '-' || r.series || r.number AS reversed_by, e.reason, e.recorded_at,
           e.counterparty_kind
    FROM elevator_entry AS e JOIN elevator_project AS x ON x.id = e.project_id
    LEFT JOIN household AS h ON h.id = e.household_id
    LEFT JOIN building AS b ON b.id = h.building_id
    LEFT JOIN plan AS p ON p.id = e.plan_id
    LEFT JOIN elevator_entry AS o ON o.id = e.reverses
    LEFT JOIN elevator_entry AS r ON r.reverses = e.id"""


def entries(reader: Reader, project: Project, wanted: BookFilter) -> list[BookEntry]:
    """Return entries, the earliest first."""
    rows = reader.rows(
        f"{_ENTRIES} WHERE e.project_id = ?1 AND (?2 IS NULL OR e.book = ?2)"
        " AND (?3 IS NULL OR e.household_id = ?3) AND (?4 IS NULL OR e.day >= ?4)"
        " AND (?5 IS NULL OR e.day <= ?5) ORDER BY e.day, e.id",
        (project.id, wanted.book, wanted.household_id, wanted.start, wanted.stop),
    )
    return _entries(reader, rows)


def movements(reader: Reader, project: Project, book: Books) -> list[tuple[str, int]]:
    """Return day and effect in fen of every entry."""
    return [
        (row["day"], effect(EntryKind(row["kind"]), row["amount"], reversal=bool(row[3])))
        for row in reader.rows(
            "SELECT day, kind, amount, reverses IS NOT NULL FROM elevator_entry"
            " WHERE project_id = ? AND book = ?",
            (project.id, book.value),
        )
    ]


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
    rows = reader.rows(
        f"{_ENTRIES} WHERE e.series = ? AND e.number = ? AND (?3 IS NULL OR x.number = ?3)"
        " ORDER BY x.number",
        (match["series"].upper(), int(match["number"]), None if project is None else int(project)),
    )
    found = _entries(reader, rows) if rows else []
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


def entry_of_id(reader: Reader, entry_id: int) -> BookEntry:
    """Return the entry with this id."""
    return _entries(reader, reader.rows(f"{_ENTRIES} WHERE e.id = ?", (entry_id,)))[0]


def _entries(reader: Reader, rows: Iterable[sqlite3.Row]) -> list[BookEntry]:
    found = [_entry(tuple(row)) for row in rows]
    read = judged(reader, (entry.counterparty or "" for entry in found if not entry.party))
    return [
        entry if entry.party else entry._replace(party=read[entry.counterparty or ""].party)
        for entry in found
    ]


def _entry(row: tuple[object, ...]) -> BookEntry:
    entry = BookEntry(*row)  # type: ignore[arg-type]
    if entry.household_id is not None:
        entry = entry._replace(party=Party.PERSON)
    elif entry.party:
        entry = entry._replace(party=Party(entry.party))
    door = entry.door
    if door is not None:
        door = label(entry.building or "", entry.entrance, door)
    return entry._replace(
        book=Books(entry.book),
        kind=EntryKind(entry.kind),
        method=None if entry.method is None else PaymentMethod(entry.method),
        door=door,
    )


class Same(NamedTuple):
    """What makes two entries look the same; amount in fen, day ISO text."""

    kind: EntryKind
    amount: int
    day: str
    counterparty: str | None = None


def entered_lately(reader: Reader, project: Project, book: Books, same: Same) -> BookEntry | None:
    """Return the same entry made within a day (`ASKED_AGAIN`) and not taken back, or None.

    Args:
        reader: the database.
        project: whose books.
        book: which books.
        same: what is about to be entered; a counterparty of None means any.
    """
    row = reader.row(
        f"{_ENTRIES} WHERE e.project_id = ?1 AND e.book = ?2 AND e.kind = ?3 AND e.amount = ?4"
        " AND e.day = ?5 AND (?6 IS NULL OR e.counterparty = ?6)"
        " AND e.recorded_at >= ?7 AND e.reverses IS NULL AND r.id IS NULL ORDER BY e.id DESC",
        (
            project.id,
            book.value,
            same.kind.value,
            same.amount,
            same.day,
            same.counterparty,
            stamp(reader.clock.now - ASKED_AGAIN),
        ),
    )
    return None if row is None else _entries(reader, [row])[0]
