"""What an elevator project that was given up still holds, and whose that money is."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.money.door_accounts import works_standings
from jinlin.elevator.money.dues import dues as dues_of
from jinlin.elevator.money.queries import totals
from jinlin.elevator.project.projects import Project, adopted_plan, projects
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
    return _owed_back(reader, ToGiveBack(project, totals(reader, project, Books.WORKS).balance))


def all_to_give_back(reader: Reader) -> list[ToGiveBack]:
    """Return the projects that were given up and still hold money of the works."""
    ended = (one for one in projects(reader) if one.ended_on is not None)
    held = (ToGiveBack(one, totals(reader, one, Books.WORKS).balance) for one in ended)
    return [_owed_back(reader, one) for one in held if one.balance > 0]


def _owed_back(reader: Reader, held: ToGiveBack) -> ToGiveBack:
    """Add what the doors of a project have to have back."""
    project = held.project
    if adopted_plan(reader, project) is None:
        return held
    owing = [
        standing.balance.credit
        for standing in works_standings(reader, project, dues_of(reader, project))
        if standing.balance.credit
    ]
    return held._replace(doors=len(owing), credit=sum(owing))
