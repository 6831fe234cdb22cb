"""The money of works: budget, contract, paid; in no book of their own, fen."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.reference import Reference
from jinlin.member.fund.moved import moved_for
from jinlin.member.rules.purses import Direction
from jinlin.output.contribution.rooms import contributed
from jinlin.project.record.known_quotes import chosen_of, quotes_of
from jinlin.project.record.projects import KIND, PROJECTS, CommunityProject
from jinlin.project.rules.stages import ProjectMilestone
from jinlin.store.transaction.tx import Reader
from jinlin.works.milestones import milestone_day


class ProjectMoney(NamedTuple):
    """What works may cost, cost and have cost; fen.

    Attributes:
        budget: what they may cost; None where nobody said.
        contract: the quote that was chosen, once the contract is signed its price; None before.
        signed: whether the contract is.
        purses: what purses have paid for them.
        direct: what others have paid for them themselves.
    """

    budget: int | None
    contract: int | None
    signed: bool
    purses: int
    direct: int

    @property
    def paid(self) -> int:
        """What was paid for them, by whomever."""
        return self.purses + self.direct

    @property
    def rest(self) -> int | None:
        """What is still to be paid: of the contract, before there is one of the budget.

        Below zero where more was paid.
        """
        whole = self.contract if self.contract is not None else self.budget
        return None if whole is None else whole - self.paid

    @property
    def left(self) -> int:
        """What is still to be paid; 0 where nothing is, or nobody said what it costs."""
        return max(0, self.rest or 0)

    @property
    def beyond(self) -> int:
        """What was paid beyond the contract, before there is one beyond the budget."""
        return max(0, -(self.rest or 0))


def money_of(reader: Reader, project: CommunityProject, day: date | None = None) -> ProjectMoney:
    """Return what works may cost, cost and have cost, up to a day; None for today."""
    until = (day or reader.clock.today).isoformat()
    chosen = chosen_of(quotes_of(reader, project))
    if chosen is not None and (chosen.chosen_on or "") > until:
        chosen = None
    signed = milestone_day(reader, PROJECTS, project, ProjectMilestone.CONTRACT)
    about = Reference(KIND, project.label)
    return ProjectMoney(
        project.budget,
        chosen.amount if chosen else None,
        signed is not None and signed <= until,
        moved_for(reader, about, until, Direction.SPENDING),
        sum(room.paid_directly(reader, about, until) for room in contributed("given_for")),
    )
