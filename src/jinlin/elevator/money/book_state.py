"""How a book of a project stands in all: what moved, receipts, what is owed and to be paid back."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.elevator.money.door_accounts import standings
from jinlin.elevator.money.queries import totals
from jinlin.elevator.project.projects import Project, adopted_plan
from jinlin.elevator.rules.books import AccountTotals, Books
from jinlin.store.transaction.tx import Reader


class BookState(NamedTuple):
    """One book; money in fen.

    Attributes:
        moved: what moved, in sums.
        receipts: how many receipts were given out.
        void: how many of them were taken back.
        outstanding: what doors have yet to pay in all.
        overdue: the part of it that has fallen due.
        credit: what doors have to have back.
        creditors: how many doors that is.
    """

    moved: AccountTotals
    receipts: int
    void: int
    outstanding: int = 0
    overdue: int = 0
    credit: int = 0
    creditors: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing ever moved and nobody owes anything."""
        return not (self.receipts or self.outstanding or any(self.moved))


def book_state(reader: Reader, project: Project, book: Books) -> BookState:
    """Return how a book stands today."""
    [given] = reader.rows(
        "SELECT count(*) AS receipts, count(t.id) AS void FROM elevator_entry AS e"
        " LEFT JOIN elevator_entry AS t ON t.reverses = e.id"
        " WHERE e.project_id = ? AND e.book = ? AND e.series = 'R'",
        (project.id, book.value),
    )
    state = BookState(totals(reader, project, book), given["receipts"], given["void"])
    if book is Books.WORKS and adopted_plan(reader, project) is None:
        return state
    doors = [door.balance for door in standings(reader, project, book)]
    return state._replace(
        outstanding=sum(door.outstanding for door in doors),
        overdue=sum(door.arrears for door in doors),
        credit=sum(door.credit for door in doors),
        creditors=sum(door.credit > 0 for door in doors),
    )
