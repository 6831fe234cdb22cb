"""What must hold of saved plans and of the elevator's books; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.elevator.money.queries import BOOKS
from jinlin.ledger.checks import book_rules
from jinlin.store.check.checks import Rule

RULES: Final = (
    Rule(
        "elevator_sums",
        N_("sums of the elevator plans"),
        N_("the shares do not add up to what is to be paid: {names}"),
        "SELECT 'E' || number FROM plan JOIN"
        " (SELECT plan_id, sum(amount) AS shared FROM plan_share GROUP BY plan_id) AS s"
        " ON s.plan_id = plan.id WHERE s.shared <> total - subsidy ORDER BY number",
    ),
    *book_rules(
        BOOKS,
        "elevator",
        reversals=N_("reversals in elevator books"),
        balances=N_("balances of elevator books"),
    ),
)
