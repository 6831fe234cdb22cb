"""Quotes for a lift; the one that is chosen becomes a line of its cost."""

from __future__ import annotations

from datetime import date
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.elevator.project.costs import CostKind
from jinlin.elevator.project.parent import OF_PROJECT
from jinlin.elevator.project.projects import LIFTS, Project, next_in_project
from jinlin.output.register.register import Register
from jinlin.output.register.rules import Numbering
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Tx
from jinlin.works.quotes import QuoteRow, choose, quote_rules


class Quote(QuoteRow, table="elevator_quote"):
    """A quote for a lift."""


def accept_quote(tx: Tx, project: Project, quote: Quote, *, on: date, reason: str | None) -> None:
    """Choose a quote; it becomes a line of the cost, in the place of one that was chosen before.

    Raises:
        RuleError: it is chosen already, or it holds no longer on that day.
    """
    choose(tx, LIFTS, project, quote, on=on, reason=reason)
    tx.write(
        "UPDATE elevator_cost SET removed_at = ? WHERE project_id = ? AND quote_id IS NOT NULL"
        " AND removed_at IS NULL",
        (tx.clock.stamp, project.id),
    )
    tx.insert(
        "elevator_cost",
        project_id=project.id,
        number=next_in_project(tx, "elevator_cost", project),
        kind=CostKind.QUOTE,
        text=quote.company,
        amount=quote.amount,
        dated_on=quote.quoted_on,
        source=quote.source or _("quote {number}").format(number=quote.number),
        quote_id=quote.id,
    )


QUOTES: Final = Register(
    Quote,
    RegisterWords(N_("quote"), N_("Quotes"), "quotes", "elevator quote", "福州快安电梯 45万"),
    known_by="company",
    of=OF_PROJECT,
    numbered=Numbering(),
    order="r.amount, r.number",
    rules=quote_rules(LIFTS),
)
