"""What an elevator project that was given up still holds, and whose that money is."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.money.door_accounts import standings
from jinlin.elevator.money.queries import totals
from jinlin.elevator.project.projects import Project, adopted_plan
from jinlin.elevator.rules.books import Books
from jinlin.store.transaction.tx import Reader


class ToGiveBack(NamedTuple):
    """Money of a project that was given up; fen.

    Attributes:
        balance: what the account of the works holds.
        doors: how many doors have money to have back.
        credit: how much, together.
    """

    project: Project
    balance: int
    doors: int = 0
    credit: int = 0

    @property
    def text(self) -> str:
        """What is held, who has it to have back, what to type; and how much of it is spent."""
        said = _(
            "The account of {number} holds {held} yuan; {doors} doors have {credit} yuan to have"
            " back: jinlin elevator arrears {number}, then jinlin elevator refund DOOR --project"
            " {number}"
        ).format(
            number=self.project.label,
            held=yuan(self.balance),
            doors=self.doors,
            credit=yuan(self.credit),
        )
        if self.credit <= self.balance:
            return said
        return "\n".join(
            (
                said,
                _(
                    "{spent} yuan of it is spent: who bears that is agreed by those who paid,"
                    " before anything is paid back."
                ).format(spent=yuan(self.credit - self.balance)),
            )
        )


def to_give_back(reader: Reader, project: Project) -> ToGiveBack:
    """Return what a project holds, and what its doors have to have back of it."""
    held = ToGiveBack(project, totals(reader, project, Books.WORKS).balance)
    if adopted_plan(reader, project) is None:
        return held
    owing = [
        standing.balance.credit
        for standing in standings(reader, project, Books.WORKS)
        if standing.balance.credit
    ]
    return held._replace(doors=len(owing), credit=sum(owing))
