"""The money of works: budget, contract, paid; in no book of their own, fen."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.ledger.book import SIGNED
from jinlin.project.record.projects import KIND, CommunityProject
from jinlin.project.record.quotes import PROJECT_QUOTES
from jinlin.store.transaction.tx import Reader
from jinlin.works.quotes import chosen_quote


class ProjectMoney(NamedTuple):
    """What works may cost, cost and have cost; fen.

    Attributes:
        budget: what they may cost; None where nobody said.
        contract: the quote that was chosen; None before.
        paid: what purses have paid for them.
    """

    budget: int | None
    contract: int | None
    paid: int

    @property
    def rest(self) -> int | None:
        """What is still to be paid: of the contract, before there is one of the budget."""
        whole = self.contract if self.contract is not None else self.budget
        return None if whole is None else whole - self.paid


def money_of(reader: Reader, project: CommunityProject, day: date | None = None) -> ProjectMoney:
    """Return what works may cost, cost and have cost, up to a day; None for today."""
    until = (day or reader.clock.today).isoformat()
    chosen = chosen_quote(reader, PROJECT_QUOTES, project)
    if chosen is not None and (chosen.accepted_on or "") > until:
        chosen = None
    paid = reader.value(
        f"SELECT coalesce(sum({SIGNED}), 0) FROM fund_entry AS e"  # noqa: S608  (our own)
        " WHERE e.about_kind = ? AND e.about_number = ? AND e.direction = 'spending'"
        " AND e.day <= ?",
        (KIND, project.label, until),
    )
    return ProjectMoney(project.budget, chosen.amount if chosen else None, int(paid))
