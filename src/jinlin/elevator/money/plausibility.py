"""What speaks against writing a receipt: one look for a payment that is typed and for a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.money.door_accounts import DoorAccount
from jinlin.elevator.money.queries import IN_BOOKS, OF_DOORS, BookEntry, entries
from jinlin.elevator.money.receipts import NewPayment, sub_accounts_left
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import Books, PaymentMethod
from jinlin.store.transaction.tx import Reader

Fact: TypeAlias = tuple[int, int, str]
"""Household, amount in fen, day: what makes two payments look the same."""


class Doubts(NamedTuple):
    """Why a payment may be a mistake.

    Attributes:
        same: the receipt of the same door, amount and day that is in the books.
        over: how much the door would have paid beyond all it owes, in fen.
        due: all it owes, in fen.
        net: what it would have in the account without this payment, in fen.
        left: what its sub-account still holds, in fen, where that does not reach; else None.
    """

    same: BookEntry | None = None
    over: int = 0
    due: int = 0
    net: int = 0
    left: int | None = None


class PlausibilityCheck:
    """A look at the books before receipts are written; what is taken is counted in.

    Args:
        reader: the database.
        project: whose books.
        book: which books.
        standings: where the doors stand that may pay.
    """

    def __init__(
        self, reader: Reader, project: Project, book: Books, standings: Iterable[DoorAccount]
    ) -> None:
        self._standings = {standing.door.household_id: standing for standing in standings}
        self._taken = dict.fromkeys(self._standings, 0)
        self._left = sub_accounts_left(reader, project)
        self._receipts: dict[Fact, list[BookEntry]] = {}
        where = IN_BOOKS([book])
        if len(self._standings) == 1:
            where &= OF_DOORS([*self._standings])
        for entry in entries(reader, project, where):
            if entry.series == "R" and entry.household_id is not None:
                fact = entry.household_id, entry.amount, entry.day
                self._receipts.setdefault(fact, []).append(entry)
        for receipts in self._receipts.values():
            receipts.sort(key=lambda entry: (entry.reversed_by is not None, entry.id))

    def doubts(self, new: NewPayment) -> Doubts:
        """Return what speaks against a payment."""
        place = new.door.household_id
        balance = self._standings[place].balance
        known = self._left.get(place) if new.method is PaymentMethod.FUND else None
        net = balance.net + self._taken[place]
        return Doubts(
            same=next(iter(self._receipts.get(fact_of(new), ())), None),
            over=max(0, net + new.amount - balance.due),
            due=balance.due,
            net=net,
            left=known if known is not None and known < new.amount else None,
        )

    def take(self, new: NewPayment) -> None:
        """Count a payment in that is taken."""
        place = new.door.household_id
        self._taken[place] += new.amount
        if new.method is PaymentMethod.FUND and place in self._left:
            self._left[place] -= new.amount

    def recognise(self, new: NewPayment) -> None:
        """Let the receipt of a payment that is in the books stand for no further one."""
        self._receipts[fact_of(new)].pop(0)


def reads_like_a_door(reader: Reader, amount: int) -> bool:
    """Return whether an amount, in fen, is written as the number of a home is: 702 yuan."""
    yuans, fen = divmod(amount, 100)
    question = "SELECT 1 FROM household WHERE removed_at IS NULL AND room = ? LIMIT 1"
    return not fen and reader.value(question, [str(yuans)]) is not None


def too_much(new: NewPayment, doubts: Doubts) -> str:
    """Return that a door would have paid more than all it owes; empty when it would not."""
    if not doubts.over:
        return ""
    return _(
        "{door} owes {due} yuan in all and {net} yuan is in; with this it would have paid {over}"
        " yuan too much"
    ).format(
        door=new.door.label,
        due=yuan(doubts.due),
        net=yuan(doubts.net),
        over=yuan(doubts.over),
    )


def fact_of(new: NewPayment) -> Fact:
    """Return what makes a payment look the same as another."""
    return new.door.household_id, new.amount, new.day
