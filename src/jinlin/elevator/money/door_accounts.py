"""Where each door stands in a book (sub-ledger of receivables): what fell due, what was paid."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from jinlin.elevator.apportionment.household import Participation
from jinlin.elevator.money.dues import DueDoor, Dues, dues
from jinlin.elevator.money.queries import BookEntry, DoorSums, door_sums
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import Books, DoorBalance, allocate
from jinlin.elevator.rules.instalments import (
    InstalmentPart,
    InstalmentTerm,
    due_by,
    parts,
    schedule,
)
from jinlin.store.transaction.tx import Reader


class DoorAccount(NamedTuple):
    """Where one door stands in one book.

    Attributes:
        door: the door; its amount is all it owes in this book.
        balance: what fell due, what was paid.
        parts: by when it owes what.
        fund: the part of what it paid that came from its maintenance fund sub-account, in fen.
    """

    door: DueDoor
    balance: DoorBalance
    parts: tuple[InstalmentPart, ...]
    fund: int = 0


def terms(reader: Reader, project: Project) -> list[InstalmentTerm]:
    """Return the instalments of a project; none when none were agreed."""
    return [
        InstalmentTerm(row["name"], Fraction(row["rate"]), row["due_on"])
        for row in reader.rows(
            "SELECT name, rate, due_on FROM elevator_term WHERE project_id = ? ORDER BY position",
            (project.id,),
        )
    ]


def works_standings(
    reader: Reader, project: Project, owed: Dues, *, only: int | None = None
) -> list[DoorAccount]:
    """Return where every door stands with the works, or one alone, from the lowest floor up."""
    agreed = terms(reader, project)
    paid = door_sums(reader, project, Books.WORKS, only=only)
    today = reader.clock.today.isoformat()
    found = []
    for door in owed.doors:
        if only is not None and door.household_id != only:
            continue
        whole = owed.whole_on(door.household_id)
        asked = schedule(door.amount, agreed, unit=owed.unit, whole_on=whole)
        found.append(_standing(door, asked, paid.get(door.household_id, DoorSums()), today))
    return found


def running_standings(
    reader: Reader, project: Project, *, only: int | None = None
) -> list[DoorAccount]:
    """Return where every door, or one alone, stands with the running costs, month by month."""
    asked: dict[int, list[InstalmentPart]] = {}
    doors: dict[int, DueDoor] = {}
    for row in reader.rows(
        "SELECT s.household_id, b.code AS building, h.entrance, h.room, h.floor, m.month, m.due_on,"
        " s.amount FROM elevator_month_share AS s JOIN elevator_month AS m ON m.id = s.month_id"
        " JOIN household AS h ON h.id = s.household_id JOIN building AS b ON b.id = h.building_id"
        " WHERE m.project_id = ?1 AND m.removed_at IS NULL AND (?2 IS NULL OR s.household_id = ?2)"
        " ORDER BY m.month, h.floor, s.id",
        (project.id, only),
    ):
        place = row["household_id"]
        asked.setdefault(place, []).append(
            InstalmentPart(row["month"], row["due_on"], row["amount"])
        )
        doors.setdefault(
            place,
            DueDoor(
                place,
                row["building"],
                row["entrance"],
                row["room"],
                row["floor"],
                Participation.PAYS,
                0,
            ),
        )
    paid = door_sums(reader, project, Books.RUNNING, only=only)
    today = reader.clock.today.isoformat()
    return [
        _standing(
            door._replace(amount=sum(part.amount for part in asked[place])),
            asked[place],
            paid.get(place, DoorSums()),
            today,
        )
        for place, door in doors.items()
    ]


def standings(
    reader: Reader, project: Project, book: Books, *, only: int | None = None
) -> list[DoorAccount]:
    """Return where every door, or one alone, stands in one book.

    Raises:
        RuleError: no plan is adopted.
    """
    if book is Books.RUNNING:
        return running_standings(reader, project, only=only)
    return works_standings(reader, project, dues(reader, project), only=only)


def standing_of(
    reader: Reader, project: Project, book: Books, household_id: int
) -> DoorAccount | None:
    """Return where one door stands in one book; None where it owes nothing there.

    Raises:
        RuleError: no plan is adopted.
    """
    return next(iter(standings(reader, project, book, only=household_id)), None)


def _standing(
    door: DueDoor, asked: list[InstalmentPart], paid: DoorSums, today: str
) -> DoorAccount:
    balance = DoorBalance(door.amount, due_by(asked, today), paid.paid, paid.refunded)
    return DoorAccount(door, balance, tuple(asked), paid.fund)


def instalments_paid(
    reader: Reader, project: Project, entry: BookEntry, so_far: int
) -> tuple[int, ...]:
    """Return to which instalments a payment for the works went, the first being 1.

    Args:
        reader: the database.
        project: whose works.
        entry: the payment.
        so_far: what the door had in the account with it, in fen.
    """
    agreed = terms(reader, project)
    share = reader.row(
        "SELECT s.amount, p.round_unit FROM plan_share AS s JOIN plan AS p ON p.id = s.plan_id"
        " WHERE p.number = ? AND s.household_id = ?",
        (entry.plan, entry.household_id),
    )
    if not agreed or share is None or entry.book is Books.RUNNING:
        return ()
    asked = [part.amount for part in parts(share["amount"], agreed, unit=share["round_unit"])]
    before, after = allocate(asked, so_far - entry.amount), allocate(asked, so_far)
    filled = enumerate(zip(before, after, strict=True), 1)
    return tuple(number for number, (had, has) in filled if has > had)
